"""The Together tab: the plans of all boards for this year side by side, by source or another group."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardtool.domain.bcf.lists import YearLists
from boardtool.domain.bcf.plans import WholePlan
from boardtool.domain.bcf.pool import figure
from boardtool.domain.bcf.together import TogetherRow, together
from boardtool.ui.bcf.open_plan import OpenPlan
from boardtool.ui.bcf.schemes.filters import GROUPS
from boardtool.ui.bcf.short_words import short_group
from boardtool.ui.bcf.tab import Going, PlanTab
from boardtool.ui.context import Context
from boardtool.ui.page import KeyHint
from boardtool.ui.tables.column import Align, Cell, Column, Look
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.tables.view import TableView
from boardtool.ui.theme import sizes
from boardtool.ui.widgets.chips import ChipBar, MenuChip

if TYPE_CHECKING:
    from boardtool.data.store import Reading

_ONE_EACH = {by: name for by, name in GROUPS.items() if by != "tags"}
_WIDTH = 168


class TogetherTab(PlanTab):
    """Each board keeps its own plan; here they are only read."""

    def __init__(self, context: Context, plan: OpenPlan, going: Going) -> None:
        super().__init__(context, plan, going)
        self._plans: tuple[WholePlan, ...] = ()
        self.by = MenuChip("By", [(by, name.lower()) for by, name in _ONE_EACH.items()])
        self.period = MenuChip("", [("0", "")])
        for chip in (self.by, self.period):
            chip.chosen.connect(self._chosen)
        self.period.setAccessibleName("Year")
        self.table = self._make_table(())
        self._middle = QVBoxLayout()
        self._middle.setContentsMargins(0, sizes.S3, 0, 0)
        self._middle.setSpacing(0)
        self._middle.addWidget(ChipBar(self.by, self.period))
        self._middle.addWidget(self.table, 1)
        middle = QWidget()
        middle.setLayout(self._middle)
        self.set_body(middle)

    def panes(self) -> Sequence[QWidget]:
        return (self.table, self.by)

    def key_hints(self) -> Sequence[KeyHint]:
        return (KeyHint(("F6",), "the chips"),)

    def fill(self) -> None:
        case = self.plan.case
        if case is None:
            return
        periods, year = case.whole.plan.periods, case.whole.plan.year
        self.period.set_choices([(str(at), name) for at, name in enumerate(periods)])
        self.period.setVisible(len(periods) > 1)
        self.context.asking.ask((self, "plans"), lambda reading: plans_of_year(reading, year), self._show)

    def _chosen(self, _value: str) -> None:
        self._show(self._plans)

    def _show(self, plans: tuple[WholePlan, ...]) -> None:
        case = self.plan.case
        if case is None or not plans:
            return
        columns = _columns(plans, case.lists, self.by.value)
        headings = [column.heading for column in columns]
        if headings != [column.heading for column in self.table.rows.columns]:
            old, self.table = self.table, self._make_table(columns)
            had_focus = old.hasFocus()
            self._middle.replaceWidget(old, self.table)
            old.deleteLater()
            if had_focus:
                self.table.setFocus()
        self._plans = plans
        rows = together(plans, self.by.value, period=int(self.period.value))
        self.table.rows.set_rows(rows)
        if self.table.current_row() is None:
            self.table.choose(rows[0].name)

    def _make_table(self, columns: tuple[Column[TogetherRow], ...]) -> TableView[TogetherRow]:
        return TableView(
            RowModel(columns, key=lambda row: row.name),
            name=f"bcf together {len(columns)}",
            accessible="Plans side by side",
            row=sizes.ROW,
        )


def _columns(plans: Sequence[WholePlan], lists: YearLists, by: str) -> tuple[Column[TogetherRow], ...]:
    return (
        Column(
            "group",
            GROUPS[by],
            lambda row: Cell(
                short_group(lists, by, row.name) if row.name else "All of it", bold=not row.name
            ),
            stretch=True,
            look=Look.SUBJECT,
        ),
        *(_amount(at, one) for at, one in enumerate(plans)),
        Column(
            "all",
            "Together, \u00a3",
            lambda row: Cell(figure(row.all), bold=not row.name),
            width=_WIDTH,
            align=Align.RIGHT,
            look=Look.STRONG,
        ),
    )


def _amount(at: int, one: WholePlan) -> Column[TogetherRow]:
    return Column(
        f"plan {one.plan.id}",
        f"{one.plan.board_code}, \u00a3",
        lambda row: Cell(figure(row.amounts[at]), bold=not row.name),
        width=_WIDTH,
        align=Align.RIGHT,
    )


def plans_of_year(reading: "Reading", year: str) -> tuple[WholePlan, ...]:
    """The plans of every board for a year, in the order of their codes."""
    from boardtool.data.bcf import plans

    found = sorted(
        (plan for plan in plans.every(reading) if plan.year == year), key=lambda plan: plan.board_code
    )
    return tuple(plans.whole(reading, plan.id) for plan in found)
