"""The years of the Better Care Fund that are known, and the financial years that a plan covers."""

import re
from collections.abc import Sequence

from boardtool.domain.errors import CannotDoError

_MOST_YEARS = 2  # that one plan covers
YEARS = ("2021-22", "2022-23", "2023-25", "2024-25", "2025-26")

_YEAR = re.compile(r"(20)?([0-9]{2})\s?[-/\u2013]\s?(20)?([0-9]{2})")


def periods_of(year: str) -> tuple[str, ...]:
    """The financial years of a plan: ("2023-24", "2024-25") of "2023-25"."""
    first, last = int(year[2:4]), int(year[5:7])
    return tuple(f"20{one:02d}-{one + 1:02d}" for one in range(first, last))


def tidy_year(text: str) -> str:
    """A year as plans are named by it, from "2022/23", "22-23" or "2022-2023".

    Raises:
        CannotDoError: it is no year.
    """
    found = _YEAR.fullmatch(text.strip())
    if found is None or not 1 <= int(found[4]) - int(found[2]) <= _MOST_YEARS:
        raise CannotDoError(f"“{text}” is no year of a plan: write it as 2022-23.")
    return f"20{found[2]}-{found[4]}"


def year_after(year: str) -> str | None:
    """The next year that a plan can be made for; None after the last one that is known."""
    place = YEARS.index(year)
    return YEARS[place + 1] if place + 1 < len(YEARS) else None


def plan_year_for(year: str, plans: Sequence[str]) -> str | None:
    """Which of some plans' years is meant by a year: the same, else the one that covers it."""
    if year in plans:
        return year
    return next((one for one in plans if year in periods_of(one)), None)


def financial_years(first: str, count: int) -> tuple[str, ...]:
    """So many financial years from one on: ("2022-23", "2023-24") for 2."""
    begin = int(first[2:4])
    return tuple(f"20{one:02d}-{one + 1:02d}" for one in range(begin, begin + count))
