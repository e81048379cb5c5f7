"""What happened to one line, as a person reads it: when, who, and each field from what to what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from boardtool.domain.bcf.cells import FIELDS, CellKind, shown_value
from boardtool.domain.bcf.pool import figure
from boardtool.domain.dates import short_weekday_date

if TYPE_CHECKING:
    from boardtool.data.store import Reading


@dataclass(frozen=True, slots=True)
class PastChange:
    """A step that touched the line: “Tue 6 Sep 16:38 · Business Manager”, and what it changed."""

    when: str
    says: str
    undone: bool


def history_of(reading: "Reading", line_id: int) -> Sequence[PastChange]:
    """The changes of a line, the newest first."""
    from boardtool.data import history

    found = []
    for step, change in history.of_row(reading, "bcf_line", line_id):
        at = step.at.astimezone()
        when = f"{short_weekday_date(at.date())} {at:%H:%M} \u00b7 {step.who}"
        if change.before is None or change.after is None:
            says = "Added" if change.before is None else "Removed"
        else:
            says = "; ".join(_changes(change.before, change.after)) or step.label
        found.append(PastChange(when, says, step.undone))
    return found


def _changes(before: Mapping[str, object], after: Mapping[str, object]) -> list[str]:
    return [
        f"{FIELDS[name].heading}: {_said(name, before[name])} \u2192 {_said(name, after.get(name))}"
        for name in before
        if name in FIELDS
    ]


def _said(name: str, value: object) -> str:
    kind = FIELDS[name].kind
    if value in {None, ""}:
        return "empty"
    if kind is CellKind.MONEY and isinstance(value, int):
        return figure(value)
    if kind in {CellKind.SHARE, CellKind.NUMBER}:
        return shown_value(kind, Decimal(str(value)))
    return str(value)
