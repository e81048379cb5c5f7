"""What stands beside a metric's chart: how to read it, what was said, what it means, and what hangs on it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from boardtool.domain.dates import long_date
from boardtool.domain.performance.metrics import Link, Recalculation, Target, ThreadNode
from boardtool.domain.performance.numbers import shown
from boardtool.domain.performance.sentences import meaning
from boardtool.services.performance import figures, metrics
from boardtool.ui.context import Context
from boardtool.ui.performance.figure_row import FigureRow
from boardtool.ui.performance.legend import Legend
from boardtool.ui.performance.name_link import NameLink
from boardtool.ui.performance.question import MetricFacts
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.theme.fonts import MEDIUM, REGULAR, Size
from boardtool.ui.widgets.buttons import bare, link
from boardtool.ui.widgets.fields import InlineText, paragraph_field
from boardtool.ui.widgets.labels import Words, heading
from boardtool.ui.widgets.layouts import clear
from boardtool.ui.widgets.panel import RightPanel

if TYPE_CHECKING:
    from boardtool.domain.performance.periods import Period

_THREAD_INDENT = 12


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the links of the panel ask the page for."""

    recalculate: Callable[[], None]
    target: Callable[[], None]
    definition: Callable[[], None]
    link: Callable[[], None]
    go: Callable[[Link], None]
    go_metric: Callable[[int], None]


class MetricPanel(RightPanel):
    """Fills itself from the facts; the comment belongs to the row that is chosen."""

    def __init__(self, context: Context, wanted: Wanted) -> None:
        super().__init__("About this metric")
        self._context, self._wanted = context, wanted
        self._facts: MetricFacts | None = None
        self._period: Period | None = None
        self.legend = Legend()
        self._limits = Words(size=Size.CAPTION, tone=Tone.HELP, wrap=True)
        self._said = heading("What is said")
        self.comment = paragraph_field("What is said of this figure", lines=3)
        self.owner = InlineText(name="Owner")
        self.owner.setTextMargins(-sizes.S3, 0, -sizes.S3, 0)
        self._definition = _Part("Definition", "Add a definition\u2026", wanted.definition)
        self._targets = _Part("Targets", "Set a target\u2026", wanted.target)
        self._anew = _Part("Recalculations", "Recalculate from a date\u2026", wanted.recalculate)
        self._links = _Part("Served and discussed", "Link a scheme, minute or action\u2026", wanted.link)
        self._thread = _Part("Golden thread")
        self.column.setSpacing(sizes.S2)
        for part in (
            heading("How to read it"),
            self.legend,
            self._limits,
            self._anew,
            self._said,
            self.comment,
            heading("Owner"),
            self.owner,
            self._targets,
            self._definition,
            self._links,
            self._thread,
        ):
            self.column.addWidget(part)
        self.column.addStretch()
        self.comment.textChanged.connect(self._typed)
        self.owner.committed.connect(self._own)

    def show_facts(self, facts: MetricFacts) -> None:
        self._facts = facts
        chart = facts.chart
        self.legend.show_chart(chart)
        self._limits.setText(_about_limits(facts))
        self.owner.set_kept(chart.record.metric.owner)
        self.owner.setPlaceholderText("Nobody is named")
        self.owner.setReadOnly(self._context.read_only)
        self._anew.fill([self._recalculation(each) for each in chart.record.recalculations])
        self._targets.fill([self._target(each, facts) for each in reversed(chart.record.targets)])
        self._definition.fill(_definition_lines(facts))
        self._links.fill([self._link(each) for each in chart.record.links])
        self._thread.fill([line for thread in facts.threads for line in self._steps(thread, facts)])
        self._thread.setVisible(bool(facts.threads))

    def show_row(self, row: FigureRow | None) -> None:
        """Show what is said of a period, unless it is being typed."""
        period = None if row is None else row.seen.period
        moved = period != self._period
        self._period = period
        self.comment.setEnabled(row is not None and not self._context.read_only)
        if row is None:
            return
        self._said.setText(f"What is said of {row.seen.period.shown}")
        if moved or (not self.comment.document().isModified() and self.comment.toPlainText() != row.remark):
            _fill(self.comment, row.remark)

    # Acting

    def _typed(self) -> None:
        facts, period = self._facts, self._period
        if facts is None or period is None or not self.comment.document().isModified():
            return
        store, record = self._context.store, facts.chart.record
        text, author = self.comment.toPlainText(), self._context.preferences.who
        today = self._context.clock.today()
        self._context.steps.send(
            f"comment {record.metric.id} {record.area.id} {period.label}",
            lambda: figures.comment(
                store,
                metric_id=record.metric.id,
                area_id=record.area.id,
                period=period,
                text=text,
                author=author,
                today=today,
            ),
        )
        self.comment.document().setModified(False)

    def _own(self, owner: str) -> None:
        if self._facts is not None:
            store, metric_id = self._context.store, self._facts.chart.record.metric.id
            self._context.steps.run(lambda: metrics.change_metric(store, metric_id=metric_id, owner=owner))

    # Lines

    def _recalculation(self, each: Recalculation) -> QWidget:
        store = self._context.store
        when = f", {long_date(each.decided_on)}" if each.decided_on is not None else ""
        return _Line(
            f"From {long_date(each.on)}: {each.reason}",
            f"{each.who}{when}",
            self._remover(partial(figures.remove_recalculation, store, recalculation_id=each.id)),
        )

    def _target(self, each: Target, facts: MetricFacts) -> QWidget:
        store = self._context.store
        ends = f" to {long_date(each.ends)}" if each.ends is not None else ""
        starts = f"from {long_date(each.starts)}" if each.starts is not None else "always"
        about = [each.kind.value.capitalize(), starts + ends, each.wording, each.source]
        if each.area_id is None:
            about.append("every area")
        return _Line(
            shown(each.value, facts.chart.record.metric.unit),
            " \u00b7 ".join(part for part in about if part),
            self._remover(partial(figures.remove_target, store, target_id=each.id)),
        )

    def _link(self, each: Link) -> QWidget:
        store = self._context.store
        return _Line(
            each.ref,
            each.kind.value.capitalize(),
            self._remover(partial(figures.unlink, store, link_id=each.id)),
            open_it=partial(self._wanted.go, each) if each.target_id is not None else None,
        )

    def _remover(self, use_case: Callable[[], None]) -> Callable[[], None] | None:
        if self._context.read_only:
            return None
        return lambda: self._context.steps.run(use_case)

    def _steps(self, thread: Sequence[ThreadNode], facts: MetricFacts) -> list[QWidget]:
        """The steps of a golden thread, each further in; those with a metric lead to it."""
        lines: list[QWidget] = []
        for depth, node in enumerate(thread):
            own = node.metric_id == facts.chart.record.metric.id
            line = QWidget()
            column = QVBoxLayout(line)
            column.setContentsMargins(depth * _THREAD_INDENT, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(Words(node.kind.value.capitalize(), size=Size.CAPTION, tone=Tone.HELP))
            if node.metric_id is not None and not own:
                column.addWidget(NameLink(node.text, partial(self._wanted.go_metric, node.metric_id)))
            else:
                column.addWidget(Words(node.text, weight=MEDIUM if own else REGULAR, wrap=True))
            lines.append(line)
        return lines


class _Part(QWidget):
    """A heading, lines, and one link beneath that adds another."""

    def __init__(self, title: str, words: str = "", do: Callable[[], None] | None = None) -> None:
        super().__init__()
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, sizes.S3, 0, 0)
        column.setSpacing(sizes.S1)
        column.addWidget(heading(title))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(sizes.S2)
        column.addLayout(self._lines)
        if words:
            column.addWidget(link(words, do))

    def fill(self, lines: Sequence[QWidget]) -> None:
        clear(self._lines)
        for line in lines:
            self._lines.addWidget(line)


