"""The Agenda tab: the items as the printed agenda orders them, edited where they stand."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from boardtool.domain.agenda_totals import totals
from boardtool.domain.findings import Finding
from boardtool.ui.context import Context
from boardtool.ui.meetings.agenda.columns import AgendaRow, agenda_columns, agenda_rows, new_item_tail
from boardtool.ui.meetings.agenda.edits import AgendaEdits
from boardtool.ui.meetings.agenda.panel import AgendaPanel
from boardtool.ui.meetings.agenda.table import AgendaTable
from boardtool.ui.meetings.either import Either
from boardtool.ui.meetings.facts import MeetingFacts
from boardtool.ui.meetings.mending import mend
from boardtool.ui.meetings.tab import WorkspaceTab
from boardtool.ui.page import KeyHint
from boardtool.ui.places import Place
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.widgets.notices import EmptyState


class AgendaTab(WorkspaceTab):
    """Insert adds an item, Delete removes it, Alt+Up and Alt+Down move it, F2 or Enter edits a cell."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.edits = AgendaEdits(context)
        columns = agenda_columns(self.edits, self._names)
        self.model: RowModel[AgendaRow] = RowModel(columns, key=lambda row: row.item.id)
        self.table = AgendaTable(self.model, context)
        self.empty = EmptyState(
            "No items yet. Press Insert to add one, or", "import an agenda.", self._import
        )
        self.panel = AgendaPanel(context, self.edits, self._mend)
        self._stack = Either(self.table, self.empty)
        self._meeting_id: int | None = None
        self._beside = self.set_body(self._stack, self.panel)
        self.table.current_changed.connect(self._chosen)
        self.table.tail_opened.connect(lambda _id: self.add_item())
        self.table.dropped.connect(self.edits.move)
        self.table.files_dropped.connect(self._files_dropped)
        self._offer_commands()

    def _offer_commands(self) -> None:
        add = self.context.commands.add
        add(self, "New agenda item", self.add_item, keys="Ins", writes=True)
        add(self, "Renumber agenda", self.renumber, writes=True)
        add(self, "Import agenda into this meeting…", self._import, writes=True)
        add(self, "Attach paper…", self.attach, keys="Ctrl+Shift+A", writes=True)
        add(self, "Item details", self.show_details, keys="Alt+Return")
        add(self.table, "Remove item", self.remove, keys="Del", writes=True)

    # What the workspace calls

    def fill(self, facts: MeetingFacts) -> None:
        self.model.set_rows(agenda_rows(facts.items, facts.checked))
        self.model.set_tail(None if facts.locked else new_item_tail(totals(facts.meeting, facts.items)))
        self._stack.setCurrentWidget(self.table if facts.items else self.empty)
        if facts.meeting.id != self._meeting_id:
            self._meeting_id = facts.meeting.id
            self._choose_first(facts)
        self.panel.show_facts(facts)
        self._chosen(self.table.current_row())

    def choose(self, identity: int) -> None:
        self.table.choose(identity)

    def panes(self) -> Sequence[QWidget]:
        return (self._stack.shown, self.panel)

    def key_hints(self) -> Sequence[KeyHint]:
        return (
            KeyHint(("Alt ↑", "Alt ↓"), "move item"),
            KeyHint(("F2",), "edit"),
            KeyHint(("Alt Enter",), "details"),
        )

    def _choose_first(self, facts: MeetingFacts) -> None:
        """Begin at the item that the first finding is about, else at the top."""
        found = (item for finding in facts.checked.findings for item in finding.items)
        first = next(found, facts.items[0].id if facts.items else None)
        if first is not None:
            self.table.choose(first)

    # Commands

    def add_item(self) -> None:
        """Add an item above the current one, or at the end; its subject is typed next."""
        if self.facts is None or self.facts.locked:
            return
        row = self.table.current_row()
        self.edits.add(
            self.facts.meeting.id,
            above=row.item.id if row is not None else None,
            then=lambda item_id: self.table.choose(item_id, edit="subject"),
        )

    def remove(self) -> None:
        self.edits.remove([row.item for row in self.table.chosen_rows()])

    def renumber(self) -> None:
        if self.facts is not None:
            self.edits.renumber(self.facts.meeting.id)

    def attach(self) -> None:
        if self.table.current_row() is not None:
            self.panel.details.attach_papers()

    def show_details(self) -> None:
        """Turn the panel to the chosen item and go there; from there turn back to the table."""
        if self._beside is not None:
            self._beside.unfold()
        self.panel.turn()
        if self.panel.shows_item:
            self.panel.details.purpose.setFocus()
        else:
            self.table.setFocus()

    # What happens

    def _names(self) -> Sequence[str]:
        return self.facts.names if self.facts is not None else ()

    def _chosen(self, row: AgendaRow | None) -> None:
        self.panel.show_item(row.item if row is not None else None)

    def _files_dropped(self, row: AgendaRow, files: list[Path]) -> None:
        self.edits.attach(row.item, files)

    def _import(self) -> None:
        if self.facts is not None:
            place = Place("importing", ref=self.facts.meeting.ref, tab="agenda")
            self.context.navigate(place)

    def _mend(self, finding: Finding) -> None:
        if self.facts is not None:
            mend(
                self.context,
                finding,
                meeting=self.facts.meeting,
                board=self.facts.board,
                parent=self.window(),
            )
