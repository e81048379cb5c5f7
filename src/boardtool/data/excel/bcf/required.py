"""What stands above the scheme table: the workbook's own running balances, and the spend that is required."""

import re
from dataclasses import dataclass, field

from boardtool.data.excel.bcf.values import pence, warned
from boardtool.data.excel.bcf.words import filled
from boardtool.data.excel.workbook import Cell, CellKind, Sheet, column_letters
from boardtool.domain.bcf.lists import YearLists
from boardtool.domain.imports import Warned
from boardtool.domain.text import folded

OUT_OF_HOSPITAL = re.compile(r"(nhs|ccg|icb) commissioned out of hospital")
_MINIMUM = "minimum required spend"
SOCIAL_CARE = re.compile(r"adult social care services? spend")


@dataclass(slots=True)
class AboveTable:
    """Pence by period: minimums and planned spend by ring-fence, income and spend by source.

    None where a cell is empty. `refs` names their cells by table ("minimums", "planned", "income", "spend")
    and by ring-fence or source; `cells` those of the minimums as findings look them up.
    """

    minimums: dict[str, list[int | None]] = field(default_factory=dict)
    planned: dict[str, list[int | None]] = field(default_factory=dict)
    income: dict[str, list[int | None]] = field(default_factory=dict)
    spend: dict[str, list[int | None]] = field(default_factory=dict)
    refs: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    cells: dict[str, str] = field(default_factory=dict)
    warnings: list[Warned] = field(default_factory=list)


def read_above(sheet: Sheet, header_row: int, lists: YearLists) -> AboveTable:
    """Read the blocks between the top of a sheet and its table; sources have their label of the year."""
    found = AboveTable()
    heads: list[Cell] = []
    for number in sheet.rows:
        if number >= header_row:
            break
        cells = filled(sheet, number)
        words = [folded(cell.line) for cell in cells]
        if _are_heads(words):
            heads = [cell for cell in cells if cell.kind == CellKind.TEXT]
            continue
        label = next((cell for cell in cells if cell.kind == CellKind.TEXT), None)
        if label is not None and heads:
            _read_row(found, label, sheet, heads, lists)
    return found


def _are_heads(words: list[str]) -> bool:
    return ("income" in words and "expenditure" in words) or _MINIMUM in words


def _read_row(found: AboveTable, label: Cell, sheet: Sheet, heads: list[Cell], lists: YearLists) -> None:
    fence = _ring_fence(folded(label.line))
    words = {folded(head.line) for head in heads}
    if fence is not None and _MINIMUM in words:
        found.minimums[fence] = _amounts(found, ("minimums", fence), sheet, label.row, heads, _MINIMUM)
        found.planned[fence] = _amounts(found, ("planned", fence), sheet, label.row, heads, "planned spend")
        for suffix, ref in zip(("", "_2"), found.refs["minimums", fence], strict=False):
            found.cells[f"{fence}{suffix}"] = ref
    elif "income" in words and (source := lists.read("source", label.line)):
        found.income[source] = _amounts(found, ("income", source), sheet, label.row, heads, "income")
        found.spend[source] = _amounts(found, ("spend", source), sheet, label.row, heads, "expenditure")


def _amounts(
    found: AboveTable, key: tuple[str, str], sheet: Sheet, row: int, heads: list[Cell], word: str
) -> list[int | None]:
    """The amounts of a row below the headings of a word; what is typed there and is none is said."""
    by_column = sheet.row(row)
    places = [head.column for head in heads if folded(head.line) == word]
    found.refs[key] = [f"{column_letters(place)}{row}" for place in places]
    read = [(by_column.get(place), pence(by_column.get(place))) for place in places]
    found.warnings += [
        warned(sheet.name, cell, amount.said)
        for cell, amount in read
        if cell is not None and amount.unread and cell.kind != CellKind.NO_VALUE
    ]
    return [amount.pence for _, amount in read]


def _ring_fence(words: str) -> str | None:
    if OUT_OF_HOSPITAL.match(words):
        return "out_of_hospital"
    return "adult_social_care" if SOCIAL_CARE.match(words) else None
