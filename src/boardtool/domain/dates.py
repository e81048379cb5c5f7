"""Reading dates as people here write them, the day first, and printing dates and times of day in words."""

import re
from datetime import date

from boardtool.domain.errors import CannotDoError
from boardtool.domain.text import clean_line

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
EARLIEST_YEAR, LATEST_YEAR = 1900, 2199
_THIS_CENTURY_TO = 79
_MUNICIPAL_YEAR_BEGINS = 5
_LONGEST = 60

_MONTH_BY_NAME = {
    **{name.lower(): number for number, name in enumerate(MONTHS, 1)},
    **{name[:3].lower(): number for number, name in enumerate(MONTHS, 1)},
    "sept": 9,
}
_WEEKDAY_BY_NAME = {
    **{name.lower(): number for number, name in enumerate(WEEKDAYS)},
    **{name[:3].lower(): number for number, name in enumerate(WEEKDAYS)},
    "tues": 1, "weds": 2, "thur": 3, "thurs": 3,
}  # fmt: skip
_MONTH = "(?P<month>" + "|".join(sorted(_MONTH_BY_NAME, key=len, reverse=True)) + r")\b\.?"
_WEEKDAY = re.compile(
    "(" + "|".join(sorted(_WEEKDAY_BY_NAME, key=len, reverse=True)) + r")\b\.?,?\s*(?:the )?",
    re.IGNORECASE,
)
_BEFORE_A_DAY = re.compile("(?:on|by|due)(?: (?:on|by))? (?:the )?(?=.*[0-9])", re.IGNORECASE)
_YEAR = r"(?P<year>[0-9]{4}|[0-9]{2})"
_DAY = r"(?P<day>[0-9]{1,2})(?:\s?(?:st|nd|rd|th))?"
_IN_WORDS = rf"(?:the )?{_DAY}(?:\s+of)?[\s\-/.,]*{_MONTH}"
_AMERICAN_WORDS = rf"{_MONTH}[\s\-]*{_DAY}"
_MIDNIGHT = r"(?:[T ]00:00(?::00(?:\.0+)?)?)?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?P<year>[0-9]{{4}})[-/.](?P<month>[0-9]{{1,2}})[-/.](?P<day>[0-9]{{1,2}}){_MIDNIGHT}",
        rf"(?P<day>[0-9]{{1,2}})\s?(?P<mark>[-/. ])\s?(?P<month>[0-9]{{1,2}})\s?(?P=mark)\s?{_YEAR}",
        rf"{_IN_WORDS}(?:[\s\-/,.]*'?{_YEAR})?",
        rf"{_AMERICAN_WORDS}(?:,?\s+{_YEAR})?",
    )
)
_MENTION = re.compile(
    rf"\b(?:{_IN_WORDS}(?:[\s,]+(?P<year>[0-9]{{4}}))?"
    r"|(?P<day2>[0-9]{1,2})[/.](?P<month2>[0-9]{1,2})[/.](?P<year2>[0-9]{4}|[0-9]{2}))(?![0-9])",
    re.IGNORECASE,
)
_NEXT_MEETING = re.compile(
    r"(?:by |at |for |before |to )?(?:the )?(?:(?:next|following)(?: [a-z]+){0,2} (?:board|meeting)"
    r"|next (?:board|meeting|hwb|time))(?: meeting)?\.?",
    re.IGNORECASE,
)


class DateRefusedError(CannotDoError):
    """A text that is no date, or could be two; `str(error)` is the reason."""


def read_date(text: str, *, year: int | None = None) -> date:
    """The day that a text names, day first: "5th July 2022", "05/07/22", "Tuesday 6 September, 2022".

    `year` serves a text that names none. Two-digit years up to 79 are of this century.

    Raises:
        DateRefusedError: no date, an impossible one, month first, or a weekday that does not fit.
    """
    shown = clean_line(text)
    if len(shown) > _LONGEST:
        raise DateRefusedError("this is a sentence, not a date")
    named = _BEFORE_A_DAY.sub("", shown)
    weekday = _WEEKDAY.match(named)
    rest = named[weekday.end() :] if weekday else named
    found = next((match for form in _FORMS if (match := form.fullmatch(rest.rstrip(" .,")))), None)
    if found is None:
        raise DateRefusedError(f'"{shown}" is not a date: write it as 6 September 2022 or 06/09/2022')
    day = _made(found["year"], found["month"], found["day"], shown=shown, year=year)
    if weekday and _WEEKDAY_BY_NAME[weekday[1].lower()] != day.weekday():
        raise DateRefusedError(f'"{shown}" does not fit: {long_date(day)} is a {WEEKDAYS[day.weekday()]}')
    return day


