"""A text edited where it stands: what it commits, and how it shows that there is more of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QPushButton, QToolTip, QVBoxLayout, QWidget

from boardtool.ui.widgets.inline_text import InlineText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("appearance")

LONG = "Northamptonshire Healthcare NHS Foundation Trust, Deputy Chief Operating Officer"


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[InlineText]:
    holder = QWidget()
    made = InlineText(LONG, name="Organisation")
    column = QVBoxLayout(holder)
    column.addWidget(QPushButton("Elsewhere"))  # which has the focus at first
    column.addWidget(made)
    qtbot.addWidget(holder)
    holder.resize(220, 90)
    with qtbot.waitActive(holder):
        holder.show()
    yield made
    QToolTip.hideText()


def tip_over(field: InlineText) -> str:
    place = QPoint(5, 5)
    QApplication.sendEvent(field, QHelpEvent(QEvent.Type.ToolTip, place, field.mapToGlobal(place)))
    return QToolTip.text()


def ink_at_the_end(field: InlineText) -> int:
    """How many dark points stand in the last letters' room of the field."""
    part = field.rect().adjusted(field.width() - 24, 6, -10, -6)
    image = field.window().grab(part.translated(field.pos())).toImage()
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    points = (grey.pixelColor(x, y).value() for x in range(grey.width()) for y in range(grey.height()))
    return sum(value < 128 for value in points)


def test_what_does_not_fit_is_whole_under_the_pointer(field: InlineText) -> None:
    assert field.is_cut
    assert tip_over(field) == LONG


def test_it_ends_in_an_ellipsis_until_one_types_in_it(qtbot: QtBot, field: InlineText) -> None:
    field.set_kept("M" * 60)
    cut = ink_at_the_end(field)
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    assert cut < ink_at_the_end(field)  # three dots where letters stand


def test_what_fits_has_nothing_to_tell(field: InlineText) -> None:
    field.set_kept("Trust")
    assert not field.is_cut
    assert tip_over(field) != LONG


def test_an_inline_text_commits_on_enter_and_esc_puts_back_what_was_there(qtbot: QtBot) -> None:
    text = InlineText("Action Log", name="Subject")
    qtbot.addWidget(text)
    text.show()
    qtbot.waitActive(text)
    text.setFocus()
    text.setText("Another")
    qtbot.keyClick(text, Qt.Key.Key_Escape)
    assert text.text() == "Action Log"
    qtbot.keyClick(text, Qt.Key.Key_End)
    qtbot.keyClicks(text, " for July")
    with qtbot.waitSignal(text.committed) as committed:
        qtbot.keyClick(text, Qt.Key.Key_Return)
    assert committed.args == ["Action Log for July"]


def test_an_inline_text_that_is_being_changed_is_left_alone(qtbot: QtBot) -> None:
    text = InlineText("Action Log", name="Subject")
    qtbot.addWidget(text)
    text.show()
    qtbot.waitActive(text)
    text.setFocus()
    qtbot.keyClicks(text, "x")
    typed = text.text()
    text.set_kept("What somebody else wrote")
    assert text.text() == typed
