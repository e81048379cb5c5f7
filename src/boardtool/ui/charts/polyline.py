"""Lines through points: broken where figures are missing, thinned where there are more than pixels."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF


def thinned(points: Sequence[QPointF]) -> QPolygonF:
    """The points; of many in one column of pixels only the first, the lowest, the highest and the last.

    What is seen is the same: within a column a line is a vertical stroke from its lowest to its highest.
    """
    if len(points) < 2 or len(points) <= 2 * (points[-1].x() - points[0].x()):  # noqa: PLR2004 - a line
        return QPolygonF(points)
    kept: list[QPointF] = []
    column: list[QPointF] = []
    at = None
    for point in points:
        pixel = int(point.x())
        if pixel != at:
            kept += _ends(column)
            column, at = [], pixel
        column.append(point)
    kept += _ends(column)
    return QPolygonF(kept)


def _ends(column: list[QPointF]) -> list[QPointF]:
    if len(column) <= 4:  # noqa: PLR2004 - the four that are kept
        return column
    low = min(column, key=QPointF.y)
    high = max(column, key=QPointF.y)
    inner = [low, high] if column.index(low) < column.index(high) else [high, low]
    return [column[0], *inner, column[-1]]
