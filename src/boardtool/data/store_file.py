"""The file that a store lives in: how it is opened, and whether it is still the same one.

Rollback journal and full synchronisation: one file, and an acknowledged step is on the disk.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from boardtool.data.migrations import latest, migrate, version_of
from boardtool.data.tables import METADATA
from boardtool.data.trouble import trouble
from boardtool.domain.errors import LibraryError, MachineError

UPGRADE_ROOM = 3
"""How many times the store's own size must be free before it is brought up to date."""


class StoreFile:
    """The database file of a library and the connections that are open on it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._engines: list[Engine] = []
        self._identity: tuple[int, int] | None = None

    def driver(self, *, query_only: bool = False) -> sqlite3.Connection:
        """A new connection of the driver's; `query_only` turns any write on it into an error."""
        driver = sqlite3.connect(self.path, isolation_level=None, check_same_thread=False, timeout=5)
        driver.execute("PRAGMA foreign_keys = ON")
        driver.execute("PRAGMA recursive_triggers = ON")
        driver.execute("PRAGMA journal_mode = DELETE")
        driver.execute("PRAGMA synchronous = FULL")
        driver.execute("PRAGMA mmap_size = 0")
        if query_only:
            driver.execute("PRAGMA query_only = ON")
        return driver

    def connect(self, driver: sqlite3.Connection) -> Connection:
        """SQLAlchemy over a driver's connection, whose transactions we begin and end ourselves."""
        engine = create_engine(
            "sqlite://", creator=lambda: driver, poolclass=StaticPool, isolation_level="AUTOCOMMIT"
        )
        self._engines.append(engine)
        return engine.connect()

    def bring_up_to_date(self, driver: sqlite3.Connection) -> None:
        """Migrate an older store, after a copy of it was laid into backups/."""
        version = version_of(driver)
        if 0 < version < latest():
            self._refuse_without_room()
            target = self.path.parent / "backups" / f"before-version-{latest()}-from-{version}.db"
            target.parent.mkdir(exist_ok=True)
            with closing(sqlite3.connect(target)) as copy:
                driver.backup(copy)
                if copy.execute("PRAGMA quick_check").fetchone() != ("ok",):
                    raise LibraryError(
                        f"{self.path} is damaged, so it was not brought up to date. Restore a backup."
                    )
        migrate(driver)

    def _refuse_without_room(self) -> None:
        """An upgrade needs room for the copy, the new store and its journal.

        Raises:
            MachineError: there is less; nothing was changed.
        """
        free, size = shutil.disk_usage(self.path.parent).free, self.path.stat().st_size
        if free < UPGRADE_ROOM * size:
            raise MachineError(
                f"{self.path} was not brought up to date: its disk has {free // 1_000_000} MB left, and "
                f"{UPGRADE_ROOM * size // 1_000_000 + 1} MB are needed. Free some space. Nothing was changed."
            )

    def refuse_incomplete(self, driver: sqlite3.Connection) -> None:
        """A sound database that lost a table would fail at the first question, with a defect's words.

        Raises:
            LibraryError: a table of ours is not there.
        """
        there = {name for (name,) in driver.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        lacking = sorted(METADATA.tables.keys() - there)
        if lacking:
            raise LibraryError(
                f"{self.path} is damaged: its table “{lacking[0]}” is not there. Restore a backup."
            )

    def refuse_read_only(self) -> None:
        """Say before a connection is made that the file cannot be written, not at the first step.

        Raises:
            MachineError: it cannot; SQLite would open it all the same, for reading.
        """
        try:
            if self.path.exists():
                os.close(os.open(self.path, os.O_RDWR))
        except OSError as error:
            raise MachineError(f"{self.path} cannot be written: {error.strerror}.") from error

    def close(self) -> None:
        for engine in self._engines:
            driver = engine.raw_connection().driver_connection
            assert isinstance(driver, sqlite3.Connection)
            driver.close()
            engine.dispose()
        self._engines.clear()

    @contextmanager
    def translated(self) -> Iterator[None]:
        """Turn SQLite's errors into sentences; a defect of ours passes as it is."""
        try:
            yield
        except (DBAPIError, sqlite3.Error) as error:
            known = trouble(error, self.path)
            if known is None:
                raise
            raise known from error

    def remember_identity(self) -> None:
        """Keep which file this is, so that another in its place is noticed."""
        self._identity = self._identity_now()

    def check_still_there(self) -> None:
        """Make sure that what is written goes into the file that was opened.

        Raises:
            MachineError: it was moved, deleted or replaced.
        """
        try:
            same = self._identity_now() == self._identity
        except OSError:
            same = False
        if not same:
            raise MachineError(
                f"The library at {self.path} was moved or deleted while it was open. Put it back."
            )

    def _identity_now(self) -> tuple[int, int]:
        status = os.stat(self.path)  # noqa: PTH116 - device and inode are wanted
        return status.st_dev, status.st_ino
