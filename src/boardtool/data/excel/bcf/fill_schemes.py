"""Lines written into the scheme table of a template: each into its own row, or one below the other."""

from collections.abc import Mapping, Sequence

from boardtool.data.excel.bcf.schemes import ReadSchemes
from boardtool.data.excel.bcf.sheet_filler import Filler, pounds_of, ref
from boardtool.data.excel.template import Filling
from boardtool.data.excel.workbook import Sheet, column_number
from boardtool.domain.bcf.cells import FIELDS, CellKind, Value
from boardtool.domain.bcf.lists import YearLists
from boardtool.domain.bcf.matching import matched_lines
from boardtool.domain.bcf.plans import Line
from boardtool.domain.cell_refs import letters_of, row_of
from boardtool.domain.errors import CannotDoError

_WISH = "wish_to_update"
_COMPUTED = ("la_share", "unit")


def fill_schemes(
    filler: Filler, sheet: Sheet, table: ReadSchemes, lines: Sequence[Line], lists: YearLists
) -> None:
    """Fill the table.

    A workbook that holds the same lines already keeps its rows and the blank ones between them; else the
    lines stand one below the other from the first row of data on.

    Raises:
        CannotDoError: the table has fewer rows than the plan has lines.
    """
    rows = _rows_for(table, lines)
    last = _last_row(filler, sheet, table)
    if rows and last is not None and max(rows) > last:
        raise CannotDoError(
            f"The table on “{sheet.name}” has room for {last - table.header_row} lines; the plan has "
            f"{len(lines)}. Add rows to the template in Excel, or split the plan."
        )
    written = dict(zip(rows, lines, strict=True))
    for number in sorted({*written, *(row.row for row in table.rows)}):
        line = written.get(number)
        for name, column in table.columns.items():
            value = None if line is None else _value(name, line, lists)
            if (
                line is None
                or name not in {"previous_expenditure", "previous_outputs"}
                or _is_empty(sheet, number, column)
            ):
                filler.put(sheet.name, ref(column, number), value)
    _fill_local(filler, sheet, table, written)


def _rows_for(table: ReadSchemes, lines: Sequence[Line]) -> list[int]:
    """The row of every line."""
    first = table.header_row + 1
    held = matched_lines([row.values for row in table.rows], lines)
    order = [line.id for line in held if line is not None]
    same = None not in held and order == [line.id for line in lines[: len(order)]]
    if not order or not same:
        return list(range(first, first + len(lines)))
    rows = [row.row for row in table.rows]
    after = rows[-1] + 1
    return [*rows, *range(after, after + len(lines) - len(rows))]


def _last_row(filler: Filler, sheet: Sheet, table: ReadSchemes) -> int | None:
    """The last row that the template has formulas in; None where it has none in its table."""
    columns = {column_number(column) for name, column in table.columns.items() if name in _COMPUTED}
    numbers = [
        row_of(place)
        for place in filler.formulas.get(sheet.name, frozenset())
        if column_number(letters_of(place)) in columns
    ]
    below = [number for number in numbers if number > table.header_row]
    return max(below) if below else None


def _value(name: str, line: Line, lists: YearLists) -> Filling:
    if name in line.unread:
        return line.unread[name]
    if name == _WISH:
        return "Yes" if _is_updated(line) else "No"
    stands = lists.rules.update and name in {"expenditure", "outputs"} and not _differs(line, name)
    if stands or name not in FIELDS:
        return None
    return _filling(FIELDS[name].kind, getattr(line, name))


def _filling(kind: CellKind, value: Value) -> Filling:
    if isinstance(value, int):
        return pounds_of(value)
    if isinstance(value, str) and kind is CellKind.TEXT and value.isdigit() and not value.startswith("0"):
        return int(value)
    return None if isinstance(value, tuple) else value


def _is_updated(line: Line) -> bool:
    return _differs(line, "expenditure") or _differs(line, "outputs")


def _differs(line: Line, name: str) -> bool:
    """Whether an update says another figure than was entered before."""
    now, before = getattr(line, name), getattr(line, f"previous_{name}")
    return now is not None and now != before


def _is_empty(sheet: Sheet, row: int, column: str) -> bool:
    return column_number(column) not in sheet.row(row)


def _fill_local(filler: Filler, sheet: Sheet, table: ReadSchemes, written: Mapping[int, Line]) -> None:
    """Local columns of the workbook, by their headings."""
    headings = {
        cell.line: cell.column
        for cell in sheet.rows.get(table.header_row, ())
        if cell.column not in {column_number(column) for column in table.columns.values()}
    }
    for number, line in written.items():
        for heading, text in line.notes.items():
            if heading in headings and text:
                filler.put(sheet.name, ref(headings[heading], number), text)
