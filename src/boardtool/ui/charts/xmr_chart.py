"""The XmR chart: figures over time between their limits, special causes by shape, the target as steps."""

from collections.abc import Sequence
from itertools import groupby, pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from boardtool.domain.performance.charts import MetricChart
from boardtool.domain.performance.metrics import value_shown
from boardtool.domain.performance.numbers import shown
from boardtool.domain.performance.periods import Period
from boardtool.domain.performance.sentences import point_sentence
from boardtool.domain.performance.xmr import FEWEST_FOR_LIMITS, JudgedPoint, Kind, Segment
from boardtool.ui import icons
from boardtool.ui.charts.calendar_axis import AxisMark, axis_marks
from boardtool.ui.charts.chart import Chart
from boardtool.ui.charts.frame import EndLabel, Frame, draw_end_labels, draw_frame, framed
from boardtool.ui.charts.lettering import Anchor, width_of, write
from boardtool.ui.charts.marks import RADIUS, draw_mark
from boardtool.ui.charts.polyline import thinned
from boardtool.ui.charts.scale import Ticks, ticks_over
from boardtool.ui.charts.words import cause
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Colours, Tone
from boardtool.ui.theme.fonts import BOLD, Size

_CLOSE = 5.0
"""Pixels between points below which only special causes get a mark."""
_LINE = 1.5
_DOTS = (1.0, 3.0)
_DASHES = (5.0, 3.0)
_NOTE = 12.0
_STEPS = 12


