"""What stands on the pages of a PDF and its bookmarks, and what a paper begins with.

Runs in the reading process; the file is a stranger's.
"""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pypdfium2

from boardtool.data.pdf.reading import DAMAGE
from boardtool.data.word.gate import open_parts
from boardtool.data.word.lines import Line, Row, read_lines
from boardtool.domain.errors import InputRefusedError

MOST_PAGES = 3000
_LONGEST = 20_000  # letters of a page; a full page of small print has a third of that
_MOST_BOOKMARKS = 20_000
_OPENING_PAGES = 3
_OPENING_LINES = 60


def pages_of(path: Path) -> object:
    """The texts and labels of all pages, and bookmarks as title, place and level; or why not, in words."""
    try:
        document = pypdfium2.PdfDocument(path)
        try:
            count = len(document)
            if not 0 < count <= MOST_PAGES:
                return f"It has {count} pages; a pack has 1 to {MOST_PAGES}."
            pages = [[text_of(document, place), _label(document, place)] for place in range(count)]
            return [pages, list(_bookmarks(document, count))]
        finally:
            document.close()
    except DAMAGE:
        return "It is damaged, protected by a password, or no PDF."


def opening_of(path: Path) -> object:
    """The texts of the first pages of a PDF, or the first lines of a Word paper; [] where it is not read."""
    return _first_lines(path) if path.suffix.lower() == ".docx" else _first_pages(path)


def _first_pages(path: Path) -> list[str]:
    try:
        document = pypdfium2.PdfDocument(path)
        try:
            return [text_of(document, place) for place in range(min(len(document), _OPENING_PAGES))]
        finally:
            document.close()
    except DAMAGE:
        return []


def _first_lines(path: Path) -> list[str]:
    try:
        content = read_lines(open_parts(path)).content
    except InputRefusedError:
        return []
    return ["\n".join(line.text for part in content[:_OPENING_LINES] for line in _lines(part))]


def _lines(part: Line | Row) -> Iterator[Line]:
    if isinstance(part, Line):
        yield part
    else:
        yield from chain.from_iterable(part.cells)


def text_of(document: pypdfium2.PdfDocument, place: int) -> str:
    """The text of the page at a place, from 0."""
    page = document[place]
    text = page.get_textpage()
    try:
        return str(text.get_text_range(count=min(text.count_chars(), _LONGEST), errors="replace"))
    finally:
        text.close()
        page.close()


def _label(document: pypdfium2.PdfDocument, place: int) -> str:
    return str(document.get_page_label(place) or "")


def _bookmarks(document: pypdfium2.PdfDocument, count: int) -> Iterator[tuple[str, int, int]]:
    for number, mark in enumerate(document.get_toc()):
        if number == _MOST_BOOKMARKS:
            return
        leads = mark.get_dest()
        place = None if leads is None else leads.get_index()
        if place is not None and 0 <= place < count:
            yield str(mark.get_title() or ""), place, mark.level
