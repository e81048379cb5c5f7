"""What a row of the grid shows: a line, whether it goes on with the scheme above, and what is wrong in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from boardtool.domain.bcf.checks import PlanFinding
from boardtool.domain.bcf.plans import Line
from boardtool.ui.bcf.open_plan import Marks


@dataclass(frozen=True, slots=True)
class GridRow:
    """A line; `follows` where the row above is of the same scheme, so that its name need not be said."""

    line: Line
    follows: bool = False
    marks: tuple[tuple[str, PlanFinding], ...] = ()

    def mark(self, field: str) -> PlanFinding | None:
        return next((found for name, found in self.marks if name == field), None)


def rows_of(lines: Sequence[Line], marks: Marks) -> list[GridRow]:
    """The rows of lines in the order of the plan, where a scheme's further lines need not name it again."""
    rows = []
    above: Line | None = None
    for line in lines:
        follows = (
            above is not None
            and bool(line.scheme_id)
            and above.scheme_id == line.scheme_id
            and above.name == line.name
        )
        rows.append(GridRow(line, follows, _marks_of(line, marks)))
        above = line
    return rows


def rows_apart(lines: Sequence[Line], marks: Marks) -> list[GridRow]:
    """The rows of lines that are sorted: each names its own scheme, whatever comes to stand above it."""
    return [GridRow(line, marks=_marks_of(line, marks)) for line in lines]


def _marks_of(line: Line, marks: Marks) -> tuple[tuple[str, PlanFinding], ...]:
    found = marks.get(line.id)
    return tuple(found.items()) if found else ()
