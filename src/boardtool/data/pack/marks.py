"""What is printed at the head of an item's pages: its number, an appendix's letter, why it is not public."""

from collections.abc import Sequence

from boardtool.data.pack.source import Source
from boardtool.data.pack.stamp import Line, Place
from boardtool.domain.exempt import CONFIDENTIAL, OF_THE_ACT, reason_of
from boardtool.domain.pack.contents import Section


def marks_of(section: Section, papers: Sequence[Source]) -> dict[int, list[Line]]:
    """The lines for those of a section's pages that bear any, by their place in it."""
    item = Line(f"Agenda item {section.number}", Place.HEAD)
    marks: dict[int, list[Line]] = {0: [item]}
    place = 0
    for paper in papers:
        if paper.letter:
            marks[place] = [Line(f"Agenda item {section.number}, Appendix {paper.letter}", Place.HEAD)]
        place += paper.page_count
    if section.exempt:
        told = Line(f"Not for publication: {_reason(section.exempt)}", Place.HEAD_LEFT)
        for page in range(place):
            marks.setdefault(page, []).append(told)
    return marks


def _reason(exempt: str) -> str:
    """Why, in the one line that a page has for it; other words than the agenda's stand as they are."""
    if not (exempt[0].isdigit() or exempt.startswith(CONFIDENTIAL)):
        return exempt
    return reason_of(exempt).removesuffix(OF_THE_ACT)
