"""The scorecard: every metric of a board on one page, as a list, as small charts or as the matrix."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from boardtool.domain.performance.scorecard import Change, ScorecardRow, WillMeet
from boardtool.domain.performance.views import ChartView
from boardtool.ui.charts.words import period_short
from boardtool.ui.context import Context
from boardtool.ui.page import KeyHint, Page
from boardtool.ui.panes import holds_focus
from boardtool.ui.performance.filters import LIST, MATRIX, SMALL, THREAD, ScorecardFilters
from boardtool.ui.performance.overviews import Overview, overview
from boardtool.ui.performance.question import ScorecardFacts, scorecard_facts
from boardtool.ui.performance.scorecard_columns import heading, scorecard_columns
from boardtool.ui.performance.scorecard_doing import ScorecardDoing
from boardtool.ui.performance.thread_view import ThreadView
from boardtool.ui.places import Place
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.tables.view import TableView
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.widgets.buttons import primary, quiet
from boardtool.ui.widgets.notices import EmptyState

_REMEMBERED = "performance/board"
_ROOM_FOR_FACT = 1100


class Scorecard(Page):
    """Lists the metrics; Enter or a click opens one."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {
            *("metric", "observation", "metric_target", "metric_break", "recalculation", "board"),
            *("metric_commentary", "framework", "framework_metric", "area", "scorecard_metric"),
            "thread_node",
        }
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.facts: ScorecardFacts | None = None
        self._code = context.preferences.choice(_REMEMBERED)
        self._view = LIST
        self._fact = ""
        self._overviews: dict[str, Overview] = {}
        self._threads: ThreadView | None = None
        self.filters = ScorecardFilters()
        self.doing = ScorecardDoing(context, self, facts=lambda: self.facts, chosen=self.chosen_rows)
        self._model = RowModel(
            scorecard_columns(self.doing.comment),
            key=lambda row: (row.record.metric.id, row.record.area.id),
            group=heading,
        )
        self.table: TableView[ScorecardRow] = TableView(
            self._model,
            name="scorecard",
            accessible="Scorecard",
            row=sizes.ROW_TWO_LINE,
            preferences=context.preferences,
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.set_title("Performance")
        self.header.add(
            quiet("Import figures", self._import, icon="download"),
            quiet("Scorecard paper", self.doing.make_paper, icon="file-text"),
            primary("New metric", self.doing.new_metric, icon="plus"),
        )
        self.set_bar(self.filters.bar)
        self.empty = EmptyState(
            "No metric is on this scorecard yet. New metric adds a list or one of your own; or",
            "import figures.",
            self._import,
        )
        self._nothing = EmptyState("Nothing matches.", "Clear the filter", self.filters.rest)
        self._body = QStackedWidget()
        for shown in (self.table, self.empty, self._nothing):
            self._body.addWidget(shown)
        self.set_body(self._body)

    def _connect(self) -> None:
        self.table.let_columns_sort()
        self.table.opened.connect(self.open_row)
        self.table.clicked.connect(self._clicked)
        self.filters.changed.connect(self._show_rows)
        self.filters.board_chosen.connect(self._choose_board)
        self.filters.view_chosen.connect(self.show_as)
        said = "Say something of the latest figure\u2026"
        self.context.commands.add(self.table, said, self.say, keys="F2", writes=True)
        self.command("New metric\u2026", self.doing.new_metric, keys="Ctrl+N", writes=True)
        self.command("Import figures\u2026", self._import, writes=True)
        self.command("Scorecard paper\u2026", self.doing.make_paper, keys="Ctrl+E")
        self.command("Metrics as a workbook\u2026", self.doing.make_workbook)
        self.command("Save the small charts\u2026", lambda: self.doing.draw(ChartView.SMALL))
        self.command("Save the matrix\u2026", lambda: self.doing.draw(ChartView.MATRIX))
        self.command("Copy row with its sentence", self.doing.copy_rows, keys="Ctrl+C")
        self.command("Take metric off the scorecard", self.take_off, keys="Del", writes=True)
        self.command("Add a step to the golden thread\u2026", self.add_step, keys="Ctrl+Shift+N", writes=True)
        self.command("Show as list", lambda: self.filters.view.choose(LIST))
        self.command("Show as small charts", lambda: self.filters.view.choose(SMALL))
        self.command("Show as matrix", lambda: self.filters.view.choose(MATRIX))
        self.command("Show the golden threads", lambda: self.filters.view.choose(THREAD))

    # Page

    def open(self, place: Place) -> None:
        if place.ref and place.ref != self._code:
            self._code = place.ref
            self.reload()
        if place.tab:
            self.filters.view.choose(place.tab)

    def reload(self) -> None:
        code = self._code
        self.context.asking.ask(
            (self, "scorecard"), lambda reading: scorecard_facts(reading, code), self.show_facts
        )

    def key_hints(self) -> Sequence[KeyHint]:
        if self._view == THREAD:
            return (KeyHint(("Enter",), "open metric"), KeyHint(("F2",), "change step"))
        return (
            KeyHint(("Enter",), "open chart"),
            KeyHint(("F2",), "say something of it"),
            KeyHint(("Ctrl C",), "copy row with its sentence"),
        )

    def panes(self) -> Sequence[QWidget]:
        shown = self._body.currentWidget()
        return () if shown is None else (shown,)

    # Showing

    def show_facts(self, facts: ScorecardFacts) -> None:
        self.facts = facts
        if facts.board is not None:
            self._code = facts.board.code
            self.context.preferences.remember_choice(_REMEMBERED, self._code)
        self.filters.know(facts)
        self._show_rows()
        self.content_shown.emit()

    def _show_rows(self) -> None:
        if self.facts is None:
            return
        focused = holds_focus(self._body)
        self._show_wanted(self.facts)
        if focused:
            self.panes()[0].setFocus()

    def _show_wanted(self, facts: ScorecardFacts) -> None:
        rows = self.filters.wanted(facts.rows)
        self._model.set_rows(rows)
        self._fact = fact(rows)
        self._fit_fact()
        if self._view == THREAD:
            self._show_threads(facts)
        elif rows:
            if self.table.current_row() is None:
                first = rows[0].record
                self.table.choose((first.metric.id, first.area.id))
            self._show_view(rows)
        elif facts.rows and self.filters.narrows:
            self._nothing.say(f"Nothing matches {self.filters.describe()}.")
            self._body.setCurrentWidget(self._nothing)
        else:
            self._body.setCurrentWidget(self.empty)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_fact()

    def _fit_fact(self) -> None:
        """Say how many there are where there is room beside the chips."""
        room = self.width() > fonts.scaled(_ROOM_FOR_FACT)
        self.filters.bar.set_fact(self._fact if room else "")

    def _show_view(self, rows: Sequence[ScorecardRow]) -> None:
        """Show the rows in the way that is chosen; overviews are made when they are first wanted."""
        if self._view == LIST:
            self._body.setCurrentWidget(self.table)
            return
        if self._view not in self._overviews:
            made = self._overviews[self._view] = overview(self._view, self.open_row)
            self._body.addWidget(made)
        shown = self._overviews[self._view]
        shown.set_rows(rows)
        self._body.setCurrentWidget(shown)

    @property
    def threads(self) -> ThreadView:
        """The golden threads, made when they are first wanted."""
        if self._threads is None:
            self._threads = ThreadView(self.context, self)
            self._body.addWidget(self._threads)
        return self._threads

    def _show_threads(self, facts: ScorecardFacts) -> None:
        self.threads.show_facts(facts)
        self._body.setCurrentWidget(self.threads)

    def show_as(self, view: str) -> None:
        """List, small charts, matrix or golden threads."""
        self._view = view
        self._show_rows()
        self.panes()[0].setFocus()
        self.hints_changed.emit()

    # Doing

    def chosen_rows(self) -> Sequence[ScorecardRow]:
        """The rows that are selected in the list."""
        return self.table.chosen_rows()

    def open_row(self, row: ScorecardRow) -> None:
        self.context.navigate(Place("performance", ref=row.record.ref))

    def _clicked(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        if row is not None and not QGuiApplication.keyboardModifiers():
            self.open_row(row)

    def say(self) -> None:
        """Type what is to be said of the current row's latest figure; where there is no room, on its page."""
        row = self.table.current_row()
        if row is None or self.context.read_only:
            return
        if self.table.isColumnHidden(len(self._model.columns) - 1):
            self.open_row(row)
        else:
            self.table.choose((row.record.metric.id, row.record.area.id), edit="says")

    def add_step(self) -> None:
        """Put a step into a golden thread, where they are shown."""
        self.filters.view.choose(THREAD)
        self.threads.add_step()

    def take_off(self) -> None:
        """Take away what is chosen where it can be seen: metrics of the list, or a step of a thread."""
        if self._view == THREAD:
            self.threads.remove_step()
        elif self._view == LIST:
            self.doing.take_off()

    def _choose_board(self, code: str) -> None:
        self._code = code
        self.reload()

    def _import(self) -> None:
        self.context.navigate(Place("importing", ref=self._code, tab="metrics"))


def fact(rows: Sequence[ScorecardRow]) -> str:
    """How many there are, get worse or will miss: "12 metrics · 1 getting worse · figures to June 2023"."""
    worse = sum(row.change is Change.WORSENING for row in rows)
    missing = sum(row.will_meet is WillMeet.NO for row in rows)
    latest = max((row.latest.period for row in rows if row.latest is not None), default=None)
    said = [
        f"{len(rows)} {'metric' if len(rows) == 1 else 'metrics'}",
        f"{worse} getting worse" if worse else "",
        f"{missing} will miss" if missing else "",
        f"figures to {period_short(latest)}" if latest else "",
    ]
    return " \u00b7 ".join(part for part in said if part)
