"""What the window's parts lie on: the ground of rail and bars, and the surface of the page."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import colours_of

_BEYOND = 10
"""The surface is drawn past the window's right and lower edge, so that only one corner shows."""


class Ground(QWidget):
    """The ground of the whole window."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(colours_of(self.palette()).window))


class PageSurface(QWidget):
    """The surface that a page lies on, its upper left corner rounded."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(
            QRectF(0.5, 0.5, self.width() + _BEYOND, self.height() + _BEYOND), sizes.R_PAGE, sizes.R_PAGE
        )
        painter.setPen(QPen(QColor(colours.line)))
        painter.setBrush(QColor(colours.surface))
        painter.drawPath(shape)
