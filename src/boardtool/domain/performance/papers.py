"""What the paper of a scorecard says."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from boardtool.domain.performance.scorecard import Change, ScorecardRow, WillMeet

_OTHERS = "Other metrics"


@dataclass(frozen=True, slots=True)
class ScorecardPaper:
    """A board's scorecard as of a day, its rows under the framework that each is in first."""

    council: str
    board: str
    as_of: date
    groups: tuple[tuple[str, tuple[ScorecardRow, ...]], ...]

    @property
    def sentence(self) -> str:
        """In a line: "12 metrics: 1 getting worse, none will miss the target as things are."."""
        rows = [row for _, group in self.groups for row in group]
        worse = sum(row.change is Change.WORSENING for row in rows)
        missing = sum(row.will_meet is WillMeet.NO for row in rows)
        counted = f"{len(rows)} metric{'' if len(rows) == 1 else 's'}"
        said = f"{worse or 'none'} getting worse, {missing or 'none'} will miss the target as things are"
        return f"{counted}: {said}."


def grouped(rows: Sequence[ScorecardRow]) -> tuple[tuple[str, tuple[ScorecardRow, ...]], ...]:
    """The rows under the name of the first framework of each, in the order in which these come up."""
    groups: dict[str, list[ScorecardRow]] = {}
    for row in rows:
        groups.setdefault(row.headings[0] if row.headings else _OTHERS, []).append(row)
    return tuple((name, tuple(group)) for name, group in groups.items())
