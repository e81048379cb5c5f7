"""The page of one metric: what its chart says, the chart and its table, and beside them what hangs on it."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from boardtool.domain.errors import NotFoundError
from boardtool.domain.performance.metrics import Link as MetricLink
from boardtool.domain.performance.metrics import LinkKind
from boardtool.domain.performance.scorecard import scorecard_row
from boardtool.domain.performance.sentences import meaning
from boardtool.services.performance import figures
from boardtool.ui.context import Context
from boardtool.ui.messages import Link
from boardtool.ui.page import KeyHint, Page
from boardtool.ui.performance.areas_view import AreasView
from boardtool.ui.performance.figure_row import FigureRow
from boardtool.ui.performance.figures_view import FiguresView
from boardtool.ui.performance.funnel_view import FunnelView
from boardtool.ui.performance.linking import ask_for_link
from boardtool.ui.performance.metric_dialogs import (
    BreakDialog,
    DefinitionDialog,
    FigureDialog,
    RecalculateDialog,
    TargetDialog,
)
from boardtool.ui.performance.metric_head import MetricHead
from boardtool.ui.performance.metric_panel import MetricPanel, Wanted
from boardtool.ui.performance.metric_view import MetricView
from boardtool.ui.performance.question import MetricFacts, metric_facts
from boardtool.ui.performance.saving import save_chart, save_metric
from boardtool.ui.performance.year_view import YearView
from boardtool.ui.places import Place
from boardtool.ui.widgets.buttons import bare, quiet
from boardtool.ui.widgets.chips import MenuChip
from boardtool.ui.widgets.tabs import Tab, Tabs

if TYPE_CHECKING:
    from boardtool.data.store import Reading

CHART, YEAR, AREAS, FUNNEL = "chart", "year", "areas", "funnel"
_TABS = (Tab(CHART, "Over time"), Tab(YEAR, "Year and plan"), Tab(AREAS, "Areas"), Tab(FUNNEL, "Funnel"))
_MAKERS: dict[str, Callable[[Context], MetricView]] = {
    CHART: FiguresView,
    YEAR: YearView,
    AREAS: AreasView,
    FUNNEL: FunnelView,
}


class MetricPage(Page):
    """Shows one metric in one area; `lost` says that it is not there any more."""

    lost = Signal(str)
    watches: ClassVar[frozenset[str]] = frozenset(
        {
            *("metric", "metric_definition", "observation", "metric_target", "metric_break", "recalculation"),
            *("metric_commentary", "metric_link", "framework", "framework_metric", "thread_node", "area"),
        }
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.facts: MetricFacts | None = None
        self._ref = ""
        self.head = MetricHead()
        self.tabs = Tabs(_TABS, name="Charts of this metric")
        self.panel = MetricPanel(
            context,
            Wanted(
                recalculate=self.recalculate,
                target=self.set_target,
                definition=self.define,
                link=self.link_to,
                go=self._go,
                go_metric=self._go_metric,
            ),
        )
        self.area = MenuChip("", [("", "")])
        self._views: dict[str, MetricView] = {}
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.menu = QMenu(self)
        self._more = bare("ellipsis", "More about this metric", self._open_menu)
        self.header.add(
            self.area,
            quiet("Add figures", self.add_figure, icon="plus"),
            quiet("Copy chart", self.copy_chart, icon="image"),
            self._more,
        )
        self._stack = QStackedWidget()
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        self.set_bar(self.head)
        self.set_body(middle, self.panel)

    def _connect(self) -> None:
        self.tabs.chosen.connect(lambda _name: self._show_tab())
        self.area.chosen.connect(self._choose_area)
        for words, do, keys in (
            ("New figure\u2026", self.add_figure, "Ctrl+N"),
            ("Copy chart", self.copy_chart, "Ctrl+Shift+C"),
            ("Save chart\u2026", self.save_chart, "Ctrl+E"),
            ("Save figures as a workbook\u2026", self.save_figures, ""),
            ("Set a target\u2026", self.set_target, ""),
            ("Recalculate limits\u2026", self.recalculate, ""),
            ("Mark a break in the definition\u2026", self.mark_break, ""),
            ("Remove figure", self.remove_figure, "Del"),
            ("Go to the table", self._to_table, "T"),
        ):
            self.menu.addAction(self.context.commands.add(self, words, do, keys=keys))

    # Page

    def open(self, place: Place) -> None:
        if place.ref != self._ref:
            self._ref = place.ref
            self.facts = None
            self.reload()
        self.tabs.choose(place.tab or self.tabs.current or CHART)

    def reload(self) -> None:
        if self._ref:
            ref = self._ref
            self.context.asking.ask((self, "metric"), lambda reading: _asked(reading, ref), self._show)

    def key_hints(self) -> Sequence[KeyHint]:
        return (KeyHint(("\u2190", "\u2192"), "walk the points"), KeyHint(("T",), "table"))

    def panes(self) -> Sequence[QWidget]:
        return (*self.view.panes(), self.panel, self.tabs)

    # Showing

    @property
    def view(self) -> MetricView:
        """The tab that is chosen, made at its first visit."""
        name = self.tabs.current or CHART
        if name not in self._views:
            made = self._views[name] = _MAKERS[name](self.context)
            self._stack.addWidget(made)
            if isinstance(made, FiguresView):
                made.row_chosen.connect(self._row_chosen)
                made.new_wanted.connect(self.add_figure)
        return self._views[name]

    @property
    def over_time(self) -> FiguresView:
        """The tab of the figures over time."""
        self.tabs.choose(CHART)
        view = self.view
        assert isinstance(view, FiguresView)
        return view

    def _show(self, found: MetricFacts | str) -> None:
        if isinstance(found, str):
            self._ref = ""
            self.lost.emit(found)
            return
        self.facts = found
        record = found.chart.record
        metric = record.metric
        self.set_title(metric.title, _line(found), window=metric.title)
        self.header.set_crumbs(self._crumbs(found))
        blocked = self.area.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.area.set_choices([(area.code or area.name, area.name) for area in found.areas])
        self.area.choose(record.area.code or record.area.name)
        self.area.blockSignals(blocked)
        self.panel.show_facts(found)
        self._show_tab()
        self.content_shown.emit()

    def _crumbs(self, found: MetricFacts) -> list[Link]:
        back = Link("Performance", lambda: self.context.navigate(Place("performance")))
        return [back, *(Link(name, back.do) for name in found.frameworks[:1])]

    def _show_tab(self) -> None:
        view = self.view
        self._stack.setCurrentWidget(view)
        if self.facts is None:
            return
        view.show_facts(self.facts)
        self.head.show_row(scorecard_row(self.facts.chart.record), view.sentence(self.facts))
        self.hints_changed.emit()

    def _row_chosen(self, row: FigureRow | None) -> None:
        self.panel.show_row(row)

    # Going

    def _choose_area(self, area: str) -> None:
        if self.facts is not None:
            key = self.facts.chart.record.metric.key
            self.context.navigate(Place("performance", ref=f"{key}/{area}", tab=self.tabs.current))

    def _go(self, each: MetricLink) -> None:
        self.context.navigate(self._place_of(each))

    def _go_metric(self, metric_id: int) -> None:
        if self.facts is not None:
            area = self.facts.chart.record.area
            key = self.facts.keys.get(metric_id, "")
            self.context.navigate(Place("performance", ref=f"{key}/{area.code or area.name}"))

    def _place_of(self, each: MetricLink) -> Place:
        ref = each.ref.split(" ")[0]
        if each.kind is LinkKind.SCHEME:
            return Place("bcf", ref=ref, tab="schemes", id=each.target_id)
        if each.kind is LinkKind.ACTION:
            return Place("actions", id=each.target_id)
        return Place("meetings", ref=ref, tab="minutes", id=each.target_id)

    def _to_table(self) -> None:
        panes = self.view.panes()
        panes[-1].setFocus()

    def _open_menu(self) -> None:
        self.menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    # Doing

    def add_figure(self) -> None:
        if self.facts is not None:
            FigureDialog(self.context, self, self.facts.chart.record, self._entered).open()

    def _entered(self, first_day: date) -> None:
        self.over_time.table.choose(first_day)

    def remove_figure(self) -> None:
        row = self.over_time.table.current_row()
        if row is not None:
            store, observation_id = self.context.store, row.seen.id
            self.context.steps.run(lambda: figures.remove_figure(store, observation_id=observation_id))

    def set_target(self) -> None:
        if self.facts is not None:
            TargetDialog(self.context, self, self.facts.chart.record).open()

    def recalculate(self) -> None:
        if self.facts is not None:
            RecalculateDialog(self.context, self, self.facts.chart.record, self._chosen_day()).open()

    def mark_break(self) -> None:
        if self.facts is not None:
            BreakDialog(self.context, self, self.facts.chart.record, self._chosen_day()).open()

    def define(self) -> None:
        if self.facts is not None:
            DefinitionDialog(self.context, self, self.facts.chart.record).open()

    def link_to(self) -> None:
        if self.facts is not None:
            ask_for_link(self.context, self, self.facts.chart.record)

    def _chosen_day(self) -> date | None:
        row = self.over_time.table.current_row()
        return None if row is None else row.seen.period.start

    def copy_chart(self) -> None:
        """Put the chart on the clipboard as a picture, in light colours at twice the size of the screen."""
        chart = getattr(self.view, "chart", None)
        if chart is not None:
            QGuiApplication.clipboard().setPixmap(chart.on_paper())
            self.context.messages.say("The chart is on the clipboard")

    def save_chart(self) -> None:
        if self.facts is not None:
            save_chart(self, self.context, self.facts.chart)

    def save_figures(self) -> None:
        if self.facts is not None:
            save_metric(self, self.context, self.facts.chart)


def _asked(reading: "Reading", ref: str) -> MetricFacts | str:
    """The facts, or the sentence that says why there are none."""
    try:
        return metric_facts(reading, ref)
    except NotFoundError as gone:
        return str(gone)


def _line(found: MetricFacts) -> str:
    """What is counted, how often, which way is good, and who answers for it."""
    metric = found.chart.record.metric
    said = [
        metric.unit,
        metric.frequency.value,
        meaning(metric.direction).lower(),
        f"owner: {metric.owner}" if metric.owner else "",
    ]
    return " \u00b7 ".join(part for part in said if part)
