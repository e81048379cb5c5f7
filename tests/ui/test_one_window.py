"""The program started twice on one library: the window that is open comes forward, and goes where asked."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtNetwork import QLocalServer
from tests.builders import a_board, a_meeting
from tests.ui.test_app import wired

from boardtool.app import come_forward
from boardtool.data.store import Store
from boardtool.ui import one_window
from boardtool.ui.one_window import OneWindow, call
from boardtool.ui.places import Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from boardtool.ui.theme.appearance import Appearance
    from boardtool.ui.wiring import Wiring

SLOW = 30_000  # ms: a laptop that is busy makes no test fail
LIVE = Place("live", ref="NNHWB/2022-09-06")


@pytest.fixture
def first(tmp_path: Path) -> Iterator[OneWindow]:
    made = OneWindow(tmp_path)
    yield made
    made.close()


def ended(command: list[str], qtbot: QtBot) -> tuple[int, str]:
    """Run another process while this one's loop goes on; its exit code and what it said."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        [sys.executable, *command], env=environment, stderr=subprocess.PIPE, text=True
    ) as other:
        try:
            qtbot.waitUntil(lambda: other.poll() is not None, timeout=SLOW)
        finally:
            other.kill()
        assert other.stderr is not None
        return other.returncode, other.stderr.read()


def asked_elsewhere(folder: Path, at: Place | None, qtbot: QtBot) -> bool:
    script = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication;"
        "from boardtool.ui.one_window import call; from boardtool.ui.places import Place;"
        f"app = QCoreApplication([]); sys.exit(0 if call(Path({str(folder)!r}), {at!r}) else 7)"
    )
    code, _said = ended(["-c", script], qtbot)
    assert code in {0, 7}
    return code == 0


@pytest.mark.parametrize("at", [None, LIVE, Place("actions", id=7)], ids=str)
def test_the_first_is_told_where_to_go(
    first: OneWindow, tmp_path: Path, qtbot: QtBot, at: Place | None
) -> None:
    called: list[Place | None] = []
    first.called.connect(called.append)
    assert asked_elsewhere(tmp_path, at, qtbot)
    assert called == [at]


def test_another_library_and_a_window_that_was_closed_answer_nobody(
    first: OneWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    assert not asked_elsewhere(tmp_path / "other", None, qtbot)
    first.close()
    assert not asked_elsewhere(tmp_path, None, qtbot)


def test_a_window_that_hangs_is_waited_for_no_longer_than_said(tmp_path: Path) -> None:
    hanging = QLocalServer()
    hanging.listen(one_window._name(tmp_path))
    assert not call(tmp_path, None, patience=50)
    hanging.close()


def test_what_is_no_place_brings_the_window_forward_and_leads_nowhere() -> None:
    assert one_window._place(b'{"page": "live", "colour": "red"}\n') is None
    assert one_window._place(b"nonsense\n") is None


@pytest.fixture
def wiring(
    appearance: Appearance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> Iterator[Wiring]:
    made = wired(appearance, tmp_path, monkeypatch, qtbot)
    yield made
    made.finish()


def test_a_second_start_brings_the_window_forward_at_the_meeting_and_ends(
    wiring: Wiring, tmp_path: Path, qtbot: QtBot
) -> None:
    folder, window = tmp_path / "library", wiring.window
    store = Store.make(folder, who="Cheryl Bird")
    a_meeting(store, a_board(store))
    store.close()
    assert not come_forward(folder)
    wiring.start(folder)
    qtbot.waitUntil(lambda: window.status_bar.saved_words == "Saved", timeout=SLOW)
    window.showMinimized()
    code, said = ended(["-m", "boardtool", "--library", str(folder), "live", LIVE.ref], qtbot)
    assert (code, said) == (0, "boardtool has this library open already: its window has come forward.\n")
    assert not window.windowState() & Qt.WindowState.WindowMinimized
    qtbot.waitUntil(lambda: "6 September 2022" in window.windowTitle(), timeout=SLOW)


def test_a_library_that_nobody_holds_is_asked_of_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(one_window, "call", lambda *_a, **_k: pytest.fail("nobody is there"))
    assert not come_forward(None)
    assert not come_forward(tmp_path)
