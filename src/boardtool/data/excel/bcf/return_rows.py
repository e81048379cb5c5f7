"""What a return workbook says, row by row, while it is being read."""

from dataclasses import dataclass, field
from typing import Any

from boardtool.data.excel.bcf.values import pence, warned
from boardtool.data.excel.workbook import Cell
from boardtool.domain.bcf.lists import YearLists
from boardtool.domain.bcf.plans import Places
from boardtool.domain.bcf.returns import Part
from boardtool.domain.imports import Warned


@dataclass(slots=True)
class ReadEntry:
    """A row of one of a return's tables, as it was read; `cells` names those of its values."""

    part: Part
    sheet: str
    row: int
    values: dict[str, Any]  # each value is of the type of the field that its name says
    cells: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class ReadActual:
    """What a scheme's line spent and delivered, as it was read, with the words that tell which line it is."""

    sheet: str
    row: int
    scheme: dict[str, str]
    values: dict[str, Any]  # each value is of the type of the field that its name says
    cells: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class ReadReturn:
    """Everything that a return workbook says; `facts` are those of the whole return, by field."""

    lists: YearLists
    year: str
    name: str
    board: str
    entries: list[ReadEntry] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)  # each value is of its field's type
    actuals: list[ReadActual] = field(default_factory=list)
    cells: dict[str, str] = field(default_factory=dict)
    sheets: dict[str, str] = field(default_factory=dict)
    warnings: list[Warned] = field(default_factory=list)

    @property
    def period(self) -> str:
        """2022-23 End of Year."""
        return f"{self.year} {self.name}"

    @property
    def places(self) -> Places:
        return Places(sheets=self.sheets, cells=self.cells)

    def amount(self, sheet: str, cell: Cell | None) -> int | None:
        """Pence of a cell; what is no amount is said."""
        found = pence(cell)
        if found.said and cell is not None:
            self.warnings.append(warned(sheet, cell, found.said))
        return found.pence


def words_of(cell: Cell | None) -> str:
    return "" if cell is None or cell.trouble else cell.words
