"""Which number each minute has: fixed where it was circulated or imported, else counted on from the last."""

from sqlalchemy import func, select

from boardtool.data import boards, meetings
from boardtool.data.store import Reading
from boardtool.data.tables import MEETING, MINUTE
from boardtool.domain.minute_numbers import starts_again


def numbers(reading: Reading, meeting_id: int) -> dict[int, int]:
    """Minute id → number, in the order of the meeting."""
    first = first_number(reading, meeting_id)
    found = reading.execute(
        select(MINUTE.c.id, MINUTE.c.number)
        .where(MINUTE.c.meeting_id == meeting_id)
        .order_by(MINUTE.c.position, MINUTE.c.id)
    )
    return {row.id: first + place if row.number is None else row.number for place, row in enumerate(found)}


def numbers_of_items(reading: Reading, meeting_id: int) -> dict[int, int]:
    """Agenda item id → the number of its minute."""
    counted = numbers(reading, meeting_id)
    found = reading.execute(
        select(MINUTE.c.id, MINUTE.c.item_id).where(
            MINUTE.c.meeting_id == meeting_id, MINUTE.c.item_id.is_not(None)
        )
    )
    return {row.item_id: counted[row.id] for row in found}


def first_number(reading: Reading, meeting_id: int) -> int:
    """The number of a meeting's first minute: on from the board's last, unless its rule starts again."""
    meeting = meetings.by_id(reading, meeting_id)
    board = boards.by_id(reading, meeting.board_id)
    earlier = reading.execute(
        select(MEETING.c.id, MEETING.c.date)
        .where(MEETING.c.board_id == board.id, MEETING.c.date < meeting.date)
        .where(MEETING.c.id.in_(select(MINUTE.c.meeting_id)))
        .order_by(MEETING.c.date.desc())
        .limit(1)
    ).one_or_none()
    if earlier is None:
        return board.first_minute_number
    if starts_again(board.restart, earlier.date, meeting.date):
        return 1
    there = reading.execute(
        select(func.count().label("held"), func.max(MINUTE.c.number).label("highest")).where(
            MINUTE.c.meeting_id == earlier.id
        )
    ).one()
    if there.highest is not None:
        return int(there.highest) + 1
    return first_number(reading, earlier.id) + int(there.held)
