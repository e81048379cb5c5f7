"""September's meeting in a real library, and its workspace open before somebody who has only a keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests import builders

from boardtool.domain.meetings import Capacity, Kind, Presence
from boardtool.ui.meetings.page import MeetingsPage
from boardtool.ui.places import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QDialog, QWidget
    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.ui.context import Context

REF = "NNHWB/2022-09-06"
SUBJECTS = ("Apologies", "Integrated Care Strategy", "Better Care Fund Plan")
PEOPLE = ("Chair of the Board", "Director of Public Health", "Healthwatch representative")


@pytest.fixture
def meeting(store: Store) -> int:
    """A board without a quorum, and its meeting of 6 September with three items and three members."""
    board_id = builders.a_board(store, name="North Health and Wellbeing Board")
    meeting_id = builders.a_meeting(store, board_id, subjects=SUBJECTS[:1])
    builders.an_item(
        store, meeting_id, SUBJECTS[1], presenters=["Director of Place"], kind=Kind.VERBAL, length=20
    )
    builders.an_item(store, meeting_id, SUBJECTS[2], kind=Kind.TO_FOLLOW, length=10)
    for name in PEOPLE:
        builders.an_attendance(store, meeting_id, name, presence=Presence.EXPECTED, capacity=Capacity.MEMBER)
    return meeting_id


@pytest.fixture
def open_at(qtbot: QtBot, context: Context) -> Iterator[Callable[[str], MeetingsPage]]:
    """Opens the workspace of September's meeting at a tab."""
    held: list[MeetingsPage] = []  # a page lives as long as somebody knows it

    def opened(tab: str) -> MeetingsPage:
        page = MeetingsPage(context)
        held.append(page)
        page.resize(1256, 820)
        page.open(Place("meetings", ref=REF, tab=tab))
        with qtbot.waitExposed(page):
            page.show()
        qtbot.waitUntil(lambda: page.workspace.facts is not None and context.asking.is_idle)
        page.workspace.panes()[0].setFocus()
        return page

    yield opened
    for page in held:
        put_away(page, qtbot, context)


def put_away(page: QWidget, qtbot: QtBot, context: Context) -> None:
    """Hide a page, let every question that it asked be answered while it still lives, then let it go."""
    page.hide()
    context.changes.deliver()
    qtbot.waitUntil(lambda: context.asking.is_idle)
    page.deleteLater()
    QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifier)


def type_in(text: str) -> None:
    QTest.keyClicks(focused(), text)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def the_dialog(kind: type[QDialog]) -> QDialog:
    """The open dialog of a kind, once it has the keyboard."""
    dialog = next(
        each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()
    )
    for _turn in range(100):
        if dialog.isActiveWindow():
            break
        QTest.qWait(10)
    assert dialog.isActiveWindow()
    return dialog
