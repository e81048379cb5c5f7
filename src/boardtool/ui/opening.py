"""Opening a library while the window is already shown: the heavy imports and the store, on a thread."""

import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from boardtool.domain.errors import BoardtoolError, MachineError

if TYPE_CHECKING:
    from boardtool.data.lock import Holder
    from boardtool.data.store import Store

HELD = "Open in another window on this laptop."


@dataclass(frozen=True, slots=True)
class Opened:
    """An open library; `held` is the sentence that says why it can only be read, where it can."""

    store: "Store"
    held: str = ""


def _held(holder: "Holder | None") -> str:
    """Who has the library, as the strip says it."""
    if holder is None or holder.host == socket.gethostname():
        return HELD
    return f"Open on {holder.host} by {holder.who}."


class Opening(QObject):
    """Opens or makes one library; `opened(Opened)` or `failed(error)` is emitted in the window's thread."""

    opened = Signal(object)
    failed = Signal(object)
    _ended = Signal(object)

    def __init__(self, *, who: str, clock: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._who = who
        self._clock = clock
        self.tried: Path | None = None
        """The folder that was to be opened last."""
        self._thread: threading.Thread | None = None
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def open(self, folder: Path) -> None:
        self.tried = folder
        self._start(lambda: self._open(folder))

    def restore(self, folder: Path, file: Path) -> None:
        """Put a backup in the place of a library that cannot be opened, and open it."""
        self.tried = folder
        self._start(lambda: self._restore(folder, file))

    def make(self, folder: Path) -> None:
        self._start(lambda: self._make(folder))

    def open_sample(self, folder: Path) -> None:
        """Open the sample board, made first where it is not there yet."""
        self._start(lambda: self._sample(folder))

    def wait(self) -> None:
        """Let the thread end, before the program does."""
        if self._thread is not None:
            self._thread.join()

    def _start(self, work: "Callable[[], Opened]") -> None:
        def thread() -> None:
            try:
                self._ended.emit(work())
            except Exception as error:  # noqa: BLE001 - told to the person by the window
                self._ended.emit(error)

        self._thread = threading.Thread(target=thread, name="opening")
        self._thread.start()

    def _open(self, folder: Path) -> Opened:
        from boardtool.data.lock import LockedError, holder_of
        from boardtool.data.store import Access, Store

        try:
            return Opened(Store.open(folder, who=self._who, clock=self._clock))
        except LockedError:
            held = _held(holder_of(folder))
        except MachineError as error:  # a disk that is full or read-only can still be read
            held = str(error)
        return Opened(Store.open(folder, who=self._who, access=Access.READ, clock=self._clock), held=held)

    def _restore(self, folder: Path, file: Path) -> Opened:
        from boardtool.services.upkeep import restore

        restore(folder, file, who=self._who, now=self._clock())
        return self._open(folder)

    def _make(self, folder: Path) -> Opened:
        from boardtool.data.store import Store

        return Opened(Store.make(folder, who=self._who, clock=self._clock))

    def _sample(self, folder: Path) -> Opened:
        from boardtool.services.sample import make_sample

        if not (folder / "board.db").is_file():
            make_sample(folder, who=self._who, now=self._clock())
        return self._open(folder)

    def _tell(self, ending: Opened | BoardtoolError | Exception) -> None:
        if isinstance(ending, Opened):
            self.opened.emit(ending)
        else:
            self.failed.emit(ending)
