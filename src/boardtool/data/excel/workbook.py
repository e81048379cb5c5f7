"""A workbook as the rest of the program sees it: sheets of cells with values, and nothing that can run."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cached_property, partial
from itertools import pairwise
from typing import NamedTuple

from boardtool.data.excel.sheet_rows import SheetRows, rows_in_disorder
from boardtool.domain.cell_refs import letters_of, row_of
from boardtool.domain.errors import InputRefusedError
from boardtool.domain.text import clean_line, clean_text

Value = str | Decimal | date | datetime | time | bool | None

_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
_FIRST_DAY = date(1899, 12, 30)  # serial 0, once the 29 February 1900 that never was lies behind
_LEAP_DAY_THAT_NEVER_WAS = 60
_LAST_SERIAL = 2_958_465  # 31 December 9999
_SECONDS_A_DAY = 86_400
_LONGEST_NUMBER = 400
_LETTERS = 26
_MOST_BLOCKS_IN_A_ROW = 512


class CellKind(StrEnum):
    """What a cell holds; one letter each, as the reading process sends it."""

    TEXT = "s"
    NUMBER = "n"
    DATE = "d"
    TIME = "t"
    ISO_DATE = "i"
    BOOLEAN = "b"
    ERROR = "e"
    NO_VALUE = "f"  # a formula whose value was not stored


class Cell(NamedTuple):
    """A cell with something in it; `text` is what the file holds, `row` and `column` count from 1.

    A tuple with names rather than a dataclass: a workbook has tens of thousands, and making them is half the
    time of reading it.
    """

    row: int
    column: int
    kind: str
    text: str

    @property
    def ref(self) -> str:
        return f"{column_letters(self.column)}{self.row}"

    @property
    def trouble(self) -> str:
        """Why its value cannot be taken, as the end of a sentence; "" when it can."""
        if self.kind == CellKind.ERROR:
            return f"the cell holds the error {self.text}"
        if self.kind == CellKind.NO_VALUE:
            return "the cell holds a formula without a stored value: open the workbook in Excel and save it"
        if self.kind in {CellKind.NUMBER, CellKind.DATE, CellKind.TIME} and self.number is None:
            return f'the cell claims to hold a number, but holds "{self.text[:30]}"'
        if self.kind in {CellKind.DATE, CellKind.ISO_DATE} and self.moment is None:
            return "the cell holds a date out of reach"
        return ""

    @property
    def number(self) -> Decimal | None:
        """The number exactly as it is written in the file, also of a date or time; else None."""
        if self.kind in "ndt" and len(self.text) < _LONGEST_NUMBER and _NUMBER.fullmatch(self.text.strip()):
            return Decimal(self.text.strip())
        return None

    @property
    def moment(self) -> datetime | None:
        """The date and time that it holds as a date, or that its number would be as a serial; else None."""
        if self.kind == CellKind.ISO_DATE:
            return _iso_moment(self.text)
        number = self.number
        return None if number is None else serial_moment(number)

    @property
    def value(self) -> Value:
        """Text, an exact number, a date (with a time only where it has one), a time, or True and False."""
        if self.kind in {CellKind.ERROR, CellKind.NO_VALUE}:
            return None
        if self.kind == CellKind.BOOLEAN:
            return self.text in {"1", "true", "TRUE"}
        if self.kind == CellKind.NUMBER:
            return self.number
        if self.kind in {CellKind.DATE, CellKind.ISO_DATE}:
            return _day_if_whole(self.moment)
        if self.kind == CellKind.TIME:
            return self.moment.time() if self.moment else None
        return self.text

    @property
    def line(self) -> str:
        """What it shows, as one clean line: "10" for 10.0, "2022-09-06", "13:30", "#REF!", "TRUE"."""
        return clean_line(self._shown())

    @property
    def words(self) -> str:
        """What it shows, as clean text that may have several lines."""
        return clean_text(self._shown()).strip()

    def _shown(self) -> str:
        value = self.value
        if isinstance(value, Decimal):
            return plain_number(value)
        if isinstance(value, bool):
            return "TRUE" if value else "FALSE"
        if isinstance(value, time):
            return f"{value:%H:%M}"
        if isinstance(value, datetime):
            return f"{value:%Y-%m-%d %H:%M}"
        return value.isoformat() if isinstance(value, date) else value or self.text


def plain_number(number: Decimal) -> str:
    """A number as people write it: 10.0 is "10", 1E+3 is "1000"."""
    if number == number.to_integral_value():
        return f"{number:.0f}"
    return f"{number.normalize():f}"


def serial_moment(serial: Decimal) -> datetime | None:
    """The moment of a spreadsheet's serial day (1900 system), to the second; None when it is out of reach."""
    if not 0 <= serial <= _LAST_SERIAL:
        return None
    days = int(serial)
    shift = 1 if 0 < days < _LEAP_DAY_THAT_NEVER_WAS else 0
    midnight = datetime.combine(_FIRST_DAY + timedelta(days=days + shift), time())
    return midnight + timedelta(seconds=int(((serial - days) * _SECONDS_A_DAY).to_integral_value()))


