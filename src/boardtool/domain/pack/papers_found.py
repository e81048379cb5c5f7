"""Where a paper begins in a published pack: told by its opening words, and by the order of the papers."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from boardtool.domain.text import folded

OPENING = 80
"""Words of a paper that are looked for: they stand on its first page, however it was printed anew."""

_FEWEST = 12  # words below which a page tells too little: a picture, a title alone
_RUN = 3  # words that must follow each other
_ALIKE = 0.6  # share of runs that is the paper; a stamp, a header or a broken line costs a few
_AS_GOOD = 0.05  # shares that differ by less are the same: a broken line or two
_MOST = 30  # pages that one paper may be taken for: a file whose pages are all alike tells nothing more
_SURE = 0.9  # share of runs that is believed out of the order of the agenda, too


_Run = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Likely:
    paper: int
    place: int
    share: float


def places_of(openings: Sequence[Sequence[str]], pages: Sequence[str]) -> Mapping[int, int]:
    """Where papers begin: the number of each in `openings` → its place in `pages`, both from 0.

    `openings` are the texts of the first pages of each paper, in the order of the agenda; `pages` those of
    all pages of the pack. A paper is known by its first page that says enough.
    Papers that look alike at first (a form filled in twice) are told apart by their order; one that the
    council moved is found where it begins with all its words. Those not found are left out.
    """
    there = [_runs(folded(page).split()) for page in pages]
    sought = [_sought(opening) for opening in openings]
    holders = Counter(run for _, runs in sought for run in runs)
    likely = _best_of_both(
        [
            _Likely(number, place - before, share)
            for number, (before, runs) in enumerate(sought)
            for place, share in _shares(runs, there, holders)
            if place >= before
        ]
    )
    found = _in_order(likely)
    for each in sorted(likely, key=lambda one: -one.share):
        if each.share >= _SURE and each.paper not in found and each.place not in found.values():
            found[each.paper] = each.place
    return found


def _sought(opening: Sequence[str]) -> tuple[int, frozenset[_Run]]:
    """How many pages lie before the one that a paper is known by, and the runs of words that stand on it."""
    for before, page in enumerate(opening):
        words = folded(page).split()[:OPENING]
        if len(words) >= _FEWEST:
            return before, _runs(words)
    return 0, frozenset()


def _shares(
    sought: frozenset[_Run], there: Sequence[frozenset[_Run]], holders: Mapping[_Run, int]
) -> list[tuple[int, float]]:
    """The pages that hold most of an opening, each with the share of its runs that it holds.

    What several papers begin with (the headings of a template) counts for as much less: it tells them from
    other files, but not from each other.
    """
    whole = sum(1 / holders[run] for run in sought)
    alike = [
        (place, share)
        for place, runs in enumerate(there)
        if sought and (share := sum(1 / holders[run] for run in sought & runs) / whole) >= _ALIKE
    ]
    return sorted(sorted(alike, key=lambda pair: -pair[1])[:_MOST])


def _runs(words: Sequence[str]) -> frozenset[_Run]:
    return frozenset(zip(*(words[start:] for start in range(_RUN)), strict=False))


def _best_of_both(likely: Sequence[_Likely]) -> list[_Likely]:
    """What is likely, without pages that agree better with another paper, or papers that do elsewhere."""
    of_paper: dict[int, float] = defaultdict(float)
    of_place: dict[int, float] = defaultdict(float)
    for each in likely:
        of_paper[each.paper] = max(of_paper[each.paper], each.share)
        of_place[each.place] = max(of_place[each.place], each.share)
    return [
        each for each in likely if each.share >= max(of_paper[each.paper], of_place[each.place]) - _AS_GOOD
    ]


def _in_order(likely: Sequence[_Likely]) -> dict[int, int]:
    """Of all that is likely, the choice that agrees most and has papers and pages in the same order."""
    best: list[tuple[float, int | None]] = []  # for each that is likely: the sum up to it, and the one before
    for number, each in enumerate(likely):
        before = max(
            (
                (best[earlier][0], earlier)
                for earlier in range(number)
                if likely[earlier].paper < each.paper and likely[earlier].place < each.place
            ),
            default=(0.0, None),
            key=lambda pair: pair[0],
        )
        best.append((before[0] + each.share, before[1]))
    found: dict[int, int] = {}
    last = max(range(len(best)), key=lambda number: best[number][0], default=None)
    while last is not None:
        found[likely[last].paper] = likely[last].place
        last = best[last][1]
    return found
