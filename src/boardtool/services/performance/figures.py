"""Entering figures by hand, and what is set for a metric and said of it: targets, breaks, commentary."""

from datetime import date

from boardtool.data.performance import metrics, observations, records, remarks
from boardtool.data.store import Store
from boardtool.domain.errors import CannotDoError
from boardtool.domain.performance.metrics import LinkKind, Metric, Status, TargetKind
from boardtool.domain.performance.periods import Period
from boardtool.domain.text import clean_line, clean_text


def record_figure(
    store: Store,
    *,
    metric_id: int,
    area_id: int,
    period: Period,
    value: float | None = None,
    numerator: float | None = None,
    denominator: float | None = None,
    status: Status = Status.FINAL,
    note: str = "",
    today: date,
) -> int:
    """Enter a figure, or change the one of that period; its id.

    A value that is not said is worked out from numerator and denominator. A figure that changes becomes
    "revised" where it was final; what it was stays in the history.

    Raises:
        CannotDoError: there is no value and nothing to work it out from, or one that may not be there.
    """
    with store.step("Enter figure") as step:
        metric = metrics.by_id(step.reading, metric_id)
        worked_out = _value(metric, value, numerator, denominator, status)
        held = observations.at(step.reading, metric_id, area_id, period)
        facts = {
            "value": worked_out,
            "numerator": numerator,
            "denominator": denominator,
            "note": clean_line(note),
        }
        if held is None:
            return observations.add(
                step,
                metric_id=metric_id,
                area_id=area_id,
                period=period,
                status=status.value,
                received_on=today,
                **facts,
            )
        if held.status is Status.FINAL and status is Status.FINAL and held.value != worked_out:
            status = Status.REVISED
        observations.change(step, held.id, status=status.value, received_on=today, **facts)
        return held.id


def _value(
    metric: Metric,
    value: float | None,
    numerator: float | None,
    denominator: float | None,
    status: Status,
) -> float | None:
    if not status.has_value:
        if value is not None:
            raise CannotDoError(f"A figure that is {status.value} has no value. Leave the value empty.")
        return None
    if value is not None:
        return value
    if numerator is None or not denominator:
        raise CannotDoError("Enter a value, or a numerator and a denominator that is not 0.")
    return numerator / denominator * metric.multiplier


def remove_figure(store: Store, *, observation_id: int) -> None:
    with store.step("Remove figure") as step:
        observations.remove(step, observation_id)


def set_target(
    store: Store,
    *,
    metric_id: int,
    value: float,
    kind: TargetKind = TargetKind.TARGET,
    area_id: int | None = None,
    starts: date | None = None,
    ends: date | None = None,
    wording: str = "",
    source: str = "",
) -> int:
    """Set what a metric is to reach from a day to a day, in one area or (None) everywhere; its id.

    Raises:
        CannotDoError: it ends before it starts.
    """
    if starts and ends and ends < starts:
        raise CannotDoError("The target ends before it starts.")
    with store.step("Set target") as step:
        return remarks.add_target(
            step,
            metric_id=metric_id,
            kind=kind,
            value=value,
            area_id=area_id,
            starts=starts,
            ends=ends,
            wording=clean_line(wording),
            source=clean_line(source),
        )


def remove_target(store: Store, *, target_id: int) -> None:
    with store.step("Remove target") as step:
        remarks.remove_target(step, target_id)


def recalculate(
    store: Store, *, metric_id: int, area_id: int, on: date, reason: str, who: str, today: date
) -> int:
    """Let the limits begin anew at a date of the series; its id. It needs a reason and a person.

    Raises:
        CannotDoError: reason or person are missing, or no figure is of that date.
    """
    reason, who = clean_text(reason).strip(), clean_line(who)
    if not reason or not who:
        raise CannotDoError("Limits begin anew for a reason, and somebody says so: enter both.")
    with store.step("Recalculate limits") as step:
        held = records.record(step.reading, metric_id, area_id)
        if on not in {each.period.start for each in held.observations}:
            raise CannotDoError(
                f"No figure begins on {on.isoformat()}: choose the first day of a period that has one."
            )
        return remarks.add_recalculation(
            step, metric_id=metric_id, area_id=area_id, on=on, reason=reason, who=who, decided_on=today
        )


def remove_recalculation(store: Store, *, recalculation_id: int) -> None:
    with store.step("Remove recalculation") as step:
        remarks.remove_recalculation(step, recalculation_id)


def mark_break(store: Store, *, metric_id: int, on: date, reason: str, area_id: int | None = None) -> int:
    """Say that from a day on the figures mean something else; its id.

    Raises:
        CannotDoError: there is no reason.
    """
    if not (reason := clean_text(reason).strip()):
        raise CannotDoError("Say what changed in the definition.")
    with store.step("Mark break in the series") as step:
        return remarks.add_break(step, metric_id=metric_id, area_id=area_id, on=on, reason=reason)


def remove_break(store: Store, *, break_id: int) -> None:
    with store.step("Remove break") as step:
        remarks.remove_break(step, break_id)


def comment(
    store: Store, *, metric_id: int, area_id: int | None, period: Period, text: str, author: str, today: date
) -> None:
    """Say something of a period's figure in place of what was said; an empty text takes that away."""
    text = clean_text(text).strip()
    with store.step("Comment on a figure", fold=f"comment:{metric_id}:{area_id}:{period.label}") as step:
        held = [
            each
            for each in remarks.commentary(step.reading, [metric_id])
            if each.area_id == area_id and each.period == period
        ]
        if held and text:
            remarks.change_commentary(step, held[0].id, text=text, author=author, written_on=today)
        elif held:
            remarks.remove_commentary(step, held[0].id)
        elif text:
            remarks.add_commentary(
                step,
                metric_id=metric_id,
                area_id=area_id,
                period=period,
                text=text,
                author=author,
                written_on=today,
            )


def link(store: Store, *, metric_id: int, kind: LinkKind, ref: str, target_id: int | None = None) -> int:
    """Link a scheme that serves a metric, or a minute or action that speaks of it; the link's id."""
    with store.step(f"Link {kind.value}") as step:
        return remarks.add_link(
            step, metric_id=metric_id, kind=kind, target_id=target_id, ref=clean_line(ref)
        )


def unlink(store: Store, *, link_id: int) -> None:
    with store.step("Remove link") as step:
        remarks.remove_link(step, link_id)
