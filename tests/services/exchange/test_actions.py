"""An action log from a workbook: known by number, progress kept by day, empty cells take nothing away."""

from datetime import date
from pathlib import Path

import pytest
from tests.services.exchange.files import ACTIONS, a_workbook

from boardtool.data import actions as kept
from boardtool.data.store import Store
from boardtool.domain.actions import Action, ActionStatus
from boardtool.domain.imports import ImportReport
from boardtool.services import actions, boards, meetings
from boardtool.services.exchange import importing
from boardtool.services.exchange.importing import FileRead
from boardtool.services.exchange.request import Request

TODAY = date(2022, 8, 24)


@pytest.fixture
def board(store: Store) -> int:
    return boards.make(store, code="NNHWB", name="North Health and Wellbeing Board")


def taken(store: Store, file: Path) -> ImportReport:
    found = importing.read("actions", Request(file, board="NNHWB"))
    assert isinstance(found, FileRead)
    return importing.take(store, found, today=TODAY)


def one(store: Store) -> Action:
    with store.reading() as reading:
        return kept.log(reading)[0]


def a_log(
    file: Path, *, progress: str = "", status: str = "", due: str = "", owners: str = "Amy Plank"
) -> Path:
    row = ("050722/01", "Circulate the numbers", owners, due, progress, status)
    return a_workbook(file, ACTIONS, [row])


def test_progress_is_a_note_of_the_day_it_mentions(store: Store, board: int, tmp_path: Path) -> None:
    taken(
        store,
        a_log(tmp_path / "a.xlsx", progress="Completed. Circulated on the 14th July", status="Completed"),
    )
    action = one(store)
    assert (action.board_id, action.status, action.completed_on) == (
        board,
        ActionStatus.COMPLETED,
        date(2022, 7, 14),
    )
    assert [(note.on, note.source) for note in action.notes] == [(date(2022, 7, 14), "import")]


def test_the_action_belongs_to_the_meeting_of_its_number(store: Store, board: int, tmp_path: Path) -> None:
    meetings.plan(store, board_id=board, day=date(2022, 7, 5), start="13:30")
    taken(store, a_log(tmp_path / "a.xlsx"))
    assert one(store).meeting_ref == "NNHWB/2022-07-05"


def test_an_empty_cell_takes_nothing_away(store: Store, board: int, tmp_path: Path) -> None:
    taken(store, a_log(tmp_path / "a.xlsx", due="16 September 2022", status="In progress"))
    again = taken(store, a_log(tmp_path / "b.xlsx", owners=""))
    action = one(store)
    assert again.changes_nothing
    assert (action.board_id, action.due, action.status) == (
        board,
        date(2022, 9, 16),
        ActionStatus.IN_PROGRESS,
    )
    assert action.owners == ("Amy Plank",)


def test_new_words_of_progress_become_the_newest_note(store: Store, board: int, tmp_path: Path) -> None:
    taken(store, a_log(tmp_path / "a.xlsx", progress="Asked on 6 July"))
    actions.add_progress(
        store, action_ids=[one(store).id], text="Promised for Friday", today=date(2022, 8, 1)
    )
    report = taken(store, a_log(tmp_path / "b.xlsx", progress="Sent on 20 July"))
    assert report.rows[0].changes["progress"] == ("Promised for Friday", "Sent on 20 July")
    action = one(store)
    assert action.board_id == board
    assert [note.text for note in action.notes] == [
        "Asked on 6 July",
        "Promised for Friday",
        "Sent on 20 July",
    ]
    assert taken(store, a_log(tmp_path / "c.xlsx", progress="Sent on 20 July")).changes_nothing


def test_an_action_that_is_open_again_has_no_day_of_completion(
    store: Store, board: int, tmp_path: Path
) -> None:
    taken(store, a_log(tmp_path / "a.xlsx", progress="Completed on 14 July", status="Completed"))
    taken(store, a_log(tmp_path / "b.xlsx", status="In progress"))
    action = one(store)
    assert (action.board_id, action.status, action.completed_on) == (board, ActionStatus.IN_PROGRESS, None)


def test_next_board_is_the_day_of_the_next_meeting(store: Store, board: int, tmp_path: Path) -> None:
    file = a_log(tmp_path / "a.xlsx", due="Next Board")
    found = importing.read("actions", Request(file, board="NNHWB"))
    assert isinstance(found, FileRead)
    assert "not planned" in importing.preview(store, found, today=TODAY).warnings[-1].reason
    meetings.plan(store, board_id=board, day=date(2022, 9, 6), start="13:30")
    taken(store, file)
    assert one(store).due == date(2022, 9, 6)
