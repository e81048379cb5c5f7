"""Tables in Word: fixed widths, a heading row that is repeated, rows that stay whole."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from boardtool.data.documents.pictures import add_sign
from boardtool.data.documents.sheet import Cell, Column, Table

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table as WordTable
    from docx.table import _Cell, _Row

_LONG = 900  # characters; a row with more may be broken over two pages


def add_table(document: "Document", table: Table, width_mm: int) -> None:
    added = document.add_table(rows=1, cols=len(table.columns), style="Ruled Table")
    added.autofit = False
    heading = added.rows[0]
    for cell, column in zip(heading.cells, table.columns, strict=True):
        cell.paragraphs[0].style = "Table Heading"
        cell.paragraphs[0].add_run(column.heading)
    _mark_row(heading, "w:tblHeader")
    for row in table.rows:
        _add_row(added, row)
    _set_widths(added, widths_mm(table.columns, width_mm))
    document.add_paragraph(style="After Table")  # Word joins two tables that touch


def widths_mm(columns: Sequence[Column], width_mm: int) -> tuple[int, ...]:
    """The columns' widths; those of width 0 share what is left."""
    shares = sum(column.width == 0 for column in columns)
    left = width_mm - sum(column.width for column in columns)
    return tuple(column.width or left // shares for column in columns)


def _add_row(table: "WordTable", cells: Sequence[Cell]) -> None:
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]  # python-docx forgot its types here
    if all(len(cell.text) <= _LONG for cell in cells):
        _mark_row(row, "w:cantSplit")
    for target, cell in zip(row.cells, cells, strict=True):
        _fill(target, cell)


def _fill(target: "_Cell", cell: Cell) -> None:
    paragraph = target.paragraphs[0]
    paragraph.style = "Table Text"
    if cell.sign is not None:
        add_sign(paragraph, cell.sign)
    paragraph.add_run(f"\u00a0{cell.text}" if cell.sign is not None and cell.text else cell.text)
    if cell.note:
        paragraph.add_run().add_break()
        paragraph.add_run(cell.note, style="Quiet")


def _mark_row(row: "_Row", name: str) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 - python-docx offers neither mark


def _set_widths(table: "WordTable", widths: Sequence[int]) -> None:
    from docx.shared import Mm

    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)
