"""The order of a sorted grid while one edits: lines stay where they are until another line is current."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView

from boardtool.ui.bcf.grid.cells_table import CellsTable

_EDITING = QAbstractItemView.State.EditingState


class HeldOrder(QObject):
    """Holds the order of a grid from an edit on, and has it sorted anew once one has left the line.

    So one may type through a line, or see where a block was pasted, without its lines jumping away.
    """

    def __init__(self, grid: CellsTable) -> None:
        super().__init__(grid)
        self._grid = grid
        self._anew = QTimer(self, interval=0, singleShot=True)  # Qt is still on its way to the other line
        self._anew.timeout.connect(self._release)
        grid.selectionModel().currentRowChanged.connect(self._line_left)

    def hold(self, *_told: object) -> None:
        self._anew.stop()
        self._grid.rows.hold_order()

    def _line_left(self, *_lines: object) -> None:
        if self._grid.rows.order_is_held:
            self._anew.start()

    def _release(self) -> None:
        if self._grid.state() is not _EDITING:
            self._grid.rows.release_order()
            self._grid.scrollTo(self._grid.currentIndex())
