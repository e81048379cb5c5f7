"""The Papers tab: what came with each item, report first, then its appendices."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from boardtool.domain.meetings import AgendaItem, Paper
from boardtool.ui.context import Context
from boardtool.ui.meetings.agenda.columns import AgendaRow
from boardtool.ui.meetings.agenda.edits import AgendaEdits
from boardtool.ui.meetings.either import Either
from boardtool.ui.meetings.facts import MeetingFacts
from boardtool.ui.meetings.paper_files import choose_papers, open_paper
from boardtool.ui.meetings.tab import WorkspaceTab
from boardtool.ui.page import KeyHint
from boardtool.ui.tables.column import Align, Cell, Column, Heading, Look, TextEdit
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.tables.view import TableView
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.notices import EmptyState


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper of an item, or the want of one."""

    item: AgendaItem
    paper: Paper | None

    @property
    def id(self) -> tuple[str, int]:
        return ("lack", self.item.id) if self.paper is None else ("paper", self.paper.id)


def paper_rows(items: Sequence[AgendaItem]) -> list[PaperRow]:
    rows: list[PaperRow] = []
    for item in items:
        rows += [PaperRow(item, paper) for paper in item.papers]
        if AgendaRow(item).lacks_paper:
            rows.append(PaperRow(item, None))
    return rows


class PapersTab(WorkspaceTab):
    """Enter opens a paper, F2 changes its title, Delete takes it off its item."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.edits = AgendaEdits(context)
        self.model: RowModel[PaperRow] = RowModel(self._columns(), key=lambda row: row.id, group=_heading)
        self.table: TableView[PaperRow] = TableView(
            self.model, name="papers", accessible="Papers", row=sizes.ROW, preferences=context.preferences
        )
        self.empty = EmptyState(
            "No papers yet. Drop files on an item of the agenda, or attach them there with Ctrl+Shift+A."
        )
        self._stack = Either(self.table, self.empty)
        self.set_body(self._stack)
        self.table.opened.connect(self._open)
        context.commands.add(self.table, "Open paper", self._open_current, keys="Ctrl+O")
        context.commands.add(self.table, "Remove paper", self.remove, keys="Del")
        context.commands.add(self.table, "Attach paper to this item…", self.attach, keys="Ctrl+Shift+A")

    def _columns(self) -> tuple[Column[PaperRow], ...]:
        return (
            Column("letter", "Paper", _letter, width=150, look=Look.HELP),
            Column(
                "title",
                "Title",
                lambda row: row.paper.title if row.paper is not None else "",
                stretch=True,
                look=Look.SUBJECT,
                edit=TextEdit(lambda row: row.paper.title if row.paper is not None else "", self._retitle),
            ),
            Column(
                "file", "File", lambda row: _of(row, "file_name"), width=280, look=Look.HELP, gives_way=820
            ),
            Column("pages", "Pages", lambda row: _of(row, "pages"), width=72, align=Align.RIGHT),
        )

    def fill(self, facts: MeetingFacts) -> None:
        rows = paper_rows(facts.items)
        self.model.set_rows(rows)
        self._stack.setCurrentWidget(self.table if rows else self.empty)

    def panes(self) -> Sequence[QWidget]:
        return (self._stack.shown,)

    def key_hints(self) -> Sequence[KeyHint]:
        return (KeyHint(("Enter",), "open"), KeyHint(("F2",), "change title"), KeyHint(("Del",), "remove"))

    def attach(self) -> None:
        row = self.table.current_row()
        if row is None:
            return
        files = choose_papers(self)
        if files:
            self.edits.attach(row.item, files)

    def remove(self) -> None:
        for row in self.table.chosen_rows():
            if row.paper is not None:
                self.edits.detach(row.paper.id)

    def _open(self, row: PaperRow) -> None:
        if row.paper is not None:
            open_paper(self.context, row.paper)

    def _open_current(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self._open(row)

    def _retitle(self, row: PaperRow, title: str) -> None:
        from boardtool.services import agenda

        paper = row.paper
        if paper is not None:
            store = self.context.store
            self.context.steps.run(lambda: agenda.change_paper(store, paper_id=paper.id, title=title))


def _heading(row: PaperRow) -> Heading:
    count = len(row.item.papers)
    papers = f"{count} paper{'' if count == 1 else 's'}" if count else ""
    pages = f"pages {row.item.pages}" if row.item.pages else ""
    return Heading(
        f"{row.item.number}  {row.item.subject}", " · ".join(part for part in (papers, pages) if part)
    )


def _letter(row: PaperRow) -> Cell:
    if row.paper is None:
        return Cell("No paper yet", icon="triangle-alert", tone=Tone.LATE)
    return Cell(f"Appendix {row.paper.letter}" if row.paper.letter else "Report", icon="file-text")


def _of(row: PaperRow, fact: str) -> str:
    value = getattr(row.paper, fact) if row.paper is not None else None
    return "" if value is None else str(value)
