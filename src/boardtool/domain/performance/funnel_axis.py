"""Where the curves of a funnel are drawn: from a neat start to a neat end, ever wider apart.

The steps are those of PHEindicatormethods 2.1.0, so that curves can be held against its own.
"""

from collections.abc import Callable, Sequence
from math import ceil, floor

CURVE_POINTS = 100


def curve_steps(denominators: Sequence[float]) -> list[float]:
    """Where the curves are drawn: from the axis's start to its end, ever wider apart."""
    least, most = _axis(denominators)
    return _steps(max(1.0, least), most)


def event_steps(denominators: Sequence[float], average: float) -> list[float]:
    """The same in events: what the ends of the axis would bring at the average rate."""
    least, most = _axis(denominators)
    return _steps(max(1.0, float(floor(least * average))), float(ceil(most * average)))


def _steps(start: float, end: float) -> list[float]:
    steps = [start]
    for left in range(CURVE_POINTS - 1, 0, -1):
        steps.append(max(round((end / steps[-1]) ** (1 / left) * steps[-1]), steps[-1] + 1))
    return steps


def _axis(denominators: Sequence[float]) -> tuple[float, float]:
    """A neat start and end; the axis starts at zero where the largest is more than twice the smallest."""
    least, most = min(denominators), max(denominators)
    start = 0.0 if most > 2 * least else _neat(least * 0.95, 1, floor)
    return start, _neat(most * 1.05, 2, ceil)


def _neat(number: float, digits: int, to_whole: Callable[[float], int]) -> float:
    power = 10 ** max(len(str(floor(number))) - digits, 0)
    return float(to_whole(number / power) * power)
