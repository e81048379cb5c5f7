"""Minutes as the store keeps them: narrative, resolutions, the actions under them, and their numbers."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Row, select, update

from boardtool.data import actions, rows
from boardtool.data.minute_numbering import numbers
from boardtool.data.store import Reading, Step
from boardtool.data.tables import AGENDA_ITEM, BOARD, MEETING, MINUTE, RESOLUTION
from boardtool.domain.actions import Action
from boardtool.domain.errors import NotFoundError
from boardtool.domain.minutes import Decision, Minute, Resolution
from boardtool.domain.resolutions import labelled


def of_meeting(reading: Reading, meeting_id: int) -> list[Minute]:
    """The minutes of a meeting in order, numbered on from the board's last."""
    found = reading.execute(
        select(MINUTE).where(MINUTE.c.meeting_id == meeting_id).order_by(MINUTE.c.position, MINUTE.c.id)
    ).all()
    resolutions = _resolutions(reading, [row.id for row in found])
    made: dict[int | None, list[Action]] = {}
    for action in actions.of_meeting(reading, meeting_id):
        made.setdefault(action.item_id, []).append(action)
    counted = numbers(reading, [meeting_id])
    return [
        _minute(row, counted[row.id], resolutions.get(row.id, ()), tuple(made.get(row.item_id, ())))
        for row in found
    ]


def by_id(reading: Reading, minute_id: int) -> Minute:
    meeting_id = reading.execute(
        select(MINUTE.c.meeting_id).where(MINUTE.c.id == minute_id)
    ).scalar_one_or_none()
    if meeting_id is None:
        raise NotFoundError("This minute is not in the library any more.")
    return next(minute for minute in of_meeting(reading, meeting_id) if minute.id == minute_id)


def of_item(reading: Reading, item_id: int) -> Minute | None:
    """The minute of an agenda item; None where nothing was minuted yet."""
    minute_id = reading.execute(select(MINUTE.c.id).where(MINUTE.c.item_id == item_id)).scalar_one_or_none()
    return None if minute_id is None else by_id(reading, minute_id)


def decisions(reading: Reading, *, board_id: int | None = None) -> list[Decision]:
    """Every resolution, in the order of meetings and minutes."""
    query = (
        select(
            RESOLUTION.c.id,
            RESOLUTION.c.text,
            MINUTE.c.heading,
            MINUTE.c.id.label("minute_id"),
            MEETING.c.id.label("meeting_id"),
            MEETING.c.date,
            BOARD.c.code,
            BOARD.c.name,
        )
        .join(MINUTE, MINUTE.c.id == RESOLUTION.c.minute_id)
        .join(MEETING, MEETING.c.id == MINUTE.c.meeting_id)
        .join(BOARD, BOARD.c.id == MEETING.c.board_id)
        .order_by(MEETING.c.date, MEETING.c.id, MINUTE.c.position, RESOLUTION.c.position)
    )
    if board_id is not None:
        query = query.where(BOARD.c.id == board_id)
    found = reading.execute(query).all()
    numbered = numbers(reading, {row.meeting_id for row in found})
    labels = {
        resolution.id: resolution.label
        for resolutions in _resolutions(reading, list(numbered)).values()
        for resolution in resolutions
    }
    return [
        Decision(
            id=row.id,
            meeting_ref=f"{row.code}/{row.date.isoformat()}",
            board_code=row.code,
            board_name=row.name,
            minute=numbered[row.minute_id],
            heading=row.heading,
            label=labels[row.id],
            text=row.text,
        )
        for row in found
    ]


def add(step: Step, meeting_id: int, *, position: int, heading: str, **values: object) -> int:
    return rows.add(step, MINUTE, meeting_id=meeting_id, position=position, heading=heading, **values)


def change(step: Step, minute_id: int, **values: object) -> None:
    rows.change(step, MINUTE, minute_id, values)


def remove(step: Step, minute_id: int) -> None:
    rows.remove(step, MINUTE, minute_id)


def add_resolution(
    step: Step, minute_id: int, *, text: str, label: str = "", agreed_at: datetime | None = None
) -> int:
    position = rows.next_position(step, RESOLUTION, "minute_id", minute_id)
    return rows.add(
        step,
        RESOLUTION,
        minute_id=minute_id,
        position=position,
        text=text,
        label=label,
        agreed_at=agreed_at,
    )


def change_resolution(step: Step, resolution_id: int, **values: object) -> None:
    rows.change(step, RESOLUTION, resolution_id, values)


def remove_resolution(step: Step, resolution_id: int) -> None:
    rows.remove(step, RESOLUTION, resolution_id)


def reorder_resolutions(step: Step, ids: Sequence[int]) -> None:
    rows.reorder(step, RESOLUTION, ids)


def follow_agenda(step: Step, meeting_id: int) -> None:
    """Put the minutes of items in the order of the agenda; minutes without an item keep their place."""
    items = select(AGENDA_ITEM.c.position).where(AGENDA_ITEM.c.id == MINUTE.c.item_id).scalar_subquery()
    step.reading.execute(
        update(MINUTE)
        .where(MINUTE.c.meeting_id == meeting_id, MINUTE.c.item_id.is_not(None), MINUTE.c.position != items)
        .values(position=items)
    )


def minute_of_resolution(reading: Reading, resolution_id: int) -> Minute:
    minute_id = reading.execute(
        select(RESOLUTION.c.minute_id).where(RESOLUTION.c.id == resolution_id)
    ).scalar_one_or_none()
    if minute_id is None:
        raise NotFoundError("This resolution is not in the library any more.")
    return by_id(reading, minute_id)


def _resolutions(reading: Reading, minute_ids: Sequence[int]) -> dict[int, tuple[Resolution, ...]]:
    held: dict[int, tuple[Resolution, ...]] = {}
    query = select(RESOLUTION).where(RESOLUTION.c.minute_id.in_(minute_ids)).order_by(RESOLUTION.c.position)
    for row in reading.execute(query):
        resolution = Resolution(row.id, row.minute_id, row.position, row.label, row.text, row.agreed_at)
        held[row.minute_id] = (*held.get(row.minute_id, ()), resolution)
    return {minute_id: labelled(resolutions) for minute_id, resolutions in held.items()}


def _minute(
    row: Row[tuple[object, ...]],
    number: int,
    resolutions: tuple[Resolution, ...],
    made: tuple[Action, ...],
) -> Minute:
    return Minute(
        id=row.id,
        meeting_id=row.meeting_id,
        item_id=row.item_id,
        position=row.position,
        number=number,
        heading=row.heading,
        narrative=row.narrative,
        lead=row.lead,
        exempt=row.exempt,
        public_summary=row.public_summary,
        resolutions=resolutions,
        actions=made if row.item_id is not None else (),
    )
