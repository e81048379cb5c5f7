"""What the minutes of a meeting say, and how they are made from what was recorded."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from boardtool.domain.boards import Board
from boardtool.domain.dates import clock
from boardtool.domain.documents.minuting import PrintedMinute, printed_minutes
from boardtool.domain.documents.roll import Roll, roll_of
from boardtool.domain.documents.sitting import Audience, Sitting, sitting_of
from boardtool.domain.meetings import AgendaItem, Attendance, Meeting, Status
from boardtool.domain.minutes import Minute


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
    audience: Audience = Audience.PUBLIC,
) -> MinutesPaper:
    printed = printed_minutes(minutes, items, attendance, audience)
    return MinutesPaper(
        sitting=sitting_of(board, meeting),
        audience=audience,
        status="Approved" if meeting.status is Status.APPROVED else "Draft",
        roll=_roll(attendance, printed),
        minutes=printed,
        closing=_closing(meeting),
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
