"""In a library that can only be read, what would write is grey and says why; what looks still works."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from tests.builders import a_board, a_member

from boardtool.ui.commands import Commands
from boardtool.ui.people.page import PeoplePage
from boardtool.ui.places import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from boardtool.ui.context import Context

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
