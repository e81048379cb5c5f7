"""The action log as a person works in it: by keys, on a real library."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from boardtool.data import actions as kept
from boardtool.domain.action_filter import StatusWanted
from boardtool.domain.actions import Action, ActionStatus
from boardtool.services import actions, boards, meetings
from boardtool.ui.actions.new_action import NewActionDialog
from boardtool.ui.actions.page import ActionsPage
from boardtool.ui.places import Place
from boardtool.ui.widgets.labels import Words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.ui.context import Context

SAID = date(2022, 7, 5)


@pytest.fixture
def board(store: Store) -> int:
    board_id = boards.make(store, code="NNHWB", name="North Health and Wellbeing Board")
    for day in (date(2022, 7, 20), date(2022, 9, 6)):
        meetings.plan(store, board_id=board_id, day=day)
    for text, due in (
        ("Circulate the note", "11 Aug"),
        ("Bring the data", "30 Aug"),
        ("Map the hubs", "1 Nov"),
    ):
        actions.raise_between_meetings(
            store, board_id=board_id, text=text, owners=["Director of Place"], today=SAID, due=due
        )
    return board_id


@pytest.fixture
def page(qtbot: QtBot, context: Context, board: int) -> ActionsPage:
    assert board
    made = ActionsPage(context)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: len(shown(made)) == 6)
    made.table.setFocus()
    return made


def shown(page: ActionsPage) -> list[str]:
    """What stands in the log, line by line: headings and action points."""
    model = page.table.rows
    lines = []
    for line in range(model.rowCount()):
        row = model.row_at(model.index(line, 0))
        lines.append(
            str(model.index(line, 0).data()) if row is None else row.action.text,
        )
    return lines


def held(store: Store) -> list[Action]:
    with store.reading() as reading:
        return kept.log(reading)


def test_actions_stand_in_groups_by_what_to_do_about_them(page: ActionsPage) -> None:
    texts = [line for line in shown(page) if not line.startswith(("Late", "Due by", "Open"))]
    assert texts == ["Circulate the note", "Bring the data", "Map the hubs"]
    assert [line.split()[0] for line in shown(page)][::2] == ["Late", "Due", "Open"]


def test_two_keys_and_text_add_progress(page: ActionsPage, qtbot: QtBot, store: Store) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_P)
    field = QApplication.focusWidget()
    assert field is page.panel.one.field
    qtbot.keyClicks(field, "Sent to both districts")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: held(store)[0].progress == "Sent to both districts")
    assert held(store)[0].status is ActionStatus.IN_PROGRESS
    qtbot.waitUntil(lambda: not page.panel.one.field.text())


def test_one_key_completes_and_the_row_moves_to_the_completed(
    page: ActionsPage, qtbot: QtBot, store: Store
) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: held(store)[0].status is ActionStatus.COMPLETED)
    qtbot.waitUntil(lambda: shown(page)[-1] == "Circulate the note")


def test_an_action_point_is_edited_in_place(page: ActionsPage, qtbot: QtBot, store: Store) -> None:
    row = page.table.current_row()
    assert row is not None
    page.table.choose(row.action.id, edit="text")
    editor = page.table.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, "Circulate the revised note")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: held(store)[0].text == "Circulate the revised note")


def test_several_are_changed_in_one_step(page: ActionsPage, qtbot: QtBot, store: Store) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    several = page.panel.several
    qtbot.waitUntil(several.isVisible)
    qtbot.keyClicks(several.owners, "Director of Public Health")
    qtbot.keyClick(several.owners, Qt.Key.Key_Return)
    owners = {("Director of Public Health",)}
    qtbot.waitUntil(lambda: {action.owners for action in held(store)} == owners)
    store.undo()
    assert {action.owners for action in held(store)} == {("Director of Place",)}


def test_a_day_that_is_none_is_said_where_it_was_typed(page: ActionsPage, qtbot: QtBot, store: Store) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    several = page.panel.several
    qtbot.waitUntil(several.isVisible)
    qtbot.keyClicks(several.due, "31 February")
    qtbot.keyClick(several.due, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(several.due.accessibleDescription()))
    assert several.due.text() == "31 February"
    assert held(store)[0].due == date(2022, 8, 11)


def test_filters_narrow_the_log_and_say_so_when_nothing_is_left(page: ActionsPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.filters.find, "hubs")
    qtbot.waitUntil(lambda: shown(page)[1:] == ["Map the hubs"])
    qtbot.keyClicks(page.filters.find, " zebra")
    qtbot.waitUntil(lambda: not shown(page))
    page.filters.rest()
    qtbot.waitUntil(lambda: len(shown(page)) == 6)


def test_the_completed_are_shown_when_wanted(page: ActionsPage, qtbot: QtBot, store: Store) -> None:
    first = held(store)[0].id
    actions.complete(store, action_ids=[first], today=date(2022, 8, 20))
    page.filters.status.choose(StatusWanted.DONE)
    qtbot.waitUntil(lambda: shown(page)[1:] == ["Circulate the note"])


def test_a_new_action_gets_the_next_number_of_the_day(page: ActionsPage, qtbot: QtBot, store: Store) -> None:
    page.new_action()
    dialog = page.findChild(NewActionDialog)
    assert dialog is not None
    qtbot.keyClicks(dialog.text, "Book the Cornmarket")
    qtbot.keyClicks(dialog.due, "next board")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(held(store)) == 4)
    made = held(store)[-1]
    assert (made.number, made.text, made.due) == ("240822/01", "Book the Cornmarket", date(2022, 9, 6))


def test_a_new_action_without_words_keeps_the_dialog_open(
    page: ActionsPage, qtbot: QtBot, store: Store
) -> None:
    page.new_action()
    dialog = page.findChild(NewActionDialog)
    assert dialog is not None
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.text.accessibleDescription() == "An action needs words: what is to be done?"
    assert len(held(store)) == 3


def test_who_changed_what_is_one_click_away(page: ActionsPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_C)
    page.panel.one.toggle_history()
    qtbot.waitUntil(page.panel.one._history.isVisible)


@pytest.fixture
def west(store: Store, board: int) -> int:
    """An action of another board, completed long before its last meeting."""
    assert board
    board_id = boards.make(store, code="WNHWB", name="West Health and Wellbeing Board")
    meetings.plan(store, board_id=board_id, day=date(2022, 7, 12))
    action = actions.raise_between_meetings(
        store, board_id=board_id, text="Compare the plans", owners=["Analyst"], today=date(2022, 3, 1)
    )
    actions.complete(store, action_ids=[action.id], today=date(2022, 4, 1))
    return action.id


def current(page: ActionsPage) -> str:
    row = page.table.current_row()
    return "" if row is None else row.action.text


def opened_at(page: ActionsPage, place: Place, qtbot: QtBot) -> None:
    page.open(place)
    with qtbot.waitExposed(page):
        page.show()


def test_a_place_leads_to_an_action_even_where_the_filter_leaves_it_out(
    qtbot: QtBot, context: Context, west: int
) -> None:
    page = ActionsPage(context)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    opened_at(page, Place("actions", ref="WNHWB", id=west), qtbot)
    qtbot.waitUntil(lambda: current(page) == "Compare the plans")
    assert page.filters.wanted.status is StatusWanted.ALL
    qtbot.waitUntil(lambda: context.asking.is_idle)
    assert [line for line in shown(page) if line == "Circulate the note"] == []


def test_all_boards_are_shown_again_after_the_log_of_one_was_read(
    west: int, page: ActionsPage, qtbot: QtBot, context: Context, store: Store
) -> None:
    page.open(Place("actions", ref="WNHWB"))
    qtbot.waitUntil(lambda: not any(line == "Map the hubs" for line in shown(page)))
    actions.set_status(store, action_ids=[west], status=ActionStatus.OPEN, today=date(2022, 8, 24))
    qtbot.waitUntil(lambda: "Compare the plans" in shown(page))
    page.filters.board.choose("")
    qtbot.waitUntil(lambda: "Map the hubs" in shown(page))
    assert context.asking.is_idle


def test_what_is_in_progress_and_late_has_room_in_the_panel(
    page: ActionsPage, qtbot: QtBot, store: Store
) -> None:
    first = held(store)[0].id
    actions.set_status(store, action_ids=[first], status=ActionStatus.IN_PROGRESS, today=SAID)
    qtbot.waitUntil(
        lambda: "13 days late".capitalize() in [each.text() for each in page.panel.findChildren(Words)]
    )
    room = page.panel.column.contentsRect().width()
    assert page.panel.one.minimumSizeHint().width() <= room
