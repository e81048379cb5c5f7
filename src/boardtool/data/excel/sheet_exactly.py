"""The exact way of reading a sheet of an .xlsx: an XML parser, which decides what is well-formed and safe."""

import re
from collections.abc import Mapping
from typing import IO

from boardtool.data.excel.cell_kinds import SHARED, Kinds, unescaped
from boardtool.data.excel.content import Content
from boardtool.data.excel.gate import COLUMN_LIMIT, refuse_damaged
from boardtool.data.excel.workbook import CellKind, column_letters, column_number
from boardtool.data.excel.xml_events import Attributes, read_events

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_TRUE = frozenset({"1", "true"})
_CELL_REF = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")
_BLOCK = re.compile(r"([A-Z]{1,3})([0-9]+):([A-Z]{1,3})([0-9]+)")


class _Exact:
    """The exact way's state: the row and cell being read."""

    def __init__(self, content: Content, strings: Mapping[str, str], kinds: Kinds) -> None:
        self.content, self.strings, self.kinds = content, strings, kinds
        self.row = self.column = 0
        self.cell: tuple[str, str] | None = None
        self.value: list[str] = []
        self.has_formula = self.keeping = False
        self.phonetic = 0
        self.filled: tuple[list[str], ...] = ([], [], [], [])

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "c":
            self._start_cell(attributes)
        elif self.cell is not None:
            self._start_inside(name)
        elif name == "row":
            self._start_row(attributes)
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif name == "col" and attributes.get("hidden") in _TRUE:
            self._hide_columns(attributes)

    def _start_row(self, attributes: Attributes) -> None:
        self.row = _whole(attributes.get("r", str(self.row + 1)), LAST_ROW)
        self.column = 0
        if attributes.get("hidden") in _TRUE:
            self.content.hidden_rows.append(self.row)

    def _start_cell(self, attributes: Attributes) -> None:
        ref = attributes.get("r")
        if ref is None:
            self.column += 1
        else:
            found = _CELL_REF.fullmatch(ref)
            if found is None:
                raise refuse_damaged()
            self.column, self.row = column_number(found[1]), _whole(found[2], LAST_ROW)
        if self.column > LAST_COLUMN:
            raise refuse_damaged()
        style = attributes.get("s", "")
        self.cell = (attributes.get("t", ""), style if style.isascii() and style.isdigit() else "")
        self.value, self.has_formula, self.keeping = [], False, False

    def _start_inside(self, name: str) -> None:
        if name == "rPh":
            self.phonetic += 1
        elif name == "f":
            self.has_formula = True
        self.keeping = name in {"v", "t"} and not self.phonetic

    def end(self, name: str) -> None:
        self.keeping = False
        if name == "rPh":
            self.phonetic -= 1
        elif name == "c" and self.cell is not None:
            self._end_cell(self.cell)
            self.cell = None
        elif name == "row":
            self.content.add_filled(*self.filled)
            self.filled = ([], [], [], [])

    def _end_cell(self, cell: tuple[str, str]) -> None:
        text = "".join(self.value)
        if not text and (not self.has_formula or cell[0] in {"str", "inlineStr"}):
            return  # a formula that gave an empty text has a stored value: nothing
        kind = self.kinds.of(*cell) if text else CellKind.NO_VALUE.value
        if kind == SHARED:
            if text.strip() not in self.strings:
                raise refuse_damaged()
            text = self.strings[text.strip()]
        else:
            text = unescaped(text)
        for column, part in zip(
            self.filled, (str(self.row), column_letters(self.column), kind, text), strict=True
        ):
            column.append(part)

    def text(self, text: str) -> None:
        if self.keeping:
            self.value.append(text)

    def _merge(self, ref: str) -> None:
        found = _BLOCK.fullmatch(ref)
        if found is None:
            return
        top, bottom = sorted((int(found[2]), int(found[4])))
        left, right = sorted((column_number(found[1]), column_number(found[3])))
        self.content.add_merged((top, left, min(bottom, LAST_ROW), min(right, LAST_COLUMN)))

    def _hide_columns(self, attributes: Attributes) -> None:
        first, last = (
            _whole(attributes.get("min", "1"), LAST_COLUMN),
            _whole(attributes.get("max", "1"), LAST_COLUMN),
        )
        self.content.hidden_columns += range(first, min(last, COLUMN_LIMIT) + 1)


def _whole(text: str, largest: int) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text[:9]) <= largest):
        raise refuse_damaged()
    return int(text)


def read_exactly(content: Content, stream: IO[bytes], strings: Mapping[str, str], kinds: Kinds) -> None:
    """The exact way.

    Raises:
        InputRefusedError: the XML is damaged or unsafe.
        SheetFullError: a limit was reached.
    """
    state = _Exact(content, strings, kinds)
    read_events(stream, start=state.start, end=state.end, text=state.text)
