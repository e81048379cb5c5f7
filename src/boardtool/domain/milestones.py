"""How far a meeting has come along its five dates, and which dates bind in the coming weeks (R4)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from boardtool.domain.boards import Board, Mode
from boardtool.domain.dates import clock, long_date, short_weekday_date
from boardtool.domain.item_roles import MADE_HERE
from boardtool.domain.meetings import AgendaItem, Kind, Meeting, Status
from boardtool.domain.notice import DRAFT_AGENDA_BEFORE, DRAFT_MINUTES_AFTER, DayRules, timetable

HORIZON = timedelta(45)
_COMING = {Kind.PAPER, Kind.TO_FOLLOW, Kind.LATE}
_HELD = {Status.DRAFT, Status.CIRCULATED, Status.APPROVED}
_CALLED_OFF = {Status.CANCELLED, Status.RESCHEDULED}


class Reached(StrEnum):
    """Whether a milestone is behind, is the next one, lies ahead, or was missed."""

    DONE = "done"
    NOW = "now"
    AHEAD = "ahead"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Milestone:
    on: date
    what: str
    detail: str
    reached: Reached


@dataclass(frozen=True, slots=True)
class BindingDate:
    """A date that binds: `about` says for which board; `days` are left, 0 today, below 0 once it went by.

    `meeting_ref` is "" for what is no meeting's, such as a Better Care Fund deadline.
    """

    on: date
    what: str
    about: str
    days: int
    meeting_ref: str


def milestones(
    meeting: Meeting, items: Sequence[AgendaItem], *, today: date, rules: DayRules | None = None
) -> tuple[Milestone, ...]:
    """The five dates of a meeting, each done or not, and which one comes next."""
    dates = timetable(meeting.date, rules)
    steps = (
        (dates.papers_due, "Papers due", papers_in(items), _papers(items, dates.papers_due, today)),
        (
            dates.draft_agenda,
            "Draft agenda to Chair",
            f"{DRAFT_AGENDA_BEFORE} working days before",
            _passed(dates.draft_agenda, today),
        ),
        (
            dates.publish_by,
            "Publish agenda",
            _published_words(meeting, dates.publish_by, today),
            _done(meeting.published_at is not None, dates.publish_by, today),
        ),
        (
            meeting.date,
            "Meeting",
            clock(meeting.start),
            Reached.DONE if meeting.status in _HELD else _passed(meeting.date, today),
        ),
        (
            dates.draft_minutes,
            "Draft minutes out",
            _minutes_words(meeting),
            _done(meeting.circulated_on is not None, dates.draft_minutes, today),
        ),
    )
    ahead = next((place for place, step in enumerate(steps) if step[3] is Reached.AHEAD), None)
    return tuple(
        Milestone(on, what, detail, Reached.NOW if place == ahead else reached)
        for place, (on, what, detail, reached) in enumerate(steps)
    )


def papers_in(items: Iterable[AgendaItem]) -> str:
    """“7 of 8 in”; what the program makes itself counts as in."""
    coming = [item for item in items if item.kind in _COMING]
    here = sum(bool(item.papers) or item.role in MADE_HERE for item in coming)
    return f"{here} of {len(coming)} in"


def binding_dates(
    meetings: Iterable[tuple[Board, Meeting]], *, today: date, rules: DayRules | None = None
) -> tuple[BindingDate, ...]:
    """The dates from today over the next 45 days that bind, of all boards, in order.

    A working group has no notice to give: of it only the meetings and its notes count. Minutes bind once the
    meeting was held.
    """
    found = [
        BindingDate(on, what, about, (on - today).days, meeting.ref)
        for board, meeting in meetings
        if meeting.status not in _CALLED_OFF
        for on, what, about in _dates_of(board, meeting, today, rules)
        if today <= on <= today + HORIZON
    ]
    return tuple(sorted(found, key=lambda each: (each.on, each.about)))


def days_away(days: int) -> str:
    """“today”, “tomorrow”, “in 8 days”, “2 days ago”."""
    if days < 0:
        return f"{-days} day{'' if days == -1 else 's'} ago"
    return {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")


def _dates_of(
    board: Board, meeting: Meeting, today: date, rules: DayRules | None
) -> Iterable[tuple[date, str, str]]:
    statutory = board.mode is Mode.STATUTORY
    dates = timetable(meeting.date, (rules or DayRules()).by(board.counting))
    about = f"{board.name}, {long_date(meeting.date).removesuffix(f' {meeting.date.year}')}"
    if meeting.status not in _HELD:
        yield meeting.date, f"{board.name} meets, {clock(meeting.start)}", meeting.place
    if statutory and meeting.published_at is None and meeting.status is Status.PLANNED:
        yield dates.papers_due, "Papers due", about
        yield dates.publish_by, "Publish agenda and papers", about
    if meeting.date <= today and meeting.circulated_on is None and meeting.status is not Status.APPROVED:
        yield dates.draft_minutes, f"Send out {'draft minutes' if statutory else 'action notes'}", about


def _papers(items: Sequence[AgendaItem], due: date, today: date) -> Reached:
    coming = [item for item in items if item.kind in _COMING]
    complete = bool(coming) and all(item.papers or item.role in MADE_HERE for item in coming)
    return Reached.DONE if complete else _passed(due, today)


def _passed(on: date, today: date) -> Reached:
    return Reached.DONE if on < today else Reached.AHEAD


def _done(done: bool, on: date, today: date) -> Reached:  # noqa: FBT001 - the fact itself, not a mode
    if done:
        return Reached.DONE
    return Reached.MISSED if on < today else Reached.AHEAD


def _published_words(meeting: Meeting, last: date, today: date) -> str:
    if meeting.published_at is not None:
        return f"published {short_weekday_date(meeting.published_at.date())}"
    return f"{days_away((last - today).days)} · last lawful day"


def _minutes_words(meeting: Meeting) -> str:
    if meeting.circulated_on is not None:
        return f"sent {short_weekday_date(meeting.circulated_on)}"
    return f"{DRAFT_MINUTES_AFTER} working days after"
