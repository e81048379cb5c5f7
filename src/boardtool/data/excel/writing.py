"""A workbook of our own: real dates, text that stays text, headings that stay in sight."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING

from boardtool.domain.dates import long_date
from boardtool.domain.documents import ActionLogPaper, LoggedAction

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

COLUMNS = (
    ("Action No", 14),
    ("Action point", 60),
    ("Allocated to", 26),
    ("Due", 18),
    ("Progress", 44),
    ("Status", 14),
    ("Completed on", 18),
)
_LAST = len(COLUMNS) - 1
_HEADING_ROW = 2
_LETTERS_A_UNIT = 1.1  # a column is as wide as so many figures, and letters are narrower
_HIGHEST = 400  # Excel itself stops at 409 points
_DATE = "d mmmm yyyy"


@dataclass(frozen=True, slots=True)
class _Formats:
    title: "Format"
    section: "Format"
    heading: "Format"
    text: "Format"
    day: "Format"


def action_log_bytes(paper: ActionLogPaper) -> bytes:
    """The log as the real one is laid out: open actions, then those completed, on one sheet.

    A cell that begins with "=" is text; numbers of actions are text, so no leading zero is lost.
    """
    import xlsxwriter

    written = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(written, options) as workbook:
        _set_properties(workbook, paper)
        formats = _formats(workbook)
        sheet = workbook.add_worksheet("Action Log")
        _set_page(sheet, paper)
        sheet.merge_range(0, 0, 0, _LAST, "", formats.title)
        sheet.write_string(0, 0, f"{paper.board} Action Log", formats.title)
        end = _write_table(sheet, _HEADING_ROW, paper.open, formats)
        sheet.autofilter(_HEADING_ROW, 0, max(end - 1, _HEADING_ROW), _LAST)
        sheet.set_row(end + 1, 26)
        sheet.merge_range(end + 1, 0, end + 1, _LAST, "", formats.section)
        sheet.write_string(end + 1, 0, paper.completed_heading, formats.section)
        _write_table(sheet, end + 2, paper.completed, formats)
    return written.getvalue()


def _set_properties(workbook: "Workbook", paper: ActionLogPaper) -> None:
    workbook.set_properties(
        {
            "title": f"Action log: {paper.board}, {long_date(paper.as_of)}",
            "author": paper.council or paper.board,
            "created": datetime.combine(paper.as_of, time(12)),
        }
    )


def _formats(workbook: "Workbook") -> _Formats:
    font = {"font_name": "Arial", "font_size": 11, "font_color": "#1E1B22", "valign": "vcenter"}
    ruled = font | {"text_wrap": True, "bottom": 1, "bottom_color": "#CFCBD4"}
    return _Formats(
        title=workbook.add_format(font | {"bold": True, "font_size": 16}),
        section=workbook.add_format(font | {"bold": True, "font_size": 13}),
        heading=workbook.add_format(ruled | {"bold": True, "bg_color": "#F4F3F5", "bottom_color": "#8C8792"}),
        text=workbook.add_format(ruled | {"num_format": "@"}),
        day=workbook.add_format(ruled | {"num_format": _DATE, "align": "left"}),
    )


def _set_page(sheet: "Worksheet", paper: ActionLogPaper) -> None:
    for index, (_, width) in enumerate(COLUMNS):
        sheet.set_column(index, index, width)
    sheet.set_row(0, 28)
    sheet.freeze_panes(_HEADING_ROW + 1, 1)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEADING_ROW)
    # "&" begins a code in a footer, so a name's own is doubled
    sheet.set_footer(f"&L{paper.board.replace('&', '&&')}&RPage &P of &N")


def _write_table(sheet: "Worksheet", row: int, actions: Sequence[LoggedAction], formats: _Formats) -> int:
    """Write the heading at `row` and the actions below; gives the first row after them."""
    for index, (heading, _) in enumerate(COLUMNS):
        sheet.write_string(row, index, heading, formats.heading)
    for offset, action in enumerate(actions, start=1):
        _write_action(sheet, row + offset, action, formats)
    return row + len(actions) + 1


def row_height(texts: Sequence[str], widths: Sequence[int]) -> int:
    """How high a row must be, in points: not every program fits wrapped text by itself."""
    lines = (
        sum(max(1, ceil(len(line) / (width * _LETTERS_A_UNIT))) for line in text.split("\n"))
        for text, width in zip(texts, widths, strict=True)
    )
    return min(max(lines) * 15 + 8, _HIGHEST)


def _write_action(sheet: "Worksheet", row: int, action: LoggedAction, formats: _Formats) -> None:
    owners = "/".join(action.owners)
    texts = (action.number, action.text, owners, "", action.progress, action.status, "")
    sheet.set_row(row, row_height(texts, [width for _, width in COLUMNS]))
    sheet.write_string(row, 0, action.number, formats.text)
    sheet.write_string(row, 1, action.text, formats.text)
    sheet.write_string(row, 2, owners, formats.text)
    _write_day(sheet, row, 3, action.due, formats)
    sheet.write_string(row, 4, action.progress, formats.text)
    sheet.write_string(row, 5, action.status, formats.text)
    _write_day(sheet, row, 6, action.completed_on, formats)


def _write_day(sheet: "Worksheet", row: int, column: int, day: date | None, formats: _Formats) -> None:
    if day is None:
        sheet.write_blank(row, column, None, formats.day)
    else:
        sheet.write_datetime(row, column, datetime.combine(day, time()), formats.day)
