"""What SQLite's errors mean, in words: the disk's trouble, the library's, or a defect of ours."""

import sqlite3
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from boardtool.domain.errors import BoardtoolError, LibraryError, MachineError

_DISK_FULL = frozenset({sqlite3.SQLITE_FULL})
_CANNOT_WRITE = frozenset({sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN})
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_IN_USE = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})


def trouble(error: Exception, path: Path) -> BoardtoolError | None:
    """The sentence for an error of the database at `path`; None where it is a defect of ours."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(cause, "sqlite_errorcode", None)
    if code is None:
        return None
    # SQLite keeps the family of an error in the low byte of its extended code.
    family = code & 0xFF
    if family in _DISK_FULL:
        return MachineError(
            "The disk is full. What was saved is whole; free some space and it goes on by itself."
        )
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return MachineError(f"The library at {path} was moved or deleted while it was open. Put it back.")
    if family in _CANNOT_WRITE:
        return MachineError(
            f"{path} could not be read or written. Check that the disk is there and not read-only."
        )
    if family in _DAMAGED:
        return LibraryError(f"{path} is damaged or is not a boardtool library. Restore a backup.")
    if family in _IN_USE:
        return LibraryError(f"{path} is in use by another program. Close it there and try again.")
    return None
