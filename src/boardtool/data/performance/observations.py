"""Figures as the store keeps them: one for each metric, area and period."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import Row, insert, select

from boardtool.data import rows
from boardtool.data.store import Reading, Step
from boardtool.data.tables import OBSERVATION
from boardtool.domain.performance.metrics import Observation, Status
from boardtool.domain.performance.periods import Period

FACTS = ("value", "numerator", "denominator", "lower", "upper", "status", "note", "source")


def every(
    reading: Reading, *, metrics: Collection[int] | None = None, areas: Collection[int] | None = None
) -> list[Observation]:
    """Figures by metric, area and time; of some metrics and some areas, where these are named."""
    wanted = select(OBSERVATION).order_by(
        OBSERVATION.c.metric_id, OBSERVATION.c.area_id, OBSERVATION.c.starts, OBSERVATION.c.ends
    )
    if metrics is not None:
        wanted = wanted.where(OBSERVATION.c.metric_id.in_(metrics))
    if areas is not None:
        wanted = wanted.where(OBSERVATION.c.area_id.in_(areas))
    return [observation_of(row) for row in reading.execute(wanted)]


def in_period(reading: Reading, metric_id: int, period: Period) -> list[Observation]:
    """Every area's figure of one period: what is compared, ranked or set in a funnel."""
    found = reading.execute(
        select(OBSERVATION)
        .where(
            OBSERVATION.c.metric_id == metric_id,
            OBSERVATION.c.starts == period.start,
            OBSERVATION.c.ends == period.end,
        )
        .order_by(OBSERVATION.c.area_id)
    )
    return [observation_of(row) for row in found]


def at(reading: Reading, metric_id: int, area_id: int, period: Period) -> Observation | None:
    """The figure of one metric, area and period."""
    return next((each for each in in_period(reading, metric_id, period) if each.area_id == area_id), None)


def add(step: Step, *, metric_id: int, area_id: int, period: Period, **facts: object) -> int:
    return rows.add(
        step,
        OBSERVATION,
        metric_id=metric_id,
        area_id=area_id,
        starts=period.start,
        ends=period.end,
        **facts,
    )


def add_many(step: Step, every: Sequence[Mapping[str, object]]) -> None:
    """Add figures whose columns are all said alike, together: thousands of a publication in a moment."""
    if every:
        step.reading.execute(insert(OBSERVATION), [*map(dict, every)])


def change(step: Step, observation_id: int, **facts: object) -> None:
    rows.change(step, OBSERVATION, observation_id, facts)


def remove(step: Step, observation_id: int) -> None:
    rows.remove(step, OBSERVATION, observation_id)


def observation_of(row: Row[tuple[object, ...]]) -> Observation:
    return Observation(
        id=row.id,
        metric_id=row.metric_id,
        area_id=row.area_id,
        period=Period(row.starts, row.ends),
        value=row.value,
        numerator=row.numerator,
        denominator=row.denominator,
        lower=row.lower,
        upper=row.upper,
        status=Status(row.status),
        note=row.note,
        source=row.source,
        received_on=row.received_on,
    )
