"""A high drawing as several that each fit on a page, all on one scale."""

from collections.abc import Iterator
from dataclasses import replace

from boardtool.ui.bcf.pictures.drawing import Bar, Drawing, height_of


def parts_of(drawing: Drawing, *, highest: int) -> tuple[Drawing, ...]:
    """The drawing, or parts of it none of which is higher than so many pixels; a part begins with a whole.

    A single whole that is higher by itself is cut where the page ends.
    """
    pages = list(_pages(drawing, highest))
    if len(pages) == 1:
        return (drawing,)
    return tuple(
        replace(
            drawing,
            subtitle=f"{drawing.subtitle}, part {number} of {len(pages)}",
            bars=bars,
            note=drawing.note if number == len(pages) else "",
            among=drawing.bars,
        )
        for number, bars in enumerate(pages, 1)
    )


def _pages(drawing: Drawing, highest: int) -> Iterator[tuple[Bar, ...]]:
    page: tuple[Bar, ...] = ()
    for group in _groups(drawing.bars):
        if page and height_of(replace(drawing, bars=(*page, *group))) > highest:
            yield page
            page = ()
        for bar in group:
            if page and height_of(replace(drawing, bars=(*page, bar))) > highest:
                yield page
                page = ()
            page = (*page, bar)
    yield page


def _groups(bars: tuple[Bar, ...]) -> Iterator[tuple[Bar, ...]]:
    """Each whole with what it is made of."""
    begins = [at for at, bar in enumerate(bars) if bar.level == 0 or at == 0]
    for first, last in zip(begins, [*begins[1:], len(bars)], strict=True):
        yield bars[first:last]
