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
    rows = []
    above: Line | None = None
    for line in lines:
        follows = (
            above is not None
            and bool(line.scheme_id)
            and above.scheme_id == line.scheme_id
            and above.name == line.name
        )
        found = marks.get(line.id)
        rows.append(GridRow(line, follows, tuple(found.items()) if found else ()))
        above = line
    return rows
