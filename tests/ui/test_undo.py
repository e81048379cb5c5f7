"""Ctrl+Z belongs to the text box while it has unsent words, else it takes back the last step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from tests.builders import a_board

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Announcement
    from boardtool.ui.context import Context

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def box(qtbot: QtBot, context: Context) -> Iterator[QLineEdit]:
    window = QWidget()
    qtbot.addWidget(window)
    line = QLineEdit()
    QVBoxLayout(window).addWidget(line)
    window.addActions([context.undo.undo, context.undo.redo])
    window.show()
    qtbot.waitActive(window)
    line.setFocus()
    yield line
    window.hide()


def test_the_words_of_the_menu_say_what_would_be_taken_back(qtbot: QtBot, context: Context) -> None:
    assert not context.undo.undo.isEnabled()
    a_board(context.store)
    qtbot.waitUntil(context.undo.undo.isEnabled)
    assert context.undo.undo.text() != "Undo"


def test_unsent_words_are_undone_in_their_box(qtbot: QtBot, context: Context, box: QLineEdit) -> None:
    a_board(context.store)
    qtbot.waitUntil(context.undo.undo.isEnabled)
    heard: list[Announcement] = []
    context.changes.announced.connect(heard.append)
    qtbot.keyClicks(box, "typed")
    qtbot.keyClick(box, Qt.Key.Key_Z, CONTROL)
    assert box.text() == ""
    assert heard == []


def test_sent_words_leave_ctrl_z_to_the_library_and_ctrl_y_brings_it_back(
    qtbot: QtBot, context: Context, box: QLineEdit
) -> None:
    a_board(context.store)
    qtbot.waitUntil(context.undo.undo.isEnabled)
    qtbot.keyClicks(box, "typed")
    box.setModified(False)
    with qtbot.waitSignal(context.messages.said) as undone:
        qtbot.keyClick(box, Qt.Key.Key_Z, CONTROL)
    assert undone.args is not None
    assert undone.args[0].startswith("Undone: ")
    assert box.text() == "typed"
    qtbot.waitUntil(context.undo.redo.isEnabled)
    with qtbot.waitSignal(context.messages.said) as redone:
        qtbot.keyClick(box, Qt.Key.Key_Y, CONTROL)
    assert redone.args is not None
    assert redone.args[0].startswith("Done again: ")
