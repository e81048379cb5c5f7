"""Resources are found wherever boardtool runs from."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from boardtool.data import resources
from boardtool.domain.errors import MachineError

ROOT = Path(__file__).resolve().parents[2]


def test_in_the_checkout_they_stand_beside_the_source() -> None:
    assert resources.resource("icons") == ROOT / "resources" / "icons"


def test_a_build_is_asked_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    icons = tmp_path / "boardtool" / "resources" / "icons"
    icons.mkdir(parents=True)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources.resource("icons") == icons


def test_what_is_missing_is_named() -> None:
    with pytest.raises(MachineError, match=r"typst/no such\.typ"):
        resources.resource("typst/no such.typ")


def run(*command: str | Path) -> str:
    done = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_an_installed_wheel_brings_them_along(tmp_path: Path) -> None:
    built, installed = tmp_path / "built", tmp_path / "installed"
    run("-m", "hatchling", "build", "-t", "wheel", "-d", built)
    (wheel,) = built.glob("*.whl")
    run("-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--target", installed, wheel)
    ask = f"import sys; sys.path.insert(0, {str(installed)!r}); from boardtool.data.resources import resource"
    found = Path(run("-c", f"{ask}; print(resource('icons'))"))
    assert found == installed / "boardtool" / "resources" / "icons"
    assert sorted(icon.name for icon in found.iterdir()) == sorted(
        icon.name for icon in (ROOT / "resources" / "icons").iterdir()
    )
    assert (installed / "boardtool" / "docs" / "getting-started.md").is_file()
