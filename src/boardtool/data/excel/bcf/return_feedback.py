"""The year-end feedback and the fee rates of a return workbook."""

import re
from decimal import Decimal

from boardtool.data.excel.bcf.return_rows import ReadEntry, ReadReturn, Values, words_of
from boardtool.data.excel.bcf.values import warned
from boardtool.data.excel.bcf.words import filled, sheets_called
from boardtool.data.excel.workbook import Cell, CellKind, Sheet, Workbook, plain_number
from boardtool.domain.bcf.returns import Part
from boardtool.domain.bcf.returns_fees import FEE_FIGURES, implied_uplift, unit_in
from boardtool.domain.text import folded

_NUMBERED = re.compile(r"^\s*[0-9]{1,2}[.)]\s*")
_SUCCESS = re.compile(r"(success|challenge)\s*([0-9])", re.IGNORECASE)
_FEE_HEADS = (
    ("reported_last_year", "for information your"),
    ("last_year", "average"),
    ("this_year", "what was your actual average"),
    ("uplift", "implied uplift"),
)
_AS_PRINTED = Decimal("0.0005")


def read_feedback(read: ReadReturn, workbook: Workbook) -> None:
    """Statements with how far one agrees, successes and challenges with their enabler."""
    for sheet in sheets_called(workbook, "feedback")[:1]:
        read.sheets["feedback"] = sheet.name
        statements = False
        for number in sheet.rows:
            cells = filled(sheet, number)
            if not cells or cells[0].kind != CellKind.TEXT:
                continue
            beside = {cell.column - cells[0].column: cell for cell in cells}
            heading = folded(cells[0].line)
            if heading == "statement" or (beside.get(1) and heading.startswith("statement")):
                statements = True
            elif found := _SUCCESS.match(cells[0].line):
                statements = False
                part = Part.SUCCESS if found[1].lower() == "success" else Part.CHALLENGE
                values = {
                    "label": cells[0].line,
                    "answer": words_of(beside.get(1)),
                    "words": words_of(beside.get(2)),
                }
                _add(read, part, sheet, cells[0], values)
            elif heading.startswith("part"):
                statements = False
            elif statements and _NUMBERED.match(cells[0].line):
                values = {
                    "label": _NUMBERED.sub("", cells[0].words),
                    "answer": words_of(beside.get(1)),
                    "words": words_of(beside.get(2)),
                }
                _add(read, Part.STATEMENT, sheet, cells[0], values)


def _add(read: ReadReturn, part: Part, sheet: Sheet, label: Cell, values: dict[str, str]) -> None:
    refs = {
        name: Cell(label.row, label.column + right, "s", "").ref
        for name, right in (("answer", 1), ("words", 2))
    }
    read.entries.append(ReadEntry(part, sheet.name, label.row, dict(values), refs))


def read_fees(read: ReadReturn, workbook: Workbook) -> None:
    """What councils pay for home care and care homes: last year, this year, and the uplift between them."""
    for sheet in sheets_called(workbook, "fee", "rate")[:1]:
        read.sheets["fees"] = sheet.name
        heads: dict[str, int] = {}
        for number in sheet.rows:
            cells = filled(sheet, number)
            found = {
                name: cell.column
                for cell in cells
                for name, start in _FEE_HEADS
                if folded(cell.line).startswith(start)
            }
            if FEE_FIGURES.keys() <= found.keys():
                heads = found
            elif heads and cells and _NUMBERED.match(cells[0].line):
                _read_fee(read, sheet, number, cells, heads)


def _read_fee(read: ReadReturn, sheet: Sheet, number: int, cells: list[Cell], heads: dict[str, int]) -> None:
    by_column = {cell.column: cell for cell in cells}
    refs = {name: Cell(number, column, "s", "").ref for name, column in heads.items()}
    if "commentary" in folded(cells[0].line):
        read.facts["fees_comment"] = words_of(cells[1]) if len(cells) > 1 else ""
        read.cells["fees_comment"] = refs["reported_last_year"]
        return
    label = cells[0].words
    values: Values = {"label": label, "unit": unit_in(label), "figures": {}}
    for name in FEE_FIGURES:
        rate = read.take_rate(values, name, sheet.name, by_column.get(heads[name]))
        if rate is not None:
            values["figures"][name] = plain_number(rate)
    read.entries.append(ReadEntry(Part.FEE, sheet.name, number, values, refs))
    printed = by_column.get(heads.get("uplift", 0))
    worked_out = implied_uplift(values["figures"])
    if printed is not None and printed.number is not None and worked_out is not None:
        _compare_uplift(read, sheet, printed, printed.number, worked_out)


def _compare_uplift(
    read: ReadReturn, sheet: Sheet, cell: Cell, printed: Decimal, worked_out: Decimal
) -> None:
    """An uplift is worked out from its rates; where the workbook prints another, that is said."""
    if abs(printed - worked_out) > _AS_PRINTED and abs(printed / 100 - worked_out) > _AS_PRINTED:
        reason = f"the rates give an uplift of {worked_out:.1%}, which is what is kept"
        read.warnings.append(warned(sheet.name, cell, reason))
