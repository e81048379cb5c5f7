"""A panel beside its middle: it folds in a narrow window to a handle that says what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from boardtool.ui import panes
from boardtool.ui.widgets.beside import BesidePanel
from boardtool.ui.widgets.panel import RightPanel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("appearance")


@pytest.fixture
def beside(qtbot: QtBot) -> BesidePanel:
    panel = RightPanel("The action")
    panel.column.addWidget(QLineEdit())
    made = BesidePanel(QPushButton("The log"), panel)
    qtbot.addWidget(made)
    made.resize(1200, 400)
    made.show()
    return made


def narrow(beside: BesidePanel, qtbot: QtBot) -> None:
    beside.resize(900, 400)
    qtbot.waitUntil(lambda: not beside.panel.isVisible())


def test_in_a_narrow_window_a_panel_folds_to_a_handle_that_names_it(
    qtbot: QtBot, beside: BesidePanel
) -> None:
    assert beside.panel.isVisible()
    assert not beside.handle.isVisible()
    narrow(beside, qtbot)
    assert beside.handle.text() == "Show details"
    assert beside.handle.accessibleName() == beside.handle.toolTip() == "Show details: The action"
    beside.handle.click()
    assert beside.panel.isVisible()
    assert (beside.handle.text(), beside.handle.isVisible()) == ("Hide details", True)
    beside.handle.click()
    assert not beside.panel.isVisible()


def test_the_handle_is_taller_than_wide_and_no_wider_than_an_icon_with_its_edges(beside: BesidePanel) -> None:
    hint = beside.handle.sizeHint()
    assert hint.width() <= 32
    assert hint.height() > 3 * hint.width()


def test_what_was_unfolded_stays_so_when_the_page_is_filled_again(qtbot: QtBot, beside: BesidePanel) -> None:
    narrow(beside, qtbot)
    beside.unfold()
    beside.show_panel()
    assert beside.panel.isVisible()


def test_a_panel_that_the_person_closed_waits_behind_its_handle(beside: BesidePanel) -> None:
    beside.panel.close_panel()
    beside.show_panel()
    assert not beside.panel.isVisible()
    beside.handle.click()
    assert beside.panel.isVisible()
    assert not beside.handle.isVisible()


def test_where_there_is_nothing_to_show_there_is_no_handle_either(qtbot: QtBot, beside: BesidePanel) -> None:
    narrow(beside, qtbot)
    beside.show_panel(wanted=False)
    assert not beside.handle.isVisible()
    beside.show_panel()
    assert beside.handle.isVisible()


def test_f6_goes_to_the_handle_of_a_folded_panel_and_the_keys_unfold_it(
    qtbot: QtBot, beside: BesidePanel
) -> None:
    beside.activateWindow()
    narrow(beside, qtbot)
    stops: list[QWidget] = [beside.middle, beside.panel]
    panes.focus_in(beside.middle)
    panes.walk(stops, 1)
    assert beside.handle.hasFocus()
    qtbot.keyClick(beside.handle, Qt.Key.Key_Return)
    assert beside.panel.isVisible()
    panes.focus_in(beside.middle)
    panes.walk(stops, 1)
    assert panes.holds_focus(beside.panel)
