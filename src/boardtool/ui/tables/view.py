"""The table on a page: edge to edge, hairlines, and everything from the keyboard."""

from collections.abc import Hashable
from typing import Generic, TypeVar, cast

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from boardtool.ui.preferences import Preferences
from boardtool.ui.tables.column import Heading, Tail
from boardtool.ui.tables.column_sorting import ColumnSorting
from boardtool.ui.tables.editors import EditingDelegate
from boardtool.ui.tables.header import HeaderView
from boardtool.ui.tables.row_model import ENTRY, RowModel
from boardtool.ui.theme import fonts, sizes

R = TypeVar("R")
_At = QModelIndex | QPersistentModelIndex

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class TableView(QTableView, Generic[R]):
    """Shows a `RowModel`; answers Enter, F2, Space, Home, End, type-ahead and Alt+Up/Down.

    Signals: `opened(row)` for Enter or a double click where the cell is not edited; `current_changed(row)`
    with None on a heading; `tail_opened(id)`; `dropped(id, position)` when a row was dragged or moved by
    Alt+Up/Down, with the position among the rows where it is to go (the page calls the use case).
    """

    opened = Signal(object)
    current_changed = Signal(object)
    tail_opened = Signal(str)
    dropped = Signal(object, int)

    def __init__(
        self,
        model: RowModel[R],
        *,
        name: str,
        accessible: str,
        row: int = sizes.ROW,
        group_row: int = sizes.GROUP,
        preferences: Preferences | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._preferences = preferences
        self._row_height = fonts.scaled(row)
        self._group_height = fonts.scaled(group_row)
        self._awaited: tuple[Hashable, str] | None = None
        self._held_back: frozenset[str] = frozenset()
        self.setAccessibleName(accessible)
        self._delegate = EditingDelegate(self)
        self.setItemDelegate(self._delegate)
        self._look()
        self.setHorizontalHeader(HeaderView(self))
        self.setModel(model)
        self._columns()
        for changed in (model.rowsInserted, model.rowsRemoved, model.rowsMoved, model.layoutChanged):
            changed.connect(self._lay_out_headings)
        model.rowsInserted.connect(self._choose_awaited)
        self._lay_out_headings()
        self.doubleClicked.connect(self._open)

    def _look(self) -> None:
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        lines = self.verticalHeader()
        lines.hide()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setMinimumSectionSize(16)
        lines.setDefaultSectionSize(self._row_height)

    @property
    def rows(self) -> RowModel[R]:
        return cast("RowModel[R]", self.model())

    # Choosing

    def current_row(self) -> R | None:
        return self.rows.row_at(self.currentIndex())

    def chosen_rows(self) -> list[R]:
        """The selected rows in the order of the screen."""
        places = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        rows = [self.rows.row_at(self.rows.index(place, 0)) for place in places]
        return [row for row in rows if row is not None]

    def choose(self, identity: Hashable, *, edit: str = "") -> None:
        """Make a row current, now or as soon as it arrives; `edit` names a column to open for editing."""
        column = self._column_place(edit) if edit else max(self.currentIndex().column(), 0)
        index = self.rows.index_of(identity, column)
        if not index.isValid():
            self._awaited = (identity, edit)
            return
        self._awaited = None
        self.setCurrentIndex(index)
        self.scrollTo(index)
        if edit:
            self.edit(index)

    def _choose_awaited(self) -> None:
        if self._awaited is not None:
            self.choose(self._awaited[0], edit=self._awaited[1])

    def _column_place(self, key: str) -> int:
        return next(at for at, column in enumerate(self.rows.columns) if column.key == key)

    def currentChanged(self, current: _At, previous: _At) -> None:
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.viewport().update()
        self.current_changed.emit(self.rows.row_at(current))

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() is QAbstractItemView.State.EditingState:
            event.ignore()  # Enter went through the editor, which closes in a moment
            return
        key, modifiers = event.key(), event.modifiers()
        index = self.currentIndex()
        if key in _ENTER and not modifiers:
            self._open(index)
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down} and modifiers == Qt.KeyboardModifier.AltModifier:
            self._nudge(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Space and not modifiers:
            self._tick_or_select(index)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End} and not modifiers:
            self._go_to_end(last=key == Qt.Key.Key_End)
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY)
        if entry is None or isinstance(entry.what, Heading):
            return
        if isinstance(entry.what, Tail):
            if not self.rows.read_only:  # the line at the end is for a new row
                self.tail_opened.emit(entry.what.id)
        elif index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
        else:
            self.opened.emit(entry.what)

    def _tick_or_select(self, index: QModelIndex) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
            self.rows.setData(index, state, Qt.ItemDataRole.CheckStateRole)
            return
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(index, flag.Toggle | flag.Rows)

    def _go_to_end(self, *, last: bool) -> None:
        places = range(self.rows.rowCount())
        for place in reversed(places) if last else places:
            index = self.rows.index(place, max(self.currentIndex().column(), 0))
            if self.rows.row_at(index) is not None:
                self.setCurrentIndex(index)
                return

    def keyboardSearch(self, typed: str) -> None:
        """Look in the subject column, wherever the current cell is."""
        at = self.currentIndex()
        subject = next((i for i, column in enumerate(self.rows.columns) if column.stretch), 0)
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self.rows.index(max(at.row(), 0), subject), flag.NoUpdate)
        super().keyboardSearch(typed)
        self.setCurrentIndex(self.rows.index(self.currentIndex().row(), max(at.column(), 0)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        super().mouseReleaseEvent(event)
        if index.isValid() and isinstance(index.data(ENTRY).what, Tail):
            self._open(index)

    # The pointer

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.indexAt(event.position().toPoint()).row())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, place: int) -> None:
        if place != self._delegate.hovered:
            self._delegate.hovered = place
            self.viewport().update()

    # Moving rows

    def let_rows_move(self) -> None:
        """Allow dragging and Alt+Up/Down; `dropped` says where a row is to go."""
        self.rows.draggable = True
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)

    def dropEvent(self, event: QDropEvent) -> None:
        row = self.current_row()
        if row is None:
            return
        place = self._place_under(event.position().toPoint())
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self._drop(place)

    def _place_under(self, point: QPoint) -> int:
        index = self.indexAt(point)
        if not index.isValid():
            return self.rows.rowCount()
        return index.row() + (point.y() > self.visualRect(index).center().y())

    def _nudge(self, by: int) -> None:
        if self.rows.draggable and not self.rows.read_only:
            place = self.currentIndex().row()
            self._drop(place - 1 if by < 0 else place + 2)

    def _drop(self, before: int) -> None:
        current = self.currentIndex()
        position = self.rows.position_before(before, moving=current.row())
        if before >= 0 and position != self.rows.position_before(current.row(), moving=current.row()):
            self.dropped.emit(self.rows.id_at(current), position)

    # Widths and heights

    def _columns(self) -> None:
        header = self.horizontalHeader()
        remembered = self._preferences.column_widths(self._name) if self._preferences else {}
        for place, column in enumerate(self.rows.columns):
            if column.stretch:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
            else:
                header.resizeSection(place, remembered.get(column.key, fonts.scaled(column.width)))
        header.sectionResized.connect(self._remember)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_columns(event.size().width())
        super().resizeEvent(event)

    def hold_back(self, *keys: str) -> None:
        """Hide these of the columns that give way, since they have nothing to say of any row."""
        self._held_back = frozenset(keys)
        self._fit_columns(self.viewport().width())

    def _fit_columns(self, width: int) -> None:
        """In little room some columns give way, so that what the rows are about can still be read."""
        for place, column in enumerate(self.rows.columns):
            if column.gives_way:
                room = width >= fonts.scaled(column.gives_way)
                self.setColumnHidden(place, not room or column.key in self._held_back)

    def _remember(self, _section: int, _before: int, _after: int) -> None:
        if self._preferences is None or not self.isVisible():
            return
        header = self.horizontalHeader()
        widths = {
            column.key: self._width_of(place)
            for place, column in enumerate(self.rows.columns)
            if not column.stretch and not header.isSectionHidden(place)
        }
        kept = self._preferences.column_widths(self._name)
        self._preferences.remember_column_widths(self._name, {**kept, **widths})

    def _width_of(self, place: int) -> int:
        return self.horizontalHeader().sectionSize(place)

    def _lay_out_headings(self) -> None:
        self.clearSpans()
        lines = self.verticalHeader()
        headings = set(self.rows.spanning())
        for place in range(self.rows.rowCount()):
            height = self._group_height if place in headings else self._row_height
            if lines.sectionSize(place) != height:
                lines.resizeSection(place, height)
        if self.rows.columnCount() > 1:
            for place in headings:
                self.setSpan(place, 0, 1, self.rows.columnCount())

    # Sorting

    def let_columns_sort(
        self, key: str = "", order: Qt.SortOrder = Qt.SortOrder.AscendingOrder
    ) -> ColumnSorting[R]:
        """Sort by a click on a heading or Ctrl+Shift+O; `key` names the column sorted by at first."""
        return ColumnSorting(self, self.rows, key=key, order=order)
