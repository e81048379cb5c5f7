"""The Actions tab: what this meeting asked for, edited in place as in the log itself."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from boardtool.domain.actions import ActionStatus
from boardtool.services import actions
from boardtool.ui.actions.columns import ActionColumns, heading
from boardtool.ui.actions.row import ActionRow, rows_of
from boardtool.ui.context import Context
from boardtool.ui.meetings.either import Either
from boardtool.ui.meetings.facts import MeetingFacts
from boardtool.ui.meetings.tab import WorkspaceTab
from boardtool.ui.page import KeyHint
from boardtool.ui.places import Place
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.tables.view import TableView
from boardtool.ui.theme import sizes
from boardtool.ui.widgets.notices import EmptyState


class ActionsTab(WorkspaceTab):
    """C completes an action, F2 edits a cell, Ctrl+Enter opens it in the log."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._columns = ActionColumns(context)
        columns = [column for column in self._columns.columns() if column.key != "board"]
        self.model: RowModel[ActionRow] = RowModel(columns, key=lambda row: row.action.id, group=heading)
        self.table: TableView[ActionRow] = TableView(
            self.model,
            name="meeting-actions",
            accessible="Actions of this meeting",
            row=sizes.ROW_DENSE,
            preferences=context.preferences,
        )
        self.empty = EmptyState("No actions yet. They appear here as you minute.", "Open the log", self._log)
        self._stack = Either(self.table, self.empty)
        self.set_body(self._stack)
        self.table.opened.connect(self._open)
        add = context.commands.add
        add(self.table, "Complete action", self.complete, keys="C", writes=True)
        add(self.table, "Open in the action log", self._open_current, keys="Ctrl+Return")
        add(self.table, "Remove action", self.remove, keys="Del", writes=True)

    def fill(self, facts: MeetingFacts) -> None:
        self._columns.owners = facts.names
        self.model.set_rows(rows_of(facts.actions, facts.horizon))
        self._stack.setCurrentWidget(self.table if facts.actions else self.empty)

    def choose(self, identity: int) -> None:
        self.table.choose(identity)

    def panes(self) -> Sequence[QWidget]:
        return (self._stack.shown,)

    def key_hints(self) -> Sequence[KeyHint]:
        return (
            KeyHint(("C",), "complete"),
            KeyHint(("F2",), "edit"),
            KeyHint(("Ctrl Enter",), "open in the log"),
        )

    def complete(self) -> None:
        ids = [
            row.action.id
            for row in self.table.chosen_rows()
            if row.action.status not in {ActionStatus.COMPLETED, ActionStatus.CLOSED}
        ]
        if ids:
            today = self.context.clock.today()
            self.context.steps.run(lambda: actions.complete(self.context.store, action_ids=ids, today=today))

    def remove(self) -> None:
        ids = [row.action.id for row in self.table.chosen_rows()]
        if ids:
            self.context.steps.run(lambda: actions.remove(self.context.store, action_ids=ids))

    def _open(self, row: ActionRow) -> None:
        self.context.navigate(Place("actions", ref=row.action.board_code, id=row.action.id))

    def _open_current(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self._open(row)

    def _log(self) -> None:
        if self.facts is not None:
            self.context.navigate(Place("actions", ref=self.facts.board.code))
