"""The grid itself: typed in, walked, copied, filled and pasted into as a spreadsheet is."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QWidget

from boardtool.domain.bcf.block import block_of, text_of
from boardtool.domain.bcf.cells import shown
from boardtool.ui.bcf.grid.blocks import Cells, tiled, writes
from boardtool.ui.bcf.grid.cell_box import CellBox
from boardtool.ui.bcf.grid.delegate import GridDelegate
from boardtool.ui.bcf.grid.frozen import COLUMNS, FrozenColumns
from boardtool.ui.bcf.grid.rows import GridRow
from boardtool.ui.preferences import Preferences
from boardtool.ui.tables.column import Tail
from boardtool.ui.tables.header import HeaderView
from boardtool.ui.tables.row_model import ENTRY, RowModel
from boardtool.ui.tables.view import TableView
from boardtool.ui.theme import fonts, sizes

_At = QModelIndex | QPersistentModelIndex
_Flag = QItemSelectionModel.SelectionFlag
_Key = Qt.Key
_Modifier = Qt.KeyboardModifier
_TYPING = QAbstractItemView.EditTrigger.AnyKeyPressed

_NAME = 176
"""The least room for the name of a scheme."""


class GridView(TableView[GridRow]):
    """Shows `GridRow`s, whole cells at a time.

    Signals: `typed(row, field, text)` for one cell; `typing(row, field, text)` at each key of it and
    `typing_over` when it ends without being taken; `typed_everywhere(Cells, text)` for Ctrl+Enter;
    `pasted(Cells, block)` with the cells from the current one on, `filled(Cells)` for Ctrl+D,
    `emptied({line id: fields})`, `line_wanted(text)` when one types into the empty last row.
    """

    typed = Signal(object, str, str)
    typing = Signal(object, str, str)
    typing_over = Signal()
    typed_everywhere = Signal(object, str)
    pasted = Signal(object, object)
    filled = Signal(object)
    emptied = Signal(object)
    line_wanted = Signal(str)
    sealed_touched = Signal()

    _frozen: FrozenColumns | None = None  # Qt scrolls before the grid is whole

    def __init__(
        self,
        model: RowModel[GridRow],
        *,
        name: str,
        words: Callable[[str, GridRow], Sequence[str]],
        preferences: Preferences,
    ) -> None:
        super().__init__(model, name=name, accessible="Schemes", row=sizes.ROW_GRID, preferences=preferences)
        self.sealed = False
        self._tab_start: int | None = None
        self._taking = False
        self._grid_delegate = GridDelegate(
            self, words=words, left=self._left, everywhere=self._take_everywhere, typed=self._typed_so_far
        )
        self._delegate = self._grid_delegate
        self.setItemDelegate(self._grid_delegate)
        header = self.horizontalHeader()
        if isinstance(header, HeaderView):
            header.padding = sizes.CELL_PADDING_GRID
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | _TYPING)
        self.setCornerWidget(QWidget(self))
        self.selectionModel().selectionChanged.connect(self._selection_changed)
        self._frozen = FrozenColumns(self) if model.columnCount() > COLUMNS else None

    # What is in sight

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The scheme's name takes what room is left; where that is little, the columns scroll."""
        super().resizeEvent(event)
        header = self.horizontalHeader()
        for place, column in enumerate(self.rows.columns):
            if not column.stretch:
                continue
            others = sum(header.sectionSize(at) for at in range(header.count()) if at != place)
            fits = event.size().width() - others >= fonts.scaled(_NAME)
            mode = QHeaderView.ResizeMode.Stretch if fits else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(place, mode)
            if not fits:
                header.resizeSection(place, fonts.scaled(_NAME))

    def scrollTo(
        self, index: _At, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a cell into sight, not under the columns that stay."""
        super().scrollTo(index, hint)
        if self._frozen is None or index.column() < COLUMNS:
            return
        hidden = self._frozen.width_needed() - self.visualRect(index).left()
        bar = self.horizontalScrollBar()
        if hidden > 0 and bar.value() > 0:
            bar.setValue(bar.value() - hidden)

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

    def _selection_changed(self, *_parts: object) -> None:
        several = len(self.selectionModel().selectedIndexes()) > 1
        if several != self._grid_delegate.block:
            self._grid_delegate.block = several
            self.viewport().update()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() is QAbstractItemView.State.EditingState:
            event.ignore()
            return
        if not (self._clipboard_key(event) or self._walking_key(event) or self._editing_key(event)):
            super().keyPressEvent(event)

    def _clipboard_key(self, event: QKeyEvent) -> bool:
        standard = QKeySequence.StandardKey
        for key, do in ((standard.Copy, self.copy), (standard.Cut, self.cut), (standard.Paste, self.paste)):
            if event.matches(key):
                do()
                return True
        return False

    def _walking_key(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers()
        if key in {_Key.Key_Return, _Key.Key_Enter} and not modifiers & _Modifier.ControlModifier:
            if self._at_tail():
                self.line_wanted.emit("")
            else:
                self._walk(0, -1 if modifiers & _Modifier.ShiftModifier else 1)
        elif key == _Key.Key_Home and not modifiers:
            self._go(self.currentIndex().row(), 0)
        elif key == _Key.Key_End and not modifiers:
            self._go(self.currentIndex().row(), self.rows.columnCount() - 1)
        elif key == _Key.Key_Space and modifiers & (_Modifier.ShiftModifier | _Modifier.ControlModifier):
            way = _Flag.Rows if modifiers & _Modifier.ShiftModifier else _Flag.Columns
            self.selectionModel().select(self.currentIndex(), _Flag.ClearAndSelect | way)
        else:
            return False
        return True

    def _editing_key(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers()
        if key == _Key.Key_F2 or (key == _Key.Key_Down and modifiers == _Modifier.AltModifier):
            self.edit_here(offer=key != _Key.Key_F2)
        elif key == _Key.Key_Delete and not modifiers:
            self._empty()
        elif key == _Key.Key_Backspace and not modifiers:
            self.edit_here(clear=True)
        elif writes(event):
            self._type_over(event)
        else:
            return False
        return True

    def _type_over(self, event: QKeyEvent) -> None:
        if self._at_tail():
            self.line_wanted.emit(event.text())
        elif self._may_edit():
            self.edit(self.currentIndex(), _TYPING, event)

    def edit_here(self, *, offer: bool = False, clear: bool = False, text: str = "") -> None:
        """Open the current cell; `offer` opens its list too, `text` stands in it as typed."""
        if not self._may_edit():
            return
        self.edit(self.currentIndex())
        box = self.indexWidget(self.currentIndex())
        if not isinstance(box, CellBox):
            return
        box.deselect()
        if clear or text:
            box.setText("")
            box.insert(text)
            box.setModified(True)
            self._typed_so_far(text)
        if offer:
            box.offer_all()

    def _may_edit(self) -> bool:
        if self.sealed:
            self.sealed_touched.emit()
            return False
        return self.current_row() is not None

    def _at_tail(self) -> bool:
        entry = self.currentIndex().data(ENTRY)
        return entry is not None and isinstance(entry.what, Tail)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        """Tab goes to the next cell; F6 leaves the grid."""
        if self._tab_start is None:
            self._tab_start = self.currentIndex().column()
        self._walk(1 if forward else -1, 0)
        return True

    # Walking

    def _walk(self, columns: int, lines: int) -> None:
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
            self._make_current(self.rows.index(line, column))

    def _make_current(self, index: QModelIndex) -> None:
        """Select one cell, whatever Shift or Ctrl are held for."""
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect)
        self.scrollTo(index)

    def go_to(self, line_id: int, field: str = "") -> None:
        """Make a cell current, in the column of a field where it is shown."""
        fields = [column.key for column in self.rows.columns]
        column = fields.index(field) if field in fields else max(self.currentIndex().column(), 0)
        index = self.rows.index_of(line_id, column)
        if index.isValid():
            self._make_current(index)

    # Typing

    def _typed_so_far(self, text: str) -> None:
        row = self.current_row()
        if row is not None:
            self.typing.emit(row, self.field_at(self.currentIndex()), text)

    def _left(self, box: CellBox, columns: int, lines: int) -> None:
        row, field = self.current_row(), self.field_at(self.currentIndex())
        text, modified = box.taken(), box.isModified() or box.text() != box.taken()
        if columns and self._tab_start is None:
            self._tab_start = self.currentIndex().column()
        self._close_quietly(box)
        if row is not None and (modified or text != shown(field, row.line)):
            self.typed.emit(row, field, text)
        self._walk(columns, lines)

    def _take_everywhere(self, box: CellBox) -> None:
        text = box.taken()
        self._close_quietly(box)
        self.typed_everywhere.emit(self.selected_block(), text)

    def _close_quietly(self, box: CellBox) -> None:
        """Close a box whose words are taken: what was shown while typing stays until they are."""
        self._taking = True
        self._grid_delegate.closeEditor.emit(box, QAbstractItemDelegate.EndEditHint.NoHint)
        self._taking = False

    def closeEditor(self, editor: object, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)  # type: ignore[arg-type] # Qt hands on the widget that it was given
        if not self._taking:
            self.typing_over.emit()

    # Blocks

    def copy(self) -> None:
        """Put the selected block on the clipboard as a spreadsheet takes it."""
        block = self.selected_block()
        rows = {row.line.id: row.line for row, _field in self.selected_cells()}
        texts = [[shown(field, rows[line_id]) for field in block.fields] for line_id in block.line_ids]
        QGuiApplication.clipboard().setText(text_of(texts))

    def cut(self) -> None:
        self.copy()
        self._empty()

    def paste(self) -> None:
        """Paste from the current cell on; a smaller block fills the selection as often as it fits."""
        text = QGuiApplication.clipboard().text()
        if not text:
            return
        if self.sealed:
            self.sealed_touched.emit()
            return
        block = block_of(text)
        chosen = self.selected_block()
        height, width = len(block), max(map(len, block))
        if len(chosen.line_ids) % height == 0 and len(chosen.fields) % width == 0 and chosen.line_ids:
            block = tiled(block, len(chosen.line_ids), len(chosen.fields))
        self.pasted.emit(self._from_current(len(block), max(map(len, block))), block)

    def _from_current(self, height: int, width: int) -> Cells:
        chosen = list(self.selectionModel().selectedIndexes()) or [self.currentIndex()]
        top, left = min(at.row() for at in chosen), min(at.column() for at in chosen)
        under = (self.rows.row_at(self.rows.index(line, 0)) for line in range(top, top + height))
        fields = tuple(column.key for column in self.rows.columns[left : left + width])
        return Cells(tuple(row.line.id for row in under if row is not None), fields)

    def fill_down(self) -> None:
        """Copy the first of the selected lines into the others; a single cell takes what stands above it."""
        if self.sealed:
            self.sealed_touched.emit()
            return
        block = self.selected_block()
        if len(block.line_ids) == 1:
            above = self.rows.row_at(self.rows.index(self.currentIndex().row() - 1, 0))
            if above is None:
                return
            block = Cells((above.line.id, *block.line_ids), block.fields)
        self.filled.emit(block)

    def _empty(self) -> None:
        if self.sealed:
            self.sealed_touched.emit()
            return
        cells: dict[int, list[str]] = {}
        for row, field in self.selected_cells():
            cells.setdefault(row.line.id, []).append(field)
        if cells:
            self.emptied.emit(cells)

    def select_cells(self, cells: Cells) -> None:
        """Select a block by its corners."""
        if not cells.line_ids or not cells.fields:
            return
        keys = [column.key for column in self.rows.columns]
        first = self.rows.index_of(cells.line_ids[0], keys.index(cells.fields[0]))
        last = self.rows.index_of(cells.line_ids[-1], keys.index(cells.fields[-1]))
        if first.isValid() and last.isValid():
            self._make_current(first)
            self.selectionModel().select(QItemSelection(first, last), _Flag.ClearAndSelect)
