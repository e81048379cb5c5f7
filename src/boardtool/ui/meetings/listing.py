"""The list of meetings, of one board or all: those to come, then the years behind."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from boardtool.domain.boards import Board
from boardtool.ui.context import Context
from boardtool.ui.meetings.either import Either
from boardtool.ui.meetings.list_rows import Listed, MeetingRow, ask, list_columns, rows_of
from boardtool.ui.meetings.new_meeting import ask_for_new_meeting
from boardtool.ui.page import KeyHint, Page
from boardtool.ui.places import Place
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.tables.view import TableView
from boardtool.ui.theme import sizes
from boardtool.ui.widgets.buttons import primary
from boardtool.ui.widgets.chips import ChipBar, MenuChip
from boardtool.ui.widgets.notices import EmptyState

ALL = ""


class MeetingsList(Page):
    """Enter opens a meeting; the chips narrow the list to a board or a year."""

    watches: ClassVar[frozenset[str]] = frozenset({"meeting", "board", "agenda_item", "paper", "minute"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._listed: Listed | None = None
        self.set_title("Meetings")
        self.header.add(primary("New meeting", self.plan, icon="plus"))
        self.board = MenuChip("", [(ALL, "All boards")])
        self.year = MenuChip("", [(ALL, "All years")])
        self._bar = ChipBar(self.board, self.year)
        self.set_bar(self._bar)
        self.model: RowModel[MeetingRow] = RowModel(
            list_columns(), key=lambda row: row.meeting.id, group=lambda row: row.group
        )
        self.table: TableView[MeetingRow] = TableView(
            self.model,
            name="meetings",
            accessible="Meetings",
            row=sizes.ROW_SENTENCE,
            preferences=context.preferences,
        )
        self.empty = EmptyState("No meetings yet.", "Plan a meeting", self.plan, writes=True)
        self.nothing = EmptyState("No meeting matches.", "Show all", self._show_all)
        self._stack = Either(self.table, self.empty, self.nothing)
        self.set_body(self._stack)
        self.board.chosen.connect(lambda _value: self._show_rows())
        self.year.chosen.connect(lambda _value: self._show_rows())
        self.table.opened.connect(self._open)
        self.command("New meeting", self.plan, keys="Ctrl+N", writes=True)

    def open(self, place: Place) -> None:
        """A place's tab names a board by its code, to narrow the list to."""
        if place.tab:
            self.board.set_choices([(ALL, "All boards"), (place.tab, place.tab)])
            self.board.choose(place.tab)

    def reload(self) -> None:
        today = self.context.clock.today()
        self.context.asking.ask((self, "meetings"), lambda reading: ask(reading, today), self._show)

    def key_hints(self) -> Sequence[KeyHint]:
        return (KeyHint(("Enter",), "open"), KeyHint(("Ctrl N",), "new meeting"))

    def panes(self) -> Sequence[QWidget]:
        return (self._stack.shown, self._bar)

    def plan(self) -> None:
        code = self.board.value
        board = next((each.id for each in self._boards() if each.code == code), None)
        ask_for_new_meeting(self.context, self, board_id=board)

    def _boards(self) -> Sequence[Board]:
        return self._listed.boards if self._listed is not None else ()

    def _show(self, listed: Listed) -> None:
        self._listed = listed
        self.board.set_choices([(ALL, "All boards"), *((each.code, each.name) for each in listed.boards)])
        years = sorted({str(each.meeting.date.year) for each in listed.meetings}, reverse=True)
        self.year.set_choices([(ALL, "All years"), *((year, year) for year in years)])
        self._show_rows()
        self.content_shown.emit()

    def _show_rows(self) -> None:
        if self._listed is None:
            return
        rows = rows_of(self._listed, board=self.board.value, year=self.year.value)
        self.model.set_rows(rows)
        if rows:
            self._stack.setCurrentWidget(self.table)
            if self.table.current_row() is None:
                self.table.choose(rows[0].meeting.id)
        else:
            self._stack.setCurrentWidget(self.nothing if self._listed.meetings else self.empty)
        self._bar.set_fact(f"{len(rows)} meeting{'' if len(rows) == 1 else 's'}" if rows else "")

    def _show_all(self) -> None:
        self.board.choose(ALL)
        self.year.choose(ALL)

    def _open(self, row: MeetingRow) -> None:
        self.context.navigate(Place("meetings", ref=row.meeting.ref))
