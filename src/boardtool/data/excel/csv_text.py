"""Text with values parted by commas, semicolons or tabs (.csv): which letters and which mark it uses."""

import csv
import io
import re

from boardtool.data.excel.content import Content, SheetFullError
from boardtool.data.excel.gate import CELL_TEXT_LIMIT
from boardtool.data.excel.workbook import column_letters
from boardtool.domain.errors import InputRefusedError

_MARKS = ",;\t|"
_MARK_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_ODD = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_TRIED_LINES = 50
_TRIED_CHARACTERS = 50_000
_NOT_TEXT = "This is neither a workbook nor a text file: it holds bytes that no spreadsheet program writes."


def read_csv(data: bytes, name: str) -> Content:
    """The one sheet of a CSV file, every value as text.

    Raises:
        InputRefusedError: it is no text, or its quotation marks do not close.
    """
    text = decoded(data)
    named = _MARK_LINE.match(text)
    body = text[named.end() :] if named else text
    content = Content(name)
    csv.field_size_limit(CELL_TEXT_LIMIT)
    mark = named[1] if named else mark_of(body)
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=mark, strict=True)
    first_row = 2 if named else 1
    try:
        for number, values in enumerate(reader, first_row):
            filled = [
                (column_letters(column), value) for column, value in enumerate(values, 1) if value.strip()
            ]
            if filled:
                columns, texts = zip(*filled, strict=True)
                content.add([str(number)] * len(filled), columns, ["s"] * len(filled), texts)
    except SheetFullError as full:
        content.trouble = str(full)
    except csv.Error as error:
        raise InputRefusedError(
            f"The text file cannot be read from line {reader.line_num}: a quotation mark is missing there,"
            " or a value is longer than 32,767 characters."
        ) from error
    return content


def decoded(data: bytes) -> str:
    """Text of UTF-8, UTF-16 (with or without its mark) or, failing these, of Windows (cp1252)."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _tried(data, "utf-16")
    sample = data[:1000]
    if len(data) > 1 and sample[1::2].count(0) > len(sample) // 4:
        return _tried(data, "utf-16-le")
    if len(data) > 1 and sample[::2].count(0) > len(sample) // 4:
        return _tried(data, "utf-16-be")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _tried(data, "cp1252")
    return _checked(text)


def _tried(data: bytes, encoding: str) -> str:
    try:
        return _checked(data.decode(encoding))
    except UnicodeDecodeError:
        raise InputRefusedError(_NOT_TEXT) from None


def _checked(text: str) -> str:
    if len(_ODD.findall(text)) > len(text) // 100:
        raise InputRefusedError(_NOT_TEXT)
    return text.replace("\x00", "")


def mark_of(text: str) -> str:
    """The mark that parts the values: the one that gives most lines the same number of values, above one."""
    lines = [line for line in text[:_TRIED_CHARACTERS].splitlines() if line.strip()][:_TRIED_LINES]
    return max(_MARKS, key=lambda mark: _evenness(lines, mark))


def _evenness(lines: list[str], mark: str) -> tuple[int, int]:
    counts = [_outside_quotes(line).count(mark) for line in lines]
    used = [count for count in counts if count]
    if not used:
        return (0, 0)
    usual = max(set(used), key=used.count)
    return (used.count(usual), usual)


def _outside_quotes(line: str) -> str:
    return re.sub('"[^"]*"', "", line)
