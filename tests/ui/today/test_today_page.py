"""Today as a person meets it: what the day asks for, each with a verb that does something."""

from __future__ import annotations

from datetime import date
from email import message_from_bytes, policy
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from tests import builders

from boardtool.data import actions, agenda
from boardtool.domain.meetings import Kind, Status
from boardtool.ui.actions.sending import SendingDialog
from boardtool.ui.meetings.new_board import NewBoardDialog
from boardtool.ui.meetings.quorum import QuorumDialog
from boardtool.ui.places import Place
from boardtool.ui.today.page import NEAR, TodayPage
from boardtool.ui.widgets.buttons import IconButton

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.domain.actions import Action
    from boardtool.ui.context import Context
    from boardtool.ui.widgets.sentence_row import SentenceRows

PROMISE = "that the Director of Place will circulate the winter plan"


@pytest.fixture
def opened(qtbot: QtBot, context: Context) -> Iterator[Callable[[], TodayPage]]:
    """Opens Today as the library has it now."""
    held: list[TodayPage] = []

    def opening() -> TodayPage:
        page = TodayPage(context)
        held.append(page)
        page.resize(1256, 820)
        with qtbot.waitSignal(page.content_shown):
            page.show()
        return page

    yield opening
    for page in held:
        page.hide()
        context.changes.deliver()
        qtbot.waitUntil(lambda: context.asking.is_idle)
        page.deleteLater()
        QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)


@pytest.fixture
def north(store: Store) -> int:
    """A board that met on 5 July and promised something, and meets on 6 September with a paper lacking."""
    board_id = builders.a_board(store, name="North Health and Wellbeing Board")
    held = builders.a_meeting(
        store,
        board_id,
        builders.JULY,
        subjects=["Winter"],
        status=Status.CIRCULATED,
        circulated_on=date(2022, 7, 12),
    )
    with store.reading() as reading:
        item = agenda.items(reading, held)[0]
    builders.a_minute(store, held, "Winter", item_id=item.id, resolutions=[PROMISE])
    coming = builders.a_meeting(store, board_id, subjects=["Apologies"])
    builders.an_item(store, coming, "Better Care Fund Plan", kind=Kind.TO_FOLLOW, length=10)
    return board_id


def sentences(rows: SentenceRows) -> list[str]:
    return [row.accessibleName() for row in rows.rows]


def verb(rows: SentenceRows, words: str) -> IconButton:
    return next(verb for row in rows.rows for verb in row.verbs if verb.text() == words)


def link(page: TodayPage, words: str) -> IconButton:
    """A link of the page that says nothing is there yet."""
    return next(each for each in page.nothing.findChildren(IconButton) if each.text() == words)


def log(store: Store) -> list[Action]:
    with store.reading() as reading:
        return actions.log(reading)


def test_the_next_meeting_stands_at_the_top_with_its_five_dates(
    north: int, opened: Callable[[], TodayPage]
) -> None:
    assert north
    page = opened()
    assert page.header._title.text() == "Wednesday 24 August 2022"
    assert page.head._board.text() == "North Health and Wellbeing Board"
    assert page.head._near.text() == "Next board · in 13 days"
    assert page.head._where.text() == (
        "Tuesday 6 September 2022, 1.30 pm · The Council Chamber, Corby Cube · 2 items"
    )
    spoken = page.head._timeline.accessibleName()
    assert "Fri 26 Aug: Publish agenda, in 2 days · last lawful day, next" in spoken


def test_enter_on_the_first_button_opens_the_next_meeting(
    north: int, opened: Callable[[], TodayPage], visited: list[Place]
) -> None:
    assert north
    page = opened()
    page.head.button.setFocus()
    QTest.keyClick(page.head.button, Qt.Key.Key_Space)
    assert visited == [Place("meetings", ref="NNHWB/2022-09-06")]


def test_chase_writes_a_draft_for_the_paper_that_is_lacking(
    north: int, opened: Callable[[], TodayPage], qtbot: QtBot, tmp_path: Path
) -> None:
    assert north
    page = opened()
    lacking = "02 Better Care Fund Plan is “To Follow”: no paper yet"
    assert any(each.startswith(lacking) for each in sentences(page.lacks.rows))
    QTest.keyClick(verb(page.lacks.rows, "Chase"), Qt.Key.Key_Space)
    dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QFileDialog))
    dialog.fileSelected.emit(str(tmp_path))
    dialog.close()
    qtbot.waitUntil(lambda: not page.context.jobs.is_busy)
    [draft] = tmp_path.rglob("*.eml")
    told = message_from_bytes(draft.read_bytes(), policy=policy.default).get_body()
    assert told is not None
    assert "02  Better Care Fund Plan" in told.get_content()


def test_a_quorum_is_set_from_here(north: int, opened: Callable[[], TodayPage], qtbot: QtBot) -> None:
    assert north
    page = opened()
    QTest.keyClick(verb(page.lacks.rows, "Set quorum"), Qt.Key.Key_Space)
    dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QuorumDialog))
    dialog.many.setText("6")
    dialog._take()
    qtbot.waitUntil(lambda: not any("Quorum is not set" in each for each in sentences(page.lacks.rows)))


