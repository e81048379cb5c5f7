"""The frame of a chart over time: its room, values at the left, periods beneath, labels at the right."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from boardtool.domain.performance.axis import apart
from boardtool.domain.performance.periods import Period
from boardtool.ui.charts import calendar_axis
from boardtool.ui.charts.calendar_axis import AxisMark
from boardtool.ui.charts.lettering import Anchor, width_of, write
from boardtool.ui.charts.scale import Scale, Ticks
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Colours, Tone
from boardtool.ui.theme.fonts import REGULAR, Size

_TICK = 4


@dataclass(frozen=True, slots=True)
class EndLabel:
    """Words at the right end of a line, at its value."""

    value: float
    text: str
    tone: Tone = Tone.HELP
    weight: QFont.Weight = REGULAR


@dataclass(frozen=True, slots=True)
class Frame:
    """Where everything of a chart stands: `plot` is the room of its lines, `x` the pixel of each period."""

    plot: QRectF
    y: Scale
    x: tuple[float, ...]
    step: float

    @property
    def left(self) -> float:
        return self.plot.left()

    @property
    def right(self) -> float:
        return self.plot.right()


def framed(
    rect: QRectF, ticks: Ticks, periods: Sequence[Period], labels: Sequence[EndLabel], *, top: float
) -> Frame:
    """The frame of so many periods in a room; days are as far apart as they are."""
    gutter = max(width_of(ticks.text(value)) for value in ticks.values)
    left = rect.left() + sizes.PAGE_EDGE + gutter + _TICK + sizes.S1
    widest = max((width_of(label.text, weight=label.weight) for label in labels), default=0.0)
    right = rect.right() - sizes.PAGE_EDGE - widest - (sizes.S2 if labels else 0)
    bottom = rect.bottom() - calendar_axis.height() - sizes.S1
    plot = QRectF(left, rect.top() + top, max(right - left, 1.0), max(bottom - rect.top() - top, 1.0))
    days = [period.start.toordinal() for period in periods]
    span = (days[-1] - days[0]) if days else 0
    step = plot.width() / (len(days) or 1)
    air = min(step / 2, sizes.S4)
    room = plot.width() - 2 * air
    places = [plot.left() + air + (room * (day - days[0]) / span if span else room / 2) for day in days]
    return Frame(plot, Scale(ticks.low, ticks.high, plot.bottom(), plot.top()), tuple(places), step)


def draw_frame(
    painter: QPainter,
    frame: Frame,
    ticks: Ticks,
    marks: Sequence[AxisMark],
    colours: Colours,
) -> None:
    """The base line, the values at the left and the periods beneath."""
    painter.setPen(QPen(QColor(colours.line_strong), 1))
    base = round(frame.plot.bottom()) + 0.5
    painter.drawLine(QPointF(frame.left, base), QPointF(frame.right, base))
    for value in ticks.values:
        y = round(frame.y.at(value)) + 0.5
        painter.setPen(QPen(QColor(colours.line_strong), 1))
        painter.drawLine(QPointF(frame.left - _TICK, y), QPointF(frame.left, y))
        place = QPointF(frame.left - _TICK - sizes.S1, y)
        write(painter, ticks.text(value), place, colours.text_2, anchor=Anchor.RIGHT)
    calendar_axis.write_axis(painter, marks, frame.x, frame.plot.bottom() + 1, colours)


def draw_end_labels(painter: QPainter, frame: Frame, labels: Sequence[EndLabel], colours: Colours) -> None:
    """Write labels where their lines end, moved apart where they would cover each other."""
    heights = apart([frame.y.within(label.value) for label in labels], gap=fonts.line_height(Size.CAPTION))
    for label, y in zip(labels, heights, strict=True):
        colour = getattr(colours, label.tone.value)
        write(painter, label.text, QPointF(frame.right + sizes.S2, y), colour, weight=label.weight)
