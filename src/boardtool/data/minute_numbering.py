"""Which number each minute has: fixed where it was circulated or imported, else counted on from the last."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from boardtool.data import boards
from boardtool.data.store import Reading
from boardtool.data.tables import MEETING, MINUTE
from boardtool.domain.minute_numbers import starts_again

if TYPE_CHECKING:
    from datetime import date


def numbers(reading: Reading, meeting_ids: Collection[int]) -> dict[int, int]:
    """Minute id → number, of some meetings; those of each stand in the order of the meeting."""
    first = first_numbers(reading, meeting_ids)
    found = reading.execute(
        select(MINUTE.c.id, MINUTE.c.meeting_id, MINUTE.c.number)
        .where(MINUTE.c.meeting_id.in_(meeting_ids))
        .order_by(MINUTE.c.meeting_id, MINUTE.c.position, MINUTE.c.id)
    )
    counted: dict[int, int] = {}
    for row in found:
        counted[row.id] = first[row.meeting_id] if row.number is None else row.number
        first[row.meeting_id] += 1
    return counted


def numbers_of_items(reading: Reading, meeting_ids: Collection[int]) -> dict[int, int]:
    """Agenda item id → the number of its minute, of some meetings."""
    counted = numbers(reading, meeting_ids)
    found = reading.execute(
        select(MINUTE.c.id, MINUTE.c.item_id).where(
            MINUTE.c.meeting_id.in_(meeting_ids), MINUTE.c.item_id.is_not(None)
        )
    )
    return {row.item_id: counted[row.id] for row in found}


def first_numbers(reading: Reading, meeting_ids: Collection[int]) -> dict[int, int]:
    """Meeting id → the number of its first minute: on from the board's last, unless its rule starts again.

    All meetings of these boards are counted through once, the oldest first.
    """
    concerned = select(MEETING.c.board_id).where(MEETING.c.id.in_(meeting_ids))
    held = (
        select(
            MINUTE.c.meeting_id,
            func.count().label("held"),
            func.max(MINUTE.c.number).label("highest"),
        )
        .group_by(MINUTE.c.meeting_id)
        .subquery()
    )
    found = reading.execute(
        select(MEETING.c.id, MEETING.c.board_id, MEETING.c.date, held.c.held, held.c.highest)
        .outerjoin(held, held.c.meeting_id == MEETING.c.id)
        .where(MEETING.c.board_id.in_(concerned))
        .order_by(MEETING.c.board_id, MEETING.c.date)
    )
    known = {board.id: board for board in boards.every(reading)}
    first: dict[int, int] = {}
    last: dict[int, tuple[date, int]] = {}
    for row in found:
        board = known[row.board_id]
        before, following = last.get(board.id, (None, board.first_minute_number))
        again = before is not None and starts_again(board.restart, before, row.date)
        first[row.id] = 1 if again else following
        if row.held:
            after = first[row.id] + row.held if row.highest is None else row.highest + 1
            last[board.id] = (row.date, after)
    return first
