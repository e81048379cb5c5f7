"""The Benefits tab: the table of a programme such as iCAN, with the totals that its paper prints."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardtool.domain.bcf.benefits import Benefit, BenefitKind, Programme, check_benefits, thousands
from boardtool.services.bcf import benefits
from boardtool.ui.bcf.benefits.columns import Side, benefit_columns, heading_of
from boardtool.ui.bcf.open_plan import OpenPlan
from boardtool.ui.bcf.tab import Going, PlanTab
from boardtool.ui.bcf.totals_line import TotalsLine
from boardtool.ui.context import Context
from boardtool.ui.page import KeyHint
from boardtool.ui.tables.column import Column
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.tables.view import TableView
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.buttons import small
from boardtool.ui.widgets.chips import ChipBar, MenuChip


class BenefitsTab(PlanTab):
    """The chips choose the programme, and whether what was planned or what was realised is shown."""

    def __init__(self, context: Context, plan: OpenPlan, going: Going) -> None:
        super().__init__(context, plan, going)
        self._made_for: tuple[object, ...] | None = None
        self.programme = MenuChip("", [("", "")])
        self.side = MenuChip("", [(each.value, each.value) for each in Side])
        self.programme.setAccessibleName("Programme")
        self.side.setAccessibleName("Planned or realised")
        self.bar = ChipBar(self.programme, self.side)
        self.bar.add_at_end(small("Add benefit", lambda: self._add(BenefitKind.BENEFIT), icon="plus"))
        self.bar.add_at_end(small("Add cost", lambda: self._add(BenefitKind.COST), icon="plus"))
        self.totals = TotalsLine()
        self.table = self._make_table(())
        self._middle = QVBoxLayout()
        self._middle.setContentsMargins(0, sizes.S3, 0, 0)
        self._middle.setSpacing(0)
        for widget in (self.bar, self.table, self.totals):
            self._middle.addWidget(widget)
        middle = QWidget()
        middle.setLayout(self._middle)
        self.set_body(middle)
        for chip in (self.programme, self.side):
            chip.chosen.connect(self._chosen)
        offer = context.commands.add
        offer(self, "Add benefit", lambda: self._add(BenefitKind.BENEFIT), keys="Ctrl+N")
        offer(self, "Add cost", lambda: self._add(BenefitKind.COST))
        offer(self, "Remove benefit or cost", self._remove, keys="Del")

    def panes(self) -> Sequence[QWidget]:
        return (self.table, self.bar)

    def key_hints(self) -> Sequence[KeyHint]:
        return (KeyHint(("F2",), "type figure"), KeyHint(("Ctrl N",), "add benefit"))

    def fill(self) -> None:
        found = self.plan.facts.programmes
        self.programme.set_choices([(str(one.id), one.name) for one in found] or [("", "")])
        programme = next((one for one in found if str(one.id) == self.programme.value), None)
        if programme is None:
            return
        side = Side(self.side.value)
        wanted = (programme.id, programme.years, side)
        if wanted != self._made_for:
            self._made_for = wanted
            columns = benefit_columns(programme, side, self._rename, self._type)
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

    def _make_table(self, columns: tuple[Column[Benefit], ...]) -> TableView[Benefit]:
        return TableView(
            RowModel(columns, key=lambda one: one.id, group=heading_of),
            name=f"bcf benefits {len(columns)}",
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

    def _rename(self, one: Benefit, name: str) -> None:
        store = self.context.store
        self.context.steps.run(
            lambda: benefits.change_benefit(store, benefit_id=one.id, name=name), refused=self.going.say
        )

    def _type(self, one: Benefit, year: str, text: str) -> None:
        store, field = self.context.store, self.side.value.lower()
        self.context.steps.run(
            lambda: benefits.type_figure(store, benefit_id=one.id, year=year, field=field, text=text),
            refused=self.going.say,
        )

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
