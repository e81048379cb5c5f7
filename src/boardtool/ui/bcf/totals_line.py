"""The line under a table that never scrolls: what the rows are on the left, what they add to on the right."""

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone, colours_of
from boardtool.ui.theme.fonts import BOLD, REGULAR
from boardtool.ui.widgets.labels import Words
from boardtool.ui.widgets.layouts import clear

Part = tuple[str, Tone]


class TotalsLine(QWidget):
    """Bold at both ends, grey between; a part with a tone says what is wrong."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(sizes.PAGE_EDGE, 0, sizes.PAGE_EDGE, 0)
        self._row.setSpacing(sizes.S4)
        self.setFixedHeight(fonts.scaled(sizes.TOTALS))
        self._shown: object = None

    def say(self, left: str, *right: Part) -> None:
        if (left, right) == self._shown:
            return
        self._shown = (left, right)
        clear(self._row)
        self._row.addWidget(Words(left, weight=BOLD))
        self._row.addStretch(1)
        said = [part for part in right if part[0]]
        for words, tone in said:
            self._row.addWidget(Words(words, tone=tone, weight=BOLD if tone is Tone.TEXT else REGULAR))
        self.setAccessibleName(", ".join([left, *(words for words, _tone in said)]))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.surface))
        painter.fillRect(0, 0, self.width(), sizes.LINE, QColor(colours.line_strong))
