"""Lines through points: thinned where there are more than pixels."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF


def thinned(x: Sequence[float], y: Sequence[float]) -> QPolygonF:
    """The points from left to right; of many in one column of pixels the first, lowest, highest and last.

    What is seen is the same: within a column a line is a vertical stroke from its lowest to its highest.
    """
    if len(x) < 2 or len(x) <= 2 * (x[-1] - x[0]):  # noqa: PLR2004 - a line
        return QPolygonF([QPointF(*place) for place in zip(x, y, strict=True)])
    kept: list[QPointF] = []
    start, column = 0, int(x[0])
    for number, place in enumerate(x):
        if (at := int(place)) != column:
            kept += _ends(x, y, start, number)
            start, column = number, at
    kept += _ends(x, y, start, len(x))
    return QPolygonF(kept)


def _ends(x: Sequence[float], y: Sequence[float], start: int, end: int) -> list[QPointF]:
    heights = y[start:end]
    if end - start <= 4:  # noqa: PLR2004 - the four that are kept
        numbers = range(start, end)
        return [QPointF(x[number], y[number]) for number in numbers]
    low, high = heights.index(min(heights)), heights.index(max(heights))
    inner = sorted((low, high))
    return [QPointF(x[start + each], heights[each]) for each in (0, *inner, end - start - 1)]
