"""A workbook with cells that a person put right while importing it; the file itself stays as it is."""

from collections.abc import Sequence
from dataclasses import replace

from boardtool.data.excel.workbook import CellKind, Sheet, Workbook, column_number
from boardtool.domain.cell_refs import letters_of, row_of
from boardtool.domain.errors import InputRefusedError
from boardtool.domain.imports import Mend


def mended(workbook: Workbook, mends: Sequence[Mend]) -> Workbook:
    """The workbook as it would be if the sender had put these cells right.

    Raises:
        InputRefusedError: there is no such sheet, or nothing stands in a cell that is named.
    """
    sheets = {sheet.name: sheet for sheet in workbook.sheets}
    for mend in mends:
        sheet = _sheet_of(workbook, mend)
        sheets[sheet.name] = _put_right(sheets[sheet.name], mend)
    return replace(workbook, sheets=tuple(sheets[sheet.name] for sheet in workbook.sheets))


def held_in(workbook: Workbook, mend: Mend) -> Mend:
    """The mend with its sheet by name, and with what the file holds in the cell.

    Raises:
        InputRefusedError: there is no such sheet, or nothing stands in the cell.
    """
    sheet = _sheet_of(workbook, mend)
    cell = sheet.at(mend.cell)
    if cell is None:
        raise InputRefusedError(
            f"Nothing stands in {mend.cell} of “{sheet.name}”, so nothing can be put right there."
        )
    return replace(mend, sheet=sheet.name, held=cell.line)


def _sheet_of(workbook: Workbook, mend: Mend) -> Sheet:
    if mend.sheet:
        found = workbook.sheet(mend.sheet)
        if found is None:
            raise InputRefusedError(f"There is no sheet “{mend.sheet}” whose {mend.cell} could be put right.")
        return found
    if len(workbook.shown) != 1:
        names = ", ".join(f"“{sheet.name}”" for sheet in workbook.shown[:8])
        raise InputRefusedError(f"Say in which sheet {mend.cell} is, such as SHEET!{mend.cell}: {names}.")
    return workbook.shown[0]


def _put_right(sheet: Sheet, mend: Mend) -> Sheet:
    row, column = row_of(mend.cell), column_number(letters_of(mend.cell))
    places = range(len(sheet.texts))
    at = {
        place for place in places if sheet.row_numbers[place] == row and sheet.column_numbers[place] == column
    }
    if mend.text:
        kinds = "".join(CellKind.TEXT if place in at else sheet.kinds[place] for place in places)
        texts = [mend.text if place in at else sheet.texts[place] for place in places]
        return replace(sheet, kinds=kinds, texts=texts)
    kept = [place for place in places if place not in at]
    return replace(
        sheet,
        row_numbers=[sheet.row_numbers[place] for place in kept],
        column_numbers=[sheet.column_numbers[place] for place in kept],
        kinds="".join(sheet.kinds[place] for place in kept),
        texts=[sheet.texts[place] for place in kept],
    )
