"""A meeting planned by keys alone, with its clear days explained while the date is typed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from tests.ui.meetings.conftest import focused, press, put_away, the_dialog, type_in

from boardtool.data import agenda, boards, meetings
from boardtool.services import boards as board_services
from boardtool.ui.meetings.listing import MeetingsList
from boardtool.ui.meetings.new_board import NewBoardDialog
from boardtool.ui.meetings.new_meeting import NewMeetingDialog
from boardtool.ui.places import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.ui.context import Context

Key = Qt.Key


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> Iterator[MeetingsList]:
    made = MeetingsList(context)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made._listed is not None)
    yield made
    put_away(made, qtbot, context)


@pytest.fixture
def board(store: Store) -> int:
    board_id = board_services.make(store, code="NNHWB", name="North Health and Wellbeing Board")
    board_services.change(store, board_id=board_id, usual_start="13:30", usual_place="Corby Cube")
    return board_id


def the_form(qtbot: QtBot, page: MeetingsList) -> NewMeetingDialog:
    page.plan()
    qtbot.waitUntil(lambda: bool(_open(NewMeetingDialog)))
    return cast("NewMeetingDialog", the_dialog(NewMeetingDialog))


def _open(kind: type[NewMeetingDialog | NewBoardDialog]) -> bool:
    try:
        the_dialog(kind)
    except StopIteration:
        return False
    return True


def test_date_and_enter_plan_a_meeting_with_its_standing_items(
    page: MeetingsList, board: int, qtbot: QtBot, store: Store, visited: list[Place]
) -> None:
    the_form(qtbot, page)
    type_in("6 Sep")
    press(Key.Key_Return)
    ref = "NNHWB/2022-09-06"
    qtbot.waitUntil(lambda: visited == [Place("meetings", ref=ref, tab="agenda")])
    with store.reading() as reading:
        planned = meetings.by_ref(reading, ref)
        items = agenda.items(reading, planned.id)
    assert (planned.board_id, planned.start, planned.place) == (board, "13:30", "Corby Cube")
    assert items[0].subject == "Apologies for non-attendance"


def test_the_clear_days_are_explained_while_the_date_is_typed(
    page: MeetingsList, board: int, qtbot: QtBot
) -> None:
    assert board
    dialog = the_form(qtbot, page)
    type_in("6 September 2022")
    assert dialog.notice.text() == (
        "Tuesday. Publish by Friday 26 August: exactly 5 clear days. "
        "Weekends and the bank holiday do not count. 29 August is the Summer bank holiday."
    )


def test_a_day_that_cannot_be_read_is_refused_in_place(
    page: MeetingsList, board: int, qtbot: QtBot, store: Store
) -> None:
    assert board
    dialog = the_form(qtbot, page)
    type_in("the sixth")
    press(Key.Key_Return)
    assert dialog.isVisible()
    assert "is not a date" in dialog.day.box.accessibleDescription()
    assert focused() is dialog.day.box
    assert dialog.day.box.text() == "the sixth"
    with store.reading() as reading:
        assert not meetings.every(reading)


def test_a_day_on_which_the_board_meets_already_is_refused_in_place(
    page: MeetingsList, board: int, qtbot: QtBot, store: Store
) -> None:
    from boardtool.services import meetings as meeting_services

    meeting_services.plan(store, board_id=board, day=date(2022, 9, 6))
    dialog = the_form(qtbot, page)
    type_in("6 Sep 2022")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: "meets on 6 September 2022 already" in dialog.day.box.accessibleDescription())


def test_the_last_meeting_that_it_starts_from_is_named(
    page: MeetingsList, board: int, qtbot: QtBot, store: Store
) -> None:
    from boardtool.services import meetings as meeting_services

    for day in (date(2022, 7, 5), date(2022, 12, 6)):
        meeting_services.plan(store, board_id=board, day=day)
    dialog = the_form(qtbot, page)
    type_in("6 Sep 2022")
    assert dialog.from_last.text() == "Start from the last meeting (5 July 2022)"


def test_a_library_without_a_board_asks_for_one_first(page: MeetingsList, qtbot: QtBot, store: Store) -> None:
    page.plan()
    qtbot.waitUntil(lambda: _open(NewBoardDialog))
    type_in("Place Delivery Group")
    press(Key.Key_Tab)
    type_in("pdg")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: _open(NewMeetingDialog))
    with store.reading() as reading:
        assert [board.code for board in boards.every(reading)] == ["PDG"]
