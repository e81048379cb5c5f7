"""How an agenda front sheet is laid out."""

from collections.abc import Iterator
from dataclasses import replace

from boardtool.data.documents.sheet import (
    Cell,
    Column,
    Facts,
    Masthead,
    Prose,
    Sheet,
    SheetBlock,
    Table,
    Title,
)
from boardtool.domain.dates import agenda_clock, clock, long_date, weekday_date
from boardtool.domain.documents import AgendaPaper, Audience, ListedItem, ListedMember
from boardtool.domain.markdown import Paragraph, Run, parse

_DRAFT = "Draft"
COLUMNS = (
    Column("Item", 14),
    Column("Subject"),
    Column("Presenting officer", 40),
    Column("Time", 16),
    Column("Page no.", 31),
)


def agenda_sheet(paper: AgendaPaper) -> Sheet:
    sitting = paper.sitting
    return Sheet(
        title=f"Agenda: {sitting.board}, {long_date(sitting.date)}",
        author=sitting.council or sitting.board,
        dated=paper.published_on or sitting.date,
        footer=f"Agenda, {long_date(sitting.date)}",
        blocks=tuple(_blocks(paper)),
    )


def for_publication(sheet: Sheet) -> Sheet:
    """An agenda that is made to be published: no draft, although nobody said yet that it was published."""
    return replace(
        sheet,
        blocks=tuple(
            replace(block, mark="") if isinstance(block, Masthead) and block.mark == _DRAFT else block
            for block in sheet.blocks
        ),
    )


def _blocks(paper: AgendaPaper) -> Iterator[SheetBlock]:
    sitting = paper.sitting
    yield Masthead(sitting.council, sitting.board, "Agenda", _mark(paper))
    yield Facts(
        (
            ("Date", weekday_date(sitting.date)),
            ("Time", clock(sitting.start)),
            ("Venue", sitting.place_in_print or "To be confirmed"),
        )
    )
    if paper.members:
        yield Title(2, "To the members of the Board")
        yield Table(
            (Column("Name", 62), Column("Listed as")),
            tuple((Cell(_name(member)), Cell(member.listed_as)) for member in paper.members),
        )
    yield Title(2, "Items")
    if paper.items:
        yield Table(COLUMNS, tuple(_row(item) for item in paper.items))
    else:
        yield Prose((Paragraph((Run("There are no items yet."),)),))
    if published := _published(paper):
        yield Title(2, "Published by")
        yield Facts(published)
    if paper.notices.strip():
        yield Prose(parse(paper.notices), top=2)


def _mark(paper: AgendaPaper) -> str:
    if paper.audience is Audience.PRIVATE:
        return "Private: not for publication"
    return "" if paper.published_on else _DRAFT


def _name(member: ListedMember) -> str:
    return f"{member.name} ({member.role})" if member.role else member.name


def _row(item: ListedItem) -> tuple[Cell, ...]:
    return (
        Cell(item.number),
        Cell(item.title, item.note),
        Cell("\n".join(item.presenters)),
        Cell(agenda_clock(item.start) if item.start else ""),
        Cell(item.pages),
    )


def _published(paper: AgendaPaper) -> tuple[tuple[str, str], ...]:
    facts = {
        "Proper Officer": paper.proper_officer,
        "Date": long_date(paper.published_on) if paper.published_on else "",
        "Administrator": paper.administrator,
        "Telephone": paper.phone,
        "E-mail": paper.email,
    }
    return tuple((label, value) for label, value in facts.items() if value)
