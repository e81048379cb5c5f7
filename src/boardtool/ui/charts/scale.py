"""Where a value stands on an axis, and what is written at its round values."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log10

from boardtool.domain.performance.axis import bounds, ticks
from boardtool.domain.performance.numbers import suffix

_AIR = 0.06
PERCENT = "%"


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight axis: values from `low` to `high` over pixels from `start` to `end`."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """The pixel of a value; values outside stand outside."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)

    def within(self, value: float) -> float:
        """The pixel of a value, held inside the axis."""
        return self.at(min(max(value, self.low), self.high))


@dataclass(frozen=True, slots=True)
class Ticks:
    """The round values of an axis, from its lower to its upper end."""

    values: tuple[float, ...]
    unit: str

    @property
    def low(self) -> float:
        return self.values[0]

    @property
    def high(self) -> float:
        return self.values[-1]

    def text(self, value: float) -> str:
        """A tick's words: a short unit stands behind it, a long one in the head of the page."""
        step = self.values[1] - self.values[0]
        places = max(0, -floor(log10(step) + 1e-9))
        if round(step, places) != round(step, places + 1):  # steps of 2.5 need a place more
            places += 1
        shown = f"{value:,.{places}f}".replace("-", "\u2212")
        return shown + suffix(self.unit) if self.unit == PERCENT else shown


def ticks_over(
    values: Sequence[float | None], *, about: int = 6, unit: str = "", from_zero: bool = False
) -> Ticks:
    """Round values that hold all the others; of per cent between 0 and 100, with `from_zero` from 0 on."""
    low, high = bounds([*values, 0.0] if from_zero else values, unit)
    air = (high - low) * _AIR
    floor_, top = (low if low == 0 else low - air), high + air
    if unit == PERCENT:
        top = min(top, 100.0)
    return Ticks(ticks(max(floor_, 0.0) if low >= 0 else floor_, top, about=about), unit)
