"""Why limits begin anew: a line through the chart, and the reason above it in the lines it needs."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from boardtool.domain.performance.charts import Note
from boardtool.ui.charts.frame import Frame
from boardtool.ui.charts.lettering import Anchor, width_of, wrapped, write
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Colours
from boardtool.ui.theme.fonts import Size

_MOST_LINES = 3
_SHARE = 0.2
"""How much of a chart's height notes may take."""
_NARROW = 120.0


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note at the line at `x`: its lines stand at the line's right, or at its left where that is wider."""

    x: float
    lines: tuple[str, ...]
    at_left: bool


def place_notes(notes: Sequence[Note], x: Sequence[float], rect: QRectF, left: float) -> list[PlacedNote]:
    """The notes in their lines, each up to the next one; a late one turns to the left of its line."""
    starts = [(x[note.number - 1] + x[note.number]) / 2 for note in notes]
    edge = rect.right() - sizes.PAGE_EDGE
    line = fonts.line_height(Size.CAPTION)
    most = max(1, min(_MOST_LINES, int(rect.height() * _SHARE / line)))
    placed = []
    free = left
    for note, start, following in zip(notes, starts, [*starts[1:], edge], strict=False):
        room, behind = following - start - 2 * sizes.S1, start - free - sizes.S2
        at_left = room < min(_NARROW, behind)
        lines = wrapped(note.words, behind if at_left else room, most)
        placed.append(PlacedNote(start, tuple(lines), at_left))
        widest = max((width_of(words) for words in lines), default=0.0)
        free = start if at_left else start + widest + sizes.S4
    return placed


def height_of(placed: Sequence[PlacedNote]) -> float:
    """What the notes take above the plot."""
    return max((len(note.lines) for note in placed), default=0) * fonts.line_height(Size.CAPTION)


def draw_notes(painter: QPainter, frame: Frame, placed: Sequence[PlacedNote], colours: Colours) -> None:
    """The lines from above the plot to its foot, and the reasons at their heads."""
    line = fonts.line_height(Size.CAPTION)
    top = frame.plot.top() - height_of(placed)
    for note in placed:
        _draw_line(painter, note, top, frame.plot.bottom(), colours)
        anchor = Anchor.RIGHT if note.at_left else Anchor.LEFT
        beside = note.x + (-sizes.S1 if note.at_left else sizes.S1)
        for at, words in enumerate(note.lines):
            write(painter, words, QPointF(beside, top + (at + 0.5) * line), colours.text_2, anchor=anchor)


def draw_note_lines(painter: QPainter, frame: Frame, placed: Sequence[PlacedNote], colours: Colours) -> None:
    """The lines alone, through a plot that stands beneath another."""
    for note in placed:
        _draw_line(painter, note, frame.plot.top(), frame.plot.bottom(), colours)


def _draw_line(painter: QPainter, note: PlacedNote, top: float, bottom: float, colours: Colours) -> None:
    painter.setPen(QPen(QColor(colours.ctl_border), 1))
    painter.drawLine(QPointF(note.x, top), QPointF(note.x, bottom))
