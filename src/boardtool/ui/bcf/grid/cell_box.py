"""The box in which a cell of the grid is typed; the words of a list are offered beneath it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

_LEAVING = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
_OFFERED = 12


class CellBox(QLineEdit):
    """Left by Enter and Tab as in a spreadsheet.

    `left(box, columns, lines)` is told how far the current cell is to move, `everywhere(box)` that Ctrl+Enter
    wants the words in every selected cell.
    """

    def __init__(
        self,
        parent: QWidget,
        words: Sequence[str],
        *,
        left: Callable[["CellBox", int, int], None],
        everywhere: Callable[["CellBox"], None],
    ) -> None:
        super().__init__(parent)
        self._left = left
        self._everywhere = everywhere
        self._words = tuple(words)
        self.setProperty("look", "cell")
        if words:
            completer = QCompleter(list(words), self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setMaxVisibleItems(_OFFERED)
            completer.activated.connect(self._take_offered)
            self.setCompleter(completer)

    def offer_all(self) -> None:
        """Open the list with every word in it."""
        if self._words:
            self.completer().setCompletionPrefix("")
            self.completer().complete()

    def taken(self) -> str:
        """What was typed; the start of a single word of the list is that word."""
        typed = self.text().strip().casefold()
        if not typed or typed in {word.casefold() for word in self._words}:
            return self.text()
        begun = [word for word in self._words if word.casefold().startswith(typed)]
        return begun[0] if len(begun) == 1 else self.text()

    def event(self, event: QEvent) -> bool:
        """Take Enter and Tab first: while words are offered, Qt hands keys straight to this method."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _LEAVING:
                self._leave(event)
                return True
            opens = event.key() == Qt.Key.Key_Down and event.modifiers() == Qt.KeyboardModifier.AltModifier
            if opens and self._words:
                self.offer_all()
                return True
        return super().event(event)

    def _leave(self, event: QKeyEvent) -> None:
        event.accept()
        self._take_highlighted()
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step = -1 if back or event.key() == Qt.Key.Key_Backtab else 1
        if event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            self._left(self, step, 0)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._everywhere(self)
        else:
            self._left(self, 0, step)

    def _take_offered(self, _word: str) -> None:
        self._left(self, 0, 1)

    def _take_highlighted(self) -> None:
        completer = self.completer()
        popup = completer.popup() if self._words else None
        if popup is None or not popup.isVisible():
            return
        chosen = popup.currentIndex()
        popup.hide()
        if chosen.isValid():
            self.setText(str(chosen.data()))
