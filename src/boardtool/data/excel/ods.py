"""The sheets of an OpenDocument spreadsheet, with repeated cells unfolded only where they hold something."""

import re
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from boardtool.data.excel.content import Content, SheetFullError
from boardtool.data.excel.gate import COLUMN_LIMIT, ROW_LIMIT, Parts, refuse_damaged
from boardtool.data.excel.workbook import column_letters
from boardtool.data.excel.xml_events import Attributes, read_events
from boardtool.domain.errors import InputRefusedError

_DURATION = re.compile(r"PT([0-9]{1,5})H([0-9]{1,2})M([0-9]{1,2})(?:[.,][0-9]+)?S")
_ERROR = re.compile(r"#(?:REF|VALUE|NAME|DIV/0|N/A|NUM|NULL)[!?]?|Err:[0-9]{3}")
_KINDS = {
    "float": "n",
    "currency": "n",
    "percentage": "n",
    "date": "i",
    "boolean": "b",
    "time": "t",
    "string": "s",
}
_LAST_REPEAT = 1_048_576


class _Ods:
    """The table, row and cell being read."""

    def __init__(self, *, stores_values: bool) -> None:
        self.stores_values = stores_values
        self.sheets: list[Content] = []
        self.hidden_styles: set[str] = set()
        self.style = ""
        self.depth_of_table = 0
        self.row = self.column = self.repeat_row = self.repeat = 0
        self.cell: Attributes | None = None
        self.covered = False
        self.paragraphs: list[str] = []
        self.in_paragraph = self.in_note = 0
        self.filled: tuple[list[str], ...] = ([], [], [], [])

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "annotation":
            self.in_note += 1
        elif name == "style":
            self.style = attributes.get("name", "")
        elif name == "table-properties" and attributes.get("display") == "false":
            self.hidden_styles.add(self.style)
        elif name == "table":
            self._start_table(attributes)
        elif self.depth_of_table == 1:
            self._start_inside(name, attributes)

    def _start_table(self, attributes: Attributes) -> None:
        self.depth_of_table += 1
        if self.depth_of_table == 1:
            hidden = attributes.get("style-name") in self.hidden_styles
            self.sheets.append(Content(attributes.get("name", ""), hidden=hidden))
            self.row = self.column = 0

    def _start_inside(self, name: str, attributes: Attributes) -> None:
        if name == "table-column":
            self._start_columns(attributes)
        elif name == "table-row":
            self.row += 1
            self.column = 0
            self.repeat_row = _repeated(attributes, "number-rows-repeated")
            if attributes.get("visibility") in {"collapse", "filter"}:
                self._hide_rows()
        elif name in {"table-cell", "covered-table-cell"}:
            self.repeat = _repeated(attributes, "number-columns-repeated")
            self.cell, self.paragraphs, self.covered = attributes, [], name != "table-cell"
        elif not self.in_note and self.cell is not None:
            self._start_text(name, attributes)

    def _start_columns(self, attributes: Attributes) -> None:
        first = self.column + 1
        self.column += _repeated(attributes, "number-columns-repeated")
        if attributes.get("visibility") in {"collapse", "filter"}:
            self.sheets[-1].hidden_columns += range(first, min(self.column, COLUMN_LIMIT) + 1)

    def _start_text(self, name: str, attributes: Attributes) -> None:
        if name == "p":
            self.in_paragraph += 1
            self.paragraphs.append("")
        elif self.paragraphs and name in {"s", "tab"}:
            self.paragraphs[-1] += " " * min(_repeated(attributes, "c"), 100)
        elif self.paragraphs and name == "line-break":
            self.paragraphs[-1] += "\n"

    def _hide_rows(self) -> None:
        last = self.row + min(self.repeat_row, ROW_LIMIT)
        self.sheets[-1].hidden_rows += range(self.row, last)

    def text(self, text: str) -> None:
        if self.in_paragraph and not self.in_note:
            self.paragraphs[-1] += text

    def end(self, name: str) -> None:
        if name == "annotation":
            self.in_note -= 1
        elif name == "table":
            self.depth_of_table -= 1
        elif self.depth_of_table != 1:
            return
        elif name == "p" and not self.in_note:
            self.in_paragraph = max(0, self.in_paragraph - 1)
        elif name in {"table-cell", "covered-table-cell"} and self.cell is not None:
            self._end_cell(self.cell)
        elif name == "table-row":
            self._end_row()

    def _end_cell(self, cell: Attributes) -> None:
        kind, text = _held(cell, "\n".join(self.paragraphs))
        self.cell = None
        if (text or (kind == "f" and not self.stores_values)) and not self.covered:
            for step in range(1, min(self.repeat, COLUMN_LIMIT + 1) + 1):
                self._fill(self.column + step, kind, text)
            self._merge(cell)
        self.column += self.repeat

    def _fill(self, column: int, kind: str, text: str) -> None:
        for column_of, part in zip(
            self.filled, (str(self.row), column_letters(column), kind, text), strict=True
        ):
            column_of.append(part)

    def _merge(self, cell: Attributes) -> None:
        down, across = _repeated(cell, "number-rows-spanned"), _repeated(cell, "number-columns-spanned")
        if (down, across) != (1, 1):
            left = self.column + 1
            self.sheets[-1].add_merged((self.row, left, self.row + down - 1, left + across - 1))

    def _end_row(self) -> None:
        rows, columns, kinds, texts = self.filled
        sheet = self.sheets[-1]
        if rows and not sheet.trouble:
            try:
                for step in range(min(self.repeat_row, ROW_LIMIT + 1)):
                    sheet.add([str(self.row + step)] * len(rows), columns, kinds, texts)
            except SheetFullError as full:
                sheet.trouble = str(full)
        self.filled = ([], [], [], [])
        self.row += self.repeat_row - 1


