"""What stands above the scheme table: the workbook's own running balances, and the spend that is required."""

import re
from dataclasses import dataclass, field

from boardtool.data.excel.bcf.values import pence
from boardtool.data.excel.bcf.words import filled
from boardtool.data.excel.workbook import Cell, CellKind, Sheet, column_letters
from boardtool.domain.text import folded

OUT_OF_HOSPITAL = re.compile(r"(nhs|ccg|icb) commissioned out of hospital")
SOCIAL_CARE = re.compile(r"adult social care services? spend")


@dataclass(slots=True)
class AboveTable:
    """Pence by period: minimums and planned spend by ring-fence, income and spend by source; `cells` of them.

    None where a cell is empty.
    """

    minimums: dict[str, list[int | None]] = field(default_factory=dict)
    planned: dict[str, list[int | None]] = field(default_factory=dict)
    income: dict[str, list[int | None]] = field(default_factory=dict)
    spend: dict[str, list[int | None]] = field(default_factory=dict)
    cells: dict[str, str] = field(default_factory=dict)


def read_above(sheet: Sheet, header_row: int) -> AboveTable:
    """Read the blocks between the top of a sheet and its table."""
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
        if label is None or not heads:
            continue
        _read_row(found, label, sheet, number, heads)
    return found


def _are_heads(words: list[str]) -> bool:
    return ("income" in words and "expenditure" in words) or "minimum required spend" in words


def _read_row(found: AboveTable, label: Cell, sheet: Sheet, number: int, heads: list[Cell]) -> None:
    key = _ring_fence(folded(label.line))
    by_column = sheet.row(number)

    def column(word: str) -> list[int | None]:
        places = [head.column for head in heads if folded(head.line) == word]
        return [pence(by_column.get(place)).pence for place in places]

    if key is not None and any(folded(head.line) == "minimum required spend" for head in heads):
        found.minimums[key] = column("minimum required spend")
        found.planned[key] = column("planned spend")
        places = [head.column for head in heads if folded(head.line) == "minimum required spend"]
        for suffix, place in zip(("", "_2"), places, strict=False):
            found.cells[f"{key}{suffix}"] = f"{column_letters(place)}{number}"
    elif any(folded(head.line) == "income" for head in heads):
        found.income[label.line] = column("income")
        found.spend[label.line] = column("expenditure")


def _ring_fence(words: str) -> str | None:
    if OUT_OF_HOSPITAL.match(words):
        return "out_of_hospital"
    return "adult_social_care" if SOCIAL_CARE.match(words) else None
