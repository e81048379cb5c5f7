"""The icons: drawn in the colour asked for, at the density of the screen, their licence beside them."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage

from boardtool.data.resources import resource
from boardtool.ui import icons
from boardtool.ui.theme.colours import LIGHT

NAMES = sorted(file.stem for file in resource("icons").glob("*.svg"))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_drawn_in_its_colour_alone(name: str) -> None:
    picture = icons.picture(name, LIGHT.accent, 32)
    inked = picture.convertToFormat(QImage.Format.Format_ARGB32)
    solid = {
        QColor(inked.pixel(x, y)).name()
        for x in range(32)
        for y in range(32)
        if inked.pixelColor(x, y).alpha() == 255
    }
    assert solid == {LIGHT.accent.lower()}


@pytest.mark.usefixtures("qapp")
def test_the_program_has_an_icon_of_its_own_in_every_usual_size() -> None:
    sizes = {size.width() for size in icons.of_the_program().availableSizes()}
    assert {16, 32, 48, 256} <= sizes


def test_the_licence_of_the_icons_stands_beside_them() -> None:
    assert "ISC License" in resource("icons/LICENSE").read_text(encoding="utf-8")
