"""How wide the columns of the grid are: as chosen, in little room narrower, and only then scrolled."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHeaderView, QTableView

from boardtool.ui.bcf.grid.rows import GridRow
from boardtool.ui.tables.column import Align, Column
from boardtool.ui.theme import fonts

_NAME = 144
"""The least room for the name of a scheme."""
_WIDE = 110
"""Columns of words wider than this give way; numbers and short words stay whole."""
_MOST = 0.2
"""Which part of its width a column gives at most."""


class GridWidths:
    """Keeps the widths that columns have of their own; `fitting` while others are set for want of room."""

    def __init__(self, grid: QTableView, columns: Sequence[Column[GridRow]]) -> None:
        self._header: QHeaderView = grid.horizontalHeader()
        self._stretched = next((at for at, column in enumerate(columns) if column.stretch), None)
        self._words = [at for at, column in enumerate(columns) if column.align is Align.LEFT]
        self._own = [self._header.sectionSize(place) for place in range(self._header.count())]
        self.fitting = False
        self._header.sectionResized.connect(self._resized)

    def own(self, place: int) -> int:
        """The width of a column where there is room enough."""
        return self._own[place]

    def fit(self, width: int) -> None:
        """Let the name take what is left of so many pixels; where that is too little, the others give way."""
        if self._stretched is None:
            return
        self.fitting = True
        others = [place for place in range(self._header.count()) if place != self._stretched]
        lacking = sum(self._own[place] for place in others) + fonts.scaled(_NAME) - width
        giving = [
            place for place in self._words if place in others and self._own[place] >= fonts.scaled(_WIDE)
        ]
        given = lacking / max(sum(self._own[place] for place in giving), 1)
        fits = given <= _MOST
        part = given if 0 < given <= _MOST else 0.0
        for place in others:
            narrower = int(self._own[place] * (1 - part)) if place in giving else self._own[place]
            self._header.resizeSection(place, narrower)
        mode = QHeaderView.ResizeMode.Stretch if fits else QHeaderView.ResizeMode.Interactive
        self._header.setSectionResizeMode(self._stretched, mode)
        if not fits:
            self._header.resizeSection(self._stretched, fonts.scaled(_NAME))
        self.fitting = False

    def _resized(self, place: int, _before: int, after: int) -> None:
        if not self.fitting and place != self._stretched:
            self._own[place] = after
