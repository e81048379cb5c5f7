"""The colours can be read, and the palette alone tells a painter which set is on."""

from __future__ import annotations

from itertools import product

import pytest
from PySide6.QtGui import QColor, QPalette

from boardtool.ui.theme.colours import DARK, LIGHT, Colours, Tone, colours_of, high_contrast, qt_palette

READABLE = 4.5
EDGE_SEEN = 3.0
GROUNDS = ("window", "surface", "sunken", "hover", "select")


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(("colours", "tone", "ground"), list(product((LIGHT, DARK), Tone, GROUNDS)))
def test_every_tone_is_readable_on_every_ground(colours: Colours, tone: Tone, ground: str) -> None:
    assert contrast(getattr(colours, tone.value), getattr(colours, ground)) >= READABLE


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_what_stands_on_the_accent_is_readable_and_edges_of_fields_are_seen(colours: Colours) -> None:
    assert contrast(colours.on_accent, colours.accent) >= READABLE
    assert contrast(colours.on_accent, colours.pressed) >= READABLE
    assert contrast(colours.ctl_border, colours.surface) >= EDGE_SEEN


@pytest.mark.parametrize("tone", ["late", "due", "done"])
@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_a_status_is_readable_on_its_own_tint(colours: Colours, tone: str) -> None:
    assert contrast(getattr(colours, tone), getattr(colours, f"{tone}_bg")) >= READABLE


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_a_palette_carries_its_colours(colours: Colours) -> None:
    assert colours_of(qt_palette(colours)) is colours


def test_high_contrast_has_the_system_s_colours_and_no_tints() -> None:
    system = QPalette()
    system.setColor(QPalette.ColorRole.Base, QColor("#000000"))
    system.setColor(QPalette.ColorRole.Text, QColor("#FFFF00"))
    system.setColor(QPalette.ColorRole.Accent, QColor("#00FFFF"))
    colours = colours_of(system)
    assert colours == high_contrast(system)
    assert {colours.late_bg, colours.hover, colours.select, colours.window} == {"#000000"}
    assert {colours.line, colours.text_3, colours.late, colours.ctl_border} == {"#ffff00"}
