"""The national conditions and the metrics of a return workbook: confirmed or not, on track or not."""

import re
from collections.abc import Mapping

from boardtool.data.excel.bcf.metrics import metric_called
from boardtool.data.excel.bcf.return_rows import ReadEntry, ReadReturn, Values, words_of
from boardtool.data.excel.bcf.words import filled, sheets_called
from boardtool.data.excel.workbook import Cell, Sheet, Workbook, plain_number
from boardtool.domain.bcf.lists import MetricWords
from boardtool.domain.bcf.returns import Part
from boardtool.domain.text import folded

_CONDITION = re.compile(r"^\s*(?:condition\s*)?([0-9]{1,2})\s*[).:]", re.IGNORECASE)
_QUARTER = re.compile(r"\bq([1-4])\b", re.IGNORECASE)
_HEADS: Mapping[str, tuple[str, ...]] = {
    "metric": ("metric",),
    "definition": ("definition",),
    "planned": ("for information your planned", "planned performance", "planned goal"),
    "actual": ("for information actual", "actual performance", "actual"),
    "answer": ("assessment of progress", "was the goal met", "have you met"),
    "words": ("challenges", "if the goal was not met", "short explanation"),
    "more_words": ("achievements",),
    "variance": ("variance from plan", "variance"),
    "mitigation": ("mitigation",),
}


def read_conditions(read: ReadReturn, workbook: Workbook) -> None:
    """Each condition, whether it is confirmed, and why where it is not."""
    for sheet in sheets_called(workbook, "national conditions")[:1]:
        read.sheets["conditions"] = sheet.name
        below_heading = False
        for number in sheet.rows:
            cells = filled(sheet, number)
            found = _CONDITION.match(cells[0].line) if cells else None
            if found is None or not below_heading:
                below_heading |= any(folded(cell.line).startswith("confirmation") for cell in cells[1:])
                continue
            beside = {cell.column - cells[0].column: cell for cell in cells}
            answer = words_of(beside.get(1))
            read.entries.append(
                ReadEntry(
                    Part.CONDITION,
                    sheet.name,
                    number,
                    {
                        "code": found[1],
                        "label": cells[0].words,
                        "answer": answer.capitalize() if answer.lower() in {"yes", "no"} else answer,
                        "words": words_of(beside.get(2)),
                    },
                    {"answer": _ref(sheet, number, cells[0].column + 1)},
                )
            )


def read_metrics(read: ReadReturn, workbook: Workbook) -> None:
    """Each metric with its plan for information, its assessment, challenges and achievements."""
    for sheet in sheets_called(workbook, "metrics")[:1]:
        header = next((row for row in sheet.rows if {"metric", "answer"} <= _heads(sheet, row).keys()), None)
        if header is None:
            continue
        read.sheets["metrics"] = sheet.name
        heads = _heads(sheet, header)
        read.cells["metrics"] = _ref(sheet, header, heads["metric"])
        quarters = _quarters(sheet, header, heads)
        for number in sheet.rows:
            by_column = {cell.column: cell for cell in filled(sheet, number)}
            named = by_column.get(heads["metric"])
            if number <= header or named is None:
                continue
            words = metric_called(named.line, read.lists)
            if words is not None:
                _read_metric(read, sheet, number, by_column, heads, quarters, words, named)


def _heads(sheet: Sheet, row: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for cell in filled(sheet, row):
        for name, starts in _HEADS.items():
            if name not in found and folded(cell.line).startswith(starts):
                found[name] = cell.column
                break
    return found


def _quarters(sheet: Sheet, header: int, heads: Mapping[str, int]) -> dict[int, str]:
    """The columns of the plan's quarters; one column for the year where none is named."""
    first, last = heads.get("planned", 0), heads["answer"]
    return {
        cell.column: f"Q{found[1]}"
        for cell in filled(sheet, header + 1)
        if first <= cell.column < last and (found := _QUARTER.search(cell.line))
    }


def _read_metric(
    read: ReadReturn,
    sheet: Sheet,
    number: int,
    by_column: Mapping[int, Cell],
    heads: Mapping[str, int],
    quarters: Mapping[int, str],
    words: MetricWords,
    named: Cell,
) -> None:
    first = heads.get("planned", 0)
    block = sheet.merged_at(number, first)
    by_quarter = quarters and (block is None or block.right == block.left)
    columns = quarters if by_quarter else {first: ""}
    figures: dict[str, str] = {}
    cells: dict[str, str] = {}
    values: Values = {
        "code": words.key,
        "label": named.line,
        "unit": words.unit,
        "figures": figures,
        "answer": words_of(by_column.get(heads["answer"])),
        "words": words_of(by_column.get(heads.get("words", 0))),
        "more_words": words_of(by_column.get(heads.get("more_words", 0))),
    }
    for column, quarter in columns.items():
        period = f"{read.year} {quarter}".strip()
        value = read.take_number(values, period, sheet.name, by_column.get(column))
        cells[period] = _ref(sheet, number, column)
        if value is not None:
            figures[period] = plain_number(words.shown(value))
    cells |= {
        name: _ref(sheet, number, heads[name]) for name in ("answer", "words", "more_words") if name in heads
    }
    values["variance"] = " ".join(
        text for name in ("variance", "mitigation") if (text := words_of(by_column.get(heads.get(name, 0))))
    )
    read.entries.append(ReadEntry(Part.METRIC, sheet.name, number, values, cells))


def _ref(sheet: Sheet, row: int, column: int) -> str:
    """The cell of a place, the first of a merged block where it lies in one."""
    block = sheet.merged_at(row, column)
    place = Cell(row, column, "s", "") if block is None else Cell(block.top, block.left, "s", "")
    return place.ref
