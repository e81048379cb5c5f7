"""Funnels: which areas stand out from their average by more than chance, and the curves that say so.

The methods of PHEindicatormethods 2.1.0 (`phe_funnels`, `calculate_funnel_limits` and their significance)
from their published formulas. The curves of a proportion are clipped at the whole, not at the number 100.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from math import asin, exp, fsum, sin, sqrt

from boardtool.domain.performance.dispersion import AreaCount, proportion_dispersion, ratio_dispersion
from boardtool.domain.performance.funnel_axis import curve_steps, event_steps
from boardtool.domain.performance.intervals import (
    FEWEST_FOR_BYAR,
    PER_100_000,
    PER_CENT,
    StatisticRefusedError,
    count_limits,
)
from boardtool.domain.performance.quantiles import chi_squared_quantile, normal_quantile

TWO_SIGMA, THREE_SIGMA = 0.025, 0.001


class Standing(StrEnum):
    """How far an area stands from the average."""

    HIGH_3 = "High (0.001)"
    HIGH_2 = "High (0.025)"
    LOW_2 = "Low (0.025)"
    LOW_3 = "Low (0.001)"
    WITHIN = "Not significant"
    NOT_APPLICABLE = "Not applicable"


class RateKind(StrEnum):
    """What a rate is made of: counted, or standardised (then fewer than ten events are not judged)."""

    CRUDE = "crude"
    STANDARDISED = "dsr"


@dataclass(frozen=True, slots=True)
class FunnelLimits:
    """The limits at one denominator (people, or expected events), in the unit of the values."""

    denominator: float
    lower_2: float
    upper_2: float
    lower_3: float
    upper_3: float


@dataclass(frozen=True, slots=True)
class FunnelPlace:
    """An area in the funnel; `value` and `denominator` are None where it is not plotted."""

    area: str
    value: float | None
    denominator: float | None
    standing: Standing


@dataclass(frozen=True, slots=True)
class Funnel:
    """Areas, their average, and the curves around it from the least denominator to the largest."""

    average: float
    places: tuple[FunnelPlace, ...]
    curve: tuple[FunnelLimits, ...]
    between: float = 0.0  # the variance between areas that over-dispersion adds, on its own scale


@dataclass(frozen=True, slots=True)
class AreaRate:
    """An area's published rate and the events behind it; `people` is needed where there are no events."""

    area: str
    events: float
    rate: float
    people: float | None = None


# ---- proportions


def proportion_limits(average: float, n: float, *, multiplier: float = PER_CENT) -> FunnelLimits:
    """Limits p -/+ z sqrt(p(1 - p) / n), within 0 and the whole; `average` is a share between 0 and 1."""
    spread = sqrt(average * (1 - average) / n)
    return _around(n, lambda z: average + z * spread, multiplier, 1.0)


def proportion_funnel(
    areas: Sequence[AreaCount], *, multiplier: float = PER_CENT, over_dispersion: bool = False
) -> Funnel:
    """Areas by the share of each; high or low strictly beyond the limit at its own denominator.

    With `over_dispersion` the limits widen by the variance between areas on the arcsine scale.

    Raises:
        StatisticRefusedError: an area has no people, or more events than people.
    """
    if any(area.denominator <= 0 or not 0 <= area.events <= area.denominator for area in areas):
        raise StatisticRefusedError(
            "numerator_above_denominator", "Every area needs people, and events no more than these."
        )
    average = fsum(area.events for area in areas) / fsum(area.denominator for area in areas)
    between = proportion_dispersion(areas, average) if over_dispersion else 0.0
    at = partial(_proportion_at, average, between, multiplier)
    places = [
        _place(area.area, area.events / area.denominator * multiplier, at(area.denominator)) for area in areas
    ]
    steps = curve_steps([area.denominator for area in areas])
    return Funnel(average * multiplier, tuple(places), tuple(at(step) for step in steps), between)


def _proportion_at(average: float, between: float, multiplier: float, n: float) -> FunnelLimits:
    if not between:
        return proportion_limits(average, n, multiplier=multiplier)
    centre, spread = asin(sqrt(average)), sqrt(1 / (4 * n) + between)

    def share(z: float) -> float:
        angle = min(max(centre + z * spread, 0.0), asin(1.0))
        return sin(angle) ** 2

    return _around(n, share, multiplier, 1.0)


# ---- rates and ratios


def rate_funnel(
    areas: Sequence[AreaRate],
    *,
    kind: RateKind = RateKind.CRUDE,
    multiplier: float = PER_100_000,
    over_dispersion: bool = False,
) -> Funnel:
    """Areas by their rate; high where the lower limit of its own rate is above the average, low likewise.

    The denominator is events / rate × multiplier. Standardised rates below ten events are not judged, but
    they count towards the average. With `over_dispersion` each area is judged as its events against those
    that the average would bring, and the limits widen as those of `ratio_funnel` do.

    Raises:
        StatisticRefusedError: an area has neither events nor people, nobody can be judged, or no area has
            any event.
    """
    plotted = {area.area for area in areas if kind is RateKind.CRUDE or area.events >= FEWEST_FOR_BYAR}
    if not plotted:
        raise StatisticRefusedError("no_areas", "No area has enough events to be compared.")
    counted = [area for area in areas if area.area in plotted or area.events > 0]
    people = {area.area: _people(area, multiplier) for area in counted}
    average = fsum(area.events for area in counted) / fsum(people.values())
    if average <= 0:
        raise StatisticRefusedError("no_events", "No area has an event: there is no average to differ from.")
    expected = [
        AreaCount(area.area, area.events, average * people[area.area])
        for area in areas
        if area.area in plotted
    ]
    between = ratio_dispersion(expected) if over_dispersion else 0.0
    standings = {each.area: _ratio_standing(each, between) for each in expected}
    places = [
        FunnelPlace(area.area, area.rate, people[area.area], standings[area.area])
        if area.area in plotted
        else FunnelPlace(area.area, None, None, Standing.NOT_APPLICABLE)
        for area in areas
    ]
    steps = event_steps([people[area] for area in sorted(plotted)], average)
    curve = [_rate_limits(events, average, between, multiplier) for events in steps]
    return Funnel(average * multiplier, tuple(places), tuple(curve), between)


