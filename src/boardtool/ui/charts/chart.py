"""What every interactive chart is: drawn once, its points read by pointer and keys, one of them chosen.

Painted by QPainter itself and not by pyqtgraph: labels at the right end of lines, marks that differ by
shape, a ring and type from the tokens would be our own drawing in either, and pyqtgraph cannot write SVG
under this Qt and needs numpy at its first use. A drawing kept as a picture makes a hover cost one copy
(`benchmarks/charts.py`).
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from boardtool.ui.charts.lettering import width_of, write
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import LIGHT, Colours, colours_of
from boardtool.ui.theme.fonts import BOLD, REGULAR, Size

HEIGHT = 300
LEAST = 0.8
"""The share of its height at which a chart and its labels can still be read."""
_RING = 8.0
NEAR = 24.0
"""How far from a point the pointer still reads it."""
_NOWHERE = -1
_ON_PAPER = 2.0


class Chart(QWidget):
    """A chart whose points are walked by Left, Right, Home and End; `pointed(number)` says which one is.

    A chart fills `paint_chart`, which leaves in `spots` where its points stand, and `said_of`, the lines that
    are shown beside a point and read aloud.
    """

    pointed = Signal(int)
    opened = Signal(int)

    def __init__(self, name: str, *, height: int = HEIGHT) -> None:
        super().__init__()
        self.spots: Sequence[QPointF | None] = ()
        self._name = name
        self._pointed = _NOWHERE
        self._hovered = _NOWHERE
        self._drawn: QPixmap | None = None
        self._drawn_for: tuple[object, ...] = ()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._height = 0
        self.make_room(height)

    @property
    def least_height(self) -> int:
        """How high it must be for it and its labels to be read, in pixels."""
        return round(self._height * LEAST)

    def make_room(self, height: int) -> None:
        """So many pixels high at ordinary text size, and at least half of that."""
        if fonts.scaled(height) != self._height:
            self._height = fonts.scaled(height)
            self.setMinimumHeight(fonts.scaled(height // 2))
            self.updateGeometry()

    # What a chart fills

    def paint_chart(self, painter: QPainter, rect: QRectF, colours: Colours) -> None:
        """Draw everything that stays, and fill `spots`."""

    def said_of(self, _number: int) -> Sequence[str]:
        """The lines of a point: what it is, then more."""
        return ()

    def emphasise(self, painter: QPainter, spot: QPointF, colours: Colours) -> None:
        """Ring the chosen point."""
        painter.setPen(QPen(QColor(colours.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(spot, _RING, _RING)

    # What pages call

    def say(self, sentence: str) -> None:
        """What the chart shows, in the words of its sentence and its latest value."""
        self.setAccessibleName(f"{self._name}. {sentence}")
        self.setAccessibleDescription("Left and Right read its points.")

    def redraw(self) -> None:
        """What is shown is another: draw it anew."""
        self._drawn = None
        self.update()

    @property
    def chosen(self) -> int:
        """The number of the ringed point, -1 without one."""
        return self._pointed

    def choose(self, number: int) -> None:
        """Ring a point without telling anybody."""
        if number != self._pointed:
            self._pointed = number
            self.update()

    def count(self) -> int:
        return len(self.spots)

    # Drawing

    def sizeHint(self) -> QSize:
        return QSize(sizes.NARROW // 2, self._height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture(colours))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, hovered = self._spot(self._pointed), self._spot(self._hovered)
        if chosen is not None:
            self.emphasise(painter, chosen, colours)
        if hovered is not None:
            self._readout(painter, hovered, self.said_of(self._hovered), colours)
        elif chosen is not None and self.hasFocus():
            self._readout(painter, chosen, self.said_of(self._pointed), colours)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), sizes.FOCUS))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def _picture(self, colours: Colours) -> QPixmap:
        density = self.devicePixelRatioF()
        wanted = (self.size(), density, colours, fonts.text_scale())
        if self._drawn is None or self._drawn_for != wanted:
            self._drawn = self.picture(density, colours)
            self._drawn_for = wanted
        return self._drawn

    def picture(self, density: float, colours: Colours) -> QPixmap:
        """The chart without ring and readout, at so many pixels to a point."""
        made = QPixmap(self.size() * density)
        made.setDevicePixelRatio(density)
        made.fill(QColor(colours.surface))
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        try:
            self.paint_chart(painter, QRectF(self.rect()), colours)
        finally:  # a painter must not outlive what it paints on
            painter.end()
        return made

    def on_paper(self) -> QPixmap:
        """The chart as it is pasted into a document: light, at twice the size of the screen."""
        return self.picture(_ON_PAPER, LIGHT)

    def _spot(self, number: int) -> QPointF | None:
        return self.spots[number] if 0 <= number < len(self.spots) else None

    def _readout(self, painter: QPainter, spot: QPointF, said: Sequence[str], colours: Colours) -> None:
        """A small box beside a point, inside the chart."""
        if not said:
            return
        line = fonts.line_height(Size.CAPTION)
        widest = max(width_of(text, weight=BOLD if not at else REGULAR) for at, text in enumerate(said))
        width = min(widest + 2 * sizes.S2, self.width() - 2 * sizes.S2)
        height = len(said) * line + 2 * sizes.S1 + 2
        left = spot.x() + _RING + sizes.S1
        if left + width > self.width() - sizes.S2:
            left = spot.x() - _RING - sizes.S1 - width
        top = min(max(spot.y() - height - sizes.S1, sizes.S1), self.height() - height - sizes.S1)
        box = QRectF(round(max(left, sizes.S2)) + 0.5, round(top) + 0.5, width, height)
        painter.setPen(QPen(QColor(colours.line_strong), 1))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(box, sizes.R_PILL, sizes.R_PILL)
        for at, text in enumerate(said):
            place = QPointF(box.left() + sizes.S2, box.top() + sizes.S1 + 1 + (at + 0.5) * line)
            colour, weight = (colours.text, BOLD) if not at else (colours.text_2, REGULAR)
            write(painter, text, place, colour, weight=weight, room=width - 2 * sizes.S2 + 1)

    # Reading points

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = self.count() - 1
        start = self._pointed if self._pointed >= 0 else last + 1
        steps = {
            Qt.Key.Key_Left: range(start - 1, -1, -1),
            Qt.Key.Key_Right: range(start + 1 if self._pointed >= 0 else last, last + 1),
            Qt.Key.Key_Home: range(last + 1),
            Qt.Key.Key_End: range(last, -1, -1),
        }
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._pointed >= 0:
            self.opened.emit(self._pointed)
        elif key in steps and not event.modifiers():
            number = next((each for each in steps[key] if self._spot(each) is not None), None)
            if number is not None:
                self._point(number)
        else:
            super().keyPressEvent(event)

    def _point(self, number: int) -> None:
        if number != self._pointed:
            self._pointed = number
            self._hovered = _NOWHERE
            self.update()
            self.pointed.emit(number)
            self._announce("; ".join(self.said_of(number)))

    def _announce(self, words: str) -> None:
        self.setAccessibleDescription(words)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def nearest(self, place: QPointF) -> int:
        """The number of the point under the pointer; -1 where none is near."""
        best, least = _NOWHERE, NEAR
        for number, spot in enumerate(self.spots):
            if spot is None or abs(spot.x() - place.x()) >= least:
                continue
            best, least = number, abs(spot.x() - place.x())
        return best

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hovered = self.nearest(event.position())
        if hovered != self._hovered:
            self._hovered = hovered
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hovered = _NOWHERE
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self.nearest(event.position())
        if number >= 0:
            self._point(number)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        number = self.nearest(event.position())
        if number >= 0:
            self.opened.emit(number)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
