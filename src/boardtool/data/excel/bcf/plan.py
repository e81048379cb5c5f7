"""A national planning workbook read as a whole: its year and board, and all that its sheets hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from boardtool.data.bcf.national import lists_of
from boardtool.data.excel.bcf.conditions import ReadConditions, read_conditions
from boardtool.data.excel.bcf.income import ReadIncome, read_income
from boardtool.data.excel.bcf.metrics import ReadMetrics, read_metrics
from boardtool.data.excel.bcf.required import AboveTable, read_above
from boardtool.data.excel.bcf.schemes import ReadSchemes, read_schemes
from boardtool.data.excel.bcf.words import board_named, title_of, year_by_columns, year_in
from boardtool.data.excel.workbook import Workbook
from boardtool.domain.bcf.lists import YearLists
from boardtool.domain.bcf.plans import Places
from boardtool.domain.bcf.years import YEARS, tidy_year
from boardtool.domain.errors import InputRefusedError
from boardtool.domain.imports import Choose


@dataclass(frozen=True, slots=True)
class ReadPlan:
    """Everything that a planning workbook says; `guessed` where its year was told by its columns alone."""

    lists: YearLists
    guessed: bool
    board: str
    schemes: ReadSchemes
    income: ReadIncome
    above: AboveTable
    metrics: ReadMetrics
    conditions: ReadConditions

    @property
    def places(self) -> Places:
        """Where things stand, for findings that name a cell."""
        answers = {f"condition {name}": letters for name, letters in self.conditions.columns.items()}
        sheets = {
            "schemes": self.schemes.sheet,
            "income": self.income.sheet,
            "metrics": self.metrics.sheet,
            "conditions": self.conditions.sheet,
        }
        amounts = {
            f"income {name} {row.row}": f"{letters}{row.row}"
            for row in self.income.rows
            for name, letters in row.columns.items()
        }
        return Places(sheets, dict(self.schemes.columns), {**self.above.cells, **answers, **amounts})


def read_plan(
    workbook: Workbook,
    *,
    library: Path | None = None,
    year: str | None = None,
    sheet: str | None = None,
    columns: Mapping[str, str] | None = None,
) -> ReadPlan | Choose:
    """Read a planning workbook, whatever its year; `year` overrides what it says of itself.

    Raises:
        InputRefusedError: it is of a year that is not known, or holds no scheme table.
        CannotDoError: the library's own lists of that year cannot be read.
    """
    told, guessed = year_of(workbook) if year is None else (tidy_year(year), False)
    lists = lists_of(told, library)
    schemes = read_schemes(workbook, lists, sheet=sheet, columns=columns)
    if isinstance(schemes, Choose):
        return schemes
    table = workbook.sheet(schemes.sheet)
    assert table is not None
    return ReadPlan(
        lists=lists,
        guessed=guessed,
        board=board_named(workbook),
        schemes=schemes,
        income=read_income(workbook, lists),
        above=read_above(table, schemes.header_row, lists),
        metrics=read_metrics(workbook, lists),
        conditions=read_conditions(workbook, lists),
    )


def year_of(workbook: Workbook) -> tuple[str, bool]:
    """The year of a workbook by its title, else by its columns (then it is a guess).

    Raises:
        InputRefusedError: the title names a year that is not known, or nothing tells the year.
    """
    title = title_of(workbook)
    named = None if title is None else year_in(title[0])
    if title is not None and named in YEARS:
        return named, False
    guess = year_by_columns(workbook)
    if title is not None and named is not None:
        text, sheet, cell = title
        nearest = f" Its columns are like those of {guess}:" if guess else ""
        raise InputRefusedError(
            f"Cell {cell.ref} of “{sheet.name}” says “{text}”, a year that is not known here "
            f"(known are {', '.join(YEARS)}).{nearest} name the year whose layout it has with --year."
        )
    if guess is None:
        raise InputRefusedError(
            "No Better Care Fund scheme table was found: no sheet has a title of a planning template, nor "
            "the headings “Scheme ID” and “Scheme Type”."
        )
    return guess, True
