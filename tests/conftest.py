"""What every test may ask for: the real papers, and that nothing is left running."""

from __future__ import annotations

import multiprocessing
import os
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt

import pytest
from pytestqt.qtbot import QtBot
from tests.nothing_skipped import must_try_everything, pytest_sessionfinish, pytest_terminal_summary

from boardtool.data.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.wait_signal import SignalBlocker

__all__ = ["pytest_sessionfinish", "pytest_terminal_summary"]

REFERENCE = Path(__file__).resolve().parents[2] / "shared" / "reference"
NO_REFERENCE = "the folder of real papers is not beside the checkout"
NOW = datetime(2022, 9, 6, 13, 7, tzinfo=UTC)
PATIENCE = 10.0  # seconds that a thread may take to end after its test
PATIENCE_MS = 30_000
"""Milliseconds that a test waits for the window: one that holds is as quick as ever, and none fails because
the machine is busy."""


@pytest.fixture(scope="session")
def reference() -> Path:
    """The folder of real papers; elsewhere than in CI its absence skips the test."""
    if REFERENCE.is_dir():
        return REFERENCE
    if must_try_everything():
        pytest.fail(f"{NO_REFERENCE}: {REFERENCE}")
    pytest.skip(NO_REFERENCE)


def running() -> set[str]:
    """Names of the threads and child processes that are at work now.

    Qt's own threads show up as dummies for ever once they ran Python; pytest-timeout's are its business.
    """
    threads = {
        f"thread {thread.name}"
        for thread in threading.enumerate()
        if not isinstance(thread, threading._DummyThread) and not thread.name.startswith("pytest_timeout")
    }
    return threads | {f"process {child.name}" for child in multiprocessing.active_children()}


@pytest.fixture(autouse=True)
def _nothing_left_running() -> Iterator[None]:
    before = running()
    yield
    deadline = time.monotonic() + PATIENCE
    while (left := running() - before) and time.monotonic() < deadline:
        time.sleep(0.01)
    if left:
        pytest.fail(f"the test left running: {', '.join(sorted(left))}")


class PatientBot(QtBot):
    """pytest-qt's, but for how long it waits."""

    def waitUntil(  # noqa: N802 - pytest-qt's name
        self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS
    ) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(  # noqa: N802 - pytest-qt's name
        self,
        signal: Any,  # noqa: ANN401 - as pytest-qt has it
        *,
        timeout: int = PATIENCE_MS,
        raising: bool | None = None,
        check_params_cb: Callable[..., bool] | None = None,
    ) -> SignalBlocker:
        return super().waitSignal(signal, timeout=timeout, raising=raising, check_params_cb=check_params_cb)


@pytest.fixture
def qtbot(request: pytest.FixtureRequest) -> QtBot:
    """What a test drives the window with."""
    request.getfixturevalue("qapp")
    return PatientBot(request)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty library, open for writing, whose clock stands at 14:07 on 6 September 2022."""
    made = Store.make(tmp_path / "library", who="Business Manager", clock=lambda: NOW)
    yield made
    made.close()
