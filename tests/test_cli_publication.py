"""The command line keeps when an agenda was published, says what it means, and asks why."""

from __future__ import annotations

import shutil
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from tests.test_cli import SEPTEMBER, Line, made_sample, own_place

from boardtool.data import agenda, meetings
from boardtool.data.store import Store

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["made_sample", "own_place"]

PUBLISHED = ("meeting", "published", SEPTEMBER, "--at")
IN_TIME, LATE = "2022-08-26 14:00", "2022-08-31 18:00"


@pytest.fixture
def typed(made_sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Line:
    """The command on a sample library of the test's own."""
    return Line(shutil.copytree(made_sample, tmp_path / "sample"), capsys)


def of_september(typed: Line) -> dict[str, object]:
    listed = typed.json("list", "meetings")["meetings"]
    return next(meeting for meeting in listed if meeting["ref"] == SEPTEMBER)


def mark_last_item(typed: Line, **facts: str) -> None:
    with closing(Store.open(typed.folder, who="Somebody")) as store, store.step("Mark") as step:
        meeting = meetings.by_ref(step.reading, SEPTEMBER)
        agenda.change(step, agenda.items(step.reading, meeting.id)[-1].id, **facts)


def test_a_publication_in_time_is_kept_and_its_notice_told(typed: Line) -> None:
    told = typed.json(*PUBLISHED, IN_TIME)
    assert told == {
        "meeting": SEPTEMBER,
        "at": "2022-08-26T14:00:00",
        "applied": True,
        "notice": ["5 clear days before the meeting; 5 are needed."],
        "stops": [],
        "asks": [],
        "despite": "",
    }
    found = of_september(typed)
    assert (found["published_at"], found["status"]) == ("2022-08-26T14:00:00", "agenda published")


def test_a_late_one_is_3_until_a_reason_is_given(typed: Line) -> None:
    assert typed(*PUBLISHED, LATE) == 3
    assert "R1: Published on Wednesday 31 August 2022: 3 clear days, 5 are needed." in typed.err
    assert "after the office closes" in typed.err
    assert "--despite" in typed.err
    told = typed.json(*PUBLISHED, LATE)
    assert (told["applied"], [each["rule"] for each in told["asks"]]) == (False, ["R1"])
    assert told["refused"].startswith("The publication was not recorded.")
    assert of_september(typed)["published_at"] is None
    assert typed(*PUBLISHED, LATE, "--despite", "The printer failed") == 0
    assert "The reason is kept with it." in typed.err
    found = of_september(typed)
    assert found["published_because"] == "The printer failed"
    assert str(found["published_although"]).startswith("R1: Published on")


def test_the_reason_is_in_the_history_and_among_the_checks_and_undone_with_it(typed: Line) -> None:
    typed(*PUBLISHED, LATE, "--despite", "The printer failed")
    newest = typed.json("history", SEPTEMBER)["changes"][0]
    assert newest["label"] == "Record publication of agenda, although R1: The printer failed"
    assert newest["after"]["published_because"] == "The printer failed"
    said = [each["message"] for each in typed.json("check", SEPTEMBER)["findings"] if each["rule"] == "R5"]
    assert any(
        "because: The printer failed. What stood against it: R1: Published on" in each for each in said
    )
    assert typed("undo") == 0
    assert of_september(typed)["published_because"] == ""


def test_what_no_reason_waives_stays_3(typed: Line) -> None:
    mark_last_item(typed, exempt="commercial", public_interest="Prices.")
    told = typed.json(*PUBLISHED, IN_TIME, "--despite", "It must go out")
    assert (told["applied"], [each["rule"] for each in told["stops"]]) == (False, ["R13"])
    assert typed(*PUBLISHED, IN_TIME, "--despite", "It must go out") == 3
    assert "No reason waives R13" in typed.err
    assert "--despite" not in typed.err


@pytest.mark.parametrize(
    ("at", "told"), [("2022-08-26", "says no time"), ("soon", "no day and time"), ("", "no day and time")]
)
def test_a_moment_needs_its_time(typed: Line, at: str, told: str) -> None:
    assert typed(*PUBLISHED, at) == 2
    assert told in typed.err
    assert of_september(typed)["published_at"] is None


def test_a_meeting_that_is_not_there_is_3(typed: Line) -> None:
    assert typed("meeting", "published", "NNHWB/2031-01-01", "--at", IN_TIME) == 3
    assert "has no meeting on 2031-01-01" in typed.err


def test_the_hand_over_folder_tells_what_an_exemption_does_not_say_yet(typed: Line, tmp_path: Path) -> None:
    assert typed.json("export", "folder", SEPTEMBER, "-o", tmp_path / "one")["warnings"] == []
    mark_last_item(typed, exempt="3")
    told = typed.json("export", "folder", SEPTEMBER, "-o", tmp_path / "two")
    assert ["does not say why the public interest" in each for each in told["warnings"]] == [True]
    assert typed("export", "folder", SEPTEMBER, "-o", tmp_path / "three") == 0
    assert told["warnings"][0] in typed.err
