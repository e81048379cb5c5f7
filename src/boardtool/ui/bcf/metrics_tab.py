"""The Metrics tab: the planned figures of each metric, why they were chosen and how they will be met."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from boardtool.domain.bcf.cells import plain
from boardtool.domain.bcf.plans import MetricPlan, MetricValue
from boardtool.domain.errors import CannotDoError
from boardtool.domain.money import read_number
from boardtool.services.bcf import plans
from boardtool.ui.bcf.open_plan import OpenPlan
from boardtool.ui.bcf.tab import Going, PlanTab
from boardtool.ui.context import Context
from boardtool.ui.meetings.agenda.kept_text import KeptText
from boardtool.ui.meetings.either import Either
from boardtool.ui.page import KeyHint
from boardtool.ui.tables.column import Align, Cell, Column, Heading, Look, TextEdit
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.tables.view import TableView
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.theme.fonts import BOLD, Size
from boardtool.ui.widgets import labels
from boardtool.ui.widgets.fields import HintedField
from boardtool.ui.widgets.labels import Words
from boardtool.ui.widgets.notices import EmptyState
from boardtool.ui.widgets.panel import RightPanel

_KINDS = {"actual": "Actual", "estimated": "Estimated", "plan": "Planned"}


@dataclass(frozen=True, slots=True)
class MetricRow:
    metric: MetricPlan
    value: MetricValue


class MetricsTab(PlanTab):
    """A row for each figure, under its metric; figures are typed in place."""

    def __init__(self, context: Context, plan: OpenPlan, going: Going) -> None:
        super().__init__(context, plan, going)
        self._id: int | None = None
        model = RowModel(
            self._columns(), key=lambda row: row.value.id, group=lambda row: _heading(row.metric)
        )
        self.table = TableView(
            model,
            name="bcf metrics",
            accessible="Metrics",
            row=sizes.ROW_DENSE,
            preferences=context.preferences,
        )
        self.table.current_changed.connect(self._show_current)
        self.panel = RightPanel("Metric")
        self._title = Words(size=Size.READ, weight=BOLD, wrap=True)
        self._facts = Words(tone=Tone.HELP, wrap=True)
        self.rationale = KeptText("Why this ambition", lines=7)
        self.local_plan = KeptText("How it will be met", lines=7)
        self.period = HintedField("2022-23 Q1", name="Add a planned period")
        self._lay_out()

    def _lay_out(self) -> None:
        column = self.panel.column
        column.addWidget(self._title)
        column.addWidget(self._facts)
        for box in (self.rationale, self.local_plan):
            column.addSpacing(sizes.S2)
            column.addWidget(labels.heading(box.accessibleName()))
            column.addWidget(box)
        column.addSpacing(sizes.S2)
        column.addWidget(labels.heading("Add a planned period"))
        column.addWidget(self.period)
        column.addStretch(1)
        self.rationale.typed.connect(lambda text: self._write("rationale", text))
        self.local_plan.typed.connect(lambda text: self._write("local_plan", text))
        self.period.taken.connect(self._add_period)
        self.empty = EmptyState("This plan has no metrics. They come with its national workbook.")
        self._body = Either(self.table, self.empty)
        self._beside = self.set_body(self._body, self.panel)

    def _columns(self) -> tuple[Column[MetricRow], ...]:
        return (
            Column("period", "Period", lambda row: row.value.period, width=160, look=Look.SUBJECT),
            Column("kind", "What it is", lambda row: _KINDS[row.value.kind], stretch=True, look=Look.HELP),
            self._figure("numerator", "Numerator"),
            self._figure("denominator", "Denominator"),
            self._figure("value", "Value"),
            Column("unit", "Unit", lambda row: row.metric.unit, width=148, look=Look.HELP),
        )

    def _figure(self, name: str, heading: str) -> Column[MetricRow]:
        return Column(
            name,
            heading,
            lambda row: Cell(_rounded(row, name), bold=name == "value" and row.value.kind == "plan"),
            width=120,
            align=Align.RIGHT,
            edit=TextEdit(
                lambda row: _shown(row, name), lambda row, text: self._type(row, name, text), read=_read
            ),
        )

    def panes(self) -> Sequence[QWidget]:
        return (self._body.shown, self.panel)

    def key_hints(self) -> Sequence[KeyHint]:
        return (KeyHint(("F2",), "edit figure"), KeyHint(("F6",), "its reasons"))

    def fill(self) -> None:
        case = self.plan.case
        if case is None:
            return
        rows = [MetricRow(metric, value) for metric in case.whole.metrics for value in metric.values]
        self._body.setCurrentWidget(self.table if rows else self.empty)
        if self._beside is not None:
            self._beside.show_panel(wanted=bool(rows))
        self.table.rows.set_rows(rows)
        if rows and self.table.current_row() is None:
            self.table.choose(rows[0].value.id)
        self._show_current(self.table.current_row())

    def _show_current(self, row: object) -> None:
        if not isinstance(row, MetricRow):
            return
        metric = row.metric
        if metric.id != self._id:
            self.rationale.hand_over()
            self.local_plan.hand_over()
        self._id = metric.id
        self._title.setText(metric.name)
        good = {"lower": "Lower is better.", "higher": "Higher is better."}.get(metric.direction, "")
        self._facts.setText(f"{metric.unit}. {good}".strip())
        self.rationale.set_kept(metric.rationale)
        self.local_plan.set_kept(metric.local_plan)
        for box in (self.rationale, self.local_plan):
            box.setReadOnly(self.plan.is_sealed)
        self.period.setEnabled(not self.plan.is_sealed)

    def _write(self, name: str, text: str) -> None:
        metric_id, store = self._id, self.context.store
        if metric_id is not None:
            self.context.steps.send(
                f"metric {metric_id} {name}",
                lambda: plans.change_metric(store, metric_id=metric_id, **{name: text}),
            )

    def _type(self, row: MetricRow, name: str, text: str) -> None:
        store, value = self.context.store, row.value
        self.context.steps.run(
            lambda: plans.set_metric_value(
                store, metric_id=row.metric.id, period=value.period, kind=value.kind, **{name: text}
            ),
            refused=self.going.say,
        )

    def _add_period(self, period: str) -> None:
        metric_id, store = self._id, self.context.store
        if metric_id is None:
            return
        self.context.steps.run(
            lambda: plans.set_metric_value(
                store, metric_id=metric_id, period=period.strip(), kind="plan", value=""
            ),
            then=lambda _none: self.period.clear(),
            refused=self.going.say,
        )


def _heading(metric: MetricPlan) -> Heading:
    return Heading(f"{metric.code} {metric.name}".strip(), metric.unit)


def _shown(row: MetricRow, name: str) -> str:
    number = getattr(row.value, name)
    return "" if number is None else plain(number)


def _rounded(row: MetricRow, name: str) -> str:
    """As the table shows it, to one decimal; the editor has all of it."""
    number = getattr(row.value, name)
    return "" if number is None else f"{round(number, 1):,f}".removesuffix(".0")


def _read(text: str) -> object:
    """What `set_metric_value` would read; raises CannotDoError for what is no number."""
    written = text.replace("%", "").strip()
    if not written:
        return None
    try:
        return read_number(written)
    except CannotDoError as error:
        raise CannotDoError(f"{error}. Type a figure, or nothing.") from error
