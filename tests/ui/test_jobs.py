"""Long work reports late, can be cancelled by its own reports, and ends in the window's thread."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from boardtool.domain.errors import CannotDoError

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from boardtool.domain.progress import Progress
    from boardtool.ui.context import Context


def test_work_is_done_on_a_thread_and_answered_in_the_window_s(qtbot: QtBot, context: Context) -> None:
    answers: list[tuple[str, bool]] = []

    def work(progress: Progress) -> str:
        progress.report(1, 2, "item 06")
        return threading.current_thread().name

    def then(name: str) -> None:
        answers.append((name, threading.current_thread() is threading.main_thread()))

    with qtbot.waitSignal(context.jobs.ended):
        context.jobs.run("Making the pack", work, then=then)
    qtbot.waitUntil(lambda: answers == [("job Making the pack", True)])


def test_a_late_job_says_how_far_it_is_and_stops_at_its_next_report(qtbot: QtBot, context: Context) -> None:
    began = threading.Event()

    def work(progress: Progress) -> None:
        while True:
            progress.report(3, 15, "item 03")
            began.wait(0.01)

    with qtbot.waitSignal(context.jobs.reported) as reported:
        context.jobs.run("Making the pack", work, then=lambda _nothing: None)
    assert reported.args is not None
    assert reported.args[0].words == "Making the pack · 3 of 15 · item 03"
    with qtbot.waitSignal(context.messages.said) as said:
        context.jobs.cancel()
    assert said.args == ["Stopped. Nothing was changed.", None]
    assert not context.jobs.is_busy


def test_a_refusal_comes_to_whoever_asked_for_the_job(qtbot: QtBot, context: Context) -> None:
    def work(_progress: Progress) -> None:
        raise CannotDoError("Item 08 has no paper.")

    sentences: list[str] = []
    context.jobs.run("Making the pack", work, then=lambda _nothing: None, refused=sentences.append)
    qtbot.waitUntil(lambda: sentences == ["Item 08 has no paper."])


def test_a_second_job_waits_for_the_person(qtbot: QtBot, context: Context) -> None:
    held = threading.Event()
    context.jobs.run("Making the pack", lambda _progress: held.wait(5), then=lambda _nothing: None)
    with qtbot.waitSignal(context.messages.said) as said:
        context.jobs.run("Backup", lambda _progress: None, then=lambda _nothing: None)
    assert said.args is not None
    assert said.args[0].startswith("Making the pack is still under way")
    with qtbot.waitSignal(context.jobs.ended):
        held.set()
