"""The time of day at the meeting, and a tick for every new minute of it."""

from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from boardtool.ui.context import Context

_LOOK = 1000


def wall(context: Context) -> datetime:
    """Now, as the clock on the wall shows it; the times of a meeting are kept without a zone."""
    return context.clock.now().replace(tzinfo=None)


def time_of(moment: datetime) -> str:
    return f"{moment:%H:%M}"


class MinuteClock(QObject):
    """`ticked` once in every minute; it looks each second, so sleep and set clocks do not confuse it."""

    ticked = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown = ""
        timer = QTimer(self, interval=_LOOK)
        timer.timeout.connect(self._look)
        timer.start()

    def _look(self) -> None:
        now = time_of(wall(self._context))
        if now != self._shown:
            self._shown = now
            self.ticked.emit()
