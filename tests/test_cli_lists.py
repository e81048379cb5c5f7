"""What the command line lists: the keys that the contract promises, and what narrows a listing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.services.exchange.files import ACTIONS, a_workbook
from tests.test_cli import SEPTEMBER, Line, held, line, made_sample, own_place, sample

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["held", "line", "made_sample", "own_place", "sample"]


def test_an_action_has_its_keys(sample: Line) -> None:
    actions = sample.json("list", "actions", "--board", "NNHWB")["actions"]
    action = next(action for action in actions if action["number"] == "050722/06")
    assert (action["board"], action["meeting"], action["minute"]) == ("NNHWB", "NNHWB/2022-07-05", 29)
    assert (action["due"], action["status"], action["completed_on"]) == ("2022-08-30", "in progress", None)
    assert action["owners"] == ["Assistant Director of Adult Services"]
    assert action["progress"].startswith("Waiting for the national file")
    assert len(action["history"]) == 4


def test_minutes_and_decisions_have_their_keys(sample: Line) -> None:
    minutes = sample.json("list", "minutes", "--meeting", "NNHWB/2022-07-05")["minutes"]
    assert [minute["number"] for minute in minutes] == list(range(25, 42))
    housing = minutes[5]
    assert housing["heading"].startswith("Disabled Facilities Grant")
    assert [resolution["number"] for resolution in housing["resolutions"]] == ["1", "2"]
    assert [action["number"] for action in housing["actions"]] == ["050722/01", "050722/08"]
    decisions = sample.json("list", "decisions", "--meeting", "NNHWB/2022-07-05")["decisions"]
    assert {
        "meeting": "NNHWB/2022-07-05",
        "minute": 31,
        "number": "a",
        "text": "notes the report;",
    }.items() <= next(decision for decision in decisions if decision["minute"] == 31).items()


def test_listings_are_narrowed_by_board_meeting_and_year(sample: Line) -> None:
    assert len(sample.json("list", "meetings", "--board", "PDG")["meetings"]) == 5
    north = sample.json("list", "meetings", "--board", "NNHWB", "--year", "2021/22")["meetings"]
    assert [meeting["date"] for meeting in north] == ["2022-03-10"]
    assert len(sample.json("list", "people", "--board", "NNHWB")["people"]) == 19
    assert sample("list", "items", "--meeting", "NNHWB/2022-01-01") == 3


def test_people_of_a_meeting_are_those_on_its_list(sample: Line) -> None:
    everyone = sample.json("list", "people")["people"]
    there = sample.json("list", "people", "--meeting", "NNHWB/2022-07-05")["people"]
    assert 0 < len(there) < len(everyone)
    assert {person["name"] for person in there} <= {person["name"] for person in everyone}
    assert sample.json("list", "people", "--meeting", "NNHWB/2022-07-05", "--year", "2021")["people"] == []


def test_boards_and_metrics_of_a_year_are_those_that_met_and_were_measured(sample: Line) -> None:
    codes = [board["code"] for board in sample.json("list", "boards", "--year", "2021/22")["boards"]]
    assert codes == ["NNHWB"]
    assert [b["code"] for b in sample.json("list", "boards", "--meeting", SEPTEMBER)["boards"]] == ["NNHWB"]
    measured = {metric["key"] for metric in sample.json("list", "metrics", "--year", "2022")["metrics"]}
    seen = {one["metric"] for one in sample.json("list", "observations", "--year", "2022")["observations"]}
    assert measured == seen
    assert sample.json("list", "metrics", "--year", "1999")["metrics"] == []


def test_changes_of_a_board_or_a_meeting_are_its_own(sample: Line) -> None:
    def labels(*narrowed: str) -> list[str]:
        return [step["label"] for step in sample.json("list", "changes", *narrowed)["changes"]]

    assert labels("--meeting", SEPTEMBER) == ["Enter meeting of 6 September 2022"]
    of_the_group = labels("--board", "PDG")
    assert "Enter action log of Place Delivery Group" in of_the_group
    assert not any("North" in label for label in of_the_group)


def test_changes_of_what_is_gone_are_still_its_boards(line: Line, tmp_path: Path) -> None:
    rows = [("050722/01", "Circulate", "Amy Plank", "", "", "")]
    line("import", "actions", a_workbook(tmp_path / "log.xlsx", ACTIONS, rows))
    line("undo")
    labels = [step["label"] for step in line.json("list", "changes", "--board", "NNHWB")["changes"]]
    assert labels.count("Import action log") == 2


@pytest.mark.parametrize("kind", ["income", "schemes", "metrics", "observations"])
def test_what_is_of_no_meeting_is_not_narrowed_to_one(sample: Line, kind: str) -> None:
    assert sample("list", kind, "--meeting", SEPTEMBER) == 2
    assert f"A listing of {kind} is of no one meeting" in sample.err


def test_a_meeting_of_another_board_narrows_nothing(sample: Line) -> None:
    assert sample("list", "items", "--board", "PDG", "--meeting", SEPTEMBER) == 3
    assert f"{SEPTEMBER} is no meeting of PDG" in sample.err
