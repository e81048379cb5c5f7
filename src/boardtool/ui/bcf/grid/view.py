"""The grid itself: cells typed over as in a spreadsheet, its first columns always in sight."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QWidget

from boardtool.domain.bcf.cells import shown
from boardtool.ui.bcf.grid.blocks import writes
from boardtool.ui.bcf.grid.cell_box import CellBox
from boardtool.ui.bcf.grid.cells_table import CellsTable
from boardtool.ui.bcf.grid.clipboard import GridClipboard
from boardtool.ui.bcf.grid.delegate import GridDelegate
from boardtool.ui.bcf.grid.frozen import COLUMNS, FrozenColumns
from boardtool.ui.bcf.grid.held_lines import HeldLines
from boardtool.ui.bcf.grid.rows import GridRow
from boardtool.ui.bcf.grid.widths import GridWidths
from boardtool.ui.preferences import Preferences
from boardtool.ui.tables.column import Tail
from boardtool.ui.tables.header import HeaderView
from boardtool.ui.tables.row_model import ENTRY, RowModel
from boardtool.ui.theme import sizes

_At = QModelIndex | QPersistentModelIndex
_Key = Qt.Key
_ENTER = {_Key.Key_Return, _Key.Key_Enter}
_COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_TYPING = QAbstractItemView.EditTrigger.AnyKeyPressed


class GridView(CellsTable):
    """Shows `GridRow`s and takes what is typed over them; blocks go through its `clipboard`.

    Signals: `typed(row, field, text)` for one cell; `typing(row, field, text)` at each key of it and
    `typing_over` when it ends without being taken; `typed_everywhere(Cells, text)` for Ctrl+Enter;
    `line_wanted(text)` when one types into the empty last row.
    """

    typed = Signal(object, str, str)
    typing = Signal(object, str, str)
    typing_over = Signal()
    typed_everywhere = Signal(object, str)
    line_wanted = Signal(str)
    sealed_touched = Signal()

    _frozen: FrozenColumns | None = None  # Qt scrolls and sizes before the grid is whole
    _widths: GridWidths | None = None

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
        self.clipboard = GridClipboard(self, may_change=self._may_change)
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
        self._widths = GridWidths(self, model.columns)
        self.sorting = self.let_columns_sort()
        self.horizontalHeader().sectionPressed.disconnect()  # a click sorts; Ctrl+Space selects a column
        self.held = HeldLines(self)
        for edited in (self.typing, self.typed, self.typed_everywhere):
            edited.connect(self.held.hold)
        for edited in (self.clipboard.pasted, self.clipboard.filled, self.clipboard.emptied):
            edited.connect(self.held.hold)
        if model.columnCount() > COLUMNS:
            self._frozen = FrozenColumns(self)
            self.sorting.share_with(self._frozen.horizontalHeader())

    # What is in sight

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The scheme's name takes what room is left; where that is little, the columns scroll."""
        super().resizeEvent(event)
        if self._widths is not None:
            self._widths.fit(event.size().width())

    def _remember(self, section: int, before: int, after: int) -> None:
        if self._widths is not None and not self._widths.fitting:
            super()._remember(section, before, after)

    def _width_of(self, place: int) -> int:
        return super()._width_of(place) if self._widths is None else self._widths.own(place)

    def scrollTo(
        self, index: _At, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a cell into sight, not under the columns that stay; one of these is where it is typed in."""
        super().scrollTo(index, hint)
        if self._frozen is None:
            return
        bar = self.horizontalScrollBar()
        hidden = self._frozen.width_needed() - self.visualRect(index).left()
        if index.column() < COLUMNS:
            bar.setValue(0)
        elif hidden > 0 and bar.value() > 0:
            bar.setValue(bar.value() - hidden)

    @property
    def subject(self) -> str:
        """The field that says what a line is about: its name, in a year without names what it pays for."""
        keys = {column.key for column in self.rows.columns}
        return "name" if "name" in keys else "description"

    def mark_found(self, found: Callable[[GridRow], frozenset[str]] | None) -> None:
        """Mark the cells of the fields that `found` answers for a row; None marks none."""
        if found is not None or self._grid_delegate.found is not None:
            self._grid_delegate.found = found
            self.viewport().update()

    def _selection_changed(self, *_parts: object) -> None:
        several = len(self.selectionModel().selectedIndexes()) > 1
        if several != self._grid_delegate.block:
            self._grid_delegate.block = several
            self.viewport().update()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() is QAbstractItemView.State.EditingState:
            event.ignore()
        elif event.key() in _ENTER and not event.modifiers() & _COMMANDING and self._at_tail():
            self.line_wanted.emit("")
        elif not (self.clipboard.takes(event) or self.walking_key(event) or self._editing_key(event)):
            super().keyPressEvent(event)

    def _editing_key(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers()
        if key == _Key.Key_F2 or (key == _Key.Key_Down and modifiers == Qt.KeyboardModifier.AltModifier):
            self.edit_here(offer=key != _Key.Key_F2)
        elif key == _Key.Key_Delete and not modifiers:
            self.clipboard.empty()
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

    def _may_change(self) -> bool:
        """Whether the plan takes changes; a sealed one says that it does not."""
        if self.sealed:
            self.sealed_touched.emit()
        return not self.sealed

    def _may_edit(self) -> bool:
        return self._may_change() and self.current_row() is not None

    def _at_tail(self) -> bool:
        entry = self.currentIndex().data(ENTRY)
        return entry is not None and isinstance(entry.what, Tail)

    # Typing

    def _typed_so_far(self, text: str) -> None:
        row = self.current_row()
        if row is not None:
            self.typing.emit(row, self.field_at(self.currentIndex()), text)

    def _left(self, box: CellBox, columns: int, lines: int) -> None:
        row, field = self.current_row(), self.field_at(self.currentIndex())
        text, modified = box.taken(), box.isModified() or box.text() != box.taken()
        if columns:
            self.begin_tabbing()
        self._close_quietly(box)
        if row is not None and (modified or text != shown(field, row.line)):
            self.typed.emit(row, field, text)
        self.walk(columns, lines)

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
