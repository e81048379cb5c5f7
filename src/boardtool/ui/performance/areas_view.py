"""A metric in all areas that have figures of it, as bars with intervals, against England."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from boardtool.domain.performance.among_areas import WHISKERS, ComparedArea
from boardtool.domain.performance.benchmark import COMPARED, Comparison
from boardtool.domain.performance.metrics import value_shown
from boardtool.domain.performance.numbers import shown
from boardtool.domain.performance.views import ChartView
from boardtool.ui.charts.bars import Bar, ComparisonBars
from boardtool.ui.charts.scale import PERCENT
from boardtool.ui.context import Context
from boardtool.ui.performance.chart_and_table import ChartAndTable
from boardtool.ui.performance.metric_view import MetricView, figures_column
from boardtool.ui.performance.question import MetricFacts
from boardtool.ui.tables.column import Column, Look
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.tables.view import TableView
from boardtool.ui.theme import sizes


class AreasView(MetricView):
    """Bars of all areas of the latest period."""

    draws = ChartView.AREAS
    reading = (
        "The largest figure stands first. The whiskers show how sure a figure is: of two areas whose "
        "whiskers do not overlap, one is truly higher."
    )

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.chart = ComparisonBars()
        self._facts: MetricFacts | None = None
        columns: tuple[Column[ComparedArea], ...] = (
            Column("area", "Area", lambda row: row.figure.area.name, stretch=True, look=Look.SUBJECT),
            figures_column(
                "value", "Value", self._value, strong=True, sort=lambda row: row.figure.observation.value
            ),
            figures_column(
                "lower",
                "Lower 95 %",
                lambda row: shown(row.interval.lower) if row.interval else "",
                sort=lambda row: row.interval.lower if row.interval else None,
            ),
            figures_column(
                "upper",
                "Upper 95 %",
                lambda row: shown(row.interval.upper) if row.interval else "",
                sort=lambda row: row.interval.upper if row.interval else None,
            ),
            Column("against", "Against England", self._against, width=170, look=Look.HELP),
        )
        self._model = RowModel(columns, key=lambda row: row.figure.area.id)
        self.table: TableView[ComparedArea] = TableView(
            self._model,
            name="areas",
            accessible="Areas",
            row=sizes.ROW_DENSE,
            preferences=context.preferences,
        )
        self.table.let_columns_sort()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self.chart)
        self.chart.pointed.connect(self._show_bar)
        self.both = ChartAndTable(
            self.chart,
            self.table,
            number_of=self._place,
            id_of=self._id,
            holder=self._area,
            preferences=context.preferences,
        )
        self.hold(self.both)

    def _show_bar(self, number: int) -> None:
        """Scroll to the bar that is read."""
        spot = self.chart.spots[number]
        if spot is not None:
            self._area.ensureVisible(0, round(spot.y()))

    def _value(self, row: ComparedArea) -> str:
        """The figure, or why there is none; a long unit stands in the head of the page."""
        if self._facts is None:
            return ""
        metric, seen = self._facts.among.metric, row.figure.observation
        if seen.value is None or metric.unit == PERCENT:
            return value_shown(metric, seen)
        return shown(seen.value)

    def _against(self, row: ComparedArea) -> str:
        benchmark = None if self._facts is None else self._facts.among.benchmark
        return "" if benchmark is None or row.figure == benchmark else COMPARED[row.comparison]

    def _place(self, row: ComparedArea) -> int:
        return -1 if self._facts is None else self._facts.among.rows.index(row)

    def _id(self, number: int) -> int:
        return -1 if self._facts is None else self._facts.among.rows[number].figure.area.id

    def sentence(self, facts: MetricFacts) -> str:
        return facts.among.sentence

    def asks(self, _facts: MetricFacts) -> str:
        return ""

    def show_facts(self, facts: MetricFacts) -> None:
        self._facts = facts
        among = facts.among
        self.both.setVisible(bool(among.rows))
        self._empty.setVisible(not among.rows)
        self._empty.say("No area has a figure yet.")
        self.chart.show_bars(
            [
                Bar(
                    area=row.figure.area.name,
                    value=row.figure.observation.value,
                    interval=row.interval,
                    comparison=Comparison.NOT_COMPARED if row.figure == among.benchmark else row.comparison,
                    shown_as=value_shown(among.metric, row.figure.observation),
                    own=row.figure.area.id == among.own.id,
                )
                for row in among.rows
            ],
            None if among.benchmark is None else among.benchmark.observation.value,
            "" if among.benchmark is None else among.benchmark.area.name,
            among.metric.unit,
            among.sentence,
        )
        self.both.set_footer(WHISKERS)
        self._model.set_rows(among.rows)

    def panes(self) -> Sequence[QWidget]:
        return (self.chart, self.table)