class _Line(QWidget):
    """A fact, what stands behind it, and a cross that takes it away."""

    def __init__(
        self,
        fact: str,
        behind: str,
        remove: Callable[[], None] | None,
        *,
        open_it: Callable[[], None] | None = None,
    ) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.S1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(NameLink(fact, open_it) if open_it is not None else Words(fact, wrap=True))
        if behind:
            words.addWidget(Words(behind, size=Size.CAPTION, tone=Tone.HELP, wrap=True))
        row.addLayout(words, 1)
        if remove is not None:
            row.addWidget(bare("x", f"Remove: {fact}", remove))


def _about_limits(facts: MetricFacts) -> str:
    """How many points there are, and how far the limits can be trusted."""
    chart = facts.chart
    present = sum(point.value is not None for point in chart.xmr.points)
    said = [f"{present} {'point' if present == 1 else 'points'}."]
    if not chart.limits_shown:
        said.append("Limits are drawn from seven points on.")
    elif chart.limits_are_trial:
        said.append("Trial limits: they hold from thirteen points under the same process on.")
    said.append(
        f"{meaning(chart.record.metric.direction)}." if meaning(chart.record.metric.direction) else ""
    )
    return " ".join(part for part in said if part)


def _definition_lines(facts: MetricFacts) -> list[QWidget]:
    """How the metric is defined now, then what it was before."""
    metric = facts.chart.record.metric
    lines: list[QWidget] = []
    for each in reversed(facts.definitions):
        since = f"from {long_date(each.starts)}" if each.starts is not None else ""
        until = f"to {long_date(each.ends)}" if each.ends is not None else ""
        when = " ".join(part for part in (each.framework, since, until) if part)
        lines.append(_Line(each.text or each.name, when, None))
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
    return [*lines, *(Words(part, size=Size.CAPTION, tone=Tone.HELP, wrap=True) for part in parts)]


def _fill(box: QPlainTextEdit, text: str) -> None:
    blocked = box.blockSignals(True)  # noqa: FBT003 - Qt's own signature
    box.setPlainText(text)
    box.document().setModified(False)
    box.blockSignals(blocked)
