"""What was said of an action, newest first, along a line: day, source, words."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardtool.domain.actions import ProgressNote
from boardtool.domain.dates import long_date, short_weekday_date
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone, colours_of
from boardtool.ui.widgets import labels
from boardtool.ui.widgets.layouts import clear

_DOT = 4.0
_FROM_TOP = 9


class ProgressList(QWidget):
    """Shows notes; the newest has a full dot."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_notes(self, notes: Sequence[ProgressNote], today: date) -> None:
        clear(self._column)
        for place, note in enumerate(reversed(notes)):
            line = _Note(note, today, newest=place == 0, oldest=place == len(notes) - 1)
            self._column.addWidget(line)


class _Note(QWidget):
    def __init__(self, note: ProgressNote, today: date, *, newest: bool, oldest: bool) -> None:
        super().__init__()
        self._newest = newest
        self._oldest = oldest
        day = short_weekday_date(note.on) if note.on.year == today.year else long_date(note.on)
        said = "you" if note.source == "you" else note.source
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.S4 + sizes.S1, 0, 0, sizes.S2)
        column.setSpacing(0)
        column.addWidget(labels.caption(f"{day} · {said}"))
        words = labels.body(note.text, wrap=True, tone=Tone.TEXT if newest else Tone.HELP)
        column.addWidget(words)
        self.setAccessibleName(f"{day}, {said}: {note.text}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QPointF(_DOT + 1, _FROM_TOP)
        painter.setPen(QPen(QColor(colours.line_strong), sizes.LINE))
        if not self._oldest:
            painter.drawLine(centre, QPointF(centre.x(), self.height()))
        if not self._newest:
            painter.drawLine(QPointF(centre.x(), 0), centre)
        painter.setPen(QPen(QColor(colours.accent if self._newest else colours.line_strong), 1.5))
        painter.setBrush(QColor(colours.accent if self._newest else colours.sunken))
        painter.drawEllipse(QRectF(centre.x() - _DOT, centre.y() - _DOT, 2 * _DOT, 2 * _DOT))
