"""Spend and activity by scheme in a return workbook, in the years whose return asks for it."""

from collections.abc import Mapping

from boardtool.data.excel.bcf.return_rows import ReadActual, ReadReturn, Values, words_of
from boardtool.data.excel.bcf.words import filled
from boardtool.data.excel.workbook import Cell, Sheet, Workbook, column_letters
from boardtool.domain.text import folded

_HEADS: Mapping[str, tuple[str, ...]] = {
    "scheme_id": ("scheme id",),
    "name": ("scheme name", "activity"),
    "scheme_type": ("scheme type",),
    "sub_type": ("sub type",),
    "source": ("source of funding",),
    "spend": ("actual expenditure", "expenditure to date", "actual spend"),
    "outputs": ("outputs delivered",),
    "issues": ("have there been any implementation issues",),
    "explanation": ("if yes please briefly describe", "comments"),
}
_TYPED = ("spend", "outputs", "issues", "explanation")
_TELLS = ("scheme_id", "name", "scheme_type", "sub_type", "source")


def read_actuals(read: ReadReturn, workbook: Workbook) -> None:
    """What each line spent and delivered to date."""
    for sheet in workbook.shown:
        for number in sheet.rows:
            heads = _heads(sheet, number)
            if {"scheme_id", "spend"} <= heads.keys():
                read.sheets["actuals"] = sheet.name
                _read_rows(read, sheet, number, heads)
                return


def _heads(sheet: Sheet, row: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for cell in filled(sheet, row):
        for name, starts in _HEADS.items():
            if name not in found and folded(cell.line).startswith(starts):
                found[name] = cell.column
                break
    return found


def _read_rows(read: ReadReturn, sheet: Sheet, header: int, heads: Mapping[str, int]) -> None:
    for number in sheet.rows:
        if number <= header:
            continue
        by_column: dict[int, Cell] = {cell.column: cell for cell in filled(sheet, number)}
        cells = {name: by_column[column] for name, column in heads.items() if column in by_column}
        if "scheme_id" not in cells and "name" not in cells:
            continue
        scheme = {name: cells[name].line if name in cells else "" for name in _TELLS if name in heads}
        for name in ("scheme_type", "source"):
            if name in scheme:
                scheme[name] = read.lists.read(name, scheme[name]) or scheme[name]
        values: Values = {
            "issues": words_of(cells.get("issues")),
            "explanation": words_of(cells.get("explanation")),
        }
        read.take_amount(values, "spend", sheet.name, cells.get("spend"))
        delivered = cells.get("outputs")
        not_asked = delivered is not None and delivered.line.upper() in {"NA", "N/A"}
        values["outputs"] = read.take_number(values, "outputs", sheet.name, None if not_asked else delivered)
        refs = {name: f"{column_letters(heads[name])}{number}" for name in _TYPED if name in heads}
        read.actuals.append(ReadActual(sheet.name, number, scheme, values, refs))
