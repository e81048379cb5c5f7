"""A library that cannot be made whole leaves its folder as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from boardtool.data.new_folder import whole_or_as_before
from boardtool.domain.errors import MachineError

if TYPE_CHECKING:
    from pathlib import Path


def half_made(folder: Path, error: BaseException) -> None:
    with whole_or_as_before(folder):
        (folder / "board.db").write_bytes(b"half")
        (folder / "papers" / "ab").mkdir()
        (folder / "papers" / "ab" / "abcd.pdf").write_bytes(b"%PDF")
        raise error


def test_a_new_folder_goes_with_all_that_it_held_and_those_made_above_it(tmp_path: Path) -> None:
    with pytest.raises(MachineError, match=r"No library was made in .*library: its disk is full"):
        half_made(tmp_path / "boards" / "library", MachineError("The disk is full. What was saved is whole."))
    assert list(tmp_path.iterdir()) == []


def test_what_lay_in_the_folder_before_stays(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "mine.pdf").write_bytes(b"%PDF")
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt):
        half_made(tmp_path, KeyboardInterrupt())
    assert (tmp_path / "papers" / "mine.pdf").read_bytes() == b"%PDF"
    assert {each.name for each in tmp_path.iterdir()} == {"papers", "notes.txt"}


def test_a_folder_where_a_file_lies_is_said(tmp_path: Path) -> None:
    (tmp_path / "library").write_text("a file", encoding="utf-8")
    with (
        pytest.raises(MachineError, match="library cannot be made"),
        whole_or_as_before(tmp_path / "library"),
    ):
        pass
    assert (tmp_path / "library").read_text(encoding="utf-8") == "a file"
