"""Dates that bind, on a line: done, next and to come, each with its day, its name and a note."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Colours, Tone, colours_of
from boardtool.ui.theme.fonts import BOLD, Size

_RADIUS = 7
_DAY, _NAME, _NOTE = 30, 49, 68
_TICK = ((4.0, 9.2), (6.3, 11.5), (10.2, 6.8))
_TICK_WIDTH = 1.7


class Stage(Enum):
    DONE = auto()
    NEXT = auto()
    AHEAD = auto()


@dataclass(frozen=True, slots=True)
class Milestone:
    """One date on the line: "Fri 26 Aug", "Publish agenda", "in 2 days · last lawful day"."""

    day: str
    name: str
    note: str
    stage: Stage
    tone: Tone = Tone.HELP


class Timeline(QWidget):
    """Paints milestones from left to right; read aloud it says the same, one sentence a date."""

    def __init__(self) -> None:
        super().__init__()
        self._milestones: tuple[Milestone, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(fonts.scaled(sizes.TIMELINE))

    def set_milestones(self, milestones: Sequence[Milestone]) -> None:
        self._milestones = tuple(milestones)
        done = {Stage.DONE: "done", Stage.NEXT: "next", Stage.AHEAD: "to come"}
        self.setAccessibleName(
            ". ".join(f"{each.day}: {each.name}, {each.note}, {done[each.stage]}" for each in milestones)
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(600, fonts.scaled(sizes.TIMELINE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._milestones:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(self.palette())
        step = self.width() / len(self._milestones)
        for place, milestone in enumerate(self._milestones):
            left = round(place * step)
            if place:
                self._line(painter, left - step, left, milestone.stage, colours)
        for place, milestone in enumerate(self._milestones):
            left = round(place * step)
            self._mark(painter, left, milestone.stage, colours)
            self._words(painter, left, round(step) - sizes.S2, milestone, colours)

    def _line(self, painter: QPainter, start: float, end: float, stage: Stage, colours: Colours) -> None:
        reached = stage is not Stage.AHEAD
        painter.setPen(QPen(QColor(colours.accent if reached else colours.line_strong), 2))
        painter.drawLine(QPointF(start + 2 * _RADIUS, 9), QPointF(end, 9))

    def _mark(self, painter: QPainter, left: int, stage: Stage, colours: Colours) -> None:
        middle = QPointF(left + _RADIUS, 9)
        filled = stage is not Stage.AHEAD
        painter.setPen(Qt.PenStyle.NoPen if filled else QPen(QColor(colours.line_strong), 2))
        painter.setBrush(QColor(colours.accent if filled else colours.surface))
        radius = _RADIUS if filled else _RADIUS - 1
        painter.drawEllipse(middle, radius, radius)
        if stage is Stage.DONE:
            tick = QPolygonF([QPointF(left + x, y) for x, y in _TICK])
            painter.setPen(QPen(QColor(colours.on_accent), _TICK_WIDTH))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(tick)
        elif stage is Stage.NEXT:
            painter.setBrush(QColor(colours.on_accent))
            painter.drawEllipse(middle, 2.5, 2.5)

    def _words(self, painter: QPainter, left: int, room: int, milestone: Milestone, colours: Colours) -> None:
        urgent = milestone.tone is not Tone.HELP
        rows: tuple[tuple[str, int, QFont, str], ...] = (
            (milestone.day, _DAY, fonts.font(Size.CAPTION), colours.text_2),
            (milestone.name, _NAME, fonts.font(Size.BODY, BOLD), colours.text),
            (
                milestone.note,
                _NOTE,
                fonts.font(Size.CAPTION, BOLD if urgent else fonts.REGULAR),
                getattr(colours, milestone.tone.value),
            ),
        )
        for text, middle, font, colour in rows:
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            baseline = fonts.scaled(middle) + metrics.capHeight() / 2
            painter.drawText(QPointF(left, round(baseline)), shown)
