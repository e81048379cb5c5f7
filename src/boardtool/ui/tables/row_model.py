"""The rows of a table as Qt sees them, changed line by line so that selection and scrolling stay."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from boardtool.ui.tables.column import Align, Cell, Column, Entry, Heading, Tail
from boardtool.ui.tables.difference import follows, moves_between, runs
from boardtool.ui.tables.sorting import in_order, sort_value

R = TypeVar("R")
_At = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole

CELL = _Role.UserRole + 1
ENTRY = _Role.UserRole + 2
SORT = _Role.UserRole + 3

_FEW_MOVES = 24
_NOWHERE = QModelIndex()


class RowModel(QAbstractTableModel, Generic[R]):
    """Rows under declared columns, known by an id each.

    `set_rows` may be called with everything anew as often as wished: only lines that came, went, moved or
    changed are announced. `group` answers the heading that a row stands under; groups appear in the order
    of their first row. Sorting keeps the groups and orders within them.
    """

    def __init__(
        self,
        columns: Sequence[Column[R]],
        *,
        key: Callable[[R], Hashable],
        group: Callable[[R], Heading] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._key = key
        self._group = group
        self._entries: list[Entry[R]] = []
        self._rows: tuple[R, ...] = ()
        self._tail: Tail | None = None
        self._sorted: tuple[int, Qt.SortOrder] | None = None
        self.draggable = False

    # What pages call

    def set_rows(self, rows: Iterable[R]) -> None:
        self._rows = tuple(rows)
        self._become(self._arranged())

    def set_tail(self, tail: Tail | None) -> None:
        self._tail = tail
        self._become(self._arranged())

    def name_columns(self, headings: Mapping[str, str]) -> None:
        """Give columns other headings, by their keys; a long one is told whole under the pointer."""
        named = tuple(
            replace(column, heading=headings.get(column.key, column.heading)) for column in self.columns
        )
        if named != self.columns:
            self.columns = named
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(named) - 1)

    @property
    def rows(self) -> tuple[R, ...]:
        """The rows as they were given, whatever the sorting."""
        return self._rows

    def row_at(self, index: _At) -> R | None:
        """The row at an index, or None on a heading, a tail or nowhere."""
        entry = self.entry_at(index)
        if entry is None or isinstance(entry.what, Heading | Tail):
            return None
        return entry.what

    def entry_at(self, index: _At) -> Entry[R] | None:
        return self._entries[index.row()] if index.isValid() else None

    def index_of(self, identity: Hashable, column: int = 0) -> QModelIndex:
        for place, entry in enumerate(self._entries):
            if entry.id == identity:
                return self.index(place, column)
        return QModelIndex()

    def id_at(self, index: _At) -> Hashable | None:
        entry = self.entry_at(index)
        return entry.id if entry is not None else None

    def spanning(self) -> list[int]:
        """The lines that are headings."""
        return [place for place, entry in enumerate(self._entries) if isinstance(entry.what, Heading)]

    def position_before(self, line: int, *, moving: int) -> int:
        """How many rows stand above a line, headings and the moving row itself not counted."""
        above = (self._entries[place] for place in range(min(line, len(self._entries))) if place != moving)
        return sum(1 for entry in above if not isinstance(entry.what, Heading | Tail))

    # What Qt calls

    def rowCount(self, parent: _At = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: _At = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _At, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == ENTRY:
            return entry
        column = self.columns[index.column()]
        if isinstance(entry.what, Heading):
            return self._heading_data(entry.what, index.column(), role)
        cell = entry.what.cells.get(column.key, Cell()) if isinstance(entry.what, Tail) else None
        if role == SORT:
            return None if isinstance(entry.what, Tail) else sort_value(column, entry.what)
        if role == _Role.ToolTipRole and not isinstance(entry.what, Tail) and column.tooltip:
            return column.tooltip(entry.what) or None
        if cell is None and not isinstance(entry.what, Tail):
            cell = column.cell(entry.what)
        return self._cell_data(cell or Cell(), column, role)

    def _heading_data(self, heading: Heading, column: int, role: int) -> object:
        if column == 0 and role == _Role.DisplayRole:
            return heading.title
        if column == 0 and role == _Role.AccessibleTextRole:
            return f"{heading.title}, {heading.count}" if heading.count else heading.title
        return None

    def _cell_data(self, cell: Cell, column: Column[R], role: int) -> object:
        if role == CELL:
            return cell
        if role == _Role.DisplayRole:
            return cell.text
        if role == _Role.AccessibleTextRole:
            return cell.aloud
        if role == _Role.TextAlignmentRole:
            return alignment(column)
        if role == _Role.CheckStateRole and cell.checked is not None:
            return Qt.CheckState.Checked if cell.checked else Qt.CheckState.Unchecked
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role in {_Role.DisplayRole, _Role.AccessibleTextRole, _Role.ToolTipRole}:
            return column.heading
        if role == _Role.TextAlignmentRole:
            return alignment(column)
        return None

    def flags(self, index: _At) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        entry = self.entry_at(index)
        if entry is None:
            return flag.ItemIsDropEnabled if self.draggable else flag.NoItemFlags
        flags = flag.ItemIsEnabled | flag.ItemIsSelectable
        if isinstance(entry.what, Heading | Tail):
            return flags
        column = self.columns[index.column()]
        if column.edit is not None:
            flags |= flag.ItemIsEditable
        if column.tick is not None and column.cell(entry.what).checked is not None:
            flags |= flag.ItemIsUserCheckable
        if self.draggable:
            flags |= flag.ItemIsDragEnabled
        return flags

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def setData(self, index: _At, value: object, role: int = _Role.EditRole) -> bool:
        """Take a tick; words and dates go through the column's edit, from the delegate."""
        row = self.row_at(index)
        if row is None or role != _Role.CheckStateRole:
            return False
        tick = self.columns[index.column()].tick
        if tick is None:
            return False
        tick(row, Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted = (column, order) if 0 <= column < len(self.columns) else None
        self._become(self._arranged())

    # Arranging

    def _arranged(self) -> list[Entry[R]]:
        rows = list(self._rows)
        if self._sorted is not None:
            at, order = self._sorted
            rows = in_order(rows, self.columns[at], order)
        entries = self._grouped(rows)
        if self._tail is not None:
            entries.append(Entry(("tail", self._tail.id), self._tail))
        return entries

    def _grouped(self, rows: Sequence[R]) -> list[Entry[R]]:
        if self._group is None:
            return [Entry(self._key(row), row) for row in rows]
        groups: dict[str, tuple[Heading, list[R]]] = {}
        for row in self._rows:
            heading = self._group(row)
            groups.setdefault(heading.title, (heading, []))
        for row in rows:
            groups[self._group(row).title][1].append(row)
        entries: list[Entry[R]] = []
        for heading, members in groups.values():
            entries.append(Entry(("heading", heading.title), heading))
            entries.extend(Entry(self._key(row), row) for row in members)
        return entries

    # Becoming what was arranged, one announced change at a time

    def _become(self, wanted: list[Entry[R]]) -> None:
        self._remove_all_but({entry.id for entry in wanted})
        order = [entry.id for entry in wanted]
        self._reorder(order)
        self._insert_missing(wanted)
        self._update(wanted)

    def _remove_all_but(self, kept: set[Hashable]) -> None:
        gone = [place for place, entry in enumerate(self._entries) if entry.id not in kept]
        for first, last in reversed(runs(gone)):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._entries[first : last + 1]
            self.endRemoveRows()

    def _reorder(self, order: list[Hashable]) -> None:
        held = [entry.id for entry in self._entries]
        present = set(held)
        wanted = [identity for identity in order if identity in present]
        if follows(held, wanted):
            return
        moves = moves_between(held, wanted, at_most=_FEW_MOVES)
        if moves is None:
            self._lay_out_anew(wanted)
            return
        for source, target in moves:
            self.beginMoveRows(QModelIndex(), source, source, QModelIndex(), target)
            moved = self._entries.pop(source)
            self._entries.insert(target - (target > source), moved)
            self.endMoveRows()

    def _lay_out_anew(self, wanted: list[Hashable]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [self._entries[index.row()].id for index in before]
        by_id = {entry.id: entry for entry in self._entries}
        self._entries = [by_id[identity] for identity in wanted]
        place = {identity: at for at, identity in enumerate(wanted)}
        after = [
            self.index(place[identity], index.column()) for identity, index in zip(held, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _insert_missing(self, wanted: list[Entry[R]]) -> None:
        present = {entry.id for entry in self._entries}
        missing = [place for place, entry in enumerate(wanted) if entry.id not in present]
        for first, last in runs(missing):
            self.beginInsertRows(QModelIndex(), first, last)
            self._entries[first:first] = wanted[first : last + 1]
            self.endInsertRows()

    def _update(self, wanted: list[Entry[R]]) -> None:
        changed = [
            place
            for place, (held, entry) in enumerate(zip(self._entries, wanted, strict=True))
            if held.what != entry.what
        ]
        for first, last in runs(changed):
            self._entries[first : last + 1] = wanted[first : last + 1]
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))


def alignment(column: Column[R]) -> Qt.AlignmentFlag:
    side = {
        Align.LEFT: Qt.AlignmentFlag.AlignLeft,
        Align.RIGHT: Qt.AlignmentFlag.AlignRight,
        Align.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    }[column.align]
    return side | Qt.AlignmentFlag.AlignVCenter
