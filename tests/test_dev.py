"""The one door: what it says, when it installs, and that nothing of a check is lost."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import dev
import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parents[1]


class Calls:
    """Stands in for starting programs: remembers the commands, fails those that are to fail."""

    def __init__(self, *failing: str) -> None:
        self.failing = failing
        self.made: list[str] = []

    def __call__(self, command: Sequence[str | Path], extra: object = None) -> int:
        del extra
        line = " ".join(map(str, command))
        self.made.append(line)
        return int(any(word in line for word in self.failing))

    def which(self, word: str) -> list[int]:
        return [place for place, line in enumerate(self.made) if word in line]


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout of its own, with an environment that was never installed into."""
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(dev, "PYTHON", tmp_path / ".venv" / "python")
    monkeypatch.setattr(dev, "STAMP", tmp_path / ".venv" / "stamp")
    monkeypatch.setattr(dev, "LOCK", tmp_path / "requirements.lock")
    (tmp_path / ".venv").mkdir()
    (tmp_path / "requirements.lock").write_text("ruff==1 --hash=sha256:00", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text("", encoding="utf-8")
    return tmp_path


def test_without_a_word_every_verb_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main([]) == 0
    said = capsys.readouterr().out
    assert re.findall(r"^  (\w+)", said, re.MULTILINE) == list(dev.VERBS)


def test_an_unknown_verb_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["walk"]) == 2
    assert "There is no verb 'walk'." in capsys.readouterr().out


def test_it_needs_nothing_installed() -> None:
    bare = subprocess.run(
        [sys.executable, "-I", "-S", str(ROOT / "dev.py")], capture_output=True, text=True, check=False
    )
    assert bare.returncode == 0, bare.stderr


def test_the_first_time_everything_is_installed_then_nothing(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = Calls()
    monkeypatch.setattr(dev, "call", calls)
    dev.set_up()
    assert [bool(calls.which(word)) for word in ("-m venv", "--require-hashes", "--no-deps")] == [True] * 3
    before = list(calls.made)
    dev.set_up()
    assert calls.made == before
    (elsewhere / "requirements.lock").write_text("ruff==2 --hash=sha256:00", encoding="utf-8")
    dev.set_up()
    assert len(calls.made) > len(before)


@pytest.mark.usefixtures("elsewhere")
def test_an_install_that_failed_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "call", Calls("--require-hashes"))
    with pytest.raises(dev.StoppedError, match="--require-hashes"):
        dev.set_up()
    assert not dev.STAMP.exists()


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


linux_only = pytest.mark.skipif(sys.platform != "linux", reason="Qt's libraries come with it elsewhere")


@linux_only
def test_missing_libraries_are_named_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: "/usr/bin/apt-get")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(dev.StoppedError, match=r"libNo\.so\.1(.|\n)*sudo apt-get install .*libno1"):
        dev.need_libraries({"libNo.so.1": "libno1", "libc.so.6": "libc6"})


@linux_only
def test_root_on_debian_installs_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = Calls()
    monkeypatch.setattr(dev, "call", calls)
    monkeypatch.setenv("DEBIAN_FRONTEND", "")
    monkeypatch.setattr(shutil, "which", lambda _name: "/usr/bin/apt-get")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    dev.need_libraries({"libNo.so.1": "libno1", "libc.so.6": "libc6"})
    assert calls.made == ["apt-get update -q", "apt-get install -y --no-install-recommends libno1"]


@linux_only
def test_elsewhere_the_libraries_themselves_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(dev.StoppedError, match=r"dnf install 'libNo\.so\.1\(\)\(64bit\)'"):
        dev.need_libraries({"libNo.so.1": "libno1"})


def test_the_lock_pins_by_hash_and_names_no_place() -> None:
    text = dev.LOCK.read_text(encoding="utf-8")
    pins = re.findall(r"^([a-z0-9-]+)==[^\n]*\\\n    --hash=sha256:", text, re.MULTILINE)
    starts = re.findall(r"^([A-Za-z0-9-]+)", text, re.MULTILINE)
    assert pins == starts
    assert "://" not in text
    assert not re.search(r"^\s*--(index|extra|find)", text, re.MULTILINE)


def test_the_lock_holds_everything_that_the_project_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    named = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    wanted = {re.split(r"[<>=!~\[; ]", line)[0].lower().replace("_", "-") for line in named}
    pinned = set(re.findall(r"^([a-z0-9-]+)==", dev.LOCK.read_text(encoding="utf-8"), re.MULTILINE))
    assert wanted <= pinned
