"""The Schemes tab: the lines of the plan in a grid, with every check live while one types."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from boardtool.domain.bcf.checks import Mend, PlanFinding
from boardtool.domain.bcf.pool import summed
from boardtool.domain.bcf.totals import totals
from boardtool.ui.bcf.grid.columns import Shown, grid_columns, options
from boardtool.ui.bcf.grid.rows import GridRow, rows_of
from boardtool.ui.bcf.grid.view import GridView
from boardtool.ui.bcf.nothing_yet import NothingYet
from boardtool.ui.bcf.open_plan import SEALED, OpenPlan
from boardtool.ui.bcf.schemes.edits import LineEdits
from boardtool.ui.bcf.schemes.filters import LineFilters
from boardtool.ui.bcf.schemes.footer import Footer
from boardtool.ui.bcf.schemes.line_history import history_of
from boardtool.ui.bcf.schemes.panel import LINE, MONEY, SchemesPanel
from boardtool.ui.bcf.schemes.strip import CheckStrip
from boardtool.ui.bcf.tab import Going, PlanTab
from boardtool.ui.context import Context
from boardtool.ui.messages import Link
from boardtool.ui.page import KeyHint
from boardtool.ui.places import Place
from boardtool.ui.tables.column import Cell, Tail
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.layouts import clear
from boardtool.ui.widgets.notices import EmptyState

_SHOWN = "bcf/columns"


class SchemesTab(PlanTab):
    """Joins strip, chips, grid, sums and panel; every edit goes through the open plan or one use case."""

    def __init__(self, context: Context, plan: OpenPlan, going: Going) -> None:
        super().__init__(context, plan, going)
        self.filters = LineFilters()
        self.strip = CheckStrip(
            plan,
            take=self._take,
            show_lines=self._show_lines,
            all_checks=lambda: going.go(Place("bcf", tab="checks")),
        )
        self.footer = Footer()
        self.panel = SchemesPanel(take=self._take, type_minimum=lambda: going.go(Place("bcf", tab="income")))
        self._made_for: tuple[str, Shown] | None = None
        self.edits = LineEdits(context, plan, self, grid=lambda: self.grid, say=going.say)
        self._tailed = False
        self._lay_out()
        self.grid = self._make_grid()
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
        self._holder = QWidget()
        self._held = QVBoxLayout(self._holder)
        self._held.setContentsMargins(0, 0, 0, 0)
        self._body = QStackedWidget()
        for shown in (self._holder, self.empty, self.nothing):
            self._body.addWidget(shown)
        middle = QWidget()
        rows = QVBoxLayout(middle)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._body, 1)
        rows.addWidget(self.footer)
        self.set_bar(_Spaced(self.filters.bar))
        self.set_bar(self.strip)
        self._beside = self.set_body(middle, self.panel)

    def _connect(self) -> None:
        self.filters.changed.connect(self._show_rows)
        self.filters.shown.connect(self._show_columns)
        self.footer.chosen.connect(lambda _by: self._show_rows())
        self.panel.money.year.chosen.connect(lambda _year: self._show_rows())
        self.panel.faces.chosen.connect(lambda _face: self._show_current())
        self.panel.line.commented.connect(self._comment)
        self.filters.columns.choose(self.context.preferences.choice(_SHOWN, Shown.MAIN))
        self._offer_commands()

    def _offer_commands(self) -> None:
        offer = self.context.commands.add
        offer(self, "Add line", lambda: self.edits.add_line(""), keys="Ctrl+N")
        offer(self, "Insert line below", self.edits.insert_line, keys="Ctrl+I")
        offer(self, "Duplicate lines", self.edits.duplicate_lines, keys="Ctrl+Shift+D")
        offer(self, "Split line\u2026", self.edits.split_line, keys="Ctrl+Shift+S")
        offer(self, "Remove lines", self.edits.remove_lines, keys="Ctrl+-")
        offer(self, "Move lines up", lambda: self._move(-1), keys="Alt+Shift+Up")
        offer(self, "Move lines down", lambda: self._move(1), keys="Alt+Shift+Down")
        offer(self, "Copy down", self._fill_down, keys="Ctrl+D")
        offer(self, "Next finding", lambda: self.next_finding(1), keys="F8")
        offer(self, "Previous finding", lambda: self.next_finding(-1), keys="Shift+F8")
        offer(self, "Take the mend", self.take_mend, keys="Ctrl+M")
        offer(self, "Money or line at the right", self.show_line, keys="Ctrl+J")
        offer(self, "Find in schemes", self.filters.find.setFocus, keys="Ctrl+F")
        for number, which in enumerate(Shown, 1):
            offer(self, f"Columns: {which}", partial(self.show_columns, which), keys=f"Alt+{number}")

    # What a tab is asked

    def panes(self) -> Sequence[QWidget]:
        body = self._body.currentWidget()
        return (self.grid if body is self._holder else body or self, self.panel, self.strip)

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
        wanted = (case.lists.year, Shown(self.filters.columns.value))
        if wanted != self._made_for:
            self._made_for = wanted
            self.grid = self._make_grid()
        self.filters.know(case.lists, case.whole.lines)
        self.panel.money.know(case.whole.plan.periods)
        self.grid.sealed = self.plan.is_sealed
        self.strip.show_findings()
        self._show_rows()

    # The grid

    def _make_grid(self) -> GridView:
        case = self.plan.case
        which = Shown(self.filters.columns.value)
        columns = () if case is None else grid_columns(case.lists, which, lambda *_typed: None)
        model: RowModel[GridRow] = RowModel(columns, key=lambda row: row.line.id)
        self._tailed = False
        grid = GridView(model, name=f"bcf {which}", words=self._words, preferences=self.context.preferences)
        clear(self._held)
        self._held.addWidget(grid)
        grid.typed.connect(self._typed)
        grid.typing.connect(self._typing)
        grid.typing_over.connect(self.plan.stop_preview)
        grid.typed_everywhere.connect(self.edits.type_everywhere)
        grid.clipboard.pasted.connect(self.edits.paste)
        grid.clipboard.filled.connect(self.edits.fill)
        grid.clipboard.emptied.connect(self.edits.empty)
        grid.line_wanted.connect(self.edits.add_line)
        grid.sealed_touched.connect(self._say_sealed)
        grid.current_changed.connect(self._show_current)
        return grid

    def _typed(self, row: GridRow, field: str, text: str) -> None:
        self.plan.type_over(row.line.id, field, text)

    def _typing(self, row: GridRow, field: str, text: str) -> None:
        self.plan.preview(row.line.id, field, text)

    def _say_sealed(self) -> None:
        self.going.say(SEALED)

    def _words(self, field: str, row: GridRow) -> Sequence[str]:
        case = self.plan.case
        return () if case is None else options(case.lists, field, row)

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

    def _show_rows(self) -> None:
        case = self.plan.case
        if case is None:
            return
        wanted = self.filters.wanted
        lines = wanted.wanted(case.whole.lines)
        self.grid.rows.set_rows(rows_of(lines, self.plan.marks))
        self._show_tail(wanted=not (wanted.narrows or self.plan.is_sealed))
        whole = not wanted.narrows
        income = None
        if whole or wanted.is_of_source:
            income = [one for one in case.whole.income if whole or one.source == wanted.source]
        period = self.panel.money.period
        self.footer.show_sums(summed(lines, income, period=period), len(case.whole.lines))
        self.footer.show_groups(case.lists, totals(lines, self.footer.by.value, period=period))
        self.panel.money.show_money(case, lines, self.footer.by.value, whole=whole)
        self._show_body(any_lines=bool(case.whole.lines), any_rows=bool(lines))
        self.edits.arrive()
        if lines and not self.grid.currentIndex().isValid():
            self.grid.go_to(lines[0].id, "scheme_id")
        self._show_current()

    def _show_tail(self, *, wanted: bool) -> None:
        """The empty last line is there where a line can be added, and is only touched when that changes."""
        if wanted is not self._tailed:
            self._tailed = wanted
            self.grid.rows.set_tail(_tail() if wanted else None)

    def _show_body(self, *, any_lines: bool, any_rows: bool) -> None:
        shown = self._holder if any_rows else self.nothing if any_lines else self.empty
        if shown is self.nothing:
            self.nothing.say(f"Nothing matches {self.filters.wanted.says}.")
        self._body.setCurrentWidget(shown)
        self.filters.bar.setVisible(any_lines)
        self.strip.setVisible(any_lines)
        self.footer.setVisible(any_lines)

    def _show_current(self, *_row: object) -> None:
        case, row = self.plan.case, self.grid.current_row()
        if case is None or row is None or not self.panel.shows_line:
            return
        line = self.plan.line(row.line.id)
        if line is None:
            return
        found = [each for each in self.plan.findings if line.id in each.items and len(each.items) == 1]
        self.panel.line.show_line(case.lists, line, found, sealed=self.plan.is_sealed)
        self.context.asking.ask(
            (self, "history"),
            lambda reading: history_of(reading, line.id),
            self.panel.line.show_history,
        )

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

    def _show_lines(self, found: PlanFinding) -> None:
        if len(found.items) > 1:
            self.filters.show_only(frozenset(found.items))
        self.go_to(found.items[0], found.field)

    def _comment(self, line_id: int, text: str) -> None:
        self.plan.type_over(line_id, "comment", text)

    # Doing

    def _take(self, mend: Mend) -> None:
        self.plan.take(mend)
        if mend.part == "lines":
            self.go_to(mend.row_id, mend.field)

    def _fill_down(self) -> None:
        self.grid.clipboard.fill_down()

    def _move(self, by: int) -> None:
        """Move the selected lines, where all lines are in sight."""
        if not self.filters.wanted.narrows:
            self.edits.move_lines(by)

    def take_mend(self) -> None:
        self.strip.take_first()

    def next_finding(self, by: int) -> None:
        """Show the next finding, and go to its cell."""
        self.strip.step(by)
        found = self.strip.found
        if found is not None and found.items:
            self.go_to(found.items[0], found.field)

    def show_line(self) -> None:
        """Turn the panel between the money and the current line."""
        if self._beside is not None:
            self._beside.unfold()
        self.panel.faces.choose(MONEY if self.panel.shows_line else LINE)


class _Spaced(QWidget):
    """Room over the chips, which under a page's title they do not need."""

    def __init__(self, bar: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, sizes.S3, 0, 0)
        column.addWidget(bar)


def _tail() -> Tail:
    return Tail("new", {"name": Cell("New line\u2026", tone=Tone.FAINT, key="Ctrl N")})
