"""The grid sorted by a column, as a person does it by keys: what is typed, pasted and copied then."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from boardtool.services.bcf import schemes
from boardtool.ui.bcf.grid.columns import Shown

if TYPE_CHECKING:
    from tests.ui.bcf.conftest import Desk

    from boardtool.data.store import Store

KEY = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
AS_PLANNED, UP = ["300,000", "420,000", "100,000"], ["100,000", "300,000", "420,000"]


def sort_by(desk: Desk, field: str, times: int = 1) -> None:
    desk.at(1, field)
    desk.key(KEY.Key_O, CTRL | SHIFT, times=times)


def sorted_by(desk: Desk) -> tuple[str, Qt.SortOrder] | None:
    return desk.schemes.place.sorted_by


def in_file(store: Store, column: str) -> list[object]:
    """What stands in a column of the lines, in the order of the plan, read past the program."""
    with closing(sqlite3.connect(store.folder / "board.db")) as file:
        return [row[0] for row in file.execute(f"SELECT {column} FROM bcf_line ORDER BY position")]


def test_amounts_are_sorted_by_size_up_down_and_back_to_the_plan(desk: Desk) -> None:
    desk.at(1, "expenditure")
    seen = []
    for _time in range(3):
        desk.key(KEY.Key_O, CTRL | SHIFT)
        seen.append(desk.shown("expenditure"))
    assert seen == [UP, list(reversed(UP)), AS_PLANNED]


def test_a_sorted_line_names_its_own_scheme(desk: Desk) -> None:
    sort_by(desk, "expenditure")
    assert desk.shown("scheme_id") == ["2", "1", "2"]
    assert desk.shown("name") == ["Seven-day social work", "Carers Support", "Seven-day social work"]
    sort_by(desk, "expenditure", times=2)
    assert desk.shown("name")[2] == "\u2033"


def test_empty_amounts_stand_last_both_ways(desk: Desk) -> None:
    desk.at(2, "expenditure")
    desk.key(KEY.Key_Delete)
    sort_by(desk, "expenditure")
    assert desk.shown("expenditure") == ["100,000", "300,000", ""]
    desk.key(KEY.Key_O, CTRL | SHIFT)
    assert desk.shown("expenditure") == ["300,000", "100,000", ""]


def test_the_sums_say_how_it_is_sorted_and_lead_back(desk: Desk) -> None:
    sort_by(desk, "expenditure", times=2)
    footer = desk.schemes.footer
    assert footer.accessibleDescription() == (
        "3 lines, 2 schemes, Sorted by 2022-23, \u00a3, largest first, "
        "Income \u00a3820,000, Planned \u00a3820,000"
    )
    footer.as_planned.setFocus()
    desk.key(KEY.Key_Space)
    assert desk.shown("expenditure") == AS_PLANNED
    assert "Sorted" not in footer.accessibleDescription()
    assert desk.schemes.grid.hasFocus()


def test_a_line_stays_where_it_is_while_one_types_in_it(desk: Desk, store: Store) -> None:
    sort_by(desk, "expenditure")
    desk.type("900000")
    assert desk.shown("name")[0] == "Seven-day social work"
    desk.key(KEY.Key_Tab, SHIFT)
    assert desk.shown("expenditure")[0] == "900,000"
    assert desk.shown("scheme_id") == ["2", "1", "2"]
    desk.key(KEY.Key_Down)
    assert desk.shown("expenditure") == ["300,000", "420,000", "900,000"]
    row = desk.schemes.grid.current_row()
    assert row is not None
    assert row.line.expenditure == 300_000_00
    assert in_file(store, "expenditure") == [300_000_00, 420_000_00, 900_000_00]


def test_enter_goes_to_the_line_that_stood_below(desk: Desk, store: Store) -> None:
    sort_by(desk, "expenditure")
    desk.type("350000")
    desk.key(KEY.Key_Return)
    desk.type("1")
    desk.key(KEY.Key_Return)
    assert in_file(store, "expenditure") == [100, 420_000_00, 350_000_00]
    assert desk.shown("expenditure") == ["1", "350,000", "420,000"]


def test_a_block_is_pasted_in_the_order_of_the_screen_and_past_its_bottom(desk: Desk, store: Store) -> None:
    sort_by(desk, "expenditure")
    QApplication.clipboard().setText("11\n22\n33\n44\n")
    desk.key(KEY.Key_V, CTRL)
    assert in_file(store, "expenditure") == [22_00, 33_00, 11_00, 44_00]
    assert desk.shown("expenditure") == ["11", "22", "33", "44"]
    assert len(desk.schemes.grid.selected_cells()) == 4


def test_copy_and_fill_down_go_by_the_order_of_the_screen(desk: Desk, store: Store) -> None:
    sort_by(desk, "expenditure")
    desk.key(KEY.Key_Down, SHIFT, times=2)
    desk.key(KEY.Key_C, CTRL)
    assert QApplication.clipboard().text() == "100000\n300000\n420000"
    desk.key(KEY.Key_D, CTRL)
    assert in_file(store, "expenditure") == [100_000_00] * 3


def test_a_single_cell_takes_what_stands_above_it_on_the_screen(desk: Desk, store: Store) -> None:
    sort_by(desk, "expenditure")
    desk.key(KEY.Key_Down)
    desk.key(KEY.Key_D, CTRL)
    assert in_file(store, "expenditure") == [100_000_00, 420_000_00, 100_000_00]


def test_duplicates_stand_under_their_lines_in_the_plan(desk: Desk, store: Store) -> None:
    sort_by(desk, "expenditure", times=2)
    desk.key(KEY.Key_Down, SHIFT)
    desk.key(KEY.Key_D, CTRL | SHIFT)
    assert in_file(store, "expenditure") == [
        *(300_000_00, 420_000_00, 300_000_00, 420_000_00),
        100_000_00,
    ]


def test_sorted_lines_are_not_moved_and_it_says_why(desk: Desk, store: Store) -> None:
    before = in_file(store, "name")
    sort_by(desk, "expenditure")
    desk.key(KEY.Key_Down, ALT | SHIFT)
    assert in_file(store, "name") == before
    assert desk.page.strip.accessibleName().startswith("Not taken. The lines are sorted.")


def test_lines_of_a_filter_are_not_moved_and_it_says_why(desk: Desk) -> None:
    desk.schemes.filters.choose("source", "iBCF")
    desk.schemes.grid.setFocus()
    desk.key(KEY.Key_Down, ALT | SHIFT)
    assert desk.page.strip.accessibleName().startswith("Not taken. Not every line is shown.")


def test_the_sort_outlives_a_change_of_columns(desk: Desk) -> None:
    sort_by(desk, "expenditure")
    desk.key(KEY.Key_5, ALT)
    assert desk.shown("expenditure") == UP
    desk.key(KEY.Key_O, CTRL | SHIFT)
    assert desk.shown("expenditure") == list(reversed(UP))


def test_a_sort_by_a_column_that_goes_comes_back_with_it(desk: Desk) -> None:
    sort_by(desk, "provider", times=2)
    assert sorted_by(desk) == ("provider", Qt.SortOrder.DescendingOrder)
    desk.schemes.show_columns(Shown.OUTPUTS)
    desk.settle()
    assert sorted_by(desk) is None
    assert "Sorted" not in desk.schemes.footer.accessibleDescription()
    desk.schemes.show_columns(Shown.MAIN)
    desk.settle()
    assert sorted_by(desk) == ("provider", Qt.SortOrder.DescendingOrder)


def test_the_headings_over_the_frozen_columns_sort_too(desk: Desk) -> None:
    desk.schemes.show_columns(Shown.ALL)
    desk.settle()
    desk.at(1, "tags")
    frozen = desk.schemes.grid._frozen
    assert frozen is not None
    assert frozen.isVisible()
    header = frozen.horizontalHeader()
    point = QPoint(header.sectionViewportPosition(1) + 30, header.height() // 2)
    for _time in range(2):
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=point)
        desk.settle()
    assert sorted_by(desk) == ("name", Qt.SortOrder.DescendingOrder)
    assert header.sortIndicatorSection() == 1
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=point)
    desk.settle()
    assert sorted_by(desk) is None
    assert header.sortIndicatorSection() == -1


def test_a_click_on_a_heading_sorts_and_selects_no_column(desk: Desk) -> None:
    header = desk.schemes.grid.horizontalHeader()
    place = desk.schemes.grid.rows.columnCount() - 1
    point = QPoint(header.sectionViewportPosition(place) + 20, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=point)
    desk.settle()
    assert desk.shown("expenditure") == UP
    assert len(desk.schemes.grid.selected_cells()) == 1


def test_a_new_line_is_typed_at_the_end_and_then_stands_in_its_place(desk: Desk, store: Store) -> None:
    sort_by(desk, "name")
    desk.key(KEY.Key_N, CTRL)
    desk.type("Befriending")
    assert desk.shown("name")[3] == "Befriending"
    desk.key(KEY.Key_Return)
    assert desk.shown("name")[0] == "Befriending"
    assert in_file(store, "name")[3] == "Befriending"


def test_natural_order_of_ids(desk: Desk, store: Store, plan_id: int) -> None:
    for number in ("10", "1a"):
        schemes.add_line(store, plan_id=plan_id, after=None, scheme_id=number, name=f"Scheme {number}")
    desk.context.changes.deliver()
    desk.settle()
    sort_by(desk, "scheme_id")
    assert desk.shown("scheme_id") == ["1", "1a", "2", "2", "10"]


@pytest.mark.parametrize("which", list(Shown))
def test_every_column_can_be_sorted_by(desk: Desk, which: Shown) -> None:
    desk.at(1, "expenditure")
    desk.type("lots")
    desk.key(KEY.Key_Return)
    desk.schemes.show_columns(which)
    desk.settle()
    grid = desk.schemes.grid
    for column in grid.rows.columns:
        for order in Qt.SortOrder:
            grid.sorting.sort_by(column.key, order)
            assert sorted(row.line.id for row in grid.rows.rows) == sorted(
                row.line.id for place in range(3) if (row := grid.rows.row_at(grid.rows.index(place, 0)))
            )
