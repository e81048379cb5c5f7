"""The one module that speaks to the person: in the status bar, in a strip, or in a window of its own."""

import faulthandler
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal

from boardtool.domain.errors import BoardtoolError, CancelledError, CannotDoError

log = logging.getLogger("boardtool")


@dataclass(frozen=True, slots=True)
class Link:
    """Words that can be pressed, what pressing them does, and whether that changes the library."""

    words: str
    do: Callable[[], None]
    writes: bool = False


class Messages(QObject):
    """Says what happened.

    `said(text, link)` belongs in the status bar for a few seconds, `stripped(sentences, links)` in the strip
    above the page until it is closed, `broke(report)` in a window with a log to send. All are emitted in the
    window's thread, from whichever thread the trouble came.
    """

    said = Signal(str, object)
    stripped = Signal(str, object)
    broke = Signal(str)
    _caught = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._caught.connect(self.trouble, Qt.ConnectionType.QueuedConnection)

    def say(self, text: str, link: Link | None = None) -> None:
        """A short fact that needs no answer: "Chasers saved in the folder Send"."""
        self.said.emit(text, link)

    def strip(self, text: str, links: tuple[Link, ...] = ()) -> None:
        """Something that stays to be read; the first sentence is set in bold."""
        self.stripped.emit(text, links)

    def trouble(self, error: BaseException) -> None:
        """Tell of an error by its kind: the person's, the machine's, or ours."""
        if isinstance(error, CancelledError):
            self.say("Stopped. Nothing was changed.")
        elif isinstance(error, CannotDoError):
            self.say(str(error))
        elif isinstance(error, BoardtoolError):
            log.warning("%s", error)
            self.strip(str(error))
        else:
            report = "".join(traceback.format_exception(error))
            log.error("%s", report)
            self.broke.emit(report)

    def listen_to_the_program(self, log_file: Path) -> Callable[[], None]:
        """Take every error that nobody caught, and keep a log; call what comes back to let go again."""
        log_file.parent.mkdir(parents=True, exist_ok=True)
        handler = logging.FileHandler(log_file, encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        log.addHandler(handler)
        crash = _crash_log(log_file.with_name("crash.log")).open("w", encoding="utf-8")
        faulthandler.enable(crash)
        before = sys.excepthook, threading.excepthook
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread

        def let_go() -> None:
            sys.excepthook, threading.excepthook = before
            faulthandler.disable()
            crash.close()
            log.removeHandler(handler)
            handler.close()

        return let_go

    def _uncaught(
        self, _kind: type[BaseException], error: BaseException, _where: TracebackType | None
    ) -> None:
        self._caught.emit(error)

    def _uncaught_in_thread(self, hooked: threading.ExceptHookArgs) -> None:
        if hooked.exc_value is not None:
            self._caught.emit(hooked.exc_value)


def _crash_log(file: Path) -> Path:
    """Where a crash is to be noted; what the last one left there is kept beside it, for whoever asks."""
    with suppress(OSError):
        if file.stat().st_size:
            file.replace(file.with_name("crash-before.log"))
    return file
