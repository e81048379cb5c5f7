"""When the environment is made, and what the lock holds."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from development.programs import StoppedError
from tests.development.calls import Calls

from development import environment, programs

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout of its own, with an environment that was never installed into."""
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(environment, "PYTHON", tmp_path / ".venv" / "python")
    monkeypatch.setattr(environment, "STAMP", tmp_path / ".venv" / "stamp")
    monkeypatch.setattr(environment, "LOCK", tmp_path / "requirements.lock")
    (tmp_path / ".venv").mkdir()
    (tmp_path / "requirements.lock").write_text("ruff==1 --hash=sha256:00", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text("", encoding="utf-8")
    return tmp_path


def test_the_first_time_everything_is_installed_then_nothing(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = Calls()
    monkeypatch.setattr(programs, "call", calls)
    environment.set_up()
    assert [bool(calls.which(word)) for word in ("-m venv", "--require-hashes", "--no-deps")] == [True] * 3
    before = list(calls.made)
    environment.set_up()
    assert calls.made == before
    (elsewhere / "requirements.lock").write_text("ruff==2 --hash=sha256:00", encoding="utf-8")
    environment.set_up()
    assert len(calls.made) > len(before)


@pytest.mark.usefixtures("elsewhere")
def test_an_install_that_failed_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "call", Calls("--require-hashes"))
    with pytest.raises(StoppedError, match="--require-hashes"):
        environment.set_up()
    assert not environment.STAMP.exists()


def test_the_lock_pins_by_hash_and_names_no_place() -> None:
    text = environment.LOCK.read_text(encoding="utf-8")
    pins = re.findall(r"^([a-z0-9-]+)==[^\n]*\\\n    --hash=sha256:", text, re.MULTILINE)
    starts = re.findall(r"^([A-Za-z0-9-]+)", text, re.MULTILINE)
    assert pins == starts
    assert "://" not in text
    assert not re.search(r"^\s*--(index|extra|find)", text, re.MULTILINE)


def test_the_lock_holds_everything_that_the_project_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    named = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    wanted = {re.split(r"[<>=!~\[; ]", line)[0].lower().replace("_", "-") for line in named}
    pinned = set(re.findall(r"^([a-z0-9-]+)==", environment.LOCK.read_text(encoding="utf-8"), re.MULTILINE))
    assert wanted <= pinned
