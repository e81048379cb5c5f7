"""The scheme table of a national workbook: its lines, with what could not be read kept as it is written."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from boardtool.data.excel.bcf.local_columns import local_columns
from boardtool.data.excel.bcf.values import NOTHING, Read, exact, pence, share, warned
from boardtool.data.excel.bcf.words import filled
from boardtool.data.excel.headings import Wanted, WantedField
from boardtool.data.excel.table_rows import FoundRow
from boardtool.data.excel.tables import FoundTable, find_table
from boardtool.data.excel.workbook import Cell, CellKind, Sheet, Workbook, column_letters
from boardtool.domain.bcf.cells import FIELDS, ONE
from boardtool.domain.bcf.cells import CellKind as Holds
from boardtool.domain.bcf.lists import JOINT, YearLists
from boardtool.domain.imports import Choose, Warned
from boardtool.domain.money import scale_of_heading
from boardtool.domain.text import clean_line, folded

_REQUIRED = {"scheme_id", "scheme_type", "source", "expenditure"}
_TELL_A_LINE = ("name", "scheme_type", "expenditure", "expenditure_2", "previous_expenditure")
_TOTAL = re.compile(r"(?:grand |sub ?|overall )?totals?\b.{0,40}")
_WISH = "wish_to_update"
_COUNTED = frozenset({Holds.MONEY, Holds.NUMBER})
_COMPUTED = frozenset({"la_share", "unit"})
Values = dict[str, object]


@dataclass(frozen=True, slots=True)
class SchemeRow:
    """A line as it was read: `values` by field, with `unread` and `notes` (local columns) among them."""

    row: int
    values: Mapping[str, Any]  # each value is of the type of the field that its name says


@dataclass(slots=True)
class ReadSchemes:
    """The lines of a table, where its columns stand, and what a person should know."""

    sheet: str
    header_row: int
    columns: Mapping[str, str]
    rows: list[SchemeRow] = field(default_factory=list)
    warnings: list[Warned] = field(default_factory=list)


def wanted(lists: YearLists) -> Wanted:
    """The scheme table of a year, as the engine looks for it."""
    fields = tuple(
        WantedField(column.field, (column.heading, *column.also), column.field in _REQUIRED)
        for column in lists.columns
    )
    return Wanted("scheme table", fields, key="scheme_id", looks_like_key=str.isdigit)


def read_schemes(
    workbook: Workbook, lists: YearLists, *, sheet: str | None, columns: Mapping[str, str] | None
) -> ReadSchemes | Choose:
    """Read the scheme table.

    Raises:
        InputRefusedError: there is none.
    """
    table = find_table(workbook, wanted(lists), sheet=sheet, columns=columns)
    if isinstance(table, Choose) and (hidden := _hidden_one(workbook, table)):
        table = find_table(workbook, wanted(lists), sheet=hidden, columns=columns)
    if isinstance(table, Choose):
        return table
    found = workbook.sheet(table.sheet)
    assert found is not None
    read = ReadSchemes(
        table.sheet,
        _row_of_headings(found, table),
        {name: column_letters(column) for name, column in table.columns.items()},
    )
    read.warnings += [
        Warned(table.sheet, 0, "", "", note) for note in table.notes if not note.startswith("the sheet")
    ]
    _read_rows(read, found, table, lists)
    return read


def _hidden_one(workbook: Workbook, choose: Choose) -> str:
    """The hidden sheet that is meant where no other has a scheme table: the only one, or of expenditure."""
    if choose.what != "sheet":
        return ""
    hidden = [name for name in choose.options if (found := workbook.sheet(name)) is not None and found.hidden]
    meant = [name for name in hidden if "expenditure" in folded(name)] if len(hidden) > 1 else hidden
    return meant[0] if len(hidden) == len(choose.options) and len(meant) == 1 else ""


def _read_rows(read: ReadSchemes, sheet: Sheet, table: FoundTable, lists: YearLists) -> None:
    local, said = local_columns(sheet, table, read.header_row)
    read.warnings += said
    known = {row.number: _once(read, row) for row in table.rows}
    again = {skipped.row for skipped in table.skipped if skipped.why == "the headings again"}
    above: SchemeRow | None = None
    hidden = 0
    for number in sorted({*known, *(skipped.row for skipped in table.skipped)} - again):
        by_column = {cell.column: cell for cell in filled(sheet, number)}
        cells = known.get(number) or {
            name: by_column[column] for name, column in table.columns.items() if column in by_column
        }
        if not any(name in cells and cells[name].line for name in _TELL_A_LINE):
            _say_note(read, sheet, number, cells.values())
            continue
        if _is_total(cells):
            read.warnings.append(warned(sheet.name, next(iter(cells.values())), "not taken: a total"))
            continue
        line = _line(read, number, cells, table, lists)
        _inherit(line, above)
        notes = {heading: by_column[column].line for column, heading in local.items() if column in by_column}
        above = SchemeRow(number, {**line, "notes": notes})
        read.rows.append(above)
        hidden += number in sheet.hidden_rows
    if hidden:
        read.warnings.append(Warned(sheet.name, 0, "", "", f"{hidden} hidden rows are included"))


def _once(read: ReadSchemes, row: FoundRow) -> Mapping[str, Cell]:
    """The cells of a line; an amount that is merged over several lines counts on the first of them alone."""
    over = {
        name: ref for name, ref in row.filled_down.items() if name in FIELDS and FIELDS[name].kind in _COUNTED
    }
    for name, ref in over.items():
        reason = f"{ref} is merged over this line too: its figure counts once, on the line where it begins"
        read.warnings.append(Warned(row.sheet, row.number, ref, row.cells[name].line, reason))
    return {name: cell for name, cell in row.cells.items() if name not in over}


def _row_of_headings(sheet: Sheet, table: FoundTable) -> int:
    """The row that most headings stand in; above it there may be a title that is merged over them."""

    def headings(row: int) -> int:
        return sum(cell.column in table.columns.values() for cell in filled(sheet, row))

    return (
        max((table.header_row, table.header_row + 1), key=headings)
        if _is_split(sheet, table)
        else table.header_row
    )


def _is_split(sheet: Sheet, table: FoundTable) -> bool:
    """Whether the headings are told only by two rows together: the upper one alone has too few of them."""
    alone = {cell.column for cell in filled(sheet, table.header_row) if cell.kind == CellKind.TEXT}
    return not set(table.columns.values()) <= alone


def _is_total(cells: Mapping[str, Cell]) -> bool:
    words = [cells[name].line for name in ("scheme_id", "name", "description") if name in cells]
    names_a_line = any(name in cells and cells[name].line for name in ("scheme_type", "source", "provider"))
    return bool(words) and _TOTAL.fullmatch(folded(words[0])) is not None and not names_a_line


def _say_note(read: ReadSchemes, sheet: Sheet, number: int, cells: Iterable[Cell]) -> None:
    """Say words outside the lines; formulas that fill themselves are none."""
    words = [cell for cell in cells if cell.kind == CellKind.TEXT and cell.line and cell.column]
    asked = {name: column for name, column in read.columns.items() if name in {"unit", "la_share"}}
    words = [cell for cell in words if column_letters(cell.column) not in asked.values()]
    if words and number > read.header_row:
        read.warnings.append(warned(sheet.name, words[0], "not taken: no name, type or amount stands here"))


def _line(
    read: ReadSchemes, number: int, cells: Mapping[str, Cell], table: FoundTable, lists: YearLists
) -> Values:
    values: Values = {}
    unread: dict[str, str] = {}
    fields = [column.field for column in lists.columns if column.field in table.columns]
    for name in fields:
        if name == _WISH:
            continue
        cell = cells.get(name)
        if name in _COMPUTED and cell is not None and cell.kind == CellKind.NO_VALUE:
            cell = None
        kind = FIELDS[name].kind
        if kind in {Holds.TEXT, Holds.LIST}:
            values[name] = _words(lists, name, cell, str(values.get("scheme_type", "")))
            if cell is not None and cell.trouble:
                read.warnings.append(warned(read.sheet, cell, cell.trouble))
            continue
        found = _number(kind, cell, table.headings.get(name, ""))
        values[name] = found.value
        if found.unread:
            unread[name] = found.unread
        if found.said and cell is not None:
            read.warnings.append(warned(read.sheet, cell, found.said))
    if lists.rules.update:
        _take_update(values, unread)
    _work_out(values, lists)
    _say_unknown_words(read, cells, values, lists)
    values["unread"] = unread
    values["row"] = number
    return values


def _words(lists: YearLists, name: str, cell: Cell | None, scheme_type: str) -> str:
    if cell is None or cell.trouble:
        return ""
    if FIELDS[name].kind is Holds.LIST:
        return lists.read(name, cell.line, scheme_type) or cell.line
    return cell.words if name in {"description", "comment", "type_other", "area_other"} else cell.line


def _number(kind: Holds, cell: Cell | None, heading: str) -> Read:
    if cell is None:
        return NOTHING
    if kind is Holds.MONEY:
        return pence(cell, scale=scale_of_heading(heading))
    return share(cell) if kind is Holds.SHARE else exact(cell)


def _take_update(values: Values, unread: dict[str, str]) -> None:
    """In an update the new figure counts where there is one, also 0; else the one entered before."""
    for name in ("expenditure", "outputs"):
        before = f"previous_{name}"
        if values.get(name) is None and name not in unread:
            values[name] = values.get(before)


def _work_out(values: Values, lists: YearLists) -> None:
    """What the template works out itself, where the file holds no result of its formula."""
    nhs = values.get("nhs_share")
    if values.get("commissioner") == JOINT and "la_share" in values and values["la_share"] is None:
        values["la_share"] = ONE - nhs if isinstance(nhs, Decimal) and 0 <= nhs <= ONE else None
    if "unit" in values and not values["unit"]:
        values["unit"] = lists.unit_of(str(values.get("scheme_type", "")))


def _say_unknown_words(
    read: ReadSchemes, cells: Mapping[str, Cell], values: Values, lists: YearLists
) -> None:
    for name, cell in cells.items():
        if name not in FIELDS or FIELDS[name].kind is not Holds.LIST or not cell.line or cell.trouble:
            continue
        word, kind = str(values.get(name, "")), str(values.get("scheme_type", ""))
        if not lists.has(name, word, kind):
            reason = f"no {FIELDS[name].heading.lower()} of {lists.year}: kept as it is written"
            read.warnings.append(warned(read.sheet, cell, reason))
        elif clean_line(word) != clean_line(cell.line):
            read.warnings.append(warned(read.sheet, cell, f"read as “{word}”"))


def _inherit(line: Values, above: SchemeRow | None) -> None:
    """A line without an ID under one of the same name has that one's; and a name without words its ID's."""
    if above is None:
        return
    said = {name: above.values.get(name) for name in ("scheme_id", "name")}
    if not line.get("scheme_id") and line.get("name", "") in {said["name"], ""}:
        line["scheme_id"] = said["scheme_id"]
    if "name" in line and not line["name"] and line.get("scheme_id") == said["scheme_id"]:
        line["name"] = said["name"]
