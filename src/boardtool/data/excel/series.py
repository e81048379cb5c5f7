"""Reading one series from a table of dates and values, as the `spc` command takes it."""

from collections.abc import Mapping
from datetime import date

from boardtool.data.excel.figures.values import FigureRefusedError, figure_in
from boardtool.data.excel.workbook import Cell, CellKind, Sheet, Workbook
from boardtool.domain.dates import DateRefusedError, read_date
from boardtool.domain.errors import InputRefusedError
from boardtool.domain.performance.series import SeriesPoint, SeriesRefusedError
from boardtool.domain.text import folded


def read_series(workbook: Workbook, *, target: float | None = None) -> tuple[SeriesPoint, ...]:
    """The points in the order of the file; an empty value is missing, an own target goes before `target`.

    Raises:
        InputRefusedError: no sheet begins with the headings date and value, or a date is none.
        SeriesRefusedError: a value is no number, or there is no row under the headings.
    """
    for sheet in workbook.shown:
        sheet.refuse_trouble()
        if (found := _headings(sheet)) is not None:
            first, columns = found
            points = tuple(
                _point(sheet, row, columns, target)
                for row in sheet.rows
                if row > first and sheet.row(row).keys() & {*columns.values()}
            )
            if not points:
                raise SeriesRefusedError(
                    "no_points", f"{workbook.file} has the headings date and value, but no row under them."
                )
            return points
    raise InputRefusedError(f"No series was found in {workbook.file}: it needs the headings date and value.")


def _headings(sheet: Sheet) -> tuple[int, Mapping[str, int]] | None:
    for row, cells in sheet.rows.items():
        columns = {folded(cell.line): cell.column for cell in cells}
        if {"date", "value"} <= columns.keys():
            return row, {name: columns[name] for name in ("date", "value", "target") if name in columns}
    return None


def _point(sheet: Sheet, row: int, columns: Mapping[str, int], target: float | None) -> SeriesPoint:
    cells = sheet.row(row)
    held = {name: cells.get(column) for name, column in columns.items()}
    own = _number(held.get("target"))
    return SeriesPoint(_day(held["date"], row), _number(held["value"]), target if own is None else own)


def _day(cell: Cell | None, row: int) -> date:
    if cell is None:
        raise InputRefusedError(f"Row {row} has no date.")
    if cell.kind in {CellKind.DATE, CellKind.ISO_DATE} and cell.moment is not None:
        return cell.moment.date()
    try:
        return read_date(cell.line)
    except DateRefusedError as refused:
        raise InputRefusedError(f"{cell.ref}: {refused}.") from refused


def _number(cell: Cell | None) -> float | None:
    """The number in a cell; an empty one and a mark such as [c] are a missing value."""
    try:
        return figure_in(cell).number
    except FigureRefusedError as refused:
        where = "" if cell is None else f"{cell.ref}: "
        raise SeriesRefusedError("value_not_numeric", f"{where}{refused}.") from refused
