"""A box for several lines that is written as one types, and at once when one leaves it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from boardtool.ui.theme import fonts, sizes

_PAUSE = 400  # ms: what was typed is on its way to the disk half a second later


class ParagraphBox(QPlainTextEdit):
    """`typed(text)` is emitted a moment after the last key, and on leaving; Tab leaves it."""

    typed = Signal(str)

    def __init__(self, name: str, *, lines: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFixedHeight(lines * fonts.line_height(fonts.Size.BODY) + 2 * sizes.S2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(self._changed)

    def set_kept(self, text: str) -> None:
        """Show what the library holds, unless the person is in the middle of changing it."""
        if self.document().isModified() or text == self.toPlainText():
            return
        self.setPlainText(text)
        self.document().setModified(False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._tell()

    def _changed(self) -> None:
        if self.document().isModified():
            self._pause.start()

    def _tell(self) -> None:
        self._pause.stop()
        if self.document().isModified():
            self.document().setModified(False)
            self.typed.emit(self.toPlainText())
