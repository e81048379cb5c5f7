"""An agenda from a workbook: printed numbers, times as lengths, papers beside it, items known already."""

from datetime import date
from pathlib import Path

import pytest
from tests.services.exchange.files import AGENDA, a_workbook

from boardtool.data import agenda as kept
from boardtool.data import meetings as kept_meetings
from boardtool.data import papers
from boardtool.data.store import Store
from boardtool.domain.boards import ItemRole
from boardtool.domain.errors import CannotDoError
from boardtool.domain.imports import ImportReport, RowState
from boardtool.domain.meetings import AgendaItem, Kind
from boardtool.services import boards, meetings
from boardtool.services.exchange import importing
from boardtool.services.exchange.importing import FileRead
from boardtool.services.exchange.request import Request

TODAY = date(2022, 8, 24)
DAY = date(2022, 9, 6)
REF = "NNHWB/2022-09-06"
THREE = (
    ("01", "Apologies for non-attendance", "Chair", "1.30", "Verbal Update"),
    ("02", "Health Equality Grant", "Russell Rolph", "1.35", "5 - 16"),
    ("010", "Close public meeting", "All", "2.00", "--"),
)


@pytest.fixture
def board(store: Store) -> int:
    return boards.make(store, code="NNHWB", name="North Health and Wellbeing Board")


def read(file: Path) -> FileRead:
    found = importing.read("agenda", Request(file, meeting=REF))
    assert isinstance(found, FileRead)
    return found


def taken(store: Store, file: Path, *, partial: bool = False) -> ImportReport:
    return importing.take(store, read(file), today=TODAY, partial=partial)


def items(store: Store, board: int) -> list[AgendaItem]:
    with store.reading() as reading:
        meeting = kept_meetings.on(reading, board, DAY)
        assert meeting is not None
        return kept.items(reading, meeting.id)


def test_the_meeting_is_made_and_times_are_lengths(store: Store, board: int, tmp_path: Path) -> None:
    taken(store, a_workbook(tmp_path / "a.xlsx", AGENDA, THREE))
    found = items(store, board)
    assert [(item.number, item.start, item.length, item.kind) for item in found] == [
        ("01", "13:30", 5, Kind.VERBAL),
        ("02", "13:35", 25, Kind.PAPER),
        ("010", "14:00", 0, Kind.NONE),
    ]
    assert [item.role for item in found] == [ItemRole.APOLOGIES, ItemRole.PLAIN, ItemRole.CLOSE]


def test_one_undo_takes_the_meeting_away_too(store: Store, board: int, tmp_path: Path) -> None:
    taken(store, a_workbook(tmp_path / "a.xlsx", AGENDA, THREE))
    store.undo()
    with store.reading() as reading:
        assert kept_meetings.on(reading, board, DAY) is None


def test_the_same_file_twice_changes_nothing(store: Store, board: int, tmp_path: Path) -> None:
    file = a_workbook(tmp_path / "a.xlsx", AGENDA, THREE)
    taken(store, file)
    again = taken(store, file)
    assert (again.step, again.changes_nothing) == (None, True)
    assert len(items(store, board)) == 3


def test_what_changed_is_shown_from_old_to_new(store: Store, board: int, tmp_path: Path) -> None:
    taken(store, a_workbook(tmp_path / "a.xlsx", AGENDA, THREE))
    changed = [THREE[0], ("02", "Health Equality Grant", "Russell Rolph", "1.40", "To Follow"), THREE[2]]
    report = taken(store, a_workbook(tmp_path / "b.xlsx", AGENDA, changed))
    assert [row.state for row in report.rows] == [RowState.UPDATED, RowState.UPDATED, RowState.UNCHANGED]
    assert report.rows[0].changes == {"length": (5, 10)}
    assert report.rows[1].changes["kind"] == ("paper", "to follow")
    assert [item.start for item in items(store, board)] == ["13:30", "13:40", "14:00"]


