"""A sentence in a cell of two lines: broken where it must be, its end elided where two are too few."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QTextLayout, QTextOption

from boardtool.ui.theme import fonts
from boardtool.ui.theme.fonts import Size

_CLOSER = 2


def draw_paragraph(painter: QPainter, rect: QRect, text: str, colour: str) -> None:
    """Write at most two lines in the middle of a rectangle's height."""
    lines = broken(text, rect.width())
    height = fonts.line_height(Size.BODY) - _CLOSER
    font = fonts.font()
    capital = QFontMetrics(font).capHeight()
    painter.setFont(font)
    painter.setPen(QColor(colour))
    for at, line in enumerate(lines):
        middle = rect.center().y() + 0.5 + (at - (len(lines) - 1) / 2) * height
        painter.drawText(QPointF(rect.left(), round(middle + capital / 2)), line)


def broken(text: str, width: int) -> list[str]:
    """The text in at most two lines of a width, in pixels."""
    font = fonts.font()
    layout = QTextLayout(text, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    starts = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        starts.append(line.textStart())
    layout.endLayout()
    if len(starts) <= 1:
        return [text] if text else []
    shown = QFontMetrics(font).elidedText(text[starts[1] :], Qt.TextElideMode.ElideRight, width)
    return [text[: starts[1]].rstrip(), shown]