def _iso_moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text.strip()).replace(tzinfo=None)
    except ValueError:
        return None


def _day_if_whole(moment: datetime | None) -> date | datetime | None:
    return moment.date() if moment is not None and moment.time() == time() else moment


def column_letters(column: int) -> str:
    """A for 1, AA for 27."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """1 for A, 27 for AA."""
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number


class Merged(NamedTuple):
    """A merged block of cells; only its first cell holds a value."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, row: int, column: int) -> bool:
        return self.top <= row <= self.bottom and self.left <= column <= self.right


@dataclass(frozen=True)
class Sheet:
    """A sheet: its cells that hold something, in the order of its rows.

    `trouble` says why it cannot be read, where that is so (its other sheets still can). The columns of cells
    come from the reading process as they are and become `Cell` when a row is first asked for.
    """

    name: str
    row_numbers: Sequence[int]
    column_numbers: Sequence[int]
    kinds: str
    texts: list[str]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[Merged, ...] = ()
    trouble: str = ""

    def refuse_trouble(self) -> None:
        """Raises InputRefusedError when the sheet cannot be read as a whole."""
        if self.trouble:
            raise InputRefusedError(self.trouble)

    @cached_property
    def cells(self) -> list[Cell]:
        """Every cell that holds something, in the order of the file."""
        made = zip(self.row_numbers, self.column_numbers, self.kinds, self.texts, strict=True)
        return list(map(partial(tuple.__new__, Cell), made))

    @cached_property
    def rows(self) -> Mapping[int, tuple[Cell, ...]]:
        """The cells of each row that holds something, rows and cells in order.

        Of two cells in one place, which no spreadsheet program writes, the later one counts.
        """
        in_order = all(one <= other for one, other in pairwise(self.row_numbers))
        return SheetRows(self.row_numbers, self._cells_in) if in_order else rows_in_disorder(self.cells)

    def _cells_in(self, span: slice) -> Iterator[Cell]:
        made = zip(
            self.row_numbers[span],
            self.column_numbers[span],
            self.kinds[span],
            self.texts[span],
            strict=True,
        )
        return map(partial(tuple.__new__, Cell), made)

    def row(self, number: int) -> Mapping[int, Cell]:
        """The cells of a row by their column; empty when the row holds nothing."""
        return {cell.column: cell for cell in self.rows.get(number, ())}

    def at(self, ref: str) -> Cell | None:
        """The cell of a reference such as "C9", None when it holds nothing."""
        return self.row(row_of(ref)).get(column_number(letters_of(ref)))

    def merged_at(self, row: int, column: int) -> Merged | None:
        """The merged block that a cell lies in."""
        return next((block for block in self._merged_by_row.get(row, ()) if block.holds(row, column)), None)

    @cached_property
    def _merged_by_row(self) -> Mapping[int, Sequence[Merged]]:
        """The merged blocks that each row with cells lies in, no more than it has columns."""
        waiting = sorted(self.merged, reverse=True)
        open_blocks: list[Merged] = []
        by_row: dict[int, Sequence[Merged]] = {}
        for row in self.rows:
            while waiting and waiting[-1].top <= row:
                open_blocks.append(waiting.pop())
            open_blocks = [block for block in open_blocks if block.bottom >= row][:_MOST_BLOCKS_IN_A_ROW]
            by_row[row] = open_blocks
        return by_row


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook that was let in: its sheets, and what else it carries that is not read (`left_out`)."""

    file: str
    form: str
    sheets: tuple[Sheet, ...] = ()
    left_out: tuple[str, ...] = field(default=())

    def sheet(self, name: str) -> Sheet | None:
        """The sheet of a name, letter case and spacing aside."""
        wanted = clean_line(name).casefold()
        return next((sheet for sheet in self.sheets if clean_line(sheet.name).casefold() == wanted), None)

    @property
    def shown(self) -> tuple[Sheet, ...]:
        """The sheets that are not hidden."""
        return tuple(sheet for sheet in self.sheets if not sheet.hidden)
