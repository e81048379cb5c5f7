"""Backups of a store: made through SQLite, opened and checked before they count, listed, thinned, put back.

A backup is a whole `board.db` in the folder `backups`, named after when it was made in UTC. It gets that name
only when its copy was opened, found whole, and holds as many rows of every table as the store did.
"""

import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from boardtool.data.migrations import version_of
from boardtool.data.replacing import replace
from boardtool.data.trouble import trouble
from boardtool.domain.errors import BoardtoolError, InputRefusedError, LibraryError, MachineError
from boardtool.domain.thinning import fitting, kept

_NAME = re.compile(r"board-(\d{8}T\d{6}Z)(?:-\d+)?\.db")
_STAMP = "%Y%m%dT%H%M%SZ"
_MAGIC = b"SQLite format 3\0"
_PAGE_SIZE_AT, _PAGE_COUNT_AT = slice(16, 18), slice(28, 32)
_HEADER = 100  # bytes
_LARGEST_PAGE = 65536  # bytes; written as 1, which is what two bytes can hold


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that counts; `size` is in bytes, `made_at` in UTC."""

    path: Path
    made_at: datetime
    size: int


def make(folder: Path, *, now: datetime) -> Backup:
    """Make a backup of the library in `folder`, whoever is writing to it.

    Raises:
        LibraryError: the store is damaged; the copy was thrown away.
        MachineError: the disk is full or in trouble; the copy was thrown away.
    """
    made_at = now.astimezone(UTC).replace(microsecond=0)
    target = _free_name(folder / "backups", made_at)
    coming = target.with_suffix(".coming")
    with _in_words(target, source=folder / "board.db"):
        target.parent.mkdir(exist_ok=True)
        try:
            # Opened for writing, so that what a killed program left half-done is taken back first.
            with closing(_opened(folder / "board.db", "rw")) as driver:
                _copy(driver, coming)
            replace(coming, target)
        finally:
            coming.unlink(missing_ok=True)
    return Backup(target, made_at, target.stat().st_size)


def listed(folder: Path) -> list[Backup]:
    """The backups that count, the newest first; files of other names and broken ones are passed over."""
    found = [
        Backup(path, datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC), path.stat().st_size)
        for path in (folder / "backups").glob("board-*.db")
        if (match := _NAME.fullmatch(path.name)) and path.is_file() and _looks_whole(path)
    ]
    return sorted(found, key=lambda backup: (backup.made_at, backup.path.name), reverse=True)


def thin(folder: Path) -> list[Backup]:
    """Remove the backups that are too many; those removed. Only files that `make` named are ever touched."""
    backups = listed(folder)
    wanted = kept(backup.made_at for backup in backups)
    sizes: dict[datetime, int] = {}
    for backup in backups:
        if backup.made_at in wanted:  # two of one second are kept or removed together
            sizes[backup.made_at] = sizes.get(backup.made_at, 0) + backup.size
    wanted = fitting(sizes)
    removed = [backup for backup in backups if backup.made_at not in wanted]
    for backup in removed:
        with _in_words(backup.path):
            backup.path.unlink()
    return removed


def check(path: Path) -> None:
    """Open a file and make sure that it is a whole library that this program can open.

    Raises:
        InputRefusedError: it is missing, damaged, another program's, or newer than this program.
        MachineError: the disk is in trouble.
    """
    if not path.is_file():
        raise InputRefusedError(f"There is no file {path}.")
    try:
        with _in_words(path), closing(_opened(path, "ro")) as driver:
            if version_of(driver) == 0:
                raise InputRefusedError(f"{path.name} is empty: it holds no library.")
            if structure_faults(driver):
                raise InputRefusedError(f"{path.name} is damaged. Choose an older backup.")
    except LibraryError as error:
        raise InputRefusedError(str(error)) from error


def put_in_place(folder: Path, file: Path) -> None:
    """Make a copy of a checked file the store of a library; the caller holds the library's lock.

    The old store stays until the copy is complete, then goes at once. What it had not finished goes with it:
    a left-over journal would be played into the wrong file.
    """
    target = folder / "board.db"
    coming = folder / "board.coming"
    with _in_words(target, source=file):
        try:
            with closing(_opened(file, "ro")) as driver:
                _copy(driver, coming)
            (folder / "board.db-journal").unlink(missing_ok=True)
            replace(coming, target)
        finally:
            coming.unlink(missing_ok=True)


def set_aside(folder: Path, *, now: datetime) -> Path:
    """Copy a store that no backup can be made of beside the backups, byte for byte; where the copy is."""
    target = folder / "backups" / f"damaged-{now.astimezone(UTC):{_STAMP}}.db"
    with _in_words(target):
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(folder / "board.db", target)
    return target


def structure_faults(driver: sqlite3.Connection) -> list[str]:
    """What SQLite finds wrong in the structure of a file; [] where it is whole."""
    found = [str(row[0]) for row in driver.execute("PRAGMA integrity_check")]
    return [] if found == ["ok"] else found


def _copy(driver: sqlite3.Connection, target: Path) -> None:
    """Copy an open store as it is at one moment, and hold the copy against it."""
    target.unlink(missing_ok=True)
    with closing(sqlite3.connect(target, isolation_level=None)) as copy:
        driver.execute("BEGIN")  # the same moment for the copy and the count
        counted = _row_counts(driver)
        driver.backup(copy)
        driver.execute("COMMIT")
        if structure_faults(copy) or _row_counts(copy) != counted:
            raise LibraryError("The library is damaged: no whole copy can be made of it. Restore a backup.")
    with target.open("rb+") as written:
        os.fsync(written.fileno())


def _row_counts(driver: sqlite3.Connection) -> dict[str, int]:
    names = driver.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    return {
        name: int(driver.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])  # noqa: S608 - names of the store's own tables
        for (name,) in names
    }


def _opened(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode={mode}", uri=True, isolation_level=None)


def _free_name(folder: Path, made_at: datetime) -> Path:
    path, more = folder / f"board-{made_at:{_STAMP}}.db", 1
    while path.exists():
        more += 1
        path = folder / f"board-{made_at:{_STAMP}}-{more}.db"
    return path


def _looks_whole(path: Path) -> bool:
    """Whether a file begins like a store and is as long as it says; restoring checks all of it."""
    with path.open("rb") as file:
        header = file.read(_HEADER)
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        return False
    page_size = int.from_bytes(header[_PAGE_SIZE_AT], "big")
    pages = int.from_bytes(header[_PAGE_COUNT_AT], "big")
    return path.stat().st_size == pages * (_LARGEST_PAGE if page_size == 1 else page_size)


@contextmanager
def _in_words(path: Path, *, source: Path | None = None) -> Iterator[None]:
    """Turn errors of the disk and of SQLite into sentences; damage is that of the `source` of a copy."""
    try:
        yield
    except sqlite3.Error as error:
        known: BoardtoolError | None = trouble(error, path)
        if source is not None and isinstance(known, LibraryError):
            known = trouble(error, source)
        if known is None:
            raise
        raise known from error
    except OSError as error:
        raise MachineError(f"{path} could not be written: {error.strerror}.") from error
