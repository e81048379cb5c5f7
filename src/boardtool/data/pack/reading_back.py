"""A finished pack read as a reader would: page labels, bookmarks, printed numbers, what the agenda says."""

import re
from collections.abc import Sequence
from pathlib import Path

import pikepdf
import pypdfium2
from pikepdf import Dictionary, Name

from boardtool.domain.pack.arithmetic import ReadBack
from boardtool.domain.pack.pages import Span

_STAMP = re.compile(r"Page (\d+)")


def read_back(file: Path, spans: Sequence[Span], *, first_page: int) -> ReadBack:
    """What the file itself says, looked up at the first page of every part (`spans`)."""
    with pikepdf.open(file) as pdf:
        bookmarks = _first_level(pdf, first_page)
    document = pypdfium2.PdfDocument(file)
    try:
        count = len(document)
        labels = tuple(document.get_page_label(place) for place in range(count))
        firsts = [span.first - first_page for span in spans if span.first - first_page < count]
        stamped = {place: _printed(_text(document, place)) for place in firsts}
        front = range(min(spans[0].last - first_page + 1, count))
        agenda = "\n".join(_text(document, place) for place in front)
    finally:
        document.close()
    return ReadBack(labels, bookmarks, stamped, agenda)


def _first_level(pdf: pikepdf.Pdf, first_page: int) -> tuple[int | None, ...]:
    places = {page.obj.objgen: place for place, page in enumerate(pdf.pages)}
    found: list[int | None] = []
    entry = pdf.Root.get(Name.Outlines, Dictionary()).get(Name.First)
    while isinstance(entry, Dictionary) and len(found) <= len(places):
        place = places.get(entry.Dest[0].objgen)
        found.append(None if place is None else first_page + place)
        entry = entry.get(Name.Next)
    return tuple(found)


def _text(document: pypdfium2.PdfDocument, place: int) -> str:
    page = document[place]
    text = page.get_textpage()
    try:
        return str(text.get_text_range(errors="replace"))
    finally:
        text.close()
        page.close()


def _printed(text: str) -> int | None:
    """The number that the stamp prints: the last one on the page, for papers count their own pages too."""
    found = _STAMP.findall(text)
    return int(found[-1]) if found else None
