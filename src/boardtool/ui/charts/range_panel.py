"""The moving ranges beneath an XmR chart: how far each figure is from the one before, and their limit."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from boardtool.domain.performance.charts import MetricChart
from boardtool.domain.performance.moving_ranges import MovingRanges, range_unit
from boardtool.domain.performance.numbers import shown
from boardtool.ui.charts.cause_labels import free_beside
from boardtool.ui.charts.frame import EndLabel, Frame, draw_end_labels, draw_frame, under_axis
from boardtool.ui.charts.lettering import Anchor, width_of, write
from boardtool.ui.charts.marks import RADIUS
from boardtool.ui.charts.scale import Ticks, ticks_over
from boardtool.ui.charts.trace import Trace
from boardtool.ui.charts.xmr_lines import CLOSE, DOTS, between, draw_trace, trace_of
from boardtool.ui.charts.xmr_parts import Stretch, XmrParts, stretches
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Colours, Tone
from boardtool.ui.theme.fonts import BOLD, Size

_SHARE = 0.34
"""How much of the chart's height the panel takes, where that is enough for it."""
_LEAST_LINES = 4.5
_TICKS = 3
_TIP = 1.3
HIGH = "larger than usual"


@dataclass(frozen=True, slots=True)
class RangeParts:
    """Moving ranges prepared for drawing: what of them is the same at every size."""

    ranges: MovingRanges
    ticks: Ticks
    lines: tuple[Stretch, ...]
    labels: tuple[EndLabel, ...]
    title: str


def panel_height(height: float) -> float:
    """What the panel takes of a chart's height: at least room for its title, its values and the periods."""
    line = fonts.line_height(Size.CAPTION)
    return max(height * _SHARE, _LEAST_LINES * line + under_axis())


def range_parts(chart: MetricChart) -> RangeParts:
    ranges = chart.ranges
    held = [0.0, *(point.value for point in ranges.points), *(each.upper for each in ranges.segments)]
    last = ranges.segments[-1]
    labels = []
    if last.upper is not None:
        labels.append(EndLabel(last.upper, f"Upper limit {shown(last.upper)}"))
    if last.average is not None:
        labels.append(EndLabel(last.average, f"Average {shown(last.average)}", Tone.TEXT, BOLD))
    period = chart.record.metric.frequency.period
    unit = range_unit(chart.record.metric.unit)
    return RangeParts(
        ranges,
        ticks_over(held, about=_TICKS, from_zero=True),
        tuple(stretches([point.value is not None for point in ranges.points], frozenset())),
        tuple(labels),
        ", ".join(part for part in (f"Moving range: change from one {period} to the next", unit) if part),
    )


def draw_ranges(
    painter: QPainter, frame: Frame, parts: XmrParts, ranges: RangeParts, colours: Colours
) -> Trace:
    """Paint the panel with the periods beneath it; answers where its points stand."""
    _limits(painter, frame, ranges.ranges, colours)
    draw_frame(painter, frame, ranges.ticks, parts.marks, colours)
    trace = trace_of(frame, [point.value for point in ranges.ranges.points])
    draw_trace(painter, frame, trace, ranges.lines, colours)
    _points(painter, frame, ranges.ranges, trace, colours)
    draw_end_labels(painter, frame, ranges.labels, colours)
    line = fonts.line_height(Size.CAPTION)
    place = QPointF(frame.left, frame.plot.top() - line / 2 - sizes.S1)
    write(painter, ranges.title, place, colours.text_2, weight=BOLD)
    return trace


def _limits(painter: QPainter, frame: Frame, ranges: MovingRanges, colours: Colours) -> None:
    """The band up to the limit of each segment, the limit dotted, the average as a line."""
    for segment in ranges.segments:
        left, right = between(frame, segment.first, segment.first + segment.rows - 1)
        if segment.upper is not None:
            top, base = frame.y.at(segment.upper), frame.y.at(0.0)
            painter.fillRect(QRectF(left, top, right - left, base - top), QColor(colours.band))
            pen = QPen(QColor(colours.ctl_border), 1)
            pen.setDashPattern(DOTS)
            painter.setPen(pen)
            painter.drawLine(QPointF(left, top), QPointF(right, top))
        if segment.average is not None:
            painter.setPen(QPen(QColor(colours.text_2), 1))
            y = round(frame.y.at(segment.average)) + 0.5
            painter.drawLine(QPointF(left, y), QPointF(right, y))


def _points(painter: QPainter, frame: Frame, ranges: MovingRanges, trace: Trace, colours: Colours) -> None:
    """Rings, and filled triangles with a word for what is high; where points stand close only these."""
    close = frame.step < CLOSE
    taken: list[QRectF] = []
    for point in ranges.high if close else ranges.points:
        spot = trace[point.number]
        if spot is None:
            continue
        draw_range_mark(painter, spot, colours, high=point.is_high)
        if point.is_high and not close:
            box = free_beside(spot, width_of(HIGH), frame, trace, taken, up=True)
            if box is not None:
                taken.append(box)
                write(painter, HIGH, box.center(), colours.text, anchor=Anchor.MIDDLE)


def draw_range_mark(painter: QPainter, spot: QPointF, colours: Colours, *, high: bool) -> None:
    """A small ring; a filled triangle where the change is larger than usual."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if not high:
        painter.setPen(QPen(QColor(colours.text_2), 1.2))
        painter.setBrush(QColor(colours.surface))
        painter.drawEllipse(spot, RADIUS - 1, RADIUS - 1)
        return
    out = RADIUS * _TIP
    corners = [(0.0, -out), (out, out * 0.8), (-out, out * 0.8)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.text))
    painter.drawPolygon(QPolygonF([QPointF(spot.x() + dx, spot.y() + dy) for dx, dy in corners]))
