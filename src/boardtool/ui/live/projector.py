"""The room view of a meeting: opened on the other screen, kept up to date, gone when the window goes."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from boardtool.domain.room import room_picture
from boardtool.ui.live.room_view import RoomView
from boardtool.ui.live.state import LiveState

_SETTLED = 150
"""Milliseconds after which the window has its keys back; on one screen the view then comes to the front."""


class Projector(QObject):
    """Holds the room view while there is one; `changed` when it is opened or closed."""

    changed = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.view: RoomView | None = None

    def show(self, state: LiveState, time: str) -> None:
        """Hand the view what the room may see of a meeting, and the time of day."""
        if self.view is not None:
            self.view.show_picture(room_picture(state.meeting, state.items, state.minutes))
            self.view.show_time(time)

    def open(self, state: LiveState, time: str) -> None:
        window = self._page.window()
        window.installEventFilter(self)
        self.view = RoomView()
        self.view.finished.connect(lambda _how: self._closed())
        self.show(state, time)
        screen, other = projector_of(window)
        self.view.open_on(screen, whole=other)
        window.activateWindow()
        if not other:
            QTimer.singleShot(_SETTLED, self.view, self.view.raise_)
        self.changed.emit()

    def close(self) -> None:
        if self.view is not None:
            self.view.reject()

    @property
    def words(self) -> str:
        """For the status bar: "room view: on display 2"."""
        if self.view is None:
            return "room view"
        return f"room view: on display {QGuiApplication.screens().index(self.view.screen()) + 1}"

    def _closed(self) -> None:
        if self.view is not None:
            self.view.deleteLater()
            self.view = None
            self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """By itself the view would keep the program running after the window is closed."""
        if watched is self._page.window() and event.type() is QEvent.Type.Hide and not event.spontaneous():
            self.close()
        return super().eventFilter(watched, event)


def projector_of(window: QWidget) -> tuple[QScreen, bool]:
    """The screen for the room, and whether it is another than the window's own."""
    own = window.screen()
    others = [screen for screen in QGuiApplication.screens() if screen is not own]
    return (others[0], True) if others else (own, False)
