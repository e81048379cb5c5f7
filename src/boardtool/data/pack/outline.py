"""Bookmarks: those of a paper read with the pages they lead to, and those of a pack written."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from boardtool.data.pack.trees import name_tree
from boardtool.domain.text import folded

_MOST = 5000
_DEEPEST = 8
_LABEL = re.compile(r"(?:\d\w*|appendix \w+) ")
"""What the pack puts before a title, folded: the number of an item, the letter of an appendix."""


@dataclass(slots=True)
class Bookmark:
    """A bookmark; `page` is the place of its page, from 0, in the paper or the pack that it belongs to.

    `view` is how the page is shown, as a PDF destination says after the page.
    """

    title: str
    page: int
    view: tuple[object, ...] = (Name.Fit,)
    kids: list["Bookmark"] = field(default_factory=list)


class Destinations:
    """Where the links and bookmarks of a paper lead, whether named or told."""

    def __init__(self, pdf: Pdf) -> None:
        self._places: Mapping[tuple[int, int], int] = {
            page.obj.objgen: place for place, page in enumerate(pdf.pages)
        }
        names = pdf.Root.get(Name.Names, Dictionary())
        self._named: dict[bytes, Object] = dict(name_tree(names.get(Name.Dests)))
        for key, value in pdf.Root.get(Name.Dests, Dictionary()).items():
            self._named[key.removeprefix("/").encode()] = value

    def of(self, holder: Object) -> tuple[int, tuple[object, ...]] | None:
        """The page and view that a bookmark or a link leads to within the paper; None where it leads out."""
        target = holder.get(Name.Dest)
        action = holder.get(Name.A)
        if target is None and isinstance(action, Dictionary) and action.get(Name.S) == Name.GoTo:
            target = action.get(Name.D)
        return self._resolved(target)

    def _resolved(self, target: Object | None) -> tuple[int, tuple[object, ...]] | None:
        if isinstance(target, String):
            target = self._named.get(bytes(target))
        elif isinstance(target, Name):
            target = self._named.get(str(target).removeprefix("/").encode())
        if isinstance(target, Dictionary):
            target = target.get(Name.D)
        if not isinstance(target, Array) or not len(target) or not isinstance(target[0], Dictionary):
            return None
        place = self._places.get(target[0].objgen)
        return None if place is None else (place, tuple(target)[1:] or (Name.Fit,))


def bookmarks_of(pdf: Pdf, destinations: Destinations) -> list[Bookmark]:
    """The bookmarks of a paper; one that leads nowhere is left out, with its own below it kept."""
    outlines = pdf.Root.get(Name.Outlines)
    if not isinstance(outlines, Dictionary):
        return []
    return list(_read(outlines, destinations, set(), 0))


def _read(
    holder: Object, destinations: Destinations, seen: set[tuple[int, int]], depth: int
) -> Iterator[Bookmark]:
    entry = holder.get(Name.First)
    while isinstance(entry, Dictionary) and entry.objgen not in seen and len(seen) < _MOST:
        seen.add(entry.objgen)
        kids = list(_read(entry, destinations, seen, depth + 1)) if depth < _DEEPEST else []
        target = destinations.of(entry)
        title = " ".join(str(entry.get(Name.Title, "")).split())
        if target is not None and title:
            yield Bookmark(title, target[0], target[1], kids)
        else:
            yield from kids
        entry = entry.get(Name.Next)


def moved(bookmarks: Sequence[Bookmark], by: int) -> list[Bookmark]:
    """Bookmarks of a paper as the pack has them, whose pages lie `by` further on."""
    return [Bookmark(each.title, each.page + by, each.view, moved(each.kids, by)) for each in bookmarks]


def below(parent: str, bookmarks: Sequence[Bookmark]) -> list[Bookmark]:
    """Bookmarks as they stand below a parent: the first is left out where it only repeats its title.

    What is below that one then stands in its place.
    """
    if not bookmarks:
        return []
    first, *others = bookmarks
    return [*first.kids, *others] if _repeats(parent, first.title) else list(bookmarks)


def _repeats(parent: str, title: str) -> bool:
    said = folded(parent)
    return folded(title) in {said, _LABEL.sub("", said, count=1)}


def write_bookmarks(pack: Pdf, pages: Sequence[Object], bookmarks: Sequence[Bookmark]) -> None:
    """Write the bookmarks of a pack, the first level open."""
    outlines = pack.make_indirect(Dictionary(Type=Name.Outlines))
    _write_level(pack, pages, outlines, bookmarks)
    if bookmarks:
        outlines.Count = len(bookmarks)
        pack.Root.Outlines = outlines


def _write_level(pack: Pdf, pages: Sequence[Object], above: Object, bookmarks: Sequence[Bookmark]) -> None:
    before: Object | None = None
    for bookmark in bookmarks:
        entry = pack.make_indirect(
            Dictionary(
                Title=String(bookmark.title),
                Parent=above,
                Dest=Array([pages[bookmark.page], *bookmark.view]),
            )
        )
        if before is None:
            above.First = entry
        else:
            entry.Prev, before.Next = before, entry
        before = entry
        if bookmark.kids:
            _write_level(pack, pages, entry, bookmark.kids)
            entry.Count = -len(bookmark.kids)
    if before is not None:
        above.Last = before
