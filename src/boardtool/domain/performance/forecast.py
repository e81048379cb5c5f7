"""Where a year will end: what is likely if nothing changes, and what the rest of it would have to bring.

With months seen (sum S), r left, the current mean m of n points and s = R1 / 1.128: the year's average
A = (S + r m) / 12, likely within 1.96 s sqrt(r + r² / n) / 12; needed from here q = (12 T - S) / r.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import erf, fsum, sqrt

from boardtool.domain.performance.limits import Limits
from boardtool.domain.performance.quantiles import z_of
from boardtool.domain.performance.series import Direction
from boardtool.domain.performance.xmr import Kind, XmrChart

RANGE_TO_DEVIATION = 1.128
FEWEST_FOR_FORECAST = 12


class Reach(StrEnum):
    """What the rest of the year would have to bring, against what the process brings."""

    WITHIN = "within reach"
    BEYOND = "beyond what the process has ever produced"
    SECURED = "already secured"


@dataclass(frozen=True, slots=True)
class Forecast:
    """The year's average as likely, and `needed` in each period left; chances are between 0 and 1."""

    expected: float
    lower: float
    upper: float
    left: int
    needed: float | None = None
    reach: Reach | None = None
    chance_next: float | None = None


def year_end(
    chart: XmrChart, seen: Sequence[float], *, periods: int, target: float | None = None
) -> Forecast | None:
    """The forecast of the year's average of which `seen` are the periods so far.

    None where the year is over, while the latest segment shows special cause at its end, or has fewer than
    twelve points.
    """
    left = periods - len(seen)
    segment = chart.segments[-1] if chart.segments else None
    if segment is None or left <= 0 or segment.present < FEWEST_FOR_FORECAST:
        return None
    if chart.variation is not Kind.COMMON_CAUSE or segment.limits.moving_range is None:
        return None
    centre, deviation = segment.limits.mean or 0.0, segment.limits.moving_range / RANGE_TO_DEVIATION
    total = fsum(seen)
    expected = (total + left * centre) / periods
    half = z_of(0.95) * deviation * sqrt(left + left**2 / segment.present) / periods
    needed = None if target is None else (periods * target - total) / left
    return Forecast(
        expected=expected,
        lower=expected - half,
        upper=expected + half,
        left=left,
        needed=needed,
        reach=None if needed is None else reach_of(needed, segment.limits, chart.direction),
        chance_next=None if target is None else chance(target, centre, deviation, chart.direction),
    )


def reach_of(needed: float, limits: Limits, direction: Direction) -> Reach | None:
    """What is needed against the process limits; None without limits or a direction of good."""
    if limits.lower is None or limits.upper is None or direction is Direction.NEUTRAL:
        return None
    beyond, secured = needed > limits.upper, needed < limits.lower
    if direction is Direction.DECREASE:
        beyond, secured = secured, beyond
    if beyond:
        return Reach.BEYOND
    return Reach.SECURED if secured else Reach.WITHIN


def chance(target: float, centre: float, deviation: float, direction: Direction) -> float | None:
    """How likely the next period meets the target, if the process stays as it is."""
    if direction is Direction.NEUTRAL:
        return None
    if deviation == 0:
        return float(centre >= target if direction is Direction.INCREASE else centre <= target)
    below = (1 + erf((target - centre) / deviation / sqrt(2))) / 2
    return 1 - below if direction is Direction.INCREASE else below
