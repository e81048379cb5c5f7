"""What stands beside a metric's chart: how to read it, what was said, what it means, and what hangs on it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout

from boardtool.domain.performance.metrics import Link
from boardtool.services.performance import metrics
from boardtool.ui.context import Context
from boardtool.ui.performance.commentary import Commentary
from boardtool.ui.performance.figure_row import FigureRow, figure_rows
from boardtool.ui.performance.legend import Legend
from boardtool.ui.performance.panel_lines import PanelLines, about_limits, about_metric
from boardtool.ui.performance.panel_parts import PanelPart
from boardtool.ui.performance.question import MetricFacts
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.theme.fonts import Size
from boardtool.ui.widgets.buttons import bare
from boardtool.ui.widgets.growing_text import InlineParagraph
from boardtool.ui.widgets.labels import Words, heading
from boardtool.ui.widgets.panel import RightPanel


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the links of the panel ask the page for."""

    recalculate: Callable[[], None]
    target: Callable[[], None]
    change: Callable[[], None]
    definition: Callable[[], None]
    break_: Callable[[], None]
    link: Callable[[], None]
    thread: Callable[[], None]
    go: Callable[[Link], None]
    go_metric: Callable[[int], None]


class MetricPanel(RightPanel):
    """Fills itself from the facts; the comment belongs to the row that is chosen."""

    def __init__(self, context: Context, wanted: Wanted) -> None:
        super().__init__("About this metric")
        self._context = context
        self._facts: MetricFacts | None = None
        self._lines = PanelLines(context, wanted.go, wanted.go_metric)
        self.legend = Legend()
        self._limits = Words(size=Size.CAPTION, tone=Tone.HELP, wrap=True)
        self._reading = Words(wrap=True)
        self.commentary = Commentary(context)
        self.owner = InlineParagraph("Owner")
        self.owner.setPlaceholderText("Nobody is named")
        self.owner.committed.connect(self._own)
        self._definition = PanelPart("Definition", "Add a definition\u2026", wanted.definition)
        self._about = PanelPart("The metric", "Change the metric\u2026", wanted.change)
        self._breaks = PanelPart("Breaks", "Mark a break in the definition\u2026", wanted.break_)
        self._targets = PanelPart("Targets", "Set a target\u2026", wanted.target)
        self._anew = PanelPart("Recalculations", "Recalculate from a date\u2026", wanted.recalculate)
        self._links = PanelPart("Served and discussed", "Link a scheme, minute or action\u2026", wanted.link)
        self._thread = PanelPart("Golden thread", "Put into a golden thread\u2026", wanted.thread)
        self._lay_out()

    def _lay_out(self) -> None:
        self.column.setSpacing(sizes.S2)
        first = QHBoxLayout()
        first.addWidget(heading("How to read it"), 1)
        first.addWidget(bare("x", "Close the panel", self.close_panel))
        self.column.addLayout(first)
        for part in (
            self.legend,
            self._limits,
            self._reading,
            self._anew,
            self.commentary,
            heading("Owner"),
            self.owner,
            self._targets,
            self._about,
            self._definition,
            self._breaks,
            self._links,
            self._thread,
        ):
            self.column.addWidget(part)
        self.column.addStretch()

    def show_facts(self, facts: MetricFacts) -> None:
        self._facts = facts
        chart = facts.chart
        record = chart.record
        self.legend.show_chart(chart)
        self._limits.setText(about_limits(facts))
        self.commentary.belong_to(record, figure_rows(chart))
        self.owner.set_kept(record.metric.owner)
        self.owner.setReadOnly(self._context.read_only)
        self._anew.fill([self._lines.recalculation(each) for each in record.recalculations])
        self._targets.fill([self._lines.target(each, record.metric) for each in reversed(record.targets)])
        self._definition.fill([self._lines.definition(each) for each in reversed(facts.definitions)])
        self._about.fill(about_metric(record.metric))
        self._breaks.fill([self._lines.broken(each) for each in record.breaks])
        self._links.fill([self._lines.link(each) for each in record.links])
        self._thread.fill(
            [line for thread in facts.threads for line in self._lines.thread(thread, record.metric)]
        )

    def show_reading(self, words: str) -> None:
        """Say how the chart beside it is read: over time by its marks, of which the legend has the counts."""
        self._reading.setText(words)
        self._reading.setVisible(bool(words))
        for part in (self.legend, self._limits):
            part.setVisible(not words)

    def show_row(self, row: FigureRow | None) -> None:
        self.commentary.show_row(row)

    def _own(self, owner: str) -> None:
        if self._facts is not None:
            store, metric_id = self._context.store, self._facts.chart.record.metric.id
            self._context.steps.run(lambda: metrics.change_metric(store, metric_id=metric_id, owner=owner))
