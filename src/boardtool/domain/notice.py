"""How notice is counted: clear days before a meeting, each explained, and the dates that follow (R1-R4)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from boardtool.domain.bank_holidays import bank_holiday
from boardtool.domain.dates import WEEKDAYS

CLEAR_DAYS = 5
DRAFT_AGENDA_BEFORE = 3
PAPERS_BEFORE = 5
DRAFT_MINUTES_AFTER = 5
_SATURDAY = 5
_DAY = timedelta(1)


class Counting(StrEnum):
    """Which days count as clear days (R2): councils read the Act either way."""

    WORKING_DAYS = "working days"
    CALENDAR_DAYS = "calendar days"


@dataclass(frozen=True, slots=True)
class DayRules:
    """How a council counts: `excluded` are its own days beside the bank holidays, each with the reason."""

    counting: Counting = Counting.WORKING_DAYS
    excluded: Mapping[date, str] = field(default_factory=dict)

    def by(self, counting: Counting) -> "DayRules":
        """The same days of the council's own, counted as a board counts."""
        return replace(self, counting=counting)

    def why_not(self, day: date) -> str | None:
        """Why a day does not count; None where it does."""
        if self.counting is Counting.CALENDAR_DAYS:
            return None
        if day.weekday() >= _SATURDAY:
            return WEEKDAYS[day.weekday()]
        return bank_holiday(day) or self.excluded.get(day)

    def counts(self, day: date) -> bool:
        return self.why_not(day) is None

    def before(self, day: date, count: int) -> date:
        """The day that lies `count` counted days before another; the day itself is not counted."""
        return self._stepped(day, count, -_DAY)

    def after(self, day: date, count: int) -> date:
        """The day that lies `count` counted days after another; the day itself is not counted."""
        return self._stepped(day, count, _DAY)

    def between(self, one: date, other: date) -> int:
        """How many days count between two days, neither of them counted itself: the clear days (R2)."""
        return sum(self.counts(day) for day in _days(one + _DAY, other - _DAY))

    def _stepped(self, day: date, count: int, step: timedelta) -> date:
        left = count
        while left:
            day += step
            left -= self.counts(day)
        return day


@dataclass(frozen=True, slots=True)
class NoticeDay:
    """A day from the last day to publish to the meeting: whether it is a clear day, and why (not)."""

    date: date
    counts: bool
    why: str


@dataclass(frozen=True, slots=True)
class Notice:
    """The notice of a meeting, day by day; `days` run from the last publish day to the meeting."""

    meeting: date
    last_publish_day: date
    days: tuple[NoticeDay, ...]

    @property
    def clear_days(self) -> int:
        return sum(day.counts for day in self.days)


@dataclass(frozen=True, slots=True)
class Timetable:
    """The dates that a meeting binds, in order (R4)."""

    papers_due: date
    draft_agenda: date
    publish_by: date
    meeting: date
    draft_minutes: date


def notice(meeting: date, rules: DayRules | None = None, *, clear_days: int = CLEAR_DAYS) -> Notice:
    """The last lawful day to publish the agenda of a meeting, with every day on the way explained.

    R1 (LGA 1972 s.100A, s.100B): five clear days; R2: neither the day of publication nor that of the meeting
    is one, and by working days the agenda is also published on one.
    """
    rules = rules or DayRules()
    last = rules.before(meeting, clear_days + 1)
    return Notice(meeting, last, tuple(_explained(day, last, meeting, rules) for day in _days(last, meeting)))


def timetable(meeting: date, rules: DayRules | None = None, *, clear_days: int = CLEAR_DAYS) -> Timetable:
    """The dates of a meeting, counted like its notice: for 6 September 2022 papers are due on 19 August."""
    rules = rules or DayRules()
    publish_by = notice(meeting, rules, clear_days=clear_days).last_publish_day
    return Timetable(
        papers_due=rules.before(publish_by, PAPERS_BEFORE),
        draft_agenda=rules.before(publish_by, DRAFT_AGENDA_BEFORE),
        publish_by=publish_by,
        meeting=meeting,
        draft_minutes=rules.after(meeting, DRAFT_MINUTES_AFTER),
    )


def _explained(day: date, last: date, meeting: date, rules: DayRules) -> NoticeDay:
    if day == last:
        return NoticeDay(day, counts=False, why="last day to publish: the day itself does not count")
    if day == meeting:
        return NoticeDay(day, counts=False, why="the day of the meeting does not count")
    against = rules.why_not(day)
    if against is not None:
        return NoticeDay(day, counts=False, why=against)
    return NoticeDay(day, counts=True, why=f"{WEEKDAYS[day.weekday()]}, a clear day")


def _days(first: date, last: date) -> Iterator[date]:
    day = first
    while day <= last:
        yield day
        day += _DAY
