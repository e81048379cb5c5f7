"""How metrics and their figures look in a listing: the keys that scripts and checks read (contract)."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from boardtool.data.store import Reading

Rows = list[dict[str, object]]


def metric_rows(view: "Reading", board: str | None, takes: "Callable[[date], bool] | None" = None) -> Rows:
    """The metrics of the library, of a board's scorecard, or with a figure that begins on a day it `takes`.

    `target` is the newest that is set.
    """
    from boardtool.data import boards
    from boardtool.data.performance import frameworks, metrics, observations, records, remarks
    from boardtool.domain.performance.metrics import TargetKind

    every = metrics.every(view)
    if board is not None:
        on_card = records.places(view, boards.by_code(view, board).id)
        order = list(dict.fromkeys(place.metric_id for place in on_card))
        by_id = {metric.id: metric for metric in every}
        every = [by_id[metric_id] for metric_id in order]
    if takes is not None:
        measured = {each.metric_id for each in observations.every(view) if takes(each.period.start)}
        every = [metric for metric in every if metric.id in measured]
    names = frameworks.names_by_metric(view)
    newest = {
        target.metric_id: target.value
        for target in remarks.targets(view, [metric.id for metric in every])
        if target.kind is not TargetKind.BASELINE
    }
    return [
        {
            "key": metric.key,
            "name": metric.name,
            "unit": metric.unit,
            "direction": metric.direction.value,
            "frequency": metric.frequency.value,
            "target": newest.get(metric.id),
            "short": metric.short,
            "numerator": metric.numerator,
            "denominator": metric.denominator,
            "multiplier": metric.multiplier,
            "source": metric.source,
            "owner": metric.owner,
            "frameworks": list(names.get(metric.id, ())),
        }
        for metric in every
    ]


def observation_rows(view: "Reading", board: str | None, takes: "Callable[[date], bool]") -> Rows:
    """The figures of the library, or of a board's scorecard; their first day tells the year."""
    from boardtool.data import boards
    from boardtool.data.performance import areas, metrics, observations, records

    by_metric = {metric.id: metric for metric in metrics.every(view)}
    by_area = {area.id: area for area in areas.every(view)}
    every = observations.every(view)
    if board is not None:
        on_card = records.places(view, boards.by_code(view, board).id)
        shown = {(place.metric_id, place.area_id) for place in on_card}
        every = [each for each in every if (each.metric_id, each.area_id) in shown]
    every = [each for each in every if takes(each.period.start)]
    pairs = list(dict.fromkeys((each.metric_id, each.area_id) for each in every))
    held = {(one.metric.id, one.area.id): one for one in records.records(view, pairs)}
    rows: Rows = []
    for each in every:
        target = held[each.metric_id, each.area_id].target_on(each.period.end)
        rows.append(
            {
                "metric": by_metric[each.metric_id].key,
                "area": by_area[each.area_id].name,
                "period": each.period.label,
                "value": each.value,
                "numerator": each.numerator,
                "denominator": each.denominator,
                "target": None if target is None else target.value,
                "provisional": each.provisional,
                "status": each.status.value,
                "area_code": by_area[each.area_id].code,
                "lower": each.lower,
                "upper": each.upper,
                "note": each.note,
            }
        )
    return rows