def _repeated(attributes: Attributes, name: str) -> int:
    written = attributes.get(name, "1")
    if not (written.isascii() and written.isdigit()) or not 0 < int(written[:9]) <= _LAST_REPEAT:
        raise refuse_damaged()
    return int(written)


def _held(cell: Attributes, shown: str) -> tuple[str, str]:
    """The kind and text of a cell."""
    written = cell.get("value-type")
    if _ERROR.fullmatch(shown.strip()) and ("formula" in cell or written in {None, "string"}):
        return "e", shown.strip()
    if written is None:
        return "f" if "formula" in cell and not shown else "s", shown
    kind = _KINDS.get(written, "s")
    if kind == "s":
        return "s", shown or cell.get("string-value", "")
    text = cell.get({"i": "date-value", "b": "boolean-value", "t": "time-value"}.get(kind, "value"), "")
    return kind, _part_of_day(text) if kind == "t" else text


def _part_of_day(duration: str) -> str:
    found = _DURATION.fullmatch(duration)
    if found is None:
        return duration
    seconds = timedelta(hours=int(found[1]), minutes=int(found[2]), seconds=int(found[3])).total_seconds()
    return str(Decimal(int(seconds)) / 86_400)


def _stores_values(parts: Parts) -> bool:
    """Whether an office program wrote it: these store every value, and leave out only empty texts."""
    return parts.has("meta.xml") and b"Office" in parts.read("meta.xml")


def read_ods(parts: Parts) -> Iterator[Content]:
    """The sheets of an OpenDocument spreadsheet.

    Raises:
        InputRefusedError: it is damaged or unsafe.
    """
    state = _Ods(stores_values=_stores_values(parts))
    with parts.stream("content.xml") as stream:
        read_events(stream, start=state.start, end=state.end, text=state.text)
    if not state.sheets:
        raise InputRefusedError("The spreadsheet has no sheet.")
    yield from state.sheets
