"""The XmR chart: figures over time between their limits, and where wanted their moving ranges beneath."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from boardtool.domain.performance.charts import MetricChart
from boardtool.domain.performance.metrics import value_shown
from boardtool.domain.performance.moving_ranges import range_words
from boardtool.domain.performance.numbers import shown
from boardtool.domain.performance.sentences import point_sentence
from boardtool.ui import icons
from boardtool.ui.charts.anew_notes import draw_note_lines, draw_notes, height_of, place_notes
from boardtool.ui.charts.cause_labels import covers, draw_causes
from boardtool.ui.charts.chart import HEIGHT, NEAR, Chart
from boardtool.ui.charts.frame import (
    Frame,
    draw_base,
    draw_end_labels,
    draw_frame,
    framed,
    margins,
    plot_in,
    under_axis,
)
from boardtool.ui.charts.lettering import Anchor, width_of, write
from boardtool.ui.charts.marks import RADIUS
from boardtool.ui.charts.range_panel import RangeParts, draw_ranges, panel_height, range_parts
from boardtool.ui.charts.trace import Trace
from boardtool.ui.charts.xmr_lines import (
    CLOSE,
    draw_limits,
    draw_points,
    draw_targets,
    draw_trace,
    trace_of,
)
from boardtool.ui.charts.xmr_parts import XmrParts, xmr_parts
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Colours
from boardtool.ui.theme.fonts import BOLD, Size

_NOTE = 12.0
_SMALL_RING = 6.0
TALL = 440
"""How high the chart is with its moving ranges, in pixels at ordinary text size."""
_NOTHING = Trace((), ())


class XmrPlot(Chart):
    """Shows a judged series; the ringed point is the chosen row of the table beneath."""

    def __init__(self) -> None:
        super().__init__("Chart of the figures over time")
        self._parts: XmrParts | None = None
        self._ranges: RangeParts | None = None
        self._frame: Frame | None = None
        self._trace = self._range_trace = _NOTHING

    def show_chart(self, chart: MetricChart) -> None:
        points = chart.xmr.points
        self._parts = xmr_parts(chart) if points else None
        self._ranges = range_parts(chart) if points and chart.shows_ranges else None
        self.spots = [None] * len(points)
        self.make_room(HEIGHT if self._ranges is None else TALL)
        self.say(_said(chart))
        self.redraw()

    def said_of(self, number: int) -> Sequence[str]:
        parts = self._parts
        if parts is None or not 0 <= number < len(parts.days):
            return ()
        chart = parts.chart
        point, seen = chart.xmr.points[number], chart.record.observations[number]
        unit = chart.record.metric.unit
        said = [f"{seen.period.shown}: {value_shown(chart.record.metric, seen)}"]
        if point.target is not None:
            said.append(f"Target {shown(point.target, unit)}")
        said.append(_capital(point_sentence(point)) or ("Common cause" if point.value is not None else ""))
        if self._ranges is not None:
            words = range_words(self._ranges.ranges.points[number], unit=unit)
            said.append(f"Moving range {words}" if words else "No moving range")
        said += [note.words for note in parts.notes if note.number == number]
        remark = chart.commentary_at(number)
        return [each for each in (*said, seen.note, remark.text if remark else "") if each]

    def nearest(self, place: QPointF) -> int:
        return self._trace.nearest(place.x(), within=NEAR)

    # Drawing

    def paint_chart(self, painter: QPainter, rect: QRectF, colours: Colours) -> None:
        parts, ranges = self._parts, self._ranges
        if parts is None:
            return
        ticks = [parts.ticks] if ranges is None else [parts.ticks, ranges.ticks]
        free = margins(ticks, parts.labels if ranges is None else [*parts.labels, *ranges.labels])
        line = fonts.line_height(Size.CAPTION)
        panel = panel_height(rect.height()) if ranges is not None else 0.0
        below = panel + (sizes.S2 if ranges is not None else under_axis())
        frame = framed(plot_in(rect, free, top=sizes.S4, below=below), parts.ticks, parts.days)
        placed = place_notes(parts.notes, frame.x, rect, frame.left)
        frame = frame.lowered(height_of(placed))
        self._frame = frame
        self._trace = trace_of(frame, [point.value for point in parts.chart.xmr.points])
        self.spots = self._trace
        for segment in parts.chart.xmr.segments:
            draw_limits(painter, frame, segment, colours)
        if ranges is None:
            draw_frame(painter, frame, parts.ticks, parts.marks, colours)
        else:
            draw_base(painter, frame, parts.ticks, colours)
            beneath = rect.adjusted(0, rect.height() - panel, 0, 0)
            plot = plot_in(beneath, free, top=line + sizes.S2, below=under_axis())
            under = framed(plot, ranges.ticks, parts.days)
            self._range_trace = draw_ranges(painter, under, parts, ranges, colours)
            draw_note_lines(painter, under, placed, colours)
        draw_targets(painter, frame, parts, colours)
        draw_trace(painter, frame, self._trace, parts.lines, colours)
        draw_points(painter, frame, self._trace, parts, colours)
        if frame.step >= CLOSE:
            draw_causes(painter, frame, parts.chart.xmr.points, self._trace, colours)
            _remarks(painter, frame, parts.chart, colours)
        draw_notes(painter, frame, placed, colours)
        draw_end_labels(painter, frame, parts.labels, colours)
        if not parts.chart.limits_shown:
            place = QPointF(frame.right, frame.plot.top() + line / 2)
            write(painter, "Too few points for limits", place, colours.text_2, anchor=Anchor.RIGHT)

    def emphasise(self, painter: QPainter, spot: QPointF, colours: Colours) -> None:
        """Ring the point and write its value, above or below, where no line runs through it."""
        super().emphasise(painter, spot, colours)
        parts, frame = self._parts, self._frame
        if parts is None or frame is None or not 0 <= self.chosen < len(parts.days):
            return
        point = parts.chart.xmr.points[self.chosen]
        text = shown(point.value)
        half, line = width_of(text, weight=BOLD) / 2, fonts.line_height(Size.CAPTION)
        middle = min(max(spot.x(), frame.left + half), frame.right - half)
        lines = [
            frame.y.within(value)
            for value in (point.target, parts.chart.xmr.limits_at(point).mean)
            if value is not None
        ]

        def free(y: float) -> float:
            """How far the nearest line is, and whether the figures' own line runs through."""
            box = QRectF(middle - half, y - line / 2, 2 * half, line)
            return min((abs(each - y) for each in lines), default=line) - line * covers(box, self._trace)

        away = line / 2 + 2 * RADIUS + 2
        y = max((spot.y() + away, spot.y() - away), key=lambda y: min(free(y), line))
        write(painter, text, QPointF(middle, y), colours.text, anchor=Anchor.MIDDLE, weight=BOLD)
        beneath = self._range_trace[self.chosen] if self._ranges is not None else None
        if beneath is not None:
            painter.setPen(QPen(QColor(colours.accent), 1.5))
            painter.drawEllipse(beneath, _SMALL_RING, _SMALL_RING)


def _said(chart: MetricChart) -> str:
    """What the chart shows, in the words of its sentences and its latest value."""
    metric, latest = chart.record.metric, chart.record.latest
    said = [f"{metric.name}.", chart.sentence]
    if latest is not None:
        said.append(f"Latest, {latest.period.shown}: {value_shown(metric, latest)}.")
    if chart.shows_ranges:
        said.append(chart.ranges_sentence)
    return " ".join(said)


def _remarks(painter: QPainter, frame: Frame, chart: MetricChart, colours: Colours) -> None:
    """A small sign above the axis where something was said of a figure."""
    for number, x in enumerate(frame.x):
        if chart.commentary_at(number) is not None:
            square = QRectF(x - _NOTE / 2, frame.plot.bottom() - _NOTE - 3, _NOTE, _NOTE)
            icons.draw(painter, "message-square", square, colours.text_3)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
