"""The command line looks after a library: verified, backed up, restored, brought up to date."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from tests.services.exchange.files import AGENDA, a_workbook
from tests.test_cli import SEPTEMBER, VERSION_1, Line, held, line, made_sample, own_place, sample

from boardtool.cli import main

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["held", "line", "made_sample", "own_place", "sample"]


def test_a_library_is_verified_backed_up_and_restored(line: Line) -> None:
    assert line.json("verify") == {"whole": True, "findings": []}
    made = line.json("backup")["backup"]["file"]
    line("board", "new", "WNHWB", "--name", "West")
    assert [backup["file"] for backup in line.json("backups")["backups"]] == [made]
    assert line("restore", made) == 0
    assert [board["code"] for board in line.json("list", "boards")["boards"]] == ["NNHWB"]


@pytest.mark.parametrize("content", [b"", b"Dear all,", b"SQLite format 3\0" + bytes(5000)])
def test_a_file_that_is_no_backup_is_refused_and_the_library_stays(
    line: Line, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "letter.db"
    file.write_bytes(content)
    assert line("restore", file) == 3
    assert "letter.db" in line.err
    assert line("restore", tmp_path / "nothing.db") == 3
    made = line.json("backup")["backup"]["file"]
    assert main(["--library", str(tmp_path / "nowhere"), "restore", made]) == 4
    assert [board["code"] for board in line.json("list", "boards")["boards"]] == ["NNHWB"]


def test_a_backup_of_a_damaged_library_blames_the_library(line: Line) -> None:
    store = line.folder / "board.db"
    store.write_bytes(store.read_bytes()[:4096] + b"\xff" * 4096)
    assert line("backup") == 4
    assert line.err.startswith(str(store))


def test_a_paper_that_was_changed_is_found(line: Line, tmp_path: Path) -> None:
    (tmp_path / "grant.pdf").write_bytes(b"%PDF-1.4 the report")
    rows = [("01", "Grant", "Chair", "1.30", "", "grant.pdf")]
    line(
        "import", "agenda", a_workbook(tmp_path / "a.xlsx", (*AGENDA, "Papers"), rows), "--meeting", SEPTEMBER
    )
    kept = next((line.folder / "papers").rglob("*.pdf"))
    kept.chmod(0o600)
    kept.write_bytes(b"%PDF-1.4 another report")
    assert line("verify") == 3
    assert line.json("verify")["whole"] is False


def test_a_library_of_an_older_version_is_brought_up_to_date_and_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = Line(tmp_path / "old", capsys)
    (typed.folder / "backups").mkdir(parents=True)
    with closing(sqlite3.connect(typed.folder / "board.db")) as file:
        file.executescript(VERSION_1.read_text(encoding="utf-8"))
    assert typed("list", "boards", "--json") == 0
    assert json.loads(typed.out)["boards"]
    assert [copy.name for copy in (typed.folder / "backups").glob("before-version-*-from-1.db")]


def test_backups_of_no_library_are_refused(line: Line, tmp_path: Path) -> None:
    assert (line("backups"), line.out) == (0, "")
    line.folder = tmp_path / "elsewhere"
    assert line("backups") == 4
    assert "There is no library in" in line.err
