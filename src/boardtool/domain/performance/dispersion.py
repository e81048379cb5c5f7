"""Over-dispersion: how much areas differ by more than chance, which widens the limits of a funnel.

As in FunnelPlotR 0.6.0 (Spiegelhalter 2005): z-scores on the arcsine scale for proportions, on that of
the log for ratios, winsorised at 10 % and 90 %.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import asin, floor, fsum, log, sqrt

_WINSORISED = 0.1


@dataclass(frozen=True, slots=True)
class AreaCount:
    """An area's events among its people, or (for a ratio) against its expected events."""

    area: str
    events: float
    denominator: float


def proportion_dispersion(areas: Sequence[AreaCount], average: float) -> float:
    """The variance between areas on the arcsine scale, where s² = 1 / (4n)."""
    centre = asin(sqrt(average))
    errors = [1 / (2 * sqrt(area.denominator)) for area in areas]
    scores = [
        (asin(sqrt(area.events / area.denominator)) - centre) / error
        for area, error in zip(areas, errors, strict=True)
    ]
    return between_areas(scores, errors)


def ratio_dispersion(areas: Sequence[AreaCount]) -> float:
    """The variance between areas on the scale of the log ratio, where s² = 1 / expected."""
    counted = [area for area in areas if area.events > 0]
    errors = [1 / sqrt(area.denominator) for area in counted]
    scores = [
        log(area.events / area.denominator) / error for area, error in zip(counted, errors, strict=True)
    ]
    return between_areas(scores, errors)


def between_areas(scores: Sequence[float], errors: Sequence[float]) -> float:
    """tau² of the z-scores and standard errors of areas: the variance that chance does not explain.

    Scores are winsorised at 10 % and 90 %; phi = mean z²; where k phi > k - 1,
    tau² = (k phi - (k - 1)) / (sum w - sum w² / sum w) with w = 1 / s² (DerSimonian and Laird), else none.
    """
    count = len(scores)
    if count < 2:  # noqa: PLR2004 - one area has nobody to differ from
        return 0.0
    low, high = _percentile(scores, _WINSORISED), _percentile(scores, 1 - _WINSORISED)
    phi = fsum(min(max(score, low), high) ** 2 for score in scores) / count
    if count * phi <= count - 1:
        return 0.0
    weights = [1 / error**2 for error in errors]
    whole = fsum(weights)
    return (count * phi - (count - 1)) / (whole - fsum(weight**2 for weight in weights) / whole)


def _percentile(values: Sequence[float], share: float) -> float:
    """As R's quantile of type 7 has it."""
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    below = floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])
