"""What a return workbook says, row by row, while it is being read."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from boardtool.data.excel.bcf.values import Read, exact, pence, rate, warned
from boardtool.data.excel.workbook import Cell
from boardtool.domain.bcf.lists import YearLists
from boardtool.domain.bcf.plans import Places
from boardtool.domain.bcf.returns import Part
from boardtool.domain.imports import Warned

# Each value is of the type of the field that its name says.
Values = dict[str, Any]


@dataclass(slots=True)
class ReadEntry:
    """A row of one of a return's tables, as it was read; `cells` names those of its values."""

    part: Part
    sheet: str
    row: int
    values: Values
    cells: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class ReadActual:
    """What a scheme's line spent and delivered, as it was read, with the words that tell which line it is."""

    sheet: str
    row: int
    scheme: dict[str, str]
    values: Values
    cells: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class ReadReturn:
    """Everything that a return workbook says; `facts` are those of the whole return, by field."""

    lists: YearLists
    year: str
    name: str
    board: str
    entries: list[ReadEntry] = field(default_factory=list)
    facts: Values = field(default_factory=dict)
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

    def take_amount(self, values: Values, name: str, sheet: str, cell: Cell | None) -> None:
        """The pence of a cell go into the values; what is no amount is kept as it is written, and said."""
        values[name] = self._taken(pence(cell), values, name, sheet, cell).pence

    def take_number(self, values: Values, name: str, sheet: str, cell: Cell | None) -> Decimal | None:
        """The exact number of a cell; what is none is kept in the values as it is written, and said."""
        return self._taken(exact(cell), values, name, sheet, cell).number

    def take_rate(self, values: Values, name: str, sheet: str, cell: Cell | None) -> Decimal | None:
        """The rate in pounds of a cell; what is none is kept in the values as it is written, and said."""
        return self._taken(rate(cell), values, name, sheet, cell).number

    def _taken(self, found: Read, values: Values, name: str, sheet: str, cell: Cell | None) -> Read:
        unread = values.setdefault("unread", {})
        if found.unread:
            unread[name] = found.unread
        if found.said and cell is not None:
            self.warnings.append(warned(sheet, cell, found.said))
        return found


def words_of(cell: Cell | None) -> str:
    return "" if cell is None or cell.trouble else cell.words
