"""A screen reader has a name for every control that takes the focus, on every page of the sample board."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from boardtool.services.sample import enter_sample
from boardtool.ui.main_window import MainWindow
from boardtool.ui.pages import page_entries
from boardtool.ui.places import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.ui.context import Context

WORKSPACE = [
    Place("meetings", ref="NNHWB/2022-09-06", tab=tab)
    for tab in ("agenda", "papers", "attendance", "minutes", "actions", "checks")
]


@pytest.fixture
def window(qtbot: QtBot, context: Context, store: Store) -> Iterator[MainWindow]:
    enter_sample(store, now=context.clock.now())
    made = MainWindow()
    made.set_context(context, page_entries())
    made.resize(1440, 868)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.hide()
    qtbot.waitUntil(lambda: context.asking.is_idle)
    made.deleteLater()


def nameless(root: QWidget) -> list[str]:
    """The controls that Tab reaches and nobody can say."""
    reached = [
        each
        for each in root.findChildren(QWidget)
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None
    ]
    return [type(each).__name__ for each in reached if not said(each)]


def said(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()


def test_every_control_that_tab_reaches_has_a_name(
    window: MainWindow, qtbot: QtBot, context: Context
) -> None:
    places = [entry.pictured or Place(entry.name) for entry in page_entries()]
    for place in (*places, *WORKSPACE):
        window.go(place)
        qtbot.waitUntil(lambda: context.asking.is_idle and not context.jobs.is_busy, timeout=20_000)
        assert (place, nameless(window)) == (place, [])
