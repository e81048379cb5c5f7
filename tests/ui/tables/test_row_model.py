"""The rows of a table: only what changed is announced, and Qt's own tester finds no fault."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from boardtool.ui.tables.column import Cell, Column, Heading, Tail, TextEdit
from boardtool.ui.tables.row_model import CELL, RowModel


@dataclass(frozen=True)
class Line:
    id: int
    group: str
    words: str


COLUMNS: tuple[Column[Line], ...] = (
    Column("id", "No.", lambda line: str(line.id), sort=lambda line: line.id),
    Column(
        "words",
        "Words",
        lambda line: Cell(line.words, detail="second", icon="clock"),
        stretch=True,
        edit=TextEdit(lambda line: line.words, lambda _line, _words: None),
    ),
)
LINES = st.lists(
    st.builds(
        Line, id=st.integers(1, 12), group=st.sampled_from("abc"), words=st.sampled_from(["x", "y", "z"])
    ),
    max_size=10,
    unique_by=lambda line: line.id,
)


def model(*, grouped: bool) -> RowModel[Line]:
    return RowModel(
        COLUMNS, key=lambda line: line.id, group=(lambda line: Heading(line.group)) if grouped else None
    )


def shown(rows: RowModel[Line]) -> list[str]:
    return [str(rows.index(place, 0).data()) for place in range(rows.rowCount())]


@pytest.mark.usefixtures("qapp")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(before=LINES, after=LINES, grouped=st.booleans(), descending=st.booleans())
def test_any_rows_become_any_other_rows_and_the_tester_finds_no_fault(
    before: list[Line], after: list[Line], *, grouped: bool, descending: bool
) -> None:
    rows = model(grouped=grouped)
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows.set_tail(Tail("new", {"words": Cell("New item…")}))
    rows.set_rows(before)
    rows.sort(0, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder)
    rows.set_rows(after)
    fresh = model(grouped=grouped)
    fresh.set_tail(Tail("new", {"words": Cell("New item…")}))
    fresh.sort(0, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder)
    fresh.set_rows(after)
    assert shown(rows) == shown(fresh)
    assert tester.model() is rows


@pytest.mark.usefixtures("qapp")
def test_a_changed_row_is_announced_alone() -> None:
    rows = model(grouped=False)
    rows.set_rows([Line(1, "a", "x"), Line(2, "a", "y"), Line(3, "a", "z")])
    heard: list[tuple[int, int]] = []
    rows.dataChanged.connect(lambda first, last: heard.append((first.row(), last.row())))
    rows.set_rows([Line(1, "a", "x"), Line(2, "a", "changed"), Line(3, "a", "z")])
    assert heard == [(1, 1)]


@pytest.mark.usefixtures("qapp")
def test_a_row_that_moves_keeps_its_selection() -> None:
    rows = model(grouped=False)
    rows.set_rows([Line(1, "a", "x"), Line(2, "a", "y"), Line(3, "a", "z")])
    kept = QPersistentModelIndex(rows.index(2, 0))
    rows.set_rows([Line(3, "a", "z"), Line(1, "a", "x"), Line(2, "a", "y")])
    assert kept.row() == 0


@pytest.mark.usefixtures("qapp")
def test_many_rows_turned_round_keep_their_selection() -> None:
    rows = model(grouped=False)
    rows.set_rows([Line(number, "a", "x") for number in range(100)])
    kept = QPersistentModelIndex(rows.index(10, 0))
    rows.sort(0, Qt.SortOrder.DescendingOrder)
    assert kept.data() == "10"
    assert kept.row() == 89


@pytest.mark.usefixtures("qapp")
def test_groups_stand_in_the_order_of_their_first_row_whatever_the_sorting() -> None:
    rows = model(grouped=True)
    rows.set_rows([Line(3, "late", "x"), Line(1, "open", "y"), Line(2, "late", "z")])
    rows.sort(0)
    assert shown(rows) == ["late", "2", "3", "open", "1"]
    assert rows.spanning() == [0, 3]


@pytest.mark.usefixtures("qapp")
def test_a_cell_says_aloud_what_it_shows_in_two_lines() -> None:
    rows = model(grouped=False)
    rows.set_rows([Line(1, "a", "x")])
    index = rows.index(0, 1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "x, second"
    assert index.data(CELL).icon == "clock"
    assert rows.flags(index) & Qt.ItemFlag.ItemIsEditable
    assert not rows.flags(rows.index(0, 0)) & Qt.ItemFlag.ItemIsEditable


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("descending", [False, True])
def test_what_has_no_value_comes_last_up_and_down(*, descending: bool) -> None:
    known: dict[int, float | None] = {1: 2.0, 2: None, 3: 7.5, 4: None}
    by_value: Column[Line] = Column("value", "Value", lambda _line: "", sort=lambda line: known[line.id])
    rows = RowModel((*COLUMNS, by_value), key=lambda line: line.id)
    rows.set_rows([Line(number, "a", "x") for number in known])
    rows.sort(2, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder)
    assert shown(rows) == (["3", "1", "2", "4"] if descending else ["1", "3", "2", "4"])


@pytest.mark.usefixtures("qapp")
def test_a_row_stays_where_it_is_while_the_order_is_held() -> None:
    rows = model(grouped=False)
    rows.set_rows([Line(1, "a", "b"), Line(2, "a", "c"), Line(3, "a", "a")])
    rows.sort(1)
    rows.hold_order()
    rows.set_rows([Line(1, "a", "b"), Line(2, "a", "c"), Line(3, "a", "z"), Line(4, "a", "a")])
    assert shown(rows) == ["3", "1", "2", "4"]
    rows.release_order()
    assert shown(rows) == ["4", "1", "2", "3"]


@pytest.mark.usefixtures("qapp")
def test_rows_as_they_were_given_are_not_held() -> None:
    rows = model(grouped=False)
    rows.set_rows([Line(1, "a", "b"), Line(2, "a", "c")])
    rows.hold_order()
    rows.set_rows([Line(2, "a", "c"), Line(1, "a", "b")])
    assert shown(rows) == ["2", "1"]
    assert rows.sorted_by is None


@pytest.mark.usefixtures("qapp")
def test_a_column_can_be_named_by_what_its_rows_are() -> None:
    rows = model(grouped=False)
    told: list[tuple[int, int]] = []
    rows.headerDataChanged.connect(lambda _way, first, last: told.append((first, last)))
    rows.name_columns({"words": "Inpatients"})
    rows.name_columns({"words": "Inpatients"})
    assert rows.headerData(1, Qt.Orientation.Horizontal) == "Inpatients"
    assert rows.headerData(0, Qt.Orientation.Horizontal) == "No."
    assert told == [(0, 1)]
