"""The application follows the scheme that is chosen; text and what holds it grow together."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics

from boardtool.ui.theme import fonts
from boardtool.ui.theme.colours import DARK, LIGHT, colours_of
from boardtool.ui.theme.schemes import Scheme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from boardtool.ui.theme.appearance import Appearance

SOURCE = Path(__file__).resolve().parents[3] / "src" / "boardtool" / "ui"


def test_a_chosen_scheme_colours_everything_and_says_so(
    qtbot: QtBot, appearance: Appearance, qapp: QApplication
) -> None:
    with qtbot.waitSignal(appearance.changed):
        appearance.choose(Scheme.DARK)
    assert colours_of(qapp.palette()) is DARK
    assert DARK.ctl_border in qapp.styleSheet()
    appearance.choose(Scheme.LIGHT)
    assert colours_of(qapp.palette()) is LIGHT


def test_larger_text_makes_rows_higher(appearance: Appearance) -> None:
    appearance.choose(Scheme.LIGHT, text_size=1.5)
    assert fonts.scaled(28) == 42 or fonts.scaled(28) == 43
    assert fonts.font(fonts.Size.BODY).pixelSize() == 20
    appearance.choose(Scheme.LIGHT)
    assert fonts.scaled(28) == 28


def test_the_shipped_letters_are_used_and_figures_have_one_width(appearance: Appearance) -> None:
    assert appearance.colours is LIGHT
    letters = fonts.font()
    assert QFontInfo(letters).family() in {fonts.SHIPPED_FAMILY, fonts.WINDOWS_FAMILY}
    widths = {QFontMetrics(letters).horizontalAdvance(figure * 4) for figure in "0123456789"}
    assert len(widths) == 1
    assert letters.hintingPreference() is QFont.HintingPreference.PreferNoHinting


def test_no_other_file_holds_a_colour() -> None:
    colour = re.compile(r"#[0-9A-Fa-f]{6}\b")
    for file in SOURCE.rglob("*.py"):
        if file.name != "colours.py":
            assert not colour.search(file.read_text(encoding="utf-8")), file


def test_a_change_of_contrast_colours_everything_anew(qtbot: QtBot, appearance: Appearance) -> None:
    with qtbot.waitSignal(appearance.changed):
        appearance._accessible.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
