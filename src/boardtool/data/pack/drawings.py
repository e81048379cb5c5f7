"""What pages draw: forms and pictures, and what those carry besides what is seen of them."""

from collections.abc import Iterator, Sequence

from pikepdf import Dictionary, Name, Object, Stream

_KEYS = ("Metadata", "PieceInfo", "LastModified", "AF", "OPI", "Alternates", "Measure", "PtData", "Ref")
_CARRIED = tuple(Name(f"/{key}") for key in _KEYS)
"""Who made a picture, where and with what; files behind it, and other versions of it (H4)."""


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
    """Take off forms and pictures what they carry besides what is seen."""
    for drawn in drawn_objects(pages):
        if isinstance(drawn, Stream):
            for key in _CARRIED:
                if key in drawn:
                    del drawn[key]
