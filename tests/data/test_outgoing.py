"""What goes out into a folder lies there whole, or the folder is as it was."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest

from boardtool.data.outgoing import all_or_none
from boardtool.data.writing_files import write_whole
from boardtool.domain.errors import CannotDoError, MachineError

if TYPE_CHECKING:
    from pathlib import Path


def write(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Write one file whole; the disk is full before the second is."""

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with all_or_none(folder, of="messages") as files:
        write_whole(folder / "one.eml", b"one")
        files.append(folder / "one.eml")
        monkeypatch.setattr("boardtool.data.writing_files.os.fsync", full)
        write_whole(folder / "two.eml", b"two")


def test_on_a_full_disk_neither_files_nor_folders_are_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(MachineError, match="the disk is full"):
        write(tmp_path / "to send" / "July", monkeypatch)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_was_there_keeps_what_it_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "reply.eml").write_bytes(b"a reply")
    with pytest.raises(MachineError, match="the disk is full"):
        write(tmp_path, monkeypatch)
    assert [file.name for file in tmp_path.iterdir()] == ["reply.eml"]


def test_where_all_goes_well_all_stays(tmp_path: Path) -> None:
    with all_or_none(tmp_path / "out", of="messages") as files:
        write_whole(tmp_path / "out" / "one.eml", b"one")
        files.append(tmp_path / "out" / "one.eml")
    assert (tmp_path / "out" / "one.eml").read_bytes() == b"one"


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"a file")
    with pytest.raises(CannotDoError, match=r"out is a file\. Give a folder for the messages"):
        write_whole_into(tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == b"a file"


def write_whole_into(folder: Path) -> None:
    with all_or_none(folder, of="messages"):
        pytest.fail("there is no such folder")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object, **_kwargs: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("boardtool.data.outgoing.Path.mkdir", full)
    with pytest.raises(MachineError, match="cannot be made: No space left"):
        write_whole_into(tmp_path / "out")


def test_a_folder_that_no_disk_would_take_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    with (
        pytest.raises(MachineError, match="cannot be made"),
        all_or_none(tmp_path / "a" / ("b" * 300), of="forms"),
    ):
        pytest.fail("it was made")
    assert list(tmp_path.iterdir()) == []
