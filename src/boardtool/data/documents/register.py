"""How the register of requests to address a meeting is laid out."""

from collections.abc import Iterator

from boardtool.data.documents.minuting import when_and_where
from boardtool.data.documents.sheet import Cell, Column, Masthead, Prose, Sheet, SheetBlock, Table
from boardtool.domain.dates import clock, long_date, weekday_date
from boardtool.domain.documents import RegisteredRequest, RegisterPaper
from boardtool.domain.markdown import Paragraph, Run


def register_sheet(paper: RegisterPaper) -> Sheet:
    sitting = paper.sitting
    return Sheet(
        title=f"Requests to address the meeting: {sitting.board}, {long_date(sitting.date)}",
        author=sitting.council or sitting.board,
        dated=sitting.date,
        footer=f"Requests to address the meeting, {long_date(sitting.date)}. Private",
        blocks=tuple(_blocks(paper)),
        landscape=True,
    )


def _blocks(paper: RegisterPaper) -> Iterator[SheetBlock]:
    sitting = paper.sitting
    mark = "Private: it holds addresses of people. Not for publication"
    yield Masthead(sitting.council, sitting.board, "Requests to address the meeting", mark)
    yield when_and_where(sitting)
    closes = paper.closes
    yield _said(f"Requests closed at {clock(f'{closes:%H:%M}')} on {weekday_date(closes.date())}.")
    if not paper.requests:
        yield _said("There are none.")
        return
    yield Table(
        (
            Column("Who", 58),
            Column("How to reach them", 52),
            Column("Item and subject"),
            Column("Received", 40),
            Column("Decision", 52),
        ),
        tuple(_row(each) for each in paper.requests),
    )


def _row(each: RegisteredRequest) -> tuple[Cell, ...]:
    late = "late" if each.late else ""
    came = f"{long_date(each.received_at.date())}, {clock(f'{each.received_at:%H:%M}')}"
    by_whom = ", ".join(
        filter(None, (each.decided_by, long_date(each.decided_on) if each.decided_on else ""))
    )
    told = "; ".join(
        filter(None, (by_whom, each.reason, f"{each.minutes} minutes" if each.minutes else "", each.spoke))
    )
    return (
        Cell(each.name, each.organisation),
        Cell(each.contact),
        Cell(each.item or each.subject, each.subject if each.item else ""),
        Cell(came, ", ".join(filter(None, (each.route, late)))),
        Cell(each.decision.capitalize(), told),
    )


def _said(text: str) -> Prose:
    return Prose((Paragraph((Run(text),)),))
