"""The panel of one agenda item: what is typed there is kept, by keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from tests.ui.meetings.conftest import focused, press, type_in

from boardtool.data import agenda
from boardtool.domain.meetings import AgendaItem, Purpose
from boardtool.ui.meetings.agenda.tab import AgendaTab

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.ui.context import Context
    from boardtool.ui.meetings.agenda.item_details import ItemDetails
    from boardtool.ui.meetings.page import MeetingsPage

Key = Qt.Key


@pytest.fixture
def tab(meeting: int, open_at: Callable[[str], MeetingsPage]) -> AgendaTab:
    """The agenda, its second item chosen, the focus in that item's details."""
    assert meeting
    shown = open_at("agenda").workspace.tab
    assert isinstance(shown, AgendaTab)
    shown.table.choose(shown.model.rows[1].item.id)
    press(Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    return shown


@pytest.fixture
def details(tab: AgendaTab) -> ItemDetails:
    return tab.panel.details


def the_item(store: Store, meeting: int) -> AgendaItem:
    with store.reading() as reading:
        return agenda.items(reading, meeting)[1]


def test_alt_enter_leads_to_the_item_and_back(tab: AgendaTab) -> None:
    assert tab.panel.shows_item
    assert focused() is tab.panel.details.purpose
    press(Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert tab.panel.details.isHidden()
    assert focused() is tab.table


def test_recommendations_are_kept_soon_after_they_are_typed(
    details: ItemDetails, qtbot: QtBot, store: Store, meeting: int
) -> None:
    details.recommendations.setFocus()
    type_in("note the progress")
    press(Key.Key_Return)
    type_in("agree the next steps")
    qtbot.waitUntil(
        lambda: the_item(store, meeting).recommendations == "note the progress\nagree the next steps"
    )


def test_words_typed_for_one_item_are_kept_when_another_is_chosen(
    tab: AgendaTab, details: ItemDetails, qtbot: QtBot, store: Store, meeting: int
) -> None:
    details.recommendations.setFocus()
    type_in("note the progress")
    tab.table.choose(tab.model.rows[0].item.id)
    qtbot.waitUntil(lambda: the_item(store, meeting).recommendations == "note the progress")
    with store.reading() as reading:
        assert not agenda.items(reading, meeting)[0].recommendations


def test_the_purpose_is_chosen_by_its_first_letter(
    details: ItemDetails, qtbot: QtBot, store: Store, meeting: int
) -> None:
    assert focused() is details.purpose
    press(Key.Key_Down)
    details.purpose.activated.emit(details.purpose.currentIndex())
    qtbot.waitUntil(lambda: the_item(store, meeting).purpose is Purpose.DECISION)


def test_an_exempt_paragraph_closes_the_item_and_asks_why(
    details: ItemDetails, qtbot: QtBot, store: Store, meeting: int
) -> None:
    details.exempt.setFocus()
    type_in("3")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: the_item(store, meeting).exempt == "3")
    qtbot.waitUntil(details.interest.isVisible)
    details.interest.setFocus()
    type_in("names a bidder")
    qtbot.waitUntil(lambda: the_item(store, meeting).public_interest == "names a bidder")
    assert the_item(store, meeting).exempt == "3"


def test_a_paragraph_that_does_not_exist_is_refused_in_place(
    details: ItemDetails, qtbot: QtBot, store: Store, meeting: int
) -> None:
    details.exempt.setFocus()
    type_in("12")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: "1 to 7" in details._exempt_error.text())
    assert not the_item(store, meeting).exempt
    assert details.exempt.text() == "12"


def test_an_item_is_carried_forward_by_its_box(
    details: ItemDetails, qtbot: QtBot, store: Store, meeting: int
) -> None:
    details.carry.setFocus()
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: the_item(store, meeting).outcome == "carried forward")


def test_typing_within_a_minute_is_one_thing_to_undo(
    details: ItemDetails, qtbot: QtBot, store: Store, meeting: int, context: Context
) -> None:
    details.recommendations.setFocus()
    type_in("note")
    qtbot.waitUntil(lambda: the_item(store, meeting).recommendations == "note")
    type_in(" the progress")
    qtbot.waitUntil(lambda: the_item(store, meeting).recommendations == "note the progress")
    context.undo.take_back()
    qtbot.waitUntil(lambda: not the_item(store, meeting).recommendations)