class XmrPlot(Chart):
    """Shows a judged series; the ringed point is the chosen row of the table beneath."""

    def __init__(self) -> None:
        super().__init__("Chart of the figures over time")
        self._chart: MetricChart | None = None
        self._frame: Frame | None = None
        self._marks: list[AxisMark] = []
        self._broken: frozenset[int] = frozenset()

    def show_chart(self, chart: MetricChart) -> None:
        self._chart = chart
        metric = chart.record.metric
        latest = chart.record.latest
        self.spots = [None] * len(chart.xmr.points)
        when = "" if latest is None else f"Latest, {latest.period.shown}: {value_shown(metric, latest)}."
        self.say(f"{metric.name}. {chart.sentence} {when}".strip())
        periods = [seen.period for seen in chart.record.observations]
        self._marks = axis_marks(periods)
        self._broken = _breaks(chart, periods)
        self.redraw()

    def said_of(self, number: int) -> Sequence[str]:
        chart = self._chart
        if chart is None or not 0 <= number < len(chart.xmr.points):
            return ()
        point, seen = chart.xmr.points[number], chart.record.observations[number]
        unit = chart.record.metric.unit
        said = [f"{seen.period.shown}: {value_shown(chart.record.metric, seen)}"]
        if point.target is not None:
            said.append(f"Target {shown(point.target, unit)}")
        said.append(_capital(point_sentence(point)) or ("Common cause" if point.value is not None else ""))
        remark = chart.commentary_at(number)
        return [each for each in (*said, seen.note, remark.text if remark else "") if each]

    # Drawing

    def paint_chart(self, painter: QPainter, rect: QRectF, colours: Colours) -> None:
        chart = self._chart
        if chart is None or not chart.xmr.points:
            return
        periods = [seen.period for seen in chart.record.observations]
        ticks = _ticks(chart)
        labels = _end_labels(chart)
        anew = _anew(chart)
        line = fonts.line_height(Size.CAPTION)
        frame = framed(rect, ticks, periods, labels, top=sizes.S4 + (line if anew else 0))
        self._frame = frame
        for segment in chart.xmr.segments:
            self._limits(painter, frame, chart, segment, colours)
        draw_frame(painter, frame, ticks, self._marks, colours)
        self._targets(painter, frame, chart.xmr.points, colours)
        self._line(painter, frame, chart, colours)
        self._points(painter, frame, chart.xmr.points, colours)
        self._causes(painter, frame, chart.xmr.points, colours)
        self._anew(painter, frame, anew, colours)
        self._remarks(painter, frame, chart, colours)
        draw_end_labels(painter, frame, labels, colours)
        if not chart.limits_shown:
            place = QPointF(frame.right, frame.plot.top() + line / 2)
            write(painter, "Too few points for limits", place, colours.text_2, anchor=Anchor.RIGHT)

    def _limits(
        self, painter: QPainter, frame: Frame, chart: MetricChart, segment: Segment, colours: Colours
    ) -> None:
        """The band between the limits, and the mean; trial limits in the lighter line."""
        limits = segment.limits
        left, right = _ends(frame, chart, segment)
        if limits.lower is not None and limits.upper is not None and _shows_limits(segment):
            low, high = frame.y.within(limits.lower), frame.y.within(limits.upper)
            painter.fillRect(QRectF(left, high, right - left, low - high), QColor(colours.band))
            pen = QPen(QColor(colours.line_strong if segment.is_short else colours.ctl_border), 1)
            pen.setDashPattern(_DOTS)
            painter.setPen(pen)
            for limit, y in ((limits.lower, low), (limits.upper, high)):
                if frame.y.low <= limit <= frame.y.high:
                    painter.drawLine(QPointF(left, y), QPointF(right, y))
        if limits.mean is not None:
            painter.setPen(QPen(QColor(colours.text_2), 1))
            y = round(frame.y.at(limits.mean)) + 0.5
            painter.drawLine(QPointF(left, y), QPointF(right, y))

    def _targets(
        self, painter: QPainter, frame: Frame, points: Sequence[JudgedPoint], colours: Colours
    ) -> None:
        """Steps: the target of each period holds half way to its neighbours."""
        pen = QPen(QColor(colours.accent), _LINE)
        pen.setDashPattern(_DASHES)
        painter.setPen(pen)
        for target, members in groupby(points, key=lambda point: point.target):
            if target is None:
                continue
            numbers = [point.number for point in members]
            left, right = _between(frame, numbers[0], numbers[-1])
            y = frame.y.within(target)
            painter.drawLine(QPointF(left, y), QPointF(right, y))

    def _line(
        self,
        painter: QPainter,
        frame: Frame,
        chart: MetricChart,
        colours: Colours,
    ) -> None:
        """The line through the figures, broken at gaps and where limits begin anew."""
        points = chart.xmr.points
        many = len(points) > frame.plot.width()
        painter.setPen(QPen(QColor(colours.text_2), 1 if many else _LINE))
        zero, slope = frame.y.at(0.0), frame.y.at(1.0) - frame.y.at(0.0)  # the axis holds every figure
        self.spots = [
            None if point.value is None else QPointF(x, zero + point.value * slope)
            for point, x in zip(points, frame.x, strict=True)
        ]
        run: list[QPointF] = []
        for number, spot in enumerate(self.spots):
            if spot is None or number in self._broken:
                painter.drawPolyline(thinned(run))
                run = []
            if spot is not None:
                run.append(spot)
        painter.drawPolyline(thinned(run))

    def _points(
        self, painter: QPainter, frame: Frame, points: Sequence[JudgedPoint], colours: Colours
    ) -> None:
        close = frame.step < _CLOSE
        last = -_CLOSE
        for point, spot in zip(points, self.spots, strict=True):
            if spot is None or (close and (point.kind is Kind.COMMON_CAUSE or spot.x() - last < RADIUS)):
                continue
            last = spot.x()
            draw_mark(painter, spot, point.kind, colours, way=point.way, radius=RADIUS / (1 + close))

    def _causes(
        self, painter: QPainter, frame: Frame, points: Sequence[JudgedPoint], colours: Colours
    ) -> None:
        """Say at the outermost point of each run why it is special; what has no room is left to the table."""
        if frame.step < _CLOSE:
            return
        taken: list[QRectF] = []
        latest = next((n for n in range(len(points) - 1, -1, -1) if self.spots[n] is not None), -1)
        for (rule, side), members in groupby(points, key=lambda point: (point.rule, point.side)):
            run = [point for point in members if self.spots[point.number] is not None]
            if rule is None or not run:
                continue
            up = (side or 0) >= 0
            end = (max if up else min)(run, key=lambda point: (point.value or 0.0, point.number == latest))
            spot = self.spots[end.number]
            if spot is None:
                continue
            box = self._free(spot, width_of(cause(end)), frame, taken, up=up)
            if box is not None:
                taken.append(box)
                tone = {Kind.IMPROVEMENT: colours.better, Kind.CONCERN: colours.worse}
                ink = tone.get(end.kind, colours.text)
                write(painter, cause(end), box.center(), ink, anchor=Anchor.MIDDLE)

    def _free(
        self, spot: QPointF, width: float, frame: Frame, taken: Sequence[QRectF], *, up: bool
    ) -> QRectF | None:
        """Room for words beside a point, outwards or inwards; None where they would cover something."""
        line = fonts.line_height(Size.CAPTION)
        left = min(max(spot.x() - width / 2, frame.left), frame.right - width) - sizes.S1
        for way in (-1, 1) if up else (1, -1):
            middle = spot.y() + way * (RADIUS + 2 + line / 2)
            box = QRectF(left, middle - line / 2, width + 2 * sizes.S1, line)
            inside = frame.plot.top() - line <= box.top() and box.bottom() <= frame.plot.bottom()
            if inside and not self._covers(box) and not any(box.intersects(other) for other in taken):
                return box
        return None

    def _covers(self, box: QRectF) -> bool:
        """Whether words would stand on a point or on the line between two."""
        around = box.adjusted(0, 2, 0, -2)
        for before, after in pairwise(self.spots):
            if before is None or after is None or after.x() < around.left() or before.x() > around.right():
                continue
            for step in range(_STEPS + 1):
                if around.contains(before + (after - before) * (step / _STEPS)):
                    return True
        return False

    def emphasise(self, painter: QPainter, spot: QPointF, colours: Colours) -> None:
        """Ring the point and write its value, above or below, where no line runs through it."""
        super().emphasise(painter, spot, colours)
        chart, frame = self._chart, self._frame
        if chart is None or frame is None or not 0 <= self.chosen < len(chart.xmr.points):
            return
        point = chart.xmr.points[self.chosen]
        text = shown(point.value)
        half, line = width_of(text, weight=BOLD) / 2, fonts.line_height(Size.CAPTION)
        middle = min(max(spot.x(), frame.left + half), frame.right - half)
        lines = [
            frame.y.within(value)
            for value in (point.target, chart.xmr.limits_at(point).mean)
            if value is not None
        ]

        def free(y: float) -> float:
            """How far the nearest line is, and whether the figures' own line runs through."""
            box = QRectF(middle - half, y - line / 2, 2 * half, line)
            return min((abs(each - y) for each in lines), default=line) - line * self._covers(box)

        away = line / 2 + 2 * RADIUS + 2
        y = max((spot.y() + away, spot.y() - away), key=lambda y: min(free(y), line))
        write(painter, text, QPointF(middle, y), colours.text, anchor=Anchor.MIDDLE, weight=BOLD)

    def _anew(
        self, painter: QPainter, frame: Frame, anew: Sequence[tuple[int, str]], colours: Colours
    ) -> None:
        """Where limits begin anew, a line and why."""
        starts = [number for number, _ in anew]
        for (number, words), following in zip(anew, [*starts[1:], len(frame.x)], strict=False):
            x = _between(frame, number, number)[0]
            end = frame.right if following >= len(frame.x) else _between(frame, following, following)[0]
            pen = QPen(QColor(colours.ctl_border), 1)
            painter.setPen(pen)
            top = frame.plot.top() - fonts.line_height(Size.CAPTION)
            painter.drawLine(QPointF(x, top), QPointF(x, frame.plot.bottom()))
            place = QPointF(x + sizes.S1, top + fonts.line_height(Size.CAPTION) / 2)
            write(painter, words, place, colours.text_2, room=max(end - x - sizes.S2, 0))

    def _remarks(self, painter: QPainter, frame: Frame, chart: MetricChart, colours: Colours) -> None:
        """A small sign above the axis where something was said of a figure."""
        if frame.step < _CLOSE:
            return
        for number, x in enumerate(frame.x):
            if chart.commentary_at(number) is not None:
                square = QRectF(x - _NOTE / 2, frame.plot.bottom() - _NOTE - 3, _NOTE, _NOTE)
                icons.draw(painter, "message-square", square, colours.text_3)


