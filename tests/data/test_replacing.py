"""A file that a scanner holds for a moment is waited for on Windows; elsewhere a refusal is the last word."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtool.data import replacing


class Held:
    """A file held by another program for so many tries."""

    def __init__(self, tries: int) -> None:
        self.tries = tries
        self.slept = 0.0

    def refuse(self) -> None:
        self.tries -= 1
        if self.tries >= 0:
            raise PermissionError(13, "The process cannot access the file")

    def sleep(self, seconds: float) -> None:
        self.slept += seconds


@pytest.fixture
def finished(tmp_path: Path) -> Path:
    file = tmp_path / "log.part"
    file.write_bytes(b"new")
    return file


def held(monkeypatch: pytest.MonkeyPatch, tries: int, *, windows: bool) -> Held:
    holding = Held(tries)
    monkeypatch.setattr(replacing, "WINDOWS", windows)
    monkeypatch.setattr(Path, "replace", lambda *_paths: holding.refuse())
    monkeypatch.setattr("boardtool.data.replacing.time.sleep", holding.sleep)
    monkeypatch.setattr("boardtool.data.replacing.time.monotonic", lambda: holding.slept)
    return holding


@pytest.mark.parametrize("tries", [1, 5, 8])
def test_on_windows_a_moment_is_waited_for(
    finished: Path, tries: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    holding = held(monkeypatch, tries, windows=True)
    replacing.replace(finished, finished.with_name("log.xlsx"))
    assert holding.tries == -1
    assert 0 < holding.slept <= replacing.PATIENCE


def test_on_windows_patience_ends(finished: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    holding = held(monkeypatch, 10_000, windows=True)
    with pytest.raises(PermissionError):
        replacing.replace(finished, finished.with_name("log.xlsx"))
    assert holding.slept <= replacing.PATIENCE


def test_elsewhere_nothing_is_waited_for(finished: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    holding = held(monkeypatch, 1, windows=False)
    with pytest.raises(PermissionError):
        replacing.replace(finished, finished.with_name("log.xlsx"))
    assert holding.slept == 0


def test_the_file_is_in_its_place(finished: Path) -> None:
    target = finished.with_name("log.xlsx")
    target.write_bytes(b"old")
    replacing.replace(finished, target)
    assert target.read_bytes() == b"new"
    assert not finished.exists()
