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
from boardtool.domain.documents import ReportTemplate
from boardtool.domain.documents.report import IMPLICATIONS, SECTIONS
from boardtool.domain.markdown import Paragraph, Run, parse

_PEOPLE = ("Author", "Contributor", "Checked by", "Approved by")
_SAYS = {
    "Purpose of report": "Say in one sentence what the Board is asked to do.",
    "Recommendations": "The Board is recommended to:",
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
    mark = f"Not for publication: Schedule 12A, {paper.exempt}" if paper.exempt else ""
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
    yield Title(2, "People and dates")
    yield Table(
        (Column("Part", 40), Column("Name"), Column("Date", 40)),
        tuple((Cell(part), Cell(""), Cell("")) for part in _PEOPLE),
    )
    yield Title(2, "List of appendices")
    yield _said("Appendix A:")
    for place, heading in enumerate(SECTIONS, start=1):
        yield Title(2, f"{place}. {heading}")
        if heading == "Recommendations" and paper.recommendations.strip():
            yield _said(_SAYS[heading])
            yield Prose(parse(paper.recommendations))
        else:
            yield _said(_SAYS.get(heading, "…"))
    yield Title(2, f"{len(SECTIONS) + 1}. Implications")
    for heading in IMPLICATIONS:
        yield Title(3, heading)
        yield _said("…")
    yield Title(2, f"{len(SECTIONS) + 2}. Background papers")
    yield _said(
        "List what this report relies on; its own appendices are none (Local Government Act 1972, s.100D)."
    )


def _said(text: str) -> Prose:
    return Prose((Paragraph((Run(text),)),))
