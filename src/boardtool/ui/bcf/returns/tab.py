"""The Spend tab: a return on the plan, line by line and table by table."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardtool.domain.bcf.pictures import QUARTERS, SpendSums, quarters_of, spend_sums
from boardtool.domain.bcf.pool import pounds_whole
from boardtool.domain.bcf.returns import Entry, Part, Return, Variance, variances
from boardtool.domain.bcf.returns_checks import ReturnFinding, check_return
from boardtool.domain.bcf.returns_pool import body_of, incomes, pooled, unlike
from boardtool.services.bcf import returns
from boardtool.services.bcf.officers import SentToOfficer
from boardtool.ui.bcf.open_plan import OpenPlan
from boardtool.ui.bcf.returns.entry_columns import NAMES, Writes, entry_columns
from boardtool.ui.bcf.returns.new_return import NewReturnDialog
from boardtool.ui.bcf.returns.panel import ReturnPanel
from boardtool.ui.bcf.returns.sending import SendLinesDialog
from boardtool.ui.bcf.returns.spend_columns import spend_columns
from boardtool.ui.bcf.tab import Going, PlanTab
from boardtool.ui.bcf.totals_line import TotalsLine
from boardtool.ui.context import Context
from boardtool.ui.meetings.either import Either
from boardtool.ui.messages import Link
from boardtool.ui.page import KeyHint
from boardtool.ui.places import Place
from boardtool.ui.tables.column import Column
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.tables.view import TableView
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.buttons import small
from boardtool.ui.widgets.chips import ChipBar, MenuChip
from boardtool.ui.widgets.notices import EmptyState

if TYPE_CHECKING:
    from boardtool.data.bcf.national import Facts

LINES = "lines"


class SpendTab(PlanTab):
    """The chips choose the return and its table; figures are typed in place."""

    def __init__(self, context: Context, plan: OpenPlan, going: Going) -> None:
        super().__init__(context, plan, going)
        self._made_for: tuple[object, ...] | None = None
        self.which = MenuChip("", [("", "No return")])
        self.part = MenuChip("", [(LINES, "Spend by line")])
        self.which.setAccessibleName("Return")
        self.part.setAccessibleName("Table of the return")
        self.bar = ChipBar(self.which, self.part)
        self.bar.add_at_end(small("New return\u2026", self.new_return, icon="plus"))
        self.bar.add_at_end(small("Send to officers\u2026", self.send_to_officers, icon="send"))
        self.bar.add_at_end(small("Import return", going.import_return, icon="upload"))
        self.totals = TotalsLine()
        self.panel = ReturnPanel(context, going, self._show_found)
        self.spend: TableView[Variance] = self._spend_table(QUARTERS)
        self.entries: TableView[Entry] = self._entry_table(())
        self._lay_out()
        for chip in (self.which, self.part):
            chip.chosen.connect(self._chosen)
        offer = context.commands.add
        offer(self, "New return\u2026", self.new_return, keys="Ctrl+N", writes=True)
        offer(self, "Import return or an officer\u2019s reply\u2026", going.import_return, writes=True)
        offer(self, "Send lines to officers\u2026", self.send_to_officers, writes=True)

    def _lay_out(self) -> None:
        self.empty = EmptyState(
            "No return on this plan yet. You can", "make one", self.new_return, writes=True
        )
        self._body = Either(self.spend, self.entries, self.empty)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._body, 1)
        column.addWidget(self.totals)
        spaced = QWidget()
        over = QVBoxLayout(spaced)
        over.setContentsMargins(0, sizes.S3, 0, 0)
        over.addWidget(self.bar)
        self.set_bar(spaced)
        self._beside = self.set_body(middle, self.panel)

    def panes(self) -> Sequence[QWidget]:
        return (self._body.shown, self.bar, self.panel)

    def key_hints(self) -> Sequence[KeyHint]:
        return (KeyHint(("F2",), "type figure"), KeyHint(("Ctrl N",), "new return"))

    def choose(self, place: Place) -> None:
        if place.id is not None:
            self.which.choose(str(place.id))

    # Showing

    def fill(self) -> None:
        case = self.plan.case
        if case is None:
            return
        in_order = sorted(self.plan.facts.returns, key=lambda each: (each.year, quarters_of(each.name)))
        newest_first = [(str(each.id), each.period) for each in reversed(in_order)]
        self.which.set_choices(newest_first or [("", "No return")])
        made = self._made()
        self.part.setVisible(made is not None)
        self.which.setVisible(made is not None)
        self.totals.setVisible(made is not None)
        if self._beside is not None:
            self._beside.show_panel(wanted=made is not None)
        if made is None:
            self._body.setCurrentWidget(self.empty)
            return
        parts = dict.fromkeys(entry.part for entry in made.entries)
        self.part.set_choices([(LINES, "Spend by line"), *((part.value, NAMES[part]) for part in parts)])
        found = check_return(made, case.whole)
        self.panel.show_return(made, found, case.whole.sign_offs, self.plan.facts.meetings)
        self._show_table(made)

    def _show_found(self, found: ReturnFinding) -> None:
        """Show the table of a finding, with its row chosen."""
        self.part.choose(LINES if found.part is None else found.part.value)
        self.fill()
        table = self.spend if found.part is None else self.entries
        if found.items:
            table.choose(found.items[0])
        table.setFocus()

    def _made(self) -> Return | None:
        found = self.plan.facts.returns
        return next((made for made in found if str(made.id) == self.which.value), None)

    def _show_table(self, made: Return) -> None:
        case = self.plan.case
        if case is None:
            return
        rows = variances(case.whole.lines, made, period=case.whole.plan.periods.index(made.year))
        if self.part.value == Part.INCOME:
            self._say_pool(made)
        else:
            self._say_totals(spend_sums(rows), made)
        wanted = (case.lists.year, made.period, self.part.value)
        if wanted != self._made_for:
            self._made_for = wanted
            self._make_tables(made)
        if self.part.value == LINES:
            self.spend.rows.set_rows(rows)
            if rows and self.spend.current_row() is None:
                self.spend.choose(rows[0].line.id)
            self._body.setCurrentWidget(self.spend)
        else:
            shown = made.part(Part(self.part.value))
            self.entries.rows.set_rows(shown)
            if shown and self.entries.current_row() is None:
                self.entries.choose(shown[0].id)
            self._body.setCurrentWidget(self.entries)

    def _make_tables(self, made: Return) -> None:
        had_focus = self._body.shown.hasFocus()
        for old in (self.spend, self.entries):
            self._body.removeWidget(old)
            old.deleteLater()
        self.spend = self._spend_table(quarters_of(made.name))
        part = None if self.part.value == LINES else Part(self.part.value)
        self.entries = self._entry_table(
            () if part is None else entry_columns(part, self._words(), made.year, self._writes())
        )
        for table in (self.spend, self.entries):
            self._body.addWidget(table)
        if had_focus:
            (self.spend if part is None else self.entries).setFocus()

    def _spend_table(self, quarters: int) -> TableView[Variance]:
        case = self.plan.case
        columns = () if case is None else spend_columns(case.lists, self._record, quarters=quarters)
        return TableView(
            RowModel(columns, key=lambda row: row.line.id),
            name="bcf spend",
            accessible="Spend by line",
            row=sizes.ROW_DENSE,
            preferences=self.context.preferences,
        )

    def _entry_table(self, columns: tuple[Column[Entry], ...]) -> TableView[Entry]:
        return TableView(
            RowModel(columns, key=lambda entry: entry.id),
            name=f"bcf return {self.part.value}",
            accessible="Table of the return",
            row=sizes.ROW,
            preferences=self.context.preferences,
        )

    def _words(self) -> "Facts":
        from boardtool.data.bcf.national import returns_words

        return returns_words()

    def _writes(self) -> Writes:
        return Writes(self._change_entry, self._change_rate, self._body_of)

    def _body_of(self, entry: Entry) -> str:
        case = self.plan.case
        return "" if case is None else body_of(entry, case.whole, case.lists)

    def _say_pool(self, made: Return) -> None:
        pool = pooled(made)
        planned, actual, more = pool.planned or 0, pool.actual or 0, pool.over
        differs = ", ".join(
            f"sources add to {pounds_whole(ours)} {name}" for name, _, ours in unlike(pool, incomes(made))
        )
        way = "more" if more > 0 else "less"
        self.totals.say(
            "Pooled fund",
            (f"Planned {pounds_whole(planned)}", Tone.HELP),
            (f"{pounds_whole(abs(more))} {way} than planned" if more else "", Tone.DUE),
            (f"{differs[:1].upper()}{differs[1:]}", Tone.DUE),
            (f"Came in {pounds_whole(actual)}", Tone.TEXT),
        )

    def _say_totals(self, sums: SpendSums, made: Return) -> None:
        whole = made.spend_actual if sums.spent is None else sums.spent
        spent = "Nothing reported yet" if whole is None else f"Spent {pounds_whole(whole)}"
        over = sums.over or 0
        way = "over" if over > 0 else "under"
        differs = bool(over) and quarters_of(made.name) == QUARTERS
        self.totals.say(
            f"{sums.reported} of {sums.lines} lines report",
            (f"Planned {pounds_whole(sums.planned)}", Tone.HELP),
            (f"{pounds_whole(abs(over))} {way} what these lines planned" if differs else "", Tone.DUE),
            (spent, Tone.TEXT),
        )

    # Doing

    def _chosen(self, _value: str) -> None:
        self.fill()

    def new_return(self) -> None:
        case = self.plan.case
        if case is not None:
            NewReturnDialog(self.context, self, case.whole.plan, made=self._wait_for).open()

    def send_to_officers(self) -> None:
        """Ask by when officers reply, and write each a workbook with their lines of this return."""
        made = self._made()
        if made is None:
            self.going.say("Make a return first: officers answer for its lines.")
            return
        SendLinesDialog(self.context, self, made, sent=self._sent).open()

    def _sent(self, forms: tuple[SentToOfficer, ...]) -> None:
        folder = forms[0].workbook.parent
        words = "1 form is" if len(forms) == 1 else f"{len(forms)} forms are"

        def show() -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

        self.context.messages.say(f"{words} in {folder}", Link("Open folder", show))

    def _wait_for(self, return_id: int) -> None:
        self.which.value = str(return_id)  # shown as soon as the page has asked for it

    def _record(self, row: Variance, name: str, text: str) -> None:
        made, store = self._made(), self.context.store
        if made is not None:
            self.context.steps.run(
                lambda: returns.record_actual(store, return_id=made.id, line_id=row.line.id, **{name: text}),
                refused=self.going.say,
            )

    def _change_entry(self, entry: Entry, name: str, text: str) -> None:
        store = self.context.store
        self.context.steps.run(
            lambda: returns.change_entry(store, entry_id=entry.id, **{name: text}),
            refused=self.going.say,
        )

    def _change_rate(self, entry: Entry, name: str, text: str) -> None:
        store = self.context.store
        self.context.steps.run(
            lambda: returns.change_rate(store, entry_id=entry.id, name=name, text=text),
            refused=self.going.say,
        )
