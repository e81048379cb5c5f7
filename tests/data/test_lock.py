"""One writer: the second opener is told who has the library, and a killed holder leaves it free."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.builders import CHERYL, Clock, a_board, a_library

from boardtool.data import boards
from boardtool.data.lock import LibraryLock, LockedError, holder_of
from boardtool.data.store import Access, Store
from boardtool.domain.errors import MachineError

HOLD = """
import sys, time
from pathlib import Path
from boardtool.data import boards
from boardtool.data.store import Store
store = Store.open(Path(sys.argv[1]), who="Jenny Daniels")
with store.step("Half done") as step:
    boards.add(step, code="HALF", name="Half done")
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_opener_is_told_who_has_it_and_may_read(tmp_path: Path) -> None:
    with a_library(tmp_path / "library") as store:
        a_board(store)
        with pytest.raises(
            LockedError, match=f"open on this computer by {CHERYL} since [0-2][0-9]:[0-5][0-9] on "
        ):
            Store.open(store.folder, who="Jenny Daniels")
        reader = Store.open(store.folder, who="Jenny Daniels", access=Access.READ)
        with reader.reading() as reading:
            assert [board.code for board in boards.every(reading)] == ["NNHWB"]
        reader.close()


def test_a_closed_library_is_free_and_names_nobody(tmp_path: Path) -> None:
    with a_library(tmp_path / "library") as store:
        holder = holder_of(store.folder)
        assert holder is not None
        assert (holder.who, holder.process) == (CHERYL, os.getpid())
    assert holder_of(store.folder) is None
    again = Store.open(store.folder, who="Jenny Daniels")
    again.close()


def test_a_killed_holder_leaves_the_library_free_and_its_step_undone(tmp_path: Path) -> None:
    with a_library(tmp_path / "library") as store:
        a_board(store)
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(store.folder)], stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "held\n"
        with pytest.raises(LockedError, match="Jenny Daniels"):
            Store.open(store.folder, who=CHERYL)
        child.send_signal(signal.SIGKILL)
    begun = time.monotonic()
    again = Store.open(store.folder, who=CHERYL)
    assert time.monotonic() - begun < 2
    with again.reading() as reading:
        assert [board.code for board in boards.every(reading)] == ["NNHWB"]
    again.close()


def test_another_computer_s_lock_is_never_taken_silently(tmp_path: Path) -> None:
    other = {"who": "Jenny Daniels", "host": "LAPTOP-7", "process": 1, "since": "2022-08-24T09:00:00"}
    (tmp_path / "library.lock").write_text(json.dumps(other), encoding="utf-8")
    with pytest.raises(LockedError, match=r"LAPTOP-7 by Jenny Daniels.*delete library\.lock"):
        LibraryLock(tmp_path, who=CHERYL, now=Clock().now)
    assert holder_of(tmp_path) is not None
    (tmp_path / "library.lock").unlink()
    LibraryLock(tmp_path, who=CHERYL, now=Clock().now).release()


def test_a_lock_file_with_anything_in_it_does_not_stop_anybody(tmp_path: Path) -> None:
    (tmp_path / "library.lock").write_bytes(b"\xff not json")
    with LibraryLock(tmp_path, who=CHERYL, now=Clock().now):
        assert holder_of(tmp_path) is not None


def test_where_no_lock_can_be_written_that_is_said(tmp_path: Path) -> None:
    with pytest.raises(MachineError, match="cannot be written"):
        LibraryLock(tmp_path / "nowhere", who=CHERYL, now=Clock().now)


def test_a_library_that_cannot_be_opened_is_not_left_locked(tmp_path: Path) -> None:
    (tmp_path / "board.db").write_bytes(b"Minutes of the meeting" * 100)
    for _ in range(2):
        with pytest.raises(Exception, match="damaged"):
            Store.open(tmp_path, who=CHERYL)
    assert holder_of(tmp_path) is None


def test_only_one_of_many_who_race_gets_it(tmp_path: Path) -> None:
    got = []
    for name in ("A", "B", "C"):
        try:
            got.append(LibraryLock(tmp_path, who=name, now=Clock().now))
        except LockedError:
            assert holder_of(tmp_path) is not None
    assert len(got) == 1
    got[0].release()
    assert Path(tmp_path / "library.lock").read_bytes() == b""


def test_a_lock_that_cannot_be_written_is_the_disks_trouble_and_is_let_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_file: int, _data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with pytest.raises(MachineError, match="No space left"):
            LibraryLock(tmp_path, who=CHERYL, now=Clock().now)
    LibraryLock(tmp_path, who=CHERYL, now=Clock().now).release()
