"""Charts draw what they are given: round axes, thinned lines, and marks that differ by shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter

from boardtool.domain.performance.xmr import Kind
from boardtool.ui.charts.marks import draw_mark
from boardtool.ui.charts.polyline import thinned
from boardtool.ui.charts.scale import Scale, ticks_over
from boardtool.ui.theme.colours import LIGHT

if TYPE_CHECKING:
    from boardtool.ui.theme.appearance import Appearance


def test_a_value_stands_in_proportion_and_within_its_axis() -> None:
    scale = Scale(0, 10, 100, 0)
    assert scale.at(2.5) == 75
    assert scale.within(12) == 0


@pytest.mark.parametrize(
    ("values", "unit"), [((12.6, 16.1), "%"), ((0.0, 0.0), ""), ((395.0, 578.0), "people"), ((99.9,), "%")]
)
def test_ticks_hold_every_value(values: tuple[float, ...], unit: str) -> None:
    ticks = ticks_over(values, unit=unit)
    assert ticks.low <= min(values)
    assert ticks.high >= max(values)
    assert len({ticks.text(value) for value in ticks.values}) == len(ticks.values)


def test_an_axis_of_per_cent_ends_at_a_hundred() -> None:
    assert ticks_over((96.0, 99.0), unit="%").high == 100


def test_a_line_of_ten_thousand_points_keeps_its_ends_and_extremes() -> None:
    points = [QPointF(number / 20, (number * 37) % 101) for number in range(10_000)]
    kept = thinned(points).toList()
    assert len(kept) < 2_100
    assert (kept[0], kept[-1]) == (points[0], points[-1])
    assert max(point.y() for point in kept) == 100
    assert min(point.y() for point in kept) == 0


def test_marks_differ_by_shape_and_not_by_colour_alone(appearance: Appearance) -> None:
    assert appearance is not None
    shapes = {_shape(kind) for kind in Kind}
    assert len(shapes) == len(Kind)


def _shape(kind: Kind) -> bytes:
    """What is inked, in black and white."""
    image = QImage(24, 24, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_mark(painter, QPointF(12, 12), kind, LIGHT, way=1, radius=8)
    painter.end()
    inked = (image.pixelColor(x, y).lightness() < 200 for y in range(24) for x in range(24))
    return bytes(inked)