def _breaks(chart: MetricChart, periods: Sequence[Period]) -> frozenset[int]:
    """The points that no line leads to: the first of a segment, and those after a period without figure."""
    points = chart.xmr.points
    return frozenset(
        number
        for number in range(1, len(points))
        if points[number].segment != points[number - 1].segment
        or (periods[number].start - periods[number - 1].end).days > 1
    )


def _ticks(chart: MetricChart) -> Ticks:
    """Round values that hold the figures, the targets and the limits (those of per cent within 0 and 100)."""
    unit = chart.record.metric.unit
    values = [each for point in chart.xmr.points for each in (point.value, point.target)]
    for segment in chart.xmr.segments:
        if _shows_limits(segment):
            values += [segment.limits.lower, segment.limits.upper]
    return ticks_over(values, unit=unit)


def _shows_limits(segment: Segment) -> bool:
    return segment.present >= FEWEST_FOR_LIMITS


def _end_labels(chart: MetricChart) -> list[EndLabel]:
    """The last limits, mean and target, named where their lines end."""
    segment = chart.xmr.segments[-1]
    limits = segment.limits
    trial = "Trial upper", "Trial lower"
    upper, lower = trial if chart.limits_are_trial else ("Upper limit", "Lower limit")
    labels = []
    if chart.limits_shown and limits.upper is not None and limits.lower is not None:
        labels += [
            EndLabel(limits.upper, f"{upper} {shown(limits.upper)}"),
            EndLabel(limits.lower, f"{lower} {shown(limits.lower)}"),
        ]
    if limits.mean is not None:
        labels.append(EndLabel(limits.mean, f"Mean {shown(limits.mean)}", Tone.TEXT, BOLD))
    last = chart.xmr.points[-1].target
    if last is not None:
        labels.append(EndLabel(last, f"Target {shown(last)}", Tone.ACCENT, BOLD))
    return labels


