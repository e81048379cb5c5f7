"""A text that is edited where it stands and looks like any other until one goes to it."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QToolTip, QWidget

_MARGIN = 2
"""What Qt leaves at either end of a line that is edited, in pixels."""


class InlineText(QLineEdit):
    """A text edited where it stands: an edge under the pointer, a box with the focus.

    What does not fit ends in an ellipsis until one types in it, and the whole is under the pointer.

    `committed(text)` is emitted on Enter or on leaving, if the text was changed; Esc puts back what
    was there.
    """

    committed = Signal(str)

    def __init__(self, text: str = "", *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = text
        self.setProperty("look", "inline")
        self.setAccessibleName(name)
        self.set_kept(text)
        self.returnPressed.connect(self._commit)

    def set_kept(self, text: str) -> None:
        """Show what the library holds, unless the person is in the middle of changing it."""
        self._kept = text
        if not self.isModified():
            self.setText(text)
            self.setCursorPosition(0)

    @property
    def is_cut(self) -> bool:
        """Whether there is more of the text than room to show it."""
        return self._fitting() != self.text()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip and self.is_cut:
            QToolTip.showText(event.globalPos(), self.text(), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus() or not self.is_cut:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        flags = self.alignment() | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self._room(), flags, self._fitting())

    def _fitting(self) -> str:
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self._room().width())

    def _room(self) -> QRect:
        """Where Qt writes the text: within the edge, with its margin at either side."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        return room.marginsRemoved(self.textMargins()).adjusted(_MARGIN, 0, -_MARGIN, 0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._kept:
            self.setText(self._kept)
            return
        super().keyPressEvent(event)

    def _commit(self) -> None:
        if self.text() != self._kept:
            self._kept = self.text()
            self.setModified(False)
            self.committed.emit(self._kept)
