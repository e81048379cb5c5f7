"""Reading times of day as people and agendas write them, and reckoning with them; kept as "HH:MM"."""

import re
from decimal import Decimal

from boardtool.domain.errors import CannotDoError
from boardtool.domain.text import clean_line

MINUTES_A_DAY = 24 * 60
_NOON = 12
_LAST_HOUR, _LAST_MINUTE = 23, 59
_AFTERNOON_HOURS = range(1, 8)
_FORM = re.compile(
    r"(?P<hour>[0-9]{1,2})(?:\s?[.:\-]\s?(?P<minute>[0-9]{2})(?::[0-9]{2})?|h(?P<minute2>[0-9]{2}))?"
    r"\s?(?P<half>[ap]\.?\s?m\.?|noon|midday|midnight|o.?clock|hrs|hours)?",
    re.IGNORECASE,
)
_RUN_TOGETHER = re.compile(r"([0-9]{2})([0-9]{2})\s?(hrs|hours|h)?", re.IGNORECASE)
_SPAN = re.compile(r"(?P<start>.+?)\s*(?:[-\u2013\u2014]|\bto\b|\buntil\b)\s*(?P<end>[0-9].*)", re.IGNORECASE)
_HALF = re.compile(r"[ap]\.?\s?m\.?$", re.IGNORECASE)
_WORDS = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}


def read_clock(text: str) -> str:
    """The time that a text names, as "HH:MM".

    With am or pm it is what it says; from 13 up and with a leading zero ("09.30", "01:30") it is of the
    24-hour clock. A bare 1 to 7 means the afternoon, as the real agendas write ("1.30" is 13:30, "8.30"
    is 08:30): no board meets at two in the morning.

    Raises:
        CannotDoError: no time, or an impossible one.
    """
    shown = clean_line(text).rstrip(".") if not re.search(r"m\.$", text.strip()) else clean_line(text)
    if (word := _WORDS.get(shown.lower())) is not None:
        return word
    if (run := _RUN_TOGETHER.fullmatch(shown)) is not None:
        return _clock(int(run[1]), int(run[2]), shown)
    found = _FORM.fullmatch(shown)
    if found is None or (found["half"] is None and found["minute"] is None and len(found["hour"]) != 1):
        raise _no_time(shown)
    minute = int(found["minute"] or found["minute2"] or 0)
    return _clock(_hour(found["hour"], (found["half"] or "").lower(), shown), minute, shown)


def read_start(text: str) -> str:
    """The time that an item starts at: one time, or the first of two, as "13:30" of "1.30 - 1.45 pm".

    The second says which half of the day is meant where the first does not: "11.30 - 12.30 pm" is 11:30.

    Raises:
        CannotDoError: no time, or an impossible one.
    """
    span = _SPAN.fullmatch(clean_line(text))
    if span is None or span["end"].isdecimal():
        return read_clock(text)
    start, end = span["start"], read_clock(span["end"])
    half = _HALF.search(span["end"])
    if half is None or re.search("[a-z]", start, re.IGNORECASE):
        return read_clock(start)
    in_same_half = read_clock(f"{start} {half[0]}")
    return in_same_half if in_same_half <= end else read_clock(f"{start} am")


def _hour(written: str, half: str, shown: str) -> int:
    hour = int(written)
    if half in {"noon", "midday"} or half.startswith(("a", "p")):
        if not 1 <= hour <= _NOON and not (half.startswith("p") and hour <= _LAST_HOUR):
            raise _no_time(shown)
        return hour % _NOON + (0 if half.startswith("a") else _NOON)
    if half == "midnight":
        return 0
    bare = (half == "" or half.endswith("clock")) and not written.startswith("0")
    return hour + _NOON if bare and hour in _AFTERNOON_HOURS else hour


def _clock(hour: int, minute: int, shown: str) -> str:
    if hour > _LAST_HOUR or minute > _LAST_MINUTE:
        raise _no_time(shown)
    return f"{hour:02d}:{minute:02d}"


def _no_time(shown: str) -> CannotDoError:
    return CannotDoError(f'"{shown}" is not a time: write it as 1.30 pm or 13:30')


def clock_from_number(number: Decimal) -> str:
    """The time that a spreadsheet's number stands for, as "HH:MM".

    A fraction below 1 is a part of the day (0.5625 is 13:30), as spreadsheets keep times. From 1 it is
    hours and minutes that lost their zero: 1.3 is 1.30, 2 is 2.00, both in the afternoon.

    Raises:
        CannotDoError: it can be no time.
    """
    if 0 <= number < 1:
        minutes = int((number * MINUTES_A_DAY).to_integral_value())
        return clock_of_minutes(minutes)
    hours, _, minutes_text = f"{number.normalize():f}".partition(".")
    if len(minutes_text) > len("30"):
        raise _no_time(str(number))
    return read_clock(f"{hours}.{minutes_text:0<2}")


def clock_of_minutes(minutes: int) -> str:
    """The time so many minutes after midnight, as "HH:MM"; past midnight it starts again."""
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def minutes_of(clock: str) -> int:
    """Minutes after midnight of an "HH:MM"."""
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


def later(clock: str, minutes: int) -> str:
    """The "HH:MM" so many minutes after another."""
    return clock_of_minutes(minutes_of(clock) + minutes)
