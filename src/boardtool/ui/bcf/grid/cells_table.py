"""A table whose cells are chosen one by one: what is selected, and how keys walk from cell to cell."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView

from boardtool.ui.bcf.grid.blocks import Cells
from boardtool.ui.bcf.grid.rows import GridRow
from boardtool.ui.tables.view import TableView

_At = QModelIndex | QPersistentModelIndex
_Flag = QItemSelectionModel.SelectionFlag
_Key = Qt.Key
_Modifier = Qt.KeyboardModifier
_ALT = _Modifier.AltModifier
_Move = QAbstractItemView.CursorAction
_EXTENDING = {
    _Key.Key_Up: _Move.MoveUp,
    _Key.Key_Down: _Move.MoveDown,
    _Key.Key_Left: _Move.MoveLeft,
    _Key.Key_Right: _Move.MoveRight,
    _Key.Key_PageUp: _Move.MovePageUp,
    _Key.Key_PageDown: _Move.MovePageDown,
    _Key.Key_Home: _Move.MoveHome,
    _Key.Key_End: _Move.MoveEnd,
}


class CellsTable(TableView[GridRow]):
    """Shows `GridRow`s, whole cells at a time; Tab goes right, Enter back under where the tabbing began."""

    _tab_start: int | None = None

    # What is selected

    def field_at(self, index: _At) -> str:
        return self.rows.columns[index.column()].key

    def selected_cells(self) -> list[tuple[GridRow, str]]:
        """Every selected cell of a line, from top to bottom and left to right."""
        indexes = sorted(
            self.selectionModel().selectedIndexes() or [self.currentIndex()],
            key=lambda at: (at.row(), at.column()),
        )
        return [(row, self.field_at(at)) for at in indexes if (row := self.rows.row_at(at)) is not None]

    def selected_block(self) -> Cells:
        """The smallest block that holds every selected cell."""
        cells = self.selected_cells()
        ids = tuple(dict.fromkeys(row.line.id for row, _field in cells))
        chosen = {field for _row, field in cells}
        return Cells(ids, tuple(column.key for column in self.rows.columns if column.key in chosen))

    def chosen_ids(self) -> tuple[int, ...]:
        """The lines in which a cell is selected."""
        return self.selected_block().line_ids

    def extend_to(self, index: QModelIndex) -> None:
        """Select the block from the cell where selecting began to this one, which becomes current."""
        began = self._began()
        lines, columns = sorted((began.row(), index.row())), sorted((began.column(), index.column()))
        corners = (self.rows.index(lines[at], columns[at]) for at in (0, 1))
        self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
        self.selectionModel().select(QItemSelection(*corners), _Flag.ClearAndSelect)
        self.scrollTo(index)

    def _began(self) -> QModelIndex:
        """The corner of the block opposite the current cell: Qt knows that of its last click only."""
        current = self.currentIndex()
        chosen = self.selectionModel().selectedIndexes() or [current]
        line = _opposite(current.row(), [each.row() for each in chosen])
        column = _opposite(current.column(), [each.column() for each in chosen])
        return self.rows.index(line, column)

    def select_cells(self, cells: Cells) -> None:
        """Select a block by its corners."""
        if not cells.line_ids or not cells.fields:
            return
        keys = [column.key for column in self.rows.columns]
        first = self.rows.index_of(cells.line_ids[0], keys.index(cells.fields[0]))
        last = self.rows.index_of(cells.line_ids[-1], keys.index(cells.fields[-1]))
        if first.isValid() and last.isValid():
            self.make_current(first)
            self.selectionModel().select(QItemSelection(first, last), _Flag.ClearAndSelect)

    # Walking

    def walking_key(self, event: QKeyEvent) -> bool:
        """Take a key that goes to another cell, or selects a line or a column; answers whether it did."""
        key, modifiers = event.key(), event.modifiers()
        if key in {_Key.Key_Return, _Key.Key_Enter} and not modifiers & _Modifier.ControlModifier:
            self.walk(0, -1 if modifiers & _Modifier.ShiftModifier else 1)
        elif key == _Key.Key_Home and not modifiers:
            self._go(self.currentIndex().row(), 0)
        elif key == _Key.Key_End and not modifiers:
            self._go(self.currentIndex().row(), self.rows.columnCount() - 1)
        elif key == _Key.Key_Space and modifiers & (_Modifier.ShiftModifier | _Modifier.ControlModifier):
            way = _Flag.Rows if modifiers & _Modifier.ShiftModifier else _Flag.Columns
            self.selectionModel().select(self.currentIndex(), _Flag.ClearAndSelect | way)
        elif key in _EXTENDING and modifiers & _Modifier.ShiftModifier and not modifiers & _ALT:
            self.extend_to(self.moveCursor(_EXTENDING[_Key(key)], modifiers & ~_Modifier.ShiftModifier))
        else:
            return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        shift = event.modifiers() & _Modifier.ShiftModifier
        if shift and event.button() is Qt.MouseButton.LeftButton and index.isValid():
            self.extend_to(index)
        else:
            super().mousePressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        """Tab goes to the next cell; F6 leaves the grid."""
        self.begin_tabbing()
        self.walk(1 if forward else -1, 0)
        return True

    def begin_tabbing(self) -> None:
        """Remember the column under which Enter goes on, unless one tabs already."""
        if self._tab_start is None:
            self._tab_start = self.currentIndex().column()

    def walk(self, columns: int, lines: int) -> None:
        """Move the current cell; Tab goes on in the next line, Enter returns to where the tabbing began."""
        at = self.currentIndex()
        column, line = at.column() + columns, at.row() + lines
        if lines:
            column, self._tab_start = self._tab_start if self._tab_start is not None else column, None
        if column >= self.rows.columnCount():
            column, line = 0, line + 1
        elif column < 0:
            column, line = self.rows.columnCount() - 1, line - 1
        self._go(line, column)

    def _go(self, line: int, column: int) -> None:
        if 0 <= line < self.rows.rowCount():
            self.make_current(self.rows.index(line, column))

    def make_current(self, index: QModelIndex) -> None:
        """Select one cell, whatever Shift or Ctrl are held for."""
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect)
        self.scrollTo(index)

    def go_to(self, line_id: int, field: str = "") -> None:
        """Make a cell current, in the column of a field where it is shown."""
        fields = [column.key for column in self.rows.columns]
        column = fields.index(field) if field in fields else max(self.currentIndex().column(), 0)
        index = self.rows.index_of(line_id, column)
        if index.isValid():
            self.make_current(index)


def _opposite(at: int, chosen: Sequence[int]) -> int:
    """The other end of a row of places."""
    return min(chosen) if at == max(chosen) else max(chosen)
