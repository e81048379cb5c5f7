"""The rescue file: appended, checked line by line, settled."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from boardtool.data import rescue
from boardtool.domain.errors import MachineError

if TYPE_CHECKING:
    from pathlib import Path

AT = datetime(2022, 9, 6, 14, 7, 31)


def words(text: str, minute: int = 1) -> rescue.Rescued:
    return rescue.Rescued(minute, "NNHWB/2022-09-06", text, AT)


def test_the_newest_text_of_every_minute_waits_until_it_is_settled(tmp_path: Path) -> None:
    file = tmp_path / "state" / "words.jsonl"
    assert rescue.unsettled(file) == []
    rescue.keep(file, words("first"))
    rescue.keep(file, words("other", 2))
    rescue.keep(file, words("second\nline, “quoted”"))
    assert rescue.unsettled(file) == [words("other", 2), words("second\nline, “quoted”")]
    rescue.settle(file, 1)
    assert rescue.unsettled(file) == [words("other", 2)]
    rescue.keep(file, words("again"))
    assert words("again") in rescue.unsettled(file)


def test_a_line_cut_short_or_damaged_spoils_only_itself(tmp_path: Path) -> None:
    file = tmp_path / "words.jsonl"
    rescue.keep(file, words("whole"))
    for cut in range(1, 60, 7):
        whole = file.read_bytes()
        rescue.keep(file, words("cut"))
        file.write_bytes(file.read_bytes()[:-cut])
        rescue.keep(file, words("after", 2))
        assert rescue.unsettled(file) == [words("whole"), words("after", 2)]
        file.write_bytes(whole)
    file.write_bytes(file.read_bytes().replace(b"whole", b"whale"))
    assert rescue.unsettled(file) == []


def test_it_lies_in_another_folder_than_the_library(tmp_path: Path) -> None:
    one, other = rescue.rescue_file(tmp_path / "one"), rescue.rescue_file(tmp_path / "other")
    assert one != other
    assert tmp_path not in one.parents


def test_settling_what_was_never_kept_makes_no_file(tmp_path: Path) -> None:
    rescue.settle(tmp_path / "words.jsonl", 1)
    assert not (tmp_path / "words.jsonl").exists()


def test_a_folder_that_cannot_be_written_is_the_machine_s_trouble(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where a folder should be")
    with pytest.raises(MachineError, match="cannot be written"):
        rescue.keep(tmp_path / "taken" / "words.jsonl", words("x"))
