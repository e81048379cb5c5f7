"""An XmR chart drawn as SVG: points with their kind told by shape, limits, target, segments, labels."""

from collections.abc import Iterator
from dataclasses import dataclass

from boardtool.data.charts.drawing import Place, element, line, picture, polyline, text
from boardtool.domain.performance.axis import apart, bounds, tick_label, tick_places, ticks
from boardtool.domain.performance.charts import MetricChart
from boardtool.domain.performance.numbers import shown, suffix
from boardtool.domain.performance.sentences import meaning
from boardtool.domain.performance.xmr import JudgedPoint, Kind, Segment

WIDTH, HEIGHT = 960.0, 460.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 64.0, 136.0, 96.0, 84.0
_INK, _QUIET, _HAIR, _LINE, _BAND = "#1E1B22", "#55515C", "#CFCBD4", "#55515C", "#F3F1F5"
_ACCENT, _BETTER, _WORSE, _NEUTRAL = "#653A78", "#1F5FA8", "#B0450A", "#490092"
_MOST_LABELS, _LABEL_GAP = 14, 17.0
_LONGEST_SENTENCE = 128
_SIZE = 4.0
_LETTER = 5.2  # how wide a letter of ten is
_HOURGLASS = 0.06  # of the span, above and below what is drawn


@dataclass(frozen=True, slots=True)
class _Plane:
    """Where values and points lie on the drawing."""

    low: float
    high: float
    count: int

    def x(self, number: float) -> float:
        span = WIDTH - _LEFT - _RIGHT
        return _LEFT + span * (number + 0.5) / max(self.count, 1)

    def y(self, value: float) -> float:
        inside = min(max(value, self.low), self.high)
        return HEIGHT - _BOTTOM - (HEIGHT - _TOP - _BOTTOM) * (inside - self.low) / (self.high - self.low)


