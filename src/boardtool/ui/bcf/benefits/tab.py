"""The Benefits tab: the table of a programme such as iCAN, with the totals that its paper prints."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardtool.domain.bcf.benefits import Benefit, BenefitKind, Programme, check_benefits, thousands
from boardtool.domain.bcf.years import financial_years, tidy_year
from boardtool.services.bcf import benefits
from boardtool.ui.bcf.benefits.columns import Side, benefit_columns, heading_of
from boardtool.ui.bcf.benefits.new_programme import NewProgrammeDialog
from boardtool.ui.bcf.nothing_yet import NothingYet
from boardtool.ui.bcf.open_plan import OpenPlan
from boardtool.ui.bcf.tab import Going, PlanTab
from boardtool.ui.bcf.totals_line import TotalsLine
from boardtool.ui.context import Context
from boardtool.ui.meetings.either import Either
from boardtool.ui.messages import Link
from boardtool.ui.page import KeyHint
from boardtool.ui.tables.column import Column
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.tables.view import TableView
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.buttons import small
from boardtool.ui.widgets.chips import ChipBar, MenuChip

_FIRST_YEARS = 5
"""For how many years a table has columns at least: those over which such programmes are planned."""


class BenefitsTab(PlanTab):
    """The chips choose the programme, and whether what was planned or what was realised is shown.

    A table has the years that something was typed for; a new one begins with five from the plan's on.
    """

    def __init__(self, context: Context, plan: OpenPlan, going: Going) -> None:
        super().__init__(context, plan, going)
        self._made_for: tuple[object, ...] | None = None
        self._added: dict[int, tuple[str, ...]] = {}
        self._awaited = ""
        self.programme = MenuChip("", [("", "")])
        self.side = MenuChip("", [(each.value, each.value) for each in Side])
        self.programme.setAccessibleName("Programme")
        self.side.setAccessibleName("Planned or realised")
        self.bar = ChipBar(self.programme, self.side)
        self.bar.add_at_end(small("New programme\u2026", self.new_programme, icon="plus", writes=True))
        self.bar.add_at_end(small("Add year", self._add_year, icon="plus", writes=True))
        self.bar.add_at_end(small("Add benefit", self._add_benefit, icon="plus", writes=True))
        self.bar.add_at_end(small("Add cost", self._add_cost, icon="plus", writes=True))
        self.totals = TotalsLine()
        self.table = self._make_table(())
        self._middle = QVBoxLayout()
        self._middle.setContentsMargins(0, sizes.S3, 0, 0)
        self._middle.setSpacing(0)
        for widget in (self.bar, self.table, self.totals):
            self._middle.addWidget(widget)
        self._whole = QWidget()
        self._whole.setLayout(self._middle)
        self.empty = NothingYet(
            "No programme yet. What one such as iCAN is to save and to cost by year stands here. You can",
            Link("make a programme.", self.new_programme),
        )
        self._body = Either(self._whole, self.empty)
        self.set_body(self._body)
        for chip in (self.programme, self.side):
            chip.chosen.connect(self._chosen)
        offer = context.commands.add
        offer(self, "Add benefit", self._add_benefit, keys="Ctrl+N", writes=True)
        offer(self, "Add cost", self._add_cost, writes=True)
        offer(self, "Add year to the benefits", self._add_year, writes=True)
        offer(self, "Remove benefit or cost", self._remove, keys="Del", writes=True)
        offer(self, "Remove programme", self._remove_programme, writes=True)

    def panes(self) -> Sequence[QWidget]:
        return (self.empty,) if self._body.shown is self.empty else (self.table, self.bar)

    def key_hints(self) -> Sequence[KeyHint]:
        return (KeyHint(("F2",), "type figure"), KeyHint(("Ctrl N",), "add benefit"))

    def fill(self) -> None:
        found = self.plan.facts.programmes
        self.programme.set_choices([(str(one.id), one.name) for one in found] or [("", "")])
        arrived = self._awaited in {str(one.id) for one in found}
        if arrived:
            awaited, self._awaited = self._awaited, ""
            self.programme.choose(awaited)
        programme = self._chosen_programme()
        self._body.setCurrentWidget(self.empty if programme is None else self._whole)
        if programme is None:
            return
        side = Side(self.side.value)
        wanted = (programme.id, self._years(programme), side)
        if wanted != self._made_for:
            self._made_for = wanted
            columns = benefit_columns(
                self._years(programme),
                side,
                write=self._write,
                type_figure=self._type,
                print_total=self._print,
            )
            old, self.table = self.table, self._make_table(columns)
            had_focus = old.hasFocus()
            self._middle.replaceWidget(old, self.table)
            old.deleteLater()
            if had_focus:
                self.table.setFocus()
        self.table.rows.set_rows(programme.benefits)
        if programme.benefits and self.table.current_row() is None:
            self.table.choose(programme.benefits[0].id)
        self._say_totals(programme, side)
        if arrived:
            self.table.setFocus()

    def _chosen_programme(self) -> Programme | None:
        found = self.plan.facts.programmes
        return next((one for one in found if str(one.id) == self.programme.value), None)

    def _years(self, programme: Programme) -> tuple[str, ...]:
        """The years of a table, at least those that a new one begins with, and those that were added."""
        case = self.plan.case
        first = programme.years[0] if programme.years else case.whole.plan.periods[0] if case else ""
        begun = financial_years(tidy_year(first), _FIRST_YEARS) if first else ()
        return tuple(sorted({*begun, *programme.years, *self._added.get(programme.id, ())}))

    def _make_table(self, columns: tuple[Column[Benefit], ...]) -> TableView[Benefit]:
        return TableView(
            RowModel(columns, key=lambda one: one.id, group=heading_of),
            name=f"bcf benefits by year {len(columns)}",
            accessible="Benefits and costs",
            row=sizes.ROW,
            preferences=self.context.preferences,
        )

    def _say_totals(self, programme: Programme, side: Side) -> None:
        add = programme.planned if side is Side.PLANNED else programme.realised
        differing = sum(found.rule == "printed" for found in check_benefits(programme))
        lines = "1 line differs" if differing == 1 else f"{differing} lines differ"
        self.totals.say(
            programme.name,
            (f"{lines} from what the paper prints" if differing else "", Tone.DUE),
            (f"Costs {thousands(add(BenefitKind.COST))}", Tone.HELP),
            (f"Benefits {thousands(add(BenefitKind.BENEFIT))}", Tone.TEXT),
        )

    # Doing

    def _chosen(self, _value: str) -> None:
        self.fill()

    def new_programme(self) -> None:
        """Ask for the name of a programme, and show its table."""
        case = self.plan.case
        if case is not None:
            board = case.whole.plan.board_id
            NewProgrammeDialog(self.context, self, board_id=board, made=self._show_made).open()

    def _show_made(self, programme_id: int) -> None:
        self._awaited = str(programme_id)
        self.fill()

    def _remove_programme(self) -> None:
        store, programme = self.context.store, self._chosen_programme()
        if programme is not None:
            self.context.steps.run(
                lambda: benefits.remove_programme(store, programme_id=programme.id), refused=self.going.say
            )

    def _add_year(self) -> None:
        programme = self._chosen_programme()
        if programme is not None:
            _last, following = financial_years(self._years(programme)[-1], 2)
            self._added[programme.id] = (*self._added.get(programme.id, ()), following)
            self.fill()

    def _print(self, one: Benefit, text: str) -> None:
        store = self.context.store
        self.context.steps.run(
            lambda: benefits.print_total(store, benefit_id=one.id, text=text), refused=self.going.say
        )

    def _write(self, one: Benefit, name: str, text: str) -> None:
        store = self.context.store
        self.context.steps.run(
            lambda: benefits.change_benefit(store, benefit_id=one.id, **{name: text}), refused=self.going.say
        )

    def _type(self, one: Benefit, year: str, text: str) -> None:
        store, field = self.context.store, self.side.value.lower()
        self.context.steps.run(
            lambda: benefits.type_figure(store, benefit_id=one.id, year=year, field=field, text=text),
            refused=self.going.say,
        )

    def _add_benefit(self) -> None:
        self._add(BenefitKind.BENEFIT)

    def _add_cost(self) -> None:
        self._add(BenefitKind.COST)

    def _add(self, kind: BenefitKind) -> None:
        store, programme = self.context.store, self.programme.value
        if programme:
            self.context.steps.run(
                lambda: benefits.add_benefit(
                    store, programme_id=int(programme), kind=kind, name=f"New {kind}"
                ),
                then=lambda made: self.table.choose(made, edit="name"),
                refused=self.going.say,
            )

    def _remove(self) -> None:
        store, row = self.context.store, self.table.current_row()
        if row is not None:
            self.context.steps.run(
                lambda: benefits.remove_benefit(store, benefit_id=row.id), refused=self.going.say
            )
