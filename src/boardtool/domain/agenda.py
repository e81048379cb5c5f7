"""How an agenda counts: lengths and start times are one fact, and numbers follow the order."""

import re
from collections.abc import Sequence
from itertools import pairwise

from boardtool.domain.errors import CannotDoError
from boardtool.domain.times import clock_of_minutes, minutes_of

_HYPHEN = re.compile(r"\s*-\s*")


def starts(first: str, lengths: Sequence[int]) -> list[str]:
    """When each item starts ("HH:MM"), if the first starts at `first` and each takes its length (minutes)."""
    times, at = [], minutes_of(first)
    for length in lengths:
        times.append(clock_of_minutes(at))
        at += length
    return times


def end(first: str, lengths: Sequence[int]) -> str:
    """When the last item is over."""
    return clock_of_minutes(minutes_of(first) + sum(lengths))


def lengths(times: Sequence[str]) -> list[int]:
    """The lengths (minutes) that start times imply; the last item has none.

    Raises:
        CannotDoError: an item would start before the one above it.
    """
    found = []
    for before, after in pairwise(times):
        length = minutes_of(after) - minutes_of(before)
        if length < 0:
            raise CannotDoError(
                f"An item at {after} cannot follow one at {before}: times run down the agenda."
            )
        found.append(length)
    return [*found, 0] if times else []


def length_for_start(previous_start: str, wanted_start: str) -> int:
    """How long (minutes) the item above must take, so that the one below starts when wanted.

    Raises:
        CannotDoError: that would be before the item above begins.
    """
    return lengths([previous_start, wanted_start])[0]


def item_number(printed: str | None, place: int) -> str:
    """The number of the item at a place (from 1): as printed, or two digits as the real agenda has it."""
    return f"{place:02}" if printed is None else printed


def plain_number(number: str) -> str:
    """The number as said aloud and shown in the room: "06" and "010" are 6 and 10."""
    return number.lstrip("0") or number


def page_range(pages: str) -> str:
    """Pages as they are set: "19 - 58" becomes "19 – 58", however the agenda had it typed."""
    return _HYPHEN.sub(" – ", pages)


def appendix_letter(place: int) -> str:
    """The letter of the paper at a place: the report (0) has none, then A to Z, AA and on."""
    letters = ""
    while place > 0:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
