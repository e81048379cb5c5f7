"""A promise that nothing followed becomes an action, or needs none."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests import builders

from boardtool.data import agenda, meetings
from boardtool.data import promises as questions
from boardtool.domain.meetings import Status
from boardtool.services import promises

if TYPE_CHECKING:
    from boardtool.data.store import Store

TODAY = date(2022, 8, 24)
TEXT = "Circulate the winter plan"
PROMISE = "that the Director of Place will circulate the winter plan"


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


def test_one_that_needs_no_action_is_not_asked_for_again_until_that_is_undone(store: Store) -> None:
    meeting_id, item_id = a_held_meeting(store)
    minute_id = builders.a_minute(store, meeting_id, "Winter", item_id=item_id, resolutions=[PROMISE])

    def asked_for() -> list[str]:
        with store.reading() as reading:
            found = questions.of_meeting(reading, meeting_id)
        return [each.text for each in found.followed_by_nothing]

    assert asked_for() == [PROMISE]
    promises.need_none(store, minute_id=minute_id, text=PROMISE)
    assert asked_for() == []
    store.undo()
    assert asked_for() == [PROMISE]
