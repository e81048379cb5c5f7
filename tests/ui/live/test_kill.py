"""A process killed while it types loses at most the last second, and never what it said was saved."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests import builders
from tests.ui.live.conftest import a_planned_meeting, open_it

if TYPE_CHECKING:
    from collections.abc import Sequence

CHILD = Path(__file__).with_name("kill_child.py")
CHECKOUT = Path(__file__).resolve().parents[3]
LONGEST_START = 30.0
MOST_LOST = 1.0  # seconds


def type_and_be_killed(folder: Path, seed: int) -> tuple[float, int]:
    """Seconds of typing lost, and the letters that were said to be saved and are not there."""
    library, truth = folder / f"library{seed}", folder / f"keys{seed}"
    with builders.a_library(library) as store:
        open_it(store, a_planned_meeting(store))
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_STATE_HOME": str(folder / "state"),
        "PYTHONPATH": str(CHECKOUT),
    }
    child = subprocess.Popen(
        [sys.executable, str(CHILD), str(library), str(truth), str(seed)], env=environment
    )
    try:
        started = time.monotonic()
        while not (truth.exists() and truth.stat().st_size) and time.monotonic() - started < LONGEST_START:
            time.sleep(0.01)
        time.sleep(random.Random(seed).uniform(0.2, 3.0))
    finally:
        killed = time.time()
        child.send_signal(signal.SIGKILL)
        child.wait()
    return lost(truth.read_text().splitlines(), stored(library), killed)


def stored(library: Path) -> str:
    with closing(sqlite3.connect(library / "board.db")) as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        ((text,),) = file.execute("SELECT narrative FROM minute ORDER BY length(narrative) DESC LIMIT 1")
    return str(text)


def lost(lines: Sequence[str], kept: str, killed: float) -> tuple[float, int]:
    keys = [line.split() for line in lines if not line.startswith("saved")]
    saved = max((int(line.split()[1]) for line in lines if line.startswith("saved")), default=0)
    typed = "".join(key for key, _at in keys)
    assert typed.startswith(kept), "what is stored is not what was typed"
    missing = keys[len(kept) :]
    return (killed - float(missing[0][1]) if missing else 0.0), max(0, saved - len(kept))


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of POSIX")
@pytest.mark.parametrize("seed", range(3))
def test_a_kill_loses_at_most_a_second_and_nothing_that_was_saved(tmp_path: Path, seed: int) -> None:
    seconds, letters = type_and_be_killed(tmp_path, seed)
    assert seconds <= MOST_LOST
    assert letters == 0


@pytest.mark.soak
@pytest.mark.timeout(3600)
@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of POSIX")
def test_many_kills_lose_at_most_a_second_each(tmp_path: Path) -> None:
    losses = [type_and_be_killed(tmp_path, seed) for seed in range(100, 160)]
    assert max(seconds for seconds, _letters in losses) <= MOST_LOST
    assert sorted(seconds for seconds, _letters in losses)[int(len(losses) * 0.95)] <= 0.6
    assert {letters for _seconds, letters in losses} == {0}
