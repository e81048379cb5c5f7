"""Reading the stretch of time that a text names, as people and publishers write it."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from boardtool.domain.dates import MONTHS, DateRefusedError, read_date
from boardtool.domain.errors import CannotDoError
from boardtool.domain.performance.periods import (
    CENTURY,
    QUARTER_MONTHS,
    WEEK,
    YEAR_MONTHS,
    Period,
    calendar_year,
    could_be_a_year,
    financial_quarter,
    financial_year,
    month,
    months_from,
    week_from,
)
from boardtool.domain.text import clean_line

_THIS_CENTURY = 2000
_HALF_YEAR_MONTHS = 6


class PeriodRefusedError(CannotDoError):
    """A text that names no stretch of time; `str(error)` is the reason."""


def read_year(written: str) -> Period:
    """A year of a publication that has years alone: "2011-12" is the financial year, and no December.

    Raises:
        PeriodRefusedError: it is no period.
    """
    period = read_period(written)
    return financial_year(period.start.year) if could_be_a_year(period) else period


def read_period(text: str) -> Period:
    """The period that a text names: "Jun 2022", "2022-06", "Q1 2022/23", "2015/16", "Apr 2022 - Mar 2023".

    Two years in a row ("2014-15") are a financial year, more ("2015 - 17") are calendar years. A quarter of
    one year ("2022 Q1") is of that calendar year. "As at" a day is that day, "w/e" the week that it ends.

    Raises:
        PeriodRefusedError: it names none.
    """
    shown = clean_line(text)
    for form, make in _FORMS:
        if (found := form.fullmatch(shown)) is not None and (period := make(found)) is not None:
            return period
    try:
        day = read_date(_AS_AT.sub("", shown))
    except DateRefusedError as refused:
        raise PeriodRefusedError(
            f"“{shown[:40]}” is no period: write June 2022, Q1 2022/23, 2022/23 or a date"
        ) from refused
    return Period(day, day)


def is_year_and_number(text: str) -> bool:
    """Whether it is written as a month or a financial year may be: "2011-12", "201112"."""
    return _YEAR_AND_NUMBER.fullmatch(clean_line(text)) is not None


def is_quarter_of_one_year(text: str) -> bool:
    """Whether it names a quarter without saying that the year is a calendar one: "2022 Q1"."""
    return any(form.fullmatch(clean_line(text)) for form in _QUARTER_OF_ONE_YEAR)


# ---- what is written

_MONTH_NAMES = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
_NAMES = r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_NAME, _LAST_NAME = (rf"(?P<{part}>{_NAMES})[a-z]*\.?" for part in ("name", "last"))
_CENTURIES = "19|20"
_YEAR = rf"(?P<year>(?:{_CENTURIES})[0-9]{{2}})"
_ANY_YEAR = rf"(?P<year>(?:{_CENTURIES})?[0-9]{{2}})"
_FIRST_YEAR = rf"(?P<first_year>(?:{_CENTURIES})?[0-9]{{2}})?"
_YEAR_LONG = r"(?:(?:rolling )?(?:12|twelve) months|(?:rolling )?year)"
_NUMBER = r"(?P<number>0[1-9]|1[0-2])"
_NEXT = r"(?P<next>(?:20)?[0-9]{2})"
_BETWEEN = r"\s?(?:-|\N{EN DASH}|to)\s?"
_TO = r"\s?(?:/|-|\N{EN DASH}|to)\s?"
_YEARS = rf"{_YEAR}{_TO}{_NEXT}"
_SHORT_YEARS = rf"(?P<year>[0-9]{{2}})/{_NEXT}"
_FINANCIAL = rf"(?:FY\s?)?{_ANY_YEAR}{_TO}{_NEXT}"
_QUARTER = r"Q(?:uarter |tr )?\s?(?P<q>[1-4])"
_QUARTER_OF_YEAR = rf"{_YEAR}\s?-?\s?{_QUARTER}"
_AS_AT = re.compile(r"(?:as\s)?at:?\s(?:the\s)?", re.IGNORECASE)
_YEAR_AND_NUMBER = re.compile(rf"{_YEAR}[-. ]?{_NUMBER}")
_QUARTER_OF_ONE_YEAR = tuple(
    re.compile(form, re.IGNORECASE) for form in (_QUARTER_OF_YEAR, rf"{_QUARTER},?\s?(?:of )?{_YEAR}")
)


def _full_year(written: str) -> int:
    year = int(written)
    return year if year >= CENTURY else _THIS_CENTURY + year


def _named_month(found: re.Match[str]) -> Period:
    return month(_full_year(found["year"]), _MONTH_NAMES[found["name"].lower()])


def _numbered_month(found: re.Match[str]) -> Period | None:
    number = int(found["number"])
    return month(int(found["year"]), number) if 1 <= number <= YEAR_MONTHS else None


def _month_after_slash(found: re.Match[str]) -> Period | None:
    """As in "2022/04"; never "2011/12", which is a financial year."""
    return None if _follows(found["year"], found["number"]) else _numbered_month(found)


def _follows(year: str, later: str) -> bool:
    return (int(year) + 1) % CENTURY == int(later) % CENTURY


def _months_to(found: re.Match[str]) -> Period | None:
    """From a month to another: "Apr 2022 - Mar 2023", "Apr-Jun 2022"; the first has the year of the last."""
    last = _full_year(found["year"])
    first = _full_year(found["first_year"]) if found["first_year"] else last
    return _from_to(month(first, _MONTH_NAMES[found["name"].lower()]), _end_of(found, last))


def _end_of(found: re.Match[str], year: int) -> Period:
    return month(year, _MONTH_NAMES[found["last"].lower()])


def _from_to(first: Period, last: Period) -> Period | None:
    return Period(first.start, last.end) if first.start < last.end else None


def _days_to(found: re.Match[str]) -> Period | None:
    first, last = _day(found["first"]), _day(found["last"])
    return None if first is None or last is None else _from_to(Period(first, first), Period(last, last))


def _year_to(found: re.Match[str]) -> Period:
    """The twelve months that end with one: "year ending March 2023"."""
    ends = _end_of(found, _full_year(found["year"]))
    later, number = divmod(ends.start.month, YEAR_MONTHS)
    return months_from(ends.start.year - 1 + later, number + 1, YEAR_MONTHS)


def _quarter(found: re.Match[str]) -> Period | None:
    year = _full_year(found["year"])
    return financial_quarter(year, int(found["q"])) if _follows(found["year"], found["next"]) else None


def _calendar_quarter(found: re.Match[str]) -> Period:
    return months_from(int(found["year"]), (int(found["q"]) - 1) * QUARTER_MONTHS + 1, QUARTER_MONTHS)


def _half_year(found: re.Match[str]) -> Period | None:
    if not _follows(found["year"], found["next"]):
        return None
    first = financial_quarter(_full_year(found["year"]), 1 if found["half"] == "1" else 3).start
    return months_from(first.year, first.month, _HALF_YEAR_MONTHS)


def _years(found: re.Match[str]) -> Period | None:
    year = int(found["year"])
    count = (int(found["next"]) - year) % CENTURY
    if count == 1:
        return financial_year(year)
    return calendar_year(year, count + 1) if 1 < count < YEAR_MONTHS else None


def _short_financial_year(found: re.Match[str]) -> Period | None:
    """As in "22/23" and "FY 09/10"; without the "FY", "09/10" may be a day of a month."""
    could_be_a_month = int(found["year"]) < YEAR_MONTHS and not found["fy"]
    if could_be_a_month or not _follows(found["year"], found["next"]):
        return None
    return financial_year(_full_year(found["year"]))


def _financial_years(found: re.Match[str]) -> Period | None:
    count = (int(found["last"]) - int(found["year"])) % CENTURY + 1
    return financial_year(int(found["year"]), count) if count < YEAR_MONTHS else None


def _week(found: re.Match[str]) -> Period | None:
    day = _day(found["day"])
    return None if day is None else week_from(day)


def _week_to(found: re.Match[str]) -> Period | None:
    day = _day(found["day"])
    return None if day is None else week_from(day - timedelta(days=WEEK - 1))


def _day(written: str) -> date | None:
    try:
        return read_date(written)
    except DateRefusedError:
        return None


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Period | None]], ...] = tuple(
    (re.compile(form, re.IGNORECASE), make)
    for form, make in (
        (rf"{_NAME}[ \-/]?'?{_ANY_YEAR}", _named_month),
        (rf"{_YEAR}[ \-]{_NAME}", _named_month),
        (rf"{_YEAR}[-. ]?{_NUMBER}", _numbered_month),
        (rf"{_YEAR}/{_NUMBER}", _month_after_slash),
        (rf"(?P<number>0?[1-9]|1[0-2])[/-]{_YEAR}", _numbered_month),
        (rf"{_NAME}\s?'?{_FIRST_YEAR}{_BETWEEN}{_LAST_NAME}\s?'?{_ANY_YEAR}", _months_to),
        (rf"{_YEAR_LONG}\s(?:to|ending|ended)\s(?:(?:3[01]|2[89])\s)?{_LAST_NAME}\s{_YEAR}", _year_to),
        (rf"{_FINANCIAL},?\s?-?\s?{_QUARTER}", _quarter),
        (rf"{_QUARTER},?\s?(?:of )?{_FINANCIAL}", _quarter),
        (_QUARTER_OF_YEAR, _calendar_quarter),
        (rf"{_QUARTER},?\s?(?:of )?{_YEAR}", _calendar_quarter),
        (rf"H(?P<half>[12])\s?{_FINANCIAL}", _half_year),
        (rf"{_FINANCIAL}\s?H(?P<half>[12])", _half_year),
        (rf"(?:FY\s?)?{_YEARS}", _years),
        (rf"(?P<fy>FY\s?)?{_SHORT_YEARS}", _short_financial_year),
        (rf"{_YEAR}[/-][0-9]{{2}}{_TO}(?:20)?(?P<last>[0-9]{{2}})[/-][0-9]{{2}}", _financial_years),
        (_YEAR, lambda found: calendar_year(int(found["year"]))),
        (r"(?:w/?c\b|week (?:commencing|beginning|of|from))\.?:?\s?(?P<day>.+?)(?: \(.*\))?", _week),
        (r"(?:w/?e\b|week (?:ending|ended|to))\.?:?\s?(?P<day>.+?)(?: \(.*\))?", _week_to),
        (r"(?P<first>.{6,}?)\s?(?:-|\N{EN DASH}|to)\s(?P<last>.{6,})", _days_to),
    )
)
