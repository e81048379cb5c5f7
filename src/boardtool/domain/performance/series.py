"""One metric's figures in one area, point by point, and what counts as good."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from boardtool.domain.errors import CannotDoError


class Direction(StrEnum):
    """Which way is better; NEUTRAL where neither is."""

    INCREASE = "increase"
    DECREASE = "decrease"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class SeriesPoint:
    """A value on a date, None where it is missing; `target` is the one that holds on that date."""

    date: date
    value: float | None
    target: float | None = None


class SeriesRefusedError(CannotDoError):
    """A series that no chart can be made of; `code` is its name in the reference cases."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


def in_date_order(points: Sequence[SeriesPoint]) -> tuple[SeriesPoint, ...]:
    """The points by date.

    Raises:
        SeriesRefusedError: two of them have one date.
    """
    ordered = tuple(sorted(points, key=lambda point: point.date))
    for earlier, later in pairwise(ordered):
        if earlier.date == later.date:
            raise SeriesRefusedError(
                "duplicate_dates",
                f"{later.date.isoformat()} stands in the series twice. Keep one value for each date.",
            )
    return ordered
