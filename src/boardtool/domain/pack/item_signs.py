"""What in a published pack tells where an item begins beside its paper: number, bookmark, printed agenda."""

import re
from collections.abc import Sequence

from boardtool.domain.agenda import plain_number
from boardtool.domain.meetings import AgendaItem
from boardtool.domain.pack.pages import Span
from boardtool.domain.pack.published import PublishedPack
from boardtool.domain.text import clean_line, folded
from boardtool.domain.titles import alike

_RANGE = re.compile(r"(?<![\d.:/])(\d{1,4})\s*[-\u2010-\u2015]\s*(\d{1,4})(?![\d.:/]|\s*[ap]\.?m\b)")
_NUMBERED = re.compile(r"^(?:item\s+)?(\d+[a-z]?)\b[.):\s-]*(?=\S)", re.IGNORECASE)
_ITEM = re.compile(r"^\s*agenda item\s+(\d+[a-z]?)\s*$", re.IGNORECASE | re.MULTILINE)
_TELLING = 3  # words of a bookmark without a number that must be in a title: "Update" tells nothing
_ROW = 150  # letters that may follow the last title in its row: who presents it, when, and its pages


def headed(pack: PublishedPack) -> list[tuple[int, str]]:
    """The places of pages that bear the number of an item, each with the number as said aloud."""
    return [
        (place, plain_number(found[1].lower()))
        for place, page in enumerate(pack.pages)
        if (found := _ITEM.search(page.text))
    ]


def by_number(numbers: Sequence[tuple[int, str]], item: AgendaItem, *, after: int) -> int | None:
    """The first page behind the place `after` that bears the number of an item; `numbers` are `headed`."""
    number = plain_number(item.number.lower())
    return next((place for place, said in numbers if said == number and place > after), None)


def by_bookmark(pack: PublishedPack, item: AgendaItem, *, after: int) -> int | None:
    """Where the bookmark of an item leads: it has its title, or nearly, and no other number than its own.

    One that leads to the place `after` or before is of something else: minutes have bookmarks of old items.
    """
    behind = (mark for mark in pack.bookmarks if mark.place > after)
    for mark in sorted(behind, key=lambda each: each.level):
        numbered = _NUMBERED.match(clean_line(mark.title))
        if numbered and plain_number(numbered[1].lower()) != plain_number(item.number.lower()):
            continue
        title = clean_line(mark.title)[numbered.end() if numbered else 0 :]
        tells = bool(numbered) or len(folded(title).split()) >= _TELLING
        if tells and folded(title) and alike(item.title_for_the_public, title):
            return mark.place
    return None


def printed(pack: PublishedPack, items: Sequence[AgendaItem], *, before: int | None) -> dict[int, Span]:
    """The range that the printed agenda gives each item, by its id: it follows its title, behind the hours.

    The agenda lies in front of the place `before`, which is None where no item is found yet.
    """
    front = "\n".join(page.text for page in pack.pages[:before])
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
