"""Where the grid stands: made anew when its columns are others, with words in its stead where no line is."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from boardtool.domain.bcf.plans import Line
from boardtool.ui.bcf.grid.columns import Shown, grid_columns, options
from boardtool.ui.bcf.grid.rows import GridRow, rows_apart, rows_of
from boardtool.ui.bcf.grid.view import GridView
from boardtool.ui.bcf.open_plan import OpenPlan
from boardtool.ui.context import Context
from boardtool.ui.tables.column import Cell, Tail
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.layouts import clear

SortedBy = tuple[str, Qt.SortOrder]
Typed = Callable[[GridRow, str, str], None]


class GridPlace(QStackedWidget):
    """Shows the grid of the moment, `empty` where the plan has no lines, `nothing` where none is wanted.

    `made(grid)` names a grid that was just made, to be listened to. A sort outlives its grid: it comes back
    as soon as its column is shown.
    """

    made = Signal(object)
    turned = Signal()

    def __init__(
        self, context: Context, plan: OpenPlan, *, typed: Typed, empty: QWidget, nothing: QWidget
    ) -> None:
        super().__init__()
        self._context = context
        self._plan = plan
        self._typed = typed
        self._empty = empty
        self._nothing = nothing
        self._made_for: tuple[str, Shown] | None = None
        self._sorted_by: SortedBy | None = None
        self._tailed = False
        self._holder = QWidget()
        self._held = QVBoxLayout(self._holder)
        self._held.setContentsMargins(0, 0, 0, 0)
        for shown in (self._holder, empty, nothing):
            self.addWidget(shown)
        self.grid = self._make(Shown.MAIN)

    @property
    def shown(self) -> QWidget:
        """The grid, or what stands in its stead."""
        stands = self.currentWidget()
        return self.grid if stands is None or stands is self._holder else stands

    @property
    def sorted_by(self) -> SortedBy | None:
        """The field by which the lines are sorted in the grid of the moment, and which way."""
        return self.grid.rows.sorted_by

    def show_columns(self, which: Shown) -> None:
        """Make the grid anew, if its columns are not those of the plan's year and of the choice."""
        case = self._plan.case
        wanted = None if case is None else (case.lists.year, which)
        if wanted != self._made_for:
            self._made_for = wanted
            self.grid = self._make(which)
            self.made.emit(self.grid)

    def show_lines(self, lines: Sequence[Line], *, may_add: bool) -> None:
        """Show these lines; the empty last one is there where a line can be added."""
        rows = rows_of if self.sorted_by is None else rows_apart
        self.grid.rows.set_rows(rows(lines, self._plan.marks))
        if may_add is not self._tailed:
            self._tailed = may_add
            self.grid.rows.set_tail(_tail() if may_add else None)

    def show_body(self, *, any_lines: bool, any_rows: bool) -> None:
        self.setCurrentWidget(self._holder if any_rows else self._nothing if any_lines else self._empty)

    def _make(self, which: Shown) -> GridView:
        case = self._plan.case
        columns = () if case is None else grid_columns(case.lists, which, self._typed)
        model: RowModel[GridRow] = RowModel(columns, key=lambda row: row.line.id)
        preferences = self._context.preferences
        grid = GridView(model, name=f"bcf {which}", words=self._words, preferences=preferences)
        self._tailed = False
        clear(self._held)
        self._held.addWidget(grid)
        if self._sorted_by is not None:
            grid.sorting.sort_by(*self._sorted_by)
        grid.sorting.turned.connect(self._turned)
        return grid

    def _words(self, field: str, row: GridRow) -> Sequence[str]:
        case = self._plan.case
        return () if case is None else options(case.lists, field, row)

    def _turned(self) -> None:
        """Another order is wanted: sorted lines are looked at from the top, the plan's from where one is."""
        self._sorted_by = self.sorted_by
        self.turned.emit()
        grid = self.grid
        at = grid.currentIndex()
        if self._sorted_by is not None:
            grid.make_current(grid.rows.index(0, max(at.column(), 0)))
        else:
            grid.scrollTo(at)


def _tail() -> Tail:
    return Tail("new", {"name": Cell("New line\u2026", tone=Tone.FAINT, key="Ctrl N")})
