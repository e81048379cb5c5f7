"""The Decisions page: every resolution, searched as one types, with the minute it stands in beside it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from boardtool.domain.dates import long_date
from boardtool.ui.context import Context
from boardtool.ui.decisions.panel import MinutePanel
from boardtool.ui.decisions.question import Decided, Decisions, decisions, standing
from boardtool.ui.page import KeyHint, Page, Picture
from boardtool.ui.places import Place
from boardtool.ui.tables.column import Align, Cell, Column, Heading, Look
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.tables.view import TableView
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.widgets.buttons import link
from boardtool.ui.widgets.chips import ChipBar, MenuChip
from boardtool.ui.widgets.fields import SearchField
from boardtool.ui.widgets.notices import EmptyState

EVERY = ""
_SEARCH = 300


class DecisionsPage(Page):
    """Shows resolutions under the meetings that made them, the latest first."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {"resolution", "minute", "meeting", "board", "action", "agenda_item"}
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._there = Decisions((), ())
        self._counts: Counter[str] = Counter()
        self._model: RowModel[Decided] = RowModel(
            _COLUMNS, key=lambda row: row.decision.id, group=self._heading
        )
        self.table = TableView(
            self._model,
            name="decisions",
            accessible="Decisions",
            row=sizes.ROW_DENSE,
            preferences=context.preferences,
        )
        self.search = SearchField("Search in decisions")
        self.search.setFixedWidth(fonts.scaled(_SEARCH))
        self.board = MenuChip("", [(EVERY, "All boards")])
        self.year = MenuChip("Year", [(EVERY, "any")])
        self.panel = MinutePanel(self._open_meeting)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.set_title("Decisions")
        self._clear = link("Clear the filter", self.clear)
        self._bar = ChipBar(self.search, self.board, self.year, self._clear)
        self.set_bar(self._bar)
        self._empty = EmptyState(
            "No decisions yet. They appear here as you minute, or you can", "import minutes.", self._import
        )
        self._nothing = EmptyState("Nothing matches.", "Clear the filter", self.clear)
        self._body = QStackedWidget()
        for shown in (self.table, self._empty, self._nothing):
            self._body.addWidget(shown)
        self._beside = self.set_body(self._body, self.panel)

    def _connect(self) -> None:
        self.search.searched.connect(lambda _typed: self._show_rows())
        self.board.chosen.connect(lambda _code: self._show_rows())
        self.year.chosen.connect(lambda _year: self._show_rows())
        self.table.current_changed.connect(lambda _row: self._show_current())
        self.table.opened.connect(lambda _row: self._open_meeting())
        self.command("Find a decision", self.go_to_search, keys="Ctrl+F")
        self.command("Open the minutes", self._open_meeting, keys="M")

    # Page

    def open(self, place: Place) -> None:
        if place.ref:
            self.board.choose(place.ref)
        if place.id is not None:
            self.clear()
            self.table.choose(place.id)

    def reload(self) -> None:
        self.context.asking.ask((self, "decisions"), decisions, self._show)

    def key_hints(self) -> Sequence[KeyHint]:
        return (KeyHint(("Ctrl F",), "find"), KeyHint(("Enter",), "open the minutes"))

    def panes(self) -> Sequence[QWidget]:
        shown = self._body.currentWidget()
        return (self.table if shown is self.table else self._body, self.panel)

    # Showing

    def _show(self, there: Decisions) -> None:
        self._there = there
        self.board.set_choices([(EVERY, "All boards"), *((each.code, each.name) for each in there.boards)])
        self.year.set_choices([(EVERY, "any"), *((year, year) for year in there.years)])
        self._show_rows()
        self.content_shown.emit()

    def _show_rows(self) -> None:
        rows = _with_dittos([each for each in self._there.decided if self._wants(each)])
        self._counts = Counter(each.decision.meeting_ref for each in rows)
        self._model.set_rows(rows)
        self._bar.set_fact(fact(len(rows), len(self._there.decided)))
        self._clear.setVisible(self._narrows())
        if rows:
            self._body.setCurrentWidget(self.table)
        else:
            self._nothing.say(f"Nothing matches {self._described()}.")
            self._body.setCurrentWidget(self._nothing if self._there.decided else self._empty)
        if self._beside is not None:
            self._beside.show_panel(wanted=bool(rows))
        if rows and self.table.current_row() is None:
            self.table.choose(rows[0].decision.id)
        self._show_current()

    def _wants(self, each: Decided) -> bool:
        return (
            self.board.value in {EVERY, each.decision.board_code}
            and self.year.value in {EVERY, each.year}
            and each.fits(self.search.text())
        )

    def _narrows(self) -> bool:
        return bool(self.board.value or self.year.value or self.search.text().strip())

    def _described(self) -> str:
        """What is looked for, in words: “winter”, North Board, 2022/23."""
        typed = self.search.text().strip()
        board = next((each.name for each in self._there.boards if each.code == self.board.value), "")
        return ", ".join(part for part in (f"“{typed}”" if typed else "", board, self.year.value) if part)

    def _heading(self, row: Decided) -> Heading:
        decision = row.decision
        return Heading(
            f"{long_date(row.day)}, {decision.board_name}", str(self._counts[decision.meeting_ref])
        )

    def _show_current(self) -> None:
        row = self.table.current_row()
        if row is None:
            self.panel.show_nothing()
            return
        decision_id = row.decision.id
        self.context.asking.ask(
            (self, "minute"), lambda reading: standing(reading, decision_id), self.panel.show_minute
        )

    # Doing

    def go_to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def clear(self) -> None:
        """Show everything again."""
        self.search.clear()
        self.board.choose(EVERY)
        self.year.choose(EVERY)
        self._show_rows()

    def _open_meeting(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.context.navigate(Place("meetings", ref=row.decision.meeting_ref, tab="minutes"))

    def _import(self) -> None:
        self.context.navigate(Place("importing", tab="minutes"))

    # Pictures

    def pictures(self) -> Sequence[Picture]:
        return (
            Picture("search", lambda: self._look_for("plan")),
            Picture("nothing", lambda: self._look_for("no such words")),
            Picture("empty", self._picture_empty),
        )

    def _look_for(self, words: str) -> None:
        self.search.setText(words)
        self._show_rows()

    def _picture_empty(self) -> None:
        self.search.clear()
        self._show(Decisions((), ()))


def _with_dittos(rows: Sequence[Decided]) -> list[Decided]:
    """Say a minute's number and heading once, over all that was resolved under it."""
    above = [None, *(_minute(row) for row in rows)]
    return [replace(row, follows=_minute(row) == minute) for row, minute in zip(rows, above, strict=False)]


def _minute(row: Decided) -> tuple[str, int | None]:
    return (row.decision.meeting_ref, row.decision.minute)


def _number(row: Decided) -> Cell:
    minute = row.decision.minute
    shown = "" if row.follows or minute is None else f"{minute}."
    return Cell(shown, spoken=f"minute {minute}")


def _under(row: Decided) -> Cell:
    heading = row.decision.heading
    return Cell("" if row.follows else heading, spoken=heading)


def _words(row: Decided) -> Cell:
    decision = row.decision
    return Cell(f"{decision.label} {decision.text}".strip())


_COLUMNS: tuple[Column[Decided], ...] = (
    Column("minute", "Minute", _number, width=84, align=Align.RIGHT, look=Look.HELP),
    Column(
        "heading",
        "Under",
        _under,
        width=248,
        gives_way=620,
        look=Look.HELP,
        tooltip=lambda row: row.decision.heading,
    ),
    Column("text", "Resolved", _words, stretch=True, tooltip=lambda row: row.decision.text),
)


def fact(shown: int, there: int) -> str:
    """How many decisions are shown, and of how many."""
    words = "decision" if there == 1 else "decisions"
    return f"{there} {words}" if shown == there else f"{shown} of {there} {words}"
