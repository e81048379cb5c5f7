"""Reading the fields of one data row, gathering what is wrong with it and what a person should know."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Generic, Protocol, TypeVar

from boardtool.data.excel.table_rows import FoundRow
from boardtool.data.excel.tables import FoundTable
from boardtool.data.excel.workbook import Cell, CellKind, serial_moment
from boardtool.domain.dates import long_date, read_date
from boardtool.domain.errors import CannotDoError
from boardtool.domain.imports import Rejected, Warned
from boardtool.domain.money import pence_from_number, read_number, read_pence
from boardtool.domain.text import folded
from boardtool.domain.times import clock_from_number, read_start

EARLIEST_SERIAL, LATEST_SERIAL = 20_000, 80_000  # 1954 to 2119: a number in a date column that is a day
_SHOWN = 200
_WHOLE = re.compile(r"([0-9]+)\.0+")


class HasRow(Protocol):
    """What every row of a read table knows of itself."""

    @property
    def row(self) -> int: ...


Row = TypeVar("Row", bound=HasRow)


@dataclass(frozen=True, slots=True)
class ReadTable(Generic[Row]):
    """A table as read: the good rows, and every other data row with its reason; together they are all."""

    sheet: str
    rows: tuple[Row, ...]
    rejected: tuple[Rejected, ...] = ()
    warnings: tuple[Warned, ...] = ()
    headings: tuple[tuple[str, str], ...] = ()


class SkipRowError(Exception):
    """A row that is recognised as nothing to take; `str(error)` is why."""


class RowReader:
    """A data row being read: every `read` of a field either gives its value or notes why it cannot."""

    def __init__(self, found: FoundRow) -> None:
        self.found = found
        self.troubles: list[Rejected] = []
        self.warnings: list[Warned] = []

    def cell(self, name: str) -> Cell | None:
        return self.found.cells.get(name)

    def refs(self) -> Mapping[str, str]:
        """Where each field stands, for those who reject the row later."""
        return {name: cell.ref for name, cell in self.found.cells.items()}

    def reject(self, name: str, reason: str) -> None:
        cell = self.cell(name)
        ref, value = (cell.ref, cell.line) if cell else ("", "")
        trouble = Rejected(self.found.sheet, self.found.number, ref, name, value[:_SHOWN], reason)
        if trouble not in self.troubles:
            self.troubles.append(trouble)

    def warn(self, name: str, reason: str) -> None:
        cell = self.cell(name)
        ref, value = (cell.ref, cell.line) if cell else ("", "")
        self.warnings.append(Warned(self.found.sheet, self.found.number, ref, value[:_SHOWN], reason))

    def _sound(self, name: str) -> Cell | None:
        """A field's cell when it holds something that can be taken."""
        cell = self.cell(name)
        if cell is not None and cell.trouble:
            self.reject(name, cell.trouble)
            return None
        return cell

    def line(self, name: str) -> str:
        """One clean line, "" where the cell is empty."""
        cell = self._sound(name)
        return cell.line if cell else ""

    def words(self, name: str) -> str:
        """Clean text of several lines, "" where the cell is empty."""
        cell = self._sound(name)
        return cell.words if cell else ""

    def needed(self, name: str, what: str) -> str:
        """One clean line that must be there; `what` names it ("the action point")."""
        text = self.line(name)
        if not text and not self.troubles:
            self.reject(name, f"{what} is missing")
        return text

    def day(self, name: str, *, year: int | None = None) -> date | None:
        """A day: a date cell, a date in words (the day first), or a spreadsheet's serial number."""
        cell = self._sound(name)
        if cell is None or not cell.line:
            return None
        if cell.kind in {CellKind.DATE, CellKind.ISO_DATE}:
            return cell.moment.date() if cell.moment else None
        if cell.kind == CellKind.NUMBER:
            return self._serial_day(name, cell)
        if cell.kind == CellKind.TIME:
            self.reject(name, f"{cell.line} is a time of day, not a date")
            return None
        return self.attempt(name, lambda: read_date(cell.text, year=year))

    def _serial_day(self, name: str, cell: Cell) -> date | None:
        serial = cell.number or Decimal(0)
        moment = serial_moment(serial) if EARLIEST_SERIAL <= serial <= LATEST_SERIAL else None
        if moment is None:
            self.reject(name, f"{cell.line} is a number, not a date")
            return None
        self.warn(name, f"read as {long_date(moment.date())}: a date shown as a number")
        return moment.date()

    def clock(self, name: str) -> str | None:
        """A time of day as "HH:MM": text, a time cell, 1.3, a part of the day, or the first of two times."""
        cell = self._sound(name)
        if cell is None or not cell.line:
            return None
        if cell.kind in {CellKind.DATE, CellKind.ISO_DATE} and isinstance(cell.value, datetime):
            return f"{cell.value:%H:%M}"
        if cell.number is not None:
            number = cell.number
            return self.attempt(name, lambda: clock_from_number(number))
        return self.attempt(name, lambda: read_start(cell.text))

    def pence(self, name: str, *, scale: int = 1) -> int | None:
        """Money as exact pence; None where the cell is empty."""
        cell = self._sound(name)
        if cell is None or not cell.line:
            return None
        if cell.kind == CellKind.NUMBER and cell.number is not None:
            number = cell.number
            return self.attempt(name, lambda: pence_from_number(number, scale=scale))
        if cell.kind != CellKind.TEXT:
            self.reject(name, f"{cell.line} is not an amount")
            return None
        return self.attempt(name, lambda: read_pence(cell.text, scale=scale))

    def number(self, name: str) -> Decimal | None:
        """An exact number; None where the cell is empty."""
        cell = self._sound(name)
        if cell is None or not cell.line:
            return None
        if cell.kind == CellKind.NUMBER:
            return cell.number
        if cell.kind != CellKind.TEXT:
            self.reject(name, f"{cell.line} is not a number")
            return None
        return self.attempt(name, lambda: read_number(cell.text))

    def attempt(self, name: str, read: Callable[[], "Answer"]) -> "Answer | None":
        """What `read` gives, or None once its reason is noted."""
        try:
            return read()
        except CannotDoError as trouble:
            self.reject(name, str(trouble))
            return None


