"""Who has the library open for writing: one holder at a time, named to the next who asks.

The operating system holds the lock, so a killed program leaves nothing to clear up; the text says who it
is. A lock that another computer wrote is never taken silently, because a shared folder does not show its
locks to us.
"""

import json
import os
import socket
import sys
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

from boardtool.domain.dates import long_date
from boardtool.domain.errors import LibraryError, MachineError


class LockedError(LibraryError):
    """Somebody else has the library open for writing."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a library; `since` is ISO 8601."""

    who: str
    host: str
    process: int
    since: str


class LibraryLock:
    """The lock of one library folder, held from construction until `release`.

    `left_by` is who held it last on this computer and never let go: their program was killed.

    Raises:
        LockedError: somebody else holds it; the sentence names them.
        MachineError: the lock file cannot be written.
    """

    def __init__(self, folder: Path, *, who: str, now: datetime) -> None:
        self._path = folder / "library.lock"
        before = holder_of(folder)
        try:
            self._file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise MachineError(f"{self._path} cannot be written: {error.strerror}.") from error
        if not _locked(self._file):
            os.close(self._file)
            raise LockedError(_in_use(folder, before))
        if before is not None and before.host != socket.gethostname():
            os.close(self._file)
            raise LockedError(
                f"{_in_use(folder, before)} If that computer is switched off for good, "
                f"delete {self._path.name} in the library's folder."
            )
        self.left_by = before
        try:
            self._write(Holder(who, socket.gethostname(), os.getpid(), now.isoformat(timespec="seconds")))
        except OSError as error:
            os.close(self._file)
            raise MachineError(f"{self._path} cannot be written: {error.strerror}.") from error

    def _write(self, holder: Holder) -> None:
        os.ftruncate(self._file, 0)
        os.lseek(self._file, 0, os.SEEK_SET)
        os.write(self._file, json.dumps(asdict(holder)).encode())

    def release(self) -> None:
        """Let the next one in; the empty file stays, because removing it would race with them."""
        os.ftruncate(self._file, 0)
        os.close(self._file)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.release()


def holder_of(folder: Path) -> Holder | None:
    """Who last took the lock of a library and did not release it."""
    try:
        return Holder(**json.loads((folder / "library.lock").read_bytes()))
    except (OSError, ValueError, TypeError):
        return None


def _in_use(folder: Path, holder: Holder | None) -> str:
    if holder is None:
        return f"The library {folder} is open in another window. You can read it, not change it."
    where = "this computer" if holder.host == socket.gethostname() else holder.host
    return (
        f"The library {folder} is open on {where} by {holder.who}{_since(holder)}. "
        "You can read it, not change it."
    )


def _since(holder: Holder) -> str:
    """Since when somebody holds a library, in words; nothing where the lock does not say it readably."""
    try:
        since = datetime.fromisoformat(holder.since)
    except ValueError:
        return ""
    return f" since {since:%H:%M} on {long_date(since.date())}"


if sys.platform == "win32":
    import msvcrt

    # Windows' locks are mandatory: one byte far behind the text leaves the text readable.
    _LOCKED_BYTE = 1 << 20

    def _locked(file: int) -> bool:
        os.lseek(file, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(file: int) -> bool:
        try:
            # flock, not lockf: a record lock falls when this process closes any other handle of the file.
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
