"""Areas side by side: a bar for each figure, a whisker for how sure it is, the benchmark as a line."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from boardtool.domain.performance.benchmark import COMPARED, MARKS, Comparison
from boardtool.domain.performance.intervals import Interval
from boardtool.domain.performance.numbers import shown
from boardtool.ui.charts.chart import Chart
from boardtool.ui.charts.lettering import Anchor, width_of, write
from boardtool.ui.charts.marks import RADIUS, draw_mark
from boardtool.ui.charts.scale import Scale, Ticks, ticks_over
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Colours
from boardtool.ui.theme.fonts import BOLD, MEDIUM, REGULAR, Size

_ROW = 30
_BAR = 14
_CAP = 4.0
_DASHES = (5.0, 3.0)


@dataclass(frozen=True, slots=True)
class Bar:
    """An area's figure: how sure it is, how it stands to the benchmark, and whether it is the area shown."""

    area: str
    value: float | None
    interval: Interval | None
    comparison: Comparison
    shown_as: str
    own: bool = False


class ComparisonBars(Chart):
    """Paints bars one below the other; Up and Down walk them as well as Left and Right."""

    def __init__(self) -> None:
        super().__init__("Areas compared")
        self._bars: tuple[Bar, ...] = ()
        self._benchmark: float | None = None
        self._named = ""
        self._unit = ""

    def show_bars(
        self, bars: Sequence[Bar], benchmark: float | None, named: str, unit: str, sentence: str
    ) -> None:
        """`named` is the area that the benchmark is the figure of."""
        self._bars, self._benchmark, self._named, self._unit = tuple(bars), benchmark, named, unit
        self.spots = [None] * len(bars)
        self.say(sentence)
        self.setMinimumHeight(self.sizeHint().height())
        self.updateGeometry()
        self.redraw()

    def sizeHint(self) -> QSize:
        rows = len(self._bars) * fonts.scaled(_ROW)
        return QSize(sizes.NARROW // 2, rows + 3 * fonts.line_height(Size.CAPTION) + 2 * sizes.S4)

    def said_of(self, number: int) -> Sequence[str]:
        bar = self._bars[number]
        said = [f"{bar.area}: {bar.shown_as}"]
        if bar.interval is not None:
            said.append(f"Between {shown(bar.interval.lower)} and {shown(bar.interval.upper)} (95 %)")
        if self._benchmark is not None and bar.comparison is not Comparison.NOT_COMPARED:
            said.append(f"{COMPARED[bar.comparison]} than {self._named}" if self._differs(bar) else "Similar")
        return said

    def _differs(self, bar: Bar) -> bool:
        return bar.comparison is not Comparison.SIMILAR

    def paint_chart(self, painter: QPainter, rect: QRectF, colours: Colours) -> None:
        if not self._bars:
            return
        names = max(
            width_of(bar.area, size=Size.BODY, weight=BOLD if bar.own else REGULAR) for bar in self._bars
        )
        names = min(names, rect.width() * 0.4)
        ends = max(width_of(f"{bar.shown_as}  Not compared") for bar in self._bars) + 2 * sizes.S4
        left = rect.left() + sizes.PAGE_EDGE + names + sizes.S3
        line = fonts.line_height(Size.CAPTION)
        top = rect.top() + sizes.S2 + (line if self._benchmark is not None else 0)
        ticks = self._ticks()
        x = Scale(ticks.low, ticks.high, left, rect.right() - sizes.PAGE_EDGE - ends)
        row = min((rect.bottom() - 2 * line - top) / len(self._bars), float(fonts.scaled(_ROW)))
        bottom = top + row * len(self._bars)
        spots = []
        for number, bar in enumerate(self._bars):
            middle = top + (number + 0.5) * row
            spots.append(None if bar.value is None else QPointF(x.at(bar.value), middle))
            self._row(
                painter, bar, QRectF(rect.left(), middle - row / 2, rect.width(), row), x, names, colours
            )
        self.spots = spots
        self._axis(painter, x, ticks, bottom, colours)
        if self._benchmark is not None:
            at = x.within(self._benchmark)
            pen = QPen(QColor(colours.accent), 1.5)
            pen.setDashPattern(_DASHES)
            painter.setPen(pen)
            painter.drawLine(QPointF(at, top), QPointF(at, bottom))
            words = f"{self._named} {shown(self._benchmark, self._unit)}"
            place = QPointF(at, top - line / 2)
            write(painter, words, place, colours.accent, anchor=Anchor.MIDDLE, weight=BOLD)

    def _ticks(self) -> Ticks:
        limits = [
            edge for bar in self._bars if bar.interval for edge in (bar.interval.lower, bar.interval.upper)
        ]
        return ticks_over(
            [self._benchmark, *(bar.value for bar in self._bars), *limits], unit=self._unit, from_zero=True
        )

    def _row(
        self, painter: QPainter, bar: Bar, rect: QRectF, x: Scale, names: float, colours: Colours
    ) -> None:
        middle = rect.center().y()
        weight = BOLD if bar.own else REGULAR
        write(
            painter,
            bar.area,
            QPointF(rect.left() + sizes.PAGE_EDGE, middle),
            colours.text,
            size=Size.BODY,
            weight=weight,
            room=names + 1,
        )
        end = x.end + sizes.S4
        if bar.value is None:
            write(painter, bar.shown_as, QPointF(x.start + sizes.S1, middle), colours.text_2)
            return
        at = x.at(bar.value)
        ink = colours.accent if bar.own else colours.line_strong
        height = fonts.scaled(_BAR)
        zero = x.at(0.0)
        whole = QRectF(min(zero, at), middle - height / 2, max(abs(at - zero), 1), height)
        painter.fillRect(whole, QColor(ink))
        if bar.interval is not None:
            _whisker(painter, x.at(bar.interval.lower), x.at(bar.interval.upper), middle, colours)
        wide = write(painter, bar.shown_as, QPointF(end, middle), colours.text, weight=MEDIUM)
        if bar.comparison is not Comparison.NOT_COMPARED:
            kind, way = MARKS[bar.comparison]
            spot = QPointF(end + wide + sizes.S3 + RADIUS, middle)
            draw_mark(painter, spot, kind, colours, way=way)
            place = QPointF(spot.x() + RADIUS + sizes.S1, middle)
            write(painter, COMPARED[bar.comparison], place, colours.text_2)

    def _axis(self, painter: QPainter, x: Scale, ticks: Ticks, bottom: float, colours: Colours) -> None:
        painter.setPen(QPen(QColor(colours.line_strong), 1))
        painter.drawLine(QPointF(x.start, bottom + 0.5), QPointF(x.end, bottom + 0.5))
        for value in ticks.values:
            place = QPointF(x.at(value), bottom + fonts.line_height(Size.CAPTION) / 2 + sizes.S1)
            write(painter, ticks.text(value), place, colours.text_2, anchor=Anchor.MIDDLE)

    def nearest(self, place: QPointF) -> int:
        """The bar of the row under the pointer."""
        rows = [(abs(spot.y() - place.y()), n) for n, spot in enumerate(self.spots) if spot is not None]
        distance, number = min(rows, default=(1e9, -1))
        return number if distance <= fonts.scaled(_ROW) / 2 else -1


def _whisker(painter: QPainter, low: float, high: float, middle: float, colours: Colours) -> None:
    painter.setPen(QPen(QColor(colours.text), 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawLine(QPointF(low, middle), QPointF(high, middle))
    for end in (low, high):
        painter.drawLine(QPointF(end, middle - _CAP), QPointF(end, middle + _CAP))
