"""The lines of the panel beside a metric: its targets, recalculations, definitions, links and threads."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardtool.domain.dates import long_date
from boardtool.domain.performance.frameworks import ThreadNode
from boardtool.domain.performance.metrics import Break, Definition, Link, Metric, Recalculation, Target
from boardtool.domain.performance.numbers import shown
from boardtool.domain.performance.sentences import meaning
from boardtool.services.performance import figures, metrics
from boardtool.ui.context import Context
from boardtool.ui.performance.panel_parts import FactLine
from boardtool.ui.performance.question import MetricFacts
from boardtool.ui.performance.wrapped_link import WrappedLink
from boardtool.ui.theme.colours import Tone
from boardtool.ui.theme.fonts import MEDIUM, REGULAR, Size
from boardtool.ui.widgets.labels import Words

_THREAD_INDENT = 12


@dataclass(frozen=True, slots=True)
class PanelLines:
    """Makes lines over a context; `go` follows a link, `go_metric` leads to the metric of an id."""

    context: Context
    go: Callable[[Link], None]
    go_metric: Callable[[int], None]

    def recalculation(self, each: Recalculation) -> QWidget:
        store = self.context.store
        when = f", {long_date(each.decided_on)}" if each.decided_on is not None else ""
        return FactLine(
            f"From {long_date(each.on)}: {each.reason}",
            f"{each.who}{when}",
            self._remover(partial(figures.remove_recalculation, store, recalculation_id=each.id)),
        )

    def broken(self, each: Break) -> QWidget:
        store = self.context.store
        return FactLine(
            f"From {long_date(each.on)}: {each.reason}",
            "Limits begin anew there",
            self._remover(partial(figures.remove_break, store, break_id=each.id)),
        )

    def definition(self, each: Definition) -> QWidget:
        store = self.context.store
        since = f"from {long_date(each.starts)}" if each.starts is not None else ""
        until = f"to {long_date(each.ends)}" if each.ends is not None else ""
        when = " ".join(part for part in (each.framework, since, until) if part)
        remove = partial(metrics.remove_definition, store, definition_id=each.id)
        return FactLine(each.text or each.name, when, self._remover(remove))

    def target(self, each: Target, metric: Metric) -> QWidget:
        store = self.context.store
        ends = f" to {long_date(each.ends)}" if each.ends is not None else ""
        starts = f"from {long_date(each.starts)}" if each.starts is not None else "always"
        about = [each.kind.value.capitalize(), starts + ends, each.wording, each.source]
        if each.area_id is None:
            about.append("every area")
        return FactLine(
            shown(each.value, metric.unit),
            " \u00b7 ".join(part for part in about if part),
            self._remover(partial(figures.remove_target, store, target_id=each.id)),
        )

    def link(self, each: Link) -> QWidget:
        store = self.context.store
        return FactLine(
            each.ref,
            each.kind.value.capitalize(),
            self._remover(partial(figures.unlink, store, link_id=each.id)),
            open_it=partial(self.go, each) if each.target_id is not None else None,
        )

    def thread(self, steps: Sequence[ThreadNode], metric: Metric) -> list[QWidget]:
        """The steps of a golden thread, each further in; those with a metric lead to it."""
        return [self._step(node, depth, metric) for depth, node in enumerate(steps)]

    def _step(self, node: ThreadNode, depth: int, metric: Metric) -> QWidget:
        own = node.metric_id == metric.id
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(depth * _THREAD_INDENT, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Words(node.kind.value.capitalize(), size=Size.CAPTION, tone=Tone.HELP))
        if node.metric_id is not None and not own:
            column.addWidget(WrappedLink(node.text, partial(self.go_metric, node.metric_id)))
        else:
            column.addWidget(Words(node.text, weight=MEDIUM if own else REGULAR, wrap=True))
        return line

    def _remover(self, use_case: Callable[[], None]) -> Callable[[], None] | None:
        if self.context.read_only:
            return None
        return lambda: self.context.steps.run(use_case)


def about_metric(metric: Metric) -> list[QWidget]:
    """What its value is worked out from, where it comes from, and what a reader must know."""
    parts = [
        f"{words}: {text}"
        for words, text in (
            ("Numerator", metric.numerator),
            ("Denominator", metric.denominator),
            ("Source", metric.source),
            ("Note", metric.note),
        )
        if text
    ]
    return [Words(part, size=Size.CAPTION, tone=Tone.HELP, wrap=True) for part in parts]


def about_limits(facts: MetricFacts) -> str:
    """How many points there are, and how far the limits can be trusted."""
    chart = facts.chart
    present = sum(point.value is not None for point in chart.xmr.points)
    said = [f"{present} {'point' if present == 1 else 'points'}."]
    if not chart.limits_shown:
        said.append("Limits are drawn from seven points on.")
    elif chart.limits_are_trial:
        said.append("Trial limits: they hold from thirteen points under the same process on.")
    direction = meaning(chart.record.metric.direction)
    said.append(f"{direction}." if direction else "")
    return " ".join(part for part in said if part)
