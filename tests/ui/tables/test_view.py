"""The table by its keys: opening, editing, ticking, moving and finding rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from boardtool.domain.dates import read_date
from boardtool.ui.preferences import Preferences
from boardtool.ui.tables.column import Cell, ChoiceEdit, Column, DateEdit, Heading, Tail, TextEdit
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.tables.view import TableView

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from boardtool.ui.theme.appearance import Appearance


@dataclass(frozen=True)
class Item:
    id: int
    subject: str
    due: date | None = None
    done: bool = False


ITEMS = [Item(1, "Apologies"), Item(2, "Declarations", date(2022, 9, 6)), Item(3, "Minutes")]


class Told:
    """What the edits of the table were told."""

    def __init__(self) -> None:
        self.words: list[tuple[int, str]] = []
        self.days: list[tuple[int, date | None]] = []
        self.choices: list[tuple[int, str]] = []
        self.ticks: list[tuple[int, bool]] = []


def columns(told: Told) -> tuple[Column[Item], ...]:
    return (
        Column("id", "Item", lambda item: str(item.id), width=60),
        Column(
            "subject",
            "Subject",
            lambda item: item.subject,
            stretch=True,
            edit=TextEdit(lambda item: item.subject, lambda item, words: told.words.append((item.id, words))),
        ),
        Column(
            "due",
            "Due",
            lambda item: str(item.due or ""),
            edit=DateEdit(
                lambda item: item.due, lambda item, day: told.days.append((item.id, day)), read_date
            ),
        ),
        Column(
            "kind",
            "How it comes",
            lambda _item: "Paper",
            edit=ChoiceEdit(
                lambda _item: "paper",
                lambda _item: [("paper", "Paper"), ("verbal", "Verbal update")],
                lambda item, value: told.choices.append((item.id, value)),
            ),
        ),
        Column(
            "done",
            "Take",
            lambda item: Cell(checked=item.done),
            tick=lambda item, ticked: told.ticks.append((item.id, ticked)),
        ),
    )


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def table(qtbot: QtBot, appearance: Appearance, told: Told, tmp_path: Path) -> TableView[Item]:
    assert appearance.colours.accent
    rows = RowModel(columns(told), key=lambda item: item.id)
    view = TableView(rows, name="items", accessible="Items", preferences=Preferences(tmp_path / "window.ini"))
    qtbot.addWidget(view)
    view.resize(900, 400)
    rows.set_rows(ITEMS)
    view.show()
    qtbot.waitExposed(view)
    view.setFocus()
    view.choose(2)
    return view


def at(table: TableView[Item], key: str, identity: int = 2) -> None:
    place = [column.key for column in table.rows.columns].index(key)
    table.setCurrentIndex(table.rows.index_of(identity, place))


def test_enter_on_a_cell_that_is_not_edited_opens_the_row(qtbot: QtBot, table: TableView[Item]) -> None:
    at(table, "id")
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [ITEMS[1]]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_enter_and_f2_edit_a_subject_and_enter_commits_it(
    qtbot: QtBot, table: TableView[Item], told: Told, key: Qt.Key
) -> None:
    at(table, "subject")
    qtbot.keyClick(table, key)
    editor = table.findChild(QLineEdit)
    assert editor is not None
    assert editor.text() == "Declarations"
    qtbot.keyClicks(editor, "Interests")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: told.words == [(2, "Interests")])


def test_a_subject_left_as_it_was_is_not_committed(qtbot: QtBot, table: TableView[Item], told: Told) -> None:
    at(table, "subject")
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QLineEdit)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert told.words == []


def test_a_date_that_cannot_be_read_keeps_its_editor_open(
    qtbot: QtBot, table: TableView[Item], told: Told
) -> None:
    at(table, "due")
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QLineEdit)
    assert editor is not None
    qtbot.keyClicks(editor, "31 February 2022")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.isVisible()
    assert editor.property("wrong") is True
    editor.selectAll()
    qtbot.keyClicks(editor, "13 September 2022")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: told.days == [(2, date(2022, 9, 13))])


def test_an_emptied_date_is_no_date(qtbot: QtBot, table: TableView[Item], told: Told) -> None:
    at(table, "due")
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QLineEdit)
    assert editor is not None
    editor.clear()
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: told.days == [(2, None)])


def test_a_choice_is_committed_by_its_value(qtbot: QtBot, table: TableView[Item], told: Told) -> None:
    at(table, "kind")
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QComboBox)
    assert editor is not None
    editor.hidePopup()
    editor.setCurrentIndex(1)
    editor.activated.emit(1)
    assert told.choices == [(2, "verbal")]


def test_space_ticks_a_tick_box_and_selects_elsewhere(
    qtbot: QtBot, table: TableView[Item], told: Told
) -> None:
    at(table, "done")
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert told.ticks == [(2, True)]
    at(table, "id")
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert table.chosen_rows() == []


def test_home_and_end_go_to_the_first_and_last_row(qtbot: QtBot, table: TableView[Item]) -> None:
    table.rows.set_tail(Tail("new", {"subject": Cell("New item…")}))
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert table.current_row() == ITEMS[2]
    qtbot.keyClick(table, Qt.Key.Key_Home)
    assert table.current_row() == ITEMS[0]


def test_typing_finds_a_subject_from_any_column(qtbot: QtBot, table: TableView[Item]) -> None:
    at(table, "id", 1)
    qtbot.keyClicks(table, "mi")
    assert table.current_row() == ITEMS[2]
    assert table.currentIndex().column() == 0


def test_alt_up_and_down_say_where_a_row_is_to_go(qtbot: QtBot, table: TableView[Item]) -> None:
    table.let_rows_move()
    with qtbot.waitSignal(table.dropped) as up:
        qtbot.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert up.args == [2, 0]
    with qtbot.waitSignal(table.dropped) as down:
        qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert down.args == [2, 2]


def test_enter_on_the_tail_opens_it(qtbot: QtBot, table: TableView[Item]) -> None:
    table.rows.set_tail(Tail("new", {"subject": Cell("New item…")}))
    table.setCurrentIndex(table.rows.index(3, 1))
    with qtbot.waitSignal(table.tail_opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == ["new"]


def test_a_row_that_is_awaited_becomes_current_when_it_arrives(table: TableView[Item]) -> None:
    table.choose(9)
    table.rows.set_rows([*ITEMS, Item(9, "Close")])
    assert table.current_row() == Item(9, "Close")


def test_headings_span_the_table_and_are_no_rows(qtbot: QtBot, appearance: Appearance, told: Told) -> None:
    assert appearance.colours.accent
    rows = RowModel(columns(told), key=lambda item: item.id, group=lambda _item: Heading("Late", "3"))
    view = TableView(rows, name="grouped", accessible="Items")
    qtbot.addWidget(view)
    rows.set_rows(ITEMS)
    assert view.columnSpan(0, 0) == len(rows.columns)
    assert view.columnSpan(1, 0) == 1
    view.setCurrentIndex(rows.index(0, 0))
    assert view.current_row() is None


CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def ids(table: TableView[Item]) -> list[str]:
    return [str(table.rows.index(place, 0).data()) for place in range(table.rows.rowCount())]


def test_sorting_by_the_keyboard_goes_up_then_down_then_back_to_the_order_given(
    qtbot: QtBot, table: TableView[Item]
) -> None:
    table.let_columns_sort()
    table.rows.set_rows([ITEMS[1], ITEMS[0], ITEMS[2]])
    at(table, "subject")
    seen = []
    for _time in range(4):
        qtbot.keyClick(table, Qt.Key.Key_O, CTRL_SHIFT)
        seen.append("".join(ids(table)))
    assert seen == ["123", "321", "213", "123"]


def test_a_third_click_on_a_heading_puts_the_rows_back(qtbot: QtBot, table: TableView[Item]) -> None:
    table.let_columns_sort()
    table.rows.set_rows([ITEMS[1], ITEMS[0], ITEMS[2]])
    header = table.horizontalHeader()
    point = QPoint(header.sectionViewportPosition(1) + 40, header.height() // 2)
    seen = []
    for _time in range(3):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=point)
        seen.append("".join(ids(table)))
    assert seen == ["123", "321", "213"]


def test_a_table_sorted_at_first_can_be_put_as_it_was_given(qtbot: QtBot, table: TableView[Item]) -> None:
    table.rows.set_rows([ITEMS[1], ITEMS[0], ITEMS[2]])
    sorting = table.let_columns_sort("id", Qt.SortOrder.DescendingOrder)
    assert ids(table) == ["3", "2", "1"]
    with qtbot.waitSignal(sorting.turned):
        sorting.stop()
    assert ids(table) == ["2", "1", "3"]


def test_a_heading_says_aloud_which_way_it_is_sorted(table: TableView[Item]) -> None:
    aloud = Qt.ItemDataRole.AccessibleTextRole
    table.let_columns_sort("subject", Qt.SortOrder.DescendingOrder)
    assert table.rows.headerData(1, Qt.Orientation.Horizontal, aloud) == "Subject, sorted downwards"
    assert table.rows.headerData(0, Qt.Orientation.Horizontal, aloud) == "Item"


def test_a_width_chosen_by_hand_is_remembered(table: TableView[Item], tmp_path: Path) -> None:
    table.horizontalHeader().resizeSection(0, 99)
    assert Preferences(tmp_path / "window.ini").column_widths("items")["id"] == 99
