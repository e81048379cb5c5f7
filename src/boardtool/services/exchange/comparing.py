"""A file's rows held against what is known: what taking each would change, and the write that takes it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from boardtool.data.store import Step
from boardtool.domain.imports import Rejected, RowPreview, RowState, ThreeWay, Warned

Write = Callable[[Step, int], None]
"""Takes one row, or finishes an import, in a step; the number is the id of its board or meeting."""

Values = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A row as it would be taken."""

    preview: RowPreview
    write: Write


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that taking a file would do.

    `label` is what the step will be called; `target` finds the board or the meeting that the rows go to, and
    makes the meeting where it is not planned yet; `files` are kept in the library before the step; `finish`
    does what concerns all rows together.
    """

    label: str
    rows: tuple[ComparedRow, ...]
    target: Callable[[Step], int]
    sheet: str = ""
    rejected: tuple[Rejected, ...] = ()
    warnings: tuple[Warned, ...] = ()
    files: tuple[Path, ...] = ()
    finish: Write | None = None

    @property
    def to_take(self) -> list[ComparedRow]:
        return [row for row in self.rows if row.preview.state in {RowState.ADDED, RowState.UPDATED}]


def added(sheet: str, row: int, key: str, values: Values) -> RowPreview:
    """A row that is new here."""
    shown = plain(values)
    changes = {name: (None, value) for name, value in shown.items() if value not in ("", [], None)}
    return RowPreview(sheet, row, key, RowState.ADDED, shown, changes)


def held_against(sheet: str, row: int, key: str, values: Values, ours: Values) -> RowPreview:
    """A row that is known: updated where a value differs, else unchanged."""
    shown, known = plain(values), plain(ours)
    changes = {name: (known.get(name), value) for name, value in shown.items() if known.get(name) != value}
    state = RowState.UPDATED if changes else RowState.UNCHANGED
    return RowPreview(sheet, row, key, state, shown, changes)


def in_conflict(preview: RowPreview, conflicts: Mapping[str, tuple[object, object]]) -> RowPreview:
    """The row with fields that were changed here too (ours, theirs); it waits until one side is chosen."""
    return RowPreview(
        preview.sheet,
        preview.row,
        preview.key,
        RowState.CONFLICT,
        preview.values,
        preview.changes,
        {name: ThreeWay(None, *map(_plain, pair)) for name, pair in conflicts.items()},
    )


def plain(values: Values) -> dict[str, object]:
    """Values as JSON can say them."""
    return {name: _plain(value) for name, value in values.items()}


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    return str(value) if isinstance(value, str) else value
