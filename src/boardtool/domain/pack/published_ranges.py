"""Which pages each item has in a pack that the council published, for the page column of the agenda (R12).

An item begins where its paper is found. Without its paper it begins where a page bears its number, as
publishing systems print it ("Agenda Item 6"), or where a bookmark of its name leads; else where the printed
agenda says. It ends where the printed agenda says, if that begins on the same page; else before the next
item, so that what the council put in between belongs to it, as on a printed agenda.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from boardtool.domain.meetings import AgendaItem
from boardtool.domain.pack.contents import open_papers
from boardtool.domain.pack.item_signs import by_bookmark, by_number, headed, printed
from boardtool.domain.pack.pages import Span, told_apart, told_together
from boardtool.domain.pack.papers_found import places_of
from boardtool.domain.pack.published import Numbering, PublishedPack, numbering
from boardtool.domain.text import clean_line

_APPENDIX = re.compile(r"^(?:appendix|annex|enc(?:losure)?|background)\b", re.IGNORECASE)


class By(StrEnum):
    """What told where an item begins."""

    PAPER = "its paper"
    NUMBER = "its number on the page"
    BOOKMARK = "a bookmark"
    AGENDA = "the printed agenda"


@dataclass(frozen=True, slots=True)
class ItemPages:
    """The pages of an item as published; `place` is the page of the file, from 0, where it begins.

    `pages` is as the agenda prints it ("19 - 58"); `differs` what else the printed agenda says, or "".
    """

    item: AgendaItem
    place: int
    pages: str
    by: By
    differs: str = ""


@dataclass(frozen=True, slots=True)
class PublishedRanges:
    """What a file tells of an agenda: items in its order; those `lacking` have papers, but were not found."""

    found: tuple[ItemPages, ...]
    lacking: tuple[AgendaItem, ...]
    numbering: Numbering

    def with_earlier(self, each: ItemPages) -> str:
        """The pages of an item, after those that it has in the pack before this one (R7).

        A supplement is numbered on from its pack and tells only what is new: what lies before it stays.
        """
        if self.numbering.number(0) <= 1:
            return each.pages
        first = min(span.first for other in self.found for span in told_apart(other.pages))
        return told_together(
            [*(span for span in told_apart(each.item.pages) if span.last < first), *told_apart(each.pages)]
        )


@dataclass(frozen=True, slots=True)
class _Start:
    place: int
    by: By
    least_end: int  # the place where its last paper ends by its own length


def published_ranges(
    pack: PublishedPack, items: Sequence[AgendaItem], openings: Mapping[str, Sequence[str]]
) -> PublishedRanges:
    """The pages of the open items of an agenda in a published file.

    `openings` gives the texts of the first pages of papers, by digest; what says nothing is not looked for.
    """
    numbers = numbering(pack)
    open_items = [item for item in items if not item.exempt]
    starts = _by_papers(pack, open_items, openings)
    on_agenda = printed(pack, open_items, before=min((each.place for each in starts.values()), default=None))
    heads = headed(pack)
    last = -1
    for item in open_items:
        if item.id not in starts:
            start = _by_signs(pack, item, heads, on_agenda.get(item.id), numbers, after=last)
            if start is not None:
                starts[item.id] = start
        if item.id in starts:
            last = max(last, starts[item.id].place)
    ends = _ends(pack, starts, {place for place, _ in heads})
    found = [
        _pages(item, starts[item.id], ends[item.id], numbers, on_agenda.get(item.id))
        for item in open_items
        if item.id in starts
    ]
    lacking = [item for item in open_items if item.id not in starts and (open_papers(item) or item.pages)]
    return PublishedRanges(tuple(found), tuple(lacking), numbers)


def _by_papers(
    pack: PublishedPack, items: Sequence[AgendaItem], openings: Mapping[str, Sequence[str]]
) -> dict[int, _Start]:
    sought = [(item, paper) for item in items for paper in open_papers(item)]
    places = places_of(
        [openings.get(paper.digest, ()) for _, paper in sought], [page.text for page in pack.pages]
    )
    starts: dict[int, _Start] = {}
    for number, place in sorted(places.items()):
        item, paper = sought[number]
        end = min(place + (paper.pages or 1), len(pack.pages)) - 1
        known = starts.get(item.id)
        if known is None:
            starts[item.id] = _Start(place, By.PAPER, end)
        else:
            starts[item.id] = _Start(min(known.place, place), By.PAPER, max(known.least_end, end))
    return starts


def _by_signs(
    pack: PublishedPack,
    item: AgendaItem,
    heads: Sequence[tuple[int, str]],
    on_agenda: Span | None,
    numbers: Numbering,
    *,
    after: int,
) -> _Start | None:
    """Where an item begins without its paper; behind the place `after`, since minutes name other items."""
    place = by_number(heads, item, after=after)
    if place is not None:
        return _Start(place, By.NUMBER, place)
    place = by_bookmark(pack, item, after=after)
    if place is not None:
        return _Start(place, By.BOOKMARK, place)
    place = -1 if on_agenda is None else on_agenda.first - numbers.ahead
    return _Start(place, By.AGENDA, place) if after < place < len(pack.pages) else None


def _ends(pack: PublishedPack, starts: Mapping[int, _Start], headed: Collection[int]) -> dict[int, int]:
    """The last place of each item: before the next item, bookmark or number that is not its own."""
    begun = {each.place for each in starts.values()}
    marked = set(headed) | {
        mark.place
        for mark in pack.bookmarks
        if mark.level == 0 and not _APPENDIX.match(clean_line(mark.title))
    }
    ends: dict[int, int] = {}
    for item_id, start in starts.items():
        after = [place for place in begun if place > start.place]
        after += [place for place in marked if place > start.least_end]
        ends[item_id] = min(after, default=len(pack.pages)) - 1
    return ends


def _pages(
    item: AgendaItem, start: _Start, end: int, numbers: Numbering, on_agenda: Span | None
) -> ItemPages:
    span = Span(numbers.number(start.place), numbers.number(end))
    differs = ""
    if on_agenda is not None and on_agenda.first == span.first:
        span = on_agenda
    elif on_agenda is not None:
        differs = on_agenda.text
    return ItemPages(item, start.place, span.text, start.by, differs)
