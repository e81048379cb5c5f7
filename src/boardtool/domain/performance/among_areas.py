"""One metric in several areas of one period: each against a benchmark, and all of them in a funnel."""

from collections.abc import Sequence
from dataclasses import dataclass

from boardtool.domain.performance.benchmark import Comparison, compared
from boardtool.domain.performance.dispersion import AreaCount
from boardtool.domain.performance.funnels import AreaRate, Funnel, proportion_funnel, rate_funnel
from boardtool.domain.performance.intervals import Interval, StatisticRefusedError
from boardtool.domain.performance.metrics import (
    Area,
    Metric,
    Observation,
    Statistic,
    interval_of,
    value_shown,
)
from boardtool.domain.performance.numbers import shown

_ENGLAND = {"E92000001"}
FEWEST_FOR_FUNNEL = 4

WHISKERS = "Whiskers: 95 % confidence intervals, as published or worked out from numerator and denominator."
"""The line under bars of areas."""


@dataclass(frozen=True, slots=True)
class AreaFigure:
    """An area's figure of the period compared."""

    area: Area
    observation: Observation


@dataclass(frozen=True, slots=True)
class ComparedArea:
    """An area's figure, how sure it is, and how it stands to the benchmark."""

    figure: AreaFigure
    interval: Interval | None
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class AmongAreas:
    """Areas, the largest figure first; `benchmark` is England's figure, None where it is not known."""

    metric: Metric
    own: Area
    rows: tuple[ComparedArea, ...]
    benchmark: AreaFigure | None
    funnel: Funnel | None

    @property
    def sentence(self) -> str:
        """Where the own area stands: "North Northamptonshire is better than England (95.1 %)."."""
        mine = next((row for row in self.rows if row.figure.area.id == self.own.id), None)
        if mine is None or mine.figure.observation.value is None:
            return f"{self.own.name} has no figure in this period."
        own = f"{self.own.name}, {value_shown(self.metric, mine.figure.observation)}, "
        if self.benchmark is None:
            if len(self.rows) == 1:
                return f"{own[:-2]}: no other area has a figure of this period."
            known = [row for row in self.rows if row.figure.observation.value is not None]
            return f"{own}is number {known.index(mine) + 1} of {len(known)} by size of the figure."
        england = f"{self.benchmark.area.name} ({shown(self.benchmark.observation.value, self.metric.unit)})"
        said = {
            Comparison.BETTER: f"is better than {england}.",
            Comparison.WORSE: f"is worse than {england}.",
            Comparison.HIGHER: f"is higher than {england}.",
            Comparison.LOWER: f"is lower than {england}.",
            Comparison.SIMILAR: f"is similar to {england}: the difference may be chance.",
            Comparison.NOT_COMPARED: f"cannot be compared with {england}: how sure it is is not known.",
        }
        return own + said[mine.comparison]


def among_areas(metric: Metric, own: Area, figures: Sequence[AreaFigure]) -> AmongAreas:
    """The figures of one period, compared."""
    benchmark = next((each for each in figures if _is_england(each.area)), None)
    against = None if benchmark is None else benchmark.observation.value
    rows = [
        ComparedArea(each, interval, compared(interval, against, metric.direction))
        if not _is_england(each.area)
        else ComparedArea(each, interval, Comparison.NOT_COMPARED)
        for each in figures
        for interval in (interval_of(metric, each.observation),)
    ]
    rows.sort(key=lambda row: -_value(row.figure))
    return AmongAreas(metric, own, tuple(rows), benchmark, _funnel(metric, figures))


def _value(figure: AreaFigure) -> float:
    value = figure.observation.value
    return float("-inf") if value is None else value


def _is_england(area: Area) -> bool:
    return area.code in _ENGLAND or area.name.casefold() == "england"


def _funnel(metric: Metric, figures: Sequence[AreaFigure]) -> Funnel | None:
    """The funnel of proportions or rates; None where too few areas have the numbers behind theirs."""
    counted = [
        (each.area.name, seen.numerator, seen.denominator, seen.value)
        for each in figures
        for seen in (each.observation,)
        if not _is_england(each.area)
    ]
    known = [
        (name, events, people, value)
        for name, events, people, value in counted
        if events is not None and people and value is not None
    ]
    if len(known) < FEWEST_FOR_FUNNEL:
        return None
    try:
        if metric.statistic is Statistic.PROPORTION:
            return proportion_funnel(
                [AreaCount(name, events, people) for name, events, people, _ in known],
                multiplier=metric.multiplier,
                over_dispersion=metric.settings.over_dispersion,
            )
        if metric.statistic is Statistic.RATE:
            return rate_funnel(
                [AreaRate(name, events, value, people) for name, events, people, value in known],
                multiplier=metric.multiplier,
                over_dispersion=metric.settings.over_dispersion,
            )
    except StatisticRefusedError:  # an area's events outnumber its people: no funnel, the bars stand
        return None
    return None
