"""A pack that the council published, and what papers begin with, as the reading process tells them."""

from collections.abc import Mapping
from pathlib import Path

from boardtool.data.papers import fault
from boardtool.data.pdf.apart import Wish, answers
from boardtool.domain.errors import InputRefusedError
from boardtool.domain.pack.published import Bookmark, PublishedPack, PublishedPage

TIME_LIMIT = 60.0  # seconds for a whole pack; 2,000 pages of text take eight


def read_published(path: Path) -> PublishedPack:
    """The pages and bookmarks of a published file.

    Raises:
        InputRefusedError: it is missing, no PDF, locked, damaged, too long, or takes too long to read.
    """
    if why := fault(path):
        raise InputRefusedError(why)
    told = answers(Wish.PAGES, [path], TIME_LIMIT)
    if not told:
        raise InputRefusedError(
            f"{path.name} takes too long, or too much memory, to read: it may be made to do harm. "
            "Get it from the council's website again."
        )
    if isinstance(told[0], str):
        raise InputRefusedError(f"{path.name} cannot be read. {told[0]} Choose the pack as it was published.")
    pages, bookmarks = told[0]
    return PublishedPack(
        tuple(PublishedPage(text, label) for text, label in pages),
        tuple(Bookmark(title, place, level) for title, place, level in bookmarks),
    )


def opening_pages(files: Mapping[str, Path]) -> dict[str, tuple[str, ...]]:
    """The texts of the first pages of papers, by digest; () where the reading process ended over one."""
    found: dict[str, tuple[str, ...]] = dict.fromkeys(files, ())
    left = list(files.items())
    while left:
        told = answers(Wish.OPENING, [path for _, path in left], TIME_LIMIT)
        found |= {digest: tuple(pages) for (digest, _), pages in zip(left, told, strict=False)}
        left = left[len(told) + 1 :]  # the process ended over the next one
    return found
