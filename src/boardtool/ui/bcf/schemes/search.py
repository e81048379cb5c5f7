"""What is sought in the lines: in which cells it stands, how many there are, and the way between them."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from boardtool.domain.bcf.line_filter import fields_with, words_sought
from boardtool.ui.bcf.grid.rows import GridRow
from boardtool.ui.bcf.grid.view import GridView
from boardtool.ui.bcf.schemes.filters import LineFilters

if TYPE_CHECKING:
    from boardtool.domain.bcf.plans import Line
    from boardtool.ui.tables.row_model import RowModel

Place = tuple[int, int]
_ALOUD = Qt.ItemDataRole.AccessibleTextRole


class GridSearch(QObject):
    """Marks the cells in which the words of the find field stand, counts them, and goes to the next.

    The lines without the words are not shown, as in every table of the program; a line that has them only in
    a column which is not shown is found at its name.
    """

    def __init__(self, filters: LineFilters, *, grid: Callable[[], GridView]) -> None:
        super().__init__()
        self._filters = filters
        self._grid = grid
        self._words: tuple[str, ...] = ()
        self._known: dict[int, tuple[Line, frozenset[str]]] = {}
        self._watched: RowModel[GridRow] | None = None
        self._found: list[Place] | None = None
        filters.find.stepped.connect(self.step)
        filters.stepped.connect(self.step)

    def show(self) -> None:
        """Mark and count what is found among the lines that are shown now; new words are gone to at once."""
        words = words_sought(self._filters.find.text())
        new, self._words = words != self._words, words
        self._found = None
        if new:
            self._known.clear()
        self._grid().mark_found(self._fields if words else None)
        if new and words:
            self._go(1, here=True)
        self.count()

    def step(self, by: int) -> None:
        """Go to the next cell in which the words stand, or the one before; begin to seek where none are."""
        if not self._words:
            self._filters.find.begin()
            return
        self._go(by)
        self.count()

    def count(self) -> None:
        """Say how many cells were found, and which of them the current one is."""
        places = self._places() if self._words else []
        at = self._current()
        place = bisect_left(places, at)
        if places[place : place + 1] == [at]:
            self._filters.show_found(f"{place + 1:,} of {len(places):,}")
        else:
            self._filters.show_found(f"{len(places):,} found" if places else "")

    def _go(self, by: int, *, here: bool = False) -> None:
        places, at = self._places(), self._current()
        if not places or (here and at in places):
            return
        place = bisect_right(places, at) if by > 0 else bisect_left(places, at) - 1
        wanted = places[place % len(places)]
        grid = self._grid()
        index = grid.rows.index(*wanted)
        grid.make_current(index)
        if QAccessible.isActive() and not grid.hasFocus():
            said = str(index.data(_ALOUD) or "")
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(grid, said))

    def _current(self) -> Place:
        index = self._grid().currentIndex()
        return index.row(), index.column()

    def _places(self) -> list[Place]:
        """Line and column of every cell that is found, sought once until the rows are others."""
        rows = self._grid().rows
        if rows is not self._watched:
            self._watch(rows)
        if self._found is None:
            self._found = places_of(rows, self._fields)
        return self._found

    def _watch(self, rows: "RowModel[GridRow]") -> None:
        """The grid is made anew with its columns, and its rows with it."""
        self._watched, self._found = rows, None
        for changed in (
            rows.rowsInserted,
            rows.rowsRemoved,
            rows.rowsMoved,
            rows.dataChanged,
            rows.layoutChanged,
            rows.modelReset,
        ):
            changed.connect(self._forget)

    def _forget(self, *_where: object) -> None:
        self._found = None

    def _fields(self, row: GridRow) -> frozenset[str]:
        """The fields whose cells are found; those of a line are asked for once, until it is another."""
        line = row.line
        known = self._known.get(line.id)
        if known is None or known[0] is not line:
            known = self._known[line.id] = (line, fields_with(self._words, line))
        shown = known[1] & {column.key for column in self._grid().rows.columns}
        return shown or frozenset({self._grid().subject})


def places_of(rows: "RowModel[GridRow]", fields: Callable[[GridRow], frozenset[str]]) -> list[Place]:
    """Line and column of every cell whose field `fields` answers for its row, from top to bottom."""
    keys = [column.key for column in rows.columns]
    found = []
    for line in range(rows.rowCount()):
        row = rows.row_at(rows.index(line, 0))
        if row is not None:
            sought = fields(row)
            found += [(line, column) for column, key in enumerate(keys) if key in sought]
    return found
