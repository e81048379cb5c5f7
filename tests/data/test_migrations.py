"""Migrations: from nothing to now, from an older version with a copy kept, all or nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from tests.builders import CHERYL, a_board, a_library

from boardtool.data import boards, migrations
from boardtool.data.store import Access, Store
from boardtool.domain.errors import LibraryError

if TYPE_CHECKING:
    from pathlib import Path

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
