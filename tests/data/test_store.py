"""The store's promises: nothing outside a step, all or nothing, undo that survives, honest refusals."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import threading
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import DBAPIError
from tests.builders import (
    CHERYL,
    Clock,
    a_board,
    a_library,
    a_meeting,
    a_member,
    a_minute,
    an_action,
    an_attendance,
    an_item,
)

from boardtool.data import actions, attendance, boards, history, meetings
from boardtool.data.journal import EditedSinceError, OutsideStepError
from boardtool.data.migrations import APPLICATION_ID, latest
from boardtool.data.store import Access, Announcement, Store
from boardtool.data.tables import JOURNALLED
from boardtool.domain.errors import CannotDoError, LibraryError, MachineError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    with a_library(tmp_path / "library", clock=clock) as library:
        yield library


def dump(store: Store, *tables: str) -> dict[str, list[tuple[object, ...]]]:
    """All rows of the tables, as the file holds them."""
    names = tables or tuple(table.name for table in JOURNALLED)
    with closing(sqlite3.connect(store.folder / "board.db")) as driver:
        return {name: driver.execute(f'SELECT * FROM "{name}" ORDER BY id').fetchall() for name in names}


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def name_of(store: Store, board: int) -> str:
    with store.reading() as reading:
        return boards.by_id(reading, board).name


def rename(store: Store, board: int, name: str, *, fold: str | None = None) -> None:
    with store.step("Rename board", fold=fold) as step:
        boards.change(step, board, name=name)


# -- nothing outside a step ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO phrase (position, title, text) VALUES (0, 'a', 'b')",
        "UPDATE board SET name = 'changed'",
        "DELETE FROM board",
    ],
)
def test_a_write_outside_a_step_is_refused_and_changes_nothing(store: Store, statement: str) -> None:
    a_board(store)
    before = dump(store)
    with pytest.raises(DBAPIError):
        store._writer.exec_driver_sql(statement)
    assert dump(store) == before


def test_a_reading_cannot_write(store: Store) -> None:
    a_board(store)
    with pytest.raises(MachineError), store.reading() as reading:
        reading.exec_driver_sql("DELETE FROM board")
    assert len(dump(store)["board"]) == 1


def test_a_step_inside_a_step_is_refused_and_takes_the_outer_one_with_it(store: Store) -> None:
    before = dump(store)
    with pytest.raises(OutsideStepError), store.step("Outer") as step:  # noqa: PT012 - it is the whole step that fails
        boards.add(step, code="A", name="A")
        with store.step("Inner"):
            pass
    assert dump(store) == before
    a_board(store)
    assert len(dump(store)["board"]) == 1


def test_a_step_inside_a_reading_is_refused_at_once_because_it_would_wait_for_itself(store: Store) -> None:
    board = a_board(store)
    with pytest.raises(OutsideStepError), store.reading() as reading:  # noqa: PT012 - it is the whole step that fails
        boards.every(reading)
        rename(store, board, "changed")
    rename(store, board, "afterwards")
    assert name_of(store, board) == "afterwards"


def test_a_reading_inside_a_reading_sees_the_same_moment(store: Store) -> None:
    board = a_board(store)
    with store.reading() as outer:
        first = boards.by_id(outer, board)
        with store.reading() as inner:
            assert boards.by_id(inner, board) == first
        assert boards.by_id(outer, board) == first


def test_a_library_opened_for_reading_takes_no_step(store: Store) -> None:
    a_board(store)
    reader = Store.open(store.folder, who="Somebody", access=Access.READ)
    with pytest.raises(LibraryError, match="reading only"), reader.step("Write"):
        pass
    with reader.reading() as reading:
        assert len(boards.every(reading)) == 1
    reader.close()


# -- all or nothing --------------------------------------------------------------------------------


def test_a_step_that_fails_leaves_nothing_not_even_in_the_journal(store: Store) -> None:
    board = a_board(store)
    before = dump(store), dump(store, "step", "change")
    heard: list[Announcement] = []
    store.subscribe(heard.append)
    with pytest.raises(RuntimeError, match="half way"), store.step("Fails") as step:  # noqa: PT012 - it is the whole step that fails
        boards.change(step, board, name="half")
        meetings.add(step, board_id=board, day=Clock().now.date(), start="13:30", place="")
        raise RuntimeError("half way")
    assert (dump(store), dump(store, "step", "change")) == before
    assert heard == []


def test_a_step_that_breaks_a_rule_of_the_store_leaves_nothing(store: Store) -> None:
    a_board(store)
    before = dump(store)
    with pytest.raises(DBAPIError), store.step("Fails") as step:  # noqa: PT012 - it is the whole step that fails
        boards.add(step, code="NEW", name="New")
        boards.add(step, code="NEW", name="Twice")
    assert dump(store) == before


def test_a_step_that_changes_nothing_leaves_no_trace(store: Store) -> None:
    board = a_board(store)
    steps = dump(store, "step")
    rename(store, board, name_of(store, board))
    with store.step("Nothing"):
        pass
    assert dump(store, "step") == steps


def test_a_step_is_in_the_file_when_it_is_over(store: Store) -> None:
    a_board(store)
    assert dump(store)["board"][0][1] == "NNHWB"


def test_steps_of_several_threads_come_one_after_the_other(store: Store) -> None:
    board = a_board(store)

    def work(worker: int) -> None:
        for count in range(10):
            an_action(store, board, f"0507{worker:02}/{count:02}")

    threads = [threading.Thread(target=work, args=(worker,)) for worker in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(dump(store)["action"]) == 40


def test_a_full_disk_is_said_in_words_and_passes(store: Store) -> None:
    board = a_board(store)
    before = dump(store)
    pages = store._writer.exec_driver_sql("PRAGMA page_count").scalar_one()
    store._writer.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(MachineError, match="disk is full"):
        rename(store, board, "much " * 100_000)
    assert dump(store) == before
    store._writer.exec_driver_sql("PRAGMA max_page_count = 1000000")
    rename(store, board, "room again")
    assert name_of(store, board) == "room again"


def test_a_library_that_could_not_be_made_leaves_nothing_in_the_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_driver: sqlite3.Connection) -> None:
        raise MachineError("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr("boardtool.data.store_file.migrate", full)
        with pytest.raises(MachineError, match="full"):
            Store.make(tmp_path / "library", who=CHERYL)
    assert [file.name for file in (tmp_path / "library").rglob("*") if file.is_file()] == []
    Store.make(tmp_path / "library", who=CHERYL).close()


def test_a_store_that_cannot_be_written_says_so_when_it_is_opened(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = store.folder
    store.close()

    def read_only(_path: Path, _flags: int) -> int:
        raise PermissionError(13, "Permission denied")

    def only_the_lock(path: Path, flags: int, mode: int = 0o777) -> int:
        return open_file(path, flags, mode) if path.name == "library.lock" else read_only(path, flags)

    open_file = os.open
    with monkeypatch.context() as patch:
        patch.setattr("os.open", only_the_lock)
        with pytest.raises(MachineError, match=r"board\.db cannot be written: Permission denied"):
            Store.open(folder, who=CHERYL)
    reader = Store.open(folder, who=CHERYL, access=Access.READ)
    reader.close()


@pytest.mark.parametrize("to", ["elsewhere.db", None])
def test_a_library_moved_or_deleted_while_open_is_noticed_before_writing(
    store: Store, to: str | None
) -> None:
    board = a_board(store)
    path = store.folder / "board.db"
    if to is None:
        path.unlink()
    else:
        path.rename(store.folder / to)
    with pytest.raises(MachineError, match="moved or deleted"):
        rename(store, board, "lost")


# -- telling ---------------------------------------------------------------------------------------


def test_subscribers_hear_which_rows_changed_once_after_the_commit(store: Store) -> None:
    heard: list[Announcement] = []
    seen: list[str] = []
    board = a_board(store)
    leave = store.subscribe(heard.append)
    also_leave = store.subscribe(lambda _: seen.append(name_of(store, board)))
    rename(store, board, "New name")
    store.undo()
    store.redo()
    assert [(each.kind, each.label, dict(each.rows)) for each in heard] == [
        (kind, "Rename board", {"board": frozenset({board})}) for kind in ("do", "undo", "redo")
    ]
    assert seen == ["New name", "North Northamptonshire Health and Wellbeing Board", "New name"]
    leave()
    also_leave()
    rename(store, board, "Unheard")
    assert len(heard) == 3


# -- undo and redo ---------------------------------------------------------------------------------


def everything(store: Store) -> int:
    """A board with something in every table under it."""
    board = a_board(store, members=["Member"])
    meeting = a_meeting(store, board, subjects=["Apologies"])
    item = an_item(store, meeting, "Strategy", presenters=["Director", "Chair"])
    a_minute(store, meeting, "Strategy", item_id=item, resolutions=["notes it", "approves it"])
    an_attendance(store, meeting, "Member")
    action = an_action(store, board, item_id=item, meeting_id=meeting, owners=["A", "B"])
    with store.step("Add progress") as step:
        actions.add_progress(step, action, on=Clock().now.date(), text="Begun", source="you", who=CHERYL)
    return board


def test_a_board_removed_with_everything_of_it_comes_back_whole(store: Store) -> None:
    board = everything(store)
    whole = dump(store)
    with store.step("Remove board") as step:
        boards.remove(step, board)
    without = dump(store)
    assert [name for name, rows in without.items() if rows] == ["person"]
    store.undo()
    assert dump(store) == whole
    store.redo()
    assert dump(store) == without
    store.undo()
    assert dump(store) == whole


def test_undo_goes_all_the_way_back_and_redo_all_the_way_forward(store: Store) -> None:
    everything(store)
    whole = dump(store)
    count = 0
    while store.undo():
        count += 1
    assert not any(dump(store).values())
    assert store.undo() is None
    for _ in range(count):
        assert store.redo()
    assert store.redo() is None
    assert dump(store) == whole


def test_undo_and_redo_work_tomorrow(tmp_path: Path) -> None:
    with a_library(tmp_path / "library") as store:
        board = a_board(store)
        rename(store, board, "Second")
    tomorrow = Store.open(tmp_path / "library", who="Somebody else")
    undone = tomorrow.undo()
    assert undone is not None
    assert undone.label == "Rename board"
    assert name_of(tomorrow, board).startswith("North")
    tomorrow.close()
    day_after = Store.open(tmp_path / "library", who=CHERYL)
    with day_after.reading() as reading:
        assert history.reach(reading) == history.Reach("Make board NNHWB", "Rename board")
    day_after.redo()
    assert name_of(day_after, board) == "Second"
    day_after.close()


def test_what_was_undone_cannot_come_back_over_something_done_since(store: Store) -> None:
    board = a_board(store)
    rename(store, board, "Second")
    store.undo()
    rename(store, board, "Third")
    assert store.redo() is None
    assert name_of(store, board) == "Third"


def test_an_older_step_is_taken_back_by_itself_where_nothing_touched_it_since(store: Store) -> None:
    board = a_board(store)
    rename(store, board, "Second")
    [step] = [step for step in recent(store) if step.label == "Rename board"]
    an_action(store, board)
    store.take_back(step.id)
    assert name_of(store, board).startswith("North")
    assert len(dump(store)["action"]) == 1


def test_a_step_edited_since_is_not_taken_back_and_nothing_is_half_done(store: Store) -> None:
    board = a_board(store)
    rename(store, board, "Second")
    [step] = [step for step in recent(store) if step.label == "Rename board"]
    rename(store, board, "Third")
    before = dump(store), dump(store, "step")
    with pytest.raises(EditedSinceError):
        store.take_back(step.id)
    assert (dump(store), dump(store, "step")) == before


def test_a_step_whose_rows_were_removed_since_is_not_taken_back(store: Store) -> None:
    board = a_board(store)
    action = an_action(store, board)
    [made] = [step for step in recent(store) if step.label == "Record action"]
    with store.step("Remove action") as step:
        actions.remove(step, action)
    with pytest.raises(EditedSinceError):
        store.take_back(made.id)
    store.undo()
    assert len(dump(store)["action"]) == 1


def test_a_step_that_later_things_hang_on_is_not_taken_back(store: Store) -> None:
    board = a_board(store)
    an_action(store, board)
    before = dump(store)
    [made] = [step for step in recent(store) if step.label == "Make board NNHWB"]
    with pytest.raises(EditedSinceError):
        store.take_back(made.id)
    assert dump(store) == before


def test_a_step_whose_place_was_taken_or_lost_since_is_not_taken_back(store: Store) -> None:
    board = a_board(store)
    meeting = a_meeting(store, board, subjects=["Apologies"])
    with store.step("Remove meeting") as removal:
        meetings.remove(removal, meeting)
    a_meeting(store, board)
    with pytest.raises(EditedSinceError):
        store.take_back(removal.id)
    member = an_attendance(store, a_meeting(store, board, date(2022, 12, 6)), "Member")
    with store.step("Remove attendance") as removal:
        attendance.remove(removal, member)
    with store.step("Remove every meeting") as step:
        step.reading.exec_driver_sql("DELETE FROM meeting")
    before = dump(store)
    with pytest.raises(EditedSinceError):
        store.take_back(removal.id)
    assert dump(store) == before


def test_a_step_is_taken_back_once(store: Store) -> None:
    a_board(store)
    undone = store.undo()
    assert undone is not None
    for step in recent(store):
        with pytest.raises(CannotDoError, match="taken back already"):
            store.take_back(step.id)


def test_what_was_taken_back_last_is_done_again_first(store: Store) -> None:
    board = a_board(store)
    a_member(store, board, "Member")
    an_action(store, board)
    [member] = [step for step in recent(store) if step.label == "Add member"]
    store.undo()
    store.take_back(member.id)
    assert [announced.label for _ in range(2) if (announced := store.redo())] == [
        "Add member",
        "Record action",
    ]


def test_a_step_that_never_was_is_not_taken_back(store: Store) -> None:
    with pytest.raises(CannotDoError, match="no step 99"):
        store.take_back(99)


def test_ids_are_never_used_again(store: Store) -> None:
    first = a_board(store)
    store.undo()
    assert a_board(store) > first


def recent(store: Store) -> list[history.PastStep]:
    with store.reading() as reading:
        return history.recent(reading)


def test_the_history_says_who_did_what_when(store: Store, clock: Clock) -> None:
    board = a_board(store)
    clock.forward(hours=1)
    rename(store, board, "Second")
    newest, oldest = recent(store)
    assert (newest.label, newest.who, newest.at, newest.undone) == ("Rename board", CHERYL, clock.now, False)
    assert oldest.label == "Make board NNHWB"
    with store.reading() as reading:
        [(_, change), _] = history.of_row(reading, "board", board)
    assert change.after == {"name": "Second"}


# -- folding ---------------------------------------------------------------------------------------


def test_typing_within_a_minute_is_one_step_to_undo(store: Store, clock: Clock) -> None:
    board = a_board(store)
    for letters in ("S", "Se", "Sec"):
        clock.forward(seconds=59)
        rename(store, board, letters, fold="name")
    assert [step.label for step in recent(store)] == ["Rename board", "Make board NNHWB"]
    store.undo()
    assert name_of(store, board).startswith("North")
    store.redo()
    assert name_of(store, board) == "Sec"


@pytest.mark.parametrize("between", ["a minute", "another step", "another text", "an undo"])
def test_typing_does_not_fold_over(store: Store, clock: Clock, between: str) -> None:
    board = a_board(store)
    rename(store, board, "First", fold="name")
    key = "name"
    if between == "a minute":
        clock.forward(seconds=61)
    elif between == "another step":
        a_member(store, board, "Member")
    elif between == "another text":
        key = "council"
    else:
        rename(store, board, "Undone", fold="name")
        clock.forward(seconds=61)
        rename(store, board, "Undone too", fold="name")
        store.undo()
    before = len(recent(store))
    rename(store, board, "Last", fold=key)
    assert len(recent(store)) == before + 1


def test_another_person_s_typing_does_not_fold_into_mine(tmp_path: Path, clock: Clock) -> None:
    with a_library(tmp_path / "library", clock=clock) as store:
        board = a_board(store)
        rename(store, board, "Mine", fold="name")
    other = Store.open(tmp_path / "library", who="Jenny Daniels", clock=clock)
    rename(other, board, "Hers", fold="name")
    other.undo()
    assert name_of(other, board) == "Mine"
    other.close()


def test_a_row_made_and_changed_in_folded_steps_goes_with_one_undo(store: Store) -> None:
    with store.step("Typing", fold="phrase") as step:
        phrase = boards.add_phrase(step, title="a", text="b")
    with store.step("Typing", fold="phrase") as step:
        step.reading.exec_driver_sql(f"UPDATE phrase SET text = 'c' WHERE id = {phrase}")
    with store.step("Typing", fold="phrase") as step:
        boards.remove_phrase(step, phrase)
        boards.add_phrase(step, title="d", text="e")
    assert len(recent(store)) == 1
    after = dump(store)
    store.undo()
    assert dump(store)["phrase"] == []
    store.redo()
    assert dump(store) == after


# -- opening ---------------------------------------------------------------------------------------


def test_a_second_library_is_not_made_over_the_first(store: Store) -> None:
    with pytest.raises(LibraryError, match="already"):
        Store.make(store.folder, who=CHERYL)


def test_where_there_is_no_library_none_is_opened(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="no library"):
        Store.open(tmp_path, who=CHERYL)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("access", Access)
def test_a_library_of_a_newer_program_is_refused_byte_for_byte_unchanged(
    tmp_path: Path, access: Access
) -> None:
    with a_library(tmp_path / "library") as store:
        a_board(store)
    path = tmp_path / "library" / "board.db"
    with closing(sqlite3.connect(path)) as driver:
        driver.execute(f"PRAGMA user_version = {latest() + 1}")
    before = digest(path)
    with pytest.raises(LibraryError, match="newer boardtool"):
        Store.open(tmp_path / "library", who=CHERYL, access=access)
    assert digest(path) == before
    again = tmp_path / "library" / "library.lock"
    assert again.read_bytes() == b""


@pytest.mark.parametrize("access", Access)
@pytest.mark.parametrize("content", ["song", "text", "zeros", "nothing", "no tables"])
def test_a_foreign_file_is_refused_byte_for_byte_unchanged(
    tmp_path: Path, content: str, access: Access
) -> None:
    path = tmp_path / "board.db"
    if content == "song":
        with closing(sqlite3.connect(path)) as driver:
            driver.execute("CREATE TABLE song (id INTEGER)")
    elif content == "no tables":
        with closing(sqlite3.connect(path)) as driver:
            driver.execute("VACUUM")
    else:
        kinds = {"text": b"Minutes of the meeting\n" * 400, "zeros": bytes(8192), "nothing": b""}
        path.write_bytes(kinds[content])
    before = digest(path)
    with pytest.raises(LibraryError):
        Store.open(tmp_path, who=CHERYL, access=access)
    assert digest(path) == before


@pytest.mark.parametrize("access", Access)
def test_a_library_that_lost_a_table_is_damaged(store: Store, access: Access) -> None:
    store.close()
    with closing(sqlite3.connect(store.folder / "board.db")) as driver:
        driver.execute("DROP TABLE action")
    with pytest.raises(LibraryError, match="its table “action” is not there"):
        Store.open(store.folder, who=CHERYL, access=access)


def test_the_file_says_that_it_is_ours_and_of_which_version(store: Store) -> None:
    with closing(sqlite3.connect(store.folder / "board.db")) as driver:
        assert driver.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        assert driver.execute("PRAGMA user_version").fetchone()[0] == latest()
        assert driver.execute("PRAGMA journal_mode").fetchone()[0] == "delete"


def test_a_closed_library_is_closed_again_without_harm_and_opens(store: Store) -> None:
    a_board(store)
    store.close()
    store.close()
    again = Store.open(store.folder, who=CHERYL)
    with again.reading() as reading:
        assert [board.code for board in boards.every(reading)] == ["NNHWB"]
    again.close()
