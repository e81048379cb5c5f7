"""A real window on a real library, live minutes open in it, and a person who has only a keyboard."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests import builders

from boardtool.data.store import Store
from boardtool.domain.meetings import Capacity, Kind, Presence
from boardtool.services import meetings, minutes
from boardtool.ui.context import Clock
from boardtool.ui.live.page import LivePage
from boardtool.ui.main_window import MainWindow
from boardtool.ui.messages import Messages
from boardtool.ui.opening import Opened
from boardtool.ui.pages import page_entries
from boardtool.ui.places import Place
from boardtool.ui.preferences import Preferences
from boardtool.ui.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from boardtool.ui.theme.appearance import Appearance

REF = "NNHWB/2022-09-06"
SUBJECTS = ("Apologies", "Integrated Care Strategy", "Better Care Fund Plan")
PEOPLE = ("Chair of the Board", "Director of Public Health", "Healthwatch representative")


def a_planned_meeting(store: Store) -> int:
    """A board of three with a quorum of two, its next meeting planned, and September's with three items."""
    board_id = builders.a_board(store, quorum=2)
    builders.a_meeting(store, board_id, datetime(2022, 12, 6).date())
    meeting_id = builders.a_meeting(store, board_id, subjects=SUBJECTS[:1])
    builders.an_item(
        store, meeting_id, SUBJECTS[1], presenters=["Director of Place"], kind=Kind.VERBAL, length=20
    )
    builders.an_item(store, meeting_id, SUBJECTS[2], kind=Kind.TO_FOLLOW, length=10)
    for place, name in enumerate(PEOPLE):
        builders.an_attendance(
            store,
            meeting_id,
            name,
            presence=Presence.EXPECTED,
            capacity=Capacity.MEMBER,
            chairing=place == 0,
        )
    return meeting_id


def open_it(store: Store, meeting_id: int) -> None:
    """Open the meeting at 13:30 and take its second item at 13:55."""
    from boardtool.data import agenda

    meetings.open_meeting(store, meeting_id=meeting_id, now=datetime(2022, 9, 6, 13, 30))
    with store.reading() as reading:
        first, second, *_ = agenda.items(reading, meeting_id)
    minutes.start_item(store, item_id=first.id, now=datetime(2022, 9, 6, 13, 30))
    minutes.start_item(store, item_id=second.id, now=datetime(2022, 9, 6, 13, 55))


@dataclass
class Live:
    """The window, and what a person does with it."""

    window: MainWindow
    session: Session
    qtbot: QtBot
    clock: builders.Clock
    folder: Path

    @property
    def page(self) -> LivePage:
        page = self.window.page
        assert isinstance(page, LivePage)
        return page

    @property
    def store(self) -> Store:
        return self.page.context.store

    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def type(self, words: str) -> None:
        for line, words_of_line in enumerate(words.split("\n")):
            if line:
                self.key(Qt.Key.Key_Return)
            QTest.keyClicks(self.focus(), words_of_line)

    def key(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1
    ) -> None:
        for _time in range(times):
            QTest.keyClick(self.focus(), key, modifiers)
        self.settle()

    def settle(self) -> None:
        """Let everything be written, announced, asked and shown."""
        context = self.session.context
        self.qtbot.wait(1)
        self.qtbot.waitUntil(lambda: not context.steps._tasks and context.asking.is_idle, timeout=10_000)
        self.qtbot.wait(1)

    def until(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds, timeout=10_000)

    def sql(self, query: str) -> list[tuple[object, ...]]:
        """What the file holds, read by another program."""
        with closing(sqlite3.connect(self.folder / "board.db")) as file:
            return file.execute(query).fetchall()

    def narrative(self, subject: str = SUBJECTS[1]) -> str:
        ((text,),) = self.sql(
            "SELECT narrative FROM minute JOIN agenda_item ON agenda_item.id = minute.item_id "
            f"WHERE subject = '{subject}'"
        )
        return str(text)


@pytest.fixture
def state_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this machine keeps rescue files during the test."""
    folder = tmp_path / "state"
    monkeypatch.setenv("XDG_STATE_HOME", str(folder))
    monkeypatch.setenv("LOCALAPPDATA", str(folder))
    return folder


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def clock() -> builders.Clock:
    """Seven past two on 6 September 2022, by the clock on the wall."""
    return builders.Clock(datetime(2022, 9, 6, 14, 7, 31, tzinfo=UTC))


@pytest.fixture
def open_window(
    qtbot: QtBot,
    appearance: Appearance,
    library: Path,
    clock: builders.Clock,
    state_folder: Path,
    tmp_path: Path,
) -> Iterator[Callable[[], Live]]:
    """A maker of windows on the library's meeting; a second one closes the first, as a restart does."""
    assert appearance.colours.accent
    assert not state_folder.exists()
    opened: list[Live] = []

    def close() -> None:
        while opened:
            live = opened.pop()
            live.window.close()
            live.session.close()
            live.window.deleteLater()
            QApplication.sendPostedEvents(live.window, QEvent.Type.DeferredDelete)

    def make() -> Live:
        close()
        store = Store.open(library, who=builders.CHERYL, clock=clock)
        window = MainWindow()
        window.resize(1440, 868)
        session = Session(
            window,
            Opened(store),
            messages=Messages(),
            appearance=appearance,
            preferences=Preferences(tmp_path / "window.ini"),
            clock=Clock(clock),
            entries=page_entries(),
        )
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.go(Place("live", ref=REF))
        live = Live(window, session, qtbot, clock, library)
        opened.append(live)
        live.until(lambda: live.page._state is not None)
        live.settle()
        return live

    yield make
    close()


@pytest.fixture
def planned(library: Path, clock: builders.Clock, open_window: Callable[[], Live]) -> Live:
    """The meeting before it is opened."""
    with builders.a_library(library, clock=clock) as store:
        a_planned_meeting(store)
    return open_window()


@pytest.fixture
def live(library: Path, clock: builders.Clock, open_window: Callable[[], Live]) -> Live:
    """The meeting at 14:07, its second item in hand since 13:55."""
    with builders.a_library(library, clock=clock) as store:
        open_it(store, a_planned_meeting(store))
    return open_window()
