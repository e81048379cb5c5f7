"""A run that leaves a test out says which and why; with CI=true it fails."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
TESTS = """
import pytest
def test_holds(): pass
@pytest.mark.skip(reason="no Word here")
def test_skipped(): pass
@pytest.mark.xfail(reason="not yet")
def test_expected_to_fail(): assert False
"""


def run(folder: Path, tests: str, *, ci: str) -> tuple[int, str]:
    (folder / "test_some.py").write_text(tests, encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.nothing_skipped", "-p", "no:cacheprovider"]
    environment = {**os.environ, "CI": ci, "PYTHONPATH": str(CHECKOUT)}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    return done.returncode, done.stdout


@pytest.mark.parametrize(("ci", "code"), [("true", 1), ("", 0)])
def test_what_was_left_out_is_said_and_fails_where_everything_must_be_tried(
    tmp_path: Path, ci: str, code: int
) -> None:
    ended, said = run(tmp_path, TESTS, ci=ci)
    assert ended == code
    assert "2 tests were left out" in said
    assert "test_some.py::test_skipped: no Word here" in said
    assert "test_some.py::test_expected_to_fail: not yet" in said


def test_a_run_that_tried_everything_is_good_and_says_nothing(tmp_path: Path) -> None:
    ended, said = run(tmp_path, "def test_holds(): pass\n", ci="true")
    assert ended == 0
    assert "left out" not in said
