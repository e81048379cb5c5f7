"""The lines of the grid while one edits: they stay where they are until another line is current."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView

from boardtool.ui.bcf.grid.cells_table import CellsTable

_EDITING = QAbstractItemView.State.EditingState


class HeldLines(QObject):
    """Holds the lines that are shown from an edit on, and their order; `released` when one has left the line.

    So one may type through a line, or see where a block was pasted, without lines jumping away by a sort, or
    vanishing since a filter wants them no more.
    """

    released = Signal()

    def __init__(self, grid: CellsTable) -> None:
        super().__init__(grid)
        self._grid = grid
        self.ids: frozenset[int] = frozenset()
        self._later = QTimer(self, interval=0, singleShot=True)  # Qt is still on its way to the other line
        self._later.timeout.connect(self._release)
        grid.selectionModel().currentRowChanged.connect(self._line_left)

    def hold(self, *_told: object) -> None:
        self._later.stop()
        if not self.ids:
            self.ids = frozenset(row.line.id for row in self._grid.rows.rows)
            self._grid.rows.hold_order()

    def let_go(self) -> None:
        """Hold nothing any more; the lines stand by the sort and the filter at the next showing."""
        self.ids = frozenset()
        self._grid.rows.release_order()

    def _line_left(self, *_lines: object) -> None:
        if self.ids:
            self._later.start()

    def _release(self) -> None:
        if self._grid.state() is not _EDITING:
            self.let_go()
            self.released.emit()
            self._grid.scrollTo(self._grid.currentIndex())
