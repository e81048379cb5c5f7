"""A report to be written: the parts that it has, filled in as far as the agenda knows (R11)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from boardtool.domain.boards import Board
from boardtool.domain.clearance import StageReached
from boardtool.domain.documents.sitting import Sitting, sitting_of
from boardtool.domain.meetings import AgendaItem, Meeting
from boardtool.domain.report_facts import ReportFacts

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

TO_FILL = "…"
ASKED_TO = "The Board is recommended to:"
SAY_PURPOSE = "Say in one sentence what the Board is asked to do."
NO_BACKGROUND = (
    "List what this report relies on; its own appendices are none (Local Government Act 1972, s.100D)."
)

NO_APPENDIX = "Appendix A:"
PROMPTS = (TO_FILL, ASKED_TO, SAY_PURPOSE, NO_BACKGROUND)
"""What the template says in a part where nothing was written yet."""

DESK_COLUMNS = ("Desk", "By", "Name", "Cleared on")


@dataclass(frozen=True, slots=True)
class ReportDesk:
    """A desk that the report crosses: by which day, and who cleared it when, where somebody did."""

    name: str
    due: date
    who: str = ""
    cleared_on: date | None = None


@dataclass(frozen=True, slots=True)
class ReportTemplate:
    """A report to be written for an item, with what is known; `due` is when it is to be sent in.

    `appendices` are "A: Map" and so on; `background` has a paper a line.
    """

    sitting: Sitting
    number: str
    title: str
    presenters: tuple[str, ...]
    purpose: str
    recommendations: str
    due: date
    exempt: str = ""
    author: str = ""
    contact_officer: str = ""
    contact: str = ""
    desks: tuple[ReportDesk, ...] = ()
    appendices: tuple[str, ...] = ()
    background: tuple[str, ...] = ()


def report_template(
    board: Board,
    meeting: Meeting,
    item: AgendaItem,
    *,
    due: date,
    facts: ReportFacts,
    reached: Iterable[StageReached] = (),
) -> ReportTemplate:
    """The template for an item; without a named author it is whoever presents."""
    return ReportTemplate(
        sitting=sitting_of(board, meeting),
        number=item.number,
        title=item.subject,
        presenters=item.presenters,
        purpose=item.purpose,
        recommendations=item.recommendations,
        due=due,
        exempt=item.exempt,
        author=facts.author or "; ".join(item.presenters),
        contact_officer=facts.contact_officer,
        contact=facts.contact,
        desks=tuple(map(_desk, reached)),
        appendices=tuple(f"{paper.letter}: {paper.title}" for paper in item.papers if paper.letter),
        background=tuple(line for line in facts.background.splitlines() if line.strip()),
    )


def _desk(each: StageReached) -> ReportDesk:
    if each.clearance is None:
        return ReportDesk(each.stage.name, each.due, each.stage.who)
    return ReportDesk(
        each.stage.name, each.due, each.clearance.cleared_by or each.stage.who, each.clearance.cleared_on
    )
