"""Lines that become other lines one announced change at a time, so that selection and scrolling stay."""

from collections.abc import Hashable
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex

from boardtool.ui.tables.column import Entry, Heading, Tail
from boardtool.ui.tables.difference import follows, moves_between, runs

R = TypeVar("R")
_At = QModelIndex | QPersistentModelIndex

_FEW_MOVES = 24
_NOWHERE = QModelIndex()


class EntryModel(QAbstractTableModel, Generic[R]):
    """Holds the lines of a table, each an entry with an id that stays its own: rows, headings, a tail."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry[R]] = []

    def rowCount(self, parent: _At = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    # Which entry is where

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

    # Becoming what was arranged, one announced change at a time

    def become(self, wanted: list[Entry[R]]) -> None:
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
            self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))
