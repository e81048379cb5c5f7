"""The moving-range chart under an XmR chart: how far each figure is from the one before, and what is unusual.

The upper limit is 3.267 × the average moving range of the segment before screening (the factor D4 of a
moving range of two; Wheeler), as NHS England's own tool draws it. There is no lower limit, and nothing is
looked at across a recalculation: a segment's first figure has no moving range.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from boardtool.domain.performance.limits import SCREENING_FACTOR, Limits, same
from boardtool.domain.performance.numbers import shown
from boardtool.domain.performance.xmr import FEWEST_FOR_LIMITS, XmrChart


@dataclass(frozen=True, slots=True)
class RangeSegment:
    """A segment's average moving range and upper limit, in the unit of the values.

    The average is None without any moving range, the limit also where there are too few figures for one.
    `first` and `rows` are those of the segment in the XmR chart.
    """

    first: int
    rows: int
    average: float | None
    upper: float | None


@dataclass(frozen=True, slots=True)
class RangePoint:
    """A figure's distance from the one before it (0 or more); None at a segment's start and beside gaps."""

    number: int
    value: float | None
    upper: float | None
    is_high: bool


@dataclass(frozen=True, slots=True)
class MovingRanges:
    """The moving ranges of a chart, row by row."""

    points: tuple[RangePoint, ...]
    segments: tuple[RangeSegment, ...]

    @property
    def high(self) -> tuple[RangePoint, ...]:
        """Those above their limit, in order."""
        return tuple(point for point in self.points if point.is_high)


def moving_ranges(chart: XmrChart) -> MovingRanges:
    """The moving ranges of every row, those past a baseline too, each against the limit of its segment."""
    points: list[RangePoint] = []
    segments = []
    for segment in chart.segments:
        rows = chart.points[segment.first : segment.first + segment.rows]
        average = segment.limits.moving_range_before_screening
        upper = (
            SCREENING_FACTOR * average
            if average is not None and segment.present >= FEWEST_FOR_LIMITS
            else None
        )
        segments.append(RangeSegment(segment.first, segment.rows, average, upper))
        before: float | None = None
        for row in rows:
            value = None if row.value is None or before is None else abs(row.value - before)
            high = value is not None and upper is not None and _above(value, upper, segment.limits)
            points.append(RangePoint(row.number, value, upper, high))
            before = row.value
    return MovingRanges(tuple(points), tuple(segments))


def _above(value: float, upper: float, limits: Limits) -> bool:
    return value > upper and not same(value, upper, limits.tolerance)


def ranges_sentence(
    ranges: MovingRanges, names: Sequence[str], *, unit: str = "", period: str = "month"
) -> str:
    """What the moving ranges say: "No change from one month to the next is larger than usual.".

    `names` are the periods of the rows, as they are printed.
    """
    compared = [point for point in ranges.points if point.value is not None]
    if not compared:
        return f"There are not two {period}s in a row to compare."
    if all(point.upper is None for point in compared):
        return "There are too few figures to tell which changes are larger than usual."
    high = ranges.high
    if not high:
        return f"No change from one {period} to the next is larger than usual."
    latest = high[-1]
    when = f"{names[latest.number]} ({shown(latest.value, range_unit(unit))}, limit {shown(latest.upper)})"
    if len(high) == 1:
        return f"One change from one {period} to the next is larger than usual: to {when}."
    return f"{len(high)} changes from one {period} to the next are larger than usual, the latest to {when}."


def range_unit(unit: str) -> str:
    """The unit of a change: between two percentages it is percentage points."""
    return "points" if unit == "%" else unit


def range_words(point: RangePoint, *, unit: str = "") -> str:
    """A moving range for a readout or a cell: "1.4 points, larger than usual"; "" without one."""
    if point.value is None:
        return ""
    return shown(point.value, range_unit(unit)) + (", larger than usual" if point.is_high else "")
