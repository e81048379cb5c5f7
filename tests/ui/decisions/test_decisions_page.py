"""The Decisions page: every resolution, found by its words, its board and its year, with its minute."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from tests.builders import JULY, a_board, a_meeting, a_minute, an_action, an_item

from boardtool.ui.decisions.page import DecisionsPage
from boardtool.ui.places import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.ui.context import Context


def opened(qtbot: QtBot, context: Context, place: Place) -> DecisionsPage:
    page = DecisionsPage(context)
    qtbot.addWidget(page, before_close_func=lambda _page: settle(qtbot, page))
    page.resize(1300, 700)
    page.open(place)
    page.show()
    settle(qtbot, page)
    return page


def settle(qtbot: QtBot, page: DecisionsPage) -> None:
    page.context.changes.deliver()
    qtbot.waitUntil(lambda: page.context.asking.is_idle)


@pytest.fixture
def page(qtbot: QtBot, context: Context, store: Store) -> DecisionsPage:
    """Three resolutions of one board in July 2022, one of another in March 2022."""
    north = a_board(store)
    group = a_board(store, "PDG", name="Place Delivery Group")
    july = a_meeting(store, north, JULY)
    item_id = an_item(store, july, "Health Inequalities Plan")
    a_minute(
        store,
        july,
        "Health Inequalities Plan",
        item_id=item_id,
        narrative="The Board discussed the plan.",
        resolutions=("notes the plan", "asks for leads to be named"),
        number=32,
    )
    a_minute(store, july, "COVID-19 Update", resolutions=("notes the update",), number=33)
    an_action(store, north, "050722/04", "Name the leads", meeting_id=july, item_id=item_id)
    march = a_meeting(store, group, date(2022, 3, 10))
    a_minute(store, march, "Terms of reference", resolutions=("agrees the terms",), number=5)
    return opened(qtbot, context, Place("decisions"))


def shown(page: DecisionsPage) -> list[str]:
    return [row.decision.text for row in page.table.rows.rows]


def test_the_latest_meeting_comes_first_and_its_minutes_in_order(page: DecisionsPage) -> None:
    assert shown(page) == [
        "notes the plan",
        "asks for leads to be named",
        "notes the update",
        "agrees the terms",
    ]
    assert [row.follows for row in page.table.rows.rows] == [False, True, False, False]


def test_typing_narrows_to_what_holds_every_word(qtbot: QtBot, page: DecisionsPage) -> None:
    qtbot.keyClicks(page.search, "plan leads")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert shown(page) == ["asks for leads to be named"]


def test_a_board_and_a_year_narrow_and_are_cleared_together(page: DecisionsPage) -> None:
    page.board.choose("NNHWB")
    assert len(shown(page)) == 3
    page.year.choose("2021/22")
    assert shown(page) == []
    page.clear()
    assert len(shown(page)) == 4


def test_nothing_found_says_what_was_looked_for(qtbot: QtBot, page: DecisionsPage) -> None:
    qtbot.keyClicks(page.search, "budget")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert page.panes()[0].currentWidget().accessibleName() == "Nothing matches “budget”."  # type: ignore[attr-defined] # the stack


def test_the_minute_is_read_whole_beside_it(qtbot: QtBot, page: DecisionsPage) -> None:
    page.table.choose(page.table.rows.rows[1].decision.id)
    settle(qtbot, page)
    read = page.panel.reading.toPlainText()
    for words in (
        "32. Health Inequalities Plan",
        "The Board discussed the plan.",
        "2) asks for leads",
        "050722/04",
    ):
        assert words in read
    assert page.panel.reading.isReadOnly()


def test_enter_opens_the_minutes_of_the_meeting(
    qtbot: QtBot, page: DecisionsPage, visited: list[Place]
) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert visited == [Place("meetings", ref="NNHWB/2022-07-05", tab="minutes")]


def test_a_place_leads_to_one_decision(qtbot: QtBot, page: DecisionsPage) -> None:
    last = page.table.rows.rows[-1]
    page.search.setText("update")
    page.open(Place("decisions", id=last.decision.id))
    settle(qtbot, page)
    assert page.table.current_row() == last


def test_without_decisions_the_page_says_where_they_come_from(
    qtbot: QtBot, context: Context, visited: list[Place]
) -> None:
    page = opened(qtbot, context, Place("decisions"))
    (link,) = [each for each in page.findChildren(QPushButton) if each.text() == "import minutes."]
    link.click()
    assert visited == [Place("importing", tab="minutes")]
