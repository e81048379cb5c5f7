"""Each kind of trouble is said in its own place, and what nobody caught is caught and logged."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

import pytest

from boardtool.domain.errors import CancelledError, CannotDoError, LibraryError, MachineError
from boardtool.ui.bug_window import BugWindow
from boardtool.ui.messages import Messages

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize(
    "error", [CannotDoError("No owner."), CancelledError("Stopped. Nothing was changed.")]
)
def test_what_the_person_did_is_said_in_the_status_bar(qtbot: QtBot, error: Exception) -> None:
    messages = Messages()
    with qtbot.waitSignal(messages.said) as said:
        messages.trouble(error)
    assert said.args == [str(error), None]


@pytest.mark.parametrize(
    "error", [MachineError("The disk is full."), LibraryError("The library is damaged.")]
)
def test_trouble_of_the_machine_stays_in_a_strip(qtbot: QtBot, error: Exception) -> None:
    messages = Messages()
    with qtbot.waitSignal(messages.stripped) as stripped:
        messages.trouble(error)
    assert stripped.args == [str(error), ()]


def test_what_nobody_caught_is_told_in_the_window_s_thread_and_logged(qtbot: QtBot, tmp_path: Path) -> None:
    messages = Messages()
    let_go = messages.listen_to_the_program(tmp_path / "logs" / "boardtool.log")
    try:
        with qtbot.waitSignal(messages.broke) as broke:
            thread = threading.Thread(target=lambda: 1 // 0)
            thread.start()
            thread.join()
        assert broke.args is not None
        assert "ZeroDivisionError" in broke.args[0]
        error = ValueError("in the window")
        with qtbot.waitSignal(messages.broke):
            sys.excepthook(ValueError, error, None)
    finally:
        let_go()
    log = (tmp_path / "logs" / "boardtool.log").read_text(encoding="utf-8")
    assert "ZeroDivisionError" in log
    assert "in the window" in log


@pytest.mark.usefixtures("appearance")
def test_the_report_window_closes_and_work_goes_on(qtbot: QtBot) -> None:
    window = BugWindow("Traceback")
    qtbot.addWidget(window)
    window.show()
    window.accept()
    assert not window.isVisible()


def test_what_a_crash_left_is_kept_when_the_program_starts_again(tmp_path: Path) -> None:
    (tmp_path / "crash.log").write_text("Fatal Python error: Aborted", encoding="utf-8")
    for _start in range(2):
        let_go = Messages().listen_to_the_program(tmp_path / "boardtool.log")
        let_go()
    assert (tmp_path / "crash-before.log").read_text(encoding="utf-8") == "Fatal Python error: Aborted"
    assert (tmp_path / "crash.log").read_text(encoding="utf-8") == ""
