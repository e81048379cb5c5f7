"""A dialog of many fields: whole where there is room, scrolled above its buttons where there is little."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from boardtool.ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from boardtool.ui.theme.appearance import Appearance

LOW = 260


@pytest.fixture
def parent(qtbot: QtBot, appearance: Appearance) -> QWidget:
    assert appearance.colours.accent
    made = QWidget()
    qtbot.addWidget(made)
    return made


def a_dialog(qtbot: QtBot, parent: QWidget, fields: int) -> tuple[FormDialog, list[QLineEdit]]:
    dialog = FormDialog(parent, "Facts", words="Take", take=lambda: None)
    boxes = [QLineEdit() for _field in range(fields)]
    for number, box in enumerate(boxes):
        dialog.form.add(f"f{number}", f"Field {number}", box, help_text="What it is")
    dialog.open()
    qtbot.waitActive(dialog)
    return dialog, boxes


def top_of(box: QWidget, dialog: FormDialog) -> int:
    return box.mapTo(dialog, QPoint(0, 0)).y()


def test_a_short_form_is_whole(qtbot: QtBot, parent: QWidget) -> None:
    dialog, boxes = a_dialog(qtbot, parent, 4)
    assert 0 < top_of(boxes[0], dialog) < top_of(boxes[-1], dialog) < top_of(dialog.take, dialog)


def test_a_long_form_in_little_room_keeps_its_buttons_and_scrolls_to_the_focus(
    qtbot: QtBot, parent: QWidget
) -> None:
    dialog, boxes = a_dialog(qtbot, parent, 12)
    dialog.resize(dialog.width(), LOW)
    qtbot.waitUntil(lambda: dialog.height() == LOW)
    for _step in boxes:
        at = dialog.focusWidget()
        assert at in boxes
        assert 0 <= top_of(at, dialog) <= top_of(dialog.take, dialog)
        qtbot.keyClick(at, Qt.Key.Key_Tab)
    assert top_of(dialog.take, dialog) + dialog.take.height() <= LOW


def test_a_sentence_under_a_field_makes_the_dialog_higher(qtbot: QtBot, parent: QWidget) -> None:
    dialog, boxes = a_dialog(qtbot, parent, 3)
    before = dialog.height()
    dialog.form.wrong("f1", "This is no date: say it as 6 September 2022. " * 3)
    qtbot.waitUntil(lambda: dialog.height() > before)
    assert top_of(boxes[-1], dialog) < top_of(dialog.take, dialog)
