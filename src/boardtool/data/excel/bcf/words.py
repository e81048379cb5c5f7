"""Finding things in a national workbook by the words that stand there: sheets, labels, cells beside them."""

import re
from collections.abc import Iterator, Sequence

from boardtool.data.excel.workbook import Cell, CellKind, Sheet, Workbook
from boardtool.domain.bcf.years import tidy_year
from boardtool.domain.text import folded

_TITLE = re.compile(
    r"(?:bcf|better care fund)\b.{0,40}?\b(20[0-9]{2}\s?[-/\u2013]\s?(?:20)?[0-9]{2})\b", re.IGNORECASE
)
_ROWS_OF_A_TITLE = 12
_BESIDE = 3  # columns; further to the right stand the checkers
_HWB = "health and wellbeing board"


def sheets_called(workbook: Workbook, *words: str, without: Sequence[str] = ()) -> list[Sheet]:
    """Sheets whose name holds all these words and none of those, the shown ones before the hidden."""
    found = [
        sheet
        for sheet in workbook.sheets
        if all(word in folded(sheet.name) for word in words)
        and not any(word in folded(sheet.name) for word in without)
    ]
    return sorted(found, key=lambda sheet: sheet.hidden)


def title_of(workbook: Workbook) -> tuple[str, Sheet, Cell] | None:
    """The title that says which year a workbook is of ("BCF Planning Template 2022-23"), and its place."""
    for sheet in workbook.shown:
        for number in list(sheet.rows)[:_ROWS_OF_A_TITLE]:
            for cell in sheet.rows[number]:
                if cell.kind == CellKind.TEXT and _TITLE.search(cell.line):
                    return cell.line, sheet, cell
    return None


def year_in(title: str) -> str | None:
    """The year that a title names, as it writes it; None where it names none."""
    found = _TITLE.search(title)
    return None if found is None else tidy_year(found[1])


def year_by_columns(workbook: Workbook) -> str | None:
    """The year that the headings of a scheme table tell, where no title does."""
    texts = {
        folded(cell.text)
        for sheet in workbook.shown
        for cell in sheet.cells
        if cell.kind == CellKind.TEXT and len(cell.text) < 80  # noqa: PLR2004 - longer is no heading
    }
    if "activity" in texts and "primary objective" in texts:
        return "2025-26"
    if any(text.startswith("updated expenditure") for text in texts):
        return "2024-25"
    if "expenditure 23 24" in texts or "expenditure 2023 24" in texts:
        return "2023-25"
    if "scheme id" not in texts:
        return None
    return "2021-22" if "minimum ccg contribution" in texts else "2022-23"


def board_named(workbook: Workbook) -> str:
    """The board that the cover, or else another sheet, says it is of; "" where none is chosen yet."""
    found = board_cell(workbook)
    return "" if found is None else found[1].line


def board_cell(workbook: Workbook) -> tuple[Sheet, Cell] | None:
    """The cell that names the board, and its sheet."""
    for label in (_HWB, f"selected {_HWB}"):
        for sheet in workbook.shown:
            for cell in labels(sheet):
                beside = right_of(sheet, cell) if folded(cell.line) == label else None
                if beside is not None and beside.column - cell.column <= _BESIDE:
                    return sheet, beside
    return None


def labels(sheet: Sheet) -> Iterator[Cell]:
    """Every cell of a sheet that holds words, in the order of the sheet."""
    for cells in sheet.rows.values():
        for cell in cells:
            if cell.kind == CellKind.TEXT and cell.line:
                yield cell


def right_of(sheet: Sheet, cell: Cell) -> Cell | None:
    """The next cell to the right in the same row that holds something."""
    return next((other for other in sheet.rows[cell.row] if other.column > cell.column and other.line), None)


def filled(sheet: Sheet, row: int) -> list[Cell]:
    """The cells of a row that hold something, from left to right."""
    return [cell for cell in sheet.rows.get(row, ()) if cell.kind != CellKind.TEXT or cell.line]
