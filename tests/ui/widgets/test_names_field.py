"""Names apart by semicolons, each completed by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardtool.ui.widgets.name_offers import NameOffers, fitting_names
from boardtool.ui.widgets.names_field import NamesField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from boardtool.ui.theme.appearance import Appearance

KNOWN = ["Chair", "Director of Place", "Director of Public Health"]
Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot, appearance: Appearance) -> QWidget:
    assert appearance.colours.accent
    made = QWidget()
    QVBoxLayout(made).addWidget(NamesField(KNOWN))
    made.resize(400, 400)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def field(window: QWidget) -> NamesField:
    found = window.findChild(NamesField)
    assert found is not None
    found.setFocus()
    return found


@pytest.mark.parametrize("key", [Key.Key_Tab, Key.Key_Return])
def test_a_part_of_a_name_is_completed_by_a_key(field: NamesField, key: Qt.Key) -> None:
    QTest.keyClicks(field, "publ")
    assert field.offered == ["Director of Public Health"]
    QTest.keyClick(field, key)
    assert field.text() == "Director of Public Health"
    assert field.isModified()
    assert field.offered == []


def test_the_second_name_is_completed_and_the_first_stays(field: NamesField) -> None:
    field.setText("Somebody unknown;")
    QTest.keyClicks(field, " cha")
    QTest.keyClick(field, Key.Key_Return)
    assert field.text() == "Somebody unknown; Chair"


def test_a_name_in_the_middle_is_completed_where_it_stands(field: NamesField) -> None:
    field.setText("Ch; Director of Place")
    field.setCursorPosition(2)
    QTest.keyClicks(field, "a")
    QTest.keyClick(field, Key.Key_Return)
    assert field.text() == "Chair; Director of Place"


def test_down_chooses_the_next_name(field: NamesField) -> None:
    QTest.keyClicks(field, "dir")
    QTest.keyClick(field, Key.Key_Down)
    QTest.keyClick(field, Key.Key_Return)
    assert field.text() == "Director of Public Health"


def test_a_name_typed_in_full_offers_nothing_more(field: NamesField) -> None:
    QTest.keyClicks(field, "chair")
    assert field.offered == []
    assert field.text() == "chair"


def test_escape_closes_the_list_and_leaves_what_was_typed(field: NamesField) -> None:
    QTest.keyClicks(field, "dir")
    QTest.keyClick(field, Key.Key_Escape)
    assert (field.text(), field.offered) == ("dir", [])


def test_the_list_keeps_within_a_low_window(window: QWidget, field: NamesField) -> None:
    window.setFixedHeight(80)
    field.know([f"Person {number}" for number in range(9)])
    QTest.keyClicks(field, "person")
    offers = window.findChild(NameOffers)
    assert offers is not None
    assert window.rect().contains(offers.geometry())


def test_the_list_goes_with_its_field(window: QWidget, field: NamesField, qtbot: QtBot) -> None:
    QTest.keyClicks(field, "dir")
    field.deleteLater()
    QCoreApplication.sendPostedEvents(field, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: window.findChild(NameOffers) is None)


def test_names_that_begin_as_typed_come_first() -> None:
    assert fitting_names("pla", ["Director of Place", "Place Director", "Chair"]) == [
        "Place Director",
        "Director of Place",
    ]
