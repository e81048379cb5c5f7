"""The lines and points of an XmR chart: the band between the limits, the mean, the target, the figures."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from boardtool.domain.performance.xmr import Segment
from boardtool.ui.charts.frame import Frame
from boardtool.ui.charts.marks import RADIUS, draw_mark
from boardtool.ui.charts.polyline import thinned
from boardtool.ui.charts.trace import Trace
from boardtool.ui.charts.xmr_parts import Stretch, XmrParts, shows_limits
from boardtool.ui.theme.colours import Colours

CLOSE = 5.0
"""Pixels between points below which only special causes get a mark."""
LINE = 1.5
DOTS = (1.0, 3.0)
_DASHES = (5.0, 3.0)


def between(frame: Frame, first: int, last: int) -> tuple[float, float]:
    """Half way to the point before the first and after the last; at the ends the edge of the plot."""
    left = frame.left if not first else (frame.x[first - 1] + frame.x[first]) / 2
    end = last == len(frame.x) - 1
    right = frame.right if end else (frame.x[last] + frame.x[last + 1]) / 2
    return left, right


def draw_limits(painter: QPainter, frame: Frame, segment: Segment, colours: Colours) -> None:
    """The band between the limits, and the mean; trial limits in the lighter line."""
    limits = segment.limits
    left, right = between(frame, segment.first, segment.first + segment.rows - 1)
    if limits.lower is not None and limits.upper is not None and shows_limits(segment):
        low, high = frame.y.within(limits.lower), frame.y.within(limits.upper)
        painter.fillRect(QRectF(left, high, right - left, low - high), QColor(colours.band))
        pen = QPen(QColor(colours.line_strong if segment.is_short else colours.ctl_border), 1)
        pen.setDashPattern(DOTS)
        painter.setPen(pen)
        for limit, y in ((limits.lower, low), (limits.upper, high)):
            if frame.y.low <= limit <= frame.y.high:
                painter.drawLine(QPointF(left, y), QPointF(right, y))
    if limits.mean is not None:
        painter.setPen(QPen(QColor(colours.text_2), 1))
        y = round(frame.y.at(limits.mean)) + 0.5
        painter.drawLine(QPointF(left, y), QPointF(right, y))


def draw_targets(painter: QPainter, frame: Frame, parts: XmrParts, colours: Colours) -> None:
    """Steps: the target of each period holds half way to its neighbours."""
    pen = QPen(QColor(colours.accent), LINE)
    pen.setDashPattern(_DASHES)
    painter.setPen(pen)
    for step in parts.targets:
        left, right = between(frame, step.first, step.end - 1)
        y = frame.y.within(step.target)
        painter.drawLine(QPointF(left, y), QPointF(right, y))


def trace_of(frame: Frame, values: Sequence[float | None]) -> Trace:
    """Where values stand in a frame whose axis holds them all."""
    zero, slope = frame.y.at(0.0), frame.y.at(1.0) - frame.y.at(0.0)
    return Trace(frame.x, [None if value is None else zero + value * slope for value in values])


def draw_trace(
    painter: QPainter, frame: Frame, trace: Trace, lines: Sequence[Stretch], colours: Colours
) -> None:
    """The line through the figures, broken at gaps and where limits begin anew."""
    many = len(trace) > frame.plot.width()
    painter.setPen(QPen(QColor(colours.text_2), 1 if many else LINE))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, not many)
    for stretch in lines:
        heights = [y for y in trace.y[stretch.first : stretch.end] if y is not None]
        painter.drawPolyline(thinned(trace.x[stretch.first : stretch.end], heights))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def draw_points(painter: QPainter, frame: Frame, trace: Trace, parts: XmrParts, colours: Colours) -> None:
    """A mark for every figure; where they stand close only for special causes, and none upon another."""
    close = frame.step < CLOSE
    last = -CLOSE
    for point in parts.special if close else parts.chart.xmr.points:
        spot = trace[point.number]
        if spot is None or (close and spot.x() - last < RADIUS):
            continue
        last = spot.x()
        draw_mark(painter, spot, point.kind, colours, way=point.way, radius=RADIUS / (1 + close))
