"""Rates made comparable between places of different age: directly and indirectly standardised.

The methods of PHEindicatormethods 2.1.0 (`calculate_dsr`, `calculate_ISRatio`, `calculate_ISRate`): limits
of the first after Dobson and others 1991, of the second from the exact and Byar's limits of the count.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, sqrt

from boardtool.domain.performance.intervals import (
    PER_100_000,
    USUAL_CONFIDENCE,
    Interval,
    StatisticRefusedError,
    byar,
    count_limits,
)

EUROPEAN_STANDARD_POPULATION = (
    5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000,
    7000, 6500, 6000, 5500, 5000, 4000, 2500, 1500, 1000,
)  # fmt: skip
"""The weights of 2013 by five-year band, 0-4 to 90+ (Eurostat); they add up to 100,000."""

FEWEST_EVENTS = 10


@dataclass(frozen=True, slots=True)
class AgeBand:
    """Events and people of one age, and the weight of that age; missing events count as none."""

    events: float | None
    people: float | None
    weight: float | None


@dataclass(frozen=True, slots=True)
class RepeatedBand:
    """People of one age who had exactly `frequency` events each."""

    age: str
    frequency: int
    people_with: float
    people: float
    weight: float


@dataclass(frozen=True, slots=True)
class Standardised:
    """A directly standardised rate; `interval` is None where fewer than ten events withhold it."""

    events: float
    people: float
    interval: Interval | None

    @property
    def is_suppressed(self) -> bool:
        return self.interval is None


def directly_standardised(
    bands: Sequence[AgeBand], *, confidence: float = USUAL_CONFIDENCE, multiplier: float = PER_100_000
) -> Standardised:
    """sum(w x / n) / sum(w) with Dobson's limits: rate + sqrt(var / O) × (Byar's limit of O - O).

    var = sum(x w² / n²) / sum(w)², O the events. Withheld below ten events.

    Raises:
        StatisticRefusedError: people or weight of a band are missing or not above zero.
    """
    _check(bands)
    events = fsum(band.events or 0 for band in bands)
    weights = fsum(band.weight or 0 for band in bands)
    shares = [(band.events or 0, (band.weight or 0) / (band.people or 1) / weights) for band in bands]
    value = fsum(count * share for count, share in shares)
    variance = fsum(count * share * share for count, share in shares)
    people = fsum(band.people or 0 for band in bands)
    return Standardised(events, people, _dobson(value, variance, events, confidence, multiplier, "Dobson"))


def directly_standardised_with_repeats(
    bands: Sequence[RepeatedBand], *, confidence: float = USUAL_CONFIDENCE, multiplier: float = PER_100_000
) -> Standardised:
    """As above where one person may have several events, which are not independent.

    The variance is the sum over frequencies f of f² × the variance of the people with exactly f events.

    Raises:
        StatisticRefusedError: people or weight of a band are missing or not above zero.
    """
    _check([AgeBand(band.people_with, band.people, band.weight) for band in bands])
    by_frequency: dict[int, list[RepeatedBand]] = defaultdict(list)
    for band in bands:
        by_frequency[band.frequency].append(band)
    ages = {band.age: (band.people, band.weight) for band in bands}
    weights = fsum(weight for _, weight in ages.values())
    value = variance = events = 0.0
    for frequency, some in by_frequency.items():
        shares = [(band.people_with, band.weight / band.people / weights) for band in some]
        value += frequency * fsum(count * share for count, share in shares)
        variance += frequency**2 * fsum(count * share * share for count, share in shares)
        events += frequency * fsum(band.people_with for band in some)
    people = fsum(count for count, _ in ages.values())
    method = "Dobson, with confidence adjusted for non-independent events"
    return Standardised(events, people, _dobson(value, variance, events, confidence, multiplier, method))


def _dobson(
    value: float, variance: float, events: float, confidence: float, multiplier: float, method: str
) -> Interval | None:
    if events < FEWEST_EVENTS:
        return None
    lower, upper = byar(events, confidence=confidence)
    stretch = sqrt(variance / events)
    least = value + stretch * ((lower or 0.0) - events)
    most = value + stretch * (upper - events)
    return Interval(value * multiplier, least * multiplier, most * multiplier, method)


def _check(bands: Sequence[AgeBand]) -> None:
    for place, band in enumerate(bands, start=1):
        if not band.people or band.people < 0 or not band.weight or band.weight < 0:
            raise StatisticRefusedError(
                "denominator_not_positive", f"Age band {place} lacks its people or its weight."
            )


@dataclass(frozen=True, slots=True)
class ReferenceBand:
    """Events and people of one age here, and in the place that is compared with."""

    events: float
    people: float
    reference_events: float
    reference_people: float


@dataclass(frozen=True, slots=True)
class IndirectlyStandardised:
    """Observed against expected events: their ratio, and as a rate of the reference's crude rate."""

    observed: float
    expected: float
    reference_rate: float
    ratio: Interval
    rate: Interval


def indirectly_standardised(
    bands: Sequence[ReferenceBand], *, confidence: float = USUAL_CONFIDENCE, multiplier: float = PER_100_000
) -> IndirectlyStandardised:
    """O / E with E = sum(reference events / reference people × people): the form of avoidable admissions.

    Limits are those of O, exact below ten, divided by E; the rate is the ratio × the reference's crude rate.

    Raises:
        StatisticRefusedError: nothing is expected, or a band of the reference has no people.
    """
    if any(band.reference_people <= 0 for band in bands):
        raise StatisticRefusedError("denominator_not_positive", "A band of the reference has no people.")
    observed = fsum(band.events for band in bands)
    expected = fsum(band.reference_events / band.reference_people * band.people for band in bands)
    if expected <= 0:
        raise StatisticRefusedError("denominator_not_positive", "The reference expects no event at all.")
    crude = fsum(band.reference_events for band in bands) / fsum(band.reference_people for band in bands)
    lower, upper, method = count_limits(observed, confidence=confidence)
    ratio = Interval(observed / expected, lower / expected, upper / expected, method)
    unit = crude * multiplier
    as_rate = Interval(ratio.value * unit, ratio.lower * unit, ratio.upper * unit, method)
    return IndirectlyStandardised(observed, expected, unit, ratio, as_rate)
