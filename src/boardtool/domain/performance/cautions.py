"""What a reader of an XmR chart should know besides: said under the chart, on the screen and on paper."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from boardtool.domain.performance.metrics import Observation, Record
from boardtool.domain.performance.numbers import shown
from boardtool.domain.performance.rules import ABOVE, ON
from boardtool.domain.performance.series import Direction
from boardtool.domain.performance.settings import Conflict
from boardtool.domain.performance.xmr import JudgedPoint, Kind, Segment, XmrChart


def cautions(record: Record, chart: XmrChart) -> tuple[str, ...]:
    """Sentences on the limits, the target and the latest point; () where the chart can be read as it is."""
    if not chart.segments:
        return ()
    return (
        *_on_limits(record.observations, chart),
        *_on_target(record, chart),
        *_on_latest(record, chart),
    )


def _on_limits(seen: Sequence[Observation], chart: XmrChart) -> Iterator[str]:
    for segment in chart.segments:
        since = f"from {seen[segment.first].period.shown} on" if len(chart.segments) > 1 else "here"
        if segment.limits.screening_dropped:
            yield f"Screening would have left no variation {since}, so every moving range counts."
        special = _in_baseline(chart, segment)
        if special is not None:
            yield (
                f"The limits {since} come from figures of which {seen[special.number].period.shown} "
                "is special cause: choose a calmer baseline."
            )


def _in_baseline(chart: XmrChart, segment: Segment) -> JudgedPoint | None:
    """The first special cause among the points that a fixed baseline is made of."""
    fixed = chart.settings.fix_after
    if fixed is None:
        return None
    points = chart.points[segment.first : segment.first + min(fixed, segment.rows)]
    return next((point for point in points if point.kind is not Kind.COMMON_CAUSE), None)


def _on_target(record: Record, chart: XmrChart) -> Iterator[str]:
    """A target that moved: the assurance is against the one that holds now."""
    if chart.latest is None or chart.target is None:
        return
    points = chart.points[: chart.latest.number + 1]
    moved = [later for earlier, later in pairwise(points) if later.target != earlier.target]
    if moved and any(point.target is not None for point in points[: moved[-1].number]):
        when = record.observations[moved[-1].number].period.shown
        yield f"Judged against {shown(chart.target, record.metric.unit)}, the target since {when}."


def _on_latest(record: Record, chart: XmrChart) -> Iterator[str]:
    """Rules that disagree on the latest point, and a run that may be a new process."""
    latest = chart.latest
    if latest is None:
        return
    judged = chart.direction is not Direction.NEUTRAL
    if judged and chart.settings.conflict is Conflict.PRECEDENCE and _disagree(latest):
        yield "By one rule the latest figure is better, by another worse."
    began = run_began(chart)
    if began is not None:
        where = "above" if latest.side == ABOVE else "below"
        run = f"{latest.number - began + 1} {record.metric.frequency.period}s in a row"
        since = record.observations[began].period.shown
        yield f"{run} are {where} the mean: if you know why, limits can begin anew in {since}."


def _disagree(point: JudgedPoint) -> bool:
    by_place = point.side if point.outside or point.in_shift or point.in_two_of_three else ON
    return point.trend != ON and by_place not in {ON, None, point.trend}


def run_began(chart: XmrChart) -> int | None:
    """The row at which the run of the latest figures on one side began; None without such a run.

    A run is as long as the shift rule asks; limits that began with it need nothing.
    """
    latest = chart.latest
    if latest is None or not latest.in_shift:
        return None
    number = latest.number
    while (
        number
        and chart.points[number - 1].segment == latest.segment
        and chart.points[number - 1].side == latest.side
    ):
        number -= 1
    return number if number > chart.segments[latest.segment].first else None
