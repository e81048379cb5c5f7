"""Members from a workbook: known by name whatever the title, taken in one step, taken back by one undo."""

from datetime import date
from pathlib import Path

import pytest
from tests.services.exchange.files import MEMBERS, a_workbook

from boardtool.data import people
from boardtool.data.store import Store
from boardtool.domain.imports import ImportReport, RowState
from boardtool.domain.people import Role
from boardtool.services import boards
from boardtool.services.exchange import importing
from boardtool.services.exchange.importing import FileRead
from boardtool.services.exchange.request import Request

TODAY = date(2022, 8, 24)
TWO = (("Cllr Jon Paul Carr", "North Northamptonshire Council", "Chair"), ("Dr Raf Poggi", "PCN", "Member"))


@pytest.fixture
def board(store: Store) -> int:
    return boards.make(store, code="NNHWB", name="North Health and Wellbeing Board")


def taken(store: Store, file: Path, *, partial: bool = False) -> ImportReport:
    found = importing.read("members", Request(file, board="NNHWB"))
    assert isinstance(found, FileRead)
    return importing.take(store, found, today=TODAY, partial=partial)


def names(store: Store, board: int) -> list[str]:
    with store.reading() as reading:
        return [member.name for member in people.members(reading, board)]


def test_members_come_in_the_order_of_the_sheet(store: Store, board: int, tmp_path: Path) -> None:
    report = taken(store, a_workbook(tmp_path / "m.xlsx", MEMBERS, TWO))
    assert (report.applied, report.count(RowState.ADDED)) == (True, 2)
    assert names(store, board) == ["Cllr Jon Paul Carr", "Dr Raf Poggi"]
    with store.reading() as reading:
        assert people.members(reading, board)[0].role is Role.CHAIR


def test_the_same_file_twice_changes_nothing(store: Store, board: int, tmp_path: Path) -> None:
    file = a_workbook(tmp_path / "m.xlsx", MEMBERS, TWO)
    taken(store, file)
    again = taken(store, file)
    assert (again.applied, again.step, again.changes_nothing) == (True, None, True)
    assert len(names(store, board)) == 2


def test_a_title_more_or_less_is_the_same_person(store: Store, board: int, tmp_path: Path) -> None:
    taken(store, a_workbook(tmp_path / "m.xlsx", MEMBERS, TWO))
    report = taken(
        store, a_workbook(tmp_path / "n.xlsx", MEMBERS, [("Councillor Jon-Paul Carr", "", "Vice-Chair")])
    )
    assert report.rows[0].changes["role"] == ("chair", "vice-chair")
    with store.reading() as reading:
        first = people.members(reading, board)[0]
    assert (first.role, first.listed_as) == (Role.VICE_CHAIR, "North Northamptonshire Council")


def test_somebody_known_from_another_board_is_one_person(store: Store, board: int, tmp_path: Path) -> None:
    boards.make(store, code="WNHWB", name="West Health and Wellbeing Board")
    file = a_workbook(tmp_path / "m.xlsx", MEMBERS, TWO)
    taken(store, file)
    found = importing.read("members", Request(file, board="WNHWB"))
    assert isinstance(found, FileRead)
    importing.take(store, found, today=TODAY)
    with store.reading() as reading:
        assert len(people.everyone(reading)) == 2
    assert len(names(store, board)) == 2


def test_one_bad_row_stops_all_and_partial_takes_the_good(store: Store, board: int, tmp_path: Path) -> None:
    rows = [*TWO, ("Toby Sanders", "ICB", "Wizard")]
    file = a_workbook(tmp_path / "m.xlsx", MEMBERS, rows)
    report = taken(store, file)
    assert (report.applied, report.rejected[0].cell) == (False, "C4")
    assert names(store, board) == []
    assert taken(store, file, partial=True).applied
    assert len(names(store, board)) == 2


def test_one_undo_takes_all_of_it_back(store: Store, board: int, tmp_path: Path) -> None:
    taken(store, a_workbook(tmp_path / "m.xlsx", MEMBERS, TWO))
    store.undo()
    assert names(store, board) == []
    with store.reading() as reading:
        assert people.everyone(reading) == []


def test_a_preview_changes_nothing(store: Store, board: int, tmp_path: Path) -> None:
    found = importing.read("members", Request(a_workbook(tmp_path / "m.xlsx", MEMBERS, TWO), board="NNHWB"))
    assert isinstance(found, FileRead)
    report = importing.preview(store, found, today=TODAY)
    assert (report.applied, report.count(RowState.ADDED)) == (False, 2)
    assert names(store, board) == []


def test_one_person_in_several_rows_keeps_one_spelling(store: Store, board: int, tmp_path: Path) -> None:
    rows = [("Cllr Jon Carr", "", "Chair"), ("Cllr. Jon Carr", "", "Substitute"), ("Jon Carr", "", "Member")]
    file = a_workbook(tmp_path / "m.xlsx", MEMBERS, rows)
    taken(store, file)
    assert names(store, board) == ["Cllr Jon Carr"] * 3
    assert taken(store, file).changes_nothing
