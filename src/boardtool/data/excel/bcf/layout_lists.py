"""The hidden sheet of a layout that its drop-downs take their words from."""

from typing import TYPE_CHECKING

from boardtool.data.excel.workbook import column_letters

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from boardtool.data.excel.bcf.layout_sheets import Layout

FIRST_OF_SUB_TYPES = 12
MOST_SUB_TYPES = 20
_FIELDS = ("scheme_type", "area_of_spend", "commissioner", "provider", "source", "new_existing", "objective")


def write_lists(layout: "Layout", sheet: "Worksheet") -> None:
    """Every list in a column of its own; then each scheme type with its sub types below it, and the units."""
    for column, name in enumerate(_FIELDS, 1):
        words = layout.lists.options(name)
        sheet.write_string(0, column - 1, name)
        for row, word in enumerate(words, 1):
            sheet.write_string(row, column - 1, word)
        letters = column_letters(column)
        layout.names_of_lists[name] = f"=Lists!${letters}$2:${letters}${max(2, len(words) + 1)}"
    sheet.write_string(0, len(_FIELDS), "Yes/No")
    sheet.write_column(1, len(_FIELDS), ["Yes", "No"])
    letters = column_letters(len(_FIELDS) + 1)
    layout.names_of_lists["answer"] = f"=Lists!${letters}$2:${letters}$3"
    units = column_letters(len(_FIELDS) + 2)
    for row, kind in enumerate(layout.lists.types, 1):
        sheet.write_string(row, len(_FIELDS) + 1, kind.unit)
    layout.names_of_lists["unit"] = f"Lists!${units}$2:${units}${len(layout.lists.types) + 1}"
    for place, kind in enumerate(layout.lists.types):
        sheet.write_string(0, FIRST_OF_SUB_TYPES - 1 + place, kind.name)
        for row, word in enumerate(kind.sub_types, 1):
            sheet.write_string(row, FIRST_OF_SUB_TYPES - 1 + place, word)
    first = column_letters(FIRST_OF_SUB_TYPES)
    last = column_letters(FIRST_OF_SUB_TYPES + len(layout.lists.types) - 1)
    layout.names_of_lists["heads"] = f"Lists!${first}$1:${last}$1"
    layout.names_of_lists["top"] = f"Lists!${first}$2"
    sheet.hide()
