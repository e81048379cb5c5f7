"""Copies of a sample planning workbook as strangers leave them: moved, retyped, broken, locked, misnamed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
from openpyxl.utils import column_index_from_string, get_column_letter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

NORTH = "North Northamptonshire HWB BCF planning 2022-23.xlsx"
SCHEMES, INCOME, METRICS = "5a. Expenditure", "4. Income", "6. Metrics"
HEADER, FIRST = 33, 34
COLUMNS = {  # of the sample, by field
    name: ord(letter) - ord("A") + 1
    for name, letter in (
        *(("scheme_id", "B"), ("name", "C"), ("scheme_type", "E"), ("sub_type", "F"), ("area_of_spend", "H")),
        *(("nhs_share", "K"), ("provider", "M"), ("source", "N"), ("expenditure", "O")),
    )
}


class Copy:
    """A copy of the sample, whose cells hold results in place of formulas unless those are asked for."""

    def __init__(self, reference: Path, folder: Path, *, formulas: bool = False) -> None:
        self.book: Workbook = openpyxl.load_workbook(reference / "bcf" / NORTH, data_only=not formulas)
        self.path = folder / "plan.xlsx"

    @property
    def schemes(self) -> Worksheet:
        return self.book[SCHEMES]

    def type(self, field: str, value: object, *, line: int = 1) -> str:
        """Type over a cell of a line of the scheme table, counted from 1; its address."""
        cell = self.schemes.cell(FIRST + line - 1, COLUMNS[field])
        cell.value = value  # type: ignore[assignment]  # what a cell may hold
        return str(cell.coordinate)

    def move(self, sheet: str, *, down: int, right: int) -> None:
        """Everything on a sheet some rows down and columns to the right; hidden columns stay hidden."""
        there = self.book[sheet]
        for block in list(there.merged_cells.ranges):
            there.unmerge_cells(str(block))
        hidden = [
            column_index_from_string(name) for name, one in there.column_dimensions.items() if one.hidden
        ]
        for column in hidden:
            there.column_dimensions[get_column_letter(column)].hidden = False
        there.move_range(there.dimensions, rows=down, cols=right)
        for column in hidden:
            there.column_dimensions[get_column_letter(column + right)].hidden = True

    def reorder(self, order: Callable[[int], int]) -> None:
        """The columns of the scheme table in another order: each column goes to `order(column)`."""
        for row in range(HEADER, FIRST + 70):
            held = [self.schemes.cell(row, column).value for column in range(2, 17)]
            for column, value in enumerate(held, 2):
                self.schemes.cell(row, order(column)).value = value

    def add_column(self, heading: str, values: Sequence[object]) -> None:
        """A column of the council's own, right of the table."""
        for row, value in enumerate((heading, *values), HEADER):
            self.schemes.cell(row, 17).value = value  # type: ignore[assignment]  # what a cell may hold

    def replace(self, sheet: str, texts: dict[str, str]) -> None:
        """Other words for whole cells, wherever they stand on a sheet."""
        for row in self.book[sheet].iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value in texts:
                    cell.value = texts[cell.value]

    def rename(self, sheet: str, name: str) -> None:
        self.book[sheet].title = name

    def save(self) -> Path:
        self.book.save(self.path)
        return self.path
