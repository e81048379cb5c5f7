"""What makes a paper unfit for any pack although it opens: pages beyond all sizes, circles, endless drawings.

Each would hold up, or bring down, whoever reads the pack: it is found out here, by a process within limits.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from boardtool.domain.findings import Severity
from boardtool.domain.paper_check import PaperFinding, on_pages

SMALLEST, LARGEST = 72.0, 14_400.0
"""Points; below there is no room for a page number, above readers show nothing (ISO 32000-1, annex C)."""

_MOST_ELEMENTS = 2_000_000
_DEEPEST = 40  # drawings within drawings; real ones have two or three


def beyond_size(sizes: Sequence[tuple[float, float]]) -> Iterator[PaperFinding]:
    """Pages too small or too large to be shown; `sizes` are widths and heights as they are seen (points)."""
    beyond = tuple(
        number
        for number, size in enumerate(sizes, start=1)
        if not all(SMALLEST <= length <= LARGEST for length in size)
    )
    if beyond:
        says = f"It is too small or too large to be shown {on_pages(beyond)}. Ask for it again."
        yield PaperFinding("page size", Severity.BLOCK, says, beyond)


def circles_in(pdf: Pdf) -> Iterator[PaperFinding]:
    """A structure whose elements hold themselves, in which a screen reader would go round for ever."""
    tree = pdf.Root.get(Name.StructTreeRoot)
    seen: set[tuple[int, int]] = set()
    waiting: list[Object] = [tree] if isinstance(tree, Dictionary) else []
    while waiting and len(seen) < _MOST_ELEMENTS:
        for kid in _kids(waiting.pop()):
            if kid.is_indirect and kid.objgen in seen:
                says = "Its structure for screen readers goes round in circles. Ask for it again."
                yield PaperFinding("damaged", Severity.BLOCK, says)
                return
            seen.add(kid.objgen)
            waiting.append(kid)


def drawings_in_circles(pdf: Pdf) -> Iterator[PaperFinding]:
    """A drawing that is a part of itself, which a reader would draw for ever."""
    done: set[tuple[int, int]] = set()
    for number, page in enumerate(pdf.pages, start=1):
        if _draws_itself(page.obj.get(Name.Resources), frozenset(), done):
            says = f"What is drawn {on_pages((number,))} is a part of itself. Ask for it again."
            yield PaperFinding("damaged", Severity.BLOCK, says, (number,))
            return


def _draws_itself(resources: object, above: frozenset[tuple[int, int]], done: set[tuple[int, int]]) -> bool:
    """Whether a drawing of these resources, or one within it, is among those `above` it; `done` are known."""
    drawings = resources.get(Name.XObject) if isinstance(resources, Dictionary) else None
    for drawn in dict(drawings.items()).values() if isinstance(drawings, Dictionary) else ():
        if drawn.objgen in above or len(above) > _DEEPEST:
            return True
        if isinstance(drawn, Stream) and drawn.objgen not in done:
            if _draws_itself(drawn.get(Name.Resources), above | {drawn.objgen}, done):
                return True
            done.add(drawn.objgen)
    return False


def read_all_text(path: Path) -> None:
    """Read every page as the pack will be read, so that a page which never ends is met within limits.

    Raises:
        PdfiumError: the file cannot be opened by this reader.
    """
    document = pypdfium2.PdfDocument(path)
    try:
        for page in document:
            text = page.get_textpage()
            text.get_text_range(errors="replace")
            text.close()
            page.close()
    finally:
        document.close()


def _kids(element: Object) -> list[Object]:
    held = element.get(Name.K)
    listed = list(held) if isinstance(held, Array) else [held]
    return [kid for kid in listed if isinstance(kid, Dictionary) and Name.S in kid]
