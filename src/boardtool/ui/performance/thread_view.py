"""The golden threads: from an outcome for people down to what one of them would say, walked and made here."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardtool.services.performance import threads
from boardtool.ui.context import Context
from boardtool.ui.performance.question import ScorecardFacts
from boardtool.ui.performance.thread_columns import ThreadRow, framework_heading, thread_columns
from boardtool.ui.performance.thread_dialog import ThreadDialog
from boardtool.ui.places import Place
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.tables.view import TableView
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.theme.fonts import BOLD, Size
from boardtool.ui.widgets.buttons import small
from boardtool.ui.widgets.labels import Words

if TYPE_CHECKING:
    from boardtool.domain.performance.scorecard import ScorecardRow

_KINDS = "Population outcome, ambition, outcome, lead KPI, operational KPI, and what a person would say."


class ThreadView(QWidget):
    """A table of steps; Enter opens the metric of one, or changes a step that has none."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__()
        self._context, self._page = context, page
        self._facts: ScorecardFacts | None = None
        self._sentence = Words(size=Size.READ, weight=BOLD, wrap=True)
        self._hint = Words(_KINDS, tone=Tone.HELP, wrap=True)
        self._model = RowModel(thread_columns(), key=lambda row: row.step.node.id, group=framework_heading)
        self.table: TableView[ThreadRow] = TableView(
            self._model,
            name="threads",
            accessible="Golden threads",
            row=sizes.ROW_TWO_LINE,
            preferences=context.preferences,
        )
        self.table.opened.connect(self._open)
        self.setFocusProxy(self.table)
        self._buttons = (
            small("Add a step", self.add_step, icon="plus"),
            small("Change", self.change_step, icon="pencil"),
            small("Remove", self.remove_step, icon="trash-2"),
        )
        self._lay_out()
        context.commands.add(
            self.table, "Change the step of the golden thread\u2026", self.change_step, keys="F2", writes=True
        )
        self.table.current_changed.connect(lambda _row: self._settle())

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.addWidget(self._sentence)
        words.addWidget(self._hint)
        head = QHBoxLayout()
        head.setContentsMargins(sizes.PAGE_EDGE, sizes.S3, sizes.PAGE_EDGE, sizes.S3)
        head.setSpacing(sizes.S2)
        head.addLayout(words, 1)
        for button in self._buttons:
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.table, 1)

    def show_facts(self, facts: ScorecardFacts) -> None:
        """Every framework's threads, with the signs that the rows of the scorecard give."""
        self._facts = facts
        lines = thread_rows(facts)
        self._model.set_rows(lines)
        self._sentence.setText(sentence(lines))
        self._hint.setVisible(not lines)
        if lines and self.table.current_row() is None:
            self.table.choose(lines[0].step.node.id)
        self._settle()

    # Doing

    def add_step(self) -> None:
        """Ask for a step that hangs on the chosen one."""
        row = self.table.current_row()
        self._ask(
            lambda facts: ThreadDialog(
                self._context, self._page, facts.known, beneath=None if row is None else row.step.node
            )
        )

    def change_step(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self._ask(
                lambda facts: ThreadDialog(self._context, self._page, facts.known, changed=row.step.node)
            )

    def remove_step(self) -> None:
        row = self.table.current_row()
        if row is not None:
            store, step_id = self._context.store, row.step.node.id
            self._context.steps.run(lambda: threads.remove_step(store, step_id=step_id))

    def _ask(self, dialog: Callable[[ScorecardFacts], ThreadDialog]) -> None:
        if self._facts is not None and not self._context.read_only:
            dialog(self._facts).open()

    def _open(self, row: ThreadRow) -> None:
        metric_id = row.step.node.metric_id
        if row.shown_by is not None:
            self._context.navigate(Place("performance", ref=row.shown_by.record.ref))
        elif metric_id is not None and self._facts is not None:
            key = next(each.key for each in self._facts.known.metrics if each.id == metric_id)
            self._context.navigate(Place("performance", ref=f"{key}/"))
        else:
            self.change_step()

    def _settle(self) -> None:
        """Without a chosen step there is nothing to change; in a library that is read nothing is made."""
        chosen = self.table.current_row() is not None
        add, *others = self._buttons
        add.setEnabled(not self._context.read_only)
        for button in others:
            button.setEnabled(chosen and not self._context.read_only)


def thread_rows(facts: ScorecardFacts) -> list[ThreadRow]:
    """The steps of all frameworks, each with its metric and the first row of the scorecard that has it."""
    on_scorecard: dict[int, ScorecardRow] = {}
    for row in facts.rows:
        on_scorecard.setdefault(row.record.metric.id, row)
    names = {each.id: each.title for each in facts.known.metrics}
    return [
        ThreadRow(
            framework,
            step,
            names.get(step.node.metric_id or 0, ""),
            on_scorecard.get(step.node.metric_id or 0),
        )
        for framework, steps in facts.known.threads
        for step in steps
    ]


def sentence(rows: Sequence[ThreadRow]) -> str:
    """How many threads there are, and where a measure is missing."""
    if not rows:
        return "There is no golden thread yet. Add a step: a thread begins with an outcome for people."
    outcomes = sum(row.step.depth == 0 for row in rows)
    gaps = sum(bool(row.step.gap) for row in rows)
    begun = "1 population outcome" if outcomes == 1 else f"{outcomes} population outcomes"
    if not gaps:
        return f"{begun}, and every step that needs a measure has one."
    return f"{begun}; {gaps} {'step has' if gaps == 1 else 'steps have'} no measure yet."
