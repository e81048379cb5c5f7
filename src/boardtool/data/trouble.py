"""What SQLite's errors mean, in words: the disk's trouble, the library's, or a defect of ours."""

import sqlite3
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from boardtool.domain.errors import BoardtoolError, LibraryError, MachineError

_DISK_FULL = "The disk is full. What was saved is whole; free some space."
_CANNOT_WRITE = "{path} could not be read or written. Check that the disk is there and not read-only."
_MOVED = "The library at {path} was moved or deleted while it was open. Put it back."
_DAMAGED = "{path} is damaged or is not a boardtool library. Restore a backup."
_IN_USE = "{path} is in use by another program. Close it there and try again."

_KNOWN: dict[int, tuple[type[BoardtoolError], str]] = {
    sqlite3.SQLITE_FULL: (MachineError, _DISK_FULL),
    sqlite3.SQLITE_IOERR: (MachineError, _CANNOT_WRITE),
    sqlite3.SQLITE_READONLY: (MachineError, _CANNOT_WRITE),
    sqlite3.SQLITE_CANTOPEN: (MachineError, _CANNOT_WRITE),
    sqlite3.SQLITE_READONLY_DBMOVED: (MachineError, _MOVED),
    sqlite3.SQLITE_CORRUPT: (LibraryError, _DAMAGED),
    sqlite3.SQLITE_NOTADB: (LibraryError, _DAMAGED),
    sqlite3.SQLITE_BUSY: (LibraryError, _IN_USE),
    sqlite3.SQLITE_LOCKED: (LibraryError, _IN_USE),
}


def trouble(error: Exception, path: Path) -> BoardtoolError | None:
    """The sentence for an error of the database at `path`; None where it is a defect of ours."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(cause, "sqlite_errorcode", None)
    if code is None:
        return None
    # SQLite keeps the family of an extended code in its low byte.
    known = _KNOWN.get(code) or _KNOWN.get(code & 0xFF)
    if known is None:
        return None
    kind, sentence = known
    return kind(sentence.format(path=path))
