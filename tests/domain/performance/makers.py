"""Makers of metrics and their records for tests."""

from collections.abc import Sequence
from dataclasses import replace

from boardtool.domain.performance.metrics import (
    Area,
    Metric,
    Observation,
    Record,
    Statistic,
    Status,
    Target,
    TargetKind,
)
from boardtool.domain.performance.periods import Frequency, Period, month
from boardtool.domain.performance.series import Direction

HOME = Metric(
    id=1,
    key="discharge_usual_place",
    name="Discharged to usual place of residence",
    unit="%",
    direction=Direction.INCREASE,
    frequency=Frequency.MONTHLY,
    statistic=Statistic.PROPORTION,
    multiplier=100,
)
NORTH = Area(1, "E06000061", "North Northamptonshire", "council")


def months(first_year: int, count: int) -> list[Period]:
    """So many months from April of a year on."""
    return [month(first_year + (3 + place) // 12, (3 + place) % 12 + 1) for place in range(count)]


def a_record(values: Sequence[float | None], *, target: float | None = None, metric: Metric = HOME) -> Record:
    """Monthly figures from April 2021 on."""
    figures = [
        Observation(
            id=place,
            metric_id=metric.id,
            area_id=NORTH.id,
            period=period,
            value=value,
            status=Status.NOT_AVAILABLE if value is None else Status.FINAL,
        )
        for place, (period, value) in enumerate(zip(months(2021, len(values)), values, strict=True))
    ]
    targets = () if target is None else (Target(1, metric.id, None, TargetKind.TARGET, target),)
    return Record(metric, NORTH, tuple(figures), targets)


def lower_is_better(metric: Metric = HOME) -> Metric:
    return replace(metric, direction=Direction.DECREASE)
