"""Bookmarks of a tagged paper that has none of its own: made of the headings in its structure (H1 to H6)."""

import ctypes
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2
from pikepdf import Dictionary, Name, Object, Pdf, String
from pypdfium2 import raw

from boardtool.data.pack.outline import Bookmark
from boardtool.data.pack.renaming import listed
from boardtool.data.pack.trees import whole_number

_LEVELS = {"/Title": 1, "/H": 1, **{f"/H{level}": level for level in range(1, 7)}}
_MOST = 1_000  # headings of a paper
_LONGEST = 160  # letters of a bookmark
_TELLING = (Name.ActualText, Name.Alt)
_DEEPEST = 20  # roles that stand for other roles


@dataclass(slots=True)
class _Heading:
    """A heading as the structure has it: `marks` are the pieces of its page's content that it is made of."""

    level: int
    said: str = ""
    page: int | None = None
    marks: list[int] = field(default_factory=list)


def headings_of(pdf: Pdf, content: Path | bytes) -> list[Bookmark]:
    """The headings of a tagged paper as bookmarks, one below the other by their levels.

    `content` is the paper as it came, whose pages are read by another library; what that cannot read has
    no headings.
    """
    places = {page.obj.objgen: place for place, page in enumerate(pdf.pages)}
    found = [each for each in _headings(pdf, places) if each.page is not None]
    if any(not each.said for each in found):
        with suppress(pypdfium2.PdfiumError):
            _read(found, content)
    return _by_level([each for each in found if each.said])


def _headings(pdf: Pdf, places: Mapping[tuple[int, int], int]) -> Iterator[_Heading]:
    """Headings in the order of the structure."""
    tree = pdf.Root.StructTreeRoot
    roles = tree.get(Name.RoleMap, Dictionary())
    seen: set[tuple[int, int]] = set()
    waiting: list[Object] = [tree]
    count = 0
    while waiting and count < _MOST:
        element = waiting.pop()
        level = _LEVELS.get(_role(element, roles))
        if level is not None:
            count += 1
            yield _heading(element, level, places)
            continue
        for kid in reversed(_elements(element)):
            if not kid.is_indirect or kid.objgen not in seen:
                seen.add(kid.objgen)
                waiting.append(kid)


def _role(element: Object, roles: Object) -> str:
    """The standard type of an element, whatever the paper calls it."""
    role = str(element.get(Name.S, ""))
    for _ in range(_DEEPEST):
        if role in _LEVELS or not role or role not in roles:
            break
        role = str(roles[role])
    return role


def _heading(element: Object, level: int, places: Mapping[tuple[int, int], int]) -> _Heading:
    heading = _Heading(level, _told(element))
    _collect(element, None, heading, places, 0)
    return heading


def _told(element: Object) -> str:
    said = next((element.get(key) for key in _TELLING if isinstance(element.get(key), String)), None)
    return "" if said is None else _trimmed(str(said))


def _collect(
    element: Object, page: int | None, heading: _Heading, places: Mapping[tuple[int, int], int], depth: int
) -> None:
    """Gather where a heading stands, down through the spans and links within it; its first page counts."""
    page = _page(element, page, places)
    for kid in listed(element.get(Name.K)):
        if isinstance(kid, Dictionary):
            number = whole_number(kid.get(Name.MCID))
            if number is None and Name.S in kid and depth < _DEEPEST:
                _collect(kid, page, heading, places, depth + 1)
                continue
            stands = _page(kid, page, places)
        else:
            number, stands = whole_number(kid), page
        if number is not None and stands is not None:
            heading.page = stands if heading.page is None else heading.page
            if stands == heading.page:
                heading.marks.append(number)
    if heading.page is None:
        heading.page = page


def _page(holder: Object, above: int | None, places: Mapping[tuple[int, int], int]) -> int | None:
    page = holder.get(Name.Pg)
    return places.get(page.objgen, above) if isinstance(page, Dictionary) else above


def _read(found: Sequence[_Heading], content: Path | bytes) -> None:
    """Read what the headings say from their pages."""
    by_page: dict[int, list[_Heading]] = defaultdict(list)
    for heading in found:
        if not heading.said and heading.page is not None:
            by_page[heading.page].append(heading)
    document = pypdfium2.PdfDocument(content)
    try:
        for place, headings in by_page.items():
            if place < len(document):
                pieces = _pieces(document[place], {mark for each in headings for mark in each.marks})
                for each in headings:
                    each.said = _trimmed(" ".join(pieces.get(mark, "") for mark in each.marks))
    finally:
        document.close()


def _pieces(page: pypdfium2.PdfPage, wanted: set[int]) -> dict[int, str]:
    """The text of the wanted pieces of a page's content, by their numbers."""
    pieces: dict[int, str] = defaultdict(str)
    lines: dict[int, float] = {}
    text = page.get_textpage()
    for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=1):
        mark = raw.FPDFPageObj_GetMarkedContentID(drawn.raw)
        if mark in wanted:
            foot = drawn.get_bounds()[1]
            if mark in lines and abs(foot - lines[mark]) > 1:  # a heading of two lines
                pieces[mark] += " "
            lines[mark] = foot
            pieces[mark] += _text_of(drawn.raw, text.raw)
    text.close()
    page.close()
    return pieces


def _text_of(drawn: object, text: object) -> str:
    size = raw.FPDFTextObj_GetText(drawn, text, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFTextObj_GetText(drawn, text, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")


def _by_level(found: Sequence[_Heading]) -> list[Bookmark]:
    top: list[Bookmark] = []
    above: list[tuple[int, Bookmark]] = []
    for heading in found:
        assert heading.page is not None
        bookmark = Bookmark(heading.said, heading.page)
        while above and above[-1][0] >= heading.level:
            above.pop()
        (above[-1][1].kids if above else top).append(bookmark)
        above.append((heading.level, bookmark))
    return top


def _elements(element: Object) -> list[Object]:
    return [kid for kid in listed(element.get(Name.K)) if isinstance(kid, Dictionary) and Name.S in kid]


def _trimmed(said: str) -> str:
    said = " ".join(said.split())
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST].rstrip()}…"
