"""The axes of a chart: where its ticks are, what they say, and labels that do not stand on one another."""

from collections.abc import Sequence
from math import ceil, floor, log10

from boardtool.domain.dates import MONTHS
from boardtool.domain.performance.periods import APRIL, WEEK, Frequency, Period

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_USUAL_TICKS = 6


def ticks(low: float, high: float, *, about: int = _USUAL_TICKS) -> tuple[float, ...]:
    """Round values from at or below `low` to at or above `high`, about so many."""
    if high <= low:
        room = abs(high) * 0.1 or 1.0
        low, high = low - room, high + room
    rough = (high - low) / max(about - 1, 1)
    power = 10 ** floor(log10(rough))
    step = next(power * each for each in _STEPS if power * each >= rough * 0.999)
    first, last = floor(low / step), ceil(high / step)
    return tuple(round(place * step, 12) for place in range(first, last + 1))


def bounds(values: Sequence[float | None], unit: str = "") -> tuple[float, float]:
    """What an axis has to show: the least and the largest; of percentages nothing below 0 or above 100."""
    present = [value for value in values if value is not None]
    if not present:
        return 0.0, 1.0
    low, high = min(present), max(present)
    if unit == "%":
        low, high = max(low, 0.0), min(high, 100.0)
    return low, high


def tick_label(period: Period) -> tuple[str, str]:
    """What stands under a point, and below that where a year begins: ("Apr", "2021-22")."""
    start = period.start
    match period.frequency:
        case Frequency.MONTHLY:
            short = MONTHS[start.month - 1][:3]
            return short, _year(start.year) if start.month == APRIL else ""
        case Frequency.QUARTERLY:
            _, _, quarter = period.label.rpartition(" ")
            return quarter, _year(start.year) if start.month == APRIL else ""
        case Frequency.DAILY | Frequency.WEEKLY:
            begins = start.month == 1 and start.day <= WEEK
            return f"{start.day} {MONTHS[start.month - 1][:3]}", f"{start.year}" if begins else ""
        case _:
            return period.label, ""


def _year(start: int) -> str:
    return f"{start}-{(start + 1) % 100:02d}"


def tick_places(periods: Sequence[Period], *, most: int) -> tuple[int, ...]:
    """The points that get a label: at most so many, evenly; of months the first of quarters or years."""
    if len(periods) <= most:
        return tuple(range(len(periods)))
    step = ceil(len(periods) / most)
    if periods[0].frequency is not Frequency.MONTHLY:
        return tuple(range(0, len(periods), step))
    step = next((each for each in (3, 6, 12) if each >= step), step)
    april = next((place for place, period in enumerate(periods) if period.start.month == APRIL), 0)
    return tuple(range(april % step, len(periods), step))


def apart(places: Sequence[float], *, gap: float) -> list[float]:
    """The places moved as little as needed to be `gap` apart, in their own order."""
    order = sorted(range(len(places)), key=lambda place: places[place])
    moved = [0.0] * len(places)
    group: list[tuple[float, list[int]]] = []
    for index in order:
        group.append((places[index], [index]))
        while len(group) > 1 and _end(group[-2], gap) > _begin(group[-1], gap):
            (_, one), (_, other) = group[-2:]
            together = [*one, *other]
            centre = sum(places[each] for each in together) / len(together)
            group[-2:] = [(centre, together)]
    for centre, members in group:
        for rank, index in enumerate(members):
            moved[index] = centre + (rank - (len(members) - 1) / 2) * gap
    return moved


def _begin(group: tuple[float, list[int]], gap: float) -> float:
    return group[0] - (len(group[1]) - 1) / 2 * gap - gap / 2


def _end(group: tuple[float, list[int]], gap: float) -> float:
    return group[0] + (len(group[1]) - 1) / 2 * gap + gap / 2
