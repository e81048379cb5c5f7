"""Looking after a library: restoring keeps what it replaces, and verifying finds what was tampered with."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from tests.builders import CHERYL, JULY, a_board, a_library, a_meeting, a_minute, an_action, an_item

from boardtool.data import agenda, backups, boards, papers
from boardtool.data.lock import LockedError
from boardtool.data.migrations import NewerLibraryError
from boardtool.data.store import Store
from boardtool.domain.errors import InputRefusedError, LibraryError, MachineError
from boardtool.domain.meetings import Status
from boardtool.services import minutes as minuting
from boardtool.services import upkeep

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2022, 8, 24, 8, 55, tzinfo=UTC)
LATER = datetime(2022, 8, 24, 9, 25, tzinfo=UTC)


def codes(folder: Path) -> list[str]:
    store = Store.open(folder, who=CHERYL)
    try:
        with store.reading() as reading:
            return [board.code for board in boards.every(reading)]
    finally:
        store.close()


def test_a_restore_brings_back_the_backup_and_keeps_what_it_replaced(tmp_path: Path) -> None:
    with a_library(tmp_path / "library") as store:
        a_board(store, "NNHWB")
        made = upkeep.back_up(store, now=NOW)
        a_board(store, "WNHWB")
    restored = upkeep.restore(store.folder, made.path, who=CHERYL, now=LATER)
    assert codes(store.folder) == ["NNHWB"]
    assert restored.before is not None
    upkeep.restore(store.folder, restored.before, who=CHERYL, now=LATER)
    assert codes(store.folder) == ["NNHWB", "WNHWB"]


def test_a_restored_library_has_its_history_and_takes_steps(tmp_path: Path) -> None:
    with a_library(tmp_path / "library") as store:
        a_board(store)
        made = upkeep.back_up(store, now=NOW)
    upkeep.restore(store.folder, made.path, who=CHERYL, now=LATER)
    store = Store.open(tmp_path / "library", who=CHERYL)
    store.undo()
    a_board(store, "WNHWB")
    store.close()
    assert codes(store.folder) == ["WNHWB"]


def test_an_open_library_is_not_restored_under_the_hands_of_who_has_it(tmp_path: Path) -> None:
    with a_library(tmp_path / "library") as store:
        a_board(store)
        made = upkeep.back_up(store, now=NOW)
        a_board(store, "WNHWB")
        with pytest.raises(LockedError, match=CHERYL):
            upkeep.restore(store.folder, made.path, who="Somebody else", now=LATER)
    assert codes(store.folder) == ["NNHWB", "WNHWB"]


def test_a_damaged_backup_changes_nothing(tmp_path: Path) -> None:
    with a_library(tmp_path / "library") as store:
        a_board(store)
        made = upkeep.back_up(store, now=NOW)
    made.path.write_bytes(made.path.read_bytes()[:5000])
    before = (store.folder / "board.db").read_bytes()
    with pytest.raises(InputRefusedError):
        upkeep.restore(store.folder, made.path, who=CHERYL, now=LATER)
    assert (store.folder / "board.db").read_bytes() == before


def test_a_damaged_store_is_set_aside_byte_for_byte(tmp_path: Path) -> None:
    with a_library(tmp_path / "library") as store:
        a_board(store)
        made = upkeep.back_up(store, now=NOW)
    (store.folder / "board.db").write_bytes(b"torn")
    restored = upkeep.restore(store.folder, made.path, who=CHERYL, now=LATER)
    assert restored.before is not None
    assert restored.before.read_bytes() == b"torn"
    assert codes(store.folder) == ["NNHWB"]
    assert [backup.path for backup in backups.listed(store.folder)] == [made.path]


def test_a_lost_store_is_restored(tmp_path: Path) -> None:
    with a_library(tmp_path / "library") as store:
        a_board(store)
        made = upkeep.back_up(store, now=NOW)
    (store.folder / "board.db").unlink()
    assert upkeep.restore(store.folder, made.path, who=CHERYL, now=LATER).before is None
    assert codes(store.folder) == ["NNHWB"]


def test_a_left_over_journal_is_not_played_into_the_restored_store(tmp_path: Path) -> None:
    with a_library(tmp_path / "library") as store:
        a_board(store)
        made = upkeep.back_up(store, now=NOW)
    (store.folder / "board.db").write_bytes(b"torn")
    (store.folder / "board.db-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(600))
    upkeep.restore(store.folder, made.path, who=CHERYL, now=LATER)
    assert not (store.folder / "board.db-journal").exists()
    assert codes(store.folder) == ["NNHWB"]


def a_whole_library(store: Store, tmp_path: Path) -> tuple[int, Path]:
    """A library with a paper and approved minutes: the id of the meeting, and where the paper lies."""
    report = tmp_path / "report.txt"
    report.write_text("The report", encoding="utf-8")
    board = a_board(store)
    meeting = a_meeting(store, board, JULY, status=Status.DRAFT)
    item = an_item(store, meeting, "Strategy")
    kept = papers.keep(store.folder, report)
    with store.step("Attach paper") as step:
        agenda.add_paper(
            step, item, added_at=datetime(2022, 7, 1), title="Report", file_name="report.txt",
            digest=kept.digest, size=kept.size,
        )  # fmt: skip
    a_minute(store, meeting, "Strategy", item_id=item, narrative="It was noted.", resolutions=["notes it"])
    minuting.circulate(store, meeting_id=meeting, today=date(2022, 7, 12))
    minuting.approve(store, meeting_id=meeting, on=date(2022, 9, 6))
    an_action(store, board)
    return meeting, papers.path_of(store.folder, kept.digest, ".txt")


def test_a_whole_library_has_no_faults(tmp_path: Path) -> None:
    with a_library(tmp_path / "library") as store:
        a_whole_library(store, tmp_path)
        assert upkeep.verify(store) == []


def test_a_changed_and_a_missing_paper_are_found(tmp_path: Path) -> None:
    with a_library(tmp_path / "library") as store:
        _, paper = a_whole_library(store, tmp_path)
        paper.write_text("Another report", encoding="utf-8")
        [changed] = upkeep.verify(store)
        paper.unlink()
        [missing] = upkeep.verify(store)
    assert changed.message == "The paper “Report” was changed since it was taken in."
    assert changed.where == "NNHWB/2022-07-05, Strategy"
    assert "is missing" in missing.message


def test_minutes_changed_after_approval_break_their_seal(tmp_path: Path) -> None:
    with a_library(tmp_path / "library") as store:
        meeting, _ = a_whole_library(store, tmp_path)
        with store.step("Tamper") as step:
            step.reading.exec_driver_sql("UPDATE resolution SET text = 'approves it'")
        [broken] = upkeep.verify(store)
    assert meeting
    assert (broken.rule, broken.where) == ("R29", "NNHWB/2022-07-05")


def test_a_reference_to_nothing_is_found(tmp_path: Path) -> None:
    with a_library(tmp_path / "library") as store:
        a_whole_library(store, tmp_path)
    with closing(sqlite3.connect(store.folder / "board.db")) as driver, driver:
        driver.execute("UPDATE action SET board_id = 99")
    store = Store.open(tmp_path / "library", who=CHERYL)
    found = upkeep.verify(store)
    store.close()
    assert [(each.rule, "“action”" in each.message, "“board”" in each.message) for each in found] == [
        ("references", True, True)
    ]


def test_a_damaged_index_is_found(tmp_path: Path) -> None:
    with a_library(tmp_path / "library") as store:
        a_whole_library(store, tmp_path)
    with closing(sqlite3.connect(store.folder / "board.db")) as driver, driver:
        driver.execute("PRAGMA writable_schema = ON")
        driver.execute(
            "UPDATE sqlite_master SET sql = replace(sql, '(name)', '(email)') WHERE name = 'person_name'"
        )
    with closing(sqlite3.connect(store.folder / "board.db")) as driver, driver:
        driver.execute("INSERT INTO person (name, email) VALUES ('A', 'a@b')")
        driver.execute("PRAGMA writable_schema = ON")
        driver.execute(
            "UPDATE sqlite_master SET sql = replace(sql, '(email)', '(name)') WHERE name = 'person_name'"
        )
    store = Store.open(tmp_path / "library", who=CHERYL)
    found = upkeep.verify(store)
    store.close()
    assert {each.rule for each in found} == {"structure"}


def test_a_backup_is_offered_for_what_is_damaged_and_for_nothing_that_is_whole(tmp_path: Path) -> None:
    with a_library(tmp_path / "library") as store:
        a_board(store)
        made = upkeep.back_up(store, now=NOW)
    assert upkeep.backup_to_offer(store.folder, LibraryError("It is damaged.")) == made
    assert upkeep.backup_to_offer(store.folder, LockedError("It is in use.")) is None
    assert upkeep.backup_to_offer(store.folder, NewerLibraryError("It is newer.")) is None
    assert upkeep.backup_to_offer(store.folder, MachineError("The disk is full.")) is None
    assert upkeep.backup_to_offer(tmp_path / "nowhere", LibraryError("There is none.")) is None
