"""A box for a few lines that hands over what was typed soon after a pause, and on leaving."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from boardtool.ui.theme import fonts, sizes

_SOON = 400
"""Milliseconds after the first key that was not handed over yet."""


class KeptText(QPlainTextEdit):
    """`typed(text)` is emitted with everything in the box; what the library holds is shown by `set_kept`."""

    typed = Signal(str)

    def __init__(self, name: str, *, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(lines * fonts.line_height(fonts.Size.BODY) + 2 * sizes.S2)
        self._kept = ""
        self._soon = QTimer(self, interval=_SOON, singleShot=True)
        self._soon.timeout.connect(self.hand_over)
        self.textChanged.connect(self._begin)

    def set_kept(self, text: str) -> None:
        """Show what the library holds, unless words are on their way there."""
        if self._soon.isActive() or text == self._kept == self.toPlainText():
            return
        self._kept = text
        if text != self.toPlainText():
            self.setPlainText(text)
        self._soon.stop()

    def hand_over(self) -> None:
        """Emit now what was typed and not handed over yet."""
        self._soon.stop()
        if self.toPlainText() != self._kept:
            self._kept = self.toPlainText()
            self.document().setModified(False)
            self.typed.emit(self._kept)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hand_over()

    def _begin(self) -> None:
        if self.toPlainText() != self._kept and not self._soon.isActive():
            self._soon.start()
