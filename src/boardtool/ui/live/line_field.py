"""A field of a line in the minute: written when it is left, and left by keys."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from boardtool.ui.widgets.names_field import NamesField

# The Enter of a number pad comes with a modifier of its own.
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class LineField(NamesField):
    """A names field that is part of a line.

    Signals: `entered` on Enter with nothing to take, `escaped` on Esc with no list, `committed(text)` when
    changed words are left or entered, `walked(by)` for Up and Down.
    """

    entered = Signal()
    escaped = Signal()
    committed = Signal(str)
    walked = Signal(int)

    def __init__(self, name: str, *, placeholder: str = "", several: bool = True) -> None:
        super().__init__(several=several)
        self._kept = ""
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setProperty("look", "inline")

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

    # Keys

    def event(self, event: QEvent) -> bool:
        """Esc is the line's, not the page's."""
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
        if event.modifiers() in _PLAIN and self.list_takes(key):
            return
        match key:
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if event.modifiers() in _PLAIN:
                self.entered.emit()
            case Qt.Key.Key_Escape:
                self.setText(self._kept)
                self.setModified(False)
                self.escaped.emit()
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                self.walked.emit(-1 if key == Qt.Key.Key_Up else 1)
            case _:
                super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.commit()
