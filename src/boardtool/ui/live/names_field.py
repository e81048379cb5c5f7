"""A field for names that offers the ones it knows, taken with Tab or Enter."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from boardtool.domain.text import folded
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import colours_of

_MOST = 7
_WIDEST = 360
_BETWEEN = ";"


class NamesField(QLineEdit):
    """A line of one or several names, parted by ";".

    From the first letters on, names that fit are listed and the first is marked; Tab or Enter take it, Up and
    Down choose, Esc closes the list and leaves what was typed. A name that is not known is typed out.
    Signals: `entered` on Enter with nothing to take, `escaped` on Esc with no list, `committed(text)` when
    changed words are left or entered, `walked(by)` for Up and Down.
    """

    entered = Signal()
    escaped = Signal()
    committed = Signal(str)
    walked = Signal(int)

    def __init__(self, name: str, *, placeholder: str = "", several: bool = True) -> None:
        super().__init__()
        self._kept = ""
        self._several = several
        self._names: Sequence[str] = ()
        self._offers: _Offers | None = None
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setProperty("look", "inline")
        self.textEdited.connect(lambda _text: self._offer())

    def know(self, names: Sequence[str]) -> None:
        self._names = names

    def show_words(self, words: str) -> None:
        changing = self.hasFocus() and self.text() != self._kept
        self._kept = words
        if not changing and self.text() != words:
            self.setText(words)
            self.setCursorPosition(0)

    def empty(self) -> None:
        self._kept = ""
        self.clear()

    def commit(self) -> None:
        if self.text().strip() != self._kept:
            self._kept = self.text().strip()
            self.setModified(False)
            self.committed.emit(self._kept)

    # What is offered

    @property
    def offered(self) -> list[str]:
        """The names listed now, the best first."""
        return self._offers.names if self._offers is not None and self._offers.isVisible() else []

    def _offer(self) -> None:
        typed = self._typed()
        fitting = fitting_names(typed, self._names)[:_MOST] if typed else []
        if not fitting or folded(fitting[0]) == folded(typed):
            self._close_offers()
            return
        if self._offers is None:
            self._offers = _Offers(self.window())
            self._offers.picked.connect(self._take)
        self._offers.offer(fitting, self)

    def _typed(self) -> str:
        """The name being typed: what stands after the last mark between names."""
        return self.text().rpartition(_BETWEEN)[2].strip() if self._several else self.text().strip()

    def _take(self, name: str) -> None:
        before = self.text().rpartition(_BETWEEN)[0].strip() if self._several else ""
        self.setText(f"{before}{_BETWEEN} {name}" if before else name)
        self.setModified(True)
        self._close_offers()

    def _close_offers(self) -> None:
        if self._offers is not None:
            self._offers.hide()

    # Keys

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        if forward and self.offered and self._offers is not None:
            self._take(self._offers.chosen)
        return super().focusNextPrevChild(forward)

    def event(self, event: QEvent) -> bool:
        """While names are listed Esc is the list's, not the page's."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        listed = bool(self.offered)
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            if listed and self._offers is not None:
                self._take(self._offers.chosen)
            else:
                self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self._escape(listed=listed)
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            by = -1 if key == Qt.Key.Key_Up else 1
            if listed and self._offers is not None:
                self._offers.walk(by)
            else:
                self.walked.emit(by)
        else:
            super().keyPressEvent(event)

    def _escape(self, *, listed: bool) -> None:
        if listed:
            self._close_offers()
            return
        self.setText(self._kept)
        self.setModified(False)
        self.escaped.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._close_offers()
        self.commit()


def fitting_names(typed: str, names: Sequence[str]) -> list[str]:
    """The names in which every typed word begins a word; those that begin as typed come first."""
    parts = folded(typed).split()
    fitting = [
        name
        for name in names
        if parts and all(any(word.startswith(part) for word in folded(name).split()) for part in parts)
    ]
    return sorted(fitting, key=lambda name: not folded(name).startswith(folded(typed)))


class _Offers(QFrame):
    """The list under (or over) the field; it never takes the focus."""

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
        wide = max(field.width(), min(_WIDEST, self._window.width()))
        tall = height * len(names) + 2 * sizes.S1 + sizes.FOCUS
        below = field.mapTo(self._window, QPoint(0, field.height()))
        top = below.y() if below.y() + tall <= self._window.height() else below.y() - field.height() - tall
        left = max(0, min(below.x(), self._window.width() - wide - sizes.S2))
        self.setGeometry(left, top, wide, tall)
        self.show()
        self.raise_()

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
