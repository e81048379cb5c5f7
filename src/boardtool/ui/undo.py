"""Undo and redo: first in the text box that has unsent words, else of the last step."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from boardtool.ui.asking import Asking
from boardtool.ui.changes import Changes
from boardtool.ui.messages import Link, Messages
from boardtool.ui.steps import Steps

if TYPE_CHECKING:
    from boardtool.data.history import Reach
    from boardtool.data.store import Announcement, Reading, Store

_BOXES = (QLineEdit, QPlainTextEdit, QTextEdit)


class Undo(QObject):
    """Holds the two actions; their words say what they would take back ("Undo Record action").

    A text box keeps Ctrl+Z for itself while it is modified and not yet sent: whoever sends its text calls
    `setModified(False)` on it or on its document.
    """

    def __init__(
        self,
        store: "Store",
        *,
        steps: Steps,
        asking: Asking,
        changes: Changes,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._steps = steps
        self._asking = asking
        self._messages = messages
        self.undo = QAction("Undo", self)
        self.undo.setShortcut(QKeySequence("Ctrl+Z"))
        self.undo.triggered.connect(self.take_back)
        self.redo = QAction("Redo", self)
        self.redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        self.redo.triggered.connect(self.do_again)
        self._reached(None)
        changes.announced.connect(self.look)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    def take_back(self) -> None:
        """Undo in the focused text box while it has unsent words, else the newest step."""
        box = _unsent_box()
        if box is not None:
            box.undo()
            return
        self._steps.run(self._store.undo, then=self._say_undone)

    def do_again(self) -> None:
        box = _unsent_box()
        if box is not None:
            box.redo()
            return
        self._steps.run(self._store.redo, then=self._say_redone)

    def look(self) -> None:
        """Ask the store what can be undone now."""

        def question(reading: "Reading") -> "Reach":
            from boardtool.data.history import reach

            return reach(reading)

        self._asking.ask((self, "reach"), question, self._reached)

    def _reached(self, reach: "Reach | None") -> None:
        self._undo_label = reach.undo if reach is not None else None
        self._redo_label = reach.redo if reach is not None else None
        self.undo.setText(f"Undo {self._undo_label}" if self._undo_label else "Undo")
        self.redo.setText(f"Redo {self._redo_label}" if self._redo_label else "Redo")
        self._offer()

    def _offer(self) -> None:
        in_box = _unsent_box() is not None
        self.undo.setEnabled(bool(self._undo_label) or in_box)
        self.redo.setEnabled(bool(self._redo_label) or in_box)

    def _focus_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(before, _BOXES):
            before.removeEventFilter(self)
        if isinstance(now, _BOXES):
            now.installEventFilter(self)
        self._offer()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep the focused text box from taking Ctrl+Z and Ctrl+Y when it has nothing unsent."""
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        ours = event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
        if not ours or _unsent_box() is not None:
            return False
        event.ignore()
        return True

    def _say_undone(self, announcement: "Announcement | None") -> None:
        if announcement is not None:
            self._messages.say(f"Undone: {announcement.label}.", Link("Redo", self.do_again))

    def _say_redone(self, announcement: "Announcement | None") -> None:
        if announcement is not None:
            self._messages.say(f"Done again: {announcement.label}.", Link("Undo", self.take_back))


def _unsent_box() -> QLineEdit | QPlainTextEdit | QTextEdit | None:
    widget: QWidget | None = QApplication.focusWidget()
    if isinstance(widget, QLineEdit):
        return (
            widget if widget.isModified() and (widget.isUndoAvailable() or widget.isRedoAvailable()) else None
        )
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return widget if widget.document().isModified() and not widget.isReadOnly() else None
    return None
