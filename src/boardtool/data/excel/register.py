"""The register of requests to address a meeting as a workbook: real dates, text that stays text."""

from datetime import datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

from boardtool.data.excel.writing import row_height
from boardtool.domain.dates import long_date
from boardtool.domain.documents import RegisteredRequest, RegisterPaper

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

COLUMNS = (
    ("Name", 26),
    ("Organisation", 26),
    ("Contact", 30),
    ("Item", 34),
    ("Subject", 34),
    ("Received", 20),
    ("Route", 14),
    ("Late", 8),
    ("Decision", 14),
    ("Decided by", 20),
    ("Decided on", 18),
    ("Reason", 34),
    ("Minutes", 10),
    ("Spoke", 14),
)
_HEADING_ROW = 2
_RECEIVED, _DECIDED_ON, _MINUTES = 5, 10, 12


def register_bytes(paper: RegisterPaper) -> bytes:
    """One sheet, private; a cell that begins with "=" is text."""
    import xlsxwriter

    written = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    sitting = paper.sitting
    title = f"Requests to address the meeting of {long_date(sitting.date)}"
    with xlsxwriter.Workbook(written, options) as workbook:
        workbook.set_properties(
            {
                "title": f"{title}: {sitting.board}",
                "author": sitting.council or sitting.board,
                "created": datetime.combine(sitting.date, time(12)),
            }
        )
        font = {"font_name": "Arial", "font_size": 11, "font_color": "#1E1B22", "valign": "vcenter"}
        ruled = font | {"text_wrap": True, "bottom": 1, "bottom_color": "#CFCBD4"}
        sheet = workbook.add_worksheet("Requests")
        sheet.write_string(0, 0, title, workbook.add_format(font | {"bold": True, "font_size": 16}))
        sheet.write_string(
            1, 0, "Private: it holds addresses of people. Not for publication.", workbook.add_format(font)
        )
        heading = workbook.add_format(ruled | {"bold": True, "bg_color": "#F4F3F5"})
        for index, (words, width) in enumerate(COLUMNS):
            sheet.set_column(index, index, width)
            sheet.write_string(_HEADING_ROW, index, words, heading)
        formats = {
            "text": workbook.add_format(ruled | {"num_format": "@"}),
            "day": workbook.add_format(ruled | {"num_format": "d mmmm yyyy", "align": "left"}),
            "moment": workbook.add_format(ruled | {"num_format": "d mmm yyyy hh:mm", "align": "left"}),
            "number": workbook.add_format(ruled | {"num_format": "0"}),
        }
        for row, request in enumerate(paper.requests, start=_HEADING_ROW + 1):
            _write(sheet, row, request, formats)
        sheet.autofilter(_HEADING_ROW, 0, _HEADING_ROW + max(len(paper.requests), 1), len(COLUMNS) - 1)
        sheet.freeze_panes(_HEADING_ROW + 1, 1)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(_HEADING_ROW)
    return written.getvalue()


def _write(sheet: "Worksheet", row: int, each: RegisteredRequest, formats: dict[str, "Format"]) -> None:
    texts = (
        each.name, each.organisation, each.contact, each.item, each.subject, "", each.route,
        "yes" if each.late else "", each.decision, each.decided_by, "", each.reason, "", each.spoke,
    )  # fmt: skip
    sheet.set_row(row, row_height(texts, [width for _, width in COLUMNS]))
    for index, text in enumerate(texts):
        if index in {_DECIDED_ON, _MINUTES}:
            sheet.write_blank(row, index, None, formats["text"])
        else:
            sheet.write_string(row, index, text, formats["text"])
    sheet.write_datetime(row, _RECEIVED, each.received_at, formats["moment"])
    if each.decided_on is not None:
        sheet.write_datetime(row, _DECIDED_ON, datetime.combine(each.decided_on, time()), formats["day"])
    if each.minutes:
        sheet.write_number(row, _MINUTES, each.minutes, formats["number"])
