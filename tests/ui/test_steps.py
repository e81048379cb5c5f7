"""Use cases run on the writing thread: answered at once, or late and in order; typed text is never lost."""

from __future__ import annotations

import threading
import time
import weakref
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from boardtool.domain.errors import CannotDoError, MachineError

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from boardtool.ui.context import Context


def test_a_quick_use_case_is_answered_before_run_returns(context: Context) -> None:
    answers: list[str] = []
    context.steps.run(lambda: threading.current_thread().name, then=answers.append)
    assert answers == ["writing_0"]


def test_a_slow_use_case_is_announced_as_saving_and_answered_later_in_order(
    qtbot: QtBot, context: Context
) -> None:
    answers: list[int] = []
    held = threading.Event()

    def slow() -> int:
        held.wait(5)
        return 1

    with qtbot.waitSignal(context.steps.saving):
        context.steps.run(slow, then=answers.append)
    began = time.monotonic()
    context.steps.run(lambda: 2, then=answers.append)
    assert time.monotonic() - began < 0.05
    assert answers == []
    with qtbot.waitSignal(context.steps.idle):
        held.set()
    assert answers == [1, 2]


def test_what_the_person_can_put_right_comes_back_as_its_sentence(context: Context) -> None:
    def refuse() -> None:
        raise CannotDoError("An action needs an owner.")

    sentences: list[str] = []
    context.steps.run(refuse, refused=sentences.append)
    assert sentences == ["An action needs an owner."]


def test_without_a_place_of_its_own_a_refusal_is_said_in_the_status_bar(
    qtbot: QtBot, context: Context
) -> None:
    def refuse() -> None:
        raise CannotDoError("An action needs an owner.")

    with qtbot.waitSignal(context.messages.said) as said:
        context.steps.run(refuse)
    assert said.args == ["An action needs an owner.", None]


def test_a_defect_of_ours_opens_a_report(qtbot: QtBot, context: Context) -> None:
    with qtbot.waitSignal(context.messages.broke) as broke:
        context.steps.run(lambda: 1 // 0)
    assert broke.args is not None
    assert "ZeroDivisionError" in broke.args[0]


def test_a_newer_text_takes_the_place_of_one_not_yet_written(qtbot: QtBot, context: Context) -> None:
    written: list[str] = []
    held = threading.Event()
    context.steps.send("other", lambda: held.wait(5))
    context.steps.send("minute 1", lambda: written.append("first"))
    context.steps.send("minute 1", lambda: written.append("second"))
    with qtbot.waitSignal(context.steps.idle):
        held.set()
    assert written == ["second"]


def test_text_that_the_disk_refuses_is_kept_and_sent_again(qtbot: QtBot, context: Context) -> None:
    context.steps._again.setInterval(10)
    tries: list[int] = []

    def write() -> None:
        tries.append(1)
        if len(tries) < 3:
            raise MachineError("The disk is full.")

    with qtbot.waitSignals([context.steps.not_saved, context.steps.written]):
        context.steps.send("minute 1", write)
    assert len(tries) == 3


def test_who_had_it_done_is_let_go_of_in_the_window_s_thread(qtbot: QtBot, context: Context) -> None:
    freed_in: list[str] = []

    def have_it_done_and_forget() -> None:
        page = QObject()
        weakref.finalize(page, lambda: freed_in.append(threading.current_thread().name))
        context.steps.run(lambda: id(page), then=lambda number: page.setObjectName(str(number)))

    for _ in range(300):
        have_it_done_and_forget()
    qtbot.waitUntil(lambda: len(freed_in) == 300)
    assert set(freed_in) == {threading.main_thread().name}
