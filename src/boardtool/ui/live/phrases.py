"""Phrases to insert: a short list at the caret, narrowed by typing, taken with Enter."""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from boardtool.domain.meetings import AgendaItem
from boardtool.domain.text import folded
from boardtool.ui.live.state import LiveState
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import colours_of

if TYPE_CHECKING:
    from boardtool.data.boards import Phrase

_WIDE = 400
_MOST = 9
_PHRASE = Qt.ItemDataRole.UserRole + 1
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def filled(phrase: str, facts: Mapping[str, str]) -> str:
    """A phrase with what is known put in; what is not known keeps its name, for the person to replace."""
    return _PLACEHOLDER.sub(lambda found: facts.get(found[1]) or found[1], phrase)


def facts_for(state: LiveState, item: AgendaItem, time: str) -> dict[str, str]:
    """What a phrase may name: who presents, what it is about, who chairs, the time of day."""
    chair = next((each.name for each in state.attendance if each.chairing), "Chair")
    presenter = item.presenters[0] if item.presenters else ""
    return {"presenter": presenter, "subject": item.subject, "chair": chair, "time": time}


def fitting_phrases(typed: str, phrases: "Sequence[Phrase]") -> "list[Phrase]":
    """Phrases in whose title or text every word typed occurs."""
    words = folded(typed).split()
    return [each for each in phrases if all(word in folded(f"{each.title} {each.text}") for word in words)]


class PhraseList(QFrame):
    """`taken(text)` when a phrase is chosen, `let_go` when none is."""

    taken = Signal(str)
    let_go = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.setAccessibleName("Phrases")
        self._phrases: Sequence[Phrase] = ()
        self._box = QLineEdit()
        self._box.setPlaceholderText("Find a phrase")
        self._box.setAccessibleName("Find a phrase")
        self._box.installEventFilter(self)
        self._box.textChanged.connect(lambda _text: self._fill())
        self._list = QListWidget()
        self._list.setAccessibleName("Phrases that fit")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemClicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.S2, sizes.S2, sizes.S2, sizes.S2)
        column.setSpacing(sizes.S2)
        column.addWidget(self._box)
        column.addWidget(self._list)
        self.hide()

    def open(self, phrases: "Sequence[Phrase]", at: QPoint) -> None:
        """Show the phrases with their upper left corner near a point of the page."""
        self._phrases = phrases
        self._box.clear()
        self._fill()
        row = fonts.scaled(sizes.ROW_DENSE)
        lines = min(max(len(phrases), 1), _MOST)
        high = row * lines + fonts.scaled(sizes.CONTROL) + 4 * sizes.S2
        room = self._page.rect()
        left = min(max(at.x(), 0), max(room.width() - _WIDE, 0))
        top = at.y() if at.y() + high <= room.height() else max(0, room.height() - high)
        self.setGeometry(left, top, min(_WIDE, room.width()), high)
        self.show()
        self.raise_()
        self._box.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fill(self) -> None:
        self._list.clear()
        for phrase in fitting_phrases(self._box.text(), self._phrases):
            item = QListWidgetItem(phrase.title)
            item.setToolTip(phrase.text)
            item.setData(_PHRASE, phrase.text)
            item.setSizeHint(QSize(0, fonts.scaled(sizes.ROW_DENSE)))
            self._list.addItem(item)
        self._list.setCurrentRow(0)

    def _take(self, item: QListWidgetItem | None) -> None:
        self.hide()
        if item is None:
            self.let_go.emit()
        else:
            self.taken.emit(str(item.data(_PHRASE)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut and self.isVisible():
            self.hide()
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
            return super().eventFilter(watched, event)
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        count = self._list.count()
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.let_go.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}:
            self._take(self._list.currentItem())
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down} and count:
            by = -1 if event.key() == Qt.Key.Key_Up else 1
            self._list.setCurrentRow((self._list.currentRow() + by) % count)
        else:
            return super().eventFilter(watched, event)
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.line_strong)))
        painter.setBrush(QColor(colours.surface))
        edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(edge, sizes.R_PAGE, sizes.R_PAGE)
