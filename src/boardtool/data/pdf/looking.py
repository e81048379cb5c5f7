"""What a paper is found to be when it comes: readable, accessible, and with nothing hidden in it (R33, H6).

Runs in the reading process; the file is a stranger's.
"""

from collections.abc import Iterator
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from boardtool.data.pdf.active import active_in
from boardtool.data.pdf.boxes import A4, box_of
from boardtool.data.pdf.drawing import drawn_on
from boardtool.data.pdf.hidden import Hidden, hidden_on
from boardtool.data.pdf.reading import DAMAGE, is_tagged
from boardtool.data.pdf.report_lines import report_findings
from boardtool.data.pdf.unfit import beyond_size, circles_in, drawings_in_circles, read_all_text
from boardtool.domain.findings import Severity
from boardtool.domain.paper_check import UNREADABLE, PaperFinding, on_pages

MANY_PAGES = 500
MOST_LOOKED_AT = 1000
_SLACK = 12.0  # points; printers differ by less
_COMMENTS = frozenset({"/Text", "/Popup", "/FileAttachment", "/Highlight", "/Caret", "/StrikeOut", "/Ink"})
_SIGNED = 1
_OTHER_KINDS = {
    b"PK": "a Word file, a workbook or another packed file",
    b"\xd0\xcf\x11\xe0": "an old Word file or workbook, or one locked by a password",
    b"{\\rtf": "a text file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"<": "a web page",
}


def look_into(path: Path) -> tuple[int | None, bool, list[PaperFinding]]:
    """The pages of a PDF (None where they cannot be counted), whether it is tagged, and what was found."""
    try:
        with pikepdf.open(path) as pdf:
            count = len(pdf.pages)
            findings = list(_found(pdf, path, count))
            if not {each.kind for each in findings} & UNREADABLE:
                read_all_text(path)
                findings += report_findings(path)
            return count, is_tagged(pdf), findings
    except pikepdf.PasswordError:
        says = "It is protected by a password and cannot go into a pack. Ask for it without one."
        return None, False, [_block("locked", says)]
    except MemoryError:
        says = "It takes too much memory to look into: it may be made to do harm. Ask for it again."
        return None, False, [_block("not looked into", says)]
    except DAMAGE:
        return None, False, [_block("damaged", _of_another_kind(path))]


def _of_another_kind(path: Path) -> str:
    """What a file is that is no PDF, though its name says so."""
    with path.open("rb") as content:
        beginning = content.read(8)
    for marks, kind in _OTHER_KINDS.items():
        if beginning.startswith(marks):
            return f"It is {kind}, though its name ends in .pdf. Ask for it as PDF."
    return "It is damaged and cannot be read. Ask for it again."


def _found(pdf: Pdf, path: Path, count: int) -> Iterator[PaperFinding]:
    if count == 0:
        yield _block("empty", "It has no pages. Ask for it again.")
        return
    yield from _of_the_file(pdf, path, count)
    yield from _of_the_catalogue(pdf)
    yield from active_in(pdf)
    yield from circles_in(pdf)
    yield from drawings_in_circles(pdf)
    yield from _of_comments(pdf)
    yield from _of_sizes(pdf)
    yield from _of_pages(pdf)


def _of_the_file(pdf: Pdf, path: Path, count: int) -> Iterator[PaperFinding]:
    if count > MANY_PAGES:
        yield _warn("long", f"It has {count:,} pages. Is it the right file?")
    if pdf.is_encrypted:
        yield _inform(
            "encrypted", "It is encrypted, but opens without a password. The pack holds it unlocked."
        )
    if not is_tagged(pdf):
        says = "It is not tagged, so a screen reader finds no headings in it. Ask for an accessible version."
        yield _warn("untagged", says)
    if path.read_bytes().count(b"startxref") > (2 if pdf.is_linearized else 1):
        yield _inform("revisions", "It holds earlier versions of itself. The pack leaves them out.")
    if named := _named_in(pdf):
        yield _inform("metadata", f"Its properties name {named}. The pack leaves them out.")


