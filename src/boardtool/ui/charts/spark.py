"""The spark line of a scorecard's row: the band of its limits, its target dashed, its last point marked."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from boardtool.domain.performance.scorecard import ScorecardRow
from boardtool.domain.performance.xmr import FEWEST_FOR_LIMITS, Kind
from boardtool.ui.charts.marks import draw_mark
from boardtool.ui.charts.scale import Scale
from boardtool.ui.theme.colours import Colours

_AIR = 5
_DASHES = (4.0, 2.0)
_LAST = 3.2


def draw_spark(painter: QPainter, rect: QRect, row: ScorecardRow, colours: Colours) -> None:
    """Paint the row's latest figures in a rectangle of a table."""
    values = row.spark
    known = [value for value in values if value is not None]
    if not known:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    segment = row.chart.xmr.segments[-1]
    limits = segment.limits
    held = [*known, *([] if row.target is None else [row.target])]
    bounded = segment.present >= FEWEST_FOR_LIMITS and limits.lower is not None and limits.upper is not None
    if bounded and limits.lower is not None and limits.upper is not None:
        held += [limits.lower, limits.upper]
    low, high = min(held), max(held)
    if low == high:
        low, high = low - 1, high + 1
    room = QRectF(rect).adjusted(0, _AIR + 1, 0, -_AIR)
    y = Scale(low, high, room.bottom(), room.top())
    if bounded and limits.lower is not None and limits.upper is not None:
        top, bottom = y.at(limits.upper), y.at(limits.lower)
        painter.fillRect(QRectF(room.left(), top, room.width(), bottom - top), QColor(colours.band))
    if limits.mean is not None:
        painter.setPen(QPen(QColor(colours.line_strong), 1))
        painter.drawLine(QPointF(room.left(), y.at(limits.mean)), QPointF(room.right(), y.at(limits.mean)))
    if row.target is not None:
        pen = QPen(QColor(colours.accent), 1.2)
        pen.setDashPattern(_DASHES)
        painter.setPen(pen)
        painter.drawLine(QPointF(room.left(), y.at(row.target)), QPointF(room.right(), y.at(row.target)))
    _figures(painter, room, y, row, colours)


def _figures(painter: QPainter, room: QRectF, y: Scale, row: ScorecardRow, colours: Colours) -> None:
    values = row.spark
    x = Scale(0, max(len(values) - 1, 1), room.left() + _AIR, room.right() - _AIR)
    painter.setPen(QPen(QColor(colours.text_2), 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    run: list[QPointF] = []
    last: QPointF | None = None
    for place, value in enumerate(values):
        if value is None:
            _draw_run(painter, run)
            run = []
            continue
        last = QPointF(x.at(place), y.at(value))
        run.append(last)
    _draw_run(painter, run)
    latest = row.chart.xmr.latest
    if last is None or latest is None:
        return
    if latest.kind is Kind.COMMON_CAUSE:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.text))
        painter.drawEllipse(last, _LAST, _LAST)
    else:
        draw_mark(painter, last, latest.kind, colours, way=latest.way, radius=_LAST + 0.5)


def _draw_run(painter: QPainter, run: list[QPointF]) -> None:
    """Figures without a gap between them; one alone is a dot."""
    if len(run) == 1:
        painter.drawEllipse(run[0], 0.5, 0.5)
    painter.drawPolyline(QPolygonF(run))
