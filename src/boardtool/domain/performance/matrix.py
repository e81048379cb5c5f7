"""The matrix of variation by assurance: which rows stand in which cell, and what the cell asks of a board."""

from collections.abc import Sequence
from dataclasses import dataclass

from boardtool.domain.performance.scorecard import CHANGES, Change, ScorecardRow, WillMeet

JUDGED = (WillMeet.YES, WillMeet.SOMETIMES, WillMeet.NO)
"""The columns of the matrix; a metric without them is not judged against a target."""
UNJUDGED = "Not judged"
_ALWAYS = {Change.IMPROVING, Change.NOISE, Change.WORSENING}
_ASKS = {
    (Change.IMPROVING, WillMeet.YES): "Celebrate, learn, consider looking less often.",
    (Change.IMPROVING, WillMeet.SOMETIMES): "Keep going; ask when it will pass.",
    (Change.IMPROVING, WillMeet.NO): "Is the pace enough? Ask for a date and a plan.",
    (Change.NOISE, WillMeet.YES): "A light touch.",
    (Change.NOISE, WillMeet.SOMETIMES): "Each result is luck: redesign or accept.",
    (Change.NOISE, WillMeet.NO): "The process cannot do it: redesign.",
    (Change.WORSENING, WillMeet.YES): "An early warning: understand it.",
    (Change.WORSENING, WillMeet.SOMETIMES): "Act: it is likely to fail.",
    (Change.WORSENING, WillMeet.NO): "Escalate: first on the agenda.",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the matrix and what it asks of a board; `will_meet` is None for rows without a judgement."""

    change: Change
    will_meet: WillMeet | None
    rows: tuple[ScorecardRow, ...]
    asks: str = ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """`lines` are the changes from top to bottom, each with its cells: the judged, then the rest."""

    lines: tuple[tuple[Change, tuple[Cell, ...]], ...]
    has_unjudged: bool


def matrix(rows: Sequence[ScorecardRow]) -> Matrix:
    """Every cell in order, empty ones too; a change out of the ordinary has a line only if it has rows."""
    has_unjudged = any(row.will_meet not in JUDGED for row in rows)
    lines = []
    for change in CHANGES:
        there = [row for row in rows if row.change is change]
        if there or change in _ALWAYS:
            lines.append((change, _across(change, there, has_unjudged=has_unjudged)))
    return Matrix(tuple(lines), has_unjudged)


def _across(change: Change, rows: Sequence[ScorecardRow], *, has_unjudged: bool) -> tuple[Cell, ...]:
    cells = tuple(
        Cell(change, will, tuple(row for row in rows if row.will_meet is will), _ASKS.get((change, will), ""))
        for will in JUDGED
    )
    rest = tuple(row for row in rows if row.will_meet not in JUDGED)
    return (*cells, Cell(change, None, rest)) if has_unjudged else cells


def asks_of(row: ScorecardRow) -> str:
    """What the cell that a row stands in asks of a board; "" where nothing is judged."""
    return _ASKS.get((row.change, row.will_meet), "")
