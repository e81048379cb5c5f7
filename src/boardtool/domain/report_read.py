"""What a returned report says, beside what is known here: each difference is one to take or to leave."""

from collections.abc import Mapping
from dataclasses import dataclass

from boardtool.domain.meetings import AgendaItem
from boardtool.domain.report_facts import ReportFacts
from boardtool.domain.text import folded

NAMES: Mapping[str, str] = {
    "recommendations": "Recommendations",
    "author": "Author",
    "contact_officer": "Contact officer",
    "contact": "Contact",
    "background": "Background papers",
}
"""What is read back, in the words of the template."""


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A report as a file has it; "" where it says nothing of that. `number` is the item it says it is on.

    `recommendations` is Markdown, `background` has a paper a line.
    """

    number: str = ""
    title: str = ""
    recommendations: str = ""
    author: str = ""
    contact_officer: str = ""
    contact: str = ""
    background: str = ""


@dataclass(frozen=True, slots=True)
class ReportChange:
    """One thing that the report says otherwise: `fact` is its name among `NAMES`."""

    fact: str
    ours: str
    theirs: str

    @property
    def name(self) -> str:
        return NAMES[self.fact]


def changes_of(read: ReadReport, item: AgendaItem, facts: ReportFacts) -> tuple[ReportChange, ...]:
    """What would change; what the report leaves open changes nothing, nor do words that differ in dress."""
    known = {
        "recommendations": item.recommendations,
        "author": facts.author,
        "contact_officer": facts.contact_officer,
        "contact": facts.contact,
        "background": facts.background,
    }
    found = (ReportChange(fact, known[fact], str(getattr(read, fact))) for fact in NAMES)
    return tuple(each for each in found if each.theirs.strip() and folded(each.theirs) != folded(each.ours))
