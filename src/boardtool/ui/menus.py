"""The menu bar, hidden until Alt or F10: every command once, for whoever looks for it there."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMainWindow, QMenu

from boardtool.ui.commands import Commands
from boardtool.ui.page import PageEntry
from boardtool.ui.places import Place
from boardtool.ui.undo import Undo


class Menus(QObject):
    """The menu bar of a window, shown while it is used.

    Install it as an event filter on the window's native handle: Alt pressed and let go alone then shows or
    hides the menus, as everywhere on Windows.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._bar = window.menuBar()
        self._alt_alone = False
        self._bar.hide()

    def fill(
        self, undo: Undo, commands: Commands, entries: Sequence[PageEntry], go: Callable[[Place], None]
    ) -> None:
        edit = self._bar.addMenu("&Edit")
        edit.addActions([undo.undo, undo.redo])
        places = self._bar.addMenu("&Go")
        for entry in entries:
            if entry.rail:
                places.addAction(entry.title, partial(go, Place(entry.name)))
        given = self._bar.addMenu("&Commands")
        given.aboutToShow.connect(lambda: _refill(given, commands))
        for menu in (edit, places, given):
            menu.aboutToHide.connect(lambda: QTimer.singleShot(0, self._bar, self._bar.hide))

    def turn(self) -> None:
        """Show the menus with the first one marked, or hide them."""
        self._bar.setVisible(not self._bar.isVisible())
        if self._bar.isVisible() and self._bar.actions():
            self._bar.setFocus(Qt.FocusReason.MenuBarFocusReason)
            self._bar.setActiveAction(self._bar.actions()[0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._alt_alone = event.key() == Qt.Key.Key_Alt
        elif event.type() is QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Alt and self._alt_alone:
                QTimer.singleShot(0, self, self.turn)
            self._alt_alone = False
        return super().eventFilter(watched, event)


def _refill(menu: QMenu, commands: Commands) -> None:
    menu.clear()
    menu.setToolTipsVisible(True)
    menu.addActions([*commands.offered(), *commands.refused()])