Answer = TypeVar("Answer")


def read_rows(
    table: FoundTable,
    read: Callable[[RowReader], Row],
    key: Callable[[Row], str],
    repeated: Callable[[Row, Row], str] | None = None,
    repeated_at: str = "",
) -> ReadTable[Row]:
    """Reads every data row; of two with the same key (spaces and case aside) the second is rejected.

    `repeated` says of the first and the second why; without it that the row stands there twice. That is said
    at the field `repeated_at`, where the row has it, else at its first.
    """
    rows: list[Row] = []
    rejected: list[Rejected] = []
    warnings = _warnings_of_table(table)
    first_with: dict[str, Row] = {}
    for found in table.rows:
        reader = RowReader(found)
        try:
            row = read(reader)
        except SkipRowError as skipped:
            reader.warn(next(iter(found.cells)), f"not taken: {skipped}")
            warnings += reader.warnings
            continue
        _note_filled_down(reader)
        if not reader.troubles:
            earlier = first_with.setdefault(_same_key(key(row)), row)
            if earlier is not row:
                at = _field_at(reader, table, repeated_at)
                reader.reject(at, (repeated or _twice)(earlier, row))
        if reader.troubles:
            rejected.append(_one(reader.troubles))
        else:
            rows.append(row)
            warnings += reader.warnings
    return ReadTable(
        table.sheet, tuple(rows), tuple(rejected), tuple(warnings), tuple(table.headings.items())
    )


def _same_key(key: str) -> str:
    """What two spellings of one key have in common: "12", "12 " and "12.0" are one."""
    whole = _WHOLE.fullmatch(key.strip())
    return folded(whole[1] if whole else key)


def _field_at(reader: RowReader, table: FoundTable, wanted: str) -> str:
    fields = (wanted, *table.headings)
    return next((name for name in fields if name in reader.found.cells), "")


def _twice(earlier: HasRow, _later: HasRow) -> str:
    return f"the same as row {earlier.row}: it stands in the table twice"


def _one(troubles: list[Rejected]) -> Rejected:
    """One rejection for a row, with every reason that was found."""
    first, *others = troubles
    reasons = [first.reason, *(f"{other.cell or other.field}: {other.reason}" for other in others)]
    return Rejected(first.sheet, first.row, first.cell, first.field, first.value, "; ".join(reasons))


def _note_filled_down(reader: RowReader) -> None:
    for name, ref in reader.found.filled_down.items():
        reader.warn(name, f"taken from {ref}, which is merged over this row")


def _warnings_of_table(table: FoundTable) -> list[Warned]:
    hidden = [found.number for found in table.rows if found.hidden]
    said = [Warned(table.sheet, 0, "", "", note) for note in table.notes]
    if hidden:
        rows = "1 hidden row is included" if len(hidden) == 1 else f"{len(hidden)} hidden rows are included"
        said.append(Warned(table.sheet, hidden[0], "", "", rows))
    if table.unused:
        names = ", ".join(f'"{name}"' for name in table.unused)
        said.append(Warned(table.sheet, table.header_row, "", "", f"not read: the columns {names}"))
    said += [
        Warned(table.sheet, skipped.row, skipped.cell, skipped.text[:_SHOWN], f"not taken: {skipped.why}")
        for skipped in table.skipped
    ]
    return said
