"""How the contents list of a hand-over folder is laid out, with its checklist."""

from collections.abc import Iterator

from boardtool.data.documents.minuting import when_and_where
from boardtool.data.documents.sheet import Cell, Column, Masthead, Prose, Sheet, SheetBlock, Table, Title
from boardtool.domain.dates import long_date, weekday_date
from boardtool.domain.documents import HandOverPaper
from boardtool.domain.markdown import parse


def hand_over_sheet(paper: HandOverPaper) -> Sheet:
    sitting = paper.sitting
    return Sheet(
        title=f"Contents: {sitting.board}, {long_date(sitting.date)}",
        author=sitting.council or sitting.board,
        dated=sitting.date,
        footer=f"Contents, {long_date(sitting.date)}",
        blocks=tuple(_blocks(paper)),
    )


def _blocks(paper: HandOverPaper) -> Iterator[SheetBlock]:
    sitting = paper.sitting
    yield Masthead(sitting.council, sitting.board, "Files to publish", "Not published yet")
    yield when_and_where(sitting)
    yield Title(2, "Files, in the order of the agenda")
    yield Table(
        (Column("Item", 14), Column("Subject"), Column("Pages", 24), Column("File", 66)),
        tuple((Cell(each.item), Cell(each.title), Cell(each.pages), Cell(each.file)) for each in paper.files),
    )
    if paper.left_out:
        yield Title(2, "Items without a file")
        yield Table(
            (Column("Item", 14), Column("Why")),
            tuple((Cell(number), Cell(why)) for number, why in paper.left_out),
        )
    yield Title(2, "Checklist")
    yield Prose(parse("\n".join(f"{place}. {each}" for place, each in enumerate(_steps(paper), start=1))))


def _steps(paper: HandOverPaper) -> Iterator[str]:
    yield "Upload the files in this order; each name says which item it belongs to."
    yield f"Publish by {weekday_date(paper.publish_by)}: five clear days before the meeting."
    if untagged := [each.file for each in paper.files if not each.tagged]:
        yield f"Ask for accessible versions of: {', '.join(untagged)}."
    if paper.hidden:
        hidden = " ".join(paper.hidden)
        yield f"Know what is hidden: {hidden} It goes out all the same, because: {paper.despite}"
    yield "Look at each file once where the public sees it."
    yield "Write down the date and time at which it became public, and enter them in boardtool."
    yield "What comes later goes out as a supplement, to members and the public at the same time."
