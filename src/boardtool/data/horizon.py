"""The meetings that lateness is measured from: the next one, the last one, and when each board last met."""

from datetime import date

from sqlalchemy import func, select

from boardtool.data import meetings
from boardtool.data.store import Reading
from boardtool.data.tables import BOARD, MEETING
from boardtool.domain.boards import Mode
from boardtool.domain.lateness import Horizon
from boardtool.domain.meetings import Meeting, Status

_CALLED_OFF = (Status.CANCELLED, Status.RESCHEDULED)


def next_meeting(reading: Reading, today: date, *, board_id: int | None = None) -> Meeting | None:
    """The next meeting from today on, of one board or of any; a statutory board's goes before a group's."""
    query = (
        select(MEETING.c.id)
        .join(BOARD, BOARD.c.id == MEETING.c.board_id)
        .where(MEETING.c.date >= today, MEETING.c.status.not_in(_CALLED_OFF))
        .order_by(BOARD.c.mode != Mode.STATUTORY, MEETING.c.date, MEETING.c.id)
        .limit(1)
    )
    if board_id is not None:
        query = query.where(MEETING.c.board_id == board_id)
    found = reading.execute(query).scalar_one_or_none()
    return None if found is None else meetings.by_id(reading, found)


def horizon(reading: Reading, today: date, *, board_id: int | None = None) -> Horizon:
    """What lateness on a day is measured from; without a board, by the meeting that comes next."""
    coming = next_meeting(reading, today, board_id=board_id)
    of_board = board_id if coming is None else coming.board_id
    held = None if of_board is None else meetings.before(reading, of_board, today)
    return Horizon(
        today,
        None if coming is None else coming.date,
        None if held is None else held.date,
        _met(reading, today),
    )


def _met(reading: Reading, today: date) -> dict[int, date]:
    found = reading.execute(
        select(MEETING.c.board_id, func.max(MEETING.c.date).label("day"))
        .where(MEETING.c.date < today, MEETING.c.status.not_in(_CALLED_OFF))
        .group_by(MEETING.c.board_id)
    )
    return {row.board_id: row.day for row in found}