def test_a_promise_becomes_an_action_by_one_press(
    north: int, opened: Callable[[], TodayPage], qtbot: QtBot, store: Store
) -> None:
    assert north
    page = opened()
    assert page.promises.heading.accessibleName() == (
        "Promised on 5 July, followed by nothing, 1 of 1 commitment"
    )
    QTest.keyClick(verb(page.promises.rows, "Make an action"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: [action.number for action in log(store)] == ["050722/01"])
    action = log(store)[0]
    assert (action.text, action.owners) == (PROMISE, ("Director of Place",))
    qtbot.waitUntil(page.promises.isHidden)


def test_undo_brings_the_promise_back(
    north: int, opened: Callable[[], TodayPage], qtbot: QtBot, context: Context
) -> None:
    assert north
    page = opened()
    QTest.keyClick(verb(page.promises.rows, "Make an action"), Qt.Key.Key_Space)
    qtbot.waitUntil(page.promises.isHidden)
    context.undo.take_back()
    qtbot.waitUntil(page.promises.isVisible)


def test_a_promise_that_needs_no_action_goes_away_and_undo_brings_it_back(
    north: int, opened: Callable[[], TodayPage], qtbot: QtBot, context: Context, store: Store
) -> None:
    assert north
    page = opened()
    QTest.keyClick(verb(page.promises.rows, "None needed"), Qt.Key.Key_Return)
    qtbot.waitUntil(page.promises.isHidden)
    assert log(store) == []
    context.undo.take_back()
    qtbot.waitUntil(page.promises.isVisible)


def test_chasers_are_sent_from_here_to_everybody_with_an_open_action(
    north: int, opened: Callable[[], TodayPage], qtbot: QtBot, store: Store
) -> None:
    page = opened()
    assert page._chase.isHidden()
    builders.an_action(store, north, "100322/03", owners=["Amy Plank"])
    builders.an_action(store, north, "100322/04", owners=["Amy Plank", "David Watts"])
    qtbot.waitUntil(lambda: page._chase.accessibleName() == "Send chasers, 2 people")
    QTest.keyClick(page._chase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.findChild(SendingDialog) is not None)
    dialog = page.findChild(SendingDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    dialog.reject()


def test_late_actions_stand_at_the_right_and_enter_opens_one(
    north: int, opened: Callable[[], TodayPage], store: Store, visited: list[Place]
) -> None:
    action_id = builders.an_action(store, north, "100322/03", due=date(2022, 8, 11))
    builders.an_action(store, north, "100322/04", "Later", due=date(2022, 12, 1))
    page = opened()
    rows = page.late.rows
    assert len(rows) == 1
    row = rows[0]
    assert row.accessibleName().startswith("100322/03, 13 days late: ")
    assert page.late._all.text() == "All 2 open"
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert visited == [Place("actions", id=action_id)]


def test_only_the_nearest_dates_are_shown_until_more_are_asked_for(
    north: int, opened: Callable[[], TodayPage], store: Store
) -> None:
    for day in (8, 15, 22, 29):
        builders.a_meeting(store, north, date(2022, 9, day))
    page = opened()
    assert len(page.dates.rows.rows) == NEAR
    assert page.dates._more is not None
    QTest.keyClick(page.dates._more, Qt.Key.Key_Space)
    assert len(page.dates.rows.rows) > NEAR


def test_an_empty_library_says_how_to_begin(opened: Callable[[], TodayPage], qtbot: QtBot) -> None:
    page = opened()
    assert page.nothing.isVisible()
    assert page.nothing.accessibleName().startswith("No meeting yet.")
    assert not page.head.isVisible()
    QTest.keyClick(link(page, "Plan a meeting"), Qt.Key.Key_Space)

    def asks_for_a_board() -> bool:
        return any(isinstance(each, NewBoardDialog) for each in QApplication.topLevelWidgets())

    qtbot.waitUntil(asks_for_a_board)


def test_a_meeting_planned_elsewhere_appears_at_once(
    opened: Callable[[], TodayPage], qtbot: QtBot, store: Store
) -> None:
    page = opened()
    board_id = builders.a_board(store, name="North Health and Wellbeing Board")
    builders.a_meeting(store, board_id)
    qtbot.waitUntil(page.head.isVisible)
    assert not page.nothing.isVisible()


def test_an_empty_library_imports_an_agenda_or_takes_the_sample(
    opened: Callable[[], TodayPage], qtbot: QtBot, visited: list[Place]
) -> None:
    page = opened()
    QTest.keyClick(link(page, "Import an agenda"), Qt.Key.Key_Space)
    assert visited == [Place("importing", tab="agenda")]
    QTest.keyClick(link(page, "Look around the sample board"), Qt.Key.Key_Space)
    qtbot.waitUntil(page.head.isVisible, timeout=30_000)
    assert page.head._board.text() == "North Health and Wellbeing Board"
    qtbot.waitUntil(lambda: not page.context.jobs.is_busy, timeout=30_000)
