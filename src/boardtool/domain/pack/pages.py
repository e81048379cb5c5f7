"""Which pages of a pack each part has: odd beginnings for duplex, and what the agenda's page column says."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """The pages of a part, numbered as printed; the blank one at its end is counted in."""

    first: int
    last: int
    blank: bool = False

    @property
    def text(self) -> str:
        """As the agenda prints it: "19 - 58", or "19" alone."""
        return str(self.first) if self.first == self.last else f"{self.first} - {self.last}"


def spans(lengths: Iterable[int], *, first: int, duplex: bool) -> tuple[Span, ...]:
    """The pages of parts of these lengths, one after the other from `first`.

    For duplex every part begins on an odd page and ends on an even one (R12: seed 5-16, 17-18, 19-58).
    """
    found = []
    for length in lengths:
        last = first + length - 1
        blank = duplex and last % 2 == 1
        found.append(Span(first, last + blank, blank))
        first = found[-1].last + 1
    return tuple(found)


def told_together(ranges: Sequence[Span]) -> str:
    """The pages of one item whose parts lie apart: "19 - 58, 215 - 220"."""
    return ", ".join(span.text for span in ranges)


def told_apart(pages: str) -> list[Span]:
    """The ranges of a page column: "19 - 58, 215" are two; words ("Verbal Update") are none."""
    ends = (re.findall(r"\d+", part) for part in pages.split(","))
    return [Span(int(found[0]), int(found[-1])) for found in ends if found]


def pages_of_each(printed: str, lengths: Sequence[int]) -> tuple[str, ...]:
    """The pages of each paper of an item, of these lengths, if the item has the `printed` ones ("19 - 58").

    Where those are not the pages of just these papers, with a blank one at most, each says how many it has.
    """
    match told_apart(printed):
        case [Span(first, last)] if last - first + 1 - sum(lengths) in {0, 1}:
            return tuple(span.text for span in spans(lengths, first=first, duplex=False))
        case _:
            return tuple(f"{length} page{'' if length == 1 else 's'}" for length in lengths)
