"""The metrics and the conditions of a planning workbook, held against those of the plan that is here."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from boardtool.data.bcf import conditions, metrics
from boardtool.data.excel.bcf.conditions import ConditionRow
from boardtool.data.excel.bcf.metrics import ReadFigure, ReadMetric
from boardtool.data.excel.bcf.plan import ReadPlan
from boardtool.data.store import Step
from boardtool.domain.bcf.plans import Condition, MetricPlan, MetricValue
from boardtool.services.exchange.comparing import ComparedRow, added, held_against

# The names are those of a row's fields, and each value is of its field's type.
Values = Mapping[str, Any]

_NEAR = 0.05


def metric_rows(found: ReadPlan, held: Sequence[MetricPlan]) -> Iterator[ComparedRow]:
    known = {metric.key: metric for metric in held}
    for metric in found.metrics.metrics:
        shape = _shape(metric, metric.figures)
        ours = known.get(metric.words.key)
        key = f"{metric.code} {metric.name}"
        if ours is None:
            preview = added(found.metrics.sheet, metric.row, key, shape)
        else:
            here = _shape(ours, ours.values)
            taken = {name: value for name, value in shape.items() if value is not None}
            if metric.words.computed:
                taken = {name: value for name, value in taken.items() if not _alike(value, here.get(name))}
            preview = held_against(found.metrics.sheet, metric.row, key, {**here, **taken}, here)
        yield ComparedRow(preview, partial(_take_metric, metric, ours))


def _alike(one: object, other: object) -> bool:
    """Whether two rates are the same as the template shows them, to one decimal."""
    return isinstance(one, float) and isinstance(other, float) and abs(one - other) <= _NEAR


def _shape(metric: ReadMetric | MetricPlan, figures: Sequence[ReadFigure | MetricValue]) -> dict[str, object]:
    shown: dict[str, object] = {
        "code": metric.code,
        "name": metric.name,
        "rationale": metric.rationale or None,
        "local_plan": metric.local_plan or None,
    }
    for one in figures:
        key = f"{one.period} {one.kind}"
        parts = {key: one.value, f"{key} numerator": one.numerator, f"{key} denominator": one.denominator}
        shown |= {name: None if part is None else float(part) for name, part in parts.items()}
    return shown


def _take_metric(metric: ReadMetric, ours: MetricPlan | None, step: Step, plan_id: int) -> None:
    words = metric.words
    texts = {
        name: text
        for name, text in (("rationale", metric.rationale), ("local_plan", metric.local_plan))
        if text or ours is None
    }
    facts = {"code": metric.code, "name": metric.name, **texts}
    if ours is None:
        metric_id = metrics.add(
            step,
            plan_id,
            key=words.key,
            unit=words.unit,
            direction=words.direction,
            multiplier=words.multiplier,
            **facts,
        )
    else:
        metric_id = ours.id
        metrics.change(step, metric_id, **facts)
    for one in metric.figures:
        figures = {"value": one.value, "numerator": one.numerator, "denominator": one.denominator}
        taken = {name: figure for name, figure in figures.items() if figure is not None or ours is None}
        metrics.set_value(step, metric_id, period=one.period, kind=one.kind, figures=taken, cell=one.cell)


def condition_rows(found: ReadPlan, held: Sequence[Condition]) -> Iterator[ComparedRow]:
    known = {one.code: one for one in held}
    for row in found.conditions.rows:
        values = {name: value for name, value in row.values.items() if name != "row"}
        code = str(values["code"])
        ours = known.get(code)
        if ours is None:
            preview = added(found.conditions.sheet, row.row, code, values)
            yield ComparedRow(preview, partial(_add_condition, row))
            continue
        said = {name: value for name, value in values.items() if value}
        preview = held_against(
            found.conditions.sheet, row.row, code, said, {name: getattr(ours, name) for name in said}
        )
        yield ComparedRow(preview, partial(_change_condition, ours.id, said))


def _add_condition(row: ConditionRow, step: Step, plan_id: int) -> None:
    values: dict[str, Any] = dict(row.values)
    conditions.add(step, plan_id, **values)


def _change_condition(condition_id: int, said: Values, step: Step, _plan_id: int) -> None:
    conditions.change(step, condition_id, **said)
