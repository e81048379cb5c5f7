"""What pages draw: forms and pictures, and what those carry besides what is seen of them."""

import zlib
from collections.abc import Iterator, Sequence

from pikepdf import Array, Dictionary, Name, Object, Pdf, PdfError, Stream

from boardtool.data.pack.jpeg import without_particulars

_KEYS = ("Metadata", "PieceInfo", "LastModified", "AF", "OPI", "Alternates", "Measure", "PtData", "Ref")
_CARRIED = tuple(Name(f"/{key}") for key in _KEYS)
"""Who made a picture, where and with what; files behind it, and other versions of it (H4)."""

_MOST_BYTES = 64 * 1024 * 1024  # of one picture, unpacked


def drawn_objects(pages: Sequence[Object]) -> Iterator[Object]:
    """The forms and pictures that pages draw, each once, forms within forms too."""
    seen: set[tuple[int, int]] = set()
    waiting = [page.get(Name.Resources) for page in pages]
    while waiting:
        resources = waiting.pop()
        if not isinstance(resources, Dictionary):
            continue
        for drawn in dict(resources.get(Name.XObject, Dictionary()).items()).values():
            if drawn.objgen in seen:
                continue
            seen.add(drawn.objgen)
            yield drawn
            waiting.append(drawn.get(Name.Resources))


def strip_drawings(pages: Sequence[Object]) -> None:
    """Take off all that pages are drawn with what it carries besides what is seen."""
    for held in _drawn_with(pages):
        for key in _CARRIED:
            if key in held:
                del held[key]
        if held.get(Name.Subtype) == Name.Image:
            _strip_photograph(held)


def _drawn_with(pages: Sequence[Object]) -> Iterator[Stream]:
    """Every stream beneath the resources and annotations of pages: masks, patterns and appearances too."""
    seen: set[tuple[int, int]] = set()
    waiting: list[object] = [page.get(Name.Resources) for page in pages]
    for page in pages:
        annotations = page.get(Name.Annots)
        if isinstance(annotations, Array):
            waiting += [each.get(Name.AP) for each in annotations if isinstance(each, Dictionary)]
    while waiting:
        held = waiting.pop()
        if not isinstance(held, Array | Dictionary | Stream):
            continue
        if held.is_indirect:
            if held.objgen in seen:
                continue
            seen.add(held.objgen)
        if isinstance(held, Stream):
            yield held
        if isinstance(held, Array):
            waiting.extend(held)
        elif held.get(Name.Type) != Name.Page:
            waiting.extend(dict(held.items()).values())


def _strip_photograph(image: Stream) -> None:
    """Leave a JPEG with its picture alone; one that cannot be taken apart stays as it is."""
    try:
        content = _jpeg_of(image)
    except (PdfError, zlib.error):
        return
    if content is None:
        return
    left = without_particulars(content)
    if left != content:
        kept = image.get(Name.DecodeParms)
        last = kept[-1] if isinstance(kept, Array) and len(kept) else kept
        image.write(left, filter=Name.DCTDecode, decode_parms=last if isinstance(last, Dictionary) else None)


def _jpeg_of(image: Stream) -> bytes | None:
    """The JPEG that a picture is, within other kinds of packing too; None if it is none, or packed oddly."""
    named = image.get(Name.Filter)
    *outer, last = list(named) if isinstance(named, Array) and len(named) else [named]
    if last != Name.DCTDecode:
        return None
    content: bytes | None = image.read_raw_bytes()
    for packing in outer:
        content = None if content is None else _unpacked(content, packing)
    return content


def _unpacked(content: bytes, packing: object) -> bytes | None:
    """Content without one kind of packing; None where it is a rare kind, or swells beyond all pictures."""
    if packing == Name.FlateDecode:
        unpacking = zlib.decompressobj()
        found = unpacking.decompress(content, _MOST_BYTES)
        return None if unpacking.unconsumed_tail else found
    if packing in (Name.ASCII85Decode, Name.ASCIIHexDecode):
        with Pdf.new() as scratch:
            return Stream(scratch, content, Filter=packing).read_bytes()
    return None
