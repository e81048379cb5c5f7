"""Where the figures of a chart over time stand: plain numbers, and a point only where one is asked for."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

from PySide6.QtCore import QPointF


@dataclass(frozen=True, slots=True)
class Trace(Sequence[QPointF | None]):
    """The pixels of every figure from left to right; `y` is None where one is missing.

    Ten thousand points cost more to make than to draw: a chart reads `x` and `y`.
    """

    x: Sequence[float]
    y: Sequence[float | None]

    def __len__(self) -> int:
        return len(self.x)

    @overload
    def __getitem__(self, place: int) -> QPointF | None: ...

    @overload
    def __getitem__(self, place: slice) -> "Trace": ...

    def __getitem__(self, place: int | slice) -> "QPointF | Trace | None":
        if isinstance(place, slice):
            return Trace(self.x[place], self.y[place])
        height = self.y[place]
        return None if height is None else QPointF(self.x[place], height)

    def around(self, left: float, right: float) -> "Trace":
        """The figures between two pixels, and one more on each side."""
        first = max(bisect_left(self.x, left) - 1, 0)
        return self[first : bisect_right(self.x, right) + 1]

    def nearest(self, x: float, *, within: float) -> int:
        """The number of the figure nearest to a pixel of the time axis; -1 where none is so near."""
        best, least = -1, within
        start = bisect_left(self.x, x - within)
        for number in range(start, len(self.x)):
            if self.x[number] > x + within:
                break
            distance = abs(self.x[number] - x)
            if self.y[number] is not None and distance < least:
                best, least = number, distance
        return best
