"""Charts draw what they are given: round axes, thinned lines, and marks that differ by shape."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from boardtool.domain.performance.charts import Note
from boardtool.domain.performance.xmr import Kind
from boardtool.ui.charts.anew_notes import place_notes
from boardtool.ui.charts.funnel_chart import beside
from boardtool.ui.charts.marks import draw_mark
from boardtool.ui.charts.polyline import thinned
from boardtool.ui.charts.scale import Scale, ticks_over
from boardtool.ui.charts.trace import Trace
from boardtool.ui.charts.xmr_parts import Stretch, stretches
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
    x, y = [number / 20 for number in range(10_000)], [float((number * 37) % 101) for number in range(10_000)]
    kept = thinned(x, y).toList()
    assert len(kept) < 2_100
    assert (kept[0], kept[-1]) == (QPointF(x[0], y[0]), QPointF(x[-1], y[-1]))
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


def test_a_trace_finds_its_nearest_figure_and_passes_gaps_over() -> None:
    trace = Trace([0.0, 10.0, 20.0, 30.0], [5.0, None, 5.0, 5.0])
    assert trace.nearest(9.0, within=24.0) == 0
    assert trace.nearest(11.0, within=24.0) == 2
    assert trace.nearest(60.0, within=24.0) == -1
    assert (trace[1], trace[2]) == (None, QPointF(20, 5))
    assert list(trace.around(12, 18)) == [None, QPointF(20, 5)]


def test_a_line_ends_at_a_gap_and_before_a_break() -> None:
    present = [True, True, False, True, True, True]
    assert stretches(present, frozenset({4})) == [Stretch(0, 2), Stretch(3, 4), Stretch(4, 6)]
    assert stretches([], frozenset()) == []
    assert stretches([False], frozenset()) == []


def test_the_reason_of_a_recalculation_takes_the_lines_it_needs(appearance: Appearance) -> None:
    assert appearance is not None
    words = (
        "New definition: figures before are of the old county, North Northamptonshire begins in April 2021"
    )
    rect = QRectF(0, 0, 900, 400)
    x = [50.0 + 20 * number for number in range(40)]
    [placed] = place_notes([Note(13, words)], x, rect, 40)
    assert len(placed.lines) == 1
    [placed] = place_notes([Note(30, words)], x, rect, 40)
    assert len(placed.lines) > 1
    assert " ".join(placed.lines) == words


def test_names_in_a_funnel_do_not_cover_each_other(appearance: Appearance) -> None:
    assert appearance is not None
    spots = [QPointF(100, 100), QPointF(110, 104), QPointF(120, 98), QPointF(480, 100)]
    taken: list[QRectF] = []
    for spot in spots:
        taken.append(beside(spot, 80, 500, taken))
    assert not any(one.intersects(other) for one, other in combinations(taken, 2))
    assert taken[-1].right() < spots[-1].x()


def test_a_late_reason_stands_at_the_left_of_its_line(appearance: Appearance) -> None:
    assert appearance is not None
    x = [50.0 + 20 * number for number in range(40)]
    early, late = place_notes([Note(5, "Moved"), Note(39, "Counted anew")], x, QRectF(0, 0, 900, 400), 40)
    assert (early.at_left, late.at_left) == (False, True)
    assert late.lines == ("Counted anew",)
