"""The store of a library: one writing connection, one door to it (the step), and honest reads.

Every write is a named step: one transaction, journalled, committed, announced. Undo is itself a step, so
redo is its undo, and both still work tomorrow.
"""

import os
import sqlite3
import threading
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import Enum
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, func, insert, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.pool import StaticPool

from boardtool.data import journal
from boardtool.data.journal import Change, EditedSinceError, Journal, OutsideStepError
from boardtool.data.lock import LibraryLock
from boardtool.data.migrations import latest, migrate, version_of
from boardtool.data.tables import STEP
from boardtool.data.trouble import trouble
from boardtool.domain.errors import CannotDoError, LibraryError, MachineError

Reading = Connection
"""A consistent, read-only view of the store; questions take it, nobody above the data floor looks inside."""

FOLD_WITHIN = timedelta(seconds=60)


class Access(Enum):
    WRITE = "write"
    READ = "read"


@dataclass(frozen=True, slots=True)
class Announcement:
    """What a committed step changed: `rows` is table → ids; `kind` is "do", "undo" or "redo"."""

    step_id: int
    label: str
    kind: str
    rows: Mapping[str, frozenset[int]]


@dataclass(slots=True)
class Step:
    """A step in progress: what data-floor writes take; `reading` sees what the step wrote so far."""

    reading: Connection
    label: str
    id: int
    who: str
    now: datetime
    _changes: list[Change] = field(default_factory=list)

    @property
    def changed(self) -> bool:
        """Whether the step, now over, changed anything; an empty step leaves no trace."""
        return bool(self._changes)


