"""The mean and the process limits of one segment of an XmR chart, and what counts as equal to them.

After NHSRplotthedots 0.2.2 (`ptd_spc_standard`), corrected where its quirks call for it. With the values
y(1..k) that feed the limits: m = average of y; R(i) = |y(i) - y(i-1)|; R0 = average of R; screening keeps
R(i) < 3.267 R0, once; R1 = average of those kept; limits m -/+ 2.66 R1, near limits two thirds of the way.
2.66 = 3 / 1.128 rounded, 3.267 the upper factor of a moving range of two.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import fsum

LIMIT_FACTOR = 2.66
NEAR_SHARE = 2 / 3
SCREENING_FACTOR = 3.267
RELATIVE_TOLERANCE = 1e-9
_ROUNDING = 1e-15  # of the largest value: what a mean near zero may be off by


@dataclass(frozen=True, slots=True)
class Limits:
    """What a segment's points are held against, in the unit of the values; None where it is undefined.

    `moving_ranges` has one entry a row: to the row before, None where either is missing, at the first, and
    past the baseline; `used` the same without those screened out. `screening_dropped` says that screening
    would have left nothing but zeros and was not done. `tolerance` is what rounding alone may do.
    """

    mean: float | None
    lower: float | None
    upper: float | None
    near_lower: float | None
    near_upper: float | None
    moving_range: float | None
    moving_range_before_screening: float | None
    moving_ranges: tuple[float | None, ...]
    used: tuple[float | None, ...]
    screening_dropped: bool
    tolerance: float


def mean(values: Sequence[float]) -> float:
    """The average in two passes: a first mean, then the mean of what is left.

    An exact sum divided once is not always the nearest number, and 57.8 would lie beside its own mean.

    Raises:
        ZeroDivisionError: there are no values.
    """
    first = fsum(values) / len(values)
    return first + fsum([value - first for value in values]) / len(values)


def same(one: float, other: float, tolerance: float = 0.0) -> bool:
    """Whether two numbers are equal but for rounding: 1e-9 of the larger, or `tolerance` near zero."""
    return abs(one - other) <= max(RELATIVE_TOLERANCE * max(abs(one), abs(other)), tolerance)


def limits_of(values: Sequence[float | None], *, screening: bool, fix_after: int | None) -> Limits:
    """The limits of one segment: its rows in date order, None where a value is missing."""
    feeding = values if fix_after is None else values[:fix_after]
    present = [value for value in feeding if value is not None]
    tolerance = _ROUNDING * max((abs(value) for value in values if value is not None), default=0.0)
    ranges = _moving_ranges(feeding)
    defined = [each for each in ranges if each is not None]
    padding = (None,) * (len(values) - len(feeding))
    if not present or not defined:
        centre = mean(present) if present else None
        unknown = (*ranges, *padding)
        return Limits(centre, *(None,) * 6, unknown, unknown, screening_dropped=False, tolerance=tolerance)
    centre = mean(present)
    before = mean(defined)
    used = _screened(ranges, SCREENING_FACTOR * before, tolerance) if screening else ranges
    kept = [each for each in used if each is not None]
    after = mean(kept) if kept else 0.0
    collapsed = screening and same(after, 0.0, tolerance) and not same(before, 0.0, tolerance)
    if collapsed:
        used, after = ranges, before
    width = LIMIT_FACTOR * after
    return Limits(
        mean=centre,
        lower=centre - width,
        upper=centre + width,
        near_lower=centre - NEAR_SHARE * width,
        near_upper=centre + NEAR_SHARE * width,
        moving_range=after,
        moving_range_before_screening=before,
        moving_ranges=(*ranges, *padding),
        used=(*used, *padding),
        screening_dropped=collapsed,
        tolerance=tolerance,
    )


def _moving_ranges(values: Sequence[float | None]) -> tuple[float | None, ...]:
    pairs = pairwise(values)
    found = [None if one is None or other is None else abs(other - one) for one, other in pairs]
    return (None, *found) if values else ()


def _screened(ranges: Sequence[float | None], ceiling: float, tolerance: float) -> tuple[float | None, ...]:
    return tuple(
        each if each is not None and each < ceiling and not same(each, ceiling, tolerance) else None
        for each in ranges
    )
