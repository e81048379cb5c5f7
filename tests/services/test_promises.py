"""A promise that nothing followed becomes an action."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests import builders

from boardtool.data import agenda, meetings
from boardtool.domain.meetings import Status
from boardtool.services import promises

if TYPE_CHECKING:
    from boardtool.data.store import Store

TODAY = date(2022, 8, 24)
TEXT = "Circulate the winter plan"


def a_held_meeting(store: Store) -> tuple[int, int]:
    """A meeting of 5 July with one item: the ids of both."""
    board_id = builders.a_board(store)
    meeting_id = builders.a_meeting(store, board_id, builders.JULY, subjects=["Winter"])
    with store.reading() as reading:
        return meeting_id, agenda.items(reading, meeting_id)[0].id


def test_it_belongs_to_the_meeting_that_heard_the_promise(store: Store) -> None:
    meeting_id, item_id = a_held_meeting(store)
    action = promises.take_up(
        store, meeting_id=meeting_id, item_id=item_id, text=TEXT, who="Director of Place", today=TODAY
    )
    assert (action.number, action.owners) == ("050722/01", ("Director of Place",))
    assert action.meeting_id == meeting_id


def test_after_approval_it_is_one_raised_between_meetings(store: Store) -> None:
    meeting_id, item_id = a_held_meeting(store)
    with store.step("Approve") as step:
        meetings.change(step, meeting_id, status=Status.APPROVED)
    action = promises.take_up(store, meeting_id=meeting_id, item_id=item_id, text=TEXT, who="", today=TODAY)
    assert (action.number, action.owners, action.meeting_id) == ("240822/01", (), None)
