"""A thread for small files beside the library; it lives only while there is something to write."""

import logging
import threading
from collections import deque
from collections.abc import Callable

from boardtool.domain.errors import MachineError

log = logging.getLogger("boardtool")


class WritingAside:
    """Does jobs one after the other, off the window's thread; trouble goes to the log.

    What is written here is a second place for words that are in memory too: when it fails, nothing is lost.
    """

    def __init__(self) -> None:
        self._jobs: deque[Callable[[], None]] = deque()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def do(self, job: Callable[[], None]) -> None:
        with self._lock:
            self._jobs.append(job)
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="writing aside")
                self._thread.start()

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._jobs:
                    self._thread = None
                    return
                job = self._jobs.popleft()
            try:
                job()
            except MachineError as error:
                log.warning("%s", error)
