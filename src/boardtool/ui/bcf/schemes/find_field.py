"""Where one types what to find in the schemes: Enter goes on to the next cell, Esc puts every line back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from boardtool.ui.widgets.fields import SearchField

_Key = Qt.Key
_ENTER = {_Key.Key_Return, _Key.Key_Enter}
_MIN_WIDTH = 112


class FindField(SearchField):
    """A search field that also walks what was found.

    `stepped(by)` asks for the next cell (1, Enter) or the one before (-1, Shift+Enter); `left` is emitted for
    Esc, with the field empty again, and for Down, which leaves the words standing.
    """

    stepped = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__("Find in schemes")
        self.setMinimumWidth(_MIN_WIDTH)
        self._told = ""
        self.searched.connect(self._remember)

    def begin(self) -> None:
        """Take the keyboard, so that what is typed replaces what was sought."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.text() == self._told:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.stepped.emit(-1 if back else 1)
        elif event.key() == _Key.Key_Escape:
            self.clear()
            self.searched.emit("")
            self.left.emit()
        elif event.key() == _Key.Key_Down:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _remember(self, told: str) -> None:
        self._told = told
