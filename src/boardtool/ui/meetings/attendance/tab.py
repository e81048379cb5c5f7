"""The Attendance tab: who is here, by one key each, with substitutes, comings and goings."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardtool.domain.meetings import Attendance, Presence
from boardtool.ui.context import Context
from boardtool.ui.meetings.attendance.columns import attendance_columns, group_of
from boardtool.ui.meetings.attendance.dialogs import AddPersonDialog, InterestDialog, SubstituteDialog
from boardtool.ui.meetings.attendance.edits import AttendanceEdits
from boardtool.ui.meetings.attendance.panel import AttendancePanel
from boardtool.ui.meetings.either import Either
from boardtool.ui.meetings.facts import MeetingFacts
from boardtool.ui.meetings.quorum import QuorumDialog
from boardtool.ui.meetings.tab import WorkspaceTab
from boardtool.ui.page import KeyHint
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.tables.view import TableView
from boardtool.ui.theme import sizes
from boardtool.ui.widgets.buttons import small
from boardtool.ui.widgets.notices import EmptyState

_KEYS = (
    ("In the room", Presence.PRESENT, "P"),
    ("By video", Presence.BY_VIDEO, "V"),
    ("Apologies", Presence.APOLOGIES, "A"),
    ("Absent", Presence.ABSENT, "X"),
    ("Expected", Presence.EXPECTED, "E"),
)


class AttendanceTab(WorkspaceTab):
    """P, V, A, X and E say how somebody is here; S names a substitute, L and C when they left and came."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.edits = AttendanceEdits(context)
        self.model: RowModel[Attendance] = RowModel(
            attendance_columns(self.edits), key=lambda row: row.id, group=group_of
        )
        self.table: TableView[Attendance] = TableView(
            self.model,
            name="attendance",
            accessible="Attendance",
            row=sizes.ROW_DENSE,
            preferences=context.preferences,
        )
        self.empty = EmptyState("Nobody is listed yet.", "List the members of the board", self.list_members)
        self.panel = AttendancePanel(
            set_quorum=self._set_quorum, declare=self.declare, withdraw=self._withdraw
        )
        self._stack = Either(self.table, self.empty)
        self.set_body(self._with_buttons(), self.panel)
        self._offer_commands()

    def _with_buttons(self) -> QWidget:
        self.everyone = small("Everybody expected is here", self.everyone_present, icon="check")
        self.more = small("Add officer or guest…", self.add_person, icon="user-plus")
        row = QHBoxLayout()
        row.setContentsMargins(sizes.PAGE_EDGE, sizes.S2, sizes.PAGE_EDGE, sizes.S2)
        row.setSpacing(sizes.S2)
        row.addWidget(self.everyone)
        row.addWidget(self.more)
        row.addStretch()
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
        return holder

    def _offer_commands(self) -> None:
        add = self.context.commands.add
        for words, presence, key in _KEYS:
            add(self.table, words, partial(self._mark, presence), keys=key, writes=True)
        add(self.table, "Substitute…", self.substitute, keys="S", writes=True)
        add(self.table, "Left at…", lambda: self._edit_time("left"), keys="L", writes=True)
        add(self.table, "Came at…", lambda: self._edit_time("came"), keys="C", writes=True)
        add(self.table, "Chairs the meeting", self._chairs, keys="H", writes=True)
        add(self.table, "Declare an interest…", self.declare, keys="I", writes=True)
        add(self.table, "Remove from attendance", self.remove, keys="Del", writes=True)
        add(self, "Add officer or guest…", self.add_person, keys="Ins", writes=True)
        add(self, "Everybody expected is here", self.everyone_present, writes=True)
        add(self, "List the members of the board", self.list_members, writes=True)

    def fill(self, facts: MeetingFacts) -> None:
        self.model.set_rows(facts.attendance)
        self._stack.setCurrentWidget(self.table if facts.attendance else self.empty)
        expected = any(person.presence is Presence.EXPECTED for person in facts.attendance)
        self.everyone.setEnabled(expected and not facts.locked)
        self.more.setEnabled(not facts.locked)
        self.panel.show_facts(facts)

    def panes(self) -> Sequence[QWidget]:
        return (self._stack.shown, self.panel)

    def key_hints(self) -> Sequence[KeyHint]:
        return (
            KeyHint(("P", "V", "A", "X"), "how they are here"),
            KeyHint(("S",), "substitute"),
            KeyHint(("L",), "left"),
        )

    # Commands

    def list_members(self) -> None:
        if self.facts is not None:
            self.edits.list_members(self.facts.meeting.id)

    def everyone_present(self) -> None:
        if self.facts is not None:
            self.edits.everyone_present(self.facts.meeting.id)

    def add_person(self) -> None:
        if self.facts is not None and not self.facts.locked:
            AddPersonDialog(self, self.edits, self.facts).open()

    def substitute(self) -> None:
        person = self.table.current_row()
        if self.facts is not None and person is not None:
            SubstituteDialog(self, self.edits, self.facts, person).open()

    def declare(self) -> None:
        if self.facts is not None:
            InterestDialog(self, self.edits, self.facts, self.table.current_row()).open()

    def remove(self) -> None:
        self.edits.remove(self.table.chosen_rows())

    # What happens

    def _mark(self, presence: Presence) -> None:
        self.edits.mark(self.table.chosen_rows(), presence)

    def _chairs(self) -> None:
        person = self.table.current_row()
        if person is not None:
            self.edits.chairs(person)

    def _edit_time(self, column: str) -> None:
        person = self.table.current_row()
        if person is not None:
            self.table.choose(person.id, edit=column)

    def _withdraw(self, interest_id: int) -> None:
        if self.facts is not None:
            self.edits.withdraw(self.facts.meeting.id, interest_id)

    def _set_quorum(self) -> None:
        if self.facts is not None:
            QuorumDialog(self.context, self, self.facts.board).open()
