"""A report to be written: the parts that it has, filled in as far as the agenda knows (R11)."""

from dataclasses import dataclass
from datetime import date

from boardtool.domain.boards import Board
from boardtool.domain.documents.sitting import Sitting, sitting_of
from boardtool.domain.meetings import AgendaItem, Meeting

SECTIONS = (
    "Purpose of report",
    "Executive summary",
    "Recommendations",
    "Reasons for recommendations",
    "Report background",
    "Issues and choices",
)
IMPLICATIONS = (
    "Resources and financial",
    "Legal",
    "Risk",
    "Consultation",
    "Consideration by scrutiny",
    "Climate impact",
    "Community impact",
)
"""Headings of the board's own reports (papers of 6 September 2022)."""


@dataclass(frozen=True, slots=True)
class ReportTemplate:
    """An empty report for an item; `due` is when it is to be sent in."""

    sitting: Sitting
    number: str
    title: str
    presenters: tuple[str, ...]
    purpose: str
    recommendations: str
    due: date
    exempt: str = ""


def report_template(board: Board, meeting: Meeting, item: AgendaItem, *, due: date) -> ReportTemplate:
    return ReportTemplate(
        sitting=sitting_of(board, meeting),
        number=item.number,
        title=item.subject,
        presenters=item.presenters,
        purpose=item.purpose,
        recommendations=item.recommendations,
        due=due,
        exempt=item.exempt,
    )
