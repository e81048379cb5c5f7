"""Words in a chart: written at a point, to its left, right or middle."""

from enum import Enum, auto

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from boardtool.ui.theme import fonts
from boardtool.ui.theme.fonts import REGULAR, Size


class Anchor(Enum):
    """Which part of the words stands at the point."""

    LEFT = auto()
    MIDDLE = auto()
    RIGHT = auto()


def write(
    painter: QPainter,
    text: str,
    at: QPointF,
    colour: str,
    *,
    anchor: Anchor = Anchor.LEFT,
    size: Size = Size.CAPTION,
    weight: QFont.Weight = REGULAR,
    room: float | None = None,
) -> float:
    """Write one line whose capitals are centred on a height; answers its width. `room` elides it."""
    font = fonts.font(size, weight)
    metrics = QFontMetrics(font)
    if room is not None:
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, round(room))
    width = metrics.horizontalAdvance(text)
    back = {Anchor.LEFT: 0.0, Anchor.MIDDLE: width / 2, Anchor.RIGHT: float(width)}[anchor]
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(QPointF(round(at.x() - back), round(at.y() + metrics.capHeight() / 2)), text)
    return float(width)


def width_of(text: str, *, size: Size = Size.CAPTION, weight: QFont.Weight = REGULAR) -> float:
    return float(QFontMetrics(fonts.font(size, weight)).horizontalAdvance(text))
