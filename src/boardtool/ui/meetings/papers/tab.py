"""The Papers & pack tab: every paper under its item, with the pack and what else goes out beside it."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from boardtool.domain.clearance import StageReached
from boardtool.domain.findings import Finding
from boardtool.domain.meetings import AgendaItem, Paper
from boardtool.domain.pack.made import MadePack, PackKind
from boardtool.ui.context import Context
from boardtool.ui.meetings.agenda.edits import AgendaEdits
from boardtool.ui.meetings.either import Either
from boardtool.ui.meetings.facts import MeetingFacts
from boardtool.ui.meetings.files_table import FilesTable
from boardtool.ui.meetings.mending import mend
from boardtool.ui.meetings.paper_files import choose_papers, open_paper
from boardtool.ui.meetings.papers.columns import paper_columns
from boardtool.ui.meetings.papers.edits import PaperEdits, exempt_as_a_whole
from boardtool.ui.meetings.papers.exempt_dialog import ExemptPaperDialog
from boardtool.ui.meetings.papers.making import PackMaking
from boardtool.ui.meetings.papers.outputs import Output, outputs_of
from boardtool.ui.meetings.papers.pack_files import open_pack
from boardtool.ui.meetings.papers.panel import PapersPanel
from boardtool.ui.meetings.papers.question import Beyond, beyond
from boardtool.ui.meetings.papers.report_dialogs import (
    ClearDialog,
    DesksDialog,
    ReportFactsDialog,
    choose_returned,
)
from boardtool.ui.meetings.papers.report_part import ReportVerbs
from boardtool.ui.meetings.papers.rows import PaperRow, heading, paper_rows
from boardtool.ui.meetings.preview import preview_paper
from boardtool.ui.meetings.tab import WorkspaceTab
from boardtool.ui.page import KeyHint
from boardtool.ui.tables.column import Cell, Tail
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.notices import EmptyState

_ANOTHER = Tail("another", {"title": Cell("Papers for another item…", tone=Tone.FAINT)})


class PapersTab(WorkspaceTab):
    """Enter opens a paper, F2 changes its title, F4 shows its pages, Delete takes it off its item."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.edits = PaperEdits(context, why=self._say_why)
        self.attaching = AgendaEdits(context)
        self.making = PackMaking(context, self, self._mend)
        self.outputs = outputs_of(context, self)
        self._beyond = Beyond()
        self.model: RowModel[PaperRow] = RowModel(
            paper_columns(self.edits), key=lambda row: row.id, group=heading
        )
        self.table: FilesTable[PaperRow] = FilesTable(
            self.model, name="papers", accessible="Papers", preferences=context.preferences
        )
        self.empty = EmptyState(
            "No papers yet. They hang on the items of the agenda.",
            "Attach papers…",
            self.attach_to_another,
            writes=True,
        )
        self.panel = PapersPanel(
            make=self.make_pack,
            open_pack=self._open_pack,
            preview=self.preview,
            open_paper=self._open_current,
            keep=self.keep_from_public,
            report=ReportVerbs(
                clear=self._clear,
                take_back=self.edits.take_back_clearance,
                change=self._change_report,
                set_desks=lambda _item: self.set_desks(),
                read_back=partial(choose_returned, context, self),
            ),
            outputs=self.outputs,
            made=self._make_output,
        )
        self._stack = Either(self.table, self.empty)
        self.set_body(self._stack, self.panel)
        self.table.opened.connect(self._open)
        self.table.current_changed.connect(self.panel.show_row)
        self.table.tail_opened.connect(lambda _id: self.attach_to_another())
        self.table.dropped.connect(self._dropped)
        self.table.files_dropped.connect(self._files_dropped)
        self._offer_commands()

    def _offer_commands(self) -> None:
        add = self.context.commands.add
        add(self.table, "Open paper", self._open_current, keys="Ctrl+O")
        add(self.table, "Preview pages", self.preview, keys="F4")
        add(self.table, "Remove paper", self.remove, keys="Del", writes=True)
        add(self.table, "Attach paper to this item…", self.attach, keys="Ctrl+Shift+A", writes=True)
        add(self, "Attach papers to another item…", self.attach_to_another, writes=True)
        add(
            self.table,
            "Keep paper from the public…",
            self.keep_from_public,
            keys="Ctrl+Shift+K",
            writes=True,
        )
        add(self.table, "Author and contact of the report…", self.change_report, writes=True)
        add(self.table, "Read a returned report…", self.read_returned, writes=True)
        add(self, "Clearance dates of the board…", self.set_desks, writes=True)
        add(self, "Make supplementary pack…", lambda: self.make_pack(PackKind.SUPPLEMENT))
        add(self, "Make private pack…", lambda: self.make_pack(PackKind.PRIVATE))
        for output in self.outputs:
            add(self, output.words, partial(self._make_output, output))

    # What the workspace calls

    def fill(self, facts: MeetingFacts) -> None:
        self._show_rows(facts)
        self.panel.show_facts(facts)
        meeting_id = facts.meeting.id
        self.context.asking.ask(
            (self, "beyond"),
            lambda reading: (meeting_id, beyond(reading, meeting_id)),
            self._show_beyond,
        )

    def choose(self, identity: int) -> None:
        """Select the first paper of the item of this id."""
        row = next((row for row in self.model.rows if row.item.id == identity), None)
        if row is not None:
            self.table.choose(row.id)

    def panes(self) -> Sequence[QWidget]:
        return (self._stack.shown, self.panel)

    def key_hints(self) -> Sequence[KeyHint]:
        return (
            KeyHint(("Alt ↑", "Alt ↓"), "move paper"),
            KeyHint(("F4",), "preview"),
            KeyHint(("F2",), "change title"),
        )

    # Showing

    def _show_beyond(self, answer: tuple[int, Beyond]) -> None:
        meeting_id, self._beyond = answer
        if self.facts is not None and self.facts.meeting.id == meeting_id:
            self._show_rows(self.facts)
            self.panel.show_packs(self._beyond.made)

    def _show_rows(self, facts: MeetingFacts) -> None:
        rows = paper_rows(facts, word_turner=self._beyond.word_turner)
        self.model.set_rows(rows)
        self.model.set_tail(None if facts.locked or not rows else _ANOTHER)
        self._stack.setCurrentWidget(self.table if rows else self.empty)
        if rows and not self.table.currentIndex().isValid():
            self.table.choose(rows[0].id)
        self.panel.show_row(self.table.current_row())

    # Commands

    def make_pack(self, kind: PackKind = PackKind.PUBLIC) -> None:
        if self.facts is not None:
            self.making.begin(self.facts, kind)

    def attach(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self._attach_to(row.item)

    def attach_to_another(self) -> None:
        """Let the person pick an item of the agenda, then files for it."""
        if self.facts is None:
            return
        menu = QMenu(self)
        for item in self.facts.items:
            words = f"{item.number}  {item.subject}".replace("&", "&&")
            menu.addAction(words, partial(self._attach_to, item))
        menu.popup(self.mapToGlobal(self.rect().topLeft()))

    def preview(self) -> None:
        row = self.table.current_row()
        if row is not None and row.paper is not None:
            preview_paper(self, self.context, row.paper)

    def change_report(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self._change_report(row.item)

    def read_returned(self) -> None:
        row = self.table.current_row()
        if row is not None:
            choose_returned(self.context, self, row.item)

    def keep_from_public(self) -> None:
        """Ask why the paper chosen is exempt; of an exempt item all are, and one alone is not asked."""
        row = self.table.current_row()
        if row is not None and row.paper is not None:
            self._ask_why_exempt(row, row.paper)

    def set_desks(self) -> None:
        if self.facts is not None:
            DesksDialog(self.context, self, self.facts.board, self.facts.case.chain).open()

    def remove(self) -> None:
        self.edits.detach(self.table.chosen_rows())

    # What happens

    def _say_why(self, paper_id: int) -> None:
        for row in self.model.rows:
            if row.paper is not None and row.paper.id == paper_id:
                self._ask_why_exempt(row, row.paper)

    def _ask_why_exempt(self, row: PaperRow, paper: Paper) -> None:
        if row.item.exempt:
            self.context.messages.say(exempt_as_a_whole(row.item))
        else:
            ExemptPaperDialog(self.context, self, row, paper).open()

    def _clear(self, item: AgendaItem, each: StageReached) -> None:
        if self.facts is not None:
            ClearDialog(self.context, self, self.facts, item, each).open()

    def _change_report(self, item: AgendaItem) -> None:
        if self.facts is not None:
            ReportFactsDialog(self.context, self, self.facts, item).open()

    def _attach_to(self, item: AgendaItem) -> None:
        files = choose_papers(self)
        if files:
            self.attaching.attach(item, files)

    def _open(self, row: PaperRow) -> None:
        if row.paper is not None:
            open_paper(self.context, row.paper)
        elif row.awaited is not None:
            self._attach_to(row.item)

    def _open_current(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self._open(row)

    def _open_pack(self, made: MadePack) -> None:
        if self.facts is not None:
            open_pack(self.context, made, self.facts.meeting)

    def _make_output(self, output: Output) -> None:
        if self.facts is not None and output.offered(self.facts):
            output.do(self.facts)

    def _dropped(self, identity: object, position: int) -> None:
        row = next((row for row in self.model.rows if row.id == identity), None)
        if row is not None:
            self.edits.move(self.model.rows, row, position)

    def _files_dropped(self, row: PaperRow, files: list[Path]) -> None:
        self.attaching.attach(row.item, files)

    def _mend(self, finding: Finding) -> None:
        if self.facts is not None:
            mend(
                self.context,
                finding,
                meeting=self.facts.meeting,
                board=self.facts.board,
                parent=self.window(),
            )
