"""The list of meetings: those to come first, narrowed by its chips, opened by Enter."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from tests import builders
from tests.ui.meetings.conftest import press, put_away

from boardtool.domain.meetings import Status
from boardtool.ui.meetings.listing import MeetingsList
from boardtool.ui.places import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.ui.context import Context


@pytest.fixture
def page(qtbot: QtBot, context: Context, store: Store) -> Iterator[MeetingsList]:
    north = builders.a_board(store)
    group = builders.a_board(store, "PDG", name="Place Delivery Group")
    builders.a_meeting(store, north, date(2022, 9, 6))
    builders.a_meeting(store, north, date(2021, 12, 7), status=Status.APPROVED)
    builders.a_meeting(store, group, date(2022, 7, 28), status=Status.CIRCULATED)
    made = MeetingsList(context)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: bool(made.model.rows))
    made.table.setFocus()
    yield made
    put_away(made, qtbot, context)


def lines(page: MeetingsList) -> list[str]:
    return [str(page.model.index(line, 0).data()) for line in range(page.model.rowCount())]


def test_meetings_stand_under_what_is_to_come_and_the_years_behind(page: MeetingsList) -> None:
    assert lines(page) == ["To come", "Tue 6 Sep", "Held in 2022", "Thu 28 Jul", "Held in 2021", "Tue 7 Dec"]


def test_a_meeting_to_come_says_its_next_step(page: MeetingsList) -> None:
    column = [each.key for each in page.model.columns].index("next")
    assert page.model.index(1, column).data() == "Publish agenda, Fri 26 Aug"


def test_a_board_and_a_year_narrow_the_list(page: MeetingsList) -> None:
    page.board.choose("PDG")
    assert lines(page) == ["Held in 2022", "Thu 28 Jul"]
    page.year.choose("2021")
    assert page._stack.shown is page.nothing
    page._show_all()
    assert len(page.model.rows) == 3


def test_enter_opens_the_meeting(page: MeetingsList, visited: list[Place]) -> None:
    page.table.choose(page.model.rows[0].meeting.id)
    press(Qt.Key.Key_Return)
    assert visited == [Place("meetings", ref="NNHWB/2022-09-06")]


def test_a_meeting_planned_elsewhere_appears(page: MeetingsList, qtbot: QtBot, store: Store) -> None:
    builders.a_meeting(store, page.model.rows[0].meeting.board_id, date(2022, 12, 6))
    qtbot.waitUntil(lambda: "Tue 6 Dec" in lines(page))
