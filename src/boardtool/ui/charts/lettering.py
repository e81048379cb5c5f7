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


def wrapped(text: str, width: float, most: int, *, size: Size = Size.CAPTION) -> list[str]:
    """The words in at most so many lines of a width; the end of the last is elided where they need more."""
    metrics = QFontMetrics(fonts.font(size))
    lines: list[str] = []
    words = text.split()
    while words and len(lines) < most:
        taken = 1
        while taken < len(words) and metrics.horizontalAdvance(" ".join(words[: taken + 1])) <= width:
            taken += 1
        if len(lines) == most - 1:
            taken = len(words)
        line = " ".join(words[:taken])
        lines.append(metrics.elidedText(line, Qt.TextElideMode.ElideRight, round(width)))
        words = words[taken:]
    return lines
