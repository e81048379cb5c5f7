"""A metric's year: plan against actual, and where the year may end."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from boardtool.domain.performance.numbers import shown
from boardtool.domain.performance.views import ChartView
from boardtool.domain.performance.year import YearPeriod, year_footer, year_of, year_sentence
from boardtool.ui.charts.plan_chart import PlanPlot
from boardtool.ui.context import Context
from boardtool.ui.performance.chart_and_table import ChartAndTable
from boardtool.ui.performance.metric_view import MetricView, figures_column
from boardtool.ui.performance.question import MetricFacts
from boardtool.ui.tables.column import Column
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.tables.view import TableView
from boardtool.ui.theme import sizes


class YearView(MetricView):
    """Plan against actual through the year."""

    draws = ChartView.YEAR
    reading = (
        "The line with dots is what happened, the dashed line what was planned. The shaded wedge opens "
        "towards where the year may end."
    )

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.chart = PlanPlot()
        self._unit = ""
        self._rows: list[YearPeriod] = []
        columns: tuple[Column[YearPeriod], ...] = (
            Column("period", "Period", lambda row: row.period.shown, stretch=True),
            figures_column("planned", "Planned", lambda row: self._shown(row.planned)),
            figures_column("actual", "Actual", lambda row: self._shown(row.actual), strong=True),
            figures_column("difference", "Actual less plan", lambda row: row.difference_shown, width=130),
        )
        self._model = RowModel(columns, key=lambda row: row.period.start)
        self.table: TableView[YearPeriod] = TableView(
            self._model,
            name="year",
            accessible="Plan and actual",
            row=sizes.ROW_DENSE,
            preferences=context.preferences,
        )
        self.both = ChartAndTable(
            self.chart,
            self.table,
            number_of=self._number,
            preferences=context.preferences,
            id_of=lambda number: self._rows[number].period.start,
        )
        self.hold(self.both)

    def _number(self, row: YearPeriod) -> int:
        return self._rows.index(row)

    def _shown(self, value: float | None) -> str:
        return shown(value, self._unit if self._unit == "%" else "")

    def sentence(self, facts: MetricFacts) -> str:
        return year_sentence(facts.chart)

    def asks(self, _facts: MetricFacts) -> str:
        return ""

    def show_facts(self, facts: MetricFacts) -> None:
        self._unit = facts.chart.record.metric.unit
        self._rows = list(year_of(facts.chart))
        self.both.setVisible(bool(self._rows))
        self._empty.setVisible(not self._rows)
        self._empty.say("No month or quarter of this year has a figure yet.")
        self.chart.show_year(self._rows, facts.chart.forecast, self._unit, self.sentence(facts))
        self._model.set_rows(self._rows)
        self.both.set_footer(year_footer(facts.chart))

    def panes(self) -> Sequence[QWidget]:
        return (self.chart, self.table)
