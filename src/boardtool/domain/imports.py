"""What an import found in a file, row by row: what it would take, what it would not, and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class RowState(StrEnum):
    """What taking a row would do; a conflict was changed here and there since it was sent."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Rejected:
    """A data row that is not taken: `value` is what stands in `cell`, `reason` a sentence."""

    sheet: str
    row: int
    cell: str
    field: str
    value: str
    reason: str

    def to_json(self) -> dict[str, object]:
        return {
            "sheet": self.sheet, "row": self.row, "cell": self.cell,
            "field": self.field, "value": self.value, "reason": self.reason,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Warned:
    """Something a person should know of a row, or of the whole sheet (row 0), that stops nothing."""

    sheet: str
    row: int
    cell: str
    value: str
    reason: str

    def to_json(self) -> dict[str, object]:
        return {
            "sheet": self.sheet, "row": self.row, "cell": self.cell,
            "value": self.value, "reason": self.reason,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mend:
    """A cell of a file that a person put right while importing; the file itself stays as it is.

    `text` stands in its place, "" where it is treated as empty; `held` is what the file has there. Without a
    `sheet` it is the only one, or the one that is imported.
    """

    sheet: str
    cell: str
    text: str
    held: str = ""

    @property
    def words(self) -> str:
        """What was done, for the report and for the note of a figure."""
        done = f"typed here as {self.text}" if self.text else "treated as empty"
        return f"“{self.held}” in the file, {done}"


@dataclass(frozen=True, slots=True)
class ThreeWay:
    """A field in conflict: as it was sent, as it is here, and as it came back."""

    sent: object
    ours: object
    theirs: object

    def to_json(self) -> dict[str, object]:
        return {"sent": self.sent, "ours": self.ours, "theirs": self.theirs}


@dataclass(frozen=True, slots=True)
class RowPreview:
    """A row that can be taken; `values` and `changes` (field to old and new) hold what JSON can say.

    `cell` is where its value stands, where a row of the file holds several.
    """

    sheet: str
    row: int
    key: str
    state: RowState
    values: Mapping[str, object] = field(default_factory=dict)
    changes: Mapping[str, tuple[object, object]] = field(default_factory=dict)
    conflicts: Mapping[str, ThreeWay] = field(default_factory=dict)
    cell: str = ""

    def to_json(self) -> dict[str, object]:
        shown: dict[str, object] = {
            "sheet": self.sheet, "row": self.row, "key": self.key, "state": str(self.state),
            "values": dict(self.values),
            "changes": {name: list(change) for name, change in self.changes.items()},
        }  # fmt: skip
        if self.cell:
            shown["cell"] = self.cell
        if self.conflicts:
            shown["fields"] = {name: three.to_json() for name, three in self.conflicts.items()}
        return shown


@dataclass(frozen=True, slots=True)
class Choose:
    """A question: which sheet, or which column (then `field` says for what), is meant."""

    what: str
    options: tuple[str, ...]
    field: str = ""

    def to_json(self) -> dict[str, object]:
        shown: dict[str, object] = {"what": self.what, "options": list(self.options)}
        return {**shown, "field": self.field} if self.field else shown

    def sentence(self) -> str:
        """The question in words, with the option of the command line that answers it."""
        options = ", ".join(f'"{option}"' for option in self.options)
        if self.what == "sheet":
            return f"Which sheet is meant: {options}? Say it with --sheet NAME."
        return f"Which column holds the {self.field}: {options}? Say it with --column {self.field}=HEADING."


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The preview or the outcome of an import, in the shape that `--json` prints.

    `step` is the step that took it, None until then. `refused` is why the file was not read at all.
    """

    kind: str
    file: str
    sheet: str = ""
    applied: bool = False
    step: int | None = None
    rows: tuple[RowPreview, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    warnings: tuple[Warned, ...] = ()
    choose: Choose | None = None
    refused: str = ""

    def count(self, state: RowState) -> int:
        return sum(row.state is state for row in self.rows)

    @property
    def changes_nothing(self) -> bool:
        """Whether taking it would leave the library as it is: the same file a second time."""
        return all(row.state is RowState.UNCHANGED for row in self.rows)

    def to_json(self) -> dict[str, object]:
        shown: dict[str, object] = {
            "kind": self.kind, "file": self.file, "sheet": self.sheet, "applied": self.applied,
            "step": self.step,
            "added": self.count(RowState.ADDED), "updated": self.count(RowState.UPDATED),
            "unchanged": self.count(RowState.UNCHANGED), "conflicts": self.count(RowState.CONFLICT),
            "rejected": [row.to_json() for row in self.rejected],
            "warnings": [warning.to_json() for warning in self.warnings],
            "rows": [row.to_json() for row in self.rows],
        }  # fmt: skip
        if self.choose is not None:
            shown["choose"] = self.choose.to_json()
        if self.refused:
            shown["refused"] = self.refused
        return shown


def as_written(number: float | None) -> str:
    """A number as the file that it came from would show it; "" where there is none."""
    return "" if number is None else f"{number:g}"
