"""The command line before a meeting: requests kept and decided, reports cleared, and what goes out."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import docx
import pytest
from tests.test_cli import SEPTEMBER, Line, made_sample, own_place

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["made_sample", "own_place"]

ADD = ("request", "add", SEPTEMBER, "--name", "Ann Lee", "--contact", "ann@lee.example")


@pytest.fixture
def typed(made_sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Line:
    """The command on a sample library of the test's own."""
    return Line(shutil.copytree(made_sample, tmp_path / "sample"), capsys)


def test_a_request_is_kept_listed_and_decided(typed: Line) -> None:
    made = typed.json(*ADD, "--item", "06", "--received", "2022-08-30 09:15", "--route", "letter")["request"]
    assert (made["name"], made["received_at"]) == ("Ann Lee", "2022-08-30T09:15:00")
    assert typed("request", "decide", str(made["id"]), "accepted", "--by", "The Chair") == 0
    [listed] = typed.json("list", "requests", "--meeting", SEPTEMBER)["requests"]
    assert (listed["item"], listed["decision"], listed["minutes"]) == ("06", "accepted", 3)
    assert typed.json("list", "requests", "--board", "WNHWB")["requests"] == []


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("request", "add", SEPTEMBER, "--name", " "), 3, "Say who asks"),
        ((*ADD, "--item", "77"), 3, "has no item 77"),
        ((*ADD, "--received", "soon"), 2, "no day and time"),
        ((*ADD, "--route", "pigeon"), 2, "no kind of route"),
        (("request", "decide", "99", "accepted"), 3, "not in the library"),
        (("clear", SEPTEMBER, "--item", "06", "--desk", "Canteen"), 3, "The desks of this board are"),
        (("export", "requests", SEPTEMBER, "-o", "register.xlsx"), 3, "addresses of people"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_kept(
    typed: Line,
    words: tuple[str, ...],
    code: int,
    told: str,
) -> None:
    assert typed(*words) == code
    assert told in typed.err
    assert typed.json("list", "requests")["requests"] == []


def test_a_declined_request_needs_a_reason(typed: Line) -> None:
    typed(*ADD)
    assert typed("request", "decide", "1", "declined") == 3
    assert typed("request", "decide", "1", "declined", "--reason", "not on the agenda") == 0


def test_a_report_is_cleared_and_what_waits_is_told(typed: Line) -> None:
    assert typed("clear", SEPTEMBER, "--item", "06", "--desk", "Finance", "--on", "16 August 2022") == 0
    rows = typed.json("list", "clearance", "--meeting", SEPTEMBER)["clearance"]
    finance = next(row for row in rows if (row["item"], row["desk"]) == ("06", "Finance"))
    assert (finance["due"], finance["cleared_on"], finance["days_late"]) == ("2022-08-17", "2022-08-16", 0)
    found = typed.json("check", SEPTEMBER)["findings"]
    assert any(each["rule"] == "R11" and "08" in each["where"] for each in found)
    assert typed("undo") == 0
    assert not any(each["rule"] == "R11" for each in typed.json("check", SEPTEMBER)["findings"])


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("export", "brief", SEPTEMBER), "brief.pdf"),
        (("export", "requests", SEPTEMBER, "--private"), "register.docx"),
        (("export", "minutes-pack", "NNHWB/2022-07-05"), "minutes.pdf"),
        (("export", "minutes-pack", "PDG/2022-08-11", "--private"), "notes.html"),
        (("export", "resolutions", "NNHWB/2022-07-05"), "resolutions.docx"),
    ],
)
def test_each_document_is_written(
    typed: Line,
    tmp_path: Path,
    words: tuple[str, ...],
    name: str,
) -> None:
    assert typed(*words, "-o", tmp_path / name) == 0
    assert (tmp_path / name).stat().st_size > 3000


def test_a_returned_report_is_looked_at_then_taken_in(typed: Line, tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    typed("export", "report", SEPTEMBER, "--item", "06", "-o", path)
    report = docx.Document(str(path))
    report.tables[0].rows[1].cells[1].text = "Bob Lee"
    report.save(str(path))
    looked = typed.json("report", path, "--meeting", SEPTEMBER, "--item", "06", "--dry-run")
    assert looked["changes"] == [{"fact": "author", "ours": "", "theirs": "Bob Lee"}]
    assert not looked["applied"]
    assert typed("report", path, "--meeting", SEPTEMBER, "--item", "06") == 0
    assert typed.json("report", path, "--meeting", SEPTEMBER, "--item", "06")["changes"] == []
    assert typed("report", path, "--meeting", SEPTEMBER, "--item", "08") == 3
    assert "on item 06, not on item 08" in typed.err


def test_a_boards_rules_for_speakers_are_said_and_set(typed: Line) -> None:
    usual = {"clear_days": 2, "closes_at": "17:00", "minutes_each": 3, "minutes_in_all": 15}
    assert typed.json("board", "speakers", "NNHWB")["speakers"] == usual
    own = typed.json("board", "speakers", "NNHWB", "--at", "12 noon", "--each", "5")["speakers"]
    assert own == {**usual, "closes_at": "12:00", "minutes_each": 5}
    assert typed("board", "speakers", "NNHWB", "--each", "500") == 3
    assert typed.json("board", "speakers", "WNHWB")["speakers"] == usual


def test_a_boards_desks_are_said_and_set(typed: Line) -> None:
    usual = typed.json("board", "desks", "NNHWB")["desks"]
    assert usual[0] == {"name": "Author", "days": 10, "who": ""}
    typed("board", "desks", "NNHWB", "--desk", "9, Author", "--desk", "7, Finance, J Baxter")
    assert typed.json("board", "desks", "NNHWB")["desks"] == [
        {"name": "Author", "days": 9, "who": ""},
        {"name": "Finance", "days": 7, "who": "J Baxter"},
    ]
    assert typed("board", "desks", "NNHWB", "--desk", "soon") == 3
