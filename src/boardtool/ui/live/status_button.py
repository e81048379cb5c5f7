"""A status that can be changed by pressing it: "agreed 14:04", "draft, not on screen"."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from boardtool.ui import icons
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone, colours_of
from boardtool.ui.theme.fonts import MEDIUM, REGULAR, Size


class StatusButton(QAbstractButton):
    """An icon and words in a tone; Space or Enter press it."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = ""
        self._tone = Tone.HELP
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, words: str, icon: str, tone: Tone, *, spoken: str) -> None:
        self.setText(words)
        self._icon, self._tone = icon, tone
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetrics(fonts.font(Size.CAPTION, MEDIUM)).horizontalAdvance(self.text())
        return QSize(words + sizes.ICON_ROW + 6 + 2 * sizes.S1, fonts.scaled(sizes.CONTROL))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QRectF(self.rect()).adjusted(1, sizes.S1, -1, -sizes.S1)
        painter.setPen(QPen(QColor(colours.accent), sizes.FOCUS) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.hover) if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(shape, sizes.R_PILL, sizes.R_PILL)
        tint = getattr(colours, self._tone.value)
        right = self.width() - sizes.S1
        font = fonts.font(Size.CAPTION, MEDIUM if self._tone is Tone.DONE else REGULAR)
        words = QFontMetrics(font).horizontalAdvance(self.text())
        square = QRectF(
            right - words - 6 - sizes.ICON_ROW,
            (self.height() - sizes.ICON_ROW) / 2,
            sizes.ICON_ROW,
            sizes.ICON_ROW,
        )
        icons.draw(painter, self._icon, square, tint)
        painter.setFont(font)
        painter.setPen(QColor(tint))
        painter.drawText(
            QRect(0, 0, right, self.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            self.text(),
        )
