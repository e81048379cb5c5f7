"""The list of names that a field offers while one types, and which names fit what was typed."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from boardtool.domain.text import folded
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import colours_of

_WIDEST = 360


def fitting_names(typed: str, names: Sequence[str]) -> list[str]:
    """The names in which every typed word begins a word; those that begin as typed come first."""
    parts = folded(typed).split()
    fitting = [
        name
        for name in names
        if parts and all(any(word.startswith(part) for word in folded(name).split()) for part in parts)
    ]
    return sorted(fitting, key=lambda name: not folded(name).startswith(folded(typed)))


class NameOffers(QFrame):
    """Stands under its field, or over it where there is more room; it never takes the focus."""

    picked = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list = QListWidget()
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName("Names that fit")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemClicked.connect(lambda item: self.picked.emit(item.text()))
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.S1, sizes.S1, sizes.S1, sizes.S1)
        column.addWidget(self._list)
        self.hide()

    def offer(self, names: Sequence[str], field: QWidget) -> None:
        self._list.clear()
        height = fonts.scaled(sizes.ROW_DENSE)
        for name in names:
            item = QListWidgetItem(name)
            item.setSizeHint(QSize(0, height))
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._stand_by(field, height * len(names) + 2 * sizes.S1 + sizes.FOCUS)
        self.show()
        self.raise_()

    def _stand_by(self, field: QWidget, wanted: int) -> None:
        window = self._window
        top = field.mapTo(window, QPoint(0, 0)).y()
        foot = top + field.height()
        beneath = window.height() - foot >= min(wanted, top)
        tall = min(wanted, window.height() - foot if beneath else top)
        wide = min(max(field.width(), _WIDEST), window.width())
        left = max(0, min(field.mapTo(window, QPoint(0, 0)).x(), window.width() - wide - sizes.S2))
        self.setGeometry(left, foot if beneath else top - tall, wide, tall)

    @property
    def names(self) -> list[str]:
        return [self._list.item(at).text() for at in range(self._list.count())]

    @property
    def chosen(self) -> str:
        return self.names[max(self._list.currentRow(), 0)]

    def walk(self, by: int) -> None:
        self._list.setCurrentRow((self._list.currentRow() + by) % self._list.count())

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.line_strong)))
        painter.setBrush(QColor(colours.surface))
        edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(edge, sizes.R_CONTROL, sizes.R_CONTROL)
