"""What the minutes of a meeting say, and how they are made from what was recorded."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from boardtool.domain.boards import Board, ItemRole
from boardtool.domain.dates import clock
from boardtool.domain.documents.minuting import PrintedMinute, printed_minutes
from boardtool.domain.documents.roll import Roll, roll_of
from boardtool.domain.documents.sitting import Audience, Sitting, sitting_of
from boardtool.domain.item_roles import role_of_item
from boardtool.domain.meetings import AgendaItem, Attendance, Meeting, Status
from boardtool.domain.minutes import Minute
from boardtool.domain.requests_to_address import RequestToAddress, heard, heard_sentence


@dataclass(frozen=True, slots=True)
class MinutesPaper:
    """Minutes, allow-listed: for the public there is no exempt minute in it.

    `status` is "Draft" or "Approved"; `closing` is the last line, "" where the time is not known.
    """

    sitting: Sitting
    audience: Audience
    status: str
    roll: Roll
    minutes: tuple[PrintedMinute, ...] = ()
    closing: str = ""


def minutes_paper(
    board: Board,
    meeting: Meeting,
    items: Collection[AgendaItem],
    attendance: Collection[Attendance],
    minutes: Iterable[Minute],
    *,
    requests: Iterable[RequestToAddress] = (),
    audience: Audience = Audience.PUBLIC,
) -> MinutesPaper:
    """The minutes; of `requests` to address the meeting the names of those heard, and nothing else (R32)."""
    written = tuple(minutes)
    printed = printed_minutes(written, items, attendance, audience)
    printed = _with_those_heard(printed, written, items, heard(requests))
    return MinutesPaper(
        sitting=sitting_of(board, meeting),
        audience=audience,
        status="Approved" if meeting.status is Status.APPROVED else "Draft",
        roll=_roll(attendance, printed),
        minutes=printed,
        closing=_closing(meeting),
    )


def _with_those_heard(
    printed: tuple[PrintedMinute, ...],
    minutes: Iterable[Minute],
    items: Iterable[AgendaItem],
    names: Sequence[str],
) -> tuple[PrintedMinute, ...]:
    """Say under the item of requests who spoke, unless nobody did or the narrative tells of them."""
    asked = {item.id for item in items if role_of_item(item) is ItemRole.REQUESTS}
    theirs = {(minute.number, minute.heading) for minute in minutes if minute.item_id in asked}
    return tuple(
        replace(minute, stamps=(*minute.stamps, heard_sentence(names)))
        if (minute.number, minute.heading) in theirs and not all(name in minute.narrative for name in names)
        else minute
        for minute in printed
    )


def _roll(attendance: Iterable[Attendance], printed: Iterable[PrintedMinute]) -> Roll:
    """The lists at the head, without apologies where a minute of its own tells them, as the real ones do."""
    roll = roll_of(attendance)
    told = any(m.heading.lower().startswith("apologies") and m.narrative.strip() for m in printed)
    return replace(roll, apologies=()) if told else roll


def _closing(meeting: Meeting) -> str:
    if meeting.closed_at is None:
        return ""
    return f"There being no further business the meeting closed at {clock(f'{meeting.closed_at:%H:%M}')}."
