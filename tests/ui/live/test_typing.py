"""When typed words reach the store, and what happens when they cannot."""

from __future__ import annotations

import sqlite3
import threading
import time
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from boardtool.data import rescue, unfinished
from boardtool.domain.errors import MachineError
from boardtool.services import minutes
from boardtool.ui.live import typing as live_typing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.ui.live.conftest import Live

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@contextmanager
def a_disk_that_is_full(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing can be written until the block ends."""

    def full(*_args: object, **_values: object) -> None:
        raise MachineError("The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr(minutes, "write_narrative", full)
        yield


def test_words_are_in_the_store_half_a_second_after_the_first_key_without_any_pause(live: Live) -> None:
    began = time.monotonic()
    while not live.narrative() and time.monotonic() - began < 2:
        QTest.keyClicks(live.focus(), "x")
        live.qtbot.wait(20)
    assert live.narrative().startswith("x")
    assert time.monotonic() - began <= 0.5


def test_a_pause_sends_them_sooner(live: Live) -> None:
    QTest.keyClicks(live.focus(), "pause")
    began = time.monotonic()
    live.until(lambda: live.narrative() == "pause")
    assert time.monotonic() - began < 0.4


def test_saved_is_said_only_after_a_commit(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    said = live.window.status_bar._saved.text()
    with a_disk_that_is_full(monkeypatch):
        live.type("kept in memory")
        live.until(lambda: live.window.status_bar._saved.text().startswith("Not saved"))
        assert "disk is full" in live.window.status_bar._saved.text()
    assert said == "Saved"
    live.until(lambda: live.window.status_bar._saved.text() == "Saved 14:07:31")
    assert live.narrative() == "kept in memory"


def test_while_the_disk_is_full_words_go_to_the_rescue_file_and_then_by_themselves_to_the_store(
    live: Live, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = rescue.rescue_file(live.folder)
    with a_disk_that_is_full(monkeypatch):
        live.type("first")
        live.until(lambda: [each.text for each in rescue.unsettled(file)] == ["first"])
        live.type(" and more")
        live.until(lambda: [each.text for each in rescue.unsettled(file)] == ["first and more"])
        assert live.page.minute.narrative.markdown == "first and more"
    live.until(lambda: live.narrative() == "first and more")
    live.until(lambda: rescue.unsettled(file) == [])


def test_an_older_text_that_failed_never_overwrites_a_newer_one(
    live: Live, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, calls = minutes.write_narrative, []

    def fails_once(store: object, *, minute_id: int, text: str) -> None:
        calls.append(text)
        if len(calls) == 1:
            time.sleep(0.6)  # the newer text is queued behind this one when it fails
            raise MachineError("The disk is full.")
        real(store, minute_id=minute_id, text=text)  # type: ignore[arg-type] # the store of the window

    monkeypatch.setattr(minutes, "write_narrative", fails_once)
    QTest.keyClicks(live.focus(), "old")
    live.qtbot.wait(300)
    QTest.keyClicks(live.focus(), " new")
    live.until(lambda: live.narrative() == "old new")
    live.qtbot.wait(3500)
    assert live.narrative() == "old new"
    assert calls == ["old", "old new"]


def test_a_stalled_disk_does_not_stop_the_typing(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_typing, "LATE", 0.2)
    monkeypatch.setattr(live_typing, "STUCK", 0.6)
    goes_on = threading.Event()
    real = minutes.write_narrative

    def stalls(store: object, *, minute_id: int, text: str) -> None:
        goes_on.wait(20)
        real(store, minute_id=minute_id, text=text)  # type: ignore[arg-type] # the store of the window

    monkeypatch.setattr(minutes, "write_narrative", stalls)
    slowest = 0.0
    try:
        for letter in "typed while the disk stands still " * 3:
            began = time.monotonic()
            QTest.keyClicks(live.focus(), letter)
            live.qtbot.wait(15)
            slowest = max(slowest, time.monotonic() - began)
        assert slowest < 0.15
        live.until(lambda: live.window.status_bar._saved.text().startswith("Not saved"))
        live.until(lambda: bool(rescue.unsettled(rescue.rescue_file(live.folder))))
    finally:
        goes_on.set()
    live.until(lambda: live.narrative().endswith("stands still"))
    live.until(lambda: live.window.status_bar._saved.text().startswith("Saved"))


def test_another_program_holding_the_store_for_a_moment_loses_nothing(live: Live) -> None:
    live.store._writer.exec_driver_sql("PRAGMA busy_timeout = 50")
    with closing(sqlite3.connect(live.folder / "board.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        live.type("patient words")
        live.until(lambda: live.window.status_bar._saved.text().startswith("Not saved"))
        other.execute("ROLLBACK")
    live.until(lambda: live.narrative() == "patient words")


def test_words_are_written_before_whatever_is_done_next(live: Live) -> None:
    QTest.keyClicks(live.focus(), "said first")
    QTest.keyClick(live.focus(), KEY.Key_F8)
    live.type("Circulate")
    live.key(KEY.Key_Return)
    steps = [label for (label,) in live.sql("SELECT label FROM step ORDER BY id DESC LIMIT 2")]
    assert steps == ["Record action", "Typing"]


def test_closing_the_window_writes_what_was_typed_a_moment_ago(
    live: Live, open_window: Callable[[], Live]
) -> None:
    QTest.keyClicks(live.focus(), "the last words")
    again = open_window()
    assert again.narrative() == "the last words"
    assert again.page.minute.narrative.markdown == "the last words"


def test_a_minute_removed_meanwhile_keeps_the_words_aside_and_says_so(live: Live) -> None:
    minute_id = live.page._recording.minute_id
    assert minute_id is not None
    live.page._autosave.send(minute_id + 999, "words of nobody")
    live.until(live.window.strip.isVisible)
    file = rescue.rescue_file(live.folder)
    live.until(lambda: [each.text for each in rescue.unsettled(file)] == ["words of nobody"])


@pytest.mark.parametrize(
    ("button", "kept"),
    [(0, "In the store"), (1, "In the store\n\nTyped later"), (2, "Typed later")],
)
def test_rescued_words_are_offered_beside_the_stored_ones_and_overwrite_nothing_unasked(
    live: Live, open_window: Callable[[], Live], button: int, kept: str
) -> None:
    from PySide6.QtWidgets import QPushButton

    from boardtool.ui.live.rescued_words import RescuedWords

    live.type("In the store")
    live.until(lambda: live.narrative() == "In the store")
    minute_id = live.page._recording.minute_id
    assert minute_id is not None
    file = rescue.rescue_file(live.folder)
    rescue.keep(file, rescue.Rescued(minute_id, "NNHWB/2022-09-06", "Typed later", live.clock.now))
    again = open_window()
    again.until(lambda: "not in the library" in again.page.strip.accessibleName())
    assert again.narrative() == "In the store"
    again.page.strip._links[0].click()  # type: ignore[attr-defined] # a link is a button
    window = again.page.findChild(RescuedWords)
    assert window is not None
    window.findChildren(QPushButton)[button].click()
    again.settle()
    again.until(lambda: again.narrative() == kept)
    again.until(lambda: rescue.unsettled(file) == [])
    again.until(lambda: again.page.minute.narrative.markdown == kept)
    assert not again.page.strip.isVisible()


def test_rescued_words_that_the_store_has_are_not_offered(
    live: Live, open_window: Callable[[], Live]
) -> None:
    live.type("The same words")
    live.until(lambda: live.narrative() == "The same words")
    minute_id = live.page._recording.minute_id
    assert minute_id is not None
    file = rescue.rescue_file(live.folder)
    rescue.keep(file, rescue.Rescued(minute_id, "NNHWB/2022-09-06", "The same words", live.clock.now))
    assert not open_window().page.strip.isVisible()


def test_what_is_typed_in_an_empty_row_and_not_entered_is_there_after_a_crash(
    live: Live, open_window: Callable[[], Live]
) -> None:
    live.key(KEY.Key_F8)
    live.type("Circulate the fram")
    live.key(KEY.Key_Tab)
    live.type("Clerk")
    file = unfinished.unfinished_file(rescue.rescue_file(live.folder))
    live.until(lambda: [row.what for row in unfinished.read(file).values()] == ["Circulate the fram"])
    live.until(lambda: [row.who for row in unfinished.read(file).values()] == ["Clerk"])
    entry = open_window().page.minute.action_lines.entry
    assert (entry.what.words, entry.who.text()) == ("Circulate the fram", "Clerk")


def test_an_action_half_typed_stays_with_its_item(live: Live) -> None:
    live.key(KEY.Key_F8)
    live.type("Circulate the fram")
    live.key(KEY.Key_Return, CTRL)

    def what() -> str:
        return live.page.minute.action_lines.entry.what.words

    assert not what()
    live.key(KEY.Key_Up, ALT)
    assert what() == "Circulate the fram"
    live.key(KEY.Key_F8)
    live.key(KEY.Key_Return)
    assert live.sql("SELECT text, subject FROM action JOIN agenda_item ON agenda_item.id = item_id") == [
        ("Circulate the fram", "Integrated Care Strategy")
    ]
    live.until(lambda: not unfinished.unfinished_file(rescue.rescue_file(live.folder)).exists())
