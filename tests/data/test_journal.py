"""The journal: the values of a change as the file holds them, and how changes fold."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from tests.builders import a_board, a_library

from boardtool.data import boards, journal
from boardtool.data.journal import Change
from boardtool.data.tables import JOURNALLED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from boardtool.data.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_library(tmp_path / "library") as library:
        yield library


def changes(store: Store, step_id: int) -> list[Change]:
    with store.reading() as reading:
        return journal.changes_of(reading, step_id)


def test_every_table_but_the_journal_s_own_is_watched(store: Store) -> None:
    with closing(sqlite3.connect(store.folder / "board.db")) as driver:
        tables = {
            name
            for (name,) in driver.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if not name.startswith(("search", "sqlite_"))
        }
    assert {table.name for table in JOURNALLED} == tables - {"step", "change", "library"}


def test_an_update_notes_only_the_columns_that_changed(store: Store) -> None:
    board = a_board(store)
    with store.step("Rename") as step:
        boards.change(step, board, name="New", council="")
    assert changes(store, step.id) == [
        Change("board", board, {"name": "North Northamptonshire Health and Wellbeing Board"}, {"name": "New"})
    ]


def test_a_bulk_statement_notes_every_row(store: Store) -> None:
    for title in "abc":
        with store.step("Add phrase") as step:
            boards.add_phrase(step, title=title, text="")
    with store.step("All at once") as step:
        step.reading.exec_driver_sql("UPDATE phrase SET text = 'same'")
    assert [change.row for change in changes(store, step.id)] == [1, 2, 3]


def test_a_cascade_is_noted_like_any_removal(store: Store) -> None:
    board = a_board(store)
    with store.step("Add item") as step:
        boards.add_standing_item(step, board, subject="Apologies")
    with store.step("Remove board") as step:
        boards.remove(step, board)
    assert {(change.table, change.after) for change in changes(store, step.id)} == {
        ("board", None),
        ("standing_item", None),
    }


@pytest.mark.parametrize(
    "value", ["a\0b", "", "é\u2028😀", 2**63 - 1, -(2**63), 1.5, 0.1 + 0.2, 1e300, -0.0, 5e-324, None]
)
def test_a_value_comes_back_exactly_as_the_file_held_it(store: Store, value: object) -> None:
    board = a_board(store)
    with store.step("Odd value") as step:
        step.reading.exec_driver_sql("INSERT INTO meeting (board_id, date, start, note, agenda_start) VALUES "
                                     "(?, '2022-09-06', '13:30', 'x', ?)", (board, value))  # fmt: skip
    before = raw(store)
    with store.step("Remove") as step:
        step.reading.exec_driver_sql("DELETE FROM meeting")
    store.undo()
    assert raw(store) == before


def raw(store: Store) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(store.folder / "board.db")) as driver:
        found = driver.execute("SELECT agenda_start, typeof(agenda_start) FROM meeting").fetchall()
    return [(repr(value), kind) for value, kind in found]


def test_a_change_of_type_alone_is_a_change(store: Store) -> None:
    board = a_board(store)
    with store.step("Add item") as step:
        boards.add_standing_item(step, board, subject="Apologies", purpose="1")
    with store.step("Same digits") as step:
        step.reading.exec_driver_sql("UPDATE standing_item SET role = CAST('x' AS TEXT), purpose = '1.0'")
    assert changes(store, step.id)[0].before == {"purpose": "1", "role": "plain"}


def test_folding_keeps_the_first_before_and_the_last_after(store: Store) -> None:
    board = a_board(store)
    with store.step("Typing", fold="board") as first:
        boards.change(first, board, name="A", council="One")
    for name, council in (("B", "One"), ("C", "Two")):
        with store.step("Typing", fold="board") as step:
            boards.change(step, board, name=name, council=council)
        assert step.id == first.id
    assert changes(store, first.id) == [
        Change(
            "board",
            board,
            {"name": "North Northamptonshire Health and Wellbeing Board", "council": ""},
            {"name": "C", "council": "Two"},
        )
    ]
