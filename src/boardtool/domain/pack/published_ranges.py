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

from boardtool.domain.agenda import plain_number
from boardtool.domain.meetings import AgendaItem
from boardtool.domain.pack.contents import open_papers
from boardtool.domain.pack.pages import Span, told_together
from boardtool.domain.pack.papers_found import places_of
from boardtool.domain.pack.published import Numbering, PublishedPack, numbering
from boardtool.domain.text import clean_line, folded
from boardtool.domain.titles import alike

_RANGE = re.compile(r"(?<![\d.:/])(\d{1,4})\s*[-\u2010-\u2015]\s*(\d{1,4})(?![\d.:/])")
_NUMBERED = re.compile(r"^(?:item\s+)?(\d+[a-z]?)\b[.):\s-]*(?=\S)", re.IGNORECASE)
_ITEM = re.compile(r"^\s*agenda item\s+(\d+[a-z]?)\s*$", re.IGNORECASE | re.MULTILINE)
_TELLING = 3  # words of a bookmark without a number that must be in a title: "Update" tells nothing
_ROW = 150  # letters that may follow the last title in its row: who presents it, when, and its pages
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
        first = min(span.first for other in self.found for span in _spans(other.pages))
        return told_together(
            [*(span for span in _spans(each.item.pages) if span.last < first), *_spans(each.pages)]
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
    printed = _printed(pack, open_items, min((each.place for each in starts.values()), default=None))
    headed = _headed(pack)
    for item in open_items:
        if item.id not in starts and (place := _by_number(headed, item, open_items, starts)) is not None:
            starts[item.id] = _Start(place, By.NUMBER, place)
        if item.id not in starts and (place := _by_bookmark(pack, item)) is not None:
            starts[item.id] = _Start(place, By.BOOKMARK, place)
        if item.id not in starts and item.id in printed:
            place = printed[item.id].first - numbers.ahead
            if 0 <= place < len(pack.pages):
                starts[item.id] = _Start(place, By.AGENDA, place)
    ends = _ends(pack, starts, {place for place, _ in headed})
    found = [
        _pages(item, starts[item.id], ends[item.id], numbers, printed.get(item.id))
        for item in open_items
        if item.id in starts
    ]
    lacking = [item for item in open_items if item.id not in starts and (open_papers(item) or item.pages)]
    return PublishedRanges(tuple(found), tuple(lacking), numbers)


def _spans(told: str) -> list[Span]:
    """The ranges of a page column: "19 - 58, 215" are two."""
    found = []
    for part in told.split(","):
        ends = re.findall(r"\d+", part)
        if ends:
            found.append(Span(int(ends[0]), int(ends[-1])))
    return found


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


def _headed(pack: PublishedPack) -> list[tuple[int, str]]:
    """The places of pages that bear the number of an item, each with the number as said aloud."""
    return [
        (place, plain_number(found[1].lower()))
        for place, page in enumerate(pack.pages)
        if (found := _ITEM.search(page.text))
    ]


def _by_number(
    headed: Sequence[tuple[int, str]],
    item: AgendaItem,
    items: Sequence[AgendaItem],
    starts: Mapping[int, _Start],
) -> int | None:
    """The first page that bears the number of an item, after the items before it: minutes name others."""
    number = plain_number(item.number.lower())
    before = [starts[each.id].place for each in items[: items.index(item)] if each.id in starts]
    after = max(before, default=-1)
    return next((place for place, said in headed if said == number and place > after), None)


def _by_bookmark(pack: PublishedPack, item: AgendaItem) -> int | None:
    """Where the bookmark of an item leads: it has its title, or nearly, and no other number than its own."""
    for mark in sorted(pack.bookmarks, key=lambda each: each.level):
        numbered = _NUMBERED.match(clean_line(mark.title))
        if numbered and plain_number(numbered[1].lower()) != plain_number(item.number.lower()):
            continue
        title = clean_line(mark.title)[numbered.end() if numbered else 0 :]
        tells = bool(numbered) or len(folded(title).split()) >= _TELLING
        if tells and folded(title) and alike(item.title_for_the_public, title):
            return mark.place
    return None


def _printed(pack: PublishedPack, items: Sequence[AgendaItem], first_place: int | None) -> dict[int, Span]:
    """What the agenda at the front prints: of each item the range that follows its title before the next."""
    front = "\n".join(page.text for page in pack.pages[:first_place])
    said = clean_line(front).casefold()
    titles: list[tuple[int, int, int]] = []
    at = 0
    for item in items:
        title = clean_line(item.title_for_the_public).casefold()
        place = said.find(title, at)
        if place >= 0:
            at = place + len(title)
            titles.append((item.id, at, place))
    found: dict[int, Span] = {}
    for number, (item_id, start, _) in enumerate(titles):
        end = titles[number + 1][2] if number + 1 < len(titles) else start + _ROW
        for first, last in _RANGE.findall(said[start:end]):
            if 0 < int(first) <= int(last):
                found[item_id] = Span(int(first), int(last))
                break
    return found


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


def _pages(item: AgendaItem, start: _Start, end: int, numbers: Numbering, printed: Span | None) -> ItemPages:
    span = Span(numbers.number(start.place), numbers.number(end))
    differs = ""
    if printed is not None and printed.first == span.first:
        span = printed
    elif printed is not None:
        differs = printed.text
    return ItemPages(item, start.place, span.text, start.by, differs)
