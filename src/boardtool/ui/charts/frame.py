"""The frame of a chart over time: its room, values at the left, periods beneath, labels at the right."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from boardtool.domain.performance.axis import apart
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

    def lowered(self, by: float) -> "Frame":
        """The same with its top so much lower, where words stand above the plot."""
        plot = self.plot.adjusted(0, by, 0, 0)
        return replace(self, plot=plot, y=replace(self.y, end=plot.top()))


@dataclass(frozen=True, slots=True)
class Margins:
    """What the plots of a chart leave free at both sides; two plots one above the other share them."""

    left: float
    right: float


def margins(ticks: Sequence[Ticks], labels: Sequence[EndLabel]) -> Margins:
    """Room for the values at the left and the labels at the right."""
    gutter = max(width_of(each.text(value)) for each in ticks for value in each.values)
    widest = max((width_of(label.text, weight=label.weight) for label in labels), default=0.0)
    return Margins(
        sizes.PAGE_EDGE + gutter + _TICK + sizes.S1,
        sizes.PAGE_EDGE + widest + (sizes.S2 if labels else 0),
    )


def plot_in(rect: QRectF, free: Margins, *, top: float, below: float) -> QRectF:
    """The room of the lines in a room: `top` and `below` stay free above and beneath it."""
    left, right = rect.left() + free.left, rect.right() - free.right
    height = max(rect.height() - top - below, 1.0)
    return QRectF(left, rect.top() + top, max(right - left, 1.0), height)


def framed(plot: QRectF, ticks: Ticks, days: Sequence[int]) -> Frame:
    """The frame of a plot; `days` are the ordinals of the periods' first days, as far apart as they are."""
    first, span = (days[0], days[-1] - days[0]) if days else (0, 0)
    step = plot.width() / (len(days) or 1)
    air = min(step / 2, sizes.S4)
    left, room = plot.left() + air, plot.width() - 2 * air
    each = room / span if span else 0.0
    if not span:
        left += room / 2
    places = tuple([left + each * (day - first) for day in days])
    return Frame(plot, Scale(ticks.low, ticks.high, plot.bottom(), plot.top()), places, step)


def under_axis() -> float:
    """What the periods take beneath a plot."""
    return calendar_axis.height() + sizes.S1


def draw_frame(
    painter: QPainter, frame: Frame, ticks: Ticks, marks: Sequence[AxisMark], colours: Colours
) -> None:
    """The base line, the values at the left and the periods beneath."""
    draw_base(painter, frame, ticks, colours)
    calendar_axis.write_axis(painter, marks, frame.x, frame.plot.bottom() + 1, colours)


def draw_base(painter: QPainter, frame: Frame, ticks: Ticks, colours: Colours) -> None:
    """The base line and the values at the left."""
    painter.setPen(QPen(QColor(colours.line_strong), 1))
    base = round(frame.plot.bottom()) + 0.5
    painter.drawLine(QPointF(frame.left, base), QPointF(frame.right, base))
    apart_by = abs(frame.y.at(ticks.values[1]) - frame.y.at(ticks.values[0]))
    every = ceil(fonts.line_height(Size.CAPTION) / max(apart_by, 1.0))
    for value in ticks.values[:: max(every, 1)]:
        y = round(frame.y.at(value)) + 0.5
        painter.setPen(QPen(QColor(colours.line_strong), 1))
        painter.drawLine(QPointF(frame.left - _TICK, y), QPointF(frame.left, y))
        place = QPointF(frame.left - _TICK - sizes.S1, y)
        write(painter, ticks.text(value), place, colours.text_2, anchor=Anchor.RIGHT)


def draw_end_labels(painter: QPainter, frame: Frame, labels: Sequence[EndLabel], colours: Colours) -> None:
    """Write labels where their lines end, moved apart where they would cover each other."""
    heights = apart([frame.y.within(label.value) for label in labels], gap=fonts.line_height(Size.CAPTION))
    for label, y in zip(labels, heights, strict=True):
        colour = getattr(colours, label.tone.value)
        write(painter, label.text, QPointF(frame.right + sizes.S2, y), colour, weight=label.weight)
