"""How each sheet of a metrics workbook is written: its letters, its rows, and how it is printed."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from boardtool.data.excel.writing import row_height

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

Formats = Mapping[str, "Format"]
HEADING_ROW = 3
_A4 = 9
_ONE_LINE = row_height([""], [1])
_TITLE = 24


def formats_of(workbook: "Workbook") -> Formats:
    font = {"font_name": "Arial", "font_size": 11, "font_color": "#1E1B22", "valign": "top"}
    head = {"bold": True, "bg_color": "#F4F3F5", "bottom": 1, "bottom_color": "#8C8792", "text_wrap": True}
    return {
        "title": workbook.add_format(font | {"bold": True, "font_size": 16}),
        "said": workbook.add_format(font | {"text_wrap": True}),
        "heading": workbook.add_format(font | head | {"indent": 1}),
        "figures": workbook.add_format(font | head | {"align": "right"}),
        "text": workbook.add_format(font | {"num_format": "@", "text_wrap": True, "indent": 1}),
        "number": workbook.add_format(font | {"num_format": "#,##0.0##"}),
    }


def write_headings(
    sheet: "Worksheet", row: int, headings: Sequence[str], formats: Formats, *, figures: range = range(0)
) -> None:
    """Headings over columns; those of `figures` stand at the right, over their numbers."""
    for column, heading in enumerate(headings):
        sheet.write_string(row, column, heading, formats["figures" if column in figures else "heading"])


def write_row(sheet: "Worksheet", row: int, values: Sequence[object], formats: Formats) -> None:
    """Numbers as numbers, everything else as text that no program takes for a formula."""
    for column, value in enumerate(values):
        if isinstance(value, float):
            sheet.write_number(row, column, value, formats["number"])
        elif value is not None:
            sheet.write_string(row, column, str(value), formats["text"])


def fit_row(sheet: "Worksheet", row: int, values: Sequence[object], widths: Sequence[int]) -> None:
    """Make a row as high as its longest text needs, where that is more than a line."""
    height = row_height([value if isinstance(value, str) else "" for value in values], widths)
    if height > _ONE_LINE:
        sheet.set_row(row, height)


def set_widths(sheet: "Worksheet", widths: Sequence[int]) -> None:
    """Widths of columns in letters, from the first on."""
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)


def write_title(sheet: "Worksheet", words: str, formats: Formats) -> None:
    sheet.write_string(0, 0, words, formats["title"])
    sheet.set_row(0, _TITLE)


def set_page(
    sheet: "Worksheet", name: str, *, heading_row: int, scale: int, breaks: Sequence[int] = ()
) -> None:
    """A4 across at a scale in per cent, broken before the columns of `breaks`.

    Headings and the first column are on each page, the name and the page's number at its foot.
    """
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.repeat_rows(heading_row)
    sheet.set_footer(f"&L{name.replace('&', '&&')}&RPage &P of &N")
    sheet.set_print_scale(scale)
    if breaks:
        sheet.set_v_pagebreaks(list(breaks))
