"""A national return workbook read as a whole: its year and quarter, and all that its sheets hold."""

import re
from pathlib import Path

from boardtool.data.bcf.national import lists_of
from boardtool.data.excel.bcf.return_feedback import read_feedback, read_fees
from boardtool.data.excel.bcf.return_money import read_money, read_spend_by_source
from boardtool.data.excel.bcf.return_progress import read_conditions, read_metrics
from boardtool.data.excel.bcf.return_rows import ReadReturn
from boardtool.data.excel.bcf.return_schemes import read_actuals
from boardtool.data.excel.bcf.words import board_cell, title_of, year_in
from boardtool.data.excel.workbook import Workbook
from boardtool.domain.bcf.years import YEARS, plan_year_for, tidy_year
from boardtool.domain.errors import InputRefusedError

_NAME = re.compile(r"\b(?:(end[ -]of[ -]year|year[ -]end)|(?:quarter|q)\s?([1-4]))\b", re.IGNORECASE)
_READERS = (
    read_conditions,
    read_metrics,
    read_money,
    read_spend_by_source,
    read_actuals,
    read_feedback,
    read_fees,
)


def read_return(workbook: Workbook, *, library: Path | None = None, year: str | None = None) -> ReadReturn:
    """Read a return workbook; `year` overrides what it says of itself.

    Raises:
        InputRefusedError: it is no return, or of a year that is not known.
        CannotDoError: the library's own lists of that year cannot be read.
    """
    title = title_of(workbook)
    told = tidy_year(year) if year is not None else (year_in(title[0]) if title is not None else None)
    name = _NAME.search(title[0]) if title is not None else None
    if title is None or told is None or name is None:
        raise InputRefusedError(
            "No Better Care Fund return was found: no sheet has a title such as “Better Care Fund 2022-23 "
            "End of Year Template”."
        )
    plan_year = plan_year_for(told, YEARS)
    if plan_year is None:
        text, sheet, cell = title
        raise InputRefusedError(
            f"Cell {cell.ref} of “{sheet.name}” says “{text}”, a year that is not known here "
            f"(known are {', '.join(YEARS)}). Name the year whose layout it has with --year."
        )
    board = board_cell(workbook)
    read = ReadReturn(
        lists=lists_of(plan_year, library),
        year=told,
        name="End of Year" if name[1] else f"Quarter {name[2]}",
        board="" if board is None else board[1].line,
    )
    for part in _READERS:
        part(read, workbook)
    if board is not None:
        read.sheets["cover"], read.cells["board"] = board[0].name, board[1].ref
    if not read.entries and not read.actuals:
        raise InputRefusedError(
            "No Better Care Fund return was found: none of its tables is in the workbook."
        )
    return read
