"""The quick way of reading a sheet of an .xlsx: one expression over pieces of whole rows, or not at all."""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from itertools import compress
from typing import IO

from boardtool.data.excel.cell_kinds import SHARED, Kinds, NotPlainError, unescaped
from boardtool.data.excel.content import Content
from boardtool.data.excel.gate import refuse_damaged
from boardtool.data.excel.sheet_exactly import read_exactly

PIECE = 1024 * 1024  # bytes read at once
_CELL_START = r'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"([^>/]*)'
_USUAL_CELL = re.compile(rf"{_CELL_START}(?:>(?:(<f)[^<>]*(?:>[^<]*</f|/)>)?<v>([^<]*)</v></c>|/>)")
_PLAIN_CELL = re.compile(
    rf"{_CELL_START}(?:/>|>(?:(<f)[^<>]*(?:/>|>[^<]*</f>))?(?:<v>([^<]*)</v>|<v ?/>)?"
    r"(?:<is><t(?: xml:space=.preserve.)?>([^<]*)</t></is>)?</c>)"
)
_PLAIN_TAGS = ("</", "<row", "<v", "<f", "<is>", "<t")
_HIDDEN_ROW = re.compile(r'<row(?= [^<>]*\bhidden="(?:1|true)")[^<>]*? r="([0-9]+)"')
_HIDDEN = re.compile(r'\bhidden="(?:1|true)"')
_OPEN, _CLOSE = b"<sheetData>", b"</sheetData>"


def read_quickly(content: Content, stream: IO[bytes], strings: Mapping[str, str], kinds: Kinds) -> None:
    """The quick way.

    Raises:
        NotPlainError: the XML is not written as Excel writes it.
        SheetFullError: a limit was reached.
    """
    head = stream.read(PIECE)
    at = head.find(_OPEN)
    if at < 0 or b"<!" in head[:at] or head.startswith((b"\xff\xfe", b"\xfe\xff")) or _other_encoding(head):
        raise NotPlainError
    rest = _Rest(stream, head[at + len(_OPEN) :])
    for piece in rest.pieces():
        _take(content, piece, strings, kinds)
    around = head[:at] + _OPEN + _CLOSE + rest.tail
    read_exactly(content, io.BytesIO(around), strings, kinds)


def _other_encoding(head: bytes) -> bool:
    named = re.match(rb"(?:\xef\xbb\xbf)?<\?xml[^>]*encoding=[\"']([^\"']+)", head)
    return named is not None and named[1].lower() not in {b"utf-8", b"us-ascii"}


class _Rest:
    """What follows the opening of the rows: pieces of whole rows, then the tail."""

    def __init__(self, stream: IO[bytes], begun: bytes) -> None:
        self._stream = stream
        self._begun = begun
        self.tail = b""

    def pieces(self) -> Iterator[str]:
        held = self._begun
        while (close := held.find(_CLOSE)) < 0:
            cut = held.rfind(b"<row")  # not at its end: a row without cells has no closing tag
            if cut > 0:
                yield _plain_text(held[:cut])
                held = held[cut:]
            more = self._stream.read(PIECE)
            if not more or len(held) > 2 * PIECE:
                raise NotPlainError
            held += more
        self.tail = held[close + len(_CLOSE) :] + self._stream.read()
        if close:
            yield _plain_text(held[:close])


def _plain_text(piece: bytes) -> str:
    try:
        return piece.decode()
    except UnicodeDecodeError:
        raise NotPlainError from None


def _take(content: Content, piece: str, strings: Mapping[str, str], kinds: Kinds) -> None:
    columns = (None if "<is>" in piece else _usual_cells(piece)) or _plain_cells(piece)
    if 'hidden="' in piece:
        _note_hidden_rows(content, piece)
    if not columns:
        return
    letters, digits, attributes, formulas, values = columns
    found: Sequence[str] = list(map(kinds.__getitem__, attributes))
    if "" in values:
        kept = [
            bool(value) or (bool(formula) and kind != "s")
            for value, formula, kind in zip(values, formulas, found, strict=True)
        ]
        letters, digits = tuple(compress(letters, kept)), tuple(compress(digits, kept))
        values = tuple(compress(values, kept))
        found = [kind if value else "f" for kind, value in zip(compress(found, kept), values, strict=True)]
    content.add_filled(digits, letters, found, _texts(found, values, strings))


def _note_hidden_rows(content: Content, piece: str) -> None:
    hidden = _HIDDEN_ROW.findall(piece)
    if len(hidden) != len(_HIDDEN.findall(piece)):
        raise NotPlainError  # a row that does not say its number, or the word in somebody's text
    content.hidden_rows += map(int, hidden)


def _usual_cells(piece: str) -> list[tuple[str, ...]] | None:
    """The columns letters, row, attributes, formula, value of cells as Excel writes them; else None.

    Every tag that opens is a row, a matched cell, its formula or its value: that the counts agree proves it.
    """
    columns = list(zip(*_USUAL_CELL.findall(piece), strict=True))
    if not columns:
        return None
    cells = len(columns[0])
    known = 3 * cells - columns[3].count("") - columns[4].count("") + piece.count("<row")
    return columns if piece.count("<") - piece.count("</") == known else None


def _plain_cells(piece: str) -> list[tuple[str, ...]]:
    """The same columns of cells as other programs write them, with texts in their place.

    Raises:
        NotPlainError: there are other tags.
    """
    cells = _PLAIN_CELL.findall(piece)
    known = len(cells) + sum(map(piece.count, _PLAIN_TAGS))
    if piece.count("<") != known or piece.count("<c ") != len(cells):
        raise NotPlainError
    if not cells:
        return []
    *columns, values, inline = zip(*cells, strict=True)
    return [*columns, tuple(map("".join, zip(values, inline, strict=True)))]


def _texts(kinds: Sequence[str], values: Sequence[str], strings: Mapping[str, str]) -> list[str]:
    try:
        texts = [
            strings[value] if kind == SHARED else value for kind, value in zip(kinds, values, strict=True)
        ]
    except KeyError:
        raise refuse_damaged() from None
    together = "".join(texts)
    if "&" not in together and "_x" not in together:
        return texts
    return [
        unescaped(unescape(text)) if kind != SHARED and ("&" in text or "_x" in text) else text
        for kind, text in zip(kinds, texts, strict=True)
    ]
