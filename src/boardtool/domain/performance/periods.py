"""The stretch of time that a figure is of: a day, week, month, quarter or year, as people write it."""

import re
from calendar import monthrange
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from boardtool.domain.dates import MONTHS, DateRefusedError, long_date, read_date
from boardtool.domain.errors import CannotDoError
from boardtool.domain.text import clean_line

WEEK, APRIL, QUARTER_MONTHS, YEAR_MONTHS = 7, 4, 3, 12
_CENTURY = 100
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


class PeriodRefusedError(CannotDoError):
    """A text that names no stretch of time; `str(error)` is the reason."""


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
    if (year + 1) % _CENTURY <= YEAR_MONTHS:
        mark = "/"
    return f"{year}{mark}{(year + 1) % _CENTURY:02d}"


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
    return period.frequency is Frequency.MONTHLY and start.month == (start.year + 1) % _CENTURY


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


# ---- reading

_MONTH_NAMES = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
_NAME = r"(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_TO = r"\s?(?:/|-|\u2013|to)\s?"
_QUARTER = r"Q(?:uarter |tr )?\s?(?P<q>[1-4])"
_FINANCIAL = rf"{_YEAR}{_TO}(?P<next>(?:20)?[0-9]{{2}})"


def read_period(text: str) -> Period:
    """The period that a text names: "Jun 2022", "2022-06", "Q1 2022/23", "2015/16", "2015 - 17", "w/c …".

    Two years in a row ("2014-15") are a financial year, more ("2015 - 17") are calendar years.

    Raises:
        PeriodRefusedError: it names none.
    """
    shown = clean_line(text)
    for form, make in _FORMS:
        if (found := form.fullmatch(shown)) is not None and (period := make(found)) is not None:
            return period
    try:
        day = read_date(shown)
    except DateRefusedError as refused:
        raise PeriodRefusedError(
            f"“{shown[:40]}” is no period: write June 2022, Q1 2022/23, 2022/23 or a date"
        ) from refused
    return Period(day, day)


def _full_year(written: str) -> int:
    year = int(written)
    return year if year >= _CENTURY else 2000 + year


def _named_month(found: re.Match[str]) -> Period:
    return month(_full_year(found["year"]), _MONTH_NAMES[found["name"].lower()])


def _numbered_month(found: re.Match[str]) -> Period | None:
    number = int(found["number"])
    return month(int(found["year"]), number) if 1 <= number <= YEAR_MONTHS else None


def _quarter(found: re.Match[str]) -> Period | None:
    year = int(found["year"])
    follows = (year + 1) % _CENTURY == int(found["next"]) % _CENTURY
    return financial_quarter(year, int(found["q"])) if follows else None


def _calendar_quarter(found: re.Match[str]) -> Period:
    return months_from(int(found["year"]), (int(found["q"]) - 1) * QUARTER_MONTHS + 1, QUARTER_MONTHS)


def _years(found: re.Match[str]) -> Period | None:
    year = int(found["year"])
    count = (int(found["next"]) - year) % _CENTURY
    if count == 1:
        return financial_year(year)
    return calendar_year(year, count + 1) if 1 < count < YEAR_MONTHS else None


def _financial_years(found: re.Match[str]) -> Period | None:
    count = (int(found["last"]) - int(found["year"])) % _CENTURY + 1
    return financial_year(int(found["year"]), count) if count < YEAR_MONTHS else None


def _week(found: re.Match[str]) -> Period | None:
    try:
        return week_from(read_date(found["day"]))
    except DateRefusedError:
        return None


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Period | None]], ...] = tuple(
    (re.compile(form, re.IGNORECASE), make)
    for form, make in (
        (rf"{_NAME}[ \-/]?'?(?P<year>(?:19|20)?[0-9]{{2}})", _named_month),
        (rf"{_YEAR}[-. ](?P<number>0[1-9]|1[0-2])", _numbered_month),
        (rf"(?P<number>0?[1-9]|1[0-2])[/-]{_YEAR}", _numbered_month),
        (rf"{_FINANCIAL},?\s?-?\s?{_QUARTER}", _quarter),
        (rf"{_QUARTER},?\s?(?:of )?{_FINANCIAL}", _quarter),
        (rf"{_YEAR}\s?-?\s?{_QUARTER}", _calendar_quarter),
        (rf"(?:FY\s?)?{_FINANCIAL}", _years),
        (rf"{_YEAR}[/-][0-9]{{2}}{_TO}(?:20)?(?P<last>[0-9]{{2}})[/-][0-9]{{2}}", _financial_years),
        (_YEAR, lambda found: calendar_year(int(found["year"]))),
        (r"(?:w/?c|week (?:commencing|beginning|of|from))\.?:?\s?(?P<day>.+?)(?: \(.*\))?", _week),
    )
)
