"""How one order of ids becomes another: the lines that belong together, and the fewest single moves."""

from bisect import bisect_left
from collections.abc import Hashable, Sequence


def runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Neighbouring places joined: [1, 2, 3, 7] is [(1, 3), (7, 7)]."""
    joined: list[tuple[int, int]] = []
    for place in places:
        if joined and joined[-1][1] == place - 1:
            joined[-1] = (joined[-1][0], place)
        else:
            joined.append((place, place))
    return joined


def follows(held: Sequence[Hashable], wanted: Sequence[Hashable]) -> bool:
    return list(held) == list(wanted)


def moves_between(
    held: Sequence[Hashable], wanted: Sequence[Hashable], *, at_most: int
) -> list[tuple[int, int]] | None:
    """Single moves (from, insert before) that turn `held` into `wanted`, or None when they are too many.

    The places are Qt's: the second counts in the order before the move. Ids that already stand in the right
    order among themselves (a longest rising run) are left where they are.
    """
    place = {identity: at for at, identity in enumerate(wanted)}
    staying = _longest_rising([place[identity] for identity in held])
    if len(held) - len(staying) > at_most:
        return None
    order = list(held)
    moves: list[tuple[int, int]] = []
    settled = {wanted[at] for at in staying}
    for at, identity in enumerate(wanted):
        if identity in settled:
            continue
        source = order.index(identity)
        target = order.index(wanted[at - 1]) + 1 if at else 0
        if source != target and source + 1 != target:
            moves.append((source, target))
            order.insert(target - (target > source), order.pop(source))
        settled.add(identity)
    return moves


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """The members of a longest rising subsequence."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, number in enumerate(numbers):
        length = bisect_left(tails, number)
        before.append(ends[length - 1] if length else -1)
        if length == len(tails):
            tails.append(number)
            ends.append(at)
        else:
            tails[length] = number
            ends[length] = at
    found: set[int] = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        found.add(numbers[at])
        at = before[at]
    return found
