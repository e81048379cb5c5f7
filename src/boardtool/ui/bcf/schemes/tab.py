"""The Schemes tab: the lines of the plan in a grid, with every check live while one types."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardtool.domain.bcf.plans import Line
from boardtool.domain.bcf.pool import summed
from boardtool.domain.bcf.totals import totals
from boardtool.ui.bcf.grid.columns import Shown, sorting_words
from boardtool.ui.bcf.grid.rows import GridRow
from boardtool.ui.bcf.grid.view import GridView
from boardtool.ui.bcf.nothing_yet import NothingYet
from boardtool.ui.bcf.open_plan import SEALED, OpenPlan
from boardtool.ui.bcf.schemes.current_line import CurrentLine
from boardtool.ui.bcf.schemes.edits import LineEdits
from boardtool.ui.bcf.schemes.filters import LineFilters
from boardtool.ui.bcf.schemes.findings_walk import FindingsWalk
from boardtool.ui.bcf.schemes.footer import Footer
from boardtool.ui.bcf.schemes.grid_place import GridPlace
from boardtool.ui.bcf.schemes.panel import LINE, MONEY, SchemesPanel
from boardtool.ui.bcf.schemes.search import GridSearch
from boardtool.ui.bcf.tab import Going, PlanTab
from boardtool.ui.context import Context
from boardtool.ui.messages import Link
from boardtool.ui.page import KeyHint
from boardtool.ui.places import Place
from boardtool.ui.widgets.notices import EmptyState

_SHOWN = "bcf/columns"
SORTED = (
    "The lines are sorted. Put them back in the order of the plan (Plan order, under the lines), "
    "then move them."
)
NARROWED = "Not every line is shown. Clear the filter, then move the lines."


class SchemesTab(PlanTab):
    """Joins strip, chips, grid, sums and panel; every edit goes through the open plan or one use case."""

    def __init__(self, context: Context, plan: OpenPlan, going: Going) -> None:
        super().__init__(context, plan, going)
        self.filters = LineFilters()
        self.findings = FindingsWalk(
            plan, self.filters, go_to=self.go_to, all_checks=lambda: going.go(Place("bcf", tab="checks"))
        )
        self.strip = self.findings.strip
        self.footer = Footer()
        self.panel = SchemesPanel(
            take=self.findings.take,
            type_minimum=lambda: going.go(Place("bcf", tab="income")),
            go=context.navigate,
        )
        self._any_lines = True
        self._was_at = (0, "")
        self.edits = LineEdits(context, plan, self, grid=lambda: self.grid, say=going.say)
        self._current = CurrentLine(context, plan, self.panel, grid=lambda: self.grid)
        self.search = GridSearch(self.filters, grid=lambda: self.grid)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.empty = NothingYet(
            "No lines yet. You can",
            Link("add the first line,", lambda: self.edits.add_line("")),
            Link("paste them from a workbook,", self.edits.paste_lines),
            "or",
            Link("import the national workbook.", self.going.import_plan),
        )
        self.nothing = EmptyState("Nothing matches.", "Clear the filter", self.filters.rest)
        self.place = GridPlace(
            self.context, self.plan, typed=self._typed, empty=self.empty, nothing=self.nothing
        )
        middle = QWidget()
        rows = QVBoxLayout(middle)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.place, 1)
        rows.addWidget(self.footer)
        self.set_chips(self.filters.bar)
        self.set_bar(self.strip)
        self._beside = self.set_body(middle, self.panel)

    def _connect(self) -> None:
        self.place.made.connect(self._listen)
        self.place.turned.connect(self._show_rows)
        self.filters.changed.connect(self._filtered)
        self.filters.shown.connect(self._show_columns)
        self.footer.chosen.connect(lambda _by: self._show_rows())
        self.footer.plan_order.connect(self.sort_as_the_plan)
        self.panel.money.year.chosen.connect(lambda _year: self._show_rows())
        self.filters.columns.choose(self.context.preferences.choice(_SHOWN, Shown.MAIN))
        self.filters.find.left.connect(self._back_to_grid)
        self.edits.offer_commands()
        self._offer_commands()

    def _offer_commands(self) -> None:
        offer = partial(self.context.commands.add, self)
        offer("Move lines up", partial(self._move_lines, -1), keys="Alt+Shift+Up", writes=True)
        offer("Move lines down", partial(self._move_lines, 1), keys="Alt+Shift+Down", writes=True)
        offer("Sort by this column", self._sort_by_current)
        offer("Sort as the plan", self.sort_as_the_plan)
        offer("Next finding", partial(self.findings.step, 1), keys="F8")
        offer("Previous finding", partial(self.findings.step, -1), keys="Shift+F8")
        offer("Take the mend", self.findings.take_first, keys="Ctrl+M", writes=True)
        offer("Money or line at the right", self.show_line, keys="Ctrl+J")
        offer("Find in schemes", self.filters.find.begin, keys="Ctrl+F")
        offer("Next found", partial(self.search.step, 1), keys="F3")
        offer("Previous found", partial(self.search.step, -1), keys="Shift+F3")
        for number, which in enumerate(Shown, 1):
            offer(f"Columns: {which}", partial(self.show_columns, which), keys=f"Alt+{number}")

    # What a tab is asked

    def panes(self) -> Sequence[QWidget]:
        return (self.place.shown, self.panel, self.strip)

    def key_hints(self) -> Sequence[KeyHint]:
        return (
            KeyHint(("F2",), "edit cell"),
            KeyHint(("Ctrl D",), "copy down"),
            KeyHint(("F8",), "next finding"),
        )

    def choose(self, place: Place) -> None:
        if place.id is not None:
            self.go_to(place.id, "")

    def fill(self) -> None:
        case = self.plan.case
        if case is None:
            return
        self.place.show_columns(Shown(self.filters.columns.value))
        self.filters.know(case.lists, case.whole.lines)
        self.panel.money.know(case.whole.plan.periods)
        self.grid.sealed = self.plan.is_sealed
        self.strip.show_findings()
        self._show_rows()

    # The grid

    @property
    def grid(self) -> GridView:
        """The grid of the moment, for it is made anew when its columns are others."""
        return self.place.grid

    def _listen(self, grid: GridView) -> None:
        grid.typed.connect(self._typed)
        grid.typing.connect(self._typing)
        grid.typing_over.connect(self.plan.stop_preview)
        grid.typed_everywhere.connect(self.edits.type_everywhere)
        grid.clipboard.pasted.connect(self.edits.paste)
        grid.clipboard.filled.connect(self.edits.fill)
        grid.clipboard.emptied.connect(self.edits.empty)
        grid.line_wanted.connect(self.edits.add_line)
        grid.sealed_touched.connect(self._say_sealed)
        grid.current_changed.connect(lambda _row: self._current.show())
        grid.held.released.connect(self._released)
        grid.current_changed.connect(lambda _row: self.search.count())

    def _typed(self, row: GridRow, field: str, text: str) -> None:
        self.plan.type_over(row.line.id, field, text)

    def _typing(self, row: GridRow, field: str, text: str) -> None:
        self.plan.preview(row.line.id, field, text)

    def _say_sealed(self) -> None:
        self.going.say(SEALED)

    def _show_columns(self, which: Shown) -> None:
        row, field = self.grid.current_row(), self._current_field()
        had_focus = self.grid.hasFocus()
        self.context.preferences.remember_choice(_SHOWN, which.value)
        self.fill()
        if row is not None:
            self.grid.go_to(row.line.id, field)
        if had_focus:
            self.grid.setFocus()

    def show_columns(self, which: Shown) -> None:
        self.filters.columns.choose(which.value)

    def _current_field(self) -> str:
        index = self.grid.currentIndex()
        return self.grid.field_at(index) if index.isValid() else ""

    # Showing

    def _filtered(self) -> None:
        """Other lines are wanted: those that were held while one typed are so no longer."""
        self.grid.held.let_go()
        self._show_rows()

    def _released(self) -> None:
        """A line that was edited is left: if the filter does not want it any more, it goes now."""
        if self.filters.wanted.narrows:
            self._show_rows()

    def _show_rows(self) -> None:
        case = self.plan.case
        if case is None:
            return
        wanted = self.filters.wanted
        lines = wanted.wanted(case.whole.lines)
        shown = self._with_held(lines, case.whole.lines)
        self._remember_place()
        self.place.show_lines(shown, may_add=not (wanted.narrows or self.plan.is_sealed))
        whole = not wanted.narrows
        income = None
        if whole or wanted.is_of_source:
            income = [one for one in case.whole.income if whole or one.source == wanted.source]
        period = self.panel.money.period
        self.footer.show_sums(summed(lines, income, period=period), len(case.whole.lines))
        self.footer.show_order(sorting_words(case.lists, self.place.sorted_by))
        self.footer.show_groups(case.lists, totals(lines, self.footer.by.value, period=period))
        self.panel.money.show_money(case, lines, self.footer.by.value, whole=whole)
        self._show_body(any_lines=bool(case.whole.lines), any_rows=bool(shown))
        self.edits.arrive()
        if shown and not self.grid.currentIndex().isValid():
            self._go_back(shown)
        self.search.show()
        self._current.show()

    def _remember_place(self) -> None:
        row = self.grid.current_row()
        if row is not None:
            self._was_at = (row.line.id, self._current_field())

    def _go_back(self, shown: Sequence[Line]) -> None:
        """Lines are there again: go to the cell where one was, else to the first."""
        line_id, field = self._was_at
        there = any(line.id == line_id for line in shown)
        self.grid.go_to(line_id if there else shown[0].id, field if there else "scheme_id")

    def _with_held(self, wanted: tuple[Line, ...], lines: tuple[Line, ...]) -> tuple[Line, ...]:
        """The lines that are wanted, with those that stay in sight because one is typing in them."""
        held = self.grid.held.ids
        if not held or len(wanted) == len(lines):
            return wanted
        ids = held.union(line.id for line in wanted)
        return tuple(line for line in lines if line.id in ids)

    def _show_body(self, *, any_lines: bool, any_rows: bool) -> None:
        if any_lines and not any_rows:
            self.nothing.say(f"Nothing matches {self.filters.wanted.says}.")
        self.place.show_body(any_lines=any_lines, any_rows=any_rows)
        self.filters.bar.setVisible(any_lines)
        self.strip.setVisible(any_lines)
        self.footer.setVisible(any_lines)
        if self._beside is not None and any_lines is not self._any_lines:
            self._any_lines = any_lines
            self._beside.show_panel(wanted=any_lines)

    def go_to(self, line_id: int, field: str) -> None:
        """Make a cell current, with every line shown if its own is not, and its column if that is not."""
        case = self.plan.case
        if case is None:
            return
        if self.plan.line(line_id) is not None and self.plan.line(line_id) not in self.filters.wanted.wanted(
            case.whole.lines
        ):
            self.filters.rest()
        if field and field not in {column.key for column in self.grid.rows.columns}:
            self.show_columns(Shown.ALL)
        self.grid.go_to(line_id, field)
        self.grid.setFocus()

    # Doing

    def _move_lines(self, by: int) -> None:
        """Move the selected lines, where all lines are in sight, in the order of the plan."""
        if self.place.sorted_by is not None:
            self.going.say(SORTED)
        elif self.filters.wanted.narrows:
            self.going.say(NARROWED)
        else:
            self.edits.move_lines(by)

    def _sort_by_current(self) -> None:
        """Sort by the column of the current cell, as Ctrl+Shift+O in the grid does."""
        self.grid.sorting.turn()

    def sort_as_the_plan(self) -> None:
        """Put the lines back in the order of the plan."""
        self.grid.sorting.stop()
        self._back_to_grid()

    def _back_to_grid(self) -> None:
        self.grid.setFocus()
        self.grid.scrollTo(self.grid.currentIndex())

    def show_line(self) -> None:
        """Turn the panel between the money and the current line."""
        if self._beside is not None:
            self._beside.unfold()
        self.panel.faces.choose(MONEY if self.panel.shows_line else LINE)
