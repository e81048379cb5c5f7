"""Finding the wanted table in a workbook, or the question that a person must answer first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from boardtool.data.excel.headings import Wanted, match_headings
from boardtool.data.excel.table_rows import FoundRow, Headings, Skipped, data_rows, readings
from boardtool.data.excel.workbook import Sheet, Workbook
from boardtool.domain.errors import InputRefusedError
from boardtool.domain.imports import Choose
from boardtool.domain.text import clean_line, folded

HEADER_WITHIN = 120


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
    partial: Sequence[Headings],
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


def _what_instead(wanted: Wanted, candidates: Sequence[Sheet], nearest: Headings | None) -> str:
    if nearest is not None:
        there = ", ".join(f'"{text}"' for text in nearest.matched.headings.values())
        missing = " and ".join(name.replace("_", " ") for name in nearest.matched.missing)
        return f'row {nearest.row} of "{nearest.sheet.name}" has {there}, but no column for the {missing}.'
    if not any(one.row_numbers for one in candidates):
        return "there is nothing on its sheets."
    required = ", ".join(f'"{one.headings[0]}"' for one in wanted.fields if one.required)
    names = ", ".join(f'"{one.name}"' for one in candidates[:8])
    return f"no row of {names} has the headings {required}."


def _only_one_with_rows(
    whole: Sequence[Headings], wanted: Wanted, asked: Mapping[str, str]
) -> Headings | Choose:
    if len(whole) == 1:
        return whole[0]
    filled = [header for header in whole if data_rows(header, wanted, asked)[0]]
    if len(filled) == 1:
        return filled[0]
    return Choose("sheet", tuple(header.sheet.name for header in filled or whole))


def _notes(workbook: Workbook, candidates: Sequence[Sheet]) -> tuple[str, ...]:
    """What a person should know of the file beside the table."""
    hidden = [f'the sheet "{one.name}" is hidden and was not read' for one in workbook.sheets if one.hidden]
    unread = [one.trouble for one in candidates if one.trouble]
    return (*hidden, *unread, *(f"the file holds {what}, which were not read" for what in workbook.left_out))


def _header(sheet: Sheet, wanted: Wanted, asked: Mapping[str, str]) -> Headings | None:
    """The first row with all the headings, else the row that comes nearest (at least two headings)."""
    nearest: Headings | None = None
    for row in list(sheet.rows)[:HEADER_WITHIN]:
        found = _header_at(sheet, row, wanted, asked)
        if found.matched.is_whole:
            return found
        if len(found.matched.columns) > max(1, len(nearest.matched.columns) if nearest else 0):
            nearest = found
    return nearest


def _header_at(sheet: Sheet, row: int, wanted: Wanted, asked: Mapping[str, str]) -> Headings:
    one_row = readings(sheet, row)
    matched = match_headings(one_row, wanted.fields, asked)
    below = readings(sheet, row + 1)
    if matched.is_whole or not matched.columns or not below:
        return Headings(sheet, row, row, matched)
    both = {
        column: tuple(filter(None, (_joined(one_row.get(column, ("",)), below.get(column, ("",))))))
        for column in sorted({*one_row, *below})
    }
    joined = match_headings(both, wanted.fields, asked)
    return Headings(sheet, row, row + 1, joined) if joined.is_whole else Headings(sheet, row, row, matched)


def _joined(above: Sequence[str], below: Sequence[str]) -> tuple[str, ...]:
    return (clean_line(f"{above[0]} {below[0]}"), below[0], above[0])


def _table(header: Headings, wanted: Wanted, asked: Mapping[str, str], notes: tuple[str, ...]) -> FoundTable:
    rows, skipped = data_rows(header, wanted, asked)
    return FoundTable(
        sheet=header.sheet.name,
        header_row=header.row,
        columns=header.matched.columns,
        headings=header.matched.headings,
        rows=tuple(rows),
        skipped=tuple(skipped),
        unused=header.matched.unused,
        notes=(*notes, *_hidden_columns(header)),
    )


def _hidden_columns(header: Headings) -> Iterator[str]:
    for name, column in header.matched.columns.items():
        if column in header.sheet.hidden_columns:
            yield f'the column "{header.matched.headings[name]}" is hidden, and was read'
