"""What the list of meetings shows: each with its board, its place, how far it is, and what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from boardtool.domain.boards import Board
from boardtool.domain.dates import clock, short_weekday_date
from boardtool.domain.meetings import Meeting, Status
from boardtool.domain.milestones import Milestone, Reached, milestones
from boardtool.ui.meetings.short_names import short_place
from boardtool.ui.meetings.status_look import STATUS_LOOK, status_words
from boardtool.ui.tables.column import Cell, Column, Heading, Look
from boardtool.ui.theme.colours import Tone

if TYPE_CHECKING:
    from boardtool.data.store import Reading

_OVER = {Status.APPROVED, Status.CIRCULATED, Status.CANCELLED, Status.RESCHEDULED}


@dataclass(frozen=True, slots=True)
class KnownMeeting:
    """A meeting, and the milestone that it has come to or missed; None where nothing is left to do."""

    meeting: Meeting
    next_step: Milestone | None


@dataclass(frozen=True, slots=True)
class Listed:
    boards: tuple[Board, ...]
    meetings: tuple[KnownMeeting, ...]
    today: date


@dataclass(frozen=True, slots=True)
class MeetingRow:
    meeting: Meeting
    next_step: Milestone | None
    group: Heading


def ask(reading: "Reading", today: date) -> Listed:
    from boardtool.data import agenda, boards, cases, meetings

    known_boards = {board.id: board for board in boards.every(reading)}
    days = cases.day_rules(reading)
    known = []
    for meeting in meetings.every(reading):
        step = None
        if meeting.status not in _OVER:
            items = agenda.items(reading, meeting.id)
            rules = days.by(known_boards[meeting.board_id].counting)
            step = _next_step(milestones(meeting, items, today=today, rules=rules))
        known.append(KnownMeeting(meeting, step))
    return Listed(tuple(known_boards.values()), tuple(known), today)


def _next_step(steps: Sequence[Milestone]) -> Milestone | None:
    for wanted in (Reached.MISSED, Reached.NOW):
        for step in steps:
            if step.reached is wanted:
                return step
    return None


def rows_of(listed: Listed, *, board: str, year: str) -> list[MeetingRow]:
    """The rows of a board and a year ("" for all): those to come by date, then each year, newest first."""
    wanted = [
        each
        for each in listed.meetings
        if (not board or each.meeting.board_code == board)
        and (not year or str(each.meeting.date.year) == year)
    ]
    coming = [each for each in wanted if each.meeting.date >= listed.today]
    behind = [each for each in reversed(wanted) if each.meeting.date < listed.today]
    rows = [_row(each, Heading("To come", str(len(coming)))) for each in coming]
    for each in behind:
        held = sum(other.meeting.date.year == each.meeting.date.year for other in behind)
        rows.append(_row(each, Heading(f"Held in {each.meeting.date.year}", str(held))))
    return rows


def _row(known: KnownMeeting, group: Heading) -> MeetingRow:
    return MeetingRow(known.meeting, known.next_step, group)


def list_columns() -> tuple[Column[MeetingRow], ...]:
    return (
        Column("date", "Date", _date, width=150, sort=lambda row: row.meeting.date),
        Column("board", "Board", lambda row: row.meeting.board_name, stretch=True, look=Look.SUBJECT),
        Column(
            "start", "Start", lambda row: clock(row.meeting.start), width=90, look=Look.HELP, gives_way=680
        ),
        Column(
            "place",
            "Place",
            lambda row: short_place(row.meeting.place),
            width=250,
            look=Look.HELP,
            gives_way=1100,
        ),
        Column("next", "Next step", _step, width=240),
        Column("status", "Status", _status, width=190),
    )


def _date(row: MeetingRow) -> Cell:
    day = row.meeting.date
    return Cell(short_weekday_date(day), spoken=f"{short_weekday_date(day)} {day.year}")


def _step(row: MeetingRow) -> Cell:
    step = row.next_step
    if step is None:
        return Cell("")
    words = f"{step.what}, {short_weekday_date(step.on)}"
    if step.reached is Reached.MISSED:
        return Cell(words, icon="triangle-alert", tone=Tone.LATE, spoken=f"missed: {words}")
    return Cell(words, tone=Tone.HELP)


def _status(row: MeetingRow) -> Cell:
    icon, tone = STATUS_LOOK[row.meeting.status]
    return Cell(status_words(row.meeting.status), icon=icon, icon_tone=tone)
