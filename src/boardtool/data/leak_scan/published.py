"""What is out already, looked through for what is exempt: pages of others, whose own words are not known.

A word alone, or a phrase that any report uses, tells nothing there; several runs of words on one page do.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from boardtool.data.leak_scan.scan import Leak, leaks_in
from boardtool.data.leak_scan.secrets import Secrets

TELLING = 3
"""Runs of words of one item that must stand on a page before it is told of."""


def exempt_pages(texts: Sequence[str], secrets: Secrets) -> Iterator[tuple[int, Leak]]:
    """The places (from 0) of pages that hold words of an exempt item, each with the first such words."""
    runs = Secrets(long_runs=secrets.long_runs)
    for place, text in enumerate(texts):
        by_item: dict[str, list[Leak]] = defaultdict(list)
        for leak in leaks_in(text.encode(), ".txt", runs):
            by_item[leak.item].append(leak)
        for leaks in by_item.values():
            if len({leak.words for leak in leaks}) >= TELLING:
                yield place, leaks[0]
