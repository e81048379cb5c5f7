"""The benefits of a programme by keys: made in the window, typed by year, held against a paper."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from boardtool.ui.bcf.benefits.new_programme import NewProgrammeDialog
from boardtool.ui.bcf.benefits.tab import BenefitsTab

if TYPE_CHECKING:
    from tests.ui.bcf.conftest import Desk

    from boardtool.data.store import Store

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def in_file(store: Store, sql: str) -> list[tuple[object, ...]]:
    """What the library's file holds, read past the program."""
    with closing(sqlite3.connect(store.folder / "board.db")) as file:
        return list(file.execute(sql))


def benefits_tab(desk: Desk) -> BenefitsTab:
    tab = desk.go("benefits")
    assert isinstance(tab, BenefitsTab)
    return tab


def make(desk: Desk, name: str) -> BenefitsTab:
    """Make a programme as the tab that has none offers."""
    tab = benefits_tab(desk)
    tab.empty.setFocus()
    desk.key(KEY.Key_Space)
    asked(desk, tab)
    desk.type(name)
    desk.key(KEY.Key_Return)
    with desk.qtbot.waitActive(desk.page):
        desk.page.activateWindow()
    tab.table.setFocus()
    return tab


def asked(desk: Desk, tab: BenefitsTab) -> NewProgrammeDialog:
    """The dialog, once it has the keyboard."""
    (dialog,) = (each for each in tab.findChildren(NewProgrammeDialog) if each.isVisible())
    with desk.qtbot.waitActive(dialog):
        dialog.activateWindow()
    desk.qtbot.waitUntil(dialog.name.hasFocus)
    return dialog


def type_at(desk: Desk, tab: BenefitsTab, line: int, column: str, words: str) -> None:
    """Type over a cell of the table, by the number of its row and the key of its column."""
    tab.table.setFocus()
    keys = [each.key for each in tab.table.rows.columns]
    tab.table.setCurrentIndex(tab.table.rows.index(line, keys.index(column)))
    desk.key(KEY.Key_F2)
    desk.key(KEY.Key_A, CTRL)
    desk.type(words)
    desk.key(KEY.Key_Return)


def test_a_programme_is_made_and_its_table_typed_by_keys(desk: Desk, store: Store) -> None:
    tab = make(desk, "iCAN")
    assert in_file(store, "SELECT name FROM bcf_programme") == [("iCAN",)]
    years = [each.key for each in tab.table.rows.columns if each.key.startswith("20")]
    assert years == ["2022-23", "2023-24", "2024-25", "2025-26", "2026-27"]
    desk.key(KEY.Key_N, CTRL)
    desk.key(KEY.Key_A, CTRL)
    desk.type("Fewer admissions")
    desk.key(KEY.Key_Return)
    type_at(desk, tab, 1, "2022-23", "1,200")
    type_at(desk, tab, 1, "2023-24", "TBC")
    assert in_file(store, "SELECT year, planned, words FROM bcf_benefit_figure ORDER BY year") == [
        ("2022-23", 1_200_000_00, ""),
        ("2023-24", None, "TBC"),
    ]
    assert tab.totals.accessibleName() == "iCAN, Costs 0, Benefits 1,200"


def test_a_printed_total_that_the_years_do_not_add_to_is_said(desk: Desk, store: Store, plan_id: int) -> None:
    assert plan_id
    tab = make(desk, "iCAN")
    tab.table.setFocus()
    desk.key(KEY.Key_N, CTRL)
    desk.key(KEY.Key_Escape)
    type_at(desk, tab, 1, "2022-23", "49,358")
    type_at(desk, tab, 1, "printed", "49,357")
    assert in_file(store, "SELECT printed_total FROM bcf_benefit") == [(49_357_000_00,)]
    assert "1 line differs from what the paper prints" in tab.totals.accessibleName()
    type_at(desk, tab, 1, "printed", "49,358")
    assert "differs" not in tab.totals.accessibleName()


def test_a_kind_of_cost_heads_its_lines(desk: Desk) -> None:
    tab = make(desk, "iCAN")
    tab._add_cost()
    desk.settle()
    desk.key(KEY.Key_Escape)
    type_at(desk, tab, 1, "heading", "Non-recurrent")
    assert tab.table.rows.index(0, 0).data() == "Costs, non-recurrent"


def test_a_year_is_added_until_something_is_typed_for_it(desk: Desk, store: Store) -> None:
    tab = make(desk, "iCAN")
    tab._add_year()
    desk.settle()
    assert [each.key for each in tab.table.rows.columns][-3] == "2027-28"
    assert in_file(store, "SELECT * FROM bcf_benefit_figure") == []


def test_a_second_programme_of_the_same_name_is_refused_in_place(desk: Desk, store: Store) -> None:
    tab = make(desk, "iCAN")
    tab.new_programme()
    dialog = asked(desk, tab)
    desk.type("iCAN")
    desk.key(KEY.Key_Return)
    assert dialog.name.accessibleDescription() == "The board has a programme iCAN already."
    assert len(in_file(store, "SELECT * FROM bcf_programme")) == 1


def test_a_removed_programme_goes_with_its_table_and_undo_brings_both_back(desk: Desk, store: Store) -> None:
    tab = make(desk, "iCAN")
    tab._add_cost()
    desk.settle()
    desk.key(KEY.Key_Escape)
    tab._remove_programme()
    desk.settle()
    assert tab.empty.isVisible()
    store.undo()
    assert len(in_file(store, "SELECT * FROM bcf_benefit")) == 1
