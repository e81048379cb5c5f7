"""In a library that can only be read, what would write is grey and says why; what looks still works."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout
from tests.builders import a_board, a_member

from boardtool.services.sample import enter_sample
from boardtool.ui.commands import Commands
from boardtool.ui.main_window import MainWindow
from boardtool.ui.messages import Link
from boardtool.ui.pages import page_entries
from boardtool.ui.people.page import PeoplePage
from boardtool.ui.places import Place
from boardtool.ui.widgets.buttons import link
from boardtool.ui.widgets.sentence_row import Sentence, SentenceRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.ui.context import Context

PLACES = (
    *map(Place, ("today", "actions", "people", "settings")),
    *(Place("meetings", ref="NNHWB/2022-07-05", tab=tab) for tab in ("agenda", "minutes")),
    *(
        Place("meetings", ref="NNHWB/2022-09-06", tab=tab)
        for tab in ("agenda", "papers", "requests", "attendance", "checks")
    ),
    *(Place("bcf", tab=tab) for tab in ("schemes", "benefits", "versions", "checks")),
)
WRITING = {
    *("None needed", "Make an action", "Set quorum"),
    *("Complete", "Import replies", "Add member", "Import members", "New board", "Remove this board…"),
    *("Keep a request…", "Rules for speakers…", "Approve and lock…", "Declare an interest…"),
    *("New programme…", "Add year", "Put £420,000 back", "Submit", "Copy into next year", "Import template"),
}
WHY = "Open on LAPTOP-7 by Jenny Daniels. You can read, not change."


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> PeoplePage:
    board = a_board(context.store)
    a_member(context.store, board, "Amy Plank")
    held = replace(context, read_only=True, commands=Commands(refusal=WHY))
    made = PeoplePage(held)
    qtbot.addWidget(made)
    made.show()
    made.open(Place("people", ref="NNHWB"))
    qtbot.waitUntil(lambda: made.table.current_row() is not None)
    return made


def button(page: PeoplePage, words: str) -> QPushButton:
    return next(each for each in page.findChildren(QPushButton) if each.text() == words)


def test_commands_that_write_are_refused_with_the_reason(page: PeoplePage) -> None:
    commands = page.context.commands
    assert [action.text() for action in commands.offered()] == []
    refused = commands.refused()
    assert "Add member…" in [action.text() for action in refused]
    assert {action.toolTip() for action in refused} == {WHY}


def test_a_button_that_bears_their_words_is_grey_too(page: PeoplePage) -> None:
    assert not button(page, "Add member").isEnabled()
    assert button(page, "Add member").toolTip() == WHY


def test_no_cell_can_be_edited_and_everything_can_be_looked_at(page: PeoplePage) -> None:
    model = page.table.model()
    cells = [model.index(0, column) for column in range(model.columnCount())]
    assert all(not model.flags(cell) & Qt.ItemFlag.ItemIsEditable for cell in cells)
    assert all(model.flags(cell) & Qt.ItemFlag.ItemIsSelectable for cell in cells)


def test_where_it_can_be_written_nothing_is_refused(context: Context, qtbot: QtBot) -> None:
    a_member(context.store, a_board(context.store), "Amy Plank")
    made = PeoplePage(context)
    qtbot.addWidget(made)
    made.show()
    assert context.commands.refused() == []
    assert button(made, "Add member").isEnabled()


def test_a_button_that_writes_is_grey_whatever_its_words_and_whenever_it_is_made(
    page: PeoplePage, qtbot: QtBot
) -> None:
    late = link("Cleared…", writes=True)
    looks = link("Preview pages")
    for each in (late, looks):
        each.setParent(page)
        each.show()
    qtbot.waitUntil(late.isVisible)
    assert (late.isEnabled(), late.toolTip()) == (False, WHY)
    assert looks.isEnabled()


def test_in_a_dialog_over_such_a_page_what_writes_is_grey_too(page: PeoplePage, qtbot: QtBot) -> None:
    dialog = QDialog(page)
    use = Link("Use the report's", page.reload, writes=True)
    row = SentenceRow(Sentence("Its title differs.", verb=use.words), use, Link("Look", page.reload))
    QVBoxLayout(dialog).addWidget(row)
    dialog.open()
    qtbot.waitUntil(row.isVisible)
    assert [(verb.text(), verb.isEnabled()) for verb in row.verbs] == [(use.words, False), ("Look", True)]
    dialog.reject()


def test_what_was_refused_stays_grey_when_the_page_would_light_it(page: PeoplePage) -> None:
    refused = button(page, "Add member")
    refused.setEnabled(True)
    assert not refused.isEnabled()


def test_outside_such_a_part_a_button_that_writes_is_as_any_other(qtbot: QtBot) -> None:
    made = link("Cleared…", writes=True)
    qtbot.addWidget(made)
    made.show()
    assert made.isEnabled()


def test_no_page_of_the_sample_lights_what_would_write(context: Context, store: Store, qtbot: QtBot) -> None:
    enter_sample(store, now=context.clock.now())
    held = replace(context, read_only=True, commands=Commands(refusal=WHY))
    window = MainWindow()
    window.set_context(held, page_entries())
    window.show()
    seen: set[str] = set()
    for place in PLACES:
        window.go(place)
        qtbot.waitUntil(lambda: held.asking.is_idle and not held.jobs.is_busy, timeout=20_000)
        shown = [each for each in window.findChildren(QPushButton) if each.isVisible()]
        lit = {each.text() for each in shown if each.isEnabled()}
        assert (place, lit & WRITING) == (place, set())
        seen |= {each.text() for each in shown if not each.isEnabled()}
    assert seen >= WRITING
    window.hide()
    window.deleteLater()
