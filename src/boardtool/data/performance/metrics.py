"""Metrics as the store keeps them: what each is, how it was defined when, and by what names files know it."""

from dataclasses import asdict
from datetime import date

from sqlalchemy import Row, select

from boardtool.data import rows
from boardtool.data.store import Reading, Step
from boardtool.data.tables import METRIC, METRIC_ALIAS, METRIC_DEFINITION
from boardtool.domain.errors import NotFoundError
from boardtool.domain.performance.metrics import Definition, Metric, Statistic
from boardtool.domain.performance.periods import Frequency
from boardtool.domain.performance.series import Direction
from boardtool.domain.performance.settings import Conflict, Settings
from boardtool.domain.text import folded


def every(reading: Reading) -> list[Metric]:
    """All metrics in the order in which they came."""
    return [metric_of(row) for row in reading.execute(select(METRIC).order_by(METRIC.c.id))]


def by_id(reading: Reading, metric_id: int) -> Metric:
    """The metric of an id.

    Raises:
        NotFoundError: it was taken back meanwhile.
    """
    found = reading.execute(select(METRIC).where(METRIC.c.id == metric_id)).one_or_none()
    if found is None:
        raise NotFoundError("This metric is not in the library any more.")
    return metric_of(found)


def by_key(reading: Reading, key: str) -> Metric:
    """The metric of a key.

    Raises:
        NotFoundError: there is none; the sentence names those there are.
    """
    metrics = every(reading)
    for metric in metrics:
        if metric.key.casefold() == key.strip().casefold():
            return metric
    keys = ", ".join(metric.key for metric in metrics) or "none yet"
    raise NotFoundError(f"There is no metric {key}. The metrics are: {keys}.")


def names(reading: Reading) -> dict[str, int]:
    """Every name by which a metric is known here (key, names, aliases), folded, to its id."""
    known = {
        folded(name): metric.id
        for metric in every(reading)
        for name in (metric.name, metric.short, metric.key)
        if name
    }
    aliases = reading.execute(select(METRIC_ALIAS.c.name, METRIC_ALIAS.c.metric_id))
    return {folded(alias.name): alias.metric_id for alias in aliases} | known


def definitions(reading: Reading, metric_id: int) -> list[Definition]:
    """How a metric was defined, the oldest first."""
    found = reading.execute(
        select(METRIC_DEFINITION)
        .where(METRIC_DEFINITION.c.metric_id == metric_id)
        .order_by(METRIC_DEFINITION.c.starts, METRIC_DEFINITION.c.id)
    )
    return [Definition(**row._mapping) for row in found]  # noqa: SLF001 - the public way to a row's columns


def definition_on(reading: Reading, metric_id: int, day: date) -> Definition | None:
    """The newest definition that holds on a day."""
    held = [each for each in definitions(reading, metric_id) if each.holds_on(day)]
    return held[-1] if held else None


def add(step: Step, *, key: str, name: str, **values: object) -> int:
    return rows.add(step, METRIC, key=key, name=name, **values)


def change(step: Step, metric_id: int, **values: object) -> None:
    rows.change(step, METRIC, metric_id, values)


def change_settings(step: Step, metric_id: int, settings: Settings) -> None:
    rows.change(step, METRIC, metric_id, asdict(settings))


def remove(step: Step, metric_id: int) -> None:
    rows.remove(step, METRIC, metric_id)


def add_definition(step: Step, *, metric_id: int, name: str, **values: object) -> int:
    return rows.add(step, METRIC_DEFINITION, metric_id=metric_id, name=name, **values)


def remove_definition(step: Step, definition_id: int) -> None:
    rows.remove(step, METRIC_DEFINITION, definition_id)


def add_alias(step: Step, *, metric_id: int, name: str) -> None:
    """Remember a name that a file gives a metric; one that is known already is left."""
    if folded(name) not in names(step.reading):
        rows.add(step, METRIC_ALIAS, metric_id=metric_id, name=name)


def metric_of(row: Row[tuple[object, ...]]) -> Metric:
    return Metric(
        id=row.id,
        key=row.key,
        name=row.name,
        short=row.short,
        unit=row.unit,
        direction=Direction(row.direction),
        frequency=Frequency(row.frequency),
        statistic=Statistic(row.statistic),
        multiplier=row.multiplier,
        numerator=row.numerator,
        denominator=row.denominator,
        source=row.source,
        owner=row.owner,
        note=row.note,
        settings=Settings(
            screening=row.screening,
            fix_after=row.fix_after,
            trend_length=row.trend_length,
            shift_length=row.shift_length,
            outside_is_near=row.outside_is_near,
            trends_cross_segments=row.trends_cross_segments,
            conflict=Conflict(row.conflict),
            moving_ranges=row.moving_ranges,
            over_dispersion=row.over_dispersion,
        ),
    )
