"""The one door: what it says, and that nothing of a check is lost."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import dev
from tests.development.calls import Calls

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).resolve().parents[1]


def test_without_a_word_every_verb_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main([]) == 0
    said = capsys.readouterr().out
    assert re.findall(r"^  (\w+)", said, re.MULTILINE) == list(dev.VERBS)


def test_an_unknown_verb_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["walk"]) == 2
    assert "There is no verb 'walk'." in capsys.readouterr().out


def test_it_needs_nothing_installed() -> None:
    bare = subprocess.run(
        [sys.executable, "-E", "-s", "-S", str(ROOT / "dev.py")], capture_output=True, text=True, check=False
    )
    assert bare.returncode == 0, bare.stderr


def checked(monkeypatch: pytest.MonkeyPatch, calls: Calls) -> int:
    monkeypatch.setattr(dev, "call", calls)
    monkeypatch.setattr(dev, "set_up", lambda: None)
    monkeypatch.setattr(dev, "need_libraries", lambda _libraries: None)
    return dev.test(["-x"])


def test_a_failing_check_does_not_hide_the_others(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    calls = Calls("ruff check", "mypy")
    assert checked(monkeypatch, calls) == 1
    assert len(calls.made) == len(dev.CHECKS) + 1
    assert "Held: format, imports. Failed: lint, types." in capsys.readouterr().out


def test_the_tests_come_last_and_their_closing_line_ends_a_good_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    calls = Calls()
    assert checked(monkeypatch, calls) == 0
    assert calls.made[-1].endswith("-m pytest -x")
    assert capsys.readouterr().out.endswith("== tests\n")


def test_a_failing_test_fails_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    assert checked(monkeypatch, Calls("-m pytest")) == 1
