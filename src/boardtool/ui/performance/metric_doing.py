"""What a person can do with the metric that is shown: figures, targets, limits, links, and files of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from boardtool.domain.performance.charts import MetricChart
from boardtool.services.performance import figures
from boardtool.ui.context import Context
from boardtool.ui.performance.change_metric import ChangeMetricDialog
from boardtool.ui.performance.linking import ask_for_link
from boardtool.ui.performance.metric_dialogs import (
    BreakDialog,
    DefinitionDialog,
    FigureDialog,
    RecalculateDialog,
    TargetDialog,
)
from boardtool.ui.performance.metric_tabs import CHART, MetricTabs
from boardtool.ui.performance.question import MetricFacts, thread_facts
from boardtool.ui.performance.saving import save_chart, save_metric
from boardtool.ui.performance.settings_dialog import ChartSettingsDialog
from boardtool.ui.performance.thread_dialog import ThreadDialog


@dataclass(frozen=True, slots=True)
class Offered:
    """A command of the page: its words, the act, its keys, and whether it writes into the library."""

    words: str
    do: Callable[[], None]
    keys: str = ""
    writes: bool = False


class MetricDoing:
    """The commands over the facts of the moment; `facts` answers None while nothing is shown."""

    def __init__(
        self, context: Context, page: QWidget, tabs: MetricTabs, facts: Callable[[], MetricFacts | None]
    ) -> None:
        self._context, self._page, self._tabs, self._facts = context, page, tabs, facts

    def offered(self) -> tuple[Offered, ...]:
        return (
            Offered("New figure\u2026", self.add_figure, "Ctrl+N", writes=True),
            Offered("Copy chart", self.copy_chart, "Ctrl+Shift+C"),
            Offered("Save chart\u2026", self.save_chart, "Ctrl+E"),
            Offered("Save figures as a workbook\u2026", self.save_figures),
            Offered("Change the metric\u2026", self.change, writes=True),
            Offered("Set a target\u2026", self.set_target, writes=True),
            Offered("Recalculate limits\u2026", self.recalculate, writes=True),
            Offered("Mark a break in the definition\u2026", self.mark_break, writes=True),
            Offered("Chart settings\u2026", self.set_charts, writes=True),
            Offered("Link a scheme, minute or action\u2026", self.link_to, writes=True),
            Offered("Put into a golden thread\u2026", self.put_into_thread, writes=True),
            Offered("Remove figure", self.remove_figure, "Del", writes=True),
        )

    @property
    def _chart(self) -> MetricChart | None:
        facts = self._facts()
        return None if facts is None else facts.chart

    @property
    def _writable(self) -> MetricChart | None:
        """The chart, where it can be written to; else the person is told why not."""
        if self._context.read_only:
            self._context.messages.say(self._context.commands.refusal)
            return None
        return self._chart

    def add_figure(self) -> None:
        if (chart := self._writable) is not None:
            FigureDialog(self._context, self._page, chart.record, self._entered).open()

    def _entered(self, first_day: date) -> None:
        self._tabs.over_time.table.choose(first_day)

    def remove_figure(self) -> None:
        """Take the chosen figure away, where it can be seen."""
        row = self._tabs.over_time.table.current_row() if self._tabs.current == CHART else None
        if row is not None and self._writable is not None:
            store, observation_id = self._context.store, row.seen.id
            self._context.steps.run(lambda: figures.remove_figure(store, observation_id=observation_id))

    def set_target(self) -> None:
        if (chart := self._writable) is not None:
            TargetDialog(self._context, self._page, chart.record).open()

    def recalculate(self) -> None:
        if (chart := self._writable) is not None:
            RecalculateDialog(self._context, self._page, chart.record, self._chosen_day()).open()

    def mark_break(self) -> None:
        if (chart := self._writable) is not None:
            BreakDialog(self._context, self._page, chart.record, self._chosen_day()).open()

    def set_charts(self) -> None:
        if (chart := self._writable) is not None:
            ChartSettingsDialog(self._context, self._page, chart.record.metric).open()

    def change(self) -> None:
        if (chart := self._writable) is not None:
            ChangeMetricDialog(self._context, self._page, chart.record.metric).open()

    def define(self) -> None:
        if (chart := self._writable) is not None:
            DefinitionDialog(self._context, self._page, chart.record).open()

    def link_to(self) -> None:
        if (chart := self._writable) is not None:
            ask_for_link(self._context, self._page, chart.record)

    def put_into_thread(self) -> None:
        """Ask where in a golden thread this metric shows something."""
        if (chart := self._writable) is not None:
            metric = chart.record.metric
            self._context.asking.ask(
                (self._page, "threads"),
                thread_facts,
                lambda facts: ThreadDialog(self._context, self._page, facts, shown_by=metric).open(),
            )

    def _chosen_day(self) -> date | None:
        row = self._tabs.over_time.table.current_row()
        return None if row is None else row.seen.period.start

    def copy_chart(self) -> None:
        """Put the chart that is shown on the clipboard."""
        if not self._tabs.view.is_drawn:
            self._context.messages.say("There is no chart to copy.")
            return
        QGuiApplication.clipboard().setPixmap(self._tabs.view.copy())
        self._context.messages.say("The chart is on the clipboard")

    def save_chart(self) -> None:
        if self._chart is not None:
            save_chart(self._page, self._context, self._chart, self._tabs.view.draws)

    def save_figures(self) -> None:
        if self._chart is not None:
            save_metric(self._page, self._context, self._chart)
