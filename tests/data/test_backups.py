"""Backups: made from the store, checked before they count, listed, thinned; sabotage is noticed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from tests.builders import a_board, a_library, an_action

from boardtool.data import backups
from boardtool.data.migrations import latest
from boardtool.domain.errors import InputRefusedError, LibraryError, MachineError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from boardtool.data.store import Store

NOW = datetime(2022, 8, 24, 8, 55, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_library(tmp_path / "library") as library:
        an_action(library, a_board(library))
        yield library


def count(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as driver:
        return int(driver.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def test_a_backup_holds_what_the_store_holds_and_is_listed(store: Store) -> None:
    made = backups.make(store.folder, now=NOW)
    assert made.path.name == "board-20220824T085500Z.db"
    assert backups.listed(store.folder) == [made]
    assert (count(made.path, "board"), count(made.path, "action")) == (1, 1)


def test_two_backups_in_a_second_are_two_files_the_newest_first(store: Store) -> None:
    first = backups.make(store.folder, now=NOW)
    second = backups.make(store.folder, now=NOW)
    later = backups.make(store.folder, now=NOW + timedelta(minutes=30))
    assert first.path != second.path
    assert {backup.path for backup in backups.listed(store.folder)} == {first.path, second.path, later.path}
    assert backups.listed(store.folder)[0] == later


def test_a_backup_in_the_middle_of_a_step_holds_the_state_before_it(store: Store) -> None:
    with store.step("Half done") as step:
        step.reading.exec_driver_sql("UPDATE board SET name = 'half'")
        made = backups.make(store.folder, now=NOW)
    with closing(sqlite3.connect(made.path)) as driver:
        assert driver.execute("SELECT name FROM board").fetchone()[0] != "half"


@pytest.mark.parametrize("left", [0, 50, 100, 4096, -1])
def test_a_backup_cut_short_afterwards_is_not_listed(store: Store, left: int) -> None:
    made = backups.make(store.folder, now=NOW)
    whole = made.path.read_bytes()
    made.path.write_bytes(whole[:left])
    assert backups.listed(store.folder) == []


def test_files_of_other_names_are_neither_listed_nor_thinned(store: Store) -> None:
    folder = store.folder / "backups"
    mine = [folder / name for name in ("board-2022.db", "board-20220824T085500Z.db.bak", "My board.db")]
    for file in mine:
        file.write_bytes(b"mine")
    for days in range(60):
        backups.make(store.folder, now=NOW - timedelta(days=days))
    removed = backups.thin(store.folder)
    assert removed
    assert all(file.read_bytes() == b"mine" for file in mine)
    assert backups.listed(store.folder)[0].made_at == NOW
    assert backups.thin(store.folder) == []


def test_a_store_that_is_damaged_leaves_no_backup(store: Store) -> None:
    path = store.folder / "board.db"
    store.close()
    whole = bytearray(path.read_bytes())
    whole[4096 * 3 : 4096 * 30] = b"\xa5" * (4096 * 27)
    path.write_bytes(whole)
    with pytest.raises(LibraryError):
        backups.make(store.folder, now=NOW)
    assert list((store.folder / "backups").iterdir()) == []


def test_a_copy_with_fewer_rows_does_not_count(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    counts = iter([{"action": 2}, {"action": 1}])
    monkeypatch.setattr(backups, "_row_counts", lambda _driver: next(counts))
    with pytest.raises(LibraryError):
        backups.make(store.folder, now=NOW)
    assert list((store.folder / "backups").iterdir()) == []


def test_no_room_for_a_backup_is_said_and_leaves_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(_driver: sqlite3.Connection, target: Path) -> None:
        target.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backups, "_copy", no_room)
    with pytest.raises(MachineError, match="No space left"):
        backups.make(store.folder, now=NOW)
    assert list((store.folder / "backups").iterdir()) == []


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as driver:
        driver.execute("CREATE TABLE song (id INTEGER)")


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as driver:
        driver.execute(f"PRAGMA user_version = {latest() + 1}")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"Minutes of the meeting", "damaged"),
        (b"SQLite format 3\0" + bytes(5000), "damaged"),
    ],
)
def test_what_is_no_library_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "file.db"
    file.write_bytes(content)
    with pytest.raises(InputRefusedError, match=said):
        backups.check(file)
    assert file.read_bytes() == content


def test_a_missing_a_foreign_and_a_newer_file_are_refused(store: Store, tmp_path: Path) -> None:
    with pytest.raises(InputRefusedError, match="no file"):
        backups.check(tmp_path / "nothing.db")
    foreign(tmp_path / "songs.db")
    with pytest.raises(InputRefusedError, match="another program"):
        backups.check(tmp_path / "songs.db")
    made = backups.make(store.folder, now=NOW)
    newer(made.path)
    with pytest.raises(InputRefusedError, match="newer boardtool"):
        backups.check(made.path)
