"""How sure a figure is: limits of proportions, counts, rates and means.

The methods of PHEindicatormethods 2.1.0 (`phe_proportion`, `byars_lower`, `phe_rate`, `phe_mean`) from their
published formulas. Confidence is 0.95 or 0.998, or 95 and 99.8.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, inf, sqrt

from boardtool.domain.errors import CannotDoError
from boardtool.domain.performance.limits import mean
from boardtool.domain.performance.quantiles import chi_squared_quantile, student_quantile, z_of

FEWEST_FOR_BYAR = 10
USUAL_CONFIDENCE = 0.95
PER_CENT = 100.0
PER_100_000 = 100_000.0


class StatisticRefusedError(CannotDoError):
    """Figures that no such statistic can be made of; `code` is its name in the reference cases."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure with its limits, all in one unit; `method` names where they come from."""

    value: float
    lower: float
    upper: float
    method: str


def wilson(
    x: float, n: float, *, confidence: float = USUAL_CONFIDENCE, multiplier: float = PER_CENT
) -> Interval:
    """The proportion x of n with Wilson's score limits (Wilson 1927; Newcombe 1998, method 3).

    Limits (2x + z² -/+ z sqrt(z² + 4x(1 - x/n))) / (2(n + z²)), times the multiplier.

    Raises:
        StatisticRefusedError: x is negative or above n, or n is not above zero.
    """
    _check_parts(x, n)
    if x > n:
        raise StatisticRefusedError(
            "numerator_above_denominator", f"{x:g} of {n:g} is more than all of them."
        )
    z = z_of(confidence)
    if z == inf:
        return Interval(x / n * multiplier, 0.0, multiplier, "Wilson")
    centre, half = 2 * x + z * z, z * sqrt(z * z + 4 * x * (1 - x / n))
    whole = 2 * (n + z * z)
    lower = 0.0 if x == 0 else (centre - half) / whole
    upper = 1.0 if x == n else (centre + half) / whole
    return Interval(x / n * multiplier, lower * multiplier, upper * multiplier, "Wilson")


def byar(count: float, *, confidence: float = USUAL_CONFIDENCE) -> tuple[float | None, float]:
    """Byar's limits of a count (Breslow and Day 1987, page 69); no lower one at zero or below."""
    z = z_of(confidence)
    one_more = count + 1
    upper = one_more * (1 - 1 / (9 * one_more) + z / (3 * sqrt(one_more))) ** 3
    if count <= 0:
        return None, upper
    lower = count * (1 - 1 / (9 * count) - z / (3 * sqrt(count))) ** 3
    return (lower if lower >= 0 else None), upper


def exact_poisson(count: float, *, confidence: float = USUAL_CONFIDENCE) -> tuple[float, float]:
    """Exact limits of a count from the chi-squared distribution (Garwood 1936)."""
    z_of(confidence)  # refuses what is no confidence
    share = confidence / 100 if confidence > 1 else confidence
    tail = (1 - share) / 2
    lower = chi_squared_quantile(tail, 2 * count) / 2 if count > 0 else 0.0
    return lower, chi_squared_quantile(1 - tail, 2 * count + 2) / 2


def count_limits(count: float, *, confidence: float = USUAL_CONFIDENCE) -> tuple[float, float, str]:
    """Limits of a count and their method: exact below ten events, Byar's from ten on."""
    if count < FEWEST_FOR_BYAR:
        return *exact_poisson(count, confidence=confidence), "Exact"
    lower, upper = byar(count, confidence=confidence)
    return 0.0 if lower is None else lower, upper, "Byars"


def rate(
    x: float, n: float, *, confidence: float = USUAL_CONFIDENCE, multiplier: float = PER_100_000
) -> Interval:
    """The crude rate of x events in n with its limits.

    Raises:
        StatisticRefusedError: x is negative, or n is not above zero.
    """
    _check_parts(x, n)
    lower, upper, method = count_limits(x, confidence=confidence)
    return Interval(x / n * multiplier, lower / n * multiplier, upper / n * multiplier, method)


def student_mean(values: Sequence[float], *, confidence: float = USUAL_CONFIDENCE) -> Interval:
    """The mean of values with Student's limits, n - 1 degrees of freedom.

    Raises:
        StatisticRefusedError: there are fewer than two values.
    """
    count = len(values)
    if count < 2:  # noqa: PLR2004 - one value has no spread
        raise StatisticRefusedError("too_few_values", "A mean with limits needs two values or more.")
    z_of(confidence)
    share = confidence / 100 if confidence > 1 else confidence
    half = student_quantile(1 - (1 - share) / 2, count - 1) * deviation(values) / sqrt(count)
    centre = mean(values)
    return Interval(centre, centre - half, centre + half, "Student's t-distribution")


def deviation(values: Sequence[float]) -> float:
    """The standard deviation of a sample, from residuals of the two-pass mean."""
    centre = mean(values)
    return sqrt(fsum((value - centre) ** 2 for value in values) / (len(values) - 1))


def _check_parts(x: float, n: float) -> None:
    if x < 0:
        raise StatisticRefusedError("numerator_negative", f"The numerator {x:g} is below zero.")
    if n <= 0:
        raise StatisticRefusedError("denominator_not_positive", f"The denominator {n:g} is not above zero.")
