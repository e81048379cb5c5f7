"""The Actions page: the log of one board or all, edited in place, one action open beside it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from boardtool.data.action_log import ActionLog, action_log
from boardtool.domain.action_filter import ActionFilter
from boardtool.domain.lateness import Standing, lateness
from boardtool.services import actions
from boardtool.ui.actions.columns import ActionColumns, heading
from boardtool.ui.actions.filters import ActionFilters
from boardtool.ui.actions.new_action import NewActionDialog
from boardtool.ui.actions.panel import ActionPanel
from boardtool.ui.actions.row import ActionRow, rows_of
from boardtool.ui.actions.send_to_owners import ask_whom_to_send
from boardtool.ui.context import Context
from boardtool.ui.page import KeyHint, Page, Picture
from boardtool.ui.places import Place
from boardtool.ui.saving import save_document
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.tables.view import TableView
from boardtool.ui.theme import sizes
from boardtool.ui.widgets.buttons import primary, quiet
from boardtool.ui.widgets.notices import EmptyState

if TYPE_CHECKING:
    from boardtool.domain.actions import Action


class ActionsPage(Page):
    """Shows the log in groups by what to do about it; two keys and text add progress."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {"action", "action_owner", "action_progress", "board", "meeting", "minute"}
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._log: ActionLog | None = None
        self._asked_board = 0
        self._wanted: Place | None = None
        self._columns = ActionColumns(context)
        self._model = RowModel(self._columns.columns(), key=lambda row: row.action.id, group=heading)
        self.table = TableView(
            self._model,
            name="actions",
            accessible="Action log",
            row=sizes.ROW_DENSE,
            preferences=context.preferences,
        )
        self.filters = ActionFilters()
        self.panel = ActionPanel(context)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.set_title("Actions")
        self.header.add(
            quiet("Import replies", self._import, icon="download", writes=True),
            quiet("Send to owners", self.send_to_owners, icon="send"),
            primary("New action", self.new_action, icon="plus"),
        )
        self.set_bar(self.filters.bar)
        self._empty = EmptyState(
            "No actions yet. They appear here as you minute, or you can",
            "import an action log.",
            self._import,
        )
        self._nothing = EmptyState("Nothing matches.", "Clear the filter", self.filters.rest)
        self._body = QStackedWidget()
        for shown in (self.table, self._empty, self._nothing):
            self._body.addWidget(shown)
        self._beside = self.set_body(self._body, self.panel)

    def _connect(self) -> None:
        self.table.let_columns_sort()
        self.table.selectionModel().selectionChanged.connect(lambda *_chosen: self._show_chosen())
        self.table.current_changed.connect(lambda _row: self._show_chosen())
        self.table.opened.connect(lambda _row: self.add_progress())
        self.filters.changed.connect(self._filtered)
        self.panel.one.wanted.connect(self._step_by)
        self.command("New action…", self.new_action, keys="Ctrl+N", writes=True)
        self.command("Send to owners…", self.send_to_owners, writes=True)
        self.command("Import replies or a log…", self._import, writes=True)
        self.command("Make a document of the log…", self._make_document)
        self.command("Complete action", self.complete, keys="C", writes=True)
        self.command("Add progress", self.add_progress, keys="P", writes=True)
        self.command("Change status", self.panel.one.choose_status, keys="S", writes=True)
        self.command("Remove action", self.remove, keys="Del", writes=True)

    # Page

    def open(self, place: Place) -> None:
        self._wanted = place if place.ref or place.id is not None else None
        self._go_on()

    def reload(self) -> None:
        today = self.context.clock.today()
        self._asked_board = self.filters.wanted.board_id
        board_id = self._asked_board or None
        self.context.asking.ask(
            (self, "log"), lambda reading: action_log(reading, today, board_id=board_id), self._show
        )

    def key_hints(self) -> Sequence[KeyHint]:
        return (KeyHint(("Space",), "select"), KeyHint(("C",), "complete"), KeyHint(("P",), "add progress"))

    def panes(self) -> Sequence[QWidget]:
        return (self.table, self.panel)

    def pictures(self) -> Sequence[Picture]:
        return (
            Picture("many", self._picture_many),
            Picture("nothing", lambda: self.filters.find.setText("no such words")),
            Picture("new", self.new_action),
            Picture("sending", self.send_to_owners),
        )

    # Showing

    def _show(self, log: ActionLog) -> None:
        self._log = log
        self._columns.owners = log.owners
        self.filters.know(log.boards, log.owners)
        self._show_rows()
        self._go_on()

    def _filtered(self) -> None:
        """The log that is known is that of one board, or of all: another board is asked for."""
        if self.filters.wanted.board_id != self._asked_board:
            self.reload()
        else:
            self._show_rows()

    def _show_rows(self) -> None:
        log = self._log
        if log is None:
            return
        wanted = self.filters.wanted
        rows = rows_of((each for each in log.actions if wanted.wants(each, log.horizon)), log.horizon)
        self._model.set_rows(rows)
        self.filters.bar.set_fact(_fact(log, wanted.board_id))
        self._show_body(bool(rows), wanted)
        if rows and self.table.current_row() is None:
            self.table.choose(rows[0].action.id)
        self._show_chosen()
        self.content_shown.emit()

    def _show_body(self, any_rows: bool, wanted: ActionFilter) -> None:  # noqa: FBT001 - a fact, not a mode
        if any_rows:
            self._body.setCurrentWidget(self.table)
        elif self._log is not None and self._log.actions and wanted.narrows:
            self._nothing.say(f"Nothing matches {self.filters.describe()}.")
            self._body.setCurrentWidget(self._nothing)
        else:
            self._body.setCurrentWidget(self._empty)
        if self._beside is not None:
            self._beside.show_panel(wanted=any_rows)

    def _show_chosen(self) -> None:
        current = self.table.current_row()
        chosen = self.table.chosen_rows()
        rows = chosen if len(chosen) > 1 else [current] if current is not None else []
        if rows:
            self.panel.show_rows(rows, self._columns.owners)

    def _step_by(self, lines: int) -> None:
        rows = [row for row in self._shown_rows() if row is not None]
        current = self.table.current_row()
        if current is None or not rows:
            return
        place = [row.action.id for row in rows].index(current.action.id) + lines
        if 0 <= place < len(rows):
            self.table.choose(rows[place].action.id)

    def _shown_rows(self) -> list[ActionRow | None]:
        return [self._model.row_at(self._model.index(line, 0)) for line in range(self._model.rowCount())]

    def _go_on(self) -> None:
        """Go to the place that is wanted, as soon as the log that holds it is here."""
        place, log = self._wanted, self._log
        if place is None or log is None:
            return
        if place.ref:
            self._wanted = replace(place, ref="")
            self._choose_board(log, place.ref)
            if self._asked_board != log.board_id:
                return
        if place.id is not None and all(each.id != place.id for each in log.actions):
            self.filters.board.choose("")
            if self._asked_board != log.board_id:
                return
        self._wanted = None
        if place.id is not None:
            self._reveal(place.id, log)

    def _reveal(self, action_id: int, log: ActionLog) -> None:
        """Choose an action, and take away the filter where that leaves it out."""
        if any(
            each.id == action_id and not self.filters.wanted.wants(each, log.horizon) for each in log.actions
        ):
            self.filters.show_all()
        self.table.choose(action_id)

    def _choose_board(self, log: ActionLog, code: str) -> None:
        for board in log.boards:
            if board.code == code:
                self.filters.board.choose(str(board.id))

    # Doing

    def new_action(self) -> None:
        if self._log is None or not self._log.boards:
            self.strip.say("There is no board yet.", "Make one under Settings; its actions then have a log.")
            return
        NewActionDialog(
            self.context,
            self,
            self._log.boards,
            self._log.owners,
            board_id=self.filters.wanted.board_id,
            made=self._made,
        ).open()

    def _made(self, action: "Action") -> None:
        self.table.choose(action.id)
        self.context.messages.say(f"{action.number} is in the log")

    def complete(self) -> None:
        """Complete what is chosen, with the words in the progress box where one action is."""
        self.panel.complete()

    def add_progress(self) -> None:
        if self._beside is not None:
            self._beside.unfold()
        self.panel.progress.setFocus()

    def remove(self) -> None:
        ids = [row.action.id for row in self.table.chosen_rows()]
        store = self.context.store
        if ids:
            self.context.steps.run(lambda: actions.remove(store, action_ids=ids))

    def send_to_owners(self) -> None:
        """Ask who gets a form with their open actions, of the board that is shown or of all."""
        ask_whom_to_send(self, board=self._board_code())

    def _import(self) -> None:
        self.context.navigate(Place("importing", self._board_code(), tab="actions"))

    def _make_document(self) -> None:
        code = self._board_code()
        if not code:
            self.strip.say("A document is of one board.", "Choose the board in the first chip above.")
            return
        save_document(
            self, self.context, "actions", code, name=f"{code} action log", endings=(".docx", ".pdf", ".xlsx")
        )

    def _board_code(self) -> str:
        boards = self._log.boards if self._log is not None else ()
        wanted = self.filters.wanted.board_id
        codes = [board.code for board in boards if board.id == wanted]
        return codes[0] if codes else ""

    def _picture_many(self) -> None:
        self.table.selectAll()


def _fact(log: ActionLog, board_id: int) -> str:
    """How many are open and late: "15 open · 4 late"."""
    held = [each for each in log.actions if board_id in {0, each.board_id}]
    standings = [lateness(each, log.horizon).standing for each in held]
    undone = [standing for standing in standings if standing is not Standing.DONE]
    late = standings.count(Standing.LATE)
    nobody = sum(not each.owners for each in held if not each.status.is_done)
    said = [
        f"{len(undone)} open",
        f"{late} late" if late else "",
        f"{nobody} without an owner" if nobody else "",
    ]
    return " · ".join(part for part in said if part)
