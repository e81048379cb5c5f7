"""The Income sheet of a national workbook: its blocks, found by their headings, one a source of funding."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from boardtool.data.excel.bcf.values import pence, warned
from boardtool.data.excel.bcf.words import filled, labels, right_of, sheets_called
from boardtool.data.excel.workbook import Cell, CellKind, Sheet, Workbook, column_letters
from boardtool.domain.bcf.lists import YearLists
from boardtool.domain.imports import Warned
from boardtool.domain.text import folded

_BLOCKS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (key, re.compile(pattern))
    for key, pattern in (
        ("la_discharge", r"(local authority|la) (hospital )?discharge fund"),
        ("icb_discharge", r"(icb|nhs) (hospital )?discharge fund"),
        ("nhs_additional", r"(additional (ccg|icb|nhs)|(ccg|icb|nhs) additional)( contribution)?"),
        (
            "la_additional",
            r"(additional (la|local authority)|(local authority|la) additional)( contribution)?",
        ),
        ("dfg", r"disabled facilities grant"),
        ("ibcf", r"(ibcf|improved better care fund|(local authority|la) better care (grant|fund))"),
        ("nhs_minimum", r"((ccg|nhs|icb) minimum|minimum (ccg|nhs|icb))( contribution)?"),
    )
)
_DISTRICTS = re.compile(r"dfg breakdown")
_ENDS = re.compile(r"(total|are any additional|do you wish|funding contributions comments)\b")


@dataclass(frozen=True, slots=True)
class IncomeRow:
    """A contribution as it was read; `refs` are the cells of its amounts, `columns` their letters."""

    row: int
    values: Mapping[str, Any]  # each value is of the type of the field that its name says
    refs: tuple[str, ...]
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class ReadIncome:
    sheet: str = ""
    rows: list[IncomeRow] = field(default_factory=list)
    comment: str = ""
    warnings: list[Warned] = field(default_factory=list)


@dataclass(slots=True)
class Block:
    """A block of the sheet: its source, its columns of amounts and of comments, and its rows.

    `last` is the row before its total; from `districts` on stand the parts that districts get of the DFG.
    """

    source: str
    amounts: list[int]
    comments: int | None
    label: int
    first: int
    last: int
    districts: int | None = None

    @property
    def rows(self) -> range:
        """The rows that contributions stand in, also those that are empty yet."""
        return range(self.first, self.last + 1 if self.districts is None else self.districts)


def read_income(workbook: Workbook, lists: YearLists) -> ReadIncome:
    """Read what comes into the pool; an empty result where the workbook has no such sheet."""
    for sheet in sheets_called(workbook, "income", without=["expenditure"]):
        if not sheet.trouble:
            return _read(sheet, lists)
    return ReadIncome(warnings=[Warned("", 0, "", "", "no sheet of income was found")])


def _read(sheet: Sheet, lists: YearLists) -> ReadIncome:
    read = ReadIncome(sheet.name)
    for block in blocks(sheet, lists):
        for number in range(block.first, block.last + 1):
            if cells := filled(sheet, number):
                _read_row(read, sheet, number, cells, block)
    comment = comment_label(sheet)
    beside = None if comment is None else right_of(sheet, comment)
    read.comment = "" if beside is None else beside.words
    return read


def comment_label(sheet: Sheet) -> Cell | None:
    """The label of the comment on all contributions."""
    return next(
        (cell for cell in labels(sheet) if folded(cell.line).startswith("funding contributions comments")),
        None,
    )


def blocks(sheet: Sheet, lists: YearLists) -> list[Block]:
    """The blocks of the sheet, from the top; each begins with its headings and ends before its total."""
    found: list[Block] = []
    is_open = False
    for number in sheet.rows:
        cells = filled(sheet, number)
        if not cells:
            continue
        words = folded(cells[0].line) if cells[0].kind == CellKind.TEXT else ""
        begun = _begun(cells, words, lists)
        if is_open and (begun is not None or _ENDS.match(words)):
            found[-1].last = number - 1
            is_open = False
        if begun is not None:
            found.append(begun)
            is_open = True
        elif is_open and _DISTRICTS.match(words):
            found[-1].districts = number
    if is_open:
        found[-1].last = max(sheet.rows)
    return found


def _begun(cells: list[Cell], words: str, lists: YearLists) -> Block | None:
    """The block that a row of headings begins: the source, and beside it columns headed “Contribution”."""
    key = next((key for key, pattern in _BLOCKS if pattern.match(words)), None)
    headed = [cell for cell in cells[1:] if cell.kind == CellKind.TEXT]
    amounts = [cell.column for cell in headed if "contribution" in folded(cell.line).split()[:4]]
    comments = [cell.column for cell in headed if folded(cell.line).startswith("comment")]
    amounts = [column for column in amounts if column not in comments]
    if key is None or not amounts:
        return None
    source = lists.source_with(key)
    name = source.name if source is not None else cells[0].line
    return Block(
        source=name,
        amounts=amounts[: len(lists.periods)],
        comments=comments[0] if comments else None,
        label=cells[0].column,
        first=cells[0].row + 1,
        last=cells[0].row,
    )


def _read_row(read: ReadIncome, sheet: Sheet, number: int, cells: list[Cell], block: Block) -> None:
    by_column = {cell.column: cell for cell in cells}
    amounts = [by_column.get(column) for column in block.amounts]
    comment = by_column.get(block.comments) if block.comments is not None else None
    if not any(cell is not None for cell in (*amounts, comment)):
        return
    label = cells[0]
    if block.districts is not None and number >= block.districts:
        read.warnings.append(warned(sheet.name, label, "not taken as income: a district's part of the DFG"))
        return
    body = "" if label in (*amounts, comment) else label.line
    values: dict[str, object] = {"source": block.source, "body": body}
    unread: dict[str, str] = {}
    for name, cell in zip(("amount", "amount_2"), amounts, strict=False):
        found = pence(cell)
        values[name] = found.value
        if found.unread:
            unread[name] = found.unread
        if found.said and cell is not None:
            read.warnings.append(warned(sheet.name, cell, found.said))
    values["comment"] = comment.words if comment is not None else ""
    values["unread"] = unread
    values["row"] = number
    refs = tuple(cell.ref for cell in amounts if cell is not None)
    columns = {
        name: column_letters(column)
        for name, column in zip(("amount", "amount_2"), block.amounts, strict=False)
    }
    read.rows.append(IncomeRow(number, values, refs, columns))
