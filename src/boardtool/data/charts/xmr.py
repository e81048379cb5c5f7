"""An XmR chart drawn as SVG: points with their kind told by shape, limits, target, segments, labels."""

from collections.abc import Iterable, Iterator

from boardtool.data.charts import paper
from boardtool.data.charts.drawing import Place, element, joined, line, picture, polyline, text
from boardtool.data.charts.paper import (
    ACCENT,
    BAND,
    BOTTOM,
    DASHED,
    DOTTED,
    HAIR,
    HEAD,
    HEIGHT,
    INK,
    LIMIT,
    LINE,
    QUIET,
    TOP,
    WIDTH,
    EndLabel,
    Plane,
)
from boardtool.data.charts.ranges import range_parts, range_plane
from boardtool.domain.performance.axis import bounds, ticks
from boardtool.domain.performance.charts import MetricChart
from boardtool.domain.performance.numbers import shown
from boardtool.domain.performance.xmr import Kind, Segment

_HOURGLASS = 0.06
"""Of the span, above and below what is drawn."""
_PANEL, _LOWER = 120.0, 50.0
"""What the moving ranges add beneath, and by how much the plot of the figures is lower over them."""
_NOTE_SIZE, _NOTE_LINE, _NOTE_LINES, _NARROW = 10.0, 13.0, 3, 120.0
_CLOSE = 7.0


def xmr_svg(chart: MetricChart) -> str:
    """The drawing; its description says the same in words: title, sentence, latest, limits and target."""
    return _drawn(chart, paper.head(chart.record.metric, chart.record.area, chart.sentence), top=0)


def xmr_figure(chart: MetricChart) -> str:
    """The same without its head, for a paper that says that itself."""
    return _drawn(chart, (), top=HEAD)


def _drawn(chart: MetricChart, head: Iterable[str], *, top: float) -> str:
    return picture(
        (paper.background(_height(chart)), *head, *_body(chart)),
        width=WIDTH,
        height=_height(chart),
        title=f"{chart.record.metric.name}, {chart.record.area.name}",
        description=alternative(chart),
        top=top,
    )


def alternative(chart: MetricChart) -> str:
    """The chart in words, for those who cannot see it."""
    metric, latest = chart.record.metric, chart.xmr.latest
    said = [f"{metric.name}, {chart.record.area.name}.", chart.sentence]
    if latest is not None:
        period = chart.record.observations[latest.number].period.shown
        limits = chart.xmr.limits_at(latest)
        said.append(f"Latest {shown(latest.value, metric.unit)} in {period}, mean {shown(limits.mean)}.")
        if chart.limits_shown and limits.lower is not None:
            trial = "Trial limits" if chart.limits_are_trial else "Limits"
            said.append(f"{trial} {shown(limits.lower)} to {shown(limits.upper)}.")
    if chart.xmr.target is not None:
        said.append(f"Target {shown(chart.xmr.target, metric.unit)}.")
    if chart.shows_ranges:
        said.append(chart.ranges_sentence)
    return " ".join(said)


def _height(chart: MetricChart) -> float:
    return HEIGHT + (_PANEL if chart.shows_ranges else 0)


def _plane(chart: MetricChart) -> Plane:
    points = chart.xmr.points
    limits = [segment.limits for segment in chart.xmr.segments] if chart.limits_shown else []
    low, high = bounds(
        [
            *(point.value for point in points),
            *(point.target for point in points),
            *(each.lower for each in limits),
            *(each.upper for each in limits),
        ],
        chart.record.metric.unit,
    )
    room = (high - low) * _HOURGLASS
    marks = ticks(low - (room if low else 0), high + room)
    bottom = HEIGHT - BOTTOM - (_LOWER if chart.shows_ranges else 0)
    top = TOP + max(_note_lines(chart) - 1, 0) * _NOTE_LINE
    return Plane(marks[0], marks[-1], len(points), top=top, bottom=bottom)


def _body(chart: MetricChart) -> Iterator[str]:
    plane = _plane(chart)
    metric, height = chart.record.metric, _height(chart)
    yield from paper.value_axis(plane, metric.unit)
    bottom = plane.bottom
    if chart.shows_ranges:
        ranges = chart.ranges
        under = range_plane(ranges, top=plane.bottom + 46, bottom=height - BOTTOM)
        yield line((plane.left, plane.bottom), (plane.right, plane.bottom), colour=HAIR)
        yield from range_parts(chart, ranges, under)
        bottom = under.bottom
    else:
        yield from paper.time_axis(plane, [each.period for each in chart.record.observations])
    for segment in chart.xmr.segments:
        yield from _segment(chart, segment, plane)
    yield from _targets(chart, plane)
    yield from _lines(chart, plane)
    yield from _marks(chart, plane)
    yield from _latest(chart, plane)
    yield from _labels(chart, plane)
    yield from _changes(chart, plane, bottom)
    present = {point.kind for point in chart.xmr.points if point.value is not None}
    yield from paper.legend([kind for kind in Kind if kind in present], height - BOTTOM + 58)
    yield from paper.foot(chart.footer, height)


