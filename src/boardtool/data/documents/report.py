"""How the template of a report is laid out."""

from collections.abc import Iterator

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
from boardtool.domain.documents import ReportDesk, ReportTemplate
from boardtool.domain.documents.report import (
    ASKED_TO,
    DESK_COLUMNS,
    IMPLICATIONS,
    NO_APPENDIX,
    NO_BACKGROUND,
    SAY_PURPOSE,
    SECTIONS,
    TO_FILL,
)
from boardtool.domain.exempt import reason_of
from boardtool.domain.markdown import Paragraph, Run, parse

PEOPLE = "People"
"""The heading by which a report that comes back is known to be made from the template."""

_SAYS = {
    "Purpose of report": SAY_PURPOSE,
    "Recommendations": ASKED_TO,
}


def report_sheet(paper: ReportTemplate) -> Sheet:
    sitting = paper.sitting
    return Sheet(
        title=f"Report: {paper.title}",
        author=sitting.council or sitting.board,
        dated=sitting.date,
        footer=f"Item {paper.number}, {long_date(sitting.date)}",
        blocks=tuple(_blocks(paper)),
    )


def _blocks(paper: ReportTemplate) -> Iterator[SheetBlock]:
    sitting = paper.sitting
    mark = f"Not for publication: {reason_of(paper.exempt)}" if paper.exempt else ""
    yield Masthead(sitting.council, paper.title, f"Report to the {sitting.board}", mark)
    yield Facts(
        (
            ("Meeting", weekday_date(sitting.date)),
            ("Item", paper.number),
            ("Presented by", ", ".join(paper.presenters)),
            ("Purpose", paper.purpose),
            ("Send by", weekday_date(paper.due)),
        )
    )
    yield Title(2, PEOPLE)
    yield Table((Column("Part", 52), Column("Name")), tuple(_people(paper)))
    if paper.desks:
        yield Title(2, "Clearance")
        yield Table(
            tuple(map(Column, DESK_COLUMNS, (52, 36, 0, 36))),
            tuple(_desk(desk) for desk in paper.desks),
        )
    yield Title(2, "List of appendices")
    for appendix in [f"Appendix {each}" for each in paper.appendices] or [NO_APPENDIX]:
        yield _said(appendix)
    for place, heading in enumerate(SECTIONS, start=1):
        yield Title(2, f"{place}. {heading}")
        if heading == "Recommendations" and paper.recommendations.strip():
            yield _said(_SAYS[heading])
            yield Prose(parse(paper.recommendations))
        else:
            yield _said(_SAYS.get(heading, TO_FILL))
    yield Title(2, f"{len(SECTIONS) + 1}. Implications")
    for heading in IMPLICATIONS:
        yield Title(3, heading)
        yield _said(TO_FILL)
    yield Title(2, f"{len(SECTIONS) + 2}. Background papers")
    for background in paper.background or (NO_BACKGROUND,):
        yield _said(background)


def _people(paper: ReportTemplate) -> Iterator[tuple[Cell, ...]]:
    for part, name in (
        ("Author", paper.author),
        ("Contact officer", paper.contact_officer),
        ("Contact", paper.contact),
    ):
        yield (Cell(part), Cell(name))


def _desk(desk: ReportDesk) -> tuple[Cell, ...]:
    cleared = long_date(desk.cleared_on) if desk.cleared_on else ""
    return (Cell(desk.name), Cell(long_date(desk.due)), Cell(desk.who), Cell(cleared))


def _said(text: str) -> Prose:
    return Prose((Paragraph((Run(text),)),))
