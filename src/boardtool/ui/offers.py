"""The lines of Ctrl+K: what each offers, and how it is painted."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from boardtool.ui import icons
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import colours_of
from boardtool.ui.theme.fonts import BOLD, Size

OFFER = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Offer:
    """A line of the palette; without `do` it is a heading."""

    words: str
    detail: str = ""
    icon: str = ""
    keys: str = ""
    do: Callable[[], None] | None = None


class OfferDelegate(QStyledItemDelegate):
    """Paints a line: icon, words, what helps, keys at the right."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        offer = index.data(OFFER)
        if not isinstance(offer, Offer):
            return
        colours = colours_of(option.palette)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = Qt.AlignmentFlag.AlignVCenter
        if offer.do is None:
            painter.setFont(fonts.font(Size.CAPTION, BOLD))
            painter.setPen(QColor(colours.text_3))
            painter.drawText(rect.adjusted(sizes.S2, sizes.S1, 0, 0), middle, offer.words)
            painter.restore()
            return
        lit = option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver)
        if lit:
            selected = option.state & QStyle.StateFlag.State_Selected
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.select if selected else colours.hover))
            painter.drawRoundedRect(rect, sizes.R_CONTROL, sizes.R_CONTROL)
        left = rect.left() + sizes.S2
        square = QRectF(left, rect.center().y() - sizes.ICON / 2 + 0.5, sizes.ICON, sizes.ICON)
        icons.draw(painter, offer.icon, square, colours.text_3)
        left += sizes.ICON + sizes.S2
        keys = fonts.font(Size.CAPTION)
        room = rect.right() - left - sizes.S3 - QFontMetrics(keys).horizontalAdvance(offer.keys)
        font = fonts.font()
        words = QFontMetrics(font).elidedText(offer.words, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(QColor(colours.text))
        painter.drawText(QRect(left, rect.top(), room, rect.height()), middle, words)
        used = QFontMetrics(font).horizontalAdvance(words) + sizes.S3
        painter.setFont(keys)
        painter.setPen(QColor(colours.text_2))
        detail = QFontMetrics(keys).elidedText(offer.detail, Qt.TextElideMode.ElideRight, max(room - used, 0))
        painter.drawText(QRect(left + used, rect.top(), room - used, rect.height()), middle, detail)
        right = rect.adjusted(0, 0, -sizes.S2, 0)
        painter.drawText(right, middle | Qt.AlignmentFlag.AlignRight, offer.keys)
        painter.restore()
