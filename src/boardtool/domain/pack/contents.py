"""What a pack holds, in order: an allow-list, so that what the public may not see is not in the value."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from boardtool.domain.boards import Board, ItemRole
from boardtool.domain.dates import long_date
from boardtool.domain.documents import (
    ActionLogPaper,
    ActionNotesPaper,
    AgendaPaper,
    Audience,
    MinutesPaper,
    agenda_paper,
)
from boardtool.domain.item_roles import role_of_item
from boardtool.domain.meetings import AgendaItem, Kind, Meeting, Paper
from boardtool.domain.people import Membership

Written = MinutesPaper | ActionNotesPaper | ActionLogPaper
"""A paper that the program writes itself where nobody attached one."""


_EARLIER = "exempt at that meeting"


class Edition(StrEnum):
    """The pack itself, or what came later, numbered on from it."""

    PACK = "pack"
    SUPPLEMENT = "supplement"


class Broken(StrEnum):
    """What a paper that cannot be read does to its pack: stops it, or is said there to follow."""

    STOPS = "stops"
    TO_FOLLOW = "to follow"


@dataclass(frozen=True, slots=True)
class PackedPaper:
    """A file of the library in a pack; `title` is its bookmark, `ending` the kind of file (".pdf")."""

    title: str
    digest: str
    ending: str
    letter: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """The pages of one item: its papers, or what the program writes in their place.

    `row` is the item's row of the agenda, from 0. `exempt` holds the paragraphs under which these pages are
    not for publication, "" in anything public.
    """

    row: int
    item_id: int
    number: str
    title: str
    papers: tuple[PackedPaper, ...] = ()
    written: Written | None = None
    exempt: str = ""

    @property
    def heading(self) -> str:
        """As its bookmark and its part of the structure are called: "06 Health inequalities"."""
        return f"{self.number} {self.title}".strip()


@dataclass(frozen=True, slots=True)
class PackContents:
    """A pack before it has pages; `first_page` is above 1 for what is numbered on from another."""

    agenda: AgendaPaper
    sections: tuple[Section, ...]
    duplex: bool
    edition: Edition = Edition.PACK
    first_page: int = 1

    @property
    def kind(self) -> str:
        """What the pack is called on its first page."""
        named = "document pack" if self.edition is Edition.PACK else "supplementary pack"
        return f"{self.agenda.audience} {named}".capitalize()

    @property
    def title(self) -> str:
        sitting = self.agenda.sitting
        return f"{self.kind}: {sitting.board}, {long_date(sitting.date)}"

    @property
    def author(self) -> str:
        """The council: no person is ever named as the author (R32)."""
        return self.agenda.sitting.council or self.agenda.sitting.board


def pack_contents(
    board: Board,
    meeting: Meeting,
    items: Sequence[AgendaItem],
    members: Collection[Membership],
    written: Mapping[ItemRole, Mapping[Audience, Written]],
    *,
    audience: Audience,
) -> PackContents:
    """The pack of a meeting: open papers in the order of the agenda, in a private pack the exempt ones after.

    So a page has one number in the public and the private pack. `written` holds the minutes of the last
    meeting and the action log for each audience, for items of that role that have no paper.
    """
    sections = [*_open(items, written)]
    if audience is Audience.PRIVATE:
        sections += _closed(items, written)
    there = {section.item_id for section in sections}
    listed = [_unpaged(item, there=item.id in there) for item in items]
    return PackContents(
        agenda=agenda_paper(board, meeting, listed, members, audience=audience),
        sections=tuple(sections),
        duplex=board.duplex,
    )


def supplement_of(contents: PackContents, *, packed: Collection[str], first_page: int) -> PackContents:
    """What of a pack is not among the `packed` digests of papers, numbered on from `first_page`."""
    later = (
        replace(section, papers=tuple(paper for paper in section.papers if paper.digest not in packed))
        for section in contents.sections
    )
    sections = tuple(section for section in later if section.papers)
    rows = sorted({section.row for section in sections})
    places = {row: place for place, row in enumerate(rows)}
    return replace(
        contents,
        agenda=replace(
            contents.agenda,
            members=(),
            notices="",
            items=tuple(contents.agenda.items[row] for row in rows),
        ),
        sections=tuple(replace(section, row=places[section.row]) for section in sections),
        edition=Edition.SUPPLEMENT,
        first_page=first_page,
    )


def open_papers(item: AgendaItem) -> tuple[Paper, ...]:
    """The papers of an item that anyone may read: none of an exempt item, and no exempt appendix (R17)."""
    return () if item.exempt else tuple(paper for paper in item.papers if not paper.exempt)


def closed_papers(item: AgendaItem) -> tuple[Paper, ...]:
    """The papers of an item that are not for publication."""
    return item.papers if item.exempt else tuple(paper for paper in item.papers if paper.exempt)


def with_pages(contents: PackContents, pages: Mapping[int, str]) -> AgendaPaper:
    """The agenda with the page column that a pack makes true; `pages` is row → "19 - 58"."""
    rows = (
        replace(row, pages=pages[place]) if place in pages else row
        for place, row in enumerate(contents.agenda.items)
    )
    return replace(contents.agenda, items=tuple(rows))


def _unpaged(item: AgendaItem, *, there: bool) -> AgendaItem:
    """An item without the pages of an earlier agenda; a paper that is not there is to follow."""
    kind = Kind.TO_FOLLOW if item.kind is Kind.PAPER and not there else item.kind
    return replace(item, pages="", kind=kind)


def _open(
    items: Sequence[AgendaItem], written: Mapping[ItemRole, Mapping[Audience, Written]]
) -> Iterator[Section]:
    for row, item in enumerate(items):
        papers = open_papers(item)
        made = None if item.exempt or item.papers else written.get(role_of_item(item), {})
        if papers or made:
            yield Section(
                row=row,
                item_id=item.id,
                number=item.number,
                title=item.title_for_the_public,
                papers=_packed(papers),
                written=None if made is None else made.get(Audience.PUBLIC),
            )


def _closed(
    items: Sequence[AgendaItem], written: Mapping[ItemRole, Mapping[Audience, Written]]
) -> Iterator[Section]:
    for row, item in enumerate(items):
        if papers := closed_papers(item):
            exempt = item.exempt or ", ".join(dict.fromkeys(paper.paragraphs for paper in papers))
            yield Section(row, item.id, item.number, item.subject, _packed(papers), None, exempt)
        minutes = written.get(role_of_item(item), {})
        if not item.papers and (apart := _part_two(minutes)) is not None:
            yield Section(row, item.id, item.number, f"{item.subject}: exempt part", (), apart, _EARLIER)


def _part_two(minutes: Mapping[Audience, Written]) -> Written | None:
    """The exempt minutes alone, kept apart from the open ones (R18)."""
    public, private = minutes.get(Audience.PUBLIC), minutes.get(Audience.PRIVATE)
    if not isinstance(private, MinutesPaper):
        return None
    told = public.minutes if isinstance(public, MinutesPaper) else ()
    apart = tuple(minute for minute in private.minutes if minute not in told)
    return replace(private, minutes=apart, closing="") if apart else None


def _packed(papers: Sequence[Paper]) -> tuple[PackedPaper, ...]:
    return tuple(
        PackedPaper(paper_title(paper), paper.digest, _ending(paper.file_name), paper.letter)
        for paper in papers
    )


def paper_title(paper: Paper) -> str:
    """A paper as its bookmark names it: "Appendix A: Spending plan"; a report by its title alone."""
    return f"Appendix {paper.letter}: {paper.title}" if paper.letter else paper.title


def _ending(file_name: str) -> str:
    _, dot, ending = file_name.rpartition(".")
    return f".{ending.lower()}" if dot else ""
