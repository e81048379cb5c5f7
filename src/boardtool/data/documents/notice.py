"""How the public notice of a meeting is laid out."""

from collections.abc import Iterator

from boardtool.data.documents.minuting import when_and_where
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
from boardtool.domain.dates import long_date, weekday_date
from boardtool.domain.documents import NoticePaper
from boardtool.domain.markdown import Paragraph, Run
from boardtool.domain.text import begun


def notice_sheet(paper: NoticePaper) -> Sheet:
    sitting = paper.sitting
    kind = "Notice of cancellation" if paper.cancelled else "Notice of meeting"
    return Sheet(
        title=f"{kind}: {sitting.board}, {long_date(sitting.date)}",
        author=sitting.council or sitting.board,
        dated=paper.published_on or sitting.date,
        footer=f"{kind}, {long_date(sitting.date)}",
        blocks=tuple(_blocks(paper, kind)),
    )


def _blocks(paper: NoticePaper, kind: str) -> Iterator[SheetBlock]:
    sitting = paper.sitting
    yield Masthead(sitting.council, sitting.board, kind)
    yield when_and_where(sitting)
    if paper.cancelled:
        yield _said(f"The meeting of {weekday_date(sitting.date)} will not be held.")
    else:
        yield _said(
            "The meeting is open to the press and public, except while exempt or confidential business "
            "is considered."
        )
    if paper.closed and not paper.cancelled:
        yield Title(2, "Part of the meeting that may be held in private")
        yield Table(
            (Column("Item", 14), Column("Subject"), Column("Reason", 70)),
            tuple((Cell(part.number), Cell(part.title), Cell(begun(part.reason))) for part in paper.closed),
        )
    facts = {
        "Published": long_date(paper.published_on) if paper.published_on else "",
        "Proper Officer": paper.proper_officer,
        "Telephone": paper.phone,
        "E-mail": paper.email,
    }
    given = tuple((label, value) for label, value in facts.items() if value)
    if given:
        yield Title(2, "Given by")
        yield Facts(given)


def _said(text: str) -> Prose:
    return Prose((Paragraph((Run(text),)),))
