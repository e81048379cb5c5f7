"""Plan against actual through a financial year: the planned line, the figures, and where the year may end."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from boardtool.domain.performance.forecast import Forecast
from boardtool.domain.performance.numbers import shown
from boardtool.domain.performance.year import YearPeriod
from boardtool.ui.charts.calendar_axis import axis_marks
from boardtool.ui.charts.chart import Chart
from boardtool.ui.charts.frame import (
    EndLabel,
    Frame,
    draw_end_labels,
    draw_frame,
    framed,
    margins,
    plot_in,
    under_axis,
)
from boardtool.ui.charts.scale import ticks_over
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Colours, Tone
from boardtool.ui.theme.fonts import BOLD

_LINE = 1.5
_DASHES = (5.0, 3.0)
_DOT = 3.5
_BAR_SHARE = 0.28


class PlanPlot(Chart):
    """Shows plan and figures of a year, and the range in which its average is likely to end."""

    def __init__(self) -> None:
        super().__init__("Plan against actual")
        self._points: tuple[YearPeriod, ...] = ()
        self._forecast: Forecast | None = None
        self._unit = ""

    def show_year(
        self, points: Sequence[YearPeriod], forecast: Forecast | None, unit: str, sentence: str
    ) -> None:
        self._points, self._forecast, self._unit = tuple(points), forecast, unit
        self.spots = [None] * len(points)
        self.say(sentence)
        self.redraw()

    def said_of(self, number: int) -> Sequence[str]:
        point = self._points[number]
        came = "to come" if point.actual is None else shown(point.actual, self._unit)
        said = [f"{point.period.shown}: {came}"]
        if point.planned is not None:
            said.append(f"Planned {shown(point.planned, self._unit)}")
        return said

    def paint_chart(self, painter: QPainter, rect: QRectF, colours: Colours) -> None:
        points = self._points
        if not points:
            return
        ahead = self._forecast
        bounds = [] if ahead is None else [ahead.lower, ahead.upper]
        ticks = ticks_over(
            [*bounds, *(each.planned for each in points), *(each.actual for each in points)], unit=self._unit
        )
        labels = self._labels()
        periods = [each.period for each in points]
        plot = plot_in(rect, margins([ticks], labels), top=sizes.S4, below=under_axis())
        frame = framed(plot, ticks, [period.start.toordinal() for period in periods])
        draw_frame(painter, frame, ticks, axis_marks(periods), colours)
        if ahead is not None:
            self._range(painter, frame, ahead, colours)
        pen = QPen(QColor(colours.accent), _LINE)
        pen.setDashPattern(_DASHES)
        _line(painter, frame, [each.planned for each in points], pen)
        _line(painter, frame, [each.actual for each in points], QPen(QColor(colours.text), _LINE))
        spots = []
        for point, x in zip(points, frame.x, strict=True):
            value = point.planned if point.actual is None else point.actual
            spots.append(None if value is None else QPointF(x, frame.y.within(value)))
            if point.actual is not None:
                painter.setPen(QPen(QColor(colours.surface), 1))
                painter.setBrush(QColor(colours.text))
                painter.drawEllipse(QPointF(x, frame.y.within(point.actual)), _DOT, _DOT)
        self.spots = spots
        draw_end_labels(painter, frame, labels, colours)

    def _range(self, painter: QPainter, frame: Frame, ahead: Forecast, colours: Colours) -> None:
        """The likely range of the year's average, at the year's end, its middle a strong stroke."""
        low, high = frame.y.within(ahead.lower), frame.y.within(ahead.upper)
        width = max(frame.step * _BAR_SHARE, 2 * _DOT)
        seen = max((n for n, each in enumerate(self._points) if each.actual is not None), default=0)
        last = self._points[seen].actual
        end = frame.right - width
        middle = frame.y.within(ahead.expected)
        if last is not None:
            cone = [
                QPointF(frame.x[seen], frame.y.within(last)),
                QPointF(end, high),
                QPointF(end, low),
            ]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.band))
            painter.drawPolygon(QPolygonF(cone))
        painter.fillRect(QRectF(end, high, width, max(low - high, 1)), QColor(colours.line_strong))
        painter.fillRect(QRectF(end, middle - 1, width, 2), QColor(colours.text))

    def _labels(self) -> list[EndLabel]:
        labels = []
        planned = next((p.planned for p in reversed(self._points) if p.planned is not None), None)
        if planned is not None:
            labels.append(EndLabel(planned, f"Plan {shown(planned)}", Tone.ACCENT, BOLD))
        if self._forecast is not None:
            expected = self._forecast.expected
            labels.append(EndLabel(expected, f"Likely year {shown(expected)}", Tone.TEXT, BOLD))
        return labels


def _line(painter: QPainter, frame: Frame, values: Sequence[float | None], pen: QPen) -> None:
    """A line that breaks where a value is missing."""
    painter.setPen(pen)
    places = [
        None if value is None else QPointF(x, frame.y.within(value))
        for value, x in zip(values, frame.x, strict=True)
    ]
    for start, end in pairwise(places):
        if start is not None and end is not None:
            painter.drawLine(start, end)