def _anew(chart: MetricChart) -> list[tuple[int, str]]:
    """The first row of every segment but the first, and the words of what began it."""
    said = [
        *((each.on, f"Recalculated: {each.reason}") for each in chart.record.recalculations),
        *((each.on, f"New definition: {each.reason}") for each in chart.breaks),
    ]
    found = []
    for before, segment in zip(chart.xmr.segments, chart.xmr.segments[1:], strict=False):
        words = next((text for on, text in said if before.first_date < on <= segment.first_date), "")
        found.append((segment.first, words))
    return found


def _ends(frame: Frame, chart: MetricChart, segment: Segment) -> tuple[float, float]:
    """Where a segment begins and ends: the first and last go to the edges."""
    left, right = _between(frame, segment.first, segment.first + segment.rows - 1)
    first, last = segment is chart.xmr.segments[0], segment is chart.xmr.segments[-1]
    return (frame.left if first else left, frame.right if last else right)


def _between(frame: Frame, first: int, last: int) -> tuple[float, float]:
    """Half way to the point before the first and after the last; at the ends the edge of the plot."""
    left = frame.left if not first else (frame.x[first - 1] + frame.x[first]) / 2
    end = last == len(frame.x) - 1
    right = frame.right if end else (frame.x[last] + frame.x[last + 1]) / 2
    return left, right


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