def xmr_svg(chart: MetricChart) -> str:
    """The drawing; its description says the same in words: title, sentence, latest, limits and target."""
    plane = _plane(chart)
    return picture(
        _parts(chart, plane),
        width=WIDTH,
        height=HEIGHT,
        title=f"{chart.record.metric.name}, {chart.record.area.name}",
        description=alternative(chart),
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
    return " ".join(said)


def _plane(chart: MetricChart) -> _Plane:
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
    return _Plane(marks[0], marks[-1], len(points))


def _parts(chart: MetricChart, plane: _Plane) -> Iterator[str]:
    yield element("rect", width=WIDTH, height=HEIGHT, fill="#FFFFFF")
    yield from _head(chart)
    yield from _value_axis(chart, plane)
    yield from _time_axis(chart, plane)
    for segment in chart.xmr.segments:
        yield from _segment(chart, segment, plane)
    yield from _targets(chart, plane)
    yield from _lines(chart, plane)
    for point in chart.xmr.points:
        yield from _mark(point, plane)
    yield from _latest(chart, plane)
    yield from _labels(chart, plane)
    yield from _changes(chart, plane)
    yield text(chart.footer, (_LEFT, HEIGHT - 12), size=10, colour=_QUIET)


def _head(chart: MetricChart) -> Iterator[str]:
    metric = chart.record.metric
    yield text(metric.title, (_LEFT, 28), size=18, colour=_INK, weight=600)
    facts = [chart.record.area.name, metric.unit, meaning(metric.direction).lower()]
    yield text(" · ".join(fact for fact in facts if fact), (_LEFT, 46), size=12, colour=_QUIET)
    yield text(_cut(chart.sentence, _LONGEST_SENTENCE), (_LEFT, 70), size=13, colour=_INK, weight=600)


def _cut(words: str, longest: int) -> str:
    return words if len(words) <= longest else f"{words[: longest - 1].rstrip()}…"


def _value_axis(chart: MetricChart, plane: _Plane) -> Iterator[str]:
    unit = chart.record.metric.unit if chart.record.metric.unit == "%" else ""
    for value in ticks(plane.low, plane.high):
        if plane.low <= value <= plane.high:
            y = plane.y(value)
            yield line((_LEFT, y), (WIDTH - _RIGHT, y), colour="#EFEDF1")
            label = f"{value:,.6g}{suffix(unit)}"
            yield text(label, (_LEFT - 10, y + 4), colour=_QUIET, anchor="end")


def _time_axis(chart: MetricChart, plane: _Plane) -> Iterator[str]:
    base = HEIGHT - _BOTTOM
    yield line((_LEFT, base), (WIDTH - _RIGHT, base), colour=_HAIR)
    periods = [each.period for each in chart.record.observations]
    for number in tick_places(periods, most=_MOST_LABELS):
        short, year = tick_label(periods[number])
        yield text(short, (plane.x(number), base + 18), colour=_QUIET, anchor="middle")
        if year:
            yield text(year, (plane.x(number), base + 34), colour=_INK, anchor="middle", weight=600)


def _segment(chart: MetricChart, segment: Segment, plane: _Plane) -> Iterator[str]:
    """A segment's band, its limits and its mean; trial limits are drawn lighter."""
    limits = segment.limits
    if limits.mean is None:
        return
    left, right = plane.x(segment.first - 0.4), plane.x(segment.first + segment.rows - 0.6)
    if chart.limits_shown and limits.lower is not None and limits.upper is not None:
        upper, lower = plane.y(limits.upper), plane.y(limits.lower)
        yield element("rect", x=left, y=upper, width=right - left, height=lower - upper, fill=_BAND)
        colour = _HAIR if segment.is_short else "#8C8792"
        for y in (upper, lower):
            yield line((left, y), (right, y), colour=colour, dash="2 3")
    mean = plane.y(limits.mean)
    yield line((left, mean), (right, mean), colour=_LINE)


def _targets(chart: MetricChart, plane: _Plane) -> Iterator[str]:
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
            yield polyline(run, colour=_ACCENT, dash="6 4")


def _lines(chart: MetricChart, plane: _Plane) -> Iterator[str]:
    """The values joined: a gap and a new segment part the line."""
    runs: list[list[Place]] = [[]]
    before = 0
    for point in chart.xmr.points:
        if point.value is None or point.segment != before:
            runs.append([])
        before = point.segment
        if point.value is not None:
            runs[-1].append((plane.x(point.number), plane.y(point.value)))
    for run in runs:
        if len(run) > 1:
            yield polyline(run, colour=_LINE)


def _mark(point: JudgedPoint, plane: _Plane) -> Iterator[str]:
    """Common cause a ring, better a square, worse a diamond, neither a triangle: never by colour alone."""
    if point.value is None:
        return
    x, y = plane.x(point.number), plane.y(point.value)
    match point.kind:
        case Kind.COMMON_CAUSE:
            yield element("circle", cx=x, cy=y, r=_SIZE - 0.5, fill="#FFFFFF", stroke=_LINE, stroke_width=1.4)
        case Kind.IMPROVEMENT:
            yield element("rect", x=x - _SIZE, y=y - _SIZE, width=2 * _SIZE, height=2 * _SIZE, fill=_BETTER)
        case Kind.CONCERN:
            yield _polygon([(x, y - 5.6), (x + 5.6, y), (x, y + 5.6), (x - 5.6, y)], _WORSE)
        case Kind.NEUTRAL:
            tip = -5.0 * point.way
            yield _polygon([(x, y + tip), (x + 5, y - tip * 0.7), (x - 5, y - tip * 0.7)], _NEUTRAL)


def _polygon(points: list[Place], colour: str) -> str:
    return element("polygon", points=" ".join(f"{x:.2f},{y:.2f}" for x, y in points), fill=colour)


def _latest(chart: MetricChart, plane: _Plane) -> Iterator[str]:
    latest = chart.xmr.latest
    if latest is None or latest.value is None:
        return
    x, y = plane.x(latest.number), plane.y(latest.value)
    yield element("circle", cx=x, cy=y, r=8, fill="none", stroke=_ACCENT, stroke_width=1.6)
    yield text(shown(latest.value), (x, y + 22), colour=_INK, anchor="middle", weight=600)


def _labels(chart: MetricChart, plane: _Plane) -> Iterator[str]:
    """Mean, limits and target of the last segment, at the right edge."""
    if not chart.xmr.segments:
        return
    limits = chart.xmr.segments[-1].limits
    trial = "Trial limit" if chart.limits_are_trial else ""
    wanted = [(limits.mean, "Mean", _INK, 600), (chart.xmr.target, "Target", _ACCENT, 600)]
    if chart.limits_shown:
        wanted += [
            (limits.upper, trial or "Upper limit", _QUIET, 400),
            (limits.lower, trial or "Lower limit", _QUIET, 400),
        ]
    held = [(value, words, colour, weight) for value, words, colour, weight in wanted if value is not None]
    places = apart([plane.y(value) for value, *_ in held], gap=_LABEL_GAP)
    for (value, words, colour, weight), y in zip(held, places, strict=True):
        yield text(f"{words} {shown(value)}", (WIDTH - _RIGHT + 8, y + 4), colour=colour, weight=weight)
    if not chart.limits_shown:
        yield text(
            "too few points for limits", (WIDTH - _RIGHT + 8, HEIGHT - _BOTTOM), size=10, colour=_QUIET
        )


def _changes(chart: MetricChart, plane: _Plane) -> Iterator[str]:
    """Where limits begin anew, and why."""
    record = chart.record
    reasons = {each.on: each.reason for each in record.breaks}
    reasons |= {each.on: f"{each.reason} ({each.who})" for each in record.recalculations}
    starts = [each.period.start for each in record.observations]
    for day, reason in reasons.items():
        number = next((place for place, start in enumerate(starts) if start >= day), None)
        if number is not None:
            x = plane.x(number - 0.5)
            yield line((x, _TOP - 8), (x, HEIGHT - _BOTTOM), colour=_HAIR, dash="4 3")
            room = int((WIDTH - x) / _LETTER)
            yield text(_cut(reason, room), (x + 4, _TOP - 2), size=10, colour=_QUIET)
