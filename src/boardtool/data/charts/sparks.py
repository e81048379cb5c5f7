"""The spark line of a scorecard's row and its two signs, drawn as SVG to stand in a line of words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from boardtool.data.charts import signs
from boardtool.data.charts.drawing import element, joined, line, picture
from boardtool.data.charts.paper import ACCENT, BAND, DASHED, HAIR, LINE, Plane, mark
from boardtool.domain.performance.scorecard import ScorecardRow
from boardtool.domain.performance.xmr import FEWEST_FOR_LIMITS

_WIDTH, _HEIGHT, _AIR = 120.0, 32.0, 4.0
_SIDE = 2 * signs.RADIUS + 2


def spark_svg(row: ScorecardRow) -> str:
    """The spark line as a drawing of its own."""
    plane = Plane(0, 1, 1, top=_AIR, bottom=_HEIGHT - _AIR, left=_AIR, right=_WIDTH - _AIR)
    return picture(
        spark(row, plane), width=_WIDTH, height=_HEIGHT, title=row.name, description=row.spark_said
    )


def change_svg(row: ScorecardRow) -> str:
    """The sign of change or noise; the word beside it says the same."""
    return _sign(signs.variation(row.change, row.way, _SIDE / 2, _SIDE / 2))


def target_svg(row: ScorecardRow) -> str:
    """The sign of what will become of the target, likewise; empty where that is not judged."""
    return _sign(signs.assurance(row.will_meet, _SIDE / 2, _SIDE / 2))


def _sign(parts: Iterator[str]) -> str:
    return picture(parts, width=_SIDE, height=_SIDE, title="", description="")


def spark(row: ScorecardRow, room: Plane) -> Iterator[str]:
    """The latest figures between the limits of today's segment, the target dashed, the last one marked."""
    known = [value for value in row.spark if value is not None]
    if not known:
        return
    segment = row.chart.xmr.segments[-1]
    limits = segment.limits
    bounded = segment.present >= FEWEST_FOR_LIMITS
    edges = [edge for edge in (limits.lower, limits.upper) if edge is not None] if bounded else []
    plane = _around([*known, *edges, *([] if row.target is None else [row.target])], len(row.spark), room)
    if edges:
        top, bottom = plane.y(edges[1]), plane.y(edges[0])
        wide = plane.right - plane.left
        yield element("rect", x=plane.left, y=top, width=wide, height=bottom - top, fill=BAND)
    if limits.mean is not None:
        yield line((plane.left, plane.y(limits.mean)), (plane.right, plane.y(limits.mean)), colour=HAIR)
    if row.target is not None:
        y = plane.y(row.target)
        yield line((plane.left, y), (plane.right, y), colour=ACCENT, width=1.2, dash=DASHED)
    places = plane.places(row.spark)
    yield from joined(places, colour=LINE, width=1.2)
    latest = row.chart.xmr.latest
    last = next((place for place in reversed(places) if place is not None), None)
    if latest is not None and last is not None:
        yield mark(latest.kind, *last, latest.way)


def _around(held: Sequence[float], count: int, room: Plane) -> Plane:
    """A plane that holds these values in the room of another."""
    low, high = min(held), max(held)
    if low == high:
        low, high = low - 1, high + 1
    return replace(room, low=low, high=high, count=count)
