"""Finding the wanted table in a workbook, and telling its rows from headings, notes and totals."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from boardtool.data.excel.headings import Matched, WantedField, is_word_of, match_headings
from boardtool.data.excel.workbook import Cell, Sheet, Workbook
from boardtool.domain.errors import InputRefusedError
from boardtool.domain.imports import Choose
from boardtool.domain.text import clean_line, folded

HEADER_WITHIN = 120
_ABOVE_FOR_SECTION = 4
_TOTAL = re.compile(r"(?:grand |sub ?|overall )?totals?(?: .{0,40})?")
_NOTE = re.compile(
    r"(?:foot)?notes?\b|nb\b|n\.b\.|source\b|please note\b|key:|[*\u2020\u2021]", re.IGNORECASE
)


def _never(_: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Wanted:
    """A table that is looked for; `what` names it in sentences ("action log").

    `key` is the field that tells rows apart, and `looks_like_key` whether a lone text in its column is one
    (a row that lacks the rest) rather than a heading or a note.
    """

    what: str
    fields: tuple[WantedField, ...]
    key: str
    looks_like_key: Callable[[str], bool] = _never


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


@dataclass(frozen=True, slots=True)
class FoundTable:
    """The table: where its headings stand, its data rows, and every other row with the reason.

    `headings` are as the file has them, by field; `unused` are headings that nothing was wanted of.
    """

    sheet: str
    header_row: int
    columns: Mapping[str, int]
    headings: Mapping[str, str]
    rows: tuple[FoundRow, ...]
    skipped: tuple[Skipped, ...] = ()
    unused: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Header:
    """A place where the headings may stand: the first row, the row that data begin after, and the match."""

    sheet: Sheet
    row: int
    last_row: int
    matched: Matched


def find_table(
    workbook: Workbook,
    wanted: Wanted,
    *,
    sheet: str | None = None,
    columns: Mapping[str, str] | None = None,
) -> FoundTable | Choose:
    """The wanted table, or the question that a person must answer first.

    `sheet` and `columns` (field to heading) are such answers.

    Raises:
        InputRefusedError: there is no such table, with what was found instead.
    """
    asked = columns or {}
    _refuse_unknown_fields(wanted, asked)
    candidates = _candidates(workbook, wanted, sheet)
    headers = [header for one in candidates if not one.trouble and (header := _header(one, wanted, asked))]
    whole = [header for header in headers if header.matched.is_whole]
    if not whole:
        return _nothing_whole(workbook, wanted, candidates, headers, sheet)
    chosen = _only_one_with_rows(whole, wanted, asked)
    if isinstance(chosen, Choose):
        return chosen
    if chosen.matched.rivals:
        name, options = next(iter(chosen.matched.rivals.items()))
        return _which_rival(name, options)
    return _table(chosen, wanted, asked, notes=_notes(workbook, candidates))


def _refuse_unknown_fields(wanted: Wanted, asked: Mapping[str, str]) -> None:
    names = [one.name for one in wanted.fields]
    for name in asked:
        if name not in names:
            raise InputRefusedError(
                f'An import of the {wanted.what} has no "{name}", only {", ".join(names)}.'
            )


def _candidates(workbook: Workbook, wanted: Wanted, name: str | None) -> tuple[Sheet, ...]:
    if name is None:
        return workbook.shown
    found = workbook.sheet(name)
    if found is None:
        there = ", ".join(f'"{one.name}"' for one in workbook.sheets[:20])
        raise InputRefusedError(f'No {wanted.what} was found: there is no sheet "{name}", only {there}.')
    return (found,)


def _which_rival(name: str, options: tuple[str, ...]) -> Choose:
    if len(set(map(folded, options))) == 1:
        raise InputRefusedError(
            f'Two columns are headed "{options[0]}" and could both be the {name}: rename one of them.'
        )
    return Choose("column", options, name)


def _nothing_whole(
    workbook: Workbook,
    wanted: Wanted,
    candidates: Sequence[Sheet],
    partial: Sequence[_Header],
    sheet: str | None,
) -> Choose:
    """What to ask or say where no sheet has all the headings."""
    nearest = max(partial, key=lambda header: len(header.matched.columns), default=None)
    if nearest is not None and len(nearest.matched.missing) == 1 and nearest.matched.unused:
        return Choose("column", nearest.matched.unused, nearest.matched.missing[0])
    for one in candidates:
        one.refuse_trouble()
    hidden = tuple(one.name for one in workbook.sheets if one.hidden and _header(one, wanted, {}))
    if sheet is None and hidden:
        return Choose("sheet", hidden)
    raise InputRefusedError(f"No {wanted.what} was found: {_what_instead(wanted, candidates, nearest)}")


def _what_instead(wanted: Wanted, candidates: Sequence[Sheet], nearest: _Header | None) -> str:
    if nearest is not None:
        there = ", ".join(f'"{text}"' for text in nearest.matched.headings.values())
        missing = " and ".join(nearest.matched.missing)
        return f'row {nearest.row} of "{nearest.sheet.name}" has {there}, but no column for the {missing}.'
    if not any(one.row_numbers for one in candidates):
        return "there is nothing on its sheets."
    required = ", ".join(f'"{one.headings[0]}"' for one in wanted.fields if one.required)
    names = ", ".join(f'"{one.name}"' for one in candidates[:8])
    return f"no row of {names} has the headings {required}."


def _only_one_with_rows(
    whole: Sequence[_Header], wanted: Wanted, asked: Mapping[str, str]
) -> _Header | Choose:
    if len(whole) == 1:
        return whole[0]
    filled = [header for header in whole if _rows_after(header, wanted, asked)[0]]
    if len(filled) == 1:
        return filled[0]
    return Choose("sheet", tuple(header.sheet.name for header in filled or whole))


def _notes(workbook: Workbook, candidates: Sequence[Sheet]) -> tuple[str, ...]:
    """What a person should know of the file beside the table."""
    hidden = [f'the sheet "{one.name}" is hidden and was not read' for one in workbook.sheets if one.hidden]
    unread = [one.trouble for one in candidates if one.trouble]
    return (*hidden, *unread, *(f"the file holds {what}, which were not read" for what in workbook.left_out))


def _header(sheet: Sheet, wanted: Wanted, asked: Mapping[str, str]) -> _Header | None:
    """The first row with all the headings, else the row that comes nearest (at least two headings)."""
    nearest: _Header | None = None
    for row in list(sheet.rows)[:HEADER_WITHIN]:
        found = _header_at(sheet, row, wanted, asked)
        if found.matched.is_whole:
            return found
        if len(found.matched.columns) > max(1, len(nearest.matched.columns) if nearest else 0):
            nearest = found
    return nearest


def _header_at(sheet: Sheet, row: int, wanted: Wanted, asked: Mapping[str, str]) -> _Header:
    one_row = _readings(sheet, row)
    matched = match_headings(one_row, wanted.fields, asked)
    below = _readings(sheet, row + 1)
    if matched.is_whole or not matched.columns or not below:
        return _Header(sheet, row, row, matched)
    both = {
        column: tuple(filter(None, (_joined(one_row.get(column, ("",)), below.get(column, ("",))))))
        for column in sorted({*one_row, *below})
    }
    joined = match_headings(both, wanted.fields, asked)
    return _Header(sheet, row, row + 1, joined) if joined.is_whole else _Header(sheet, row, row, matched)


def _joined(above: Sequence[str], below: Sequence[str]) -> tuple[str, ...]:
    return (clean_line(f"{above[0]} {below[0]}"), below[0], above[0])


def _readings(sheet: Sheet, row: int) -> dict[int, tuple[str, ...]]:
    """The texts of a row by column; a heading merged across columns stands over each of them."""
    found: dict[int, tuple[str, ...]] = {}
    for cell in sheet.rows.get(row, ()):
        if cell.kind == "s" and (text := cell.line):
            found[cell.column] = (text,)
    return found


def _table(header: _Header, wanted: Wanted, asked: Mapping[str, str], notes: tuple[str, ...]) -> FoundTable:
    rows, skipped = _rows_after(header, wanted, asked)
    return FoundTable(
        sheet=header.sheet.name,
        header_row=header.row,
        columns=header.matched.columns,
        headings=header.matched.headings,
        rows=tuple(rows),
        skipped=tuple(skipped),
        unused=header.matched.unused,
        notes=notes,
    )


def _rows_after(
    header: _Header, wanted: Wanted, asked: Mapping[str, str]
) -> tuple[list[FoundRow], list[Skipped]]:
    """The data rows below the headings, through every repetition of them, and the rows that are none."""
    sheet, matched = header.sheet, header.matched
    section = _section_above(sheet, header.row)
    rows: list[FoundRow] = []
    skipped: list[Skipped] = []
    for number, cells in _filled_rows(sheet, header.last_row):
        again = _headings_again(sheet, number, cells, wanted, matched, asked)
        if again is not None:
            matched = again
            skipped.append(Skipped(number, cells[0].ref, cells[0].line, "the headings again"))
            continue
        by_field = _by_field(matched, cells)
        why = _why_no_data(sheet, wanted, matched, cells, by_field)
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


_HEADING = "a heading or a note"


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
    again = match_headings(_readings(sheet, row), wanted.fields, asked)
    return again if again.is_whole and not again.rivals else None


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


def _by_field(matched: Matched, cells: Sequence[Cell]) -> dict[str, Cell]:
    by_column = {cell.column: cell for cell in cells}
    return {name: by_column[column] for name, column in matched.columns.items() if column in by_column}


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
    if _TOTAL.fullmatch(folded(first.line)) and (key is None or key == first) and _rest_are_figures(cells):
        return "a total"
    required = [one.name for one in wanted.fields if one.required]
    names_a_row = all(name in by_field for name in required) and (
        key != first or wanted.looks_like_key(first.line)
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