Listener = Callable[[Announcement], None]


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
        self._path = folder / "board.db"
        self._writing = threading.Lock()
        self._writer_thread: int | None = None
        self._listeners: list[Listener] = []
        self._readers = threading.local()
        self._engines: list[Engine] = []
        self._lock: LibraryLock | None = None
        if access is Access.WRITE:
            self._open_for_writing()
        else:
            self._open_for_reading()
        self._identity = self._identity_of_file()

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
        if not (folder / "board.db").is_file():
            raise LibraryError(
                f"There is no library in {folder}. Make one with “boardtool init”, or open another folder."
            )
        return cls(folder, who=who, access=access, clock=clock)

    @classmethod
    def make(cls, folder: Path, *, who: str, clock: Callable[[], datetime] | None = None) -> "Store":
        """Make an empty library in `folder`, which may not hold one already, and open it."""
        if (folder / "board.db").exists():
            raise LibraryError(f"There is a library in {folder} already. Nothing was changed.")
        try:
            for name in ("papers", "backups"):
                (folder / name).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise MachineError(f"{folder} cannot be made: {error.strerror}.") from error
        return cls(folder, who=who, access=Access.WRITE, clock=clock)

    # -- opening ---------------------------------------------------------------------------------

    def _open_for_writing(self) -> None:
        self._lock = LibraryLock(self.folder, who=self.who, now=self._clock())
        try:
            with self._translated():
                driver = _driver(self._path)
                self._prepare(driver)
                self._journal = Journal(driver)
        except BaseException:
            self._lock.release()
            raise
        self._writer = self._connection(driver)

    def _prepare(self, driver: sqlite3.Connection) -> None:
        version = version_of(driver)
        if 0 < version < latest():
            self._copy_before_migration(driver, version)
        migrate(driver)

    def _copy_before_migration(self, driver: sqlite3.Connection, version: int) -> None:
        target = self.folder / "backups" / f"before-version-{latest()}-from-{version}.db"
        target.parent.mkdir(exist_ok=True)
        with sqlite3.connect(target) as copy:
            driver.backup(copy)
        copy.close()

    def _open_for_reading(self) -> None:
        with self._translated(), self.reading() as reading:
            raw = reading.connection.driver_connection
            assert isinstance(raw, sqlite3.Connection)
            if version_of(raw) < latest():
                raise LibraryError(
                    "This library is of an older version. Open it for writing once: it is copied, "
                    "then brought up to date."
                )

    def _connection(self, driver: sqlite3.Connection) -> Connection:
        engine = create_engine(
            "sqlite://", creator=lambda: driver, poolclass=StaticPool, isolation_level="AUTOCOMMIT"
        )
        self._engines.append(engine)
        return engine.connect()

    def close(self) -> None:
        """Close every connection and let the next one in."""
        for engine in self._engines:
            for connection in (engine.raw_connection().driver_connection,):
                assert isinstance(connection, sqlite3.Connection)
                connection.close()
            engine.dispose()
        self._engines.clear()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    # -- reading ---------------------------------------------------------------------------------

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """A consistent view: every question inside sees the same moment, a reading within it too."""
        connection: Connection | None = getattr(self._readers, "connection", None)
        if connection is None:
            with self._translated():
                connection = self._connection(_driver(self._path, query_only=True))
            self._readers.connection = connection
        if self._is_reading():
            yield connection
            return
        with self._translated():
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
        with self._transaction(label, kind="do", target=None, fold=fold) as step:
            yield step

    def undo(self) -> Announcement | None:
        """Take back the newest step that stands; None where there is none."""
        with self.reading() as reading:
            target = undo_candidate(reading)
        return None if target is None else self.take_back(target)

    def take_back(self, step_id: int) -> Announcement:
        """Take back one step that stands, wherever it lies in the history.

        Raises:
            EditedSinceError: something in it was changed since, or hangs on it.
            CannotDoError: there is no such step, or it was taken back already.
        """
        label = self._label_of_standing(step_id)
        try:
            with self._transaction(label, kind="undo", target=step_id, fold=None) as step:
                self._put_back(step, step_id)
                step.reading.execute(update(STEP).where(STEP.c.id == step_id).values(undone_by=step.id))
        except IntegrityError as error:
            # What it would bring back has lost its place: a parent is gone, or a name was given to another.
            raise EditedSinceError from error
        return self._announcement(step, "undo")

    def redo(self) -> Announcement | None:
        """Do again what was undone last; None where there is nothing, or something was done since."""
        with self.reading() as reading:
            target = redo_candidate(reading)
            undoing = None
            if target is not None:
                undoing = reading.execute(select(STEP.c.undone_by).where(STEP.c.id == target)).scalar_one()
        if target is None or undoing is None:
            return None
        with self._transaction(self._label_of(target), kind="redo", target=target, fold=None) as step:
            self._put_back(step, undoing)
            step.reading.execute(update(STEP).where(STEP.c.id == target).values(undone_by=None))
        return self._announcement(step, "redo")

    def _put_back(self, step: Step, taken_back: int) -> None:
        changes = journal.changes_of(step.reading, taken_back)
        journal.take_back(step.reading, changes)
        self._journal.check_nothing_else_touched(changes)

    def _label_of_standing(self, step_id: int) -> str:
        label = self._label_of(step_id)
        with self.reading() as reading:
            stands = reading.execute(
                select(STEP.c.id).where(STEP.c.id == step_id, STEP.c.kind == "do", STEP.c.undone_by.is_(None))
            ).scalar_one_or_none()
        if stands is None:
            raise CannotDoError(f"Step {step_id} ({label}) was taken back already, or is itself an undo.")
        return label

    def _label_of(self, step_id: int) -> str:
        with self.reading() as reading:
            label = reading.execute(select(STEP.c.label).where(STEP.c.id == step_id)).scalar_one_or_none()
        if label is None:
            raise CannotDoError(f"There is no step {step_id} in the history.")
        return str(label)

    @contextmanager
    def _transaction(self, label: str, *, kind: str, target: int | None, fold: str | None) -> Iterator[Step]:
        if self._lock is None:
            raise LibraryError("The library is open for reading only. Nothing was changed.")
        if self._writer_thread == threading.get_ident():
            raise OutsideStepError("a step inside a step")
        if self._is_reading():
            # The reading would hold up the step's own commit until SQLite gives up waiting.
            raise OutsideStepError("a step inside a reading")
        with self._writing, self._translated():
            self._writer_thread = threading.get_ident()
            try:
                step = yield from self._run(label, kind=kind, target=target, fold=fold)
            finally:
                self._writer_thread = None
        if step.changed:
            announcement = self._announcement(step, kind)
            for listener in tuple(self._listeners):
                listener(announcement)

    def _run(
        self, label: str, *, kind: str, target: int | None, fold: str | None
    ) -> Generator[Step, None, Step]:
        self._check_still_there()
        writer = self._writer
        now = self._clock()
        writer.exec_driver_sql("BEGIN IMMEDIATE")
        try:
            step_id = writer.execute(
                insert(STEP).values(
                    label=label, who=self.who, at=_stamp(now), kind=kind, target_id=target, fold=fold
                )
            ).lastrowid
            step = Step(writer, label, step_id, self.who, now)
            self._journal.begin()
            yield step
            step._changes = self._journal.end()  # noqa: SLF001 - the step is this class's own hand-out
            self._write_journal(step, fold)
            writer.exec_driver_sql("COMMIT" if step.changed else "ROLLBACK")
        except BaseException:
            self._journal.end()
            # A failed COMMIT may have rolled back by itself; then there is nothing left to roll back.
            with suppress(DBAPIError):
                writer.exec_driver_sql("ROLLBACK")
            raise
        return step

    def _write_journal(self, step: Step, fold: str | None) -> None:
        into = None if fold is None else self._step_to_fold_into(step, fold)
        if into is None:
            journal.record(step.reading, step.id, step._changes)  # noqa: SLF001 - as above
        else:
            journal.fold(step.reading, into, step._changes)  # noqa: SLF001 - as above
            step.reading.execute(STEP.delete().where(STEP.c.id == step.id))
            step.reading.execute(update(STEP).where(STEP.c.id == into).values(at=_stamp(step.now)))
            step.id = into

    def _step_to_fold_into(self, step: Step, fold: str) -> int | None:
        newest = step.reading.execute(
            select(STEP).where(STEP.c.id < step.id).order_by(STEP.c.id.desc()).limit(1)
        ).one_or_none()
        if newest is None or newest.kind != "do" or newest.undone_by is not None:
            return None
        if newest.fold != fold or newest.who != self.who:
            return None
        recent = step.now - datetime.fromisoformat(newest.at) < FOLD_WITHIN
        return int(newest.id) if recent else None

    def _announcement(self, step: Step, kind: str) -> Announcement:
        return Announcement(step.id, step.label, kind, journal.rows_of(step._changes))  # noqa: SLF001 - as above

    # -- telling ---------------------------------------------------------------------------------

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Be told of every step; call what comes back to hear no more."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    # -- guarding --------------------------------------------------------------------------------

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """Turn SQLite's errors into sentences; a defect of ours passes as it is."""
        try:
            yield
        except (DBAPIError, sqlite3.Error) as error:
            known = trouble(error, self._path)
            if known is None:
                raise
            raise known from error

    def _identity_of_file(self) -> tuple[int, int]:
        status = os.stat(self._path)  # noqa: PTH116 - device and inode are wanted
        return status.st_dev, status.st_ino

    def _check_still_there(self) -> None:
        try:
            same = self._identity_of_file() == self._identity
        except OSError:
            same = False
        if not same:
            raise MachineError(
                f"The library at {self._path} was moved or deleted while it was open. Put it back."
            )


def undo_candidate(reading: Reading) -> int | None:
    """The newest step that stands."""
    standing = (STEP.c.kind == "do") & STEP.c.undone_by.is_(None)
    found: int | None = reading.execute(select(func.max(STEP.c.id)).where(standing)).scalar_one()
    return found


def redo_candidate(reading: Reading) -> int | None:
    """The step undone last, if nothing was done since."""
    newest = select(func.max(STEP.c.id)).where(STEP.c.kind == "do").scalar_subquery()
    found: int | None = reading.execute(
        select(STEP.c.id)
        .where(STEP.c.kind == "do", STEP.c.undone_by > newest)
        .order_by(STEP.c.undone_by.desc())
        .limit(1)
    ).scalar_one_or_none()
    return found


def _driver(path: Path, *, query_only: bool = False) -> sqlite3.Connection:
    driver = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=5)
    driver.execute("PRAGMA foreign_keys = ON")
    driver.execute("PRAGMA recursive_triggers = ON")
    driver.execute("PRAGMA journal_mode = DELETE")
    driver.execute("PRAGMA synchronous = FULL")
    driver.execute("PRAGMA mmap_size = 0")
    if query_only:
        driver.execute("PRAGMA query_only = ON")
    return driver


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")
