"""The sheet of planning requirements or national conditions of a workbook, and how each is answered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from boardtool.data.excel.bcf.words import filled, sheets_called
from boardtool.data.excel.workbook import Cell, Sheet, Workbook, column_letters
from boardtool.domain.bcf.lists import YearLists
from boardtool.domain.text import folded

_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "theme": ("theme",),
    "code": ("code",),
    "requirement": ("planning requirement", "national condition"),
    "enquiry": ("key considerations", "planning expectation"),
    "confirmed_through": ("confirmed through", "where should this be completed"),
    "answer": ("please confirm whether", "hwb submission meets", "does your bcf plan meet"),
    "supporting": ("please note any supporting documents",),
    "actions": (
        "where the planning requirement is not met please note the actions",
        "where no or not ready",
        "if the answer is no",
    ),
    "timeframe": ("where the planning requirement is not met please note the anticipated",),
}


@dataclass(frozen=True, slots=True)
class ConditionRow:
    row: int
    values: Mapping[str, Any]  # each value is of the type of the field that its name says


@dataclass(slots=True)
class ReadConditions:
    """The conditions, and the column letters of their answers by field."""

    sheet: str = ""
    columns: dict[str, str] = field(default_factory=dict)
    rows: list[ConditionRow] = field(default_factory=list)


def read_conditions(workbook: Workbook, lists: YearLists) -> ReadConditions:
    """Read the conditions; an empty result where the workbook has no such sheet."""
    named = [
        *sheets_called(workbook, "planning requirements"),
        *sheets_called(workbook, "national conditions"),
    ]
    for sheet in named:
        if not sheet.trouble and (columns := _columns(sheet)):
            return _read(sheet, lists, *columns)
    return ReadConditions()


def _columns(sheet: Sheet) -> tuple[int, dict[str, int]] | None:
    """The row of headings, and the column of each field."""
    for number in sheet.rows:
        cells = filled(sheet, number)
        found: dict[str, int] = {}
        for name, starts in _HEADINGS.items():
            for cell in cells:
                if folded(cell.line).startswith(starts) and name not in found:
                    found[name] = cell.column
        if {"requirement", "answer"} <= found.keys():
            return number, found
    return None


def _read(sheet: Sheet, lists: YearLists, header: int, columns: dict[str, int]) -> ReadConditions:
    read = ReadConditions(sheet.name, {name: column_letters(column) for name, column in columns.items()})
    theme = requirement = code = ""
    further = 1
    for number in sheet.rows:
        if number <= header:
            continue
        by_column = {cell.column: cell for cell in filled(sheet, number)}
        theme = _text(by_column, columns, "theme") or theme
        stated = _text(by_column, columns, "requirement")
        if stated:
            requirement, further = stated, 1
            code = _text(by_column, columns, "code") or _code_of(requirement, lists)
        elif _text(by_column, columns, "enquiry") and "code" not in columns:
            further += 1  # another expectation of the condition above, with an answer of its own
        else:
            continue
        if not code:
            continue
        values = {name: _text(by_column, columns, name) for name in columns}
        answer = values["answer"].capitalize()
        values |= {
            "code": code if further == 1 else f"{code}.{further}",
            "requirement": requirement,
            "theme": theme if "theme" in columns else "",
            "answer": answer if answer in {"Yes", "No"} else values["answer"],
        }
        read.rows.append(ConditionRow(number, {**values, "row": number}))
    return read


def _text(by_column: Mapping[int, Cell], columns: Mapping[str, int], name: str) -> str:
    cell = by_column.get(columns.get(name, 0))
    return "" if cell is None or cell.trouble else cell.words


def _code_of(requirement: str, lists: YearLists) -> str:
    """The code of a condition whose sheet has no column of codes: its number."""
    number = requirement.lstrip()[:1]
    known = {one.code for one in lists.conditions}
    return number if number in known else ""
