"""Why points are special, in words beside them, where there is room that covers nothing."""

from collections.abc import Sequence
from itertools import groupby, pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from boardtool.domain.performance.xmr import JudgedPoint, Kind
from boardtool.ui.charts.frame import Frame
from boardtool.ui.charts.lettering import Anchor, width_of, write
from boardtool.ui.charts.marks import RADIUS
from boardtool.ui.charts.trace import Trace
from boardtool.ui.charts.words import cause
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Colours
from boardtool.ui.theme.fonts import Size

_STEPS = 12


def draw_causes(
    painter: QPainter, frame: Frame, points: Sequence[JudgedPoint], trace: Trace, colours: Colours
) -> None:
    """Say at the outermost point of each run why it is special; what has no room is left to the table."""
    taken: list[QRectF] = []
    latest = next((n for n in range(len(points) - 1, -1, -1) if trace[n] is not None), -1)
    for (rule, side), members in groupby(points, key=lambda point: (point.rule, point.side)):
        run = [point for point in members if trace[point.number] is not None]
        if rule is None or not run:
            continue
        up = (side or 0) >= 0
        end = (max if up else min)(run, key=lambda point: (point.value or 0.0, point.number == latest))
        spot = trace[end.number]
        if spot is None:
            continue
        box = free_beside(spot, width_of(cause(end)), frame, trace, taken, up=up)
        if box is not None:
            taken.append(box)
            tone = {Kind.IMPROVEMENT: colours.better, Kind.CONCERN: colours.worse}
            ink = tone.get(end.kind, colours.text)
            write(painter, cause(end), box.center(), ink, anchor=Anchor.MIDDLE)


def free_beside(
    spot: QPointF, width: float, frame: Frame, trace: Trace, taken: Sequence[QRectF], *, up: bool
) -> QRectF | None:
    """Room for words beside a point, outwards or inwards; None where they would cover something."""
    line = fonts.line_height(Size.CAPTION)
    left = min(max(spot.x() - width / 2, frame.left), frame.right - width) - sizes.S1
    for way in (-1, 1) if up else (1, -1):
        middle = spot.y() + way * (RADIUS + 2 + line / 2)
        box = QRectF(left, middle - line / 2, width + 2 * sizes.S1, line)
        inside = frame.plot.top() - line <= box.top() and box.bottom() <= frame.plot.bottom()
        if inside and not covers(box, trace) and not any(box.intersects(other) for other in taken):
            return box
    return None


def covers(box: QRectF, trace: Trace) -> bool:
    """Whether words would stand on a point or on the line between two."""
    around = box.adjusted(0, 2, 0, -2)
    for before, after in pairwise(trace.around(around.left(), around.right())):
        if before is None or after is None:
            continue
        for step in range(_STEPS + 1):
            if around.contains(before + (after - before) * (step / _STEPS)):
                return True
    return False
