"""Boxes that are as high as the words in them, so that nothing typed is out of sight."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from boardtool.ui.theme import sizes

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class GrowingText(QPlainTextEdit):
    """A box for sentences, at least so many lines high; Tab leaves it."""

    def __init__(self, name: str, *, lines: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = lines
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.height())

    def _fit(self) -> None:
        """A plain document is as high as it has lines on the screen."""
        lines = max(self._least, round(self.document().size().height()))
        margins = 2 * (round(self.document().documentMargin()) + sizes.S2)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + margins)


class InlineParagraph(GrowingText):
    """A text edited where it stands, over as many lines as it needs.

    `committed(text)` is emitted on Enter or on leaving, if the text was changed; Esc puts back what was
    there. It is one line of words, however many it takes on the screen.
    """

    committed = Signal(str)

    def __init__(self, name: str, text: str = "", *, look: str = "inline") -> None:
        super().__init__(name)
        self._kept = ""
        self.setProperty("look", look)
        self.set_kept(text)

    def set_kept(self, text: str) -> None:
        """Show what the library holds, unless the person is in the middle of changing it."""
        changing = self.toPlainText() != self._kept
        self._kept = text
        if not changing:
            self.setPlainText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._commit()
            event.ignore()  # in a form, Enter also presses its button
        elif event.key() == Qt.Key.Key_Escape and self.toPlainText() != self._kept:
            self.setPlainText(self._kept)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._commit()

    def _commit(self) -> None:
        text = " ".join(self.toPlainText().split())
        if text != self._kept:
            self._kept = text
            self.setPlainText(text)
            self.committed.emit(text)
