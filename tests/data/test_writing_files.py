from __future__ import annotations

from pathlib import Path

import pytest

from boardtool.data.writing_files import write_whole
from boardtool.domain.errors import CannotDoError, MachineError


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "log.xlsx"
    write_whole(path, b"old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_cannot_be_replaced_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "log.xlsx"
    path.write_bytes(b"old")

    def open_in_excel(_self: Path, _target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", open_in_excel)
    with pytest.raises(MachineError, match=r"log\.xlsx was not written: it is open in another program"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(MachineError, match="the disk is full"):
        write_whole(tmp_path / "log.xlsx", b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_place_of_the_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "log.xlsx").mkdir()
    with pytest.raises(MachineError, match="it is a folder"):
        write_whole(tmp_path / "log.xlsx", b"new")


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(CannotDoError, match="There is no folder"):
        write_whole(tmp_path / "none" / "log.xlsx", b"new")
