"""The self test finds a whole installation whole, and a broken one broken."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from boardtool import selftest

if TYPE_CHECKING:
    import pytest

PROJECT = Path(__file__).resolve().parents[1] / "pyproject.toml"


def test_everything_is_well_here(capsys: pytest.CaptureFixture[str]) -> None:
    code = selftest.run()
    lines = capsys.readouterr().out.splitlines()
    assert lines == [f"ok: {name}" for name in selftest.CHECKS]
    assert code == 0


def test_a_failure_is_said_and_the_rest_still_tried(capsys: pytest.CaptureFixture[str]) -> None:
    def broken() -> None:
        selftest.expect(1, 2)

    code = selftest.run({"sums": broken, "full-text search": selftest.full_text_search})
    assert capsys.readouterr().out.splitlines() == [
        "failed: sums: FailedError: expected 2, found 1",
        "ok: full-text search",
    ]
    assert code == 1


def test_every_dependency_is_loaded() -> None:
    named = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["dependencies"]
    packages = {re.split(r"[<>=!~\[; ]", line)[0] for line in named}
    assert packages == set(selftest.DEPENDENCIES)
