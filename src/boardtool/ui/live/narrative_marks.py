"""What stands beside the words of a narrative: the minute's number, and before each item its mark."""

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit

from boardtool.domain.markdown import ListStyle
from boardtool.ui.live.narrative_document import list_of, mark_of
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import colours_of

_BULLET = 2.25
INVITATION = "What is said…"


def paint_margin(box: QTextEdit, number: str) -> None:
    """Paint the number at the first line and the marks of what is in sight; an empty box invites to type."""
    painter = QPainter(box.viewport())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(fonts.font(fonts.Size.READ))
    painter.setPen(QColor(colours_of(box.palette()).text_2))
    first = QTextCursor(box.document())
    painter.drawText(QPoint(sizes.S3 + 2, _baseline(box, first)), number)
    block = box.cursorForPosition(QPoint(0, 0)).block()
    while block.isValid() and box.cursorRect(QTextCursor(block)).top() < box.viewport().height():
        _paint_mark(painter, box, block)
        block = block.next()
    if box.document().isEmpty() and not box.isReadOnly() and mark_of(first.block()) is None:
        painter.setPen(QColor(colours_of(box.palette()).text_3))
        painter.drawText(QPoint(box.cursorRect(first).left() + 1, _baseline(box, first)), INVITATION)


def _paint_mark(painter: QPainter, box: QTextEdit, block: QTextBlock) -> None:
    """Paint what stands before an item: a small disc, a ring where it is nested, or its number."""
    mark, listed = mark_of(block), list_of(block)
    if mark is None or listed is None:
        return
    start = QTextCursor(block)
    left, baseline = box.cursorRect(start).left(), _baseline(box, start)
    if mark != ListStyle.BULLETS.value:
        bottom = baseline + painter.fontMetrics().descent()
        right_and_low = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        painter.drawText(QRect(0, 0, left - sizes.S2 + 2, bottom), right_and_low, mark)
        return
    middle = QPointF(left - sizes.S3, baseline - painter.fontMetrics().xHeight() / 2 - 0.5)
    nested = listed.format().indent() > 1
    painter.save()
    tint = painter.pen().color()
    painter.setPen(QPen(tint, 1) if nested else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if nested else tint)
    painter.drawEllipse(middle, _BULLET, _BULLET)
    painter.restore()


def _baseline(box: QTextEdit, at: QTextCursor) -> int:
    """Where the letters stand in the line of a cursor."""
    return box.cursorRect(at).bottom() + 1 - QFontMetrics(fonts.font(fonts.Size.READ)).descent()