def _segment(chart: MetricChart, segment: Segment, plane: Plane) -> Iterator[str]:
    """A segment's band, its limits and its mean; trial limits are drawn lighter."""
    limits = segment.limits
    if limits.mean is None:
        return
    left, right = plane.x(segment.first - 0.4), plane.x(segment.first + segment.rows - 0.6)
    if chart.limits_shown and limits.lower is not None and limits.upper is not None:
        upper, lower = plane.y(limits.upper), plane.y(limits.lower)
        yield element("rect", x=left, y=upper, width=right - left, height=lower - upper, fill=BAND)
        colour = HAIR if segment.is_short else LIMIT
        for y in (upper, lower):
            yield line((left, y), (right, y), colour=colour, dash=DOTTED)
    mean = plane.y(limits.mean)
    yield line((left, mean), (right, mean), colour=LINE)


def _targets(chart: MetricChart, plane: Plane) -> Iterator[str]:
    """The target as a step line; it stops where there is none."""
    runs: list[list[Place]] = [[]]
    for point in chart.xmr.points:
        if point.target is None:
            runs.append([])
            continue
        y = plane.y(point.target)
        runs[-1] += [(plane.x(point.number - 0.5), y), (plane.x(point.number + 0.5), y)]
    for run in runs:
        if run:
            yield polyline(run, colour=ACCENT, dash=DASHED)


def _lines(chart: MetricChart, plane: Plane) -> Iterator[str]:
    """The values joined: a gap and a new segment part the line."""
    for segment in chart.xmr.segments:
        rows = chart.xmr.points[segment.first : segment.first + segment.rows]
        places = [
            None if point.value is None else (plane.x(point.number), plane.y(point.value)) for point in rows
        ]
        yield from joined(places, colour=LINE)


def _marks(chart: MetricChart, plane: Plane) -> Iterator[str]:
    """A mark for every figure; where they stand close only for special causes."""
    close = (plane.right - plane.left) / max(plane.count, 1) < _CLOSE
    for point in chart.xmr.points:
        if point.value is not None and not (close and point.kind is Kind.COMMON_CAUSE):
            yield paper.mark(point.kind, plane.x(point.number), plane.y(point.value), point.way)


def _latest(chart: MetricChart, plane: Plane) -> Iterator[str]:
    latest = chart.xmr.latest
    if latest is None or latest.value is None:
        return
    x, y = plane.x(latest.number), plane.y(latest.value)
    yield element("circle", cx=x, cy=y, r=8, fill="none", stroke=ACCENT, stroke_width=1.6)
    beneath = y + 22 if y + 26 < plane.bottom else y - 14
    yield text(shown(latest.value), (x, beneath), colour=INK, anchor="middle", weight=600, halo=True)


def _labels(chart: MetricChart, plane: Plane) -> Iterator[str]:
    """Mean, limits and target of the last segment, at the right edge."""
    if not chart.xmr.segments:
        return
    limits = chart.xmr.segments[-1].limits
    trial = "Trial limit" if chart.limits_are_trial else ""
    wanted = [(limits.mean, "Mean", INK, 600), (chart.xmr.target, "Target", ACCENT, 600)]
    if chart.limits_shown:
        wanted += [
            (limits.upper, trial or "Upper limit", QUIET, 400),
            (limits.lower, trial or "Lower limit", QUIET, 400),
        ]
    yield from paper.end_labels(
        plane,
        [
            EndLabel(value, f"{words} {shown(value)}", colour, weight)
            for value, words, colour, weight in wanted
            if value is not None
        ],
    )
    if not chart.limits_shown:
        yield text("too few points for limits", (plane.right + 8, plane.bottom), size=10, colour=QUIET)


# ---- where limits begin anew, and why


def _noted(chart: MetricChart, plane: Plane) -> list[tuple[float, list[str], bool]]:
    """Where each reason stands, its lines, and whether they turn to the left of the line."""
    starts = [plane.x(note.number - 0.5) for note in chart.notes]
    placed = []
    free = plane.left
    for note, x, following in zip(chart.notes, starts, [*starts[1:], WIDTH - 12], strict=False):
        room, behind = following - x - 8, x - free - 8
        at_left = room < min(_NARROW, behind)
        lines = paper.lines_of(note.words, behind if at_left else room, _NOTE_SIZE, _NOTE_LINES)
        placed.append((x, lines, at_left))
        widest = max((paper.width_of(each, _NOTE_SIZE) for each in lines), default=0.0)
        free = x if at_left else x + widest + 12
    return placed


def _note_lines(chart: MetricChart) -> int:
    plane = Plane(0.0, 1.0, len(chart.xmr.points))
    return max((len(lines) for _, lines, _ in _noted(chart, plane)), default=0)


def _changes(chart: MetricChart, plane: Plane, bottom: float) -> Iterator[str]:
    """A line where limits begin anew, and the reason over the plot."""
    top = plane.top - 2 - max(_note_lines(chart) - 1, 0) * _NOTE_LINE
    for x, lines, at_left in _noted(chart, plane):
        yield line((x, top - 6), (x, bottom), colour=HAIR, dash="4 3")
        anchor, beside = ("end", x - 4) if at_left else ("start", x + 4)
        for place, words in enumerate(lines):
            at = (beside, top + place * _NOTE_LINE)
            yield text(words, at, size=_NOTE_SIZE, colour=QUIET, anchor=anchor)
