"""The metrics of a plan as the store keeps them, with their figures by period."""

from collections.abc import Mapping

from sqlalchemy import Row, select

from boardtool.data import rows
from boardtool.data.bcf.exactly import all_stored, decimal
from boardtool.data.store import Reading, Step
from boardtool.data.tables import BCF_METRIC, BCF_METRIC_VALUE
from boardtool.domain.bcf.plans import MetricPlan, MetricValue


def of_plan(reading: Reading, plan_id: int) -> list[MetricPlan]:
    values: dict[int, list[MetricValue]] = {}
    of_this_plan = select(BCF_METRIC.c.id).where(BCF_METRIC.c.plan_id == plan_id)
    for row in reading.execute(
        select(BCF_METRIC_VALUE)
        .where(BCF_METRIC_VALUE.c.metric_id.in_(of_this_plan))
        .order_by(BCF_METRIC_VALUE.c.position)
    ):
        values.setdefault(row.metric_id, []).append(_value(row))
    found = reading.execute(
        select(BCF_METRIC).where(BCF_METRIC.c.plan_id == plan_id).order_by(BCF_METRIC.c.position)
    )
    return [
        MetricPlan(
            id=row.id,
            position=row.position,
            key=row.key,
            code=row.code,
            name=row.name,
            unit=row.unit,
            direction=row.direction,
            multiplier=row.multiplier,
            rationale=row.rationale,
            local_plan=row.local_plan,
            values=tuple(values.get(row.id, ())),
        )
        for row in found
    ]


def plan_of(reading: Reading, metric_id: int) -> int:
    """The id of the plan that a metric belongs to."""
    return int(reading.execute(select(BCF_METRIC.c.plan_id).where(BCF_METRIC.c.id == metric_id)).scalar_one())


def add(step: Step, plan_id: int, *, key: str, name: str, **values: object) -> int:
    position = rows.next_position(step, BCF_METRIC, "plan_id", plan_id)
    return rows.add(step, BCF_METRIC, plan_id=plan_id, position=position, key=key, name=name, **values)


def change(step: Step, metric_id: int, **values: object) -> None:
    rows.change(step, BCF_METRIC, metric_id, values)


def remove(step: Step, metric_id: int) -> None:
    rows.remove(step, BCF_METRIC, metric_id)


def set_value(
    step: Step, metric_id: int, *, period: str, kind: str, figures: Mapping[str, object], cell: str = ""
) -> None:
    """Set the figures (value, numerator, denominator) of a period; a new period stands after the others."""
    kept = all_stored(figures)
    held = step.reading.execute(
        select(BCF_METRIC_VALUE.c.id).where(
            BCF_METRIC_VALUE.c.metric_id == metric_id,
            BCF_METRIC_VALUE.c.period == period,
            BCF_METRIC_VALUE.c.kind == kind,
        )
    ).scalar_one_or_none()
    if held is not None:
        rows.change(step, BCF_METRIC_VALUE, held, kept)
        return
    position = rows.next_position(step, BCF_METRIC_VALUE, "metric_id", metric_id)
    rows.add(
        step,
        BCF_METRIC_VALUE,
        metric_id=metric_id,
        position=position,
        period=period,
        kind=kind,
        cell=cell,
        **kept,
    )


def _value(row: Row[tuple[object, ...]]) -> MetricValue:
    return MetricValue(
        id=row.id,
        period=row.period,
        kind=row.kind,
        value=decimal(row.value),
        numerator=decimal(row.numerator),
        denominator=decimal(row.denominator),
        cell=row.cell,
    )
