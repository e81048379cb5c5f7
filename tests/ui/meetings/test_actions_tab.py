"""The actions of a meeting in their tab, by keys."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from tests.ui.meetings.conftest import press, type_in

from boardtool.data import actions, agenda
from boardtool.domain.actions import Action, ActionStatus
from boardtool.services import actions as action_services
from boardtool.ui.meetings.actions_tab import ActionsTab
from boardtool.ui.places import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.ui.meetings.page import MeetingsPage

Key = Qt.Key


def item_id(store: Store, meeting: int, place: int) -> int:
    with store.reading() as reading:
        return agenda.items(reading, meeting)[place].id


@pytest.fixture
def actions_tab(store: Store, meeting: int, open_at: Callable[[str], MeetingsPage]) -> ActionsTab:
    """The actions of a meeting that made two."""
    for text in ("Circulate the framework", "Bring the data"):
        action_services.record(
            store, item_id=item_id(store, meeting, 1), text=text, owners=["Director of Place"]
        )
    tab = open_at("actions").workspace.tab
    assert isinstance(tab, ActionsTab)
    tab.table.choose(tab.model.rows[0].action.id)
    return tab


def log(store: Store) -> list[Action]:
    with store.reading() as reading:
        return actions.log(reading)


def test_an_action_is_completed_by_one_key(actions_tab: ActionsTab, qtbot: QtBot, store: Store) -> None:
    assert [row.action.number for row in actions_tab.model.rows] == ["060922/01", "060922/02"]
    press(Key.Key_C)
    qtbot.waitUntil(lambda: log(store)[0].status is ActionStatus.COMPLETED)
    assert log(store)[0].completed_on == date(2022, 8, 24)


def test_an_action_is_reworded_where_it_stands(actions_tab: ActionsTab, qtbot: QtBot, store: Store) -> None:
    place = [each.key for each in actions_tab.model.columns].index("text")
    actions_tab.table.setCurrentIndex(actions_tab.model.index_of(actions_tab.model.rows[0].action.id, place))
    press(Key.Key_F2)
    type_in("Circulate the outcomes framework")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: log(store)[0].text == "Circulate the outcomes framework")


def test_control_and_enter_open_an_action_in_the_log(actions_tab: ActionsTab, visited: list[Place]) -> None:
    action_id = actions_tab.model.rows[0].action.id
    press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert visited == [Place("actions", ref="NNHWB", id=action_id)]
