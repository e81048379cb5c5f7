"""What people set for a metric and say of it: targets, breaks, recalculations, commentary and links."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import select

from boardtool.data import rows
from boardtool.data.store import Reading, Step
from boardtool.data.tables import (
    METRIC_BREAK,
    METRIC_COMMENTARY,
    METRIC_LINK,
    METRIC_TARGET,
    RECALCULATION,
)
from boardtool.domain.performance.metrics import (
    Break,
    Commentary,
    Link,
    LinkKind,
    Recalculation,
    Target,
    TargetKind,
)
from boardtool.domain.performance.periods import Period

Metrics = Collection[int]


def targets(reading: Reading, metrics: Metrics) -> list[Target]:
    """The targets of metrics, the oldest first."""
    found = reading.execute(
        select(METRIC_TARGET)
        .where(METRIC_TARGET.c.metric_id.in_(metrics))
        .order_by(METRIC_TARGET.c.starts, METRIC_TARGET.c.id)
    )
    return [
        Target(
            id=row.id,
            metric_id=row.metric_id,
            area_id=row.area_id,
            kind=TargetKind(row.kind),
            value=row.value,
            starts=row.starts,
            ends=row.ends,
            wording=row.wording,
            source=row.source,
        )
        for row in found
    ]


def breaks(reading: Reading, metrics: Metrics) -> list[Break]:
    """Where the figures of metrics begin to mean something else, the oldest first."""
    found = reading.execute(
        select(METRIC_BREAK).where(METRIC_BREAK.c.metric_id.in_(metrics)).order_by(METRIC_BREAK.c.on_day)
    )
    return [Break(row.id, row.metric_id, row.area_id, row.on_day, row.reason) for row in found]


def recalculations(reading: Reading, metrics: Metrics) -> list[Recalculation]:
    """Where the limits of metrics begin anew, the oldest first."""
    found = reading.execute(
        select(RECALCULATION).where(RECALCULATION.c.metric_id.in_(metrics)).order_by(RECALCULATION.c.on_day)
    )
    return [
        Recalculation(row.id, row.metric_id, row.area_id, row.on_day, row.reason, row.who, row.decided_on)
        for row in found
    ]


def commentary(reading: Reading, metrics: Metrics) -> list[Commentary]:
    """What was said of the figures of metrics, by period."""
    found = reading.execute(
        select(METRIC_COMMENTARY)
        .where(METRIC_COMMENTARY.c.metric_id.in_(metrics))
        .order_by(METRIC_COMMENTARY.c.starts, METRIC_COMMENTARY.c.id)
    )
    return [
        Commentary(
            row.id,
            row.metric_id,
            row.area_id,
            Period(row.starts, row.ends),
            row.text,
            row.author,
            row.written_on,
        )
        for row in found
    ]


def links(reading: Reading, metrics: Metrics) -> list[Link]:
    """The schemes that serve metrics, and the minutes and actions that speak of them."""
    found = reading.execute(
        select(METRIC_LINK).where(METRIC_LINK.c.metric_id.in_(metrics)).order_by(METRIC_LINK.c.id)
    )
    return [Link(row.id, row.metric_id, LinkKind(row.kind), row.target_id, row.ref) for row in found]


def add_target(step: Step, *, metric_id: int, kind: TargetKind, value: float, **values: object) -> int:
    return rows.add(step, METRIC_TARGET, metric_id=metric_id, kind=kind.value, value=value, **values)


def change_target(step: Step, target_id: int, **values: object) -> None:
    rows.change(step, METRIC_TARGET, target_id, values)


def remove_target(step: Step, target_id: int) -> None:
    rows.remove(step, METRIC_TARGET, target_id)


def add_break(step: Step, *, metric_id: int, area_id: int | None, on: date, reason: str) -> int:
    return rows.add(step, METRIC_BREAK, metric_id=metric_id, area_id=area_id, on_day=on, reason=reason)


def remove_break(step: Step, break_id: int) -> None:
    rows.remove(step, METRIC_BREAK, break_id)


def add_recalculation(
    step: Step,
    *,
    metric_id: int,
    area_id: int | None,
    on: date,
    reason: str,
    who: str,
    decided_on: date | None = None,
) -> int:
    return rows.add(
        step,
        RECALCULATION,
        metric_id=metric_id,
        area_id=area_id,
        on_day=on,
        reason=reason,
        who=who,
        decided_on=decided_on,
    )


def remove_recalculation(step: Step, recalculation_id: int) -> None:
    rows.remove(step, RECALCULATION, recalculation_id)


def add_commentary(
    step: Step,
    *,
    metric_id: int,
    area_id: int | None,
    period: Period,
    text: str,
    author: str = "",
    written_on: date | None = None,
) -> int:
    return rows.add(
        step,
        METRIC_COMMENTARY,
        metric_id=metric_id,
        area_id=area_id,
        starts=period.start,
        ends=period.end,
        text=text,
        author=author,
        written_on=written_on,
    )


def change_commentary(step: Step, commentary_id: int, **values: object) -> None:
    rows.change(step, METRIC_COMMENTARY, commentary_id, values)


def remove_commentary(step: Step, commentary_id: int) -> None:
    rows.remove(step, METRIC_COMMENTARY, commentary_id)


def add_link(step: Step, *, metric_id: int, kind: LinkKind, target_id: int | None, ref: str) -> int:
    return rows.add(step, METRIC_LINK, metric_id=metric_id, kind=kind.value, target_id=target_id, ref=ref)


def remove_link(step: Step, link_id: int) -> None:
    rows.remove(step, METRIC_LINK, link_id)
