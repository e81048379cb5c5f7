"""A backup a day without being asked: made soon after opening, checked every hour, said in the status bar."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from boardtool.ui.asking import Asking
from boardtool.ui.context import Clock

if TYPE_CHECKING:
    from boardtool.data.store import Store

_SOON = 3000
_EVERY = 60 * 60 * 1000


class Safekeeping(QObject):
    """Sees to it that the newest backup is of today, off the window's thread; `tell` is given the words."""

    def __init__(
        self,
        store: "Store",
        *,
        asking: Asking,
        clock: Clock,
        tell: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._asking = asking
        self._clock = clock
        self._tell = tell
        QTimer.singleShot(_SOON, self, self.look)
        self._hourly = QTimer(self, interval=_EVERY)
        self._hourly.timeout.connect(self.look)
        self._hourly.start()

    def look(self) -> None:
        now = self._clock.now()
        self._asking.ask((self, "backup"), lambda _reading: newest_of_today(self._store, now=now), self._say)

    def _say(self, made_at: datetime) -> None:
        self._tell(f"Backup {made_at.astimezone(self._clock.now().tzinfo):%H:%M} today")


def newest_of_today(store: "Store", *, now: datetime) -> datetime:
    """When the newest backup was made, after making one if there is none of today; aware of its zone."""
    from boardtool.data.backups import listed
    from boardtool.services.upkeep import back_up

    newest = next(iter(listed(store.folder)), None)
    if newest is not None and newest.made_at.astimezone(now.tzinfo).date() == now.date():
        return newest.made_at
    return back_up(store, now=now).made_at
