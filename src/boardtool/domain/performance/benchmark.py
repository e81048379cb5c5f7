"""An area against a benchmark, as the Fingertips service says it: better, similar, worse."""

from enum import StrEnum

from boardtool.domain.performance.intervals import Interval
from boardtool.domain.performance.series import Direction
from boardtool.domain.performance.xmr import Kind


class Comparison(StrEnum):
    """How an area stands; LOWER and HIGHER where no direction is good."""

    BETTER = "better"
    SIMILAR = "similar"
    WORSE = "worse"
    LOWER = "lower"
    HIGHER = "higher"
    NOT_COMPARED = "not_compared"


COMPARED = {
    Comparison.BETTER: "Better",
    Comparison.SIMILAR: "Similar",
    Comparison.WORSE: "Worse",
    Comparison.LOWER: "Lower",
    Comparison.HIGHER: "Higher",
    Comparison.NOT_COMPARED: "Not compared",
}
"""The word beside a bar and in a table."""
MARKS = {
    Comparison.BETTER: (Kind.IMPROVEMENT, 0),
    Comparison.WORSE: (Kind.CONCERN, 0),
    Comparison.LOWER: (Kind.NEUTRAL, -1),
    Comparison.HIGHER: (Kind.NEUTRAL, 1),
    Comparison.SIMILAR: (Kind.COMMON_CAUSE, 0),
}
"""The mark beside a bar, and which way it points."""


def compared(area: Interval | None, benchmark: float | None, direction: Direction) -> Comparison:
    """The area's 95 % limits against the value of the benchmark; limits that touch it are similar."""
    if area is None or benchmark is None:
        return Comparison.NOT_COMPARED
    if area.lower <= benchmark <= area.upper:
        return Comparison.SIMILAR
    higher = area.lower > benchmark
    if direction is Direction.NEUTRAL:
        return Comparison.HIGHER if higher else Comparison.LOWER
    return Comparison.BETTER if higher == (direction is Direction.INCREASE) else Comparison.WORSE


def meets(value: float, goal: float, direction: Direction) -> bool | None:
    """Whether a value reaches a goal; None without a direction of good."""
    if direction is Direction.NEUTRAL:
        return None
    return value >= goal if direction is Direction.INCREASE else value <= goal
