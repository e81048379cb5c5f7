"""The table of a workbook as it stands in its sheet, to show a person where a value came from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from boardtool.data.excel import action_log, agenda, members, owner_reply
from boardtool.data.excel.opening import open_workbook
from boardtool.data.excel.table_rows import FoundRow
from boardtool.data.excel.tables import FoundTable, find_table
from boardtool.data.excel.workbook import CellKind, Sheet, Workbook, column_letters, column_number
from boardtool.domain.cell_refs import letters_of
from boardtool.domain.imports import Choose
from boardtool.domain.progress import Progress

WANTED = {"members": members.WANTED, "agenda": agenda.WANTED, "actions": action_log.WANTED}
OF_SEVERAL_SHEETS = frozenset({"bcf", "return", "metrics"})
_AROUND = 2  # rows shown above and below
_WIDE = 3  # columns shown


@dataclass(frozen=True, slots=True)
class Corner:
    """A corner of a sheet: column letters, and rows of texts by their number.

    `at` is the row number and the place among `letters` of the cell that is meant; the place is None where
    the whole row is.
    """

    letters: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    at: tuple[int, int | None]


class Shown(Protocol):
    """What a person can be shown of a file that was read."""

    def text(self, row: int, name: str) -> str:
        """What the cell of a field shows, "" where it is empty or not known."""

    def subject(self, row: int, name: str, *, sheet: str = "", cell: str = "") -> str:
        """What names a row, by the field that does, or by what stands first in it beside a cell."""

    def ref(self, row: int, name: str) -> str:
        """Where a field of a row stands ("F13"), "" where that is not known."""

    def corner(self, row: int, cell: str = "", *, sheet: str = "") -> Corner | None:
        """The rows around a row; None where its sheet is not there."""


@dataclass(frozen=True, slots=True)
class SheetsShown:
    """A workbook whose rows are in several sheets and layouts: its corners alone."""

    workbook: Workbook

    def text(self, _row: int, _name: str) -> str:
        return ""

    def subject(self, row: int, _name: str, *, sheet: str = "", cell: str = "") -> str:
        found = self.workbook.sheet(sheet)
        cells = () if found is None else found.rows.get(row, ())
        return next((each.line for each in cells if each.kind == CellKind.TEXT and each.ref != cell), "")

    def ref(self, _row: int, _name: str) -> str:
        return ""

    def corner(self, row: int, cell: str = "", *, sheet: str = "") -> Corner | None:
        """The rows around a row, in the first columns that it fills and, last, that of the cell meant."""
        found = self.workbook.sheet(sheet)
        if found is None:
            return None
        meant = column_number(letters_of(cell)) if cell else None
        filled = [each.column for each in found.rows.get(row, ()) if each.line and each.column != meant]
        before = [column for column in filled if meant is None or column < meant]
        naming = (before or filled)[: _WIDE if meant is None else _WIDE - 1]
        return _corner(found, row, sorted({*naming, *([] if meant is None else [meant])}), meant)


@dataclass(frozen=True, slots=True)
class TableShown:
    """A sheet and the table that was found in it."""

    sheet: Sheet
    table: FoundTable
    _rows: Mapping[int, FoundRow] = field(default_factory=dict)

    def text(self, row: int, name: str) -> str:
        """What the cell of a field shows, "" where it is empty."""
        found = self._rows.get(row)
        cell = found.cells.get(name) if found is not None else None
        return cell.line if cell is not None else ""

    def subject(self, row: int, name: str, *, sheet: str = "", cell: str = "") -> str:  # noqa: ARG002 - its one sheet
        return self.text(row, name)

    def ref(self, row: int, name: str) -> str:
        """Where a field of a row stands ("F13"), "" where the table has no such column."""
        column = self.table.columns.get(name)
        return "" if column is None else f"{column_letters(column)}{row}"

    def corner(self, row: int, cell: str = "", *, sheet: str = "") -> Corner:  # noqa: ARG002 - its one sheet
        """The rows around a row, in the columns that name it and, last, that of the cell that is meant."""
        meant = column_number(letters_of(cell)) if cell else None
        return _corner(self.sheet, row, self._columns(meant), meant)

    def _columns(self, meant: int | None) -> list[int]:
        naming = sorted(self.table.columns.values())[: _WIDE if meant is None else _WIDE - 1]
        return sorted({*naming, *([] if meant is None else [meant])})


def _corner(sheet: Sheet, row: int, columns: Sequence[int], meant: int | None) -> Corner:
    first = max(row - _AROUND, 1)
    return Corner(
        letters=tuple(map(column_letters, columns)),
        rows=tuple(
            (number, _texts(sheet, number, columns)) for number in range(first, first + 2 * _AROUND + 1)
        ),
        at=(row, columns.index(meant) if meant is not None else None),
    )


def _texts(sheet: Sheet, row: int, columns: Sequence[int]) -> tuple[str, ...]:
    cells = sheet.row(row)
    return tuple(cells[column].line if column in cells else "" for column in columns)


def shown_of(
    file: Path,
    kind: str,
    *,
    sheet: str | None = None,
    columns: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Shown | None:
    """What can be shown of a file of a kind; None where the kind comes from no workbook.

    Raises:
        InputRefusedError: the file cannot be read.
    """
    if kind in OF_SEVERAL_SHEETS:
        return SheetsShown(open_workbook(file, progress=progress))
    return table_shown(file, kind, sheet=sheet, columns=columns, progress=progress)


def table_shown(
    file: Path,
    kind: str,
    *,
    sheet: str | None = None,
    columns: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> TableShown | None:
    """The table that an import of a kind reads from a file; None where the kind comes from no workbook.

    Raises:
        InputRefusedError: the file cannot be read.
    """
    if kind not in WANTED:
        return None
    workbook = open_workbook(file, progress=progress)
    wanted = owner_reply.WANTED if kind == "actions" and owner_reply.is_reply(workbook) else WANTED[kind]
    table = find_table(workbook, wanted, sheet=sheet, columns=columns)
    found = None if isinstance(table, Choose) else workbook.sheet(table.sheet)
    if isinstance(table, Choose) or found is None:
        return None
    return TableShown(found, table, {row.number: row for row in table.rows})
