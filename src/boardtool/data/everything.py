"""The whole library in two open forms, JSON and a workbook, so that nobody is ever locked in.

Every table with every row and column is in it, the journal and the search index apart; papers stay files.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from sqlalchemy import Table, select

from boardtool.data.store import Reading
from boardtool.data.tables import JOURNALLED

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

Rows = Sequence[Mapping[str, object]]

LONGEST_IN_A_CELL = 32_767
_CUT = " … (cut here; the JSON file has it whole)"


def tables(reading: Reading) -> dict[str, Rows]:
    """Every table by its name, in alphabetical order, its rows by id."""
    return {table.name: _rows(reading, table) for table in sorted(JOURNALLED, key=lambda each: each.name)}


def _rows(reading: Reading, table: Table) -> Rows:
    return [dict(row) for row in reading.execute(select(table).order_by(table.c.id)).mappings()]


def as_json(held: Mapping[str, Rows]) -> bytes:
    """One object: table → rows; dates and times as ISO 8601."""
    return json.dumps(held, ensure_ascii=False, indent=1, default=_in_words).encode()


def _in_words(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def as_workbook(held: Mapping[str, Rows]) -> bytes:
    """A sheet for each table, columns headed by their names; text that looks like a formula stays text."""
    import xlsxwriter

    written = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(written, options) as workbook:
        heading = workbook.add_format({"bold": True})
        formats: dict[type, object] = {
            date: workbook.add_format({"num_format": "d mmmm yyyy"}),
            datetime: workbook.add_format({"num_format": "d mmmm yyyy hh:mm"}),
        }
        for name, rows in held.items():
            sheet = workbook.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            for column, title in enumerate(rows[0] if rows else ()):
                sheet.write_string(0, column, title, heading)
            for number, row in enumerate(rows, start=1):
                for column, value in enumerate(row.values()):
                    _write(sheet, (number, column), value, formats)
    return written.getvalue()


def _write(sheet: "Worksheet", place: tuple[int, int], value: object, formats: Mapping[type, object]) -> None:
    if isinstance(value, date):
        sheet.write_datetime(*place, value, formats[type(value)])
    elif isinstance(value, str):
        sheet.write_string(*place, _shortened(value))
    elif value is not None:
        sheet.write(*place, value)


def _shortened(text: str) -> str:
    if len(text) <= LONGEST_IN_A_CELL:
        return text
    return text[: LONGEST_IN_A_CELL - len(_CUT)] + _CUT
