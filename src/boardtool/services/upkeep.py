"""Looking after a library: back it up, put a backup in its place, thin old ones out, see that it is whole."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from boardtool.data import backups, history, soundness
from boardtool.data.backups import Backup
from boardtool.data.lock import LibraryLock, LockedError
from boardtool.data.migrations import NewerLibraryError
from boardtool.data.store import Store
from boardtool.domain.errors import LibraryError
from boardtool.domain.findings import Finding


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore left: the file now in place, and where the store it replaced is kept (None: lost)."""

    file: Path
    before: Path | None


def back_up(store: Store, *, now: datetime) -> Backup:
    """Make a checked backup, then remove those that are too many."""
    made = backups.make(store.folder, now=now)
    backups.thin(store.folder)
    return made


def back_up_if_changed(store: Store, *, now: datetime) -> datetime:
    """When the newest backup was made, in UTC, after making one if there is none or a step was done since."""
    newest = next(iter(backups.listed(store.folder)), None)
    if newest is not None:
        with store.reading() as reading:
            changed_at = history.newest_at(reading)
        if changed_at is None or changed_at < newest.made_at:
            return newest.made_at
    return back_up(store, now=now).made_at


def restore(folder: Path, file: Path, *, who: str, now: datetime) -> Restored:
    """Put a backup in the place of a library's store, which is kept first; undone by restoring that.

    The library must be closed: this takes its lock, so that nobody writes meanwhile. A damaged store is set
    aside as it is, because no backup can be made of it.

    Raises:
        LockedError: somebody has the library open.
        LibraryError: there is no such folder.
        InputRefusedError: the file is damaged, another program's, or newer than this program.
        MachineError: the disk is full or in trouble.

    Whatever is raised, nothing was changed.
    """
    if not folder.is_dir():
        raise LibraryError(f"There is no folder {folder}. Make it first, then restore the backup into it.")
    backups.check(file)
    with LibraryLock(folder, who=who, now=now):
        before = _kept(folder, now)
        backups.put_in_place(folder, file)
    return Restored(file, before)


def _kept(folder: Path, now: datetime) -> Path | None:
    if not (folder / "board.db").exists():
        return None
    try:
        return backups.make(folder, now=now).path
    except LibraryError:
        return backups.set_aside(folder, now=now)


def backup_to_offer(folder: Path, error: Exception) -> Backup | None:
    """The newest backup that could stand in for a library which cannot be opened; None where none should.

    One that is only in use, or was made by a newer boardtool, is whole: nothing is offered in its place.
    """
    if not isinstance(error, LibraryError) or isinstance(error, LockedError | NewerLibraryError):
        return None
    return next(iter(backups.listed(folder)), None)


def verify(store: Store) -> list[Finding]:
    """What is wrong with the library: structure, references, papers and seals; [] where it is whole."""
    with store.reading() as reading:
        return list(soundness.faults(reading, store.folder))
