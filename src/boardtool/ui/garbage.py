"""Collecting Python's garbage in the window's thread alone.

A thread that reads or writes allocates much, and would collect by itself: it would then destroy widgets of
the window from outside the window's thread, which Qt does not survive.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 1000  # ms


class GarbageCollection(QObject):
    """While it lives, garbage is collected by a timer of the window's thread and by nobody else."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(collect_what_is_due)
        self._timer.start()

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()


def collect_what_is_due() -> None:
    """Collect the oldest generation that has grown over its threshold, as Python itself would."""
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            gc.collect(generation)
            return
