"""The rows of a table under its columns: grouped, in order, and what Qt asks of each cell."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from boardtool.ui.tables.column import Align, Cell, Column, Entry, Heading, Tail
from boardtool.ui.tables.entry_model import EntryModel
from boardtool.ui.tables.sorting import as_they_stood, in_order, sort_value

R = TypeVar("R")
_At = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole

CELL = _Role.UserRole + 1
ENTRY = _Role.UserRole + 2
SORT = _Role.UserRole + 3

_NOWHERE = QModelIndex()


class RowModel(EntryModel[R]):
    """Rows under declared columns, known by an id each.

    `set_rows` may be called with everything anew as often as wished: only lines that came, went, moved or
    changed are announced. `group` answers the heading that a row stands under; groups appear in the order
    of their first row. Sorting keeps the groups and orders within them; while the order is held, rows that
    change stay where they are.
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
        self._rows: tuple[R, ...] = ()
        self._tail: Tail | None = None
        self._sorted: tuple[int, Qt.SortOrder] | None = None
        self._held: Mapping[Hashable, int] | None = None
        self.draggable = False
        self.read_only = False

    # What pages call

    def set_rows(self, rows: Iterable[R]) -> None:
        self._rows = tuple(rows)
        self.become(self._arranged())

    def set_tail(self, tail: Tail | None) -> None:
        self._tail = tail
        self.become(self._arranged())

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

    # What Qt calls

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
        if role == _Role.AccessibleTextRole:
            return f"{column.heading}{self._order_aloud(section)}"
        if role in {_Role.DisplayRole, _Role.ToolTipRole}:
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
        if self.read_only:
            return flags
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

    # Order

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by a column; -1 puts them back as they were given."""
        self._sorted = (column, order) if 0 <= column < len(self.columns) else None
        self._held = None
        self.become(self._arranged())
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    @property
    def sorted_by(self) -> tuple[str, Qt.SortOrder] | None:
        """The key of the column that orders the rows, and which way; None as they were given."""
        return None if self._sorted is None else (self.columns[self._sorted[0]].key, self._sorted[1])

    def hold_order(self) -> None:
        """Let no row that changes jump away from where it stands, until the order is released."""
        if self._sorted is not None and self._held is None:
            self._held = {entry.id: place for place, entry in enumerate(self._entries)}

    def release_order(self) -> None:
        if self._held is not None:
            self._held = None
            self.become(self._arranged())

    def _order_aloud(self, section: int) -> str:
        if self._sorted is None or self._sorted[0] != section:
            return ""
        rising = self._sorted[1] is Qt.SortOrder.AscendingOrder
        return f", sorted {'upwards' if rising else 'downwards'}"

    # Arranging

    def _arranged(self) -> list[Entry[R]]:
        rows = list(self._rows)
        if self._held is not None:
            rows = as_they_stood(rows, self._key, self._held)
        elif self._sorted is not None:
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


def alignment(column: Column[R]) -> Qt.AlignmentFlag:
    side = {
        Align.LEFT: Qt.AlignmentFlag.AlignLeft,
        Align.RIGHT: Qt.AlignmentFlag.AlignRight,
        Align.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    }[column.align]
    return side | Qt.AlignmentFlag.AlignVCenter
