"""The sheet of income and expenditure in the layout of a return: each source, the pool, the total spend."""

from typing import TYPE_CHECKING

from boardtool.data.excel.bcf.layout_sheets import Looks, at
from boardtool.data.excel.writing import row_height
from boardtool.domain.bcf.returns import Entry, Part, Return

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

WIDE, NARROW = 50, 24  # letters that the first two columns hold, and the others
_COMMENTS = "Please provide any comments that may be useful for local context"


def fit_height(sheet: "Worksheet", row: int, *texts: str) -> None:
    """Make a row as high as the texts of its columns need, from the first on."""
    widths = [WIDE if place < 2 else NARROW for place in range(len(texts))]  # noqa: PLR2004 - two are wide
    sheet.set_row(row - 1, row_height(texts, widths))


def write_money(sheet: "Worksheet", made: Return, looks: Looks) -> None:
    """Sources with their planned and actual income, the pool worked out from them, and the spend."""
    sheet.write_string("B7", "Income", looks.heading)
    row = 9
    sources = []
    for entry in made.part(Part.INCOME):
        _source(sheet, row, entry, looks)
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
    fit_height(sheet, row + 1, _COMMENTS, made.income_comment)
    sheet.write_string(at(row + 1, 2), _COMMENTS, looks.text)
    sheet.write_blank(at(row + 1, 3), None, looks.typed)
    _spend(sheet, row + 4, looks)
    fit_height(sheet, row + 8, _COMMENTS, made.spend_comment)


def _source(sheet: "Worksheet", row: int, entry: Entry, looks: Looks) -> None:
    label = entry.label
    question = f"Do you wish to change your actual {label}?"
    fit_height(sheet, row, label, "", "", question, "", entry.words)
    sheet.write_string(at(row, 2), label, looks.text)
    sheet.write_blank(at(row, 3), None, looks.money)
    sheet.write_string(at(row, 5), question, looks.text)
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
