"""Two states of a plan side by side, line by line: what came, what went, and what changed in what stayed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from boardtool.domain.bcf.cells import FIELDS, shown
from boardtool.domain.bcf.plans import Line


class Fate(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """A line in both states; `changes` is field to what it showed before and shows after."""

    fate: Fate
    before: Line | None
    after: Line | None
    changes: dict[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def more(self) -> int:
        """Pence by which its expenditure grew, in the first plan year."""
        return (self.after.amount() if self.after else 0) - (self.before.amount() if self.before else 0)


def compared(before: Sequence[Line], after: Sequence[Line]) -> tuple[ComparedLine, ...]:
    """Every line of both: those of `after` in their order, then those that went."""
    known = {line.id: line for line in before}
    found = [_compared(known.pop(line.id, None), line) for line in after]
    return (*found, *(ComparedLine(Fate.REMOVED, line, None) for line in known.values()))


def _compared(before: Line | None, after: Line) -> ComparedLine:
    if before is None:
        return ComparedLine(Fate.ADDED, None, after)
    changes = {
        name: (shown(name, before), shown(name, after))
        for name in FIELDS
        if shown(name, before) != shown(name, after)
    }
    return ComparedLine(Fate.CHANGED if changes else Fate.SAME, before, after, changes)