def _made(written_year: str | None, month: str, day: str, *, shown: str, year: int | None) -> date:
    if written_year is None and year is None:
        raise DateRefusedError(f'"{shown}" has no year')
    full_year = _full_year(written_year) if written_year else (year or 0)
    if not EARLIEST_YEAR <= full_year <= LATEST_YEAR:
        raise DateRefusedError(f'"{shown}" is not a date: the year {full_year} is out of reach')
    number = _MONTH_BY_NAME.get(month.lower()) or int(month)
    if number > len(MONTHS) >= int(day):
        raise DateRefusedError(f'"{shown}" has the month first: write the day first, as 06/09/2022')
    try:
        return date(full_year, number, int(day))
    except ValueError:
        raise DateRefusedError(f'"{shown}" is not a date: there is no such day') from None


def _full_year(written: str) -> int:
    year = int(written)
    if len(written) > len("22"):
        return year
    return year + (2000 if year <= _THIS_CENTURY_TO else 1900)


def mentioned_date(text: str, *, not_before: date | None = None) -> date | None:
    """The first day that a sentence mentions: "Completed. Circulated on the 14th July" is 14 July.

    A mention without a year is the first such day on or after `not_before`, None when that is not given.
    """
    for mention in _MENTION.finditer(clean_line(text)):
        try:
            return _mentioned(mention, not_before)
        except CannotDoError:
            continue
    return None


def _mentioned(mention: re.Match[str], not_before: date | None) -> date:
    written = mention["year"] or mention["year2"]
    month, day = mention["month"] or mention["month2"], mention["day"] or mention["day2"]
    if written or not_before is None:
        return _made(written, month, day, shown=mention[0], year=None)
    this_year = _made(None, month, day, shown=mention[0], year=not_before.year)
    if this_year >= not_before:
        return this_year
    return _made(None, month, day, shown=mention[0], year=not_before.year + 1)


def means_next_meeting(text: str) -> bool:
    """Whether a due date was given as "next board", "the next meeting" and the like."""
    return _NEXT_MEETING.fullmatch(clean_line(text)) is not None


def long_date(day: date) -> str:
    """6 September 2022."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday_date(day: date) -> str:
    """Tuesday 6 September 2022."""
    return f"{WEEKDAYS[day.weekday()]} {long_date(day)}"


def short_date(day: date) -> str:
    """6 Sep."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def short_weekday_date(day: date) -> str:
    """Tue 6 Sep."""
    return f"{WEEKDAYS[day.weekday()][:3]} {short_date(day)}"


def ordinal_date(day: date) -> str:
    """5th July 2022, as the action log's headings print it."""
    ending = "th" if day.day in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return f"{day.day}{ending} {MONTHS[day.month - 1]} {day.year}"


def municipal_year_start(day: date) -> int:
    """The year in which the municipal year (May to May) of a day began."""
    return day.year if day.month >= _MUNICIPAL_YEAR_BEGINS else day.year - 1


def municipal_year(day: date) -> str:
    """2022/23, for any day from 1 May 2022 to 30 April 2023."""
    start = municipal_year_start(day)
    return f"{start}/{(start + 1) % 100:02d}"


def clock(time: str) -> str:
    """1.30 pm, for "13:30"; 12 noon for "12:00"."""
    if time == "12:00":
        return "12 noon"
    return f"{agenda_clock(time)} {'am' if time < '12:00' else 'pm'}"


def agenda_clock(time: str) -> str:
    """1.30, for "13:30", as the agenda's time column prints it."""
    hour, minute = time.split(":")
    return f"{(int(hour) - 1) % 12 + 1}.{minute}"
