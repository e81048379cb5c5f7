"""What of an XmR chart is the same at every size: its axis, its stretches, its steps, its labels."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from boardtool.domain.performance.charts import MetricChart, Note
from boardtool.domain.performance.numbers import shown
from boardtool.domain.performance.periods import Period
from boardtool.domain.performance.xmr import FEWEST_FOR_LIMITS, JudgedPoint, Kind, Segment
from boardtool.ui.charts.calendar_axis import AxisMark, axis_marks
from boardtool.ui.charts.frame import EndLabel
from boardtool.ui.charts.scale import Ticks, ticks_over
from boardtool.ui.theme.colours import Tone
from boardtool.ui.theme.fonts import BOLD


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rows in a row, from `first` up to but without `end`."""

    first: int
    end: int


@dataclass(frozen=True, slots=True)
class TargetStep(Stretch):
    """Rows that one target holds for."""

    target: float


@dataclass(frozen=True, slots=True)
class XmrParts:
    """A chart prepared for drawing.

    `days` are the ordinals of the periods' first days; `lines` the rows that one line joins, without gaps;
    `special` the points with a special cause; `notes` one for each segment but the first.
    """

    chart: MetricChart
    days: tuple[int, ...]
    marks: tuple[AxisMark, ...]
    ticks: Ticks
    lines: tuple[Stretch, ...]
    targets: tuple[TargetStep, ...]
    special: tuple[JudgedPoint, ...]
    notes: tuple[Note, ...]
    labels: tuple[EndLabel, ...]


def xmr_parts(chart: MetricChart) -> XmrParts:
    """Prepare a chart that has at least one point."""
    periods = [seen.period for seen in chart.record.observations]
    points = chart.xmr.points
    return XmrParts(
        chart=chart,
        days=tuple([period.start.toordinal() for period in periods]),
        marks=tuple(axis_marks(periods)),
        ticks=_ticks(chart),
        lines=tuple(stretches([point.value is not None for point in points], _breaks(chart, periods))),
        targets=tuple(_targets(points)),
        special=tuple([point for point in points if point.kind is not Kind.COMMON_CAUSE]),
        notes=chart.notes,
        labels=tuple(_end_labels(chart)),
    )


def shows_limits(segment: Segment) -> bool:
    return segment.present >= FEWEST_FOR_LIMITS


def stretches(present: Sequence[bool], breaks: frozenset[int]) -> list[Stretch]:
    """The rows that are joined by a line: it ends at a missing row and before each of `breaks`."""
    found: list[Stretch] = []
    start: int | None = None
    for number, there in enumerate(present):
        if start is not None and (not there or number in breaks):
            found.append(Stretch(start, number))
            start = None
        if there and start is None:
            start = number
    if start is not None:
        found.append(Stretch(start, len(present)))
    return found


def _breaks(chart: MetricChart, periods: Sequence[Period]) -> frozenset[int]:
    """The points that no line leads to: the first of a segment, and those after a period without figure."""
    points = chart.xmr.points
    return frozenset(
        number
        for number in range(1, len(points))
        if points[number].segment != points[number - 1].segment
        or (periods[number].start - periods[number - 1].end).days > 1
    )


def _ticks(chart: MetricChart) -> Ticks:
    """Round values that hold the figures, the targets and the limits (those of per cent within 0 and 100)."""
    values = [each for point in chart.xmr.points for each in (point.value, point.target)]
    for segment in chart.xmr.segments:
        values.append(segment.limits.mean)
        if shows_limits(segment):
            values += [segment.limits.lower, segment.limits.upper]
    return ticks_over(values, unit=chart.record.metric.unit)


def _targets(points: Sequence[JudgedPoint]) -> list[TargetStep]:
    found = []
    for target, members in groupby(points, key=lambda point: point.target):
        numbers = [point.number for point in members]
        if target is not None:
            found.append(TargetStep(numbers[0], numbers[-1] + 1, target))
    return found


def _end_labels(chart: MetricChart) -> list[EndLabel]:
    """The last limits, mean and target, named where their lines end."""
    limits = chart.xmr.segments[-1].limits
    trial = "Trial upper", "Trial lower"
    upper, lower = trial if chart.limits_are_trial else ("Upper limit", "Lower limit")
    labels = []
    if chart.limits_shown and limits.upper is not None and limits.lower is not None:
        labels += [
            EndLabel(limits.upper, f"{upper} {shown(limits.upper)}"),
            EndLabel(limits.lower, f"{lower} {shown(limits.lower)}"),
        ]
    if limits.mean is not None:
        labels.append(EndLabel(limits.mean, f"Mean {shown(limits.mean)}", Tone.TEXT, BOLD))
    last = chart.xmr.points[-1].target
    if last is not None:
        labels.append(EndLabel(last, f"Target {shown(last)}", Tone.ACCENT, BOLD))
    return labels
