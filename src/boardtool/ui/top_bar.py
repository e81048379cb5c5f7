"""The bar above the page: the box that opens Ctrl+K, and undo and redo."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from boardtool.ui import icons
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import colours_of
from boardtool.ui.widgets.buttons import ActionButton
from boardtool.ui.widgets.labels import KeyCap

PROMPT = "Search, or type a command"


class SearchBox(QPushButton):
    """Looks like a field; pressing it or Ctrl+K opens the palette that is typed into."""

    def __init__(self) -> None:
        super().__init__(PROMPT)
        self.setAccessibleName(f"{PROMPT}, Ctrl+K")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(sizes.SEARCH)
        self.setMinimumWidth(sizes.SEARCH // 2)
        self.setFixedHeight(fonts.scaled(sizes.CONTROL))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, sizes.S2 + 2, 0)
        row.addStretch()
        row.addWidget(KeyCap("Ctrl K"))

    def sizeHint(self) -> QSize:
        return QSize(sizes.SEARCH, fonts.scaled(sizes.CONTROL))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(colours.line_strong)))
        painter.setBrush(QColor(colours.hover if self.underMouse() else colours.surface))
        painter.drawRoundedRect(shape, sizes.R_CONTROL, sizes.R_CONTROL)
        painter.setClipRect(QRectF(0, self.height() - 3, self.width(), 3))
        painter.setPen(QPen(QColor(colours.ctl_border)))
        painter.drawRoundedRect(shape, sizes.R_CONTROL, sizes.R_CONTROL)
        painter.setClipping(False)
        top = (self.height() - sizes.ICON) / 2
        icons.draw(painter, "search", QRectF(sizes.S3, top, sizes.ICON, sizes.ICON), colours.text_3)
        painter.setFont(fonts.font())
        painter.setPen(QColor(colours.text_2))
        room = self.rect().adjusted(sizes.S3 + sizes.ICON + sizes.S2, 0, -70, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, PROMPT)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), sizes.FOCUS))
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(1, 1, -1, -1), sizes.R_CONTROL, sizes.R_CONTROL
            )


class TopBar(QWidget):
    """The search box above the page's left edge, undo and redo at the far right."""

    def __init__(self) -> None:
        super().__init__()
        self.search = SearchBox()
        self.setFixedHeight(fonts.scaled(sizes.TOP_BAR))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(fonts.scaled(sizes.RAIL) + sizes.S4, 0, sizes.S3, 0)
        self._row.setSpacing(sizes.S4)
        self._row.addWidget(self.search, 1)
        self._row.addStretch(1)

    def set_indent(self, rail: int) -> None:
        self._row.setContentsMargins(rail + sizes.S4, 0, sizes.S3, 0)

    def set_undo(self, undo: QAction, redo: QAction) -> None:
        self._row.addWidget(ActionButton(undo, "undo-2"))
        self._row.addWidget(ActionButton(redo, "redo-2"))
