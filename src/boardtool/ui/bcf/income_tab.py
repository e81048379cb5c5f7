"""The Income tab: what comes in, by source and body, and what must be spent from it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardtool.domain.bcf.cells import CellKind, shown_value
from boardtool.domain.bcf.checks import PlanCase
from boardtool.domain.bcf.plans import Income
from boardtool.domain.bcf.pool import figure, pounds_whole, summed
from boardtool.domain.bcf.totals import TOLERANCE, RingFence, ring_fences
from boardtool.services.bcf import income
from boardtool.ui.bcf.open_plan import SEALED, OpenPlan
from boardtool.ui.bcf.tab import Going, PlanTab
from boardtool.ui.bcf.totals_line import TotalsLine
from boardtool.ui.context import Context
from boardtool.ui.meetings.agenda.kept_text import KeptText
from boardtool.ui.page import KeyHint
from boardtool.ui.tables.column import Align, Cell, ChoiceEdit, Column, Look, Tail, TextEdit
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.tables.view import TableView
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets import labels
from boardtool.ui.widgets.fields import Form
from boardtool.ui.widgets.inline_text import InlineText
from boardtool.ui.widgets.labels import Words
from boardtool.ui.widgets.panel import RightPanel

_AMOUNTS = ("amount", "amount_2")
Commit = Callable[[Income, str, str], None]


class IncomeTab(PlanTab):
    """A row for each contribution; typed in place, kept as typed where it is no amount."""

    def __init__(self, context: Context, plan: OpenPlan, going: Going) -> None:
        super().__init__(context, plan, going)
        self._year = ""
        self._form = Form()
        self._fields: dict[tuple[str, int], InlineText] = {}
        self.comment = KeptText("Comment on all income", lines=4)
        self.comment.typed.connect(self._say_comment)
        self.totals = TotalsLine()
        self.panel = RightPanel("Required spend")
        self._middle = QVBoxLayout()
        self.table = self._make_table(())
        self._lay_out()
        offer = context.commands.add
        offer(self, "Add income", self._add, keys="Ctrl+N", writes=True)
        offer(self, "Remove income", self._remove, keys="Del", writes=True)

    def _lay_out(self) -> None:
        middle = QWidget()
        middle.setLayout(self._middle)
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.setSpacing(0)
        self._middle.addWidget(self.table, 1)
        self._middle.addWidget(self.totals)
        self._required = QVBoxLayout()
        column = self.panel.column
        column.addWidget(labels.section("Required spend"))
        column.addWidget(
            Words(
                "The government states what must be spent from the NHS minimum. Type the amounts here.",
                tone=Tone.HELP,
                wrap=True,
            )
        )
        column.addLayout(self._required)
        column.addSpacing(sizes.S4)
        column.addWidget(labels.section("Comment on all income"))
        column.addWidget(self.comment)
        column.addStretch(1)
        self.set_body(middle, self.panel)

    def panes(self) -> Sequence[QWidget]:
        return (self.table, self.panel)

    def key_hints(self) -> Sequence[KeyHint]:
        return (KeyHint(("F2",), "edit cell"), KeyHint(("Ctrl N",), "add income"))

    # Showing

    def fill(self) -> None:
        case = self.plan.case
        if case is None:
            return
        if case.lists.year != self._year:
            self._year = case.lists.year
            self._begin_year(case)
        self.table.rows.set_rows(case.whole.income)
        self.table.rows.set_tail(None if self.plan.is_sealed else _tail())
        if self.table.current_row() is None and case.whole.income:
            self.table.choose(case.whole.income[0].id)
        self.comment.set_kept(case.whole.plan.income_comment)
        self.comment.setReadOnly(self.plan.is_sealed)
        for fence in _fences(case):
            minimum = "" if fence.minimum is None else figure(fence.minimum)
            self._fields[fence.key, fence.period].set_kept(minimum)
        self._say_totals(case)

    def _begin_year(self, case: PlanCase) -> None:
        self._middle.removeWidget(self.table)
        self.table.deleteLater()
        self.table = self._make_table(_columns(case, self._change))
        self._middle.insertWidget(0, self.table, 1)
        self._required.removeWidget(self._form)
        self._form.deleteLater()
        self._form = Form(label_width=0)
        self._fields = {}
        for fence in _fences(case):
            field = InlineText(name=f"{fence.name}{case.period_name(fence.period)}")
            field.setProperty("look", "")
            field.committed.connect(partial(self._type_minimum, fence.key, fence.period))
            self._fields[fence.key, fence.period] = field
            self._form.add(f"{fence.key}{fence.period}", _short(fence, case), field)
        self._required.addWidget(self._form)

    def _make_table(self, columns: tuple[Column[Income], ...]) -> TableView[Income]:
        model = RowModel(columns, key=lambda one: one.id)
        table = TableView(
            model,
            name="bcf income",
            accessible="Income",
            row=sizes.ROW_DENSE,
            preferences=self.context.preferences,
        )
        table.tail_opened.connect(self._add)
        return table

    def _say_totals(self, case: PlanCase) -> None:
        sums = summed(case.whole.lines, case.whole.income)
        out = abs(sums.difference) > TOLERANCE
        count = len(case.whole.income)
        self.totals.say(
            f"{count} contribution{'' if count == 1 else 's'}",
            (f"Planned {pounds_whole(sums.planned)}", Tone.HELP),
            (f"Difference {pounds_whole(abs(sums.difference))}" if out else "", Tone.LATE),
            (f"Income {pounds_whole(sums.income or 0)}", Tone.TEXT),
        )

    # Doing

    def _change(self, one: Income, field: str, text: str) -> None:
        store = self.context.store
        self.context.steps.run(
            lambda: income.change_cell(store, income_id=one.id, field=field, text=text),
            refused=self.going.say,
        )

    def _add(self, _tail: str = "") -> None:
        case, store = self.plan.case, self.context.store
        if case is None:
            return
        if self.plan.is_sealed:
            self.going.say(SEALED)
            return
        plan_id, source = case.whole.plan.id, case.lists.sources[0].name
        self.context.steps.run(
            lambda: income.add(store, plan_id=plan_id, source=source),
            then=lambda made: self.table.choose(made, edit="source"),
            refused=self.going.say,
        )

    def _remove(self) -> None:
        ids, store = [one.id for one in self.table.chosen_rows()], self.context.store
        if ids:
            self.context.steps.run(lambda: income.remove(store, income_ids=ids), refused=self.going.say)

    def _type_minimum(self, key: str, period: int, text: str) -> None:
        case, store = self.plan.case, self.context.store
        if case is None:
            return
        plan_id, name = case.whole.plan.id, f"{key}{period}"
        self.context.steps.run(
            lambda: income.set_minimum(store, plan_id=plan_id, key=key, period=period, text=text),
            then=lambda _none: self._form.right(),
            refused=lambda sentence: self._form.wrong(name, sentence),
        )

    def _say_comment(self, text: str) -> None:
        case, store = self.plan.case, self.context.store
        if case is not None:
            plan_id = case.whole.plan.id
            self.context.steps.send(
                f"income comment {plan_id}", lambda: income.set_comment(store, plan_id=plan_id, text=text)
            )


def _fences(case: PlanCase) -> list[RingFence]:
    plan = case.whole.plan
    return [
        fence
        for period in range(len(plan.periods))
        for fence in ring_fences(
            case.lists, case.whole.lines, (plan.out_of_hospital, plan.adult_social_care), period=period
        )
    ]


def _short(fence: RingFence, case: PlanCase) -> str:
    return f"{fence.name}{case.period_name(fence.period)}".replace(" commissioned, out of", ", out of")


def _tail() -> Tail:
    return Tail("new", {"source": Cell("New contribution\u2026", tone=Tone.FAINT, key="Ctrl N")})


def _columns(case: PlanCase, commit: Commit) -> tuple[Column[Income], ...]:
    sources = [(one.name, one.name) for one in case.lists.sources]
    amounts = _AMOUNTS[: len(case.whole.plan.periods)]
    return (
        Column(
            "source",
            "Source of funding",
            lambda one: one.source,
            width=288,
            look=Look.SUBJECT,
            edit=ChoiceEdit(
                lambda one: one.source, lambda _one: sources, lambda one, text: commit(one, "source", text)
            ),
        ),
        Column(
            "body",
            "Body",
            lambda one: one.body,
            width=264,
            look=Look.HELP,
            edit=TextEdit(lambda one: one.body, lambda one, text: commit(one, "body", text)),
        ),
        Column(
            "comment",
            "Comment",
            lambda one: one.comment.partition("\n")[0],
            stretch=True,
            look=Look.HELP,
            edit=TextEdit(lambda one: one.comment, lambda one, text: commit(one, "comment", text)),
        ),
        *(_amount(case, name, commit) for name in amounts),
    )


def _amount(case: PlanCase, name: str, commit: Commit) -> Column[Income]:
    period = case.whole.plan.periods[_AMOUNTS.index(name)]
    return Column(
        name,
        f"{period}, \u00a3",
        lambda one: _money(one, name),
        width=132,
        align=Align.RIGHT,
        edit=TextEdit(lambda one: _typed(one, name), lambda one, text: commit(one, name, text)),
        tooltip=lambda one: "This is not an amount: write it as 1,234.50" if name in one.unread else "",
    )


def _money(one: Income, name: str) -> Cell:
    if name in one.unread:
        return Cell(one.unread[name], icon="triangle-alert", tone=Tone.LATE, bold=True)
    pence = getattr(one, name)
    return Cell("" if pence is None else figure(pence))


def _typed(one: Income, name: str) -> str:
    return one.unread.get(name) or shown_value(CellKind.MONEY, getattr(one, name))
