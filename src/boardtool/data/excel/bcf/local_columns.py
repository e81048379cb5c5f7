"""The columns of a scheme table that the national one does not have: the council's own, and nameless ones."""

from collections import Counter
from collections.abc import Mapping

from boardtool.data.excel.bcf.words import filled
from boardtool.data.excel.tables import FoundTable
from boardtool.data.excel.workbook import CellKind, Sheet, column_letters
from boardtool.domain.imports import Warned


def local_columns(sheet: Sheet, table: FoundTable, headings: int) -> tuple[Mapping[int, str], list[Warned]]:
    """The council's own columns by their heading, `headings` being its row; and what is to be said of them.

    Hidden ones are the workbook's own arithmetic. One within the table that has no heading of its own, such
    as the right half of two that were merged, is kept as “Column D”.
    """
    named = {
        cell.column: cell.line
        for cell in filled(sheet, headings)
        if cell.column not in table.columns.values()
        and cell.column not in sheet.hidden_columns
        and cell.kind == CellKind.TEXT
        and sheet.merged_at(cell.row, cell.column) is None
    }
    nameless = _nameless(sheet, table, headings)
    warnings = [
        Warned(
            sheet.name,
            headings,
            f"{column_letters(column)}{headings}",
            "",
            f"the column has no heading of its own: its {count} cells are kept as notes",
        )
        for column, count in nameless.items()
    ]
    return {**named, **{column: f"Column {column_letters(column)}" for column in nameless}}, warnings


def _nameless(sheet: Sheet, table: FoundTable, headings: int) -> Mapping[int, int]:
    """Columns within the table that hold something beside its lines and have no heading, with how much."""
    within = range(min(table.columns.values()), max(table.columns.values()) + 1)
    known = {*table.columns.values(), *sheet.hidden_columns}
    known |= {cell.column for cell in filled(sheet, headings)}
    held = Counter(cell.column for row in table.rows for cell in filled(sheet, row.number))
    return {column: held[column] for column in sorted(held) if column in within and column not in known}
