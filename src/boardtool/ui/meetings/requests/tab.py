"""The Requests tab: the register of those who ask to address the meeting."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from boardtool.domain.requests_to_address import Decision, Spoke
from boardtool.ui.context import Context
from boardtool.ui.meetings.either import Either
from boardtool.ui.meetings.facts import MeetingFacts
from boardtool.ui.meetings.preparing import choose_register
from boardtool.ui.meetings.requests.columns import request_columns
from boardtool.ui.meetings.requests.dialogs import DecideDialog, RequestDialog
from boardtool.ui.meetings.requests.edits import RequestEdits
from boardtool.ui.meetings.requests.panel import RequestsPanel
from boardtool.ui.meetings.requests.rows import RequestRow, request_rows
from boardtool.ui.meetings.requests.speaking import SpeakingRulesDialog
from boardtool.ui.meetings.tab import WorkspaceTab
from boardtool.ui.page import KeyHint
from boardtool.ui.tables.column import Cell, Tail
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.tables.view import TableView
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.notices import EmptyState

_NEW = Tail("new", {"name": Cell("New request…", tone=Tone.FAINT)})
_CHAIR = "Chair"


class RequestsTab(WorkspaceTab):
    """A accepts, D declines, W is for a request withdrawn, S for somebody who spoke and N who did not."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.edits = RequestEdits(context)
        self.model: RowModel[RequestRow] = RowModel(request_columns(self.edits), key=lambda row: row.id)
        self.table: TableView[RequestRow] = TableView(
            self.model,
            name="requests",
            accessible="Requests to address the meeting",
            preferences=context.preferences,
        )
        self.empty = EmptyState(
            "Nobody has asked to address the meeting.", "Keep a request…", self.add_request, writes=True
        )
        self.panel = RequestsPanel(set_rules=self.set_rules, export=self.export_register, decide=self.decide)
        self._stack = Either(self.table, self.empty)
        self.set_body(self._stack, self.panel)
        self.table.opened.connect(self._open)
        self.table.current_changed.connect(self.panel.show_row)
        self.table.tail_opened.connect(lambda _id: self.add_request())
        self._offer_commands()

    def _offer_commands(self) -> None:
        add = self.context.commands.add
        add(self, "Keep a request to address the meeting…", self.add_request, keys="Ins", writes=True)
        add(self.table, "Accept request", self.accept_request, keys="A", writes=True)
        add(self.table, "Decline request…", partial(self._decide, Decision.DECLINED), keys="D", writes=True)
        add(
            self.table,
            "Request was withdrawn",
            partial(self._settle, Decision.WITHDRAWN),
            keys="W",
            writes=True,
        )
        add(
            self.table,
            "Request is to be decided still",
            partial(self._settle, Decision.UNDECIDED),
            keys="U",
            writes=True,
        )
        add(self.table, "Spoke", partial(self._heard, Spoke.YES), keys="S", writes=True)
        add(self.table, "Did not speak", partial(self._heard, Spoke.NO), keys="N", writes=True)
        add(self.table, "Remove request", self.remove, keys="Del", writes=True)
        add(self, "Rules for speakers…", self.set_rules, writes=True)
        add(self, "Export the register of requests…", self.export_register)

    # What the workspace calls

    def fill(self, facts: MeetingFacts) -> None:
        rows = request_rows(facts)
        self.model.set_rows(rows)
        self.model.set_tail(None if facts.locked or not rows else _NEW)
        self._stack.setCurrentWidget(self.table if rows else self.empty)
        if rows and not self.table.currentIndex().isValid():
            self.table.choose(rows[0].id)
        self.panel.show_facts(facts)
        self.panel.show_row(self.table.current_row())

    def choose(self, identity: int) -> None:
        self.table.choose(identity)

    def panes(self) -> Sequence[QWidget]:
        return (self._stack.shown, self.panel)

    def key_hints(self) -> Sequence[KeyHint]:
        new = KeyHint(("Ins",), "new request")
        if self._stack.shown is self.empty:
            return (new,)
        return (KeyHint(("A", "D"), "accept, decline"), KeyHint(("S", "N"), "spoke or not"), new)

    # Commands

    def add_request(self) -> None:
        if self.facts is not None and not self.facts.locked:
            RequestDialog(self, self.edits, self.facts, now=self.context.clock.now()).open()

    def accept_request(self) -> None:
        """Accept those chosen at once, each for the usual minutes."""
        self._settle(Decision.ACCEPTED)

    def decide(self) -> None:
        row = self.table.current_row()
        if row is not None:
            undone = row.request.decision is Decision.UNDECIDED
            self._decide(Decision.ACCEPTED if undone else row.request.decision)

    def remove(self) -> None:
        self.edits.remove(self.table.chosen_rows())

    def set_rules(self) -> None:
        if self.facts is not None:
            SpeakingRulesDialog(self.context, self, self.facts.board, self.facts.case.speaking).open()

    def export_register(self) -> None:
        if self.facts is not None and self.facts.case.requests:
            choose_register(self.context, self, self.facts)

    # What happens

    def _open(self, row: RequestRow) -> None:
        if self.facts is not None:
            RequestDialog(self, self.edits, self.facts, now=self.context.clock.now(), row=row).open()

    def _settle(self, decision: Decision) -> None:
        rows, today = self.table.chosen_rows(), self.context.clock.today()
        self.edits.settle(rows, decision, by=self._chair(), on=today)

    def _decide(self, decision: Decision) -> None:
        row = self.table.current_row()
        if row is not None and self.facts is not None:
            DecideDialog(
                self,
                self.edits,
                row,
                decision=decision,
                by=self._chair(),
                usual=self.facts.case.speaking.minutes_each,
                today=self.context.clock.today(),
            ).open()

    def _heard(self, spoke: Spoke) -> None:
        self.edits.heard(self.table.chosen_rows(), spoke)

    def _chair(self) -> str:
        """Who decides by the rules of most boards: whoever chairs, by name where that is known."""
        people = () if self.facts is None else self.facts.attendance
        return next((person.name for person in people if person.chairing), _CHAIR)
