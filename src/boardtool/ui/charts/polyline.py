"""Lines through points: thinned where there are more than pixels."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from math import floor

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

_THIN = 3
"""Points a pixel from which on a column of pixels shows no more than its ends."""


def thinned(x: Sequence[float], y: Sequence[float]) -> QPolygonF:
    """The points from left to right; of many in one column of pixels the lowest and the highest.

    What is seen is the same: within a column a line is a vertical stroke from its lowest to its highest.
    The first and the last point stay.
    """
    if len(x) < 2 or len(x) <= _THIN * (x[-1] - x[0]):  # noqa: PLR2004 - a line
        return QPolygonF([QPointF(*place) for place in zip(x, y, strict=True)])
    numbers = [0, *_extremes(x, y), len(x) - 1]
    return QPolygonF([QPointF(x[number], y[number]) for number in numbers])


def _extremes(x: Sequence[float], y: Sequence[float]) -> Iterator[int]:
    """The numbers of the lowest and the highest point of each column of pixels, as they come."""
    start = 0
    while start < len(x):
        end = bisect_left(x, floor(x[start]) + 1, start)
        column = y[start:end]
        low, high = column.index(min(column)), column.index(max(column))
        yield start + min(low, high)
        if low != high:
            yield start + max(low, high)
        start = end
