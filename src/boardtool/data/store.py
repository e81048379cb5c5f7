"""The store of a library: one writing connection, one door to it (the step), and honest reads.

Every write is a named step: one transaction, journalled, committed, announced. Undo is itself a step, so
redo is its undo, and both still work tomorrow.
"""

import sqlite3
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path

from sqlalchemy import Connection, update
from sqlalchemy.exc import DBAPIError, IntegrityError

from boardtool.data import journal, undoing
from boardtool.data.journal import EditedSinceError, Journal, OutsideStepError
from boardtool.data.lock import Holder, LibraryLock
from boardtool.data.migrations import OlderLibraryError, latest, version_of
from boardtool.data.new_folder import whole_or_as_before
from boardtool.data.step import Announcement, Step, begin, write_down
from boardtool.data.store_file import StoreFile
from boardtool.data.tables import STEP
from boardtool.domain.errors import LibraryError

__all__ = ["Access", "Announcement", "Listener", "Reading", "Step", "Store"]

Reading = Connection
"""A consistent, read-only view of the store; questions take it, nobody above the data floor looks inside."""

Listener = Callable[[Announcement], None]


class Access(Enum):
    WRITE = "write"
    READ = "read"


class Store:
    """An open library.

    Promises: nothing is written outside a step; a step that fails leaves nothing; an acknowledged step is
    on the disk; what changed is announced once, after the commit, on the thread that made the step.
    The caller must not open a step inside a step.
    """

    def __init__(
        self, folder: Path, *, who: str, access: Access, clock: Callable[[], datetime] | None = None
    ) -> None:
        self.folder = folder
        self.who = who
        self.access = access
        self._clock = clock or (lambda: datetime.now(UTC))
        self._file = StoreFile(folder / "board.db")
        self._writing = threading.Lock()
        self._writer_thread: int | None = None
        self._listeners: list[Listener] = []
        self._readers = threading.local()
        self._lock: LibraryLock | None = None
        if access is Access.WRITE:
            self._open_for_writing()
        else:
            self._open_for_reading()
        self._file.remember_identity()

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        who: str,
        access: Access = Access.WRITE,
        clock: Callable[[], datetime] | None = None,
    ) -> "Store":
        """Open the library in `folder`.

        Raises:
            LibraryError: there is none, it is in use, damaged, or newer than this program.
            MachineError: the disk is in trouble.
        """
        file = folder / "board.db"
        if not file.is_file():
            raise LibraryError(
                f"There is no library in {folder}. Make one with “boardtool init”, or open another folder."
            )
        if file.stat().st_size == 0:
            raise LibraryError(
                f"{file} is empty: what it held is lost. Nothing was changed. Restore a backup."
            )
        return cls(folder, who=who, access=access, clock=clock)

    @classmethod
    def make(cls, folder: Path, *, who: str, clock: Callable[[], datetime] | None = None) -> "Store":
        """Make an empty library in `folder`, which may not hold one already, and open it.

        Raises:
            LibraryError: there is a library in it.
            MachineError: the disk is full or in trouble; the folder is as it was before.
        """
        if (folder / "board.db").exists():
            raise LibraryError(f"There is a library in {folder} already. Nothing was changed.")
        with whole_or_as_before(folder):
            return cls(folder, who=who, access=Access.WRITE, clock=clock)

    # -- opening ---------------------------------------------------------------------------------

    def _open_for_writing(self) -> None:
        self._lock = LibraryLock(self.folder, who=self.who, now=self._clock())
        try:
            self._file.refuse_read_only()
            with self._file.translated():
                driver = self._file.driver()
                self._writer = self._file.connect(driver)
                self._file.bring_up_to_date(driver)
                self._file.refuse_incomplete(driver)
                self._journal = Journal(driver)
        except BaseException:
            self.close()
            raise

    def _open_for_reading(self) -> None:
        with self._file.translated(), self.reading() as reading:
            driver = reading.connection.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            if version_of(driver) < latest():
                raise OlderLibraryError(
                    "This library is of an older version. Open it for writing once: it is copied, "
                    "then brought up to date."
                )
            self._file.refuse_incomplete(driver)

    def close(self) -> None:
        """Close every connection and let the next one in."""
        self._file.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    @property
    def left_by(self) -> Holder | None:
        """Who had the library open for writing last and never closed it: their program was killed."""
        return None if self._lock is None else self._lock.left_by

    # -- reading ---------------------------------------------------------------------------------

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """A consistent view: every question inside sees the same moment, a reading within it too."""
        connection: Connection | None = getattr(self._readers, "connection", None)
        if connection is None:
            with self._file.translated():
                connection = self._file.connect(self._file.driver(query_only=True))
            self._readers.connection = connection
        if self._is_reading():
            yield connection
            return
        with self._file.translated():
            connection.exec_driver_sql("BEGIN")
            self._readers.open = True
            try:
                yield connection
            finally:
                self._readers.open = False
                connection.exec_driver_sql("COMMIT")

    def _is_reading(self) -> bool:
        """Whether this thread has a reading open."""
        return bool(getattr(self._readers, "open", False))

    # -- writing ---------------------------------------------------------------------------------

    @contextmanager
    def step(self, label: str, *, fold: str | None = None) -> Iterator[Step]:
        """One named change, in the words the person will read after "Undo".

        Args:
            label: what was done, as a sentence fragment ("Record action 060922/03").
            fold: repeated steps with the same key within a minute become one, if nothing came between.
        """
        with self._transaction(label, kind="do", fold=fold) as step:
            yield step

    def undo(self) -> Announcement | None:
        """Take back the newest step that stands; None where there is none."""
        with self.reading() as reading:
            target = undoing.undo_candidate(reading)
        return None if target is None else self.take_back(target)

    def take_back(self, step_id: int) -> Announcement:
        """Take back one step that stands, wherever it lies in the history.

        Raises:
            EditedSinceError: something in it was changed since, or hangs on it.
            CannotDoError: there is no such step, or it was taken back already.
        """
        with self.reading() as reading:
            label = undoing.label_of_standing(reading, step_id)
        try:
            with self._transaction(label, kind="undo", target=step_id) as step:
                self._put_back(step, step_id)
                step.reading.execute(update(STEP).where(STEP.c.id == step_id).values(undone_by=step.id))
        except IntegrityError as error:
            # What it would bring back has lost its place: a parent is gone, or a name was given to another.
            raise EditedSinceError from error
        return step.announcement()

    def redo(self) -> Announcement | None:
        """Do again what was undone last; None where there is nothing, or something was done since."""
        with self.reading() as reading:
            target = undoing.redo_candidate(reading)
            if target is None:
                return None
            taken_back_by = undoing.undo_of(reading, target)
            label = undoing.label_of(reading, target)
        with self._transaction(label, kind="redo", target=target) as step:
            self._put_back(step, taken_back_by)
            step.reading.execute(update(STEP).where(STEP.c.id == target).values(undone_by=None))
        return step.announcement()

    def _put_back(self, step: Step, taken_back: int) -> None:
        changes = journal.changes_of(step.reading, taken_back)
        journal.take_back(step.reading, changes)
        self._journal.check_nothing_else_touched(changes)

    @contextmanager
    def _transaction(
        self, label: str, *, kind: str, target: int | None = None, fold: str | None = None
    ) -> Iterator[Step]:
        if self._lock is None:
            raise LibraryError("The library is open for reading only. Nothing was changed.")
        if self._writer_thread == threading.get_ident():
            raise OutsideStepError("a step inside a step")
        if self._is_reading():
            # The reading would hold up the step's own commit until SQLite gives up waiting.
            raise OutsideStepError("a step inside a reading")
        with self._writing, self._file.translated():
            self._writer_thread = threading.get_ident()
            try:
                step = yield from self._run(label, kind=kind, target=target, fold=fold)
            finally:
                self._writer_thread = None
        if step.changed:
            announcement = step.announcement()
            for listener in tuple(self._listeners):
                listener(announcement)

    def _run(
        self, label: str, *, kind: str, target: int | None, fold: str | None
    ) -> Generator[Step, None, Step]:
        self._file.check_still_there()
        writer = self._writer
        now = self._clock()
        writer.exec_driver_sql("BEGIN IMMEDIATE")
        try:
            step = begin(writer, label, who=self.who, now=now, kind=kind, target=target, fold=fold)
            self._journal.begin()
            yield step
            write_down(step, self._journal.end(), fold)
            writer.exec_driver_sql("COMMIT" if step.changed else "ROLLBACK")
        except BaseException:
            self._journal.end()
            # A failed COMMIT may have rolled back by itself; then there is nothing left to roll back.
            with suppress(DBAPIError):
                writer.exec_driver_sql("ROLLBACK")
            raise
        return step

    # -- telling ---------------------------------------------------------------------------------

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Be told of every step; call what comes back to hear no more."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)
