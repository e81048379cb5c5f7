"""Only the rows that are chosen are taken, and in a conflict the words of the side that was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.builders import JULY, a_board, a_meeting, a_minute, an_item

from boardtool.data import minutes, people
from boardtool.data.excel.opening import stop_reader
from boardtool.domain.imports import ImportReport, RowState
from boardtool.services.exchange.choosing import chosen, name_of
from boardtool.services.exchange.importing import FileRead, preview, read, take
from boardtool.services.exchange.request import Request, Take

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from boardtool.data.store import Store

MEMBERS = """Name,Post
John Ashton,Director of Public Health
Amy Plank,Housing Manager
David Watts,Director of Adults
"""


@pytest.fixture(autouse=True)
def _no_reader_left() -> Iterator[None]:
    yield
    stop_reader()


def found_in(kind: str, file: Path) -> FileRead:
    found = read(kind, Request(file, board="NNHWB"))
    assert not isinstance(found, ImportReport)
    return found


def test_a_row_that_is_left_is_not_taken(store: Store, tmp_path: Path) -> None:
    board_id = a_board(store)
    file = tmp_path / "members.csv"
    file.write_text(MEMBERS, encoding="utf-8")
    found = found_in("members", file)
    rows = [name_of(row) for row in preview(store, found, today=JULY).rows]
    report = take(store, chosen(found, rows=rows[:1] + rows[2:]), today=JULY)
    assert report.applied
    assert [row.key for row in report.rows] == ["John Ashton", "David Watts"]
    with store.reading() as reading:
        assert [member.name for member in people.members(reading, board_id)] == ["John Ashton", "David Watts"]


def test_with_no_row_chosen_nothing_is_written(store: Store, tmp_path: Path) -> None:
    board_id = a_board(store)
    file = tmp_path / "members.csv"
    file.write_text(MEMBERS, encoding="utf-8")
    report = take(store, chosen(found_in("members", file), rows=()), today=JULY)
    assert report.step is None
    with store.reading() as reading:
        assert people.members(reading, board_id) == []


def test_each_conflict_has_a_winner_of_its_own(store: Store, reference: Path) -> None:
    board_id = a_board(store)
    meeting_id = a_meeting(store, board_id, JULY)
    for subject in ("Health Inequalities Plan", "Integrated Care System", "COVID 19 Update"):
        item_id = an_item(store, meeting_id, subject)
        a_minute(store, meeting_id, subject, item_id=item_id, narrative="Our own words.")
    found = found_in("minutes", reference / "pack" / "minutes-2022-07-05.docx")
    report = preview(store, found, today=JULY)
    one, two, three = [name_of(row) for row in report.rows if row.state is RowState.CONFLICT]
    rows = [name_of(row) for row in report.rows]
    taken = take(store, chosen(found, rows=rows, winners={one: Take.THEIRS, two: Take.OURS}), today=JULY)
    assert [name_of(row) for row in taken.rows if row.state is RowState.CONFLICT] == [three]
    with store.reading() as reading:
        kept = {
            minute.heading: minute.narrative == "Our own words."
            for minute in minutes.of_meeting(reading, meeting_id)
        }
    assert kept["Health Inequalities Plan"] is False
    assert kept["Integrated Care System"] is True
    assert kept["COVID 19 Update"] is True
