"""The rail at the left: where one can go, where one is, and a few urgent words beside a place."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from boardtool.ui import icons
from boardtool.ui.page import PageEntry
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import colours_of
from boardtool.ui.theme.fonts import BOLD, MEDIUM, Size

_PAD = 10
_WORDS = 36
_GAP = 2


class RailItem(QPushButton):
    """One place in the rail."""

    def __init__(self, entry: PageEntry, keys: str) -> None:
        super().__init__(entry.title)
        self.entry = entry
        self._badge = ""
        self._folded = False
        self._keys = keys
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(fonts.scaled(sizes.RAIL_ITEM))
        self.setToolTip(f"{entry.title} ({keys})" if keys else entry.title)
        self.setAccessibleName(entry.title)

    def set_badge(self, words: str) -> None:
        self._badge = words
        self.setAccessibleName(f"{self.entry.title}, {words}" if words else self.entry.title)
        self.update()

    def set_folded(self, *, folded: bool) -> None:
        self._folded = folded
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(sizes.RAIL_FOLDED - 2 * sizes.S2, fonts.scaled(sizes.RAIL_ITEM))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QRectF(self.rect())
        current = self.isChecked()
        painter.setPen(Qt.PenStyle.NoPen)
        if current or self.isDown():
            painter.setBrush(QColor(colours.select))
            painter.drawRoundedRect(shape, sizes.R_CONTROL, sizes.R_CONTROL)
        elif self.underMouse():
            painter.setBrush(QColor(colours.hover))
            painter.drawRoundedRect(shape, sizes.R_CONTROL, sizes.R_CONTROL)
        if current:
            painter.setBrush(QColor(colours.accent))
            bar = QRectF(0, (self.height() - sizes.ICON) / 2, sizes.RAIL_BAR, sizes.ICON)
            painter.drawRoundedRect(bar, 1.5, 1.5)
        ink = colours.accent if current else colours.text_2
        left = (self.width() - sizes.ICON) / 2 if self._folded else _PAD
        square = QRectF(left, (self.height() - sizes.ICON) / 2, sizes.ICON, sizes.ICON)
        icons.draw(painter, self.entry.icon, square, ink)
        if not self._folded:
            self._words(painter)
        elif self._badge:
            painter.setBrush(QColor(colours.late))
            painter.drawEllipse(QPointF(left + sizes.ICON, square.top()), 3, 3)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), sizes.FOCUS))
            painter.drawRoundedRect(shape.adjusted(1, 1, -1, -1), sizes.R_CONTROL, sizes.R_CONTROL)

    def _words(self, painter: QPainter) -> None:
        colours = colours_of(self.palette())
        current = self.isChecked()
        font = fonts.font(Size.BODY, BOLD if current else MEDIUM if self.hasFocus() else fonts.REGULAR)
        painter.setFont(font)
        painter.setPen(QColor(colours.text if current else colours.text_2))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect().adjusted(_WORDS, 0, 0, 0), middle, self.entry.title)
        if self._badge:
            font = fonts.font(Size.CAPTION, BOLD)
            painter.setFont(font)
            painter.setPen(QColor(colours.late))
            room = self.width() - _WORDS - QFontMetrics(font).horizontalAdvance(self.entry.title)
            if QFontMetrics(font).horizontalAdvance(self._badge) < room - 2 * _PAD:
                place = self.rect().adjusted(0, 0, -_PAD, 0)
                painter.drawText(place, middle | Qt.AlignmentFlag.AlignRight, self._badge)


class Rail(QWidget):
    """The places, top and bottom; `chosen(name)` when one is pressed, Up and Down walk them."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Places")
        self._items: dict[str, RailItem] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(sizes.S2, sizes.S2, sizes.S2, sizes.S2)
        self._column.setSpacing(_GAP)
        self._column.addStretch(1)
        self.set_folded(folded=False)

    def set_entries(self, entries: Sequence[PageEntry]) -> None:
        shown = [entry for entry in entries if entry.rail]
        upper = [entry for entry in shown if not entry.bottom]
        for place, entry in enumerate([*upper, *(entry for entry in shown if entry.bottom)]):
            keys = "Ctrl+," if entry.bottom else f"Ctrl+{place + 1}"
            item = RailItem(entry, keys)
            item.clicked.connect(lambda _checked=False, name=entry.name: self.chosen.emit(name))
            self._items[entry.name] = item
            if entry.bottom:
                self._column.addWidget(item)
            else:
                self._column.insertWidget(place, item)
            item.set_folded(folded=self.width() == sizes.RAIL_FOLDED)

    def show_place(self, name: str) -> None:
        if name in self._items:
            self._items[name].setChecked(True)
            self.setFocusProxy(self._items[name])

    def set_badge(self, name: str, words: str) -> None:
        if name in self._items:
            self._items[name].set_badge(words)

    def set_folded(self, *, folded: bool) -> None:
        self.setFixedWidth(sizes.RAIL_FOLDED if folded else fonts.scaled(sizes.RAIL))
        for item in self._items.values():
            item.set_folded(folded=folded)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def focus(self) -> None:
        """Give the focus to the place where one is."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
