"""Backups without being asked: soon after opening, every half hour with changes, and at close."""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from boardtool.domain.dates import short_date
from boardtool.domain.errors import BoardtoolError
from boardtool.ui.asking import Asking
from boardtool.ui.context import Clock

if TYPE_CHECKING:
    from boardtool.data.store import Store

SOON = 3000
HALF_AN_HOUR = 30 * 60 * 1000

log = logging.getLogger(__name__)


class Safekeeping(QObject):
    """Sees to it that what was done is in a backup, off the window's thread; `tell` is given the words."""

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
        QTimer.singleShot(SOON, self, self.look)
        self._regularly = QTimer(self, interval=HALF_AN_HOUR)
        self._regularly.timeout.connect(self.look)
        self._regularly.start()

    def look(self) -> None:
        """Make a backup if a step was done since the newest one."""
        from boardtool.services.upkeep import back_up_if_changed

        now = self._clock.now()
        self._asking.ask(
            (self, "backup"), lambda _reading: back_up_if_changed(self._store, now=now), self._say
        )

    def close(self) -> None:
        """Make the last backup of the session; where the disk refuses it, the library is whole without."""
        from boardtool.services.upkeep import back_up_if_changed

        self._regularly.stop()
        try:
            back_up_if_changed(self._store, now=self._clock.now())
        except BoardtoolError as error:
            log.warning("no backup at close: %s", error)

    def _say(self, made_at: datetime) -> None:
        now = self._clock.now()
        made = made_at.astimezone(now.tzinfo)
        day = "today" if made.date() == now.date() else f"on {short_date(made.date())}"
        self._tell(f"Backup {made:%H:%M} {day}")
