"""The recent trend of yearly figures, too few for an XmR chart, as the Fingertips service marks it.

Five yearly values that do not overlap. A trend is significant where chi-squared passes 9.549536 (99.8 %, one
degree of freedom) and the slope keeps its sign when each year in turn is left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import log

from boardtool.domain.performance.intervals import Interval

YEARS = 5
SIGNIFICANT = 9.549536
_LIMITS_IN_ERRORS = 3.92  # the width of 95 % limits in standard errors


class Trend(StrEnum):
    """Which way the last five years went."""

    INCREASING = "increasing"
    DECREASING = "decreasing"
    NO_CHANGE = "no_change"
    UNKNOWN = "cannot_be_calculated"


@dataclass(frozen=True, slots=True)
class RecentTrend:
    """A trend with what it rests on; `slope` is per year, of the values or of the logits."""

    trend: Trend
    slope: float = 0.0
    chi_squared: float = 0.0
    signs_agree: bool = False


CANNOT_BE_CALCULATED = RecentTrend(Trend.UNKNOWN)


def trend_of_values(years: Sequence[Interval | None]) -> RecentTrend:
    """From values with 95 % limits: least squares weighted with 1/s², s = (upper - lower) / 3.92.

    chi-squared = (b / se(b))². The latest five entries are taken; None is a year without a value.
    """
    latest = years[-YEARS:]
    found = [year for year in latest if year is not None and year.upper > year.lower]
    if len(found) < YEARS:
        return CANNOT_BE_CALCULATED
    values = [year.value for year in found]
    weights = [(_LIMITS_IN_ERRORS / (year.upper - year.lower)) ** 2 for year in found]
    slope, spread = _weighted_slope(values, weights)
    return _marked(slope, slope * slope * spread, [_without(values, weights, gone) for gone in range(YEARS)])


def trend_of_proportions(parts: Sequence[tuple[float, float] | None]) -> RecentTrend:
    """From x of n: the chi-squared test for trend; its sign test is on the slope of the logits.

    chi-squared = N (N sum(x t) - X sum(n t))² / (X (N - X) (N sum(n t²) - (sum(n t))²)).
    """
    found = [part for part in parts[-YEARS:] if part is not None and 0 < part[0] < part[1]]
    if len(found) < YEARS:
        return CANNOT_BE_CALCULATED
    times = range(1, YEARS + 1)
    x, n = sum(part[0] for part in found), sum(part[1] for part in found)
    xt = sum(part[0] * t for part, t in zip(found, times, strict=True))
    nt = sum(part[1] * t for part, t in zip(found, times, strict=True))
    ntt = sum(part[1] * t * t for part, t in zip(found, times, strict=True))
    chi_squared = n * (n * xt - x * nt) ** 2 / (x * (n - x) * (n * ntt - nt * nt))
    logits = [log(part[0] / (part[1] - part[0])) for part in found]
    even = [1.0] * YEARS
    slope, _ = _weighted_slope(logits, even)
    return _marked(slope, chi_squared, [_without(logits, even, gone) for gone in range(YEARS)])


def _marked(slope: float, chi_squared: float, without: Sequence[float]) -> RecentTrend:
    agree = slope != 0 and all(one * slope > 0 for one in without)
    if not (agree and chi_squared > SIGNIFICANT):
        return RecentTrend(Trend.NO_CHANGE, slope, chi_squared, agree)
    return RecentTrend(Trend.INCREASING if slope > 0 else Trend.DECREASING, slope, chi_squared, agree)


def _without(values: Sequence[float], weights: Sequence[float], gone: int) -> float:
    kept = [place for place in range(len(values)) if place != gone]
    return _weighted_slope([values[p] for p in kept], [weights[p] for p in kept], [p + 1.0 for p in kept])[0]


def _weighted_slope(
    values: Sequence[float], weights: Sequence[float], times: Sequence[float] | None = None
) -> tuple[float, float]:
    """The slope of values over time, and the weighted spread of the times (1 / its variance)."""
    at = times or [place + 1.0 for place in range(len(values))]
    whole = sum(weights)
    middle = sum(w * t for w, t in zip(weights, at, strict=True)) / whole
    level = sum(w * v for w, v in zip(weights, values, strict=True)) / whole
    spread = sum(w * (t - middle) ** 2 for w, t in zip(weights, at, strict=True))
    rise = sum(w * (t - middle) * (v - level) for w, t, v in zip(weights, at, values, strict=True))
    return rise / spread, spread
