"""What a pack says that the council's own system published: its pages, bookmarks and page numbers."""

import re
from collections import Counter
from dataclasses import dataclass

_STAMP = re.compile(r"\bPage (\d{1,4})\b(?! ?(?:of|/) ?\d)")
_NUMBER = re.compile(r"\d{1,4}")


@dataclass(frozen=True, slots=True)
class PublishedPage:
    """A page as a reader has it; `label` is what a PDF program calls it, "" where it has no name."""

    text: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A bookmark of the file; `place` is its page, `level` how deep it lies, both counted from 0."""

    title: str
    place: int
    level: int


@dataclass(frozen=True, slots=True)
class PublishedPack:
    """A published file: at least one page, and its bookmarks in their order."""

    pages: tuple[PublishedPage, ...]
    bookmarks: tuple[Bookmark, ...] = ()


@dataclass(frozen=True, slots=True)
class Numbering:
    """How the pages of a file are numbered: the page at `place` (from 0) is called `place + ahead`.

    `printed` is False where no page bears a number, so that they are counted from the first.
    """

    ahead: int
    printed: bool

    def number(self, place: int) -> int:
        return place + self.ahead


def numbering(pack: PublishedPack) -> Numbering:
    """The page numbers that are printed; else those of the labels; else the count of the pages.

    Papers count their own pages too ("Page 3" of a report on page 61), so the numbering is the one that most
    pages agree on: only a stamp that runs through the file is ahead of its place by the same on all of them.
    """
    stamped = Counter(
        ahead
        for place, page in enumerate(pack.pages)
        for ahead in {int(number) - place for number in _STAMP.findall(page.text)}
    )
    if stamped:
        ahead, agreeing = stamped.most_common(1)[0]
        if 2 * agreeing > len(pack.pages):
            return Numbering(ahead, printed=True)
    labelled = Counter(
        int(page.label) - place for place, page in enumerate(pack.pages) if _NUMBER.fullmatch(page.label)
    )
    if labelled:
        ahead, agreeing = labelled.most_common(1)[0]
        if 2 * agreeing > len(pack.pages):
            return Numbering(ahead, printed=True)
    return Numbering(1, printed=False)
