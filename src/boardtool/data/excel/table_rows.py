"""Telling the data rows below a table's headings from section headings, notes, totals and the like."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from boardtool.data.excel.headings import Matched, Wanted, is_word_of, match_headings
from boardtool.data.excel.workbook import Cell, CellKind, Sheet
from boardtool.domain.text import folded

_ABOVE_FOR_SECTION = 4
_TOTAL = re.compile(r"(?:grand |sub ?|overall )?totals?(?: .{0,40})?")
_NOTE = re.compile(
    r"(?:foot)?notes?\b|nb\b|n\.b\.|source\b|please note\b|key:|[*\u2020\u2021]", re.IGNORECASE
)
_HEADING = "a heading or a note"


@dataclass(frozen=True, slots=True)
class Headings:
    """A place where the headings may stand: the first row, the row that data begin after, and the match."""

    sheet: Sheet
    row: int
    last_row: int
    matched: Matched


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A data row: its cells by field, and the heading that stands above it."""

    sheet: str
    number: int
    cells: Mapping[str, Cell]
    section: str = ""
    hidden: bool = False
    filled_down: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row below the headings that is no data row, and why."""

    row: int
    cell: str
    text: str
    why: str


def readings(sheet: Sheet, row: int) -> dict[int, tuple[str, ...]]:
    """The texts of a row by column; a heading merged across columns stands over each of them."""
    found: dict[int, tuple[str, ...]] = {}
    for cell in sheet.rows.get(row, ()):
        if cell.kind == "s" and (text := cell.line):
            found[cell.column] = (text,)
    return found


def data_rows(
    headings: Headings, wanted: Wanted, asked: Mapping[str, str]
) -> tuple[list[FoundRow], list[Skipped]]:
    """The data rows below the headings, through every repetition of them, and the rows that are none."""
    sheet, matched = headings.sheet, headings.matched
    section = _section_above(sheet, headings.row)
    rows: list[FoundRow] = []
    skipped: list[Skipped] = []
    filled = list(_filled_rows(sheet, headings.last_row))
    for index, (number, cells) in enumerate(filled):
        again = _headings_again(sheet, number, cells, wanted, matched, asked)
        if again is not None:
            matched = again
            skipped.append(Skipped(number, cells[0].ref, cells[0].line, "the headings again"))
            continue
        by_field = _by_field(wanted, matched, cells)
        why = _why_no_data(sheet, wanted, matched, cells, by_field)
        following = filled[index + 1 : index + 2]
        if not why and len(cells) == 1 and _are_headings(sheet, following, wanted, matched):
            why = _HEADING
        if why:
            skipped.append(Skipped(number, cells[0].ref, cells[0].line, why))
            section = cells[0].line if why == _HEADING else section
            continue
        filled_down = _filled_down(sheet, number, matched, wanted.key, by_field)
        by_field.update(filled_down)
        rows.append(
            FoundRow(
                sheet.name,
                number,
                by_field,
                section,
                number in sheet.hidden_rows,
                {name: cell.ref for name, cell in filled_down.items()},
            )
        )
    return rows, skipped


def _headings_again(
    sheet: Sheet,
    row: int,
    cells: Sequence[Cell],
    wanted: Wanted,
    matched: Matched,
    asked: Mapping[str, str],
) -> Matched | None:
    """The match of a row that repeats the headings, perhaps in another order; None for any other row."""
    known = set(matched.headings.values())
    texts = [cell.line for cell in cells if cell.kind == "s"]
    if sum(text in known or is_word_of(text, wanted.fields) for text in texts) * 2 <= len(cells):
        return None
    again = match_headings(readings(sheet, row), wanted.fields, asked)
    return again if again.is_whole and not again.rivals else None


def _are_headings(
    sheet: Sheet, following: Sequence[tuple[int, tuple[Cell, ...]]], wanted: Wanted, matched: Matched
) -> bool:
    """Whether the next row repeats the headings, so that a lone text above it is the heading of a section."""
    return any(_headings_again(sheet, row, cells, wanted, matched, {}) for row, cells in following)


def _filled_rows(sheet: Sheet, after: int) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    for number, cells in sheet.rows.items():
        if number > after:
            filled = tuple(cell for cell in cells if cell.kind != "s" or cell.line)
            if filled:
                yield number, filled


def _section_above(sheet: Sheet, row: int) -> str:
    """The lone text that stands shortly above the headings."""
    for number in range(row - 1, max(0, row - _ABOVE_FOR_SECTION), -1):
        cells = sheet.rows.get(number, ())
        if len(cells) == 1:
            return cells[0].line
    return ""


def _by_field(wanted: Wanted, matched: Matched, cells: Sequence[Cell]) -> dict[str, Cell]:
    by_column = {cell.column: cell for cell in cells}
    found = {name: by_column[column] for name, column in matched.columns.items() if column in by_column}
    for one in wanted.fields:
        if one.parts and one.name not in matched.columns:
            parts = [found.pop(part) for part in one.parts if part in found]
            if parts:
                found[one.name] = _made_of(parts)
    return found


def _made_of(parts: Sequence[Cell]) -> Cell:
    """One cell of the texts of several, at the place of the first; a troubled one stands for all."""
    troubled = next((part for part in parts if part.trouble), None)
    first = parts[0]
    return troubled or Cell(first.row, first.column, CellKind.TEXT, " ".join(part.line for part in parts))


def _why_no_data(
    sheet: Sheet, wanted: Wanted, matched: Matched, cells: Sequence[Cell], by_field: Mapping[str, Cell]
) -> str:
    """Why a row is no data row; "" when it is one."""
    if not by_field:
        return "outside the columns of the table"
    first = cells[0]
    key = by_field.get(wanted.key)
    if len(cells) == 1:
        return _why_lone_text_is_no_data(sheet, wanted, matched, first, by_field)
    key_is_first = key is not None and key.column == first.column
    if _TOTAL.fullmatch(folded(first.line)) and (key is None or key_is_first) and _rest_are_figures(cells):
        return "a total"
    required = [one.name for one in wanted.fields if one.required]
    names_a_row = all(name in by_field for name in required) and (
        not key_is_first or wanted.looks_like_key(first.line)
    )
    if _NOTE.match(first.line) and not names_a_row:
        return "a note"
    return ""


def _rest_are_figures(cells: Sequence[Cell]) -> bool:
    return all(cell.kind != "s" or re.search("[0-9]", cell.text) is not None for cell in cells[1:])


def _why_lone_text_is_no_data(
    sheet: Sheet, wanted: Wanted, matched: Matched, cell: Cell, by_field: Mapping[str, Cell]
) -> str:
    block = sheet.merged_at(cell.row, cell.column)
    if block is not None and block.right > block.left:
        return _HEADING
    (name,) = by_field
    if name == wanted.key:
        return "" if cell.kind != "s" or wanted.looks_like_key(cell.line) else _HEADING
    leftmost = cell.column == min(matched.columns.values())
    required = {one.name for one in wanted.fields if one.required}
    return "" if name in required and not leftmost else _HEADING


def _filled_down(
    sheet: Sheet, row: int, matched: Matched, key: str, by_field: Mapping[str, Cell]
) -> dict[str, Cell]:
    """The values that cells merged over several rows give to the rows below their first."""
    found: dict[str, Cell] = {}
    for name, column in matched.columns.items():
        if name in by_field or name == key:
            continue
        block = sheet.merged_at(row, column)
        if block is not None and block.top < row and block.left == block.right:
            above = sheet.row(block.top).get(column)
            if above is not None:
                found[name] = above
    return found