def _rate_limits(events: float, average: float, between: float, multiplier: float) -> FunnelLimits:
    if not between:
        return _events_limits(events, average, multiplier)
    ratio = _wider(events, between, average * multiplier)
    return replace(ratio, denominator=events / average)


def _people(area: AreaRate, multiplier: float) -> float:
    if area.events > 0 and area.rate > 0:
        return area.events / area.rate * multiplier
    if area.people is None:
        raise StatisticRefusedError("no_population", f"{area.area} has no events: its people are needed.")
    return area.people


def ratio_funnel(
    areas: Sequence[AreaCount], *, multiplier: float = PER_CENT, over_dispersion: bool = False
) -> Funnel:
    """Areas by observed / expected events around one; `denominator` holds the expected events.

    With `over_dispersion` the limits widen by the variance between areas on the scale of the log ratio.

    Raises:
        StatisticRefusedError: an area expects no events.
    """
    if any(area.denominator <= 0 for area in areas):
        raise StatisticRefusedError("denominator_not_positive", "Every area needs expected events.")
    between = ratio_dispersion(areas) if over_dispersion else 0.0
    places = [
        FunnelPlace(
            area.area,
            area.events / area.denominator * multiplier,
            area.denominator,
            _ratio_standing(area, between),
        )
        for area in areas
    ]
    steps = event_steps([area.denominator for area in areas], 1.0)
    curve = [
        _wider(events, between, multiplier) if between else _events_limits(events, 1.0, multiplier)
        for events in steps
    ]
    return Funnel(multiplier, tuple(places), tuple(curve), between)


def count_standing(events: float, expected: float) -> Standing:
    """How events stand against what is expected: the limits of the count, 99.8 % before 95 %."""
    for tail, high, low in (
        (THREE_SIGMA, Standing.HIGH_3, Standing.LOW_3),
        (TWO_SIGMA, Standing.HIGH_2, Standing.LOW_2),
    ):
        lower, upper, _ = count_limits(events, confidence=1 - 2 * tail)
        if lower > expected:
            return high
        if upper < expected:
            return low
    return Standing.WITHIN


def _ratio_standing(area: AreaCount, between: float) -> Standing:
    if not between:
        return count_standing(area.events, area.denominator)
    return _place("", area.events / area.denominator, _wider(area.denominator, between, 1.0)).standing


def _wider(expected: float, between: float, multiplier: float) -> FunnelLimits:
    spread = sqrt(1 / expected + between)
    return _around(expected, lambda z: exp(z * spread), multiplier, None)


def _events_limits(events: float, average: float, multiplier: float) -> FunnelLimits:
    """Where a count of `events` would just stand out: events / expected × average, for four tails.

    The expected numbers are the exact Poisson ones: chi-squared(p, 2e) / 2, chi-squared(1 - p, 2e + 2) / 2.
    """
    unit = events * average * multiplier
    low_2, low_3 = (chi_squared_quantile(1 - tail, 2 * events + 2) / 2 for tail in (TWO_SIGMA, THREE_SIGMA))
    high_2, high_3 = (chi_squared_quantile(tail, 2 * events) / 2 for tail in (TWO_SIGMA, THREE_SIGMA))
    return FunnelLimits(events / average, unit / low_2, unit / high_2, unit / low_3, unit / high_3)


def _around(
    denominator: float, at: Callable[[float], float], multiplier: float, whole: float | None
) -> FunnelLimits:
    """The limits that `at` gives for z of both tails, never below zero or above the whole."""
    tails = (TWO_SIGMA, THREE_SIGMA)
    lower = [max(at(normal_quantile(tail)), 0.0) * multiplier for tail in tails]
    upper = [at(normal_quantile(1 - tail)) for tail in tails]
    high = [(value if whole is None else min(value, whole)) * multiplier for value in upper]
    return FunnelLimits(denominator, lower[0], high[0], lower[1], high[1])


def _place(area: str, value: float, limits: FunnelLimits) -> FunnelPlace:
    if value < limits.lower_3:
        standing = Standing.LOW_3
    elif value < limits.lower_2:
        standing = Standing.LOW_2
    elif value > limits.upper_3:
        standing = Standing.HIGH_3
    elif value > limits.upper_2:
        standing = Standing.HIGH_2
    else:
        standing = Standing.WITHIN
    return FunnelPlace(area, value, limits.denominator, standing)
