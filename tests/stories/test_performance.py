"""A figure, what is said of it and a target from a date, by keyboard alone, found by another program."""

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
from tests.ui.conftest import appearance  # noqa: F401 - a fixture of the window
from tests.ui.performance.library import a_scorecard

from boardtool.data.store import Store
from boardtool.ui.context import Clock
from boardtool.ui.main_window import MainWindow
from boardtool.ui.messages import Messages
from boardtool.ui.opening import Opened
from boardtool.ui.pages import page_entries
from boardtool.ui.performance.page import PerformancePage
from boardtool.ui.places import Place
from boardtool.ui.preferences import Preferences
from boardtool.ui.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from boardtool.ui.theme.appearance import Appearance

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
SAID = "The virtual ward for frailty was full from 3 July; two beds were lent to surgery."


@dataclass
class Desk:
    """The window on the scorecard, and what a person does with a keyboard."""

    window: MainWindow
    session: Session
    qtbot: QtBot
    file: Path

    @property
    def page(self) -> PerformancePage:
        page = self.window.page
        assert isinstance(page, PerformancePage)
        return page

    def focus(self) -> QWidget:
        """What has the keyboard; after a dialog the window, which every real system does by itself."""
        if QApplication.activeWindow() is None:
            self.window.activateWindow()
            self.qtbot.waitUntil(self.window.isActiveWindow)
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        for _time in range(times):
            QTest.keyClick(self.focus(), key, modifiers)
            self.settle()

    def type(self, words: str) -> None:
        QTest.keyClicks(self.focus(), words)

    def named(self) -> str:
        """What a screen reader says that the focus is in."""
        return self.focus().accessibleName() or str(getattr(self.focus(), "text", str)())

    def walk_to(self, name: str, key: Qt.Key = KEY.Key_Tab) -> None:
        """Walk by a key until what the focus is in begins with a name."""
        for _step in range(60):
            if self.named().startswith(name):
                return
            self.key(key)
        pytest.fail(f"{name} is not reached by the keyboard; the focus is in {self.named()}")

    def settle(self) -> None:
        context = self.session.context
        self.qtbot.wait(1)
        self.qtbot.waitUntil(lambda: not context.steps._tasks and context.asking.is_idle, timeout=10_000)
        self.qtbot.wait(1)

    def sql(self, query: str) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(self.file)) as plain:
            return plain.execute(query).fetchall()


@pytest.fixture
def desk(
    qtbot: QtBot,
    appearance: Appearance,  # noqa: F811 - the fixture of that name
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Desk]:
    for variable in ("XDG_STATE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, str(tmp_path / "state"))
    clock = builders.Clock(datetime(2023, 8, 2, 9, 30, tzinfo=UTC))
    library = tmp_path / "library"
    with builders.a_library(library, clock=clock) as store:
        a_scorecard(store)
    preferences = Preferences(tmp_path / "window.ini")
    preferences.who = builders.CHERYL
    window = MainWindow()
    window.resize(1440, 868)
    session = Session(
        window,
        Opened(Store.open(library, who=builders.CHERYL, clock=clock)),
        messages=Messages(),
        appearance=appearance,
        preferences=preferences,
        clock=Clock(clock),
        entries=page_entries(),
    )
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made = Desk(window, session, qtbot, library / "board.db")
    window.go(Place("performance"))
    made.settle()
    yield made
    window.close()
    session.close()
    window.deleteLater()
    QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


def test_a_month_is_entered_commented_and_given_a_target_by_keyboard_alone(desk: Desk) -> None:
    desk.page.panes()[0].setFocus()
    assert desk.named() == "Scorecard"
    desk.key(KEY.Key_Return)
    assert desk.page.one.title == "Length of stay 14 days or more"

    desk.key(KEY.Key_N, CTRL)
    assert desk.named() == "Value"
    desk.type("13.9")
    desk.key(KEY.Key_Return)
    july = "SELECT value FROM observation WHERE metric_id = 1 AND area_id = 1 AND starts = '2023-07-01'"
    assert desk.sql(july) == [(13.9,)]

    desk.walk_to("What is said of July 2023")
    desk.type(SAID)
    desk.settle()
    assert desk.sql("SELECT text, author FROM metric_commentary WHERE starts = '2023-07-01'") == [
        (SAID, builders.CHERYL)
    ]

    desk.walk_to("Set a target")
    desk.key(KEY.Key_Return)
    assert desk.named() == "Value"
    desk.type("13.5")
    desk.walk_to("From")
    desk.type("1 Aug 2023")
    desk.key(KEY.Key_Return)
    assert desk.sql("SELECT value, kind, area_id FROM metric_target WHERE starts = '2023-08-01'") == [
        (13.5, "target", 1)
    ]


def test_esc_leads_back_to_the_row_from_which_one_came(desk: Desk) -> None:
    table = desk.page.scorecard.table
    table.setFocus()
    desk.key(KEY.Key_Down, times=2)
    row = table.current_row()
    assert row is not None
    desk.key(KEY.Key_Return)
    assert desk.page.one.title == row.name
    desk.walk_to("Figures", KEY.Key_F6)
    desk.key(KEY.Key_Escape)
    assert desk.page.title == row.name
    desk.key(KEY.Key_Escape)
    assert desk.page.title == "Performance"
    assert table.hasFocus()
    assert table.current_row() == row


def test_everything_on_the_metric_page_that_takes_the_focus_has_a_name(desk: Desk) -> None:
    desk.page.panes()[0].setFocus()
    desk.key(KEY.Key_Return)
    heard: list[str] = []
    for _step in range(60):
        heard.append(desk.named())
        assert heard[-1], f"{type(desk.focus()).__name__} says nothing to a screen reader"
        desk.key(KEY.Key_Tab)
    assert {"Figures", "What is said of June 2023", "Owner", "Add a definition…"} <= set(heard)
