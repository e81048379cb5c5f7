"""Which metric and which area a file means by its names: one of the library, one that ships, or a new one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from boardtool.data.excel.figures.found import FoundFigure, NamedArea, NamedMetric
from boardtool.data.performance import areas, metrics, shipped
from boardtool.data.store import Reading, Step
from boardtool.domain.performance.lists import KnownMetric
from boardtool.domain.performance.metrics import Area, Metric, Statistic
from boardtool.domain.performance.periods import Frequency
from boardtool.domain.performance.series import Direction
from boardtool.domain.text import folded
from boardtool.services.performance.metrics import enter_metric

_LONGEST_KEY = 60
_NOT_A_UNIT = frozenset({"persons", "number", "value", "male", "female"})
_BY_UNIT = {"%": (Statistic.PROPORTION, 100.0), "per 1 000": (Statistic.RATE, 1_000.0)}
_PER_100_000 = "per 100 000"
_COUNCIL = " council"


@dataclass(frozen=True, slots=True)
class MeantMetric:
    """A metric as meant; `id` is None until it is in the library, `is_new` where nothing knows it."""

    id: int | None
    facts: KnownMetric
    is_new: bool = False

    @property
    def key(self) -> str:
        return self.facts.key


@dataclass(frozen=True, slots=True)
class MeantArea:
    """An area as meant; `id` is None until it is in the library."""

    id: int | None
    name: str
    code: str = ""
    kind: str = ""

    @property
    def key(self) -> str:
        return self.code or folded(self.name)


class Names:
    """What the library and the shipped lists call metrics and areas; each name of a file is looked up once.

    `own_area` is what a file without areas is of: the first that the board watches, else its council.
    """

    def __init__(self, reading: Reading, own_area: MeantArea | None) -> None:
        self._metrics = {metric.id: metric for metric in metrics.every(reading)}
        self._metric_names = metrics.names(reading)
        self._areas = {area.id: area for area in areas.every(reading)}
        self._area_names = areas.names(reading)
        self._own_area = own_area
        self._met_metrics: dict[NamedMetric, MeantMetric] = {}
        self._met_areas: dict[NamedArea, MeantArea] = {}

    def metric(self, named: NamedMetric, frequency: Frequency) -> MeantMetric:
        if named not in self._met_metrics:
            self._met_metrics[named] = self._looked_up(named, frequency)
        return self._met_metrics[named]

    def _looked_up(self, named: NamedMetric, frequency: Frequency) -> MeantMetric:
        for name in filter(None, (named.key, named.name)):
            known = shipped.known_names().get(folded(name))
            held = self._metric_names.get(folded(name)) or self._metric_names.get(folded(known or ""))
            if held is not None:
                return MeantMetric(held, _facts_of(self._metrics[held]))
            if known is not None:
                return MeantMetric(None, shipped.known_metrics()[known])
        return MeantMetric(None, _new_facts(named, frequency), is_new=True)

    def area(self, named: NamedArea | None) -> MeantArea | None:
        """The area, the board's own where the file names none; None where there is no such either."""
        if named is None:
            return self._own_area
        if named not in self._met_areas:
            self._met_areas[named] = self._found_area(named)
        return self._met_areas[named]

    def _found_area(self, named: NamedArea) -> MeantArea:
        held = self._area_names.get(folded(named.code)) if named.code else None
        if held is None:
            by_name = self._area_names.get(without_council(named.name))
            if by_name is not None and not (named.code and self._areas[by_name].code):
                held = by_name
        if held is None:
            return MeantArea(None, named.name, named.code, named.kind)
        area = self._areas[held]
        return MeantArea(area.id, area.name, area.code or named.code, area.kind)


def without_council(name: str) -> str:
    """A name folded for comparing, the same for a council and its area."""
    words = folded(name)
    return words.removesuffix(_COUNCIL)


def own_area_of(watched: Sequence[Area], council: str, held: Mapping[str, int]) -> MeantArea | None:
    """The area that a board's own figures are of."""
    if watched:
        first = watched[0]
        return MeantArea(first.id, first.name, first.code, first.kind)
    name = council[: -len(_COUNCIL)] if council.casefold().endswith(_COUNCIL) else council
    return MeantArea(held.get(folded(name)), name, kind="council") if name else None


def _facts_of(metric: Metric) -> KnownMetric:
    return KnownMetric(
        key=metric.key,
        name=metric.name,
        short=metric.short,
        unit=metric.unit,
        direction=metric.direction,
        frequency=metric.frequency,
        statistic=metric.statistic,
        multiplier=metric.multiplier,
    )


def _new_facts(named: NamedMetric, frequency: Frequency) -> KnownMetric:
    """A metric that nothing knows: what the file says of it, and no direction of good."""
    unit = "" if folded(named.unit) in _NOT_A_UNIT else named.unit
    words = "%" if unit.strip() == "%" else folded(unit)
    statistic, multiplier = _BY_UNIT.get(words, (Statistic.SCORE, 1.0))
    if words.startswith(_PER_100_000):
        statistic, multiplier = Statistic.RATE, 100_000.0
    key = (named.key or folded(named.name).replace(" ", "_"))[:_LONGEST_KEY]
    return KnownMetric(
        key=key,
        name=named.name,
        short="",
        unit=unit,
        direction=Direction.NEUTRAL,
        frequency=frequency,
        statistic=statistic,
        multiplier=named.multiplier or multiplier,
    )


class Entered:
    """What is entered while a file is taken: each new metric and area once, when first met.

    `waiting` are the new figures, which are all entered at the end, together: one by one is slow.
    """

    def __init__(self) -> None:
        self.waiting: list[Mapping[str, object]] = []
        self._metrics: dict[str, int] = {}
        self._areas: dict[str, int] = {}

    def metric(self, step: Step, meant: MeantMetric) -> int:
        if meant.id is not None:
            return meant.id
        if meant.key not in self._metrics:
            self._metrics[meant.key] = enter_metric(step, meant.facts)
        return self._metrics[meant.key]

    def area(self, step: Step, meant: MeantArea) -> int:
        if meant.id is not None:
            return meant.id
        if meant.key not in self._areas:
            self._areas[meant.key] = areas.add(step, name=meant.name, code=meant.code, kind=meant.kind)
        return self._areas[meant.key]


def as_per_cent(figures: Sequence[FoundFigure]) -> list[FoundFigure]:
    """The figures with shares (0.953) made per cent (95.3)."""
    return [
        replace(
            each,
            value=_hundredfold(each.value),
            lower=_hundredfold(each.lower),
            upper=_hundredfold(each.upper),
            target=_hundredfold(each.target),
        )
        for each in figures
    ]


def _hundredfold(number: float | None) -> float | None:
    return None if number is None else round(number * 100, 10)
