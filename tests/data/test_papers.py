"""Papers are kept whole, all that come together or none."""

from __future__ import annotations

import errno
import shutil
from typing import IO, TYPE_CHECKING

import pytest

from boardtool.data import papers
from boardtool.domain.errors import CannotDoError, MachineError

if TYPE_CHECKING:
    from pathlib import Path


def two_files(folder: Path) -> list[Path]:
    files = [folder / "one.pdf", folder / "two.pdf"]
    for file in files:
        file.write_bytes(file.name.encode())
    return files


def full_after(monkeypatch: pytest.MonkeyPatch, copies: int) -> None:
    """Let the disk be full in the middle of the copy after so many."""
    left = [copies]
    whole = shutil.copyfileobj

    def copy(source: IO[bytes], target: IO[bytes]) -> None:
        if left[0] == 0:
            target.write(source.read(2))
            raise OSError(errno.ENOSPC, "No space left on device")
        left[0] -= 1
        whole(source, target)

    monkeypatch.setattr("boardtool.data.papers.shutil.copyfileobj", copy)


def lying(library: Path) -> list[Path]:
    return [each for each in (library / "papers").rglob("*") if each.is_file()]


@pytest.mark.parametrize("copies", [0, 1])
def test_where_the_disk_fills_none_of_the_files_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, copies: int
) -> None:
    files = two_files(tmp_path)
    full_after(monkeypatch, copies)
    with pytest.raises(MachineError, match=r"\.pdf could not be kept: the disk is full\. Free some space"):
        papers.keep_all(tmp_path / "library", files)
    assert lying(tmp_path / "library") == []


def test_what_was_there_before_stays_when_the_disk_fills(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = two_files(tmp_path)
    kept = papers.keep(tmp_path / "library", files[0])
    full_after(monkeypatch, 0)
    with pytest.raises(MachineError, match=r"two\.pdf"):
        papers.keep_all(tmp_path / "library", files)
    assert lying(tmp_path / "library") == [papers.path_of(tmp_path / "library", kept.digest, ".pdf")]


def test_a_file_that_cannot_be_a_paper_keeps_the_others_out(tmp_path: Path) -> None:
    files = two_files(tmp_path)
    files[1].write_bytes(b"")
    with pytest.raises(CannotDoError, match=r"two\.pdf is empty"):
        papers.keep_all(tmp_path / "library", files)
    assert lying(tmp_path / "library") == []


def test_the_same_content_is_kept_once(tmp_path: Path) -> None:
    files = two_files(tmp_path)
    files[1].write_bytes(files[0].read_bytes())
    first, second = papers.keep_all(tmp_path / "library", files)
    assert first == second
    assert len(lying(tmp_path / "library")) == 1
