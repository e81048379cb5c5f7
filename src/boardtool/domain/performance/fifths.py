"""Areas parted into fifths (or other equal groups) by their values, as `phe_quantile` does."""

from collections.abc import Sequence

FIFTHS = 5


def groups_of(
    values: Sequence[float | None], *, groups: int = FIFTHS, highest_first: bool = True
) -> tuple[int | None, ...]:
    """The group of each value, 1 the highest by default (else the lowest); None for a missing one.

    Ranks with ties at the least rank, group = floor((rank - 1) × groups / count) + 1. Fewer areas than
    groups: none is assigned.
    """
    present = sorted((value for value in values if value is not None), reverse=highest_first)
    if len(present) < groups:
        return (None,) * len(values)
    rank: dict[float, int] = {}
    for place, value in enumerate(present):
        rank.setdefault(value, place)
    return tuple(None if value is None else rank[value] * groups // len(present) + 1 for value in values)