def _of_the_catalogue(pdf: Pdf) -> Iterator[PaperFinding]:
    root = pdf.Root
    form = root.get(Name.AcroForm, Dictionary())
    if int(form.get(Name.SigFlags, 0)) & _SIGNED or any(_is_signature(f) for f in form.get(Name.Fields, ())):
        yield _warn(
            "signed", "It is signed. In the pack the signature no longer counts; keep the file itself."
        )
    if Name.XFA in form:
        yield _block("xfa", "It is a form that only Adobe Reader fills. Ask for it printed to PDF.")
    elif len(form.get(Name.Fields, ())):
        yield _inform("form", "It is a form. In the pack its fields are locked.")
    names = root.get(Name.Names, Dictionary())
    if Name.EmbeddedFiles in names or Name.AF in root:
        yield _warn("attachments", "Files are attached to it. The pack leaves them out.")
    layers = root.get(Name.OCProperties)
    if isinstance(layers, Dictionary):
        shown = layers.get(Name.D, Dictionary())
        if len(shown.get(Name.OFF, ())) or shown.get(Name.BaseState) == Name.OFF:
            yield _block(
                "hidden layer", "It has a hidden layer, which any reader can show. Ask for it without."
            )
        else:
            yield _inform("layers", "It has layers.")


def _of_comments(pdf: Pdf) -> Iterator[PaperFinding]:
    commented, boxed = [], []
    for number, page in enumerate(pdf.pages, start=1):
        for annotation in page.obj.get(Name.Annots, ()):
            kind = str(annotation.get(Name.Subtype, "")) if isinstance(annotation, Dictionary) else ""
            if kind in _COMMENTS:
                commented.append(number)
            elif kind == "/Redact" or (kind == "/Square" and _is_black(annotation.get(Name.IC))):
                boxed.append(number)
    if commented:
        where = on_pages(tuple(dict.fromkeys(commented)))
        yield _warn("comments", f"It has comments {where}. The pack leaves them out.", commented)
    if boxed:
        says = f"Something is covered {on_pages(tuple(dict.fromkeys(boxed)))}, but still there underneath."
        yield _block("black box", f"{says} Ask for it with the text removed.", boxed)


def _of_sizes(pdf: Pdf) -> Iterator[PaperFinding]:
    boxes = [box_of(page.obj) for page in pdf.pages]
    sizes = [(right - left, top - bottom) for left, bottom, right, top in boxes]
    yield from beyond_size(sizes)
    odd = []
    for number, size in enumerate(sizes, start=1):
        short, long = sorted(size)
        if abs(short - A4[2]) > _SLACK or abs(long - A4[3]) > _SLACK:
            odd.append(number)
    if odd:
        yield _inform("size", f"It is not A4 {on_pages(tuple(odd))}.", odd)


def _of_pages(pdf: Pdf) -> Iterator[PaperFinding]:
    looked = {
        number: hidden_on(drawn_on(page), box_of(page.obj))
        for number, page in enumerate(list(pdf.pages)[:MOST_LOOKED_AT], start=1)
    }
    if unseen := _those(looked, "unseen"):
        says = f"It has text that nobody sees {on_pages(unseen)}, which any reader can copy."
        yield _block("hidden text", f"{says} Ask for it without.", unseen)
    if white := _those(looked, "white"):
        yield _block(
            "white text", f"It has white text on white {on_pages(white)}. Ask for it without.", white
        )
    if covered := _those(looked, "covered"):
        says = f"A black box covers text {on_pages(covered)}, which any reader can copy from under it."
        yield _block("black box", f"{says} Ask for it with the text removed.", covered)
    if scanned := _those(looked, "scanned"):
        says = f"It is a scan without text {on_pages(scanned)}: nobody can search it or have it read out."
        yield _warn("scanned", f"{says} Ask for the document it was printed from.", scanned)
    if read := _those(looked, "read"):
        yield _inform("recognised", f"It is a scan whose text was recognised {on_pages(read)}.", read)


def _those(looked: dict[int, Hidden], what: str) -> tuple[int, ...]:
    return tuple(number for number, hidden in looked.items() if getattr(hidden, what))


def _named_in(pdf: Pdf) -> str:
    """Who the properties say made it."""
    author = str(pdf.docinfo.get(Name.Author, "")).strip() if Name.Info in pdf.trailer else ""
    return f"“{' '.join(author.split())[:60]}”" if author else ""


def _is_signature(field: Object) -> bool:
    return isinstance(field, Dictionary) and field.get(Name.FT) == Name.Sig and Name.V in field


def _is_black(colour: Object | None) -> bool:
    return isinstance(colour, Array) and len(colour) > 0 and sum(map(float, colour)) < len(colour) / 4


def _block(kind: str, says: str, pages: tuple[int, ...] | list[int] = ()) -> PaperFinding:
    return PaperFinding(kind, Severity.BLOCK, says, tuple(pages))


def _warn(kind: str, says: str, pages: tuple[int, ...] | list[int] = ()) -> PaperFinding:
    return PaperFinding(kind, Severity.WARN, says, tuple(pages))


def _inform(kind: str, says: str, pages: tuple[int, ...] | list[int] = ()) -> PaperFinding:
    return PaperFinding(kind, Severity.INFORM, says, tuple(pages))
