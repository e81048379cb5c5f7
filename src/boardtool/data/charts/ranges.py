"""The moving ranges beneath an XmR chart, drawn as SVG."""

from collections.abc import Iterator

from boardtool.data.charts.drawing import element, joined, line, text
from boardtool.data.charts.paper import (
    BAND,
    DOTTED,
    INK,
    LIMIT,
    LINE,
    QUIET,
    EndLabel,
    Plane,
    end_labels,
    ring,
    time_axis,
    triangle,
    value_axis,
    width_of,
)
from boardtool.domain.performance.axis import ticks
from boardtool.domain.performance.charts import MetricChart
from boardtool.domain.performance.moving_ranges import MovingRanges, range_unit
from boardtool.domain.performance.numbers import shown

_TICKS = 3
_WORDS = "larger than usual"


def range_plane(ranges: MovingRanges, *, top: float, bottom: float) -> Plane:
    """From nothing up to the largest range or limit."""
    seen = [*(point.value for point in ranges.points), *(each.upper for each in ranges.segments)]
    held = [value for value in seen if value is not None]
    marks = ticks(0.0, max(held, default=0.0), about=_TICKS)
    return Plane(max(marks[0], 0.0), marks[-1], len(ranges.points), top=top, bottom=bottom)


def range_parts(chart: MetricChart, ranges: MovingRanges, plane: Plane) -> Iterator[str]:
    """The panel with the periods beneath it."""
    metric = chart.record.metric
    unit = range_unit(metric.unit)
    title = f"Moving range: change from one {metric.frequency.period} to the next"
    yield text(f"{title}, {unit}" if unit else title, (plane.left, plane.top - 8), colour=QUIET, weight=600)
    yield from value_axis(plane, "", about=_TICKS)
    yield from time_axis(plane, [each.period for each in chart.record.observations])
    for segment in ranges.segments:
        left, right = plane.x(segment.first - 0.4), plane.x(segment.first + segment.rows - 0.6)
        if segment.upper is not None:
            top = plane.y(segment.upper)
            yield element("rect", x=left, y=top, width=right - left, height=plane.bottom - top, fill=BAND)
            yield line((left, top), (right, top), colour=LIMIT, dash=DOTTED)
        if segment.average is not None:
            y = plane.y(segment.average)
            yield line((left, y), (right, y), colour=LINE)
    yield from _figures(ranges, plane)
    yield from end_labels(plane, _labels(ranges))


def _figures(ranges: MovingRanges, plane: Plane) -> Iterator[str]:
    """The ranges joined, a gap parts the line; high ones are filled triangles, said in words."""
    yield from joined(plane.places([point.value for point in ranges.points]), colour=LINE)
    for point in ranges.points:
        if point.value is None:
            continue
        x, y = plane.x(point.number), plane.y(point.value)
        if not point.is_high:
            yield ring(x, y)
            continue
        yield triangle(x, y, up=True, colour=INK)
        half = width_of(_WORDS, 11) / 2
        middle = min(max(x, plane.left + half), plane.right - half)
        yield text(_WORDS, (middle, y - 9), size=11, colour=INK, anchor="middle")


def _labels(ranges: MovingRanges) -> list[EndLabel]:
    last = ranges.segments[-1]
    labels = []
    if last.upper is not None:
        labels.append(EndLabel(last.upper, f"Upper limit {shown(last.upper)}"))
    if last.average is not None:
        labels.append(EndLabel(last.average, f"Average {shown(last.average)}", INK, 600))
    return labels
