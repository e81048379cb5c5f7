"""What can be done about a promise that nothing followed: an action of it, or word that none is needed."""

from datetime import date

from boardtool.data import meetings, promises
from boardtool.data.store import Store
from boardtool.domain.actions import Action
from boardtool.domain.meetings import Status
from boardtool.services import actions


def take_up(
    store: Store, *, meeting_id: int, item_id: int | None, text: str, who: str, today: date
) -> Action:
    """Make an action of a promise, allocated to who made it.

    It belongs to the meeting that heard the promise; once the minutes of that meeting are approved and
    locked, it is one raised between meetings.
    """
    with store.reading() as reading:
        meeting = meetings.by_id(reading, meeting_id)
    owners = [who] if who else []
    if item_id is None or meeting.status is Status.APPROVED:
        return actions.raise_between_meetings(
            store, board_id=meeting.board_id, text=text, owners=owners, today=today
        )
    return actions.record(store, item_id=item_id, text=text, owners=owners)


def need_none(store: Store, *, minute_id: int, text: str) -> None:
    """Say that a promise, in the words of the minute, needs no action; undo asks for it again."""
    with store.step("Need no action") as step:
        promises.let_go(step, minute_id=minute_id, text=text)
