"""How the chair's brief is laid out."""

from collections.abc import Iterator

from boardtool.data.documents.minuting import when_and_where
from boardtool.data.documents.sheet import Cell, Column, Masthead, Prose, Sheet, SheetBlock, Table, Title
from boardtool.domain.dates import agenda_clock, long_date
from boardtool.domain.documents import Audience, BriefedItem, BriefPaper
from boardtool.domain.exempt import closed_as
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
    yield from _speakers(paper)
    if paper.words_to_say:
        yield Title(2, "Before the exempt items, say")
        yield _said(paper.words_to_say)
    yield Title(2, "Quorum")
    yield _said(paper.quorum)
    for heading, said in (
        ("Apologies", paper.apologies),
        ("Substitutes", paper.substitutes),
        ("Interests declared so far", paper.interests),
    ):
        yield Title(2, heading)
        yield from (_said(each) for each in said or ("None so far.",))
    yield from _matters_arising(paper)
    recommended = [item for item in paper.items if item.recommendations.strip()]
    if recommended:
        yield Title(2, "Recommendations")
        for item in recommended:
            yield Title(3, f"{item.number} {item.title}")
            yield Prose(parse(item.recommendations), top=4)


def _row(item: BriefedItem) -> tuple[Cell, ...]:
    told = " · ".join(
        filter(
            None,
            (
                item.purpose,
                f"{item.length} minutes" if item.length else "",
                closed_as(item.exempt) if item.exempt else "",
            ),
        )
    )
    return (
        Cell(agenda_clock(item.start) if item.start else ""),
        Cell(item.number),
        Cell(item.title, told),
        Cell("\n".join(item.speakers)),
        Cell(item.pages),
    )


def _speakers(paper: BriefPaper) -> Iterator[SheetBlock]:
    yield Title(2, "Requests to address the meeting")
    if not paper.speakers:
        yield _said("None so far.")
        return
    yield Table(
        (Column("Who"), Column("Item", 14), Column("On", 46), Column("Minutes", 22), Column("Decision", 30)),
        tuple(
            (
                Cell(each.name),
                Cell(each.on),
                Cell(each.subject),
                Cell(str(each.minutes) if each.minutes else ""),
                Cell(each.decision.capitalize()),
            )
            for each in paper.speakers
        ),
    )
    yield _said(paper.time_for_speakers)


def _matters_arising(paper: BriefPaper) -> Iterator[SheetBlock]:
    yield Title(2, "Matters arising")
    for each in paper.to_approve:
        yield _said(f"{each} are to be approved.")
    if paper.late_actions:
        yield _said("These actions will be late on the day of the meeting:")
        yield Table(
            (
                Column("Action no.", 30),
                Column("Action point"),
                Column("Allocated to", 40),
                Column("Late", 30),
            ),
            tuple(
                (Cell(each.number), Cell(each.text), Cell("\n".join(each.owners)), Cell(each.late))
                for each in paper.late_actions
            ),
        )
    elif not paper.to_approve:
        yield _said("None.")


def _said(text: str) -> Prose:
    return Prose((Paragraph((Run(text),)),))
