"""A paper on its way into a pack: opened, and left with what may go on paper and nothing else.

What stays is an allow-list: comments with their authors, attachments, scripts, and what a page carries for
the program that made it never reach the pack (H4, H6, H12).
"""

from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from boardtool.data.pack.drawings import strip_drawings
from boardtool.data.pack.headings import headings_of
from boardtool.data.pack.outline import Bookmark, Destinations, bookmarks_of
from boardtool.data.pack.trees import number_tree, whole_number
from boardtool.data.pdf.reading import DAMAGE, WEB, is_tagged
from boardtool.domain.errors import InputRefusedError

MOST_PAGES = 5000

_PAGE_KEYS = frozenset(
    {
        "/Type",
        "/Parent",
        "/MediaBox",
        "/CropBox",
        "/Rotate",
        "/Resources",
        "/Contents",
        "/Annots",
        "/StructParents",
        "/Group",
        "/UserUnit",
    }
)
_DRAWN = frozenset(
    {
        "/FreeText",
        "/Stamp",
        "/Line",
        "/Square",
        "/Circle",
        "/Polygon",
        "/PolyLine",
        "/Ink",
        "/Highlight",
        "/Underline",
        "/StrikeOut",
        "/Squiggly",
    }
)
_LINK_KEYS = frozenset(
    {
        "/Type",
        "/Subtype",
        "/Rect",
        "/Border",
        "/BS",
        "/C",
        "/QuadPoints",
        "/F",
        "/H",
        "/StructParent",
        "/Contents",
    }
)
_DRAWN_KEYS = frozenset(
    {
        "/Type",
        "/Subtype",
        "/Rect",
        "/AP",
        "/AS",
        "/F",
        "/C",
        "/BS",
        "/Border",
        "/QuadPoints",
        "/StructParent",
    }
)
_SCRIPTED = (Name.AA, Name.A)


@dataclass(slots=True)
class Source:
    """A paper opened for a pack.

    `links` holds, by page and place among its annotations, the page and view that an inner link leads to;
    `form` what its pages' fields belong to.
    """

    name: str
    title: str
    letter: str
    pdf: Pdf
    tagged: bool
    bookmarks: list[Bookmark]
    form: Object | None = None
    links: dict[tuple[int, int], tuple[int, tuple[object, ...]]] = field(default_factory=dict)

    @property
    def page_count(self) -> int:
        return len(self.pdf.pages)


def open_source(content: Path | bytes, *, name: str, title: str, letter: str = "") -> Source:
    """Open a paper; a protected one opens if it needs no password to be read.

    Raises:
        InputRefusedError: it is damaged, locked, empty or too long; the sentence names it.
    """
    try:
        pdf = pikepdf.open(BytesIO(content) if isinstance(content, bytes) else content)
        count = len(pdf.pages)
    except pikepdf.PasswordError as error:
        raise InputRefusedError(
            f"{name} is protected by a password, so it cannot go into a pack. Ask for it without one."
        ) from error
    except DAMAGE as error:
        raise damaged(name) from error
    except FileNotFoundError as error:
        raise InputRefusedError(f"{name} is missing from the library. Attach it again.") from error
    if not 0 < count <= MOST_PAGES:
        pdf.close()
        has = "has no pages" if not count else f"has {count} pages, more than {MOST_PAGES}"
        raise InputRefusedError(f"{name} {has}. Ask for it again.")
    try:
        destinations = Destinations(pdf)
        form = pdf.Root.get(Name.AcroForm)
        if form is not None:
            del pdf.Root.AcroForm  # joined by itself, field by field
        tagged, bookmarks = is_tagged(pdf), bookmarks_of(pdf, destinations)
        if tagged and not bookmarks:
            bookmarks = headings_of(pdf, content)
        source = Source(name, title, letter, pdf, tagged, bookmarks, form)
        _clean(source, destinations)
    except DAMAGE as error:
        pdf.close()
        raise damaged(name) from error
    return source


def damaged(name: str) -> InputRefusedError:
    return InputRefusedError(f"{name} is damaged: it cannot be read as a PDF. Ask for it again.")


def _clean(source: Source, destinations: Destinations) -> None:
    """Leave a paper's pages with what the allow-lists name."""
    gone: list[Object] = []
    strip_drawings([page.obj for page in source.pdf.pages])
    for place, page in enumerate(source.pdf.pages):
        for key in set(page.obj.keys()) - _PAGE_KEYS:
            del page.obj[key]
        if Name.Annots not in page.obj:
            continue
        kept: list[Object] = []
        for annotation in page.obj.Annots if isinstance(page.obj.Annots, Array) else ():
            if not isinstance(annotation, Dictionary):
                continue
            inner = destinations.of(annotation)
            if _keep(annotation, inner):
                if inner is not None:
                    source.links[place, len(kept)] = inner
                kept.append(annotation)
            else:
                gone.append(annotation)
        if kept:
            page.obj.Annots = Array(kept)
        else:
            del page.obj.Annots
    if gone and source.tagged:
        _untie(source.pdf, gone)


def _keep(annotation: Object, inner: tuple[int, tuple[object, ...]] | None) -> bool:
    """Whether an annotation may stay; what it may not carry is taken off."""
    kind = str(annotation.get(Name.Subtype, ""))
    if kind == "/Link":
        action = annotation.get(Name.A)
        address = (
            action.get(Name.URI)
            if isinstance(action, Dictionary) and action.get(Name.S) == Name.URI
            else None
        )
        _strip(annotation, _LINK_KEYS)
        if inner is not None:
            return True
        if address is not None and str(address).lower().startswith(WEB):
            annotation.A = Dictionary(S=Name.URI, URI=address)
            return True
        return False
    if kind == "/Widget":
        for key in _SCRIPTED:
            if key in annotation:
                del annotation[key]
        return True
    if kind in _DRAWN and Name.AP in annotation:
        said = annotation.get(Name.Contents) if kind == "/FreeText" else None
        _strip(annotation, _DRAWN_KEYS)
        if said is not None:
            annotation.Contents = said
        return True
    return False


def _strip(annotation: Object, keys: frozenset[str]) -> None:
    for key in set(annotation.keys()) - keys:
        del annotation[key]


def _untie(pdf: Pdf, gone: list[Object]) -> None:
    """Take what is gone out of the structure tree too, which would bring it back (H12)."""
    held = dict(number_tree(pdf.Root.StructTreeRoot.get(Name.ParentTree)))
    for annotation in gone:
        key = whole_number(annotation.get(Name.StructParent))
        element = None if key is None else held.get(key)
        if not isinstance(element, Dictionary) or Name.K not in element:
            continue
        kids = element.K if isinstance(element.K, Array) else [element.K]
        left = [
            kid for kid in kids if not (isinstance(kid, Dictionary) and _is(kid.get(Name.Obj), annotation))
        ]
        if left:
            element.K = Array(left)
        else:
            del element.K
        for said in (Name.Alt, Name.ActualText, Name.T):
            if said in element:
                del element[said]


def _is(one: Object | None, other: Object) -> bool:
    return isinstance(one, Dictionary) and one.is_indirect and one.objgen == other.objgen
