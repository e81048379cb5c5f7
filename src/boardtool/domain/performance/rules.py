"""The four rules of special cause, inside one segment: outside, trend, two of three, shift.

As NHSRplotthedots 0.2.2 applies them, corrected where a missing value or a repeated one leads it astray:
a gap ends every run, and the points of a trend take the direction of their own run, of two the later one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from boardtool.domain.performance.limits import Limits, same
from boardtool.domain.performance.settings import Settings

ABOVE, ON, BELOW = 1, 0, -1
WINDOW = 3
NEAR_IN_WINDOW = 2


class Rule(StrEnum):
    """The rules in the order in which one point is called by them."""

    OUTSIDE = "outside the process limits"
    TREND = "trend"
    TWO_OF_THREE = "two of three near a limit"
    SHIFT = "shift"


@dataclass(frozen=True, slots=True)
class Positions:
    """Where each row stands: `sides` of the mean (1, 0, -1, None missing), outside, near a limit."""

    sides: tuple[int | None, ...]
    outside: tuple[bool, ...]
    near: tuple[bool, ...]


def positions(values: Sequence[float | None], limits: Limits) -> Positions:
    """Each value against the mean and the limits: strictly beyond, rounding aside."""
    sides = tuple(
        None if value is None or limits.mean is None else _side(value, limits.mean, limits.tolerance)
        for value in values
    )
    outside = tuple(_beyond(value, limits.lower, limits.upper, limits.tolerance) for value in values)
    past_near = (_beyond(value, limits.near_lower, limits.near_upper, limits.tolerance) for value in values)
    near = tuple(past and not out for past, out in zip(past_near, outside, strict=True))
    return Positions(sides, outside, near)


def _side(value: float, centre: float, tolerance: float) -> int:
    if same(value, centre, tolerance):
        return ON
    return ABOVE if value > centre else BELOW


def _beyond(value: float | None, lower: float | None, upper: float | None, tolerance: float) -> bool:
    if value is None or lower is None or upper is None:
        return False
    if value > upper:
        return not same(value, upper, tolerance)
    return value < lower and not same(value, lower, tolerance)


def trends(values: Sequence[float | None], length: int, tolerance: float) -> tuple[int, ...]:
    """The direction of the trend that each row belongs to: 1 rising, -1 falling, 0 none.

    A trend is `length` values or more, each strictly beyond the one before.
    """
    found = [ON] * len(values)
    start = 0
    while start < len(values) - 1:
        way = _step(values[start], values[start + 1], tolerance)
        end = start + 1
        while end + 1 < len(values) and way != ON and _step(values[end], values[end + 1], tolerance) == way:
            end += 1
        if way != ON and end - start + 1 >= length:
            found[start : end + 1] = [way] * (end - start + 1)
        start = end
    return tuple(found)


def _step(one: float | None, other: float | None, tolerance: float) -> int:
    """Which way a value goes; figures are as they were given, so only what rounding may do is no step."""
    if one is None or other is None or abs(other - one) <= tolerance:
        return ON
    return ABOVE if other > one else BELOW


def shifts(sides: Sequence[int | None], length: int) -> tuple[bool, ...]:
    """Whether each row belongs to `length` or more in a row on one side; a row on the mean ends the run."""
    found = [False] * len(sides)
    start = 0
    for end in range(1, len(sides) + 1):
        if end < len(sides) and sides[end] == sides[start]:
            continue
        if sides[start] in {ABOVE, BELOW} and end - start >= length:
            found[start:end] = [True] * (end - start)
        start = end
    return tuple(found)


def two_of_three(at: Positions, settings: Settings) -> tuple[bool, ...]:
    """Whether each row is one of two or more near a limit among three running on one side of the mean."""
    found = [False] * len(at.sides)
    for start in range(len(at.sides) - WINDOW + 1):
        window = range(start, start + WINDOW)
        side = at.sides[start]
        if side not in {ABOVE, BELOW} or any(at.sides[place] != side for place in window):
            continue
        counted = [
            place for place in window if at.near[place] or (settings.outside_is_near and at.outside[place])
        ]
        if len(counted) >= NEAR_IN_WINDOW:
            for place in counted:
                found[place] = True
    return tuple(found)
