"""The agenda as a person edits it: by keys in its table, and by files dropped on its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from tests.ui.meetings.conftest import SUBJECTS, press, type_in

from boardtool.data import agenda
from boardtool.domain.meetings import AgendaItem, Kind
from boardtool.ui.meetings.agenda.tab import AgendaTab
from boardtool.ui.places import Place

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.ui.context import Context
    from boardtool.ui.meetings.page import MeetingsPage

Key = Qt.Key


@pytest.fixture
def tab(meeting: int, open_at: Callable[[str], MeetingsPage]) -> AgendaTab:
    assert meeting
    shown = open_at("agenda").workspace.tab
    assert isinstance(shown, AgendaTab)
    return shown


def held(store: Store, meeting: int) -> list[AgendaItem]:
    with store.reading() as reading:
        return agenda.items(reading, meeting)


def subjects(tab: AgendaTab) -> list[str]:
    return [row.item.subject for row in tab.model.rows]


def at_cell(tab: AgendaTab, place: int, column: str) -> None:
    names = [each.key for each in tab.model.columns]
    tab.table.setCurrentIndex(tab.model.index(place, names.index(column)))


def test_the_table_begins_at_the_item_that_the_first_finding_is_about(tab: AgendaTab) -> None:
    row = tab.table.current_row()
    assert row is not None
    assert row.item.subject == "Better Care Fund Plan"


@pytest.mark.parametrize(
    ("column", "typed", "fact", "expected"),
    [
        ("subject", "Strategy and Place", "subject", "Strategy and Place"),
        ("presenters", "Chair; Director of Adults", "presenters", ("Chair", "Director of Adults")),
        ("length", "25", "length", 25),
        ("pages", "19 - 58", "pages", "19 - 58"),
        ("number", "2a", "number", "2a"),
    ],
)
def test_a_cell_is_edited_where_it_stands(
    tab: AgendaTab,
    qtbot: QtBot,
    store: Store,
    meeting: int,
    column: str,
    typed: str,
    fact: str,
    expected: object,
) -> None:
    at_cell(tab, 1, column)
    press(Key.Key_F2)
    type_in(typed)
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: getattr(held(store, meeting)[1], fact) == expected)


def test_names_are_offered_in_a_cell_and_enter_takes_one_before_it_ends_the_editing(
    tab: AgendaTab, qtbot: QtBot, store: Store, meeting: int
) -> None:
    at_cell(tab, 2, "presenters")
    press(Key.Key_F2)
    type_in("plac")
    press(Key.Key_Return)
    assert tab.table.state() == tab.table.State.EditingState
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: held(store, meeting)[2].presenters == ("Director of Place",))


def test_a_start_typed_gives_the_item_above_its_length(
    tab: AgendaTab, qtbot: QtBot, store: Store, meeting: int
) -> None:
    at_cell(tab, 1, "start")
    press(Key.Key_F2)
    type_in("1.50")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: held(store, meeting)[0].length == 20)
    assert [item.start for item in held(store, meeting)] == ["13:30", "13:50", "14:10"]


def test_a_time_that_cannot_be_read_keeps_its_box_open(tab: AgendaTab, store: Store, meeting: int) -> None:
    at_cell(tab, 1, "start")
    press(Key.Key_F2)
    type_in("soon")
    press(Key.Key_Return)
    assert tab.table.state() == tab.table.State.EditingState
    assert held(store, meeting)[0].length == 10


def test_insert_adds_an_item_above_and_opens_its_subject(
    tab: AgendaTab, qtbot: QtBot, store: Store, meeting: int
) -> None:
    at_cell(tab, 1, "subject")
    press(Key.Key_Insert)
    qtbot.waitUntil(lambda: tab.table.state() == tab.table.State.EditingState)
    type_in("Winter plan")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: held(store, meeting)[1].subject == "Winter plan")
    assert [item.number for item in held(store, meeting)] == ["01", "02", "03", "04"]


def test_alt_and_arrow_move_an_item_and_it_stays_chosen(
    tab: AgendaTab, qtbot: QtBot, store: Store, meeting: int
) -> None:
    at_cell(tab, 2, "subject")
    press(Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: subjects(tab) == [SUBJECTS[0], SUBJECTS[2], SUBJECTS[1]])
    assert [item.subject for item in held(store, meeting)] == subjects(tab)
    row = tab.table.current_row()
    assert row is not None
    assert row.item.subject == SUBJECTS[2]


def test_delete_removes_an_item_and_undo_brings_it_back(
    tab: AgendaTab, qtbot: QtBot, context: Context
) -> None:
    at_cell(tab, 1, "subject")
    press(Key.Key_Delete)
    qtbot.waitUntil(lambda: subjects(tab) == [SUBJECTS[0], SUBJECTS[2]])
    context.undo.take_back()
    qtbot.waitUntil(lambda: subjects(tab) == list(SUBJECTS))


def test_renumber_lets_numbers_follow_the_order_again(
    tab: AgendaTab, qtbot: QtBot, store: Store, meeting: int
) -> None:
    with store.step("Print odd numbers") as step:
        agenda.change(step, held(store, meeting)[0].id, number="010")
    tab.renumber()
    qtbot.waitUntil(lambda: held(store, meeting)[0].number == "01")


def test_a_file_dropped_on_a_row_becomes_its_paper(
    tab: AgendaTab, qtbot: QtBot, store: Store, meeting: int, tmp_path: Path
) -> None:
    report = tmp_path / "Better Care Fund.docx"
    report.write_bytes(b"a report")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(report))])
    middle = tab.table.visualRect(tab.model.index(2, 1)).center()
    event = QDropEvent(
        QPointF(middle),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    tab.table.dropEvent(event)
    qtbot.waitUntil(lambda: bool(held(store, meeting)[2].papers))
    item = held(store, meeting)[2]
    assert item.papers[0].title == "Better Care Fund"
    assert item.kind is Kind.LATE


def test_the_last_line_tells_the_end_and_the_minutes(tab: AgendaTab) -> None:
    last = tab.model.rowCount() - 1
    assert [tab.model.index(last, column).data() for column in (4, 5)] == ["2.10", "40"]


def test_a_change_made_elsewhere_shows_at_once_and_keeps_the_choice(
    tab: AgendaTab, qtbot: QtBot, store: Store, meeting: int
) -> None:
    at_cell(tab, 1, "subject")
    with store.step("Change item") as step:
        agenda.change(step, held(store, meeting)[0].id, subject="Apologies for absence")
    qtbot.waitUntil(lambda: subjects(tab)[0] == "Apologies for absence")
    row = tab.table.current_row()
    assert row is not None
    assert row.item.subject == SUBJECTS[1]


def test_an_empty_agenda_says_what_to_do(tab: AgendaTab, qtbot: QtBot, store: Store, meeting: int) -> None:
    with store.step("Remove items") as step:
        for item in held(store, meeting):
            agenda.remove(step, item.id)
    qtbot.waitUntil(lambda: tab._stack.shown is tab.empty)
    tab.add_item()
    qtbot.waitUntil(lambda: subjects(tab) == ["New item"])


def test_what_is_being_typed_stays_when_its_row_changes_elsewhere(
    tab: AgendaTab, qtbot: QtBot, store: Store, meeting: int
) -> None:
    at_cell(tab, 1, "subject")
    press(Key.Key_F2)
    type_in("Strategy and Place")
    with store.step("Change item") as step:
        agenda.change(step, held(store, meeting)[1].id, length=35)
    qtbot.waitUntil(lambda: tab.model.rows[1].item.length == 35)
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: held(store, meeting)[1].subject == "Strategy and Place")


def test_an_agenda_is_imported_into_this_meeting(tab: AgendaTab, visited: list[Place]) -> None:
    tab._import()
    assert visited == [Place("importing", ref="NNHWB/2022-09-06", tab="agenda")]


def test_in_little_room_presenters_give_way_and_come_back_as_wide(tab: AgendaTab, qtbot: QtBot) -> None:
    place = [each.key for each in tab.model.columns].index("presenters")
    width = tab.table.columnWidth(place)
    page = tab.window()
    page.resize(800, 700)
    qtbot.waitUntil(lambda: tab.table.isColumnHidden(place))
    tab.table.setColumnWidth(0, 70)
    page.resize(1300, 820)
    qtbot.waitUntil(lambda: not tab.table.isColumnHidden(place))
    assert tab.table.columnWidth(place) == width
    kept = tab.context.preferences.column_widths("agenda")
    assert kept["presenters"] == width
