"""What a file says of metrics: figure by figure, as found, before it is held against the library."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from boardtool.data.excel.workbook import Cell
from boardtool.domain.imports import Rejected, Warned
from boardtool.domain.performance.metrics import Status, TargetKind
from boardtool.domain.performance.periods import Period


class Origin(StrEnum):
    """Where a file comes from; a publication holds many areas, of which a board watches few."""

    OWN = "own layout"
    FINGERTIPS = "Fingertips"
    ASCOF = "ASCOF"
    SITREP = "NHS England discharge SitRep"
    READY_DATE = "NHS England Discharge Ready Date"
    BCF = "Better Care Fund workbook"

    @property
    def is_publication(self) -> bool:
        return self not in {Origin.OWN, Origin.BCF}


@dataclass(frozen=True, slots=True)
class NamedMetric:
    """A metric as a file names it; `key` where the layout itself knows which it is, `unit` if it says so."""

    name: str
    key: str = ""
    unit: str = ""
    multiplier: float | None = None


@dataclass(frozen=True, slots=True)
class NamedArea:
    """An area as a file names it."""

    name: str
    code: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A figure in a row of a file; `cells` says where each part of it stands.

    `area` is None where the file names none. A planned value is in `target`; then `value` may be None and
    `has_figure` False. `comment` is what the file says of it. `written` is the period as the file writes it,
    `mark` what stands in place of a value ("[c]"); `is_per_cent` where the value has its sign.
    """

    sheet: str
    row: int
    metric: NamedMetric
    area: NamedArea | None
    period: Period
    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    lower: float | None = None
    upper: float | None = None
    status: Status = Status.FINAL
    note: str = ""
    target: float | None = None
    target_kind: TargetKind = TargetKind.TARGET
    comment: str = ""
    has_figure: bool = True
    written: str = ""
    mark: str = ""
    is_per_cent: bool = False
    cells: Mapping[str, str] = field(default_factory=dict)

    @property
    def cell(self) -> str:
        return self.cells.get("value") or self.cells.get("target") or next(iter(self.cells.values()), "")


@dataclass(slots=True)
class FoundFigures:
    """All that a file says, and every data row that cannot be read, with the reason.

    `other_sheets` hold figures too, and are read when one is asked for.
    """

    origin: Origin
    sheet: str = ""
    other_sheets: tuple[str, ...] = ()
    figures: list[FoundFigure] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    warnings: list[Warned] = field(default_factory=list)

    def reject(self, sheet: str, row: int, cell: Cell | None, name: str, reason: str) -> None:
        ref, value = (cell.ref, cell.line[:200]) if cell is not None else ("", "")
        self.rejected.append(Rejected(sheet, row, ref, name, value, reason))

    def warn(self, sheet: str, reason: str, *, row: int = 0, cell: Cell | None = None) -> None:
        ref, value = (cell.ref, cell.line[:200]) if cell is not None else ("", "")
        self.warnings.append(Warned(sheet, row, ref, value, reason))
