"""A defect of ours is written down, with what is needed to find it."""

from pathlib import Path

import pytest

from boardtool import __version__
from boardtool.data.fault_log import write_fault


def _raised() -> ZeroDivisionError:
    try:
        _ = 1 // 0
    except ZeroDivisionError as error:
        return error
    raise AssertionError


def test_a_defect_is_written_with_its_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platformdirs.user_log_path", lambda *_a, **_k: tmp_path / "log")
    log = write_fault(_raised())
    assert log is not None
    told = log.read_text(encoding="utf-8")
    assert told.startswith(f"boardtool {__version__}, Python ")
    assert "in _raised" in told
    assert "ZeroDivisionError" in told


def test_where_no_log_can_be_written_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "log").write_text("a file where the folder should be", encoding="utf-8")
    monkeypatch.setattr("platformdirs.user_log_path", lambda *_a, **_k: tmp_path / "log")
    assert write_fault(_raised()) is None
