"""What is written under a time axis: months or quarters, and the years beneath them."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from boardtool.domain.performance.axis import tick_label
from boardtool.domain.performance.periods import APRIL, Frequency, Period, financial_year
from boardtool.ui.charts.lettering import Anchor, width_of, write
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Colours
from boardtool.ui.theme.fonts import BOLD, Size

_EVERY = 3
_FEW = 13
_IN_YEARS = {Frequency.MONTHLY, Frequency.QUARTERLY, Frequency.WEEKLY, Frequency.DAILY}


@dataclass(frozen=True, slots=True)
class AxisMark:
    """Words under a point: `text` on the first line, `year` in bold on the second."""

    number: int
    text: str
    year: str = ""


def axis_marks(periods: Sequence[Period]) -> list[AxisMark]:
    """A mark for every period that may bear one; the years stand where they begin, and at the first.

    The periods of a chart are all of one length, that of the first.
    """
    if not periods:
        return []
    frequency = periods[0].frequency
    in_years = frequency in _IN_YEARS
    marks = []
    for number, period in enumerate(periods):
        if in_years and (not number or _year_of(periods[number - 1]) != _year_of(period)):
            year = financial_year(_year_of(period)).label
            marks.append(AxisMark(number, tick_label(period)[0], year))
        elif _may_be_named(periods, number, frequency):
            marks.append(AxisMark(number, tick_label(period)[0]))
    return marks


def _may_be_named(periods: Sequence[Period], number: int, frequency: Frequency) -> bool:
    """Months at the start of a quarter, or all of a few; days and weeks at that of a month; all others."""
    month = periods[number].start.month
    if frequency in {Frequency.WEEKLY, Frequency.DAILY}:
        return bool(number) and periods[number - 1].start.month != month
    if frequency is Frequency.MONTHLY and len(periods) > _FEW:
        return (month - 1) % _EVERY == 0
    return True


def _year_of(period: Period) -> int:
    """The calendar year in which its financial year begins."""
    return period.start.year if period.start.month >= APRIL else period.start.year - 1


def height() -> float:
    """What the two lines take beneath the axis."""
    return 2 * fonts.line_height(Size.CAPTION) + sizes.S2


def write_axis(
    painter: QPainter, marks: Sequence[AxisMark], places: Sequence[float], top: float, colours: Colours
) -> None:
    """Write the marks that have room, those with a year first."""
    lefts: list[float] = []
    rights: list[float] = []
    line = fonts.line_height(Size.CAPTION)
    measured: dict[tuple[str, str], float] = {}
    for mark in sorted(marks, key=lambda mark: not mark.year):
        middle = places[mark.number]
        words = (mark.text, mark.year)
        if words not in measured:
            measured[words] = max(width_of(mark.text), width_of(mark.year, weight=BOLD)) / 2 + sizes.S2
        left, right = middle - measured[words], middle + measured[words]
        at = bisect_left(lefts, right)  # what is written is apart, so the one before is the nearest
        if at and rights[at - 1] > left:
            continue
        lefts.insert(at, left)
        rights.insert(at, right)
        first = QPointF(middle, top + sizes.S1 + line / 2)
        write(painter, mark.text, first, colours.text_2, anchor=Anchor.MIDDLE)
        second = QPointF(middle, first.y() + line)
        write(painter, mark.year, second, colours.text, anchor=Anchor.MIDDLE, weight=BOLD)
