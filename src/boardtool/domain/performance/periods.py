"""The stretch of time that a figure is of: a day, week, month, quarter or year, and how it is shown."""

from calendar import monthrange
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from boardtool.domain.dates import MONTHS, long_date

WEEK, APRIL, QUARTER_MONTHS, YEAR_MONTHS = 7, 4, 3, 12
CENTURY = 100
_FEWEST_WEEKS = 3
_FEWEST_YEARS = 2


class Frequency(StrEnum):
    """How often a metric has a figure."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"
    OTHER = "other"

    @property
    def period(self) -> str:
        """What one of its periods is called: "month"."""
        return _PERIOD_WORDS[self]


_PERIOD_WORDS = {
    Frequency.DAILY: "day",
    Frequency.WEEKLY: "week",
    Frequency.MONTHLY: "month",
    Frequency.QUARTERLY: "quarter",
    Frequency.YEARLY: "year",
    Frequency.OTHER: "period",
}


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """From one day to another, both included; periods are in the order of their first day."""

    start: date
    end: date

    @property
    def months(self) -> int:
        """How many whole months it is; 0 where it is none."""
        whole = self.start.day == 1 and self.end.day == monthrange(self.end.year, self.end.month)[1]
        apart = (self.end.year - self.start.year) * YEAR_MONTHS + self.end.month - self.start.month
        return apart + 1 if whole else 0

    @property
    def frequency(self) -> Frequency:
        by_months = {1: Frequency.MONTHLY, QUARTER_MONTHS: Frequency.QUARTERLY, YEAR_MONTHS: Frequency.YEARLY}
        if self.start == self.end:
            return Frequency.DAILY
        if (self.end - self.start).days + 1 == WEEK:
            return Frequency.WEEKLY
        return by_months.get(self.months, Frequency.OTHER)

    @property
    def label(self) -> str:
        """Short and sortable: "2022-06", "2022-23 Q1", "2022-23", "2015", "2023-12-04"."""
        return _written(self, _LABELS)

    @property
    def shown(self) -> str:
        """As people write it: "June 2022", "Q1 2022/23", "2022/23", "week of 4 December 2023"."""
        return _written(self, _SHOWN)


def _financial(year: int, mark: str) -> str:
    """A financial year: "2022-23"; "2011/12", because "2011-12" is a month."""
    if (year + 1) % CENTURY <= YEAR_MONTHS:
        mark = "/"
    return f"{year}{mark}{(year + 1) % CENTURY:02d}"


@dataclass(frozen=True, slots=True)
class _Words:
    """How each kind of period is written."""

    day: Callable[[date], str]
    week: Callable[[date], str]
    month: Callable[[date], str]
    quarter: Callable[[str, int], str]
    year_mark: str


_LABELS = _Words(
    day=date.isoformat,
    week=lambda day: f"w/c {day.isoformat()}",
    month=lambda day: f"{day:%Y-%m}",
    quarter=lambda year, number: f"{year} Q{number}",
    year_mark="-",
)
_SHOWN = _Words(
    day=long_date,
    week=lambda day: f"week of {long_date(day)}",
    month=lambda day: f"{MONTHS[day.month - 1]} {day.year}",
    quarter=lambda year, number: f"Q{number} {year}",
    year_mark="/",
)


def _written(period: Period, words: _Words) -> str:
    start = period.start
    match period.frequency:
        case Frequency.DAILY:
            return words.day(start)
        case Frequency.WEEKLY:
            return words.week(start)
        case Frequency.MONTHLY:
            return words.month(start)
        case Frequency.QUARTERLY if start.month % QUARTER_MONTHS == 1:
            number = (start.month - APRIL) % YEAR_MONTHS // QUARTER_MONTHS + 1
            year = start.year if start.month >= APRIL else start.year - 1
            return words.quarter(_financial(year, words.year_mark), number)
        case _:
            return _written_years(period, words)


def _written_years(period: Period, words: _Words) -> str:
    years, rest = divmod(period.months, YEAR_MONTHS)
    first = period.start.year
    last = first + years - 1
    if not years or rest or period.start.month not in {1, APRIL}:
        return f"{words.day(period.start)} to {words.day(period.end)}"
    if period.start.month == 1:
        return f"{first}" if years == 1 else f"{first} to {last}"
    begins = _financial(first, words.year_mark)
    return begins if years == 1 else f"{begins} to {_financial(last, words.year_mark)}"


# ---- making


def month(year: int, number: int) -> Period:
    return Period(date(year, number, 1), date(year, number, monthrange(year, number)[1]))


def months_from(year: int, first: int, count: int) -> Period:
    """So many months from the first of one on."""
    place = year * YEAR_MONTHS + first - 1 + count - 1
    return Period(date(year, first, 1), month(place // YEAR_MONTHS, place % YEAR_MONTHS + 1).end)


def financial_quarter(year: int, number: int) -> Period:
    """Quarter 1 to 4 of the financial year that begins in April of `year`."""
    later, first = divmod(APRIL - 1 + (number - 1) * QUARTER_MONTHS, YEAR_MONTHS)
    return months_from(year + later, first + 1, QUARTER_MONTHS)


def financial_year(year: int, count: int = 1) -> Period:
    """From April of `year`, one year long or several."""
    return months_from(year, APRIL, count * YEAR_MONTHS)


def calendar_year(year: int, count: int = 1) -> Period:
    return months_from(year, 1, count * YEAR_MONTHS)


def week_from(day: date) -> Period:
    return Period(day, day + timedelta(days=WEEK - 1))


def meant_by_days(days: Collection[date]) -> Frequency:
    """What a series whose periods are written as days is: months, where all are the first of one; weeks.

    Weeks are three days or more that are whole weeks apart; all else are days.
    """
    if all(day.day == 1 for day in days):
        return Frequency.MONTHLY
    first = min(days)
    weeks_apart = all((day - first).days % WEEK == 0 for day in days)
    return Frequency.WEEKLY if weeks_apart and len(set(days)) >= _FEWEST_WEEKS else Frequency.DAILY


def could_be_a_year(period: Period) -> bool:
    """Whether it is a month that is written as two years in a row may be: "2011-12"."""
    start = period.start
    return period.frequency is Frequency.MONTHLY and start.month == (start.year + 1) % CENTURY


def meant_by_months(periods: Collection[Period]) -> Frequency:
    """What the months of a series are: financial years, where each could be one and a second one agrees.

    The second is a year that can be nothing else ("2012-13"), or another such month, a year and a month away.
    """
    months = {each for each in periods if each.frequency is Frequency.MONTHLY}
    years = {each for each in periods if each.frequency is Frequency.YEARLY and each.start.month == APRIL}
    agreed = len(months | years) >= _FEWEST_YEARS
    return Frequency.YEARLY if months and agreed and all(map(could_be_a_year, months)) else Frequency.MONTHLY


def from_day(day: date, frequency: Frequency) -> Period:
    """The day, or the week or month that begins on it."""
    if frequency is Frequency.MONTHLY:
        return month(day.year, day.month)
    return week_from(day) if frequency is Frequency.WEEKLY else Period(day, day)
