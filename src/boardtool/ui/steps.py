"""How the window has things done: use cases run one after another on the one thread that writes."""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from boardtool.domain.errors import BoardtoolError, CannotDoError, MachineError
from boardtool.ui.changes import Changes
from boardtool.ui.messages import Messages

T = TypeVar("T")

PATIENCE = 0.1
"""Seconds that the window waits for an answer before it goes on."""

TRY_AGAIN = 3000
"""Milliseconds after which typed text that could not be written is sent again."""


@dataclass(slots=True)
class _Task:
    use_case: Callable[[], object]
    then: Callable[[Any], None] | None
    refused: Callable[[str], None] | None
    key: str
    number: int
    future: "Future[object]"


class Steps(QObject):
    """Runs use cases on the writing thread.

    `run` waits at most `PATIENCE` and usually returns with the answer delivered; a slower answer comes later,
    in order. `send` is for typed text: it never waits, a newer text of the same `key` takes the place of one
    that has not been written yet, and what the disk refused is sent again until it is taken.

    Signals: `saving` when an answer is late, `idle` when nothing is under way any more, `not_saved(sentence)`
    while typed text cannot be written, `written` when it could be after all.
    """

    saving = Signal()
    idle = Signal()
    not_saved = Signal(str)
    written = Signal()
    _ended = Signal()

    def __init__(self, changes: Changes, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._changes = changes
        self._messages = messages
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="writing")
        self._tasks: deque[_Task] = deque()
        # Held here alone: a use case holds its page, and the last to let go of a page must be this thread.
        self._use_cases: dict[int, Callable[[], object]] = {}
        self._count = 0
        self._refused_by_disk: dict[str, _Task] = {}
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._again = QTimer(self, interval=TRY_AGAIN, singleShot=True)
        self._again.timeout.connect(self._send_again)

    def run(
        self,
        use_case: Callable[[], T],
        *,
        then: Callable[[T], None] | None = None,
        refused: Callable[[str], None] | None = None,
    ) -> None:
        """Have a use case done.

        `then` is told its result and `refused` the sentence of a CannotDoError, both in the window's thread
        and after the change was announced; other trouble goes to the person by `Messages`.
        """
        before = bool(self._tasks)
        future = self._submit(use_case, then, refused, key="")
        if not before:
            wait_for([future], timeout=PATIENCE)
        self._deliver()
        if not future.done():
            self.saving.emit()

    def send(self, key: str, use_case: Callable[[], T], *, then: Callable[[T], None] | None = None) -> None:
        """Have typed text written, without waiting; `key` names the text ("minute 12 narrative")."""
        self._refused_by_disk.pop(key, None)
        for waiting in self._tasks:
            if waiting.key == key:
                waiting.future.cancel()
        self._submit(use_case, then, None, key=key)

    def finish(self) -> None:
        """Wait until everything is written, and let the thread go."""
        self._again.stop()
        for task in list(self._refused_by_disk.values()):
            self.send(task.key, task.use_case)
        self._thread.shutdown(wait=True)
        self._deliver()

    def _submit(
        self,
        use_case: Callable[[], T],
        then: Callable[[T], None] | None,
        refused: Callable[[str], None] | None,
        *,
        key: str,
    ) -> "Future[object]":
        self._count += 1
        self._use_cases[self._count] = use_case
        future = self._thread.submit(self._do, self._count)
        task = _Task(use_case, then, refused, key, self._count, future)
        self._tasks.append(task)
        future.add_done_callback(lambda _future: self._ended.emit())
        return future

    def _do(self, number: int) -> object:
        return self._use_cases[number]()

    def _deliver(self) -> None:
        self._changes.deliver()
        while self._tasks and self._tasks[0].future.done():
            self._answer(self._tasks.popleft())
            if not self._tasks:
                self.idle.emit()

    def _answer(self, task: "_Task") -> None:
        del self._use_cases[task.number]
        if task.future.cancelled():
            return
        error = task.future.exception()
        if error is None:
            if task.key and not self._refused_by_disk:
                self.written.emit()
            if task.then is not None:
                task.then(task.future.result())
        elif isinstance(error, MachineError) and task.key:
            self._keep(task, error)
        elif isinstance(error, CannotDoError) and task.refused is not None:
            task.refused(str(error))
        else:
            self._messages.trouble(error)

    def _keep(self, task: "_Task", error: BoardtoolError) -> None:
        # A newer text of the same key is on its way: sent again later, this one would overwrite it.
        if all(waiting.key != task.key for waiting in self._tasks):
            self._refused_by_disk[task.key] = task
        self.not_saved.emit(str(error))
        self._again.start()

    def _send_again(self) -> None:
        kept, self._refused_by_disk = self._refused_by_disk, {}
        for task in kept.values():
            self._submit(task.use_case, task.then, task.refused, key=task.key)
