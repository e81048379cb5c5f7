"""A metric's figures over time: the XmR chart over the table in which they are edited."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from boardtool.domain.performance.parts import part_headings, parts_missing
from boardtool.ui.charts.xmr_chart import XmrPlot
from boardtool.ui.context import Context
from boardtool.ui.performance.chart_and_table import ChartAndTable
from boardtool.ui.performance.figure_columns import FigureColumns
from boardtool.ui.performance.figure_row import FigureRow, figure_rows
from boardtool.ui.performance.metric_view import MetricView
from boardtool.ui.performance.question import MetricFacts
from boardtool.ui.performance.setting_switch import SettingSwitch
from boardtool.ui.performance.settings_dialog import ChartSettingsDialog
from boardtool.ui.tables.column import Cell, Tail
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.tables.view import TableView
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.buttons import link

if TYPE_CHECKING:
    from datetime import date

    from boardtool.domain.performance.metrics import Metric

NEW = "new"


class FiguresView(MetricView):
    """The XmR chart over the figures; `row_chosen(row)` tells which one is ringed."""

    row_chosen = Signal(object)
    new_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.chart = XmrPlot()
        self._context = context
        self._metric: Metric | None = None
        self._periods: list[date] = []
        self._is_drawn = False
        self._model = RowModel(FigureColumns(context).columns(), key=lambda row: row.id)
        self.table: TableView[FigureRow] = TableView(
            self._model,
            name="figures",
            accessible="Figures",
            row=sizes.ROW_DENSE,
            preferences=context.preferences,
        )
        self.table.let_columns_sort()
        self.both = ChartAndTable(
            self.chart,
            self.table,
            number_of=lambda row: row.number,
            preferences=context.preferences,
            id_of=lambda number: self._periods[number],
        )
        self.ranges = SettingSwitch(
            context,
            "Show moving ranges",
            is_on=lambda settings: settings.moving_ranges,
            turned=lambda settings, on: replace(settings, moving_ranges=on),
        )
        self.both.add_tools(self.ranges, link("Chart settings\u2026", self._ask_settings))
        self.hold(self.both)
        self.table.current_changed.connect(self.row_chosen)
        self.table.tail_opened.connect(lambda _id: self.new_wanted.emit())

    def _ask_settings(self) -> None:
        if self._metric is not None and not self._context.read_only:
            ChartSettingsDialog(self._context, self, self._metric).open()

    def show_facts(self, facts: MetricFacts) -> None:
        chart = facts.chart
        self._metric = chart.record.metric
        self._periods = [each.period.start for each in chart.record.observations]
        self.chart.show_chart(chart)
        self.both.set_footer(chart.footer if chart.xmr.points else "")
        rows = figure_rows(chart)
        metric = chart.record.metric
        self._model.name_columns({"period": metric.frequency.period.capitalize(), **part_headings(metric)})
        held_back = () if chart.shows_ranges else ("moved",)
        self.table.hold_back(*parts_missing(chart.record.observations), *held_back)
        self.ranges.show_metric(chart.record.metric)
        self.ranges.setVisible(chart.xmr.latest is not None)
        self._model.set_rows(rows)
        self._model.set_tail(Tail(NEW, {"period": Cell("New figure\u2026", tone=Tone.FAINT)}))
        self._is_drawn = chart.xmr.latest is not None
        self.chart.setVisible(self._is_drawn)
        current = self.table.current_row()
        if rows and current is None:
            self.table.choose(rows[0].id)
        elif current is not None:
            self.chart.choose(current.number)
            self.row_chosen.emit(current)

    def panes(self) -> Sequence[QWidget]:
        return (self.chart, self.table) if self._is_drawn else (self.table,)
