"""Boxes for one line of the record, which grow as it grows and say which key was pressed at their edges."""

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from boardtool.domain.text import clean_line
from boardtool.ui.theme import fonts, sizes

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class GrowingLine(QTextEdit):
    """A line of words that wraps.

    Signals: `entered` on Enter, `committed(text)` when changed words are left or entered, `escaped` on Esc,
    `walked(by)` for Up in the first or Down in the last line, `nudged(by)` for Alt+Up/Down.
    """

    entered = Signal()
    committed = Signal(str)
    escaped = Signal()
    walked = Signal(int)
    nudged = Signal(int)

    def __init__(self, name: str, *, placeholder: str = "") -> None:
        super().__init__()
        self._kept = ""
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("look", "line")
        self.setFont(fonts.font())
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(self._around())
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._fit()

    @property
    def words(self) -> str:
        return clean_line(self.toPlainText())

    @property
    def is_changed(self) -> bool:
        return self.words != self._kept

    def show_words(self, words: str) -> None:
        """Show what the store holds, unless the person is in the middle of changing it."""
        changing = self.hasFocus() and self.is_changed
        self._kept = words
        if not changing and self.words != words:
            self.setPlainText(words)
            self.moveCursor(QTextCursor.MoveOperation.End)

    def empty(self) -> None:
        self._kept = ""
        self.clear()

    def commit(self) -> None:
        if self.is_changed:
            self._kept = self.words
            self.document().setModified(False)
            self.committed.emit(self._kept)

    def mark_wrong(self, *, wrong: bool) -> None:
        self.setProperty("wrong", wrong)
        self.style().unpolish(self)
        self.style().polish(self)

    # Keys

    def event(self, event: QEvent) -> bool:
        """Keep Esc, and Alt+Up and Alt+Down, which elsewhere change the item."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            moves = event.key() in _ARROWS and bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            if event.key() == Qt.Key.Key_Escape or (moves and not self.isReadOnly()):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers()
        plain = modifiers in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if key in _ENTER and plain:
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self._escape()
        elif key in _ARROWS and modifiers & Qt.KeyboardModifier.AltModifier:
            self.nudged.emit(_ARROWS[Qt.Key(key)])
        elif key in _ARROWS and plain and self._at_edge(_ARROWS[Qt.Key(key)]):
            self.walked.emit(_ARROWS[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def _escape(self) -> None:
        self.setPlainText(self._kept)
        self.document().setModified(False)
        self.escaped.emit()

    def _at_edge(self, by: int) -> bool:
        cursor = self.textCursor()
        way = QTextCursor.MoveOperation.Up if by < 0 else QTextCursor.MoveOperation.Down
        return not cursor.movePosition(way)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.textCursor().insertText(clean_line(source.text()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.commit()

    # As high as its words

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        height = self.sizeHint().height()
        if height != self.height():
            self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        return QSize(200, round(self.document().size().height()) + 2 * sizes.FOCUS)

    def _around(self) -> float:
        """The room around the words that makes one line as high as any other control."""
        room = fonts.scaled(sizes.CONTROL) - 2 * sizes.FOCUS - self.fontMetrics().height()
        return max(room / 2, 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())
