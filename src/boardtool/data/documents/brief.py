"""How the chair's brief is laid out."""

from collections.abc import Iterator

from boardtool.data.documents.minuting import when_and_where
from boardtool.data.documents.sheet import Cell, Column, Masthead, Prose, Sheet, SheetBlock, Table, Title
from boardtool.domain.dates import agenda_clock, long_date
from boardtool.domain.documents import Audience, BriefedItem, BriefPaper
from boardtool.domain.markdown import Paragraph, Run, parse


def brief_sheet(paper: BriefPaper) -> Sheet:
    sitting = paper.sitting
    return Sheet(
        title=f"Chair's brief: {sitting.board}, {long_date(sitting.date)}",
        author=sitting.council or sitting.board,
        dated=sitting.date,
        footer=f"Chair's brief, {long_date(sitting.date)}",
        blocks=tuple(_blocks(paper)),
    )


def _blocks(paper: BriefPaper) -> Iterator[SheetBlock]:
    sitting = paper.sitting
    mark = "Private: not for publication" if paper.audience is Audience.PRIVATE else ""
    yield Masthead(sitting.council, sitting.board, "Chair's brief", mark)
    yield when_and_where(sitting)
    yield Title(2, "Running order")
    yield Table(
        (
            Column("Time", 16),
            Column("Item", 14),
            Column("Subject"),
            Column("Speakers", 46),
            Column("Pages", 26),
        ),
        tuple(_row(item) for item in paper.items),
    )
    for heading, said in (
        ("Apologies", paper.apologies),
        ("Substitutes", paper.substitutes),
        ("Interests declared so far", paper.interests),
    ):
        yield Title(2, heading)
        yield from (_said(each) for each in said or ("None so far.",))
    recommended = [item for item in paper.items if item.recommendations.strip()]
    if recommended:
        yield Title(2, "Recommendations")
        for item in recommended:
            yield Title(3, f"{item.number} {item.title}")
            yield Prose(parse(item.recommendations), top=4)


def _row(item: BriefedItem) -> tuple[Cell, ...]:
    told = " · ".join(filter(None, (item.purpose, f"{item.length} minutes" if item.length else "")))
    return (
        Cell(agenda_clock(item.start) if item.start else ""),
        Cell(item.number),
        Cell(item.title, told),
        Cell("\n".join(item.speakers)),
        Cell(item.pages),
    )


def _said(text: str) -> Prose:
    return Prose((Paragraph((Run(text),)),))
