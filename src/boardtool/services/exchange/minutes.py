"""Minutes from a Word file: into a new meeting as they are, into one with notes beside them, row by row."""

from datetime import date, datetime
from functools import partial

from boardtool.data import actions, agenda, attendance, boards, meetings, minutes
from boardtool.data.store import Reading, Step
from boardtool.data.word.minutes import read_minutes
from boardtool.domain.boards import Board
from boardtool.domain.dates import long_date
from boardtool.domain.errors import InputRefusedError
from boardtool.domain.imports import Warned
from boardtool.domain.meetings import Meeting, Status
from boardtool.domain.minutes_read import ReadMinutes
from boardtool.domain.progress import Progress
from boardtool.services.exchange.comparing import ComparedRow, Comparison, added, held_against
from boardtool.services.exchange.meeting_target import meeting_to_fill
from boardtool.services.exchange.minute_rows import compared_minutes
from boardtool.services.exchange.minutes_people import compared_people
from boardtool.services.exchange.request import Request, board_of, day_of

SHEET = "Meeting"


def read(request: Request, _progress: Progress | None) -> "partial[Comparison]":
    """Read the Word file.

    Raises:
        InputRefusedError: it is none, or holds no minutes.
    """
    return partial(_compare, read_minutes(request.file))


def _compare(found: ReadMinutes, reading: Reading, request: Request, _today: date) -> Comparison:
    board, day = board_of(reading, request), _day(found, request)
    planned = meetings.on(reading, board.id, day)
    return Comparison(
        label=f"Import minutes of {long_date(day)}",
        rows=(
            _compared_meeting(found, board, day, planned),
            *compared_people(
                found,
                [] if planned is None else attendance.of_meeting(reading, planned.id),
                board_id=board.id,
                day=day,
                winner=request.take,
            ),
            *compared_minutes(
                found,
                [] if planned is None else minutes.of_meeting(reading, planned.id),
                [] if planned is None else agenda.items(reading, planned.id),
                actions.log(reading, board_id=board.id),
                agreed_at=_moment(day, found.closed_at or found.start),
                winner=request.take,
            ),
        ),
        target=lambda step: meeting_to_fill(step, board, day, start=found.start, place=found.place),
        warnings=tuple(Warned("", warning.paragraph, "", "", warning.text) for warning in found.warnings),
        finish=partial(_finish, found, board, day),
    )


def _day(found: ReadMinutes, request: Request) -> date:
    named = day_of(request)
    if named is None and found.date is None:
        raise InputRefusedError(
            f"{request.file.name} does not say of which day it is. Say which meeting: --meeting BOARD/DATE."
        )
    if named is not None and found.date is not None and named != found.date:
        raise InputRefusedError(
            f"{request.file.name} holds the minutes of {long_date(found.date)}, not of {long_date(named)}."
        )
    day = named or found.date
    assert day is not None
    return day


def _compared_meeting(found: ReadMinutes, board: Board, day: date, planned: Meeting | None) -> ComparedRow:
    """The meeting itself: what only the minutes know is when it closed."""
    key = f"{board.code}/{day.isoformat()}"
    values: dict[str, object] = {"date": day, "closed_at": found.closed_at}
    if planned is None:
        values |= {"start": found.start, "place": found.place}
        return ComparedRow(added(SHEET, 0, key, values), _nothing_more)
    closed_at = f"{planned.closed_at:%H:%M}" if planned.closed_at else None
    ours: dict[str, object] = {"date": day, "closed_at": closed_at}
    if found.closed_at is None or closed_at is not None:
        values = ours
    return ComparedRow(held_against(SHEET, 0, key, values, ours), _nothing_more)


def _nothing_more(_step: Step, _meeting_id: int) -> None:
    """The target made the meeting, and the finish closes it."""


def _finish(found: ReadMinutes, board: Board, day: date, step: Step, meeting_id: int) -> None:
    """The meeting was held: it has its times, and what is there is a draft; numbers go on from these."""
    meeting = meetings.by_id(step.reading, meeting_id)
    facts: dict[str, object] = {}
    if meeting.opened_at is None:
        facts["opened_at"] = _moment(day, found.start or meeting.start)
    if meeting.closed_at is None and found.closed_at is not None:
        facts["closed_at"] = _moment(day, found.closed_at)
    if meeting.status in {Status.PLANNED, Status.PUBLISHED, Status.IN_SESSION}:
        facts["status"] = Status.DRAFT
    meetings.change(step, meeting_id, **facts)
    minutes.follow_agenda(step, meeting_id)
    numbers = [minute.number for minute in found.minutes if minute.number is not None]
    earlier = meetings.before(step.reading, board.id, day)
    if numbers and (earlier is None or not minutes.of_meeting(step.reading, earlier.id)):
        boards.change(step, board.id, first_minute_number=min(numbers))


def _moment(day: date, clock: str | None) -> datetime | None:
    return None if clock is None else datetime.combine(day, datetime.strptime(clock, "%H:%M").time())  # noqa: DTZ007 - local time, as the store keeps it
