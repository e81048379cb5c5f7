"""A corner of a sheet, redrawn: letters above, numbers beside, and the cell that is meant in a heavy edge."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Colours, Tone, colours_of
from boardtool.ui.theme.fonts import BOLD, Size

if TYPE_CHECKING:
    from boardtool.data.excel.shown import Corner


class SheetCorner(QWidget):
    """Draws a `Corner`; `tone` colours the cell that is meant, and a sentence says the same to a reader."""

    def __init__(self, corner: "Corner", tone: Tone, *, cell: str = "") -> None:
        super().__init__()
        self._corner = corner
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_aloud(corner, cell))

    def sizeHint(self) -> QSize:
        return QSize(0, self._line() * (len(self._corner.rows) + 1) + sizes.LINE)

    def _line(self) -> int:
        return fonts.scaled(sizes.ROW_GRID)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.surface))
        edges = self._edges()
        line = self._line()
        self._grounds(painter, edges, colours)
        small = fonts.font(Size.CAPTION)
        for place, letter in enumerate(self._corner.letters):
            rect = QRect(edges[place], 0, edges[place + 1] - edges[place], line)
            _write(painter, rect, letter, colours.text_2, Qt.AlignmentFlag.AlignHCenter)
        for down, (number, texts) in enumerate(self._corner.rows, start=1):
            painter.setFont(small)
            _write(
                painter,
                QRect(0, down * line, edges[0], line),
                str(number),
                colours.text_2,
                Qt.AlignmentFlag.AlignHCenter,
            )
            for place, text in enumerate(texts):
                rect = QRect(edges[place], down * line, edges[place + 1] - edges[place], line)
                self._cell(painter, rect, text, colours, meant=(number, place) == self._corner.at)
        self._mark(painter, edges, colours)

    def _edges(self) -> list[int]:
        """Where the columns begin, and where the last ends: each gets room by what stands in it."""
        metrics = QFontMetrics(fonts.font(Size.CAPTION))
        numbers = max(metrics.horizontalAdvance(str(number)) for number, _ in self._corner.rows)
        left = numbers + 2 * sizes.S2
        room = self.width() - left - sizes.LINE
        wishes = [
            max(metrics.horizontalAdvance(texts[place]) for _, texts in self._corner.rows) + 2 * sizes.S2
            for place in range(len(self._corner.letters))
        ]
        edges = [left]
        for width in _shared(wishes, room):
            edges.append(edges[-1] + width)
        edges[-1] = self.width() - sizes.LINE
        return edges

    def _grounds(self, painter: QPainter, edges: list[int], colours: Colours) -> None:
        line = self._line()
        painter.fillRect(0, 0, self.width(), line, QColor(colours.hover))
        painter.fillRect(0, 0, edges[0], self.height(), QColor(colours.hover))
        painter.setPen(QColor(colours.line))
        for down in range(len(self._corner.rows) + 2):
            painter.drawLine(0, down * line, self.width(), down * line)
        for edge in (0, *edges):
            painter.drawLine(edge, 0, edge, self.height())

    def _cell(self, painter: QPainter, rect: QRect, text: str, colours: Colours, *, meant: bool) -> None:
        painter.setFont(fonts.font(Size.CAPTION, BOLD if meant else fonts.REGULAR))
        ink = getattr(colours, self._tone.value) if meant else colours.text
        _write(painter, rect, text, ink, Qt.AlignmentFlag.AlignLeft)

    def _mark(self, painter: QPainter, edges: list[int], colours: Colours) -> None:
        row, place = self._corner.at
        numbers = [number for number, _ in self._corner.rows]
        if row not in numbers:
            return
        top = (numbers.index(row) + 1) * self._line()
        left, right = (edges[0], edges[-1]) if place is None else (edges[place], edges[place + 1])
        pen = QPen(QColor(getattr(colours, self._tone.value)), sizes.FOCUS)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(QRect(left, top, right - left, self._line()).adjusted(1, 1, 0, 0))


def _shared(wishes: Sequence[int], room: int) -> list[int]:
    """Room shared out: a column that wishes for less than its share gets its wish, the others the rest."""
    given = [0] * len(wishes)
    left, waiting = room, len(wishes)
    for place in sorted(range(len(wishes)), key=lambda place: wishes[place]):
        given[place] = min(max(wishes[place], sizes.S6), left // waiting)
        left -= given[place]
        waiting -= 1
    return given


def _write(painter: QPainter, rect: QRect, text: str, ink: str, side: Qt.AlignmentFlag) -> None:
    inside = rect.adjusted(sizes.S2, 0, -sizes.S1, 0)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
    painter.setPen(QColor(ink))
    painter.drawText(
        inside if side is Qt.AlignmentFlag.AlignLeft else rect, side | Qt.AlignmentFlag.AlignVCenter, shown
    )


def _aloud(corner: "Corner", cell: str) -> str:
    row, place = corner.at
    texts = dict(corner.rows).get(row, ())
    if place is not None and place < len(texts):
        return f"Cell {cell or f'{corner.letters[place]}{row}'} holds {texts[place] or 'nothing'}"
    return f"Row {row} holds {', '.join(text for text in texts if text)}"
