"""A metric in all areas, as a funnel: who stands outside of what chance explains."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from boardtool.domain.performance.funnel_words import STANDINGS, funnel_asks, funnel_footer, funnel_sentence
from boardtool.domain.performance.funnels import FunnelPlace
from boardtool.domain.performance.numbers import shown
from boardtool.domain.performance.parts import part_headings
from boardtool.domain.performance.views import ChartView
from boardtool.ui.charts.funnel_chart import FunnelPlot
from boardtool.ui.charts.scale import PERCENT
from boardtool.ui.context import Context
from boardtool.ui.performance.chart_and_table import ChartAndTable
from boardtool.ui.performance.metric_view import MetricView, figures_column
from boardtool.ui.performance.question import MetricFacts
from boardtool.ui.performance.setting_switch import SettingSwitch
from boardtool.ui.tables.column import Column, Look
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.tables.view import TableView
from boardtool.ui.theme import sizes


class FunnelView(MetricView):
    """The funnel of all areas of the latest period."""

    draws = ChartView.FUNNEL
    reading = (
        "Each mark is an area: the larger it is, the further right it stands and the less chance moves it. "
        "Circles between the curves differ by no more than chance explains. An open triangle stands outside "
        "of the inner curves, a filled one outside of the outer."
    )

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.chart = FunnelPlot()
        self._places: tuple[FunnelPlace, ...] = ()
        self._unit = ""
        columns: tuple[Column[FunnelPlace], ...] = (
            Column("area", "Area", lambda row: row.area, stretch=True, look=Look.SUBJECT),
            figures_column(
                "value",
                "Value",
                lambda row: shown(row.value, PERCENT if self._unit == PERCENT else ""),
                strong=True,
                sort=lambda row: row.value,
            ),
            figures_column(
                "denominator",
                "Denominator",
                lambda row: shown(row.denominator),
                width=140,
                sort=lambda row: row.denominator,
            ),
            Column("standing", "Standing", lambda row: STANDINGS[row.standing], width=260, look=Look.HELP),
        )
        self._model = RowModel(columns, key=lambda row: row.area)
        self.table: TableView[FunnelPlace] = TableView(
            self._model,
            name="funnel",
            accessible="Areas in the funnel",
            row=sizes.ROW_DENSE,
            preferences=context.preferences,
        )
        self.table.let_columns_sort()
        self.both = ChartAndTable(
            self.chart,
            self.table,
            number_of=self._number,
            preferences=context.preferences,
            id_of=lambda number: self._places[number].area,
        )
        self.dispersion = SettingSwitch(
            context,
            "Allow for areas differing by more than chance (over-dispersion)",
            is_on=lambda settings: settings.over_dispersion,
            turned=lambda settings, on: replace(settings, over_dispersion=on),
        )
        self.both.add_tools(self.dispersion)
        self.hold(self.both)

    def _number(self, row: FunnelPlace) -> int:
        return self._places.index(row)

    def sentence(self, facts: MetricFacts) -> str:
        return funnel_sentence(facts.among)

    def asks(self, facts: MetricFacts) -> str:
        return funnel_asks(facts.among)

    def show_facts(self, facts: MetricFacts) -> None:
        among, funnel = facts.among, facts.among.funnel
        self.both.setVisible(funnel is not None)
        self._empty.setVisible(funnel is None)
        self._empty.say("Import numerators and denominators of more areas: the funnel is drawn from them.")
        if funnel is None:
            return
        self._places, self._unit = funnel.places, among.metric.unit
        self.chart.show_funnel(
            funnel,
            own=among.own.name,
            unit=among.metric.unit,
            across=among.metric.denominator or "people",
            sentence=funnel_sentence(among),
        )
        self.both.set_footer(funnel_footer(among))
        self.dispersion.show_metric(among.metric)
        self._model.name_columns({"denominator": part_headings(among.metric)["denominator"]})
        self._model.set_rows(funnel.places)

    def panes(self) -> Sequence[QWidget]:
        return (self.chart, self.table) if self.is_drawn else (self,)
