"""Titles as different people type them: of an item and of its report, of a minute and of a bookmark (R10)."""

from difflib import SequenceMatcher

from boardtool.domain.meetings import AgendaItem
from boardtool.domain.text import folded

SMALL_EDITS = 0.8  # similarity from 0 to 1; "Board update" and "Boards update" are 0.96


def report_title(item: AgendaItem) -> str:
    """The title of an item's report; "" where there is none, or it was only named after its file."""
    for paper in item.papers:
        if not paper.letter:
            name = folded(paper.file_name.rpartition(".")[0] or paper.file_name)
            return "" if folded(paper.title) in {name, folded(paper.file_name)} else paper.title
    return ""


def alike(one: str, other: str) -> bool:
    """Whether two titles are one: all words of one are in the other, or the letters are nearly the same."""
    words, other_words = set(folded(one).split()), set(folded(other).split())
    if words <= other_words or other_words <= words:
        return True
    return SequenceMatcher(None, folded(one), folded(other)).ratio() >= SMALL_EDITS
