"""The part of a page that is seen, whatever the boxes say that a stranger's file gives it."""

from decimal import Decimal

from pikepdf import Array, Dictionary, Name, Object

Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points."""

A4: Box = (0.0, 0.0, 595.276, 841.89)
_DEEPEST = 40  # levels of a page tree; a deeper one is a circle


def box_of(page: Object) -> Box:
    """What a page is cropped to, as far as that lies on the page; A4 where it has no size."""
    whole = _box(inherited(page, Name.MediaBox)) or A4
    cropped = _box(inherited(page, Name.CropBox))
    if cropped is None or cropped == whole:
        return whole
    left, bottom = max(whole[0], cropped[0]), max(whole[1], cropped[1])
    right, top = min(whole[2], cropped[2]), min(whole[3], cropped[3])
    return (left, bottom, right, top) if left < right and bottom < top else whole


def inherited(page: Object, key: Name) -> Object | None:
    """What a page says, or the tree above it says for it."""
    holder: Object | None = page
    for _ in range(_DEEPEST):
        if not isinstance(holder, Dictionary):
            return None
        if key in holder:
            return holder[key]
        holder = holder.get(Name.Parent)
    return None


def _box(held: object) -> Box | None:
    if not (isinstance(held, Array) and len(held) == len(A4) and all(map(_is_number, held))):
        return None
    x0, y0, x1, y1 = (float(each) for each in held)
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)) if x0 != x1 and y0 != y1 else None


def _is_number(value: object) -> bool:
    return isinstance(value, int | float | Decimal)
