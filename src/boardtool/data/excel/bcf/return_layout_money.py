"""The sheet of income and expenditure in the layout of a return: each source, the pool, the total spend."""

from typing import TYPE_CHECKING

from boardtool.data.excel.bcf.layout_sheets import Looks, at
from boardtool.domain.bcf.returns import Part, Return

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_COMMENTS = "Please provide any comments that may be useful for local context"


def write_money(sheet: "Worksheet", made: Return, looks: Looks) -> None:
    """Sources with their planned and actual income, the pool worked out from them, and the spend."""
    sheet.write_string("B7", "Income", looks.heading)
    row = 9
    sources = []
    for entry in made.part(Part.INCOME):
        _source(sheet, row, entry.label, looks)
        sources.append(row)
        row += 2
    if sources:
        _pool(sheet, row + 1, sources, made.year, looks)
        row += 4
    for entry in made.part(Part.DISCHARGE):
        sheet.write_string(at(row, 2), entry.label, looks.text)
        sheet.write_blank(at(row, 3), None, looks.typed_money)
        sheet.write_string(at(row, 5), "Actual", looks.text)
        sheet.write_blank(at(row, 6), None, looks.typed_money)
        row += 1
    sheet.write_string(at(row + 1, 2), _COMMENTS, looks.text)
    sheet.write_blank(at(row + 1, 3), None, looks.typed)
    _spend(sheet, row + 4, looks)


def _source(sheet: "Worksheet", row: int, label: str, looks: Looks) -> None:
    sheet.write_string(at(row, 2), label, looks.text)
    sheet.write_blank(at(row, 3), None, looks.money)
    sheet.write_string(at(row, 5), f"Do you wish to change your actual {label}?", looks.text)
    for column in (6, 7):
        sheet.write_blank(at(row, column), None, looks.typed)
    sheet.write_string(at(row + 1, 5), "Actual (only if changed)", looks.text)
    sheet.write_blank(at(row + 1, 6), None, looks.typed_money)


def _pool(sheet: "Worksheet", row: int, sources: list[int], year: str, looks: Looks) -> None:
    """The whole pool below its headings; a source that did not change brought what was planned."""
    planned = "+".join(at(one, 3) for one in sources)
    actual = "+".join(f'IF({at(one + 1, 6)}="",{at(one, 3)},{at(one + 1, 6)})' for one in sources)
    sheet.write_string(at(row, 3), f"Planned {year}", looks.heading)
    sheet.write_string(at(row, 6), f"Actual {year}", looks.heading)
    sheet.write_string(at(row + 1, 2), "Total BCF Pooled Fund", looks.heading)
    sheet.write_formula(at(row + 1, 3), f"={planned}", looks.money, "")
    sheet.write_formula(at(row + 1, 6), f"={actual}", looks.money, "")


def _spend(sheet: "Worksheet", row: int, looks: Looks) -> None:
    rows = (
        ("Expenditure", looks.text),
        ("Plan", looks.typed_money),
        ("Do you wish to change your actual BCF expenditure?", looks.typed),
        ("Actual", looks.typed_money),
        (_COMMENTS, looks.typed),
    )
    for number, (label, look) in enumerate(rows, row):
        sheet.write_string(at(number, 2), label, looks.text)
        sheet.write_blank(at(number, 3), None, look)
