"""The matrix of variation by assurance: every metric named in its cell, and what the cell asks of a board."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from boardtool.domain.performance.matrix import JUDGED, UNJUDGED, matrix
from boardtool.domain.performance.scorecard import CHANGES, WILL_MEET, Change, ScorecardRow, WillMeet
from boardtool.ui.charts.marks import draw_assurance, draw_variation
from boardtool.ui.performance.name_link import NameLink
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone, colours_of
from boardtool.ui.theme.fonts import BOLD, MEDIUM, Size
from boardtool.ui.widgets.labels import Words
from boardtool.ui.widgets.layouts import clear

_ICON = 26


class MatrixGrid(QWidget):
    """Cells in a grid; every name opens its metric."""

    def __init__(self, open_row: Callable[[ScorecardRow], None]) -> None:
        super().__init__()
        self._open = open_row
        self.setAccessibleName("Matrix of change and target")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)

    def set_rows(self, rows: Sequence[ScorecardRow]) -> None:
        clear(self._grid)
        shown = matrix(rows)
        for column, will in enumerate(JUDGED, 1):
            self._grid.addWidget(_Head(WILL_MEET[will], will=will), 0, column)
            self._grid.setColumnStretch(column, 1)
        if shown.has_unjudged:
            self._grid.addWidget(_Head(UNJUDGED), 0, len(JUDGED) + 1)
        self._grid.setColumnStretch(len(JUDGED) + 1, int(shown.has_unjudged))
        for line, (change, cells) in enumerate(shown.lines, 1):
            self._grid.addWidget(_Head(CHANGES[change], change=change), line, 0)
            for column, cell in enumerate(cells, 1):
                name = UNJUDGED if cell.will_meet is None else WILL_MEET[cell.will_meet]
                self._grid.addWidget(_CellView(name, cell.asks, cell.rows, self._open), line, column)
        first = next((each for each in self.findChildren(_CellView) if each.first is not None), None)
        if first is not None and first.first is not None:
            self.setFocusProxy(first.first)


class _Head(QWidget):
    """The sign and the word of a row or a column."""

    def __init__(self, words: str, *, change: Change | None = None, will: WillMeet | None = None) -> None:
        super().__init__()
        self._change, self._will = change, will
        self.setAccessibleName(words)
        column = QVBoxLayout(self)
        left = 0 if change is not None else sizes.S3
        lead = fonts.scaled(_ICON) + sizes.S2 if change is not None or will is not None else 0
        column.setContentsMargins(left + lead, sizes.S3, sizes.S3, sizes.S3)
        column.addWidget(Words(words, weight=BOLD), 0, Qt.AlignmentFlag.AlignTop)
        column.addStretch()
        self.setMinimumHeight(fonts.scaled(sizes.ROW_TWO_LINE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        side = fonts.scaled(_ICON)
        top = sizes.S3 + (fonts.line_height(Size.BODY) - side) / 2
        if self._change is not None:
            way = 1 if self._change is not Change.WORSENING else -1
            draw_variation(painter, QRectF(0, top, side, side), self._change, way, colours)
        elif self._will is not None:
            draw_assurance(painter, QRectF(sizes.S3, top, side, side), self._will, colours)
        painter.fillRect(0, self.height() - sizes.LINE, self.width(), sizes.LINE, QColor(colours.line))


class _CellView(QWidget):
    """What a cell asks, and the metrics in it."""

    def __init__(
        self,
        name: str,
        asks: str,
        rows: Sequence[ScorecardRow],
        open_row: Callable[[ScorecardRow], None],
    ) -> None:
        super().__init__()
        self.first: QWidget | None = None
        self.setAccessibleName(f"{name}. {asks}".strip())
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.S3, sizes.S3, sizes.S3, sizes.S3)
        column.setSpacing(sizes.S1)
        for row in rows:
            button = NameLink(row.name, partial(open_row, row), spoken=f"{row.name}, {row.latest_shown}")
            self.first = self.first or button
            column.addWidget(button)
        if asks:
            weight = MEDIUM if rows else fonts.REGULAR
            tone = Tone.TEXT if rows else Tone.FAINT
            column.addWidget(Words(asks, size=Size.CAPTION, tone=tone, weight=weight, wrap=True))
        column.addStretch()
        self._filled = bool(rows)

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(0, 2 * fonts.scaled(sizes.ROW_TWO_LINE)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        if not self._filled:
            painter.fillRect(self.rect(), QColor(colours.sunken))
        painter.fillRect(0, self.height() - sizes.LINE, self.width(), sizes.LINE, QColor(colours.line))
        painter.fillRect(0, 0, sizes.LINE, self.height(), QColor(colours.line))
