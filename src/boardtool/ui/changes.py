"""The one listener of the store: every committed step becomes one signal in the window's thread."""

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from boardtool.data.store import Announcement, Store


class Changes(QObject):
    """Hands on what the store announces.

    `announced(announcement)` is emitted once for a step, always in the window's thread and in the order
    of the commits, whichever thread made the step.
    """

    announced = Signal(object)
    _arrived = Signal()

    def __init__(self, store: "Store", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[Announcement] = deque()
        self._arrived.connect(self.deliver, Qt.ConnectionType.QueuedConnection)
        self._unsubscribe = store.subscribe(self._hear)

    def _hear(self, announcement: "Announcement") -> None:
        self._waiting.append(announcement)
        self._arrived.emit()

    def deliver(self) -> None:
        """Announce now what has arrived, without waiting for the event loop."""
        while self._waiting:
            self.announced.emit(self._waiting.popleft())

    def stop(self) -> None:
        self._unsubscribe()
