"""LibreOffice is ended whole when it takes too long: a stand-in starts a process of its own, as it does."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from boardtool.data.pdf.by_libreoffice import LibreOffice
from boardtool.data.pdf.turning import NotTurnedError

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script of Unix")

HANGS = """#!{python}
import subprocess, sys, time
worker = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
open({noted!r}, "w").write(str(worker.pid))
time.sleep(60)
"""
FAILS = "#!{python}\nimport sys; open({noted!r}, 'w'); sys.exit(1)\n"


def standing_in(folder: Path, script: str) -> LibreOffice:
    program = folder / "soffice"
    program.write_text(script.format(python=sys.executable, noted=str(folder / "worker")))
    program.chmod(0o755)
    return LibreOffice(program, time_limit_s=2.0)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    file = tmp_path / "grant.docx"
    file.write_text("a paper")
    return file


def runs(pid: str) -> bool:
    state = subprocess.run(["ps", "-o", "stat=", "-p", pid], capture_output=True, text=True, check=False)
    return bool(state.stdout.strip()) and not state.stdout.startswith("Z")


def test_what_it_started_is_ended_with_it(tmp_path: Path, paper: Path) -> None:
    started = time.monotonic()
    with pytest.raises(NotTurnedError, match="LibreOffice"):
        standing_in(tmp_path, HANGS).turn(paper)
    assert time.monotonic() - started < 30
    worker = (tmp_path / "worker").read_text()
    for _ in range(100):
        if not runs(worker):
            break
        time.sleep(0.05)
    assert not runs(worker)


def test_one_that_fails_says_so(tmp_path: Path, paper: Path) -> None:
    with pytest.raises(NotTurnedError, match="could not be turned into PDF by LibreOffice"):
        standing_in(tmp_path, FAILS).turn(paper)
    assert (tmp_path / "worker").exists()
