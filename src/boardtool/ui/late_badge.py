"""How many actions are late, said beside their place in the rail whichever page is open."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from boardtool.ui.asking import Asking
from boardtool.ui.changes import Changes
from boardtool.ui.context import Clock

if TYPE_CHECKING:
    from boardtool.data.store import Announcement, Reading

_CONCERN = {"action", "action_owner", "board", "meeting"}


class LateBadge(QObject):
    """Counts when the library is opened and after every step that concerns it; `tell` is given the words."""

    def __init__(
        self,
        asking: Asking,
        changes: Changes,
        clock: Clock,
        *,
        tell: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._asking = asking
        self._clock = clock
        self._tell = tell
        changes.announced.connect(self._hear)

    def look(self) -> None:
        today = self._clock.today()

        def count(reading: "Reading") -> int:
            from boardtool.data.today import late_count

            return late_count(reading, today)

        self._asking.ask((self, "late"), count, lambda late: self._tell(f"{late} late" if late else ""))

    def _hear(self, announcement: "Announcement") -> None:
        if _CONCERN & announcement.rows.keys():
            self.look()
