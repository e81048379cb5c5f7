"""Questions are read off the window's thread, and only the newest answer of an asker counts."""

from __future__ import annotations

import threading
import weakref
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import delete

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Reading
    from boardtool.ui.context import Context


def test_an_answer_comes_back_in_the_window_s_thread(qtbot: QtBot, context: Context) -> None:
    threads: list[str] = []

    def question(_reading: Reading) -> str:
        return threading.current_thread().name

    def answer(asked_on: str) -> None:
        threads.extend([asked_on, threading.current_thread().name])

    with qtbot.waitSignal(context.asking.idle):
        context.asking.ask("rows", question, answer)
    assert threads[0].startswith("asking")
    assert threads[1] == threading.main_thread().name


def test_a_newer_question_makes_the_older_answer_void(qtbot: QtBot, context: Context) -> None:
    held = threading.Event()
    answers: list[int] = []

    def slow(_reading: Reading) -> int:
        held.wait(5)
        return 1

    context.asking.ask("rows", slow, answers.append)
    with qtbot.waitSignal(context.asking.idle):
        context.asking.ask("rows", lambda _reading: 2, answers.append)
    held.set()
    context.asking.stop()
    qtbot.wait(20)
    assert answers == [2]


def test_something_is_shown_only_when_the_answer_is_late(qtbot: QtBot, context: Context) -> None:
    held = threading.Event()
    waited: list[str] = []
    context.asking.ask(
        "quick", lambda _reading: 1, lambda _answer: None, waiting=lambda: waited.append("quick")
    )
    context.asking.ask(
        "slow", lambda _reading: held.wait(5), lambda _answer: None, waiting=lambda: waited.append("slow")
    )
    qtbot.waitUntil(lambda: waited == ["slow"])
    with qtbot.waitSignal(context.asking.idle):
        held.set()


def test_an_answer_to_what_was_closed_meanwhile_goes_to_nobody(qtbot: QtBot, context: Context) -> None:
    held = threading.Event()
    asker = QObject()
    answers: list[bool] = []
    context.asking.ask((asker, "rows"), lambda _reading: held.wait(5), answers.append)
    delete(asker)
    with qtbot.waitSignal(context.asking.idle):
        held.set()
    assert answers == []


def test_who_asked_is_let_go_of_in_the_window_s_thread(qtbot: QtBot, context: Context) -> None:
    freed_in: list[str] = []

    def ask_and_forget() -> None:
        asker = QObject()
        weakref.finalize(asker, lambda: freed_in.append(threading.current_thread().name))
        context.asking.ask(
            "rows", lambda _reading: id(asker), lambda number: asker.setObjectName(str(number))
        )

    for _ in range(200):
        ask_and_forget()
        qtbot.waitUntil(lambda: context.asking.is_idle)
    assert set(freed_in) == {threading.main_thread().name}
    assert len(freed_in) == 200


def test_a_question_that_fails_tells_the_person(qtbot: QtBot, context: Context) -> None:
    with qtbot.waitSignal(context.messages.broke):
        context.asking.ask("rows", lambda _reading: 1 // 0, lambda _answer: None)


def test_once_the_library_is_closed_nothing_is_asked(context: Context) -> None:
    context.asking.stop()
    context.asking.ask("rows", lambda _reading: 1, lambda _answer: None)
    assert context.asking.is_idle
