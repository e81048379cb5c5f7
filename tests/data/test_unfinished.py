"""What stands in empty rows, kept beside the rescue file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from boardtool.data import unfinished
from boardtool.data.unfinished import Unfinished
from boardtool.domain.errors import MachineError

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_unfinished_is_read_back_and_the_file_goes_with_it(tmp_path: Path) -> None:
    file = unfinished.unfinished_file(tmp_path / "state" / "abc.jsonl")
    rows = {6: Unfinished(what="Circulate “it”", who="Clerk"), 7: Unfinished(resolution="notes")}
    unfinished.write(file, {**rows, 8: Unfinished()})
    assert unfinished.read(file) == rows
    unfinished.write(file, {6: Unfinished()})
    assert not file.exists()
    assert unfinished.read(file) == {}


@pytest.mark.parametrize("damage", [b"", b"{", b"[1]", b'{"6": {"colour": "red"}}', b'{"x": {}}'])
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, damage: bytes) -> None:
    file = tmp_path / "abc.unfinished.json"
    file.write_bytes(damage)
    assert unfinished.read(file) == {}


def test_a_folder_that_cannot_be_written_is_the_machine_s_trouble(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where a folder should be")
    with pytest.raises(MachineError, match="cannot be written"):
        unfinished.write(tmp_path / "taken" / "abc.unfinished.json", {1: Unfinished(what="x")})
