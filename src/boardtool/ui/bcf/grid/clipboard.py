"""Blocks of cells in the grid: copied, cut, pasted, filled down and emptied, in the order of the screen."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from boardtool.domain.bcf.block import block_of, text_of
from boardtool.domain.bcf.cells import shown
from boardtool.ui.bcf.grid.blocks import Cells, tiled
from boardtool.ui.bcf.grid.cells_table import CellsTable

_Standard = QKeySequence.StandardKey


class GridClipboard(QObject):
    """Says which cells of a grid are to take what; the page calls the use cases.

    Signals: `pasted(Cells, block)` with the cells from the current one on, `filled(Cells)` whose first line
    is copied into the others, `emptied({line id: fields})`. Nothing is said unless `may_change()`.
    """

    pasted = Signal(object, object)
    filled = Signal(object)
    emptied = Signal(object)

    def __init__(self, grid: CellsTable, *, may_change: Callable[[], bool]) -> None:
        super().__init__(grid)
        self._grid = grid
        self._may_change = may_change

    def takes(self, event: QKeyEvent) -> bool:
        """Take the keys of a clipboard; answers whether this was one."""
        for key, do in (
            (_Standard.Copy, self.copy),
            (_Standard.Cut, self.cut),
            (_Standard.Paste, self.paste),
        ):
            if event.matches(key):
                do()
                return True
        return False

    def copy(self) -> None:
        """Put the selected block on the clipboard as a spreadsheet takes it."""
        block = self._grid.selected_block()
        rows = {row.line.id: row.line for row, _field in self._grid.selected_cells()}
        texts = [[shown(field, rows[line_id]) for field in block.fields] for line_id in block.line_ids]
        QGuiApplication.clipboard().setText(text_of(texts))

    def cut(self) -> None:
        self.copy()
        self.empty()

    def paste(self) -> None:
        """Paste from the current cell on; a smaller block fills the selection as often as it fits."""
        text = QGuiApplication.clipboard().text()
        if not text or not self._may_change():
            return
        block = block_of(text)
        chosen = self._grid.selected_block()
        height, width = len(block), max(map(len, block))
        if len(chosen.line_ids) % height == 0 and len(chosen.fields) % width == 0 and chosen.line_ids:
            block = tiled(block, len(chosen.line_ids), len(chosen.fields))
        self.pasted.emit(self._from_current(len(block), max(map(len, block))), block)

    def _from_current(self, height: int, width: int) -> Cells:
        grid = self._grid
        chosen = list(grid.selectionModel().selectedIndexes()) or [grid.currentIndex()]
        top, left = min(at.row() for at in chosen), min(at.column() for at in chosen)
        under = (grid.rows.row_at(grid.rows.index(line, 0)) for line in range(top, top + height))
        fields = tuple(column.key for column in grid.rows.columns[left : left + width])
        return Cells(tuple(row.line.id for row in under if row is not None), fields)

    def fill_down(self) -> None:
        """Copy the first of the selected lines into the others; a single cell takes what stands above it."""
        if not self._may_change():
            return
        grid = self._grid
        block = grid.selected_block()
        if len(block.line_ids) == 1:
            above = grid.rows.row_at(grid.rows.index(grid.currentIndex().row() - 1, 0))
            if above is None:
                return
            block = Cells((above.line.id, *block.line_ids), block.fields)
        self.filled.emit(block)

    def empty(self) -> None:
        """Empty the selected cells."""
        if not self._may_change():
            return
        cells: dict[int, list[str]] = {}
        for row, field in self._grid.selected_cells():
            cells.setdefault(row.line.id, []).append(field)
        if cells:
            self.emptied.emit(cells)
