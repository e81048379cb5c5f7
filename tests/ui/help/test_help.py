"""F1 opens the guide that ships with boardtool, with its pictures, and the keys that work now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QWidget

from boardtool.data.guide import FIRST, pages
from boardtool.ui.help.reader import GuideReader
from boardtool.ui.help.window import HelpWindow

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from boardtool.ui.theme.appearance import Appearance

IMAGE = 2


@pytest.fixture
def window(qtbot: QtBot, appearance: Appearance) -> Iterator[HelpWindow]:
    assert appearance.colours.accent
    keys = QWidget()
    keys.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    owner = QWidget()
    made = HelpWindow(owner, keys)
    with qtbot.waitActive(made):
        made.show()
    yield made
    made.close()
    owner.deleteLater()


def test_it_opens_at_the_page_to_begin_with(window: HelpWindow) -> None:
    assert pages()[0].name == FIRST
    item = window.list.currentItem()
    assert item is not None
    assert item.text() == pages()[0].title
    assert window.reader.toPlainText().startswith(pages()[0].title)


def test_every_picture_of_the_guide_is_there_and_no_wider_than_the_text(window: HelpWindow) -> None:
    for page in pages():
        window.reader.show_page(page)
        for name in pictures(page.text):
            image = window.reader.loadResource(IMAGE, QUrl(name))
            assert image.deviceIndependentSize().width() <= window.reader.viewport().width()  # type: ignore[attr-defined] # it is a QImage
            assert not image.isNull()  # type: ignore[attr-defined] # the same


def test_nothing_but_pictures_beside_the_page_is_loaded(window: HelpWindow, tmp_path: Path) -> None:
    reader = GuideReader()
    assert reader.loadResource(IMAGE, QUrl("pictures/today.png")) is None
    assert window.reader.loadResource(1, QUrl.fromLocalFile(str(tmp_path))) is None


def test_a_link_leads_to_another_page_and_nowhere_else(window: HelpWindow) -> None:
    for row, page in enumerate(pages()):
        window.reader.anchorClicked.emit(QUrl(f"{page.name}.md"))
        assert window.list.currentRow() == row
    window.reader.anchorClicked.emit(QUrl("https://example.org/"))
    assert window.list.currentRow() == len(pages()) - 1


def test_the_keys_stand_last_and_f6_goes_between_list_and_page(window: HelpWindow, qtbot: QtBot) -> None:
    window.open_keys()
    item = window.list.currentItem()
    assert item is not None
    assert item.text() == "Keys"
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert window.list.hasFocus()


def pictures(text: str) -> list[str]:
    """The pictures that a page names, such as "pictures/today.png"."""
    return [part.partition(")")[0] for part in text.split("](")[1:] if part.startswith("pictures/")]
