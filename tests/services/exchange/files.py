"""Makers of the small files that import tests read: workbooks from rows, minutes from a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
import xlsxwriter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

AGENDA = ("Item", "Subject", "Presenting Officer", "Time", "Page no.")
ACTIONS = ("Action No", "Action point", "Allocated to", "Due", "Progress", "Status")
MEMBERS = ("Name", "Post / organisation", "Role on board")


def a_workbook(
    file: Path, headings: Sequence[str], rows: Sequence[Sequence[str]], *, sheet: str = "Sheet"
) -> Path:
    """A workbook of one sheet with a heading row and rows of text."""
    with xlsxwriter.Workbook(file) as book:
        page = book.add_worksheet(sheet)
        for number, row in enumerate((headings, *rows)):
            page.write_row(number, 0, row)
    return file


def some_minutes(
    file: Path,
    minutes: Mapping[str, Sequence[str]],
    *,
    present: Sequence[str] = (),
    actions: Sequence[Sequence[str]] = (),
) -> Path:
    """Minutes of 5 July 2022 in Word: heading → paragraphs ("RESOLVED that: …" among them).

    `actions` (number, text, owner) stand in a table under the last minute.
    """
    document = docx.Document()
    document.add_paragraph("Health and Wellbeing Board")
    document.add_paragraph("At 1.30pm on Tuesday 5 July 2022")
    document.add_paragraph("Present:-")
    for person in present:
        document.add_paragraph(person)
    for number, (heading, paragraphs) in enumerate(minutes.items(), start=25):
        document.add_heading(f"{number}. {heading}", level=2)
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
    if actions:
        table = document.add_table(rows=0, cols=3)
        for row in (("Action No", "Action point", "Allocated to"), *actions):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    document.add_paragraph("There being no further business the meeting closed at 4.43pm.")
    document.save(str(file))
    return file