def test_an_agenda_that_starts_later_moves_as_a_whole(store: Store, board: int, tmp_path: Path) -> None:
    meetings.plan(store, board_id=board, day=DAY, start="13:00")
    taken(store, a_workbook(tmp_path / "a.xlsx", AGENDA, THREE))
    assert [item.start for item in items(store, board)] == ["13:30", "13:35", "14:00"]
    assert taken(store, a_workbook(tmp_path / "b.xlsx", AGENDA, THREE)).changes_nothing


def test_standing_items_are_known_by_their_words(store: Store, board: int, tmp_path: Path) -> None:
    meetings.plan(store, board_id=board, day=DAY, start="13:30", from_last=True)
    before = len(items(store, board))
    report = taken(store, a_workbook(tmp_path / "a.xlsx", AGENDA, THREE))
    assert report.count(RowState.ADDED) == 1
    found = items(store, board)
    assert len(found) == before + 1
    assert [item.number for item in found[:3]] == ["01", "02", "010"]
    assert any("stays" in warning.reason for warning in report.warnings)


def test_times_that_run_up_the_agenda_are_rejected(store: Store, board: int, tmp_path: Path) -> None:
    rows = [THREE[0], ("02", "Health Equality Grant", "Russell Rolph", "1.10 pm", "5 - 16"), THREE[2]]
    report = taken(store, a_workbook(tmp_path / "a.xlsx", AGENDA, rows))
    assert (report.applied, report.rejected[0].cell, report.rejected[0].field) == (False, "D3", "time")
    with store.reading() as reading:
        assert kept_meetings.on(reading, board, DAY) is None


def test_papers_beside_the_workbook_are_taken_in(store: Store, board: int, tmp_path: Path) -> None:
    (tmp_path / "grant.pdf").write_bytes(b"%PDF-1.4 the report")
    (tmp_path / "appendix.pdf").write_bytes(b"%PDF-1.4 more")
    headings = (*AGENDA, "Papers", "Exempt", "Public title")
    rows = [("02", "Health Equality Grant", "Chair", "1.30", "", "grant.pdf; appendix.pdf", "3", "A grant")]
    file = a_workbook(tmp_path / "a.xlsx", headings, rows)
    taken(store, file)
    item = items(store, board)[0]
    assert [(paper.letter, paper.file_name, paper.exempt) for paper in item.papers] == [
        ("", "grant.pdf", True),
        ("A", "appendix.pdf", True),
    ]
    assert (item.exempt, item.public_title, item.kind) == ("3", "A grant", Kind.PAPER)
    assert all(papers.path_of(store.folder, paper.digest, ".pdf").is_file() for paper in item.papers)
    assert taken(store, file).changes_nothing


def test_confidential_stands_in_place_of_a_paragraph(store: Store, board: int, tmp_path: Path) -> None:
    headings = (*AGENDA, "Exempt")
    taken(store, a_workbook(tmp_path / "a.xlsx", headings, [(*THREE[1], "Confidential")]))
    assert [item.exempt for item in items(store, board)] == ["confidential"]


@pytest.mark.parametrize("name", ["missing.pdf", "../secret.pdf", r"C:\secret.pdf", ".."])
def test_a_paper_that_is_not_beside_the_workbook_is_rejected(
    store: Store, board: int, tmp_path: Path, name: str
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "secret.pdf").write_bytes(b"%PDF-1.4 not for them")
    headings = (*AGENDA, "Papers")
    file = a_workbook(tmp_path / "in" / "a.xlsx", headings, [("02", "Grant", "Chair", "1.30", "", name)])
    report = taken(store, file)
    assert (report.applied, report.rejected[0].field) == (False, "papers")
    assert not any((store.folder / "papers").iterdir())
    assert board


def test_an_agenda_needs_its_meeting(tmp_path: Path) -> None:
    with pytest.raises(CannotDoError, match="which meeting"):
        importing.read("agenda", Request(a_workbook(tmp_path / "a.xlsx", AGENDA, THREE), board="NNHWB"))
