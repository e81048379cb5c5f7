"""How the window asks: questions are read off its thread, and only the newest answer of an asker counts."""

from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from boardtool.ui.messages import Messages

if TYPE_CHECKING:
    from boardtool.data.store import Reading, Store

T = TypeVar("T")

QUIET = 150
"""Milliseconds during which nothing is shown for a question under way."""


@dataclass(frozen=True, slots=True)
class _Asked(Generic[T]):
    asker: Hashable
    question: "Callable[[Reading], T]"
    answer: Callable[[T], None]


class Asking(QObject):
    """Answers questions in the background, delivered in the window's thread.

    Each asker (any hashable value that is its own: `(self, "rows")`) has one question at a time: a newer one
    makes an older answer void. Where the asker is or holds a part of the window that was closed meanwhile,
    the answer goes to nobody. `idle` is emitted when no question is under way.
    """

    idle = Signal()
    _answered = Signal(int, object)

    def __init__(self, store: "Store", messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._messages = messages
        self._threads = ThreadPoolExecutor(2, thread_name_prefix="asking")
        self._newest: dict[Hashable, int] = {}
        # Held here alone: a question holds its page, and the last to let go of a page must be this thread.
        self._asked: dict[int, _Asked[object]] = {}
        self._count = 0
        self._stopped = False
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def is_idle(self) -> bool:
        return not self._newest

    def ask(
        self,
        asker: Hashable,
        question: "Callable[[Reading], T]",
        answer: Callable[[T], None],
        *,
        waiting: Callable[[], None] | None = None,
    ) -> None:
        """Put a question; `answer` is called with what it returns, `waiting` if that takes over `QUIET`.

        The question runs in another thread: it may read the store and touch nothing of the window. Once the
        library is closed nothing is asked any more.
        """
        if self._stopped:
            return
        self._count += 1
        number = self._count
        self._newest[asker] = number
        self._asked[number] = _Asked(asker, question, answer)  # type: ignore[arg-type] # of any answer
        future = self._threads.submit(self._read, number)
        future.add_done_callback(lambda done: self._answered.emit(number, done))
        if waiting is not None:
            QTimer.singleShot(QUIET, self, lambda: self._still(asker, number, waiting))

    def forget(self, asker: Hashable) -> None:
        """Let an answer that is under way go to nobody."""
        self._newest.pop(asker, None)

    def stop(self) -> None:
        self._stopped = True
        self._newest.clear()
        self._threads.shutdown(wait=True, cancel_futures=True)

    def _read(self, number: int) -> object:
        with self._store.reading() as reading:
            return self._asked[number].question(reading)

    def _still(self, asker: Hashable, number: int, waiting: Callable[[], None]) -> None:
        if self._newest.get(asker) == number and not _is_gone(asker):
            waiting()

    def _deliver(self, number: int, future: "Future[object]") -> None:
        asked = self._asked.pop(number)
        if self._newest.get(asked.asker) != number or future.cancelled():
            return
        del self._newest[asked.asker]
        error = future.exception()
        if error is not None:
            self._messages.trouble(error)
        elif not _is_gone(asked.asker):
            asked.answer(future.result())
        if self.is_idle:
            self.idle.emit()


def _is_gone(asker: Hashable) -> bool:
    """Whether Qt has destroyed the asker, of which Python still holds the shell."""
    parts = asker if isinstance(asker, tuple) else (asker,)
    return any(isinstance(part, QObject) and not isValid(part) for part in parts)
