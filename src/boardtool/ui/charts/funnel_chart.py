"""A funnel: areas by how many people stand behind their figure, and how far chance alone would take them."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from boardtool.domain.performance.funnel_words import STANDINGS
from boardtool.domain.performance.funnels import Funnel, FunnelLimits, FunnelPlace, Standing
from boardtool.domain.performance.numbers import shown
from boardtool.ui.charts.chart import Chart
from boardtool.ui.charts.lettering import Anchor, width_of, write
from boardtool.ui.charts.scale import Scale, ticks_over
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Colours
from boardtool.ui.theme.fonts import BOLD, MEDIUM, Size

_DOT = 4.0
_NEAR = 14.0


class FunnelPlot(Chart):
    """Shows areas between the curves; those outside are named and have another shape."""

    def __init__(self) -> None:
        super().__init__("Funnel of areas")
        self._funnel: Funnel | None = None
        self._unit = self._own = self._across = ""

    def show_funnel(self, funnel: Funnel, *, own: str, unit: str, across: str, sentence: str) -> None:
        """`own` is the area to be named always, `across` what the denominators are."""
        self._funnel, self._own, self._unit, self._across = funnel, own, unit, across
        self.spots = [None] * len(funnel.places)
        self.say(sentence)
        self.redraw()

    def said_of(self, number: int) -> Sequence[str]:
        if self._funnel is None:
            return ()
        place = self._funnel.places[number]
        return (
            f"{place.area}: {shown(place.value, self._unit)}",
            f"{shown(place.denominator)} {self._across}",
            STANDINGS[place.standing],
        )

    def paint_chart(self, painter: QPainter, rect: QRectF, colours: Colours) -> None:
        funnel = self._funnel
        if funnel is None or not funnel.curve:
            return
        ticks = ticks_over(
            [funnel.average, *(each.value for each in funnel.places), *_heights(funnel)],
            unit=self._unit,
        )
        line = fonts.line_height(Size.CAPTION)
        gutter = max(width_of(ticks.text(value)) for value in ticks.values)
        right = width_of("Average 100.0 %", weight=BOLD) + sizes.PAGE_EDGE
        plot = rect.adjusted(sizes.PAGE_EDGE + gutter + sizes.S2, sizes.S4, -right, -(2 * line + sizes.S4))
        y = Scale(ticks.low, ticks.high, plot.bottom(), plot.top())
        across = ticks_over([each.denominator for each in funnel.curve], about=7)
        end = max(funnel.curve[-1].denominator, across.low + 1)
        x = Scale(across.low, end, plot.left(), plot.right())
        _curves(painter, funnel.curve, x, y, colours)
        painter.setPen(QPen(QColor(colours.line_strong), 1))
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())
        for value in ticks.values:
            place = QPointF(plot.left() - sizes.S2, y.at(value))
            write(painter, ticks.text(value), place, colours.text_2, anchor=Anchor.RIGHT)
        for value in (each for each in across.values if each <= end):
            place = QPointF(x.at(value), plot.bottom() + line / 2 + sizes.S1)
            write(painter, across.text(value), place, colours.text_2, anchor=Anchor.MIDDLE)
        below = QPointF(plot.center().x(), plot.bottom() + 1.5 * line + sizes.S2)
        write(painter, self._across.capitalize(), below, colours.text_2, anchor=Anchor.MIDDLE)
        painter.setPen(QPen(QColor(colours.text_2), 1))
        middle = y.at(funnel.average)
        painter.drawLine(QPointF(plot.left(), middle), QPointF(plot.right(), middle))
        words = f"Average {shown(funnel.average)}"
        write(painter, words, QPointF(plot.right() + sizes.S2, middle), colours.text, weight=BOLD)
        self._places(painter, funnel.places, x, y, colours)

    def _places(
        self, painter: QPainter, places: Sequence[FunnelPlace], x: Scale, y: Scale, colours: Colours
    ) -> None:
        self.spots = [
            None
            if each.value is None or each.denominator is None
            else QPointF(x.at(each.denominator), y.within(each.value))
            for each in places
        ]
        taken: list[QRectF] = [_around(spot) for spot in self.spots if spot is not None]
        for each, spot in sorted(
            zip(places, self.spots, strict=True), key=lambda pair: pair[0].area != self._own
        ):
            if spot is None:
                continue
            own = each.area == self._own
            _dot(painter, spot, each.standing, colours, own=own)
            if own or each.standing not in {Standing.WITHIN, Standing.NOT_APPLICABLE}:
                weight = BOLD if own else MEDIUM
                box = beside(spot, width_of(each.area, weight=weight), x.end + sizes.PAGE_EDGE, taken)
                taken.append(box)
                ink = colours.accent if own else colours.text
                place = QPointF(box.left(), box.center().y())
                write(painter, each.area, place, ink, weight=weight)

    def nearest(self, place: QPointF) -> int:
        spots = [
            ((spot - place).manhattanLength(), number)
            for number, spot in enumerate(self.spots)
            if spot is not None
        ]
        distance, number = min(spots, default=(1e9, -1))
        return number if distance <= _NEAR else -1


def _around(spot: QPointF) -> QRectF:
    """The room of a dot."""
    return QRectF(spot.x() - _DOT, spot.y() - _DOT, 2 * _DOT, 2 * _DOT)


def beside(spot: QPointF, width: float, edge: float, taken: Sequence[QRectF]) -> QRectF:
    """Room for a name beside a dot where nothing stands yet: right, left, then a line lower or higher."""
    line = fonts.line_height(Size.CAPTION)
    gap = sizes.S2 + 1.0
    boxes = [
        QRectF(spot.x() + side, spot.y() - line / 2 + down * line, width, line)
        for down in (0.0, 1.1, -1.1)
        for side in (gap, -gap - width)
    ]
    inside = [box for box in boxes if box.right() < edge] or boxes
    free = (box for box in inside if not any(box.intersects(other) for other in taken))
    return next(free, inside[0])


def _heights(funnel: Funnel) -> list[float]:
    """What the curves reach where areas are: left of the smallest they rise without bound."""
    least = min((each.denominator for each in funnel.places if each.denominator is not None), default=0.0)
    seen = [each for each in funnel.curve if each.denominator >= least]
    return [edge for each in seen for edge in (each.lower_3, each.upper_3)]


def _curves(painter: QPainter, curve: Sequence[FunnelLimits], x: Scale, y: Scale, colours: Colours) -> None:
    """The band that holds 95 in 100, and around it the curves that hold 998 in 1,000."""
    upper = [QPointF(x.at(each.denominator), y.within(each.upper_2)) for each in curve]
    lower = [QPointF(x.at(each.denominator), y.within(each.lower_2)) for each in curve]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.band))
    painter.drawPolygon(QPolygonF([*upper, *reversed(lower)]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = QPen(QColor(colours.ctl_border), 1)
    inner.setDashPattern((1.0, 3.0))
    for pen, edges in (
        (inner, (upper, lower)),
        (
            QPen(QColor(colours.ctl_border), 1),
            (
                [QPointF(x.at(each.denominator), y.within(each.upper_3)) for each in curve],
                [QPointF(x.at(each.denominator), y.within(each.lower_3)) for each in curve],
            ),
        ),
    ):
        painter.setPen(pen)
        for edge in edges:
            painter.drawPolyline(QPolygonF(edge))


def _dot(painter: QPainter, spot: QPointF, standing: Standing, colours: Colours, *, own: bool) -> None:
    """A ring within chance, a triangle outside pointing away from the average; one's own is in the accent."""
    ink = QColor(colours.accent if own else colours.text_2)
    if standing in {Standing.WITHIN, Standing.NOT_APPLICABLE}:
        painter.setPen(QPen(ink, 1.5))
        painter.setBrush(QColor(colours.accent if own else colours.surface))
        painter.drawEllipse(spot, _DOT - 0.5, _DOT - 0.5)
        return
    up = standing in {Standing.HIGH_2, Standing.HIGH_3}
    far = standing in {Standing.HIGH_3, Standing.LOW_3}
    size, tip = (_DOT + 1, -1.0 if up else 1.0)
    corners = [(0.0, tip * size), (size, -tip * size * 0.8), (-size, -tip * size * 0.8)]
    painter.setPen(QPen(QColor(colours.accent if own else colours.text), 1.5))
    painter.setBrush(QColor(colours.accent if own else colours.text) if far else QColor(colours.surface))
    painter.drawPolygon(QPolygonF([QPointF(spot.x() + dx, spot.y() + dy) for dx, dy in corners]))
