"""Names apart by semicolons, each completed by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from boardtool.ui.widgets.names_field import NamesField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from boardtool.ui.theme.appearance import Appearance


@pytest.fixture
def field(qtbot: QtBot, appearance: Appearance) -> NamesField:
    assert appearance.colours.accent
    made = NamesField(["Chair", "Director of Place", "Director of Public Health"])
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    return made


def take_offered(field: NamesField, key: Qt.Key) -> None:
    popup = field._names.popup()
    assert popup is not None
    assert popup.isVisible()
    QTest.keyClick(popup, key)


def test_a_part_of_a_name_is_completed_by_tab(field: NamesField) -> None:
    QTest.keyClicks(field, "publ")
    take_offered(field, Qt.Key.Key_Tab)
    assert field.text() == "Director of Public Health"
    assert field.isModified()


def test_the_second_name_is_completed_and_the_first_stays(field: NamesField) -> None:
    field.setText("Somebody unknown;")
    QTest.keyClicks(field, " cha")
    take_offered(field, Qt.Key.Key_Return)
    assert field.text() == "Somebody unknown; Chair"


def test_a_name_typed_in_full_offers_nothing_more(field: NamesField) -> None:
    QTest.keyClicks(field, "chair")
    popup = field._names.popup()
    assert popup is not None
    assert not popup.isVisible()
    assert field.text() == "chair"
