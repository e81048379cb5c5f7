"""Migrations: from nothing to now, from an older version with a copy kept, all or nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.builders import CHERYL, a_board, a_library

from boardtool.data import actions, boards, migrations, sent_forms
from boardtool.data.store import Access, Store
from boardtool.domain.errors import LibraryError, MachineError

VERSION_1 = Path(__file__).parents[1] / "files" / "library-version-1.sql"

NEXT = migrations.latest() + 1
WITH_NICKNAME = "ALTER TABLE board ADD COLUMN nickname TEXT NOT NULL DEFAULT '';\n"


def shape(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as driver:
        return [str(row[1]) for row in driver.execute("PRAGMA table_info(board)")]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """The folder of a library of today's version, with one board."""
    with a_library(tmp_path / "library") as store:
        a_board(store)
    return tmp_path / "library"


def next_version(monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    known = migrations.versions()
    monkeypatch.setattr(migrations, "versions", lambda: {**known, NEXT: script})


def test_an_older_library_is_copied_then_brought_up_to_date(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    next_version(monkeypatch, WITH_NICKNAME)
    store = Store.open(old, who=CHERYL)
    with store.reading() as reading:
        assert [board.code for board in boards.every(reading)] == ["NNHWB"]
    store.close()
    [copy] = (old / "backups").iterdir()
    assert copy.name == f"before-version-{NEXT}-from-{NEXT - 1}.db"
    assert "nickname" in shape(old / "board.db")
    assert "nickname" not in shape(copy)
    with closing(sqlite3.connect(copy)) as driver:
        assert driver.execute("SELECT code FROM board").fetchall() == [("NNHWB",)]


def test_without_room_for_an_upgrade_nothing_is_begun(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    next_version(monkeypatch, WITH_NICKNAME)
    before = (old / "board.db").read_bytes()
    nearly_full = SimpleNamespace(free=5000)
    monkeypatch.setattr("boardtool.data.store_file.shutil.disk_usage", lambda _path: nearly_full)
    with pytest.raises(MachineError, match=r"was not brought up to date: its disk has 0 MB left"):
        Store.open(old, who=CHERYL)
    assert (old / "board.db").read_bytes() == before
    assert list((old / "backups").glob("before-*")) == []


def test_undo_reaches_back_over_a_migration(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    next_version(monkeypatch, WITH_NICKNAME)
    store = Store.open(old, who=CHERYL)
    store.undo()
    store.redo()
    with store.reading() as reading:
        assert [board.code for board in boards.every(reading)] == ["NNHWB"]
    store.close()


@pytest.mark.parametrize("fault", ["CREATE TABLE board (id INTEGER);\n", "INSERT INTO nowhere VALUES (1);\n"])
def test_a_migration_that_fails_half_way_leaves_the_old_library(
    old: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    known = migrations.versions()
    with monkeypatch.context() as patched:
        patched.setattr(migrations, "versions", lambda: {**known, NEXT: WITH_NICKNAME + fault})
        with pytest.raises(sqlite3.OperationalError):
            Store.open(old, who=CHERYL)
    assert "nickname" not in shape(old / "board.db")
    store = Store.open(old, who=CHERYL)
    store.close()


def test_an_older_library_cannot_be_opened_for_reading_only(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    next_version(monkeypatch, WITH_NICKNAME)
    with pytest.raises(LibraryError, match="older version"):
        Store.open(old, who=CHERYL, access=Access.READ)
    assert "nickname" not in shape(old / "board.db")


def test_versions_run_from_one_without_a_gap() -> None:
    assert sorted(migrations.versions()) == list(range(1, migrations.latest() + 1))


def test_a_trigger_is_one_statement() -> None:
    script = (
        "CREATE TRIGGER a AFTER INSERT ON b BEGIN\n  DELETE FROM c;\n  DELETE FROM d;\nEND;\nDROP TABLE e;\n"
    )
    assert len(migrations.statements(script)) == 2


@pytest.fixture
def version_1(tmp_path: Path) -> Path:
    """The folder of a library as version 1 of the store left it."""
    folder = tmp_path / "library"
    for name in ("papers", "backups"):
        (folder / name).mkdir(parents=True)
    with closing(sqlite3.connect(folder / "board.db")) as driver:
        driver.executescript(VERSION_1.read_text(encoding="utf-8"))
    return folder


def made_by(scripts: list[str]) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(":memory:")) as driver:
        for script in scripts:
            driver.executescript(script)
        found = driver.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
        return found.fetchall()


def test_the_script_of_version_1_makes_what_it_made_when_it_was_released() -> None:
    assert made_by([migrations.versions()[1]]) == made_by([VERSION_1.read_text(encoding="utf-8")])


def test_a_library_of_version_1_is_copied_and_goes_on_as_the_latest(version_1: Path) -> None:
    store = Store.open(version_1, who=CHERYL)
    with store.reading() as reading:
        [action] = actions.log(reading)
        identity = sent_forms.library_identity(reading)
    store.undo()
    with store.reading() as reading:
        undone = actions.by_ref(reading, action.ref)
    store.close()
    assert (action.number, action.owners) == ("050722/01", ("Amy Plank", "David Watts"))
    assert (action.progress, undone.progress) == ("Asked for the numbers", "")
    assert len(identity) == 32
    [copy] = (version_1 / "backups").iterdir()
    assert copy.name == f"before-version-{migrations.latest()}-from-1.db"
    with closing(sqlite3.connect(copy)) as driver:
        assert driver.execute("PRAGMA user_version").fetchone() == (1,)
        tables = {name for (name,) in driver.execute("SELECT name FROM sqlite_master")}
    assert "sent_form" not in tables
    with closing(sqlite3.connect(version_1 / "board.db")) as driver:
        assert driver.execute("PRAGMA user_version").fetchone() == (migrations.latest(),)


def test_every_library_is_called_differently_by_itself(tmp_path: Path) -> None:
    names = set()
    for each in ("one", "other"):
        with a_library(tmp_path / each) as store, store.reading() as reading:
            names.add(sent_forms.library_identity(reading))
    assert len(names) == 2
