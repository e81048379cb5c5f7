"""Long work: one job at a time on a thread of its own, its progress told late, and Cancel."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from boardtool.domain.errors import BoardtoolError, CancelledError, CannotDoError
from boardtool.domain.progress import Progress
from boardtool.ui.messages import Messages

T = TypeVar("T")

LATE = 400
"""Milliseconds before a job is shown: most are over by then."""


@dataclass(frozen=True, slots=True)
class Report:
    """How far a job is: its name ("Making the pack"), `done` of `total` (0 when unknown), what is next."""

    name: str
    done: int
    total: int
    what: str

    @property
    def words(self) -> str:
        counted = f"{self.done} of {self.total}" if self.total else ""
        return " · ".join(part for part in (self.name, counted, self.what) if part)


class _Watched:
    """The progress handed to the work: it keeps the newest report and carries the wish to stop."""

    def __init__(self, name: str) -> None:
        self.newest = Report(name, 0, 0, "")
        self.stop = threading.Event()

    def report(self, done: int, total: int, what: str = "") -> None:
        if self.stop.is_set():
            raise CancelledError("Stopped. Nothing was changed.")
        self.newest = Report(self.newest.name, done, total, what)


@dataclass(slots=True)
class _Ending(Generic[T]):
    result: T | None
    error: BaseException | None
    then: Callable[[T], None]
    refused: Callable[[str], None] | None


class Jobs(QObject):
    """Runs long work; `reported(report)` is emitted while a job is late, `ended` when it is over."""

    reported = Signal(object)
    ended = Signal()
    _finished = Signal(object)

    def __init__(self, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._watched: _Watched | None = None
        self._thread: threading.Thread | None = None
        self._finished.connect(self._end, Qt.ConnectionType.QueuedConnection)
        self._late = QTimer(self, interval=LATE)
        self._late.timeout.connect(self._tell)

    @property
    def is_busy(self) -> bool:
        return self._watched is not None

    def run(
        self,
        name: str,
        work: Callable[[Progress], T],
        *,
        then: Callable[[T], None],
        refused: Callable[[str], None] | None = None,
    ) -> None:
        """Do `work(progress)` in the background; `then` is told its result in the window's thread."""
        if self._watched is not None:
            self._messages.say(f"{self._watched.newest.name} is still under way. Wait for it, or cancel it.")
            return
        watched = self._watched = _Watched(name)

        def thread() -> None:
            try:
                ending = _Ending(work(watched), None, then, refused)
            except BaseException as error:  # noqa: BLE001 - handed to the window, which tells the person
                ending = _Ending(None, error, then, refused)
            self._finished.emit(ending)

        self._thread = threading.Thread(target=thread, name=f"job {name}")
        self._thread.start()
        self._late.start()

    def cancel(self) -> None:
        """Ask the work to stop; it does so at its next report."""
        if self._watched is not None:
            self._watched.stop.set()

    def finish(self) -> None:
        """Stop what is under way, for the end of the program."""
        self.cancel()
        if self._thread is not None:
            self._thread.join()

    def _tell(self) -> None:
        if self._watched is not None:
            self.reported.emit(self._watched.newest)

    def _end(self, ending: "_Ending[T]") -> None:
        self._late.stop()
        self._watched = None
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        self.ended.emit()
        if ending.error is None:
            ending.then(ending.result)  # type: ignore[arg-type] # without an error there is a result
        elif isinstance(ending.error, CannotDoError) and ending.refused is not None:
            ending.refused(str(ending.error))
        elif isinstance(ending.error, BoardtoolError | Exception):
            self._messages.trouble(ending.error)
