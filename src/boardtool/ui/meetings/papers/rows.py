"""The rows of the papers' table: each paper, and each item whose paper is awaited or written here."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from boardtool.data.pdf.from_word import ENDINGS
from boardtool.domain.awaited import Awaited, awaited
from boardtool.domain.clearance import how_far
from boardtool.domain.exempt import closed_as
from boardtool.domain.item_roles import MADE_HERE
from boardtool.domain.meetings import AgendaItem, Paper
from boardtool.domain.paper_check import PaperCheck
from boardtool.ui.meetings.agenda.columns import AgendaRow
from boardtool.ui.meetings.facts import MeetingFacts
from boardtool.ui.tables.column import Heading


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper of an item with what was found in it; or none: `awaited` where one is to come, `written` here.

    `turner` is the program that turns a Word paper into PDF on this machine, "" where none does or it is
    none; `clearance` how far the report has come along its desks, "" where nobody keeps that.
    """

    item: AgendaItem
    paper: Paper | None = None
    check: PaperCheck | None = None
    awaited: Awaited | None = None
    written: bool = False
    turner: str = ""
    clearance: str = ""

    @property
    def id(self) -> tuple[str, int]:
        return ("item", self.item.id) if self.paper is None else ("paper", self.paper.id)


def paper_rows(facts: MeetingFacts, *, word_turner: str) -> list[PaperRow]:
    """The rows of a meeting; items that bring nothing to read have none."""
    rows: list[PaperRow] = []
    cleared = _clearances(facts)
    for item in facts.items:
        far = cleared.get(item.id, "")
        rows += [
            PaperRow(
                item,
                paper,
                facts.case.paper_checks.get(paper.digest),
                turner=word_turner if Path(paper.file_name).suffix.lower() in ENDINGS else "",
                clearance=far,
            )
            for paper in item.papers
        ]
        if AgendaRow(item).lacks_paper:
            rows.append(PaperRow(item, awaited=_awaited(facts), clearance=far))
        elif item.role in MADE_HERE and not item.papers:
            rows.append(PaperRow(item, written=True))
    return rows


def _clearances(facts: MeetingFacts) -> dict[int, str]:
    """How far each report has come, by item, while it matters."""
    case = facts.case
    if not case.clearance_binds:
        return {}
    return {item.id: how_far(desks) for item in facts.items if (desks := case.reached(item))}


def _awaited(facts: MeetingFacts) -> Awaited | None:
    """How long a paper has been waited for; after the meeting nobody waits."""
    case = facts.case
    return awaited(case.meeting.date, today=case.today, rules=case.rules) if case.ahead else None


def place_in_item(rows: Sequence[PaperRow], row: PaperRow, position: int) -> int:
    """A place among all rows (the moved one left out) as a place among the papers of its item."""
    first = next(place for place, each in enumerate(rows) if each.item.id == row.item.id)
    return min(max(position - first, 0), len(row.item.papers) - 1)


def heading(row: PaperRow) -> Heading:
    """The item above its papers, with how many there are and where they are in the pack."""
    item = row.item
    count = len(item.papers)
    papers = f"{count} paper{'' if count == 1 else 's'}" if count else ""
    pages = f"pages {item.pages.replace(' - ', ' – ')}" if item.pages else ""
    closed = closed_as(item.exempt) if item.exempt else ""
    return Heading(
        f"{item.number}  {item.subject}",
        " · ".join(part for part in (papers, pages, closed, row.clearance) if part),
        icon="lock" if item.exempt else "",
    )


def is_pdf(paper: Paper) -> bool:
    return Path(paper.file_name).suffix.lower() == ".pdf"
