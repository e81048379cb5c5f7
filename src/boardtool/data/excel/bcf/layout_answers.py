"""The Metrics sheet and the sheet of conditions of a layout."""

from typing import TYPE_CHECKING

from boardtool.data.excel.bcf.layout_sheets import at
from boardtool.domain.bcf.plans import Condition

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.worksheet import Worksheet

    from boardtool.data.excel.bcf.layout_sheets import Layout
    from boardtool.domain.bcf.lists import MetricWords, YearLists

_QUARTERS = ("Q1", "Q2", "Q3", "Q4")
_HEADINGS_2025 = "National Condition"


def write_metrics(layout: "Layout", sheet: "Worksheet") -> None:
    """A block for each metric: figures by period, why they were chosen, how they will be met."""
    layout.begin(sheet, (2, 50, 20, 16, 16, 16, 16, 60, 60))
    row = 9
    for words in layout.lists.metrics:
        row = _write_metric(layout, sheet, words, row) + 3


def _write_metric(layout: "Layout", sheet: "Worksheet", words: "MetricWords", row: int) -> int:
    """One block from a row on; the last row that it takes."""
    looks = layout.looks
    sheet.write_string(at(row, 2), f"{words.code} {words.name}", looks.heading)
    groups = _periods(layout, words)
    for place, group in enumerate(groups):
        row += 1
        for column, (period, kind) in enumerate(group, 4):
            sheet.write_string(at(row, column), f"{period}\n{kind.capitalize()}", looks.heading)
        if place == 0:
            sheet.write_string(at(row, 8), "Rationale for how ambition was set", looks.heading)
            sheet.write_string(at(row, 9), "Local plan to meet ambition", looks.heading)
            sheet.write_string(at(row + 1, 2), words.full_name, looks.text)
            sheet.write_blank(at(row + 1, 8), None, looks.typed)
            sheet.write_blank(at(row + 1, 9), None, looks.typed)
        if words.parts:
            row = _write_parts(layout, sheet, words, row + 1, len(group))
        else:
            row = _write_figures(layout, sheet, words, row + 1, len(group))
    return row


def _write_parts(layout: "Layout", sheet: "Worksheet", words: "MetricWords", row: int, count: int) -> int:
    """A row for each part of a metric; the last row that they take."""
    looks = layout.looks
    for number, part in enumerate(words.parts, row):
        sheet.write_string(at(number, 3), part.name, looks.text)
        look = looks.typed_share if part.unit == "%" else looks.typed
        for column in range(4, 4 + count):
            sheet.write_blank(at(number, column), None, look)
        for column in (8, 9):
            sheet.write_blank(at(number, column), None, looks.typed)
    return row + len(words.parts) - 1


def _write_figures(layout: "Layout", sheet: "Worksheet", words: "MetricWords", row: int, count: int) -> int:
    looks = layout.looks
    percent = words.unit == "%"
    sheet.write_string(at(row, 3), "Annual (%)" if percent else "Indicator value", looks.text)
    for column in range(4, 4 + count):
        if words.computed:
            times = "" if percent else f"*{words.multiplier}"
            formula = f'=IFERROR({at(row + 1, column)}/{at(row + 2, column)}{times},"")'
            sheet.write_formula(at(row, column), formula, looks.share if percent else looks.computed, "")
        else:
            sheet.write_blank(at(row, column), None, looks.typed_share if percent else looks.typed)
    if not words.computed:
        return row
    for number, label in enumerate(("Numerator", "Denominator"), row + 1):
        sheet.write_string(at(number, 3), label, looks.text)
        for column in range(4, 4 + count):
            sheet.write_blank(at(number, column), None, looks.typed)
    return row + 2


def _periods(layout: "Layout", words: "MetricWords") -> list[list[tuple[str, str]]]:
    """The periods of a metric's figures with their kinds, a list for each row of headings."""
    year = layout.lists.periods[0]
    before, earlier = _year_before(year), _year_before(_year_before(year))
    if words.frequency.startswith("quarter") or words.frequency.startswith("month"):
        return [
            [(f"{before} {quarter}", "actual") for quarter in _QUARTERS],
            [(f"{year} {quarter}", "plan") for quarter in _QUARTERS],
        ]
    return [[(earlier, "actual"), (before, "plan"), (before, "estimated"), (year, "plan")]]


def _year_before(year: str) -> str:
    first = int(year[:4]) - 1
    return f"{first}-{(first + 1) % 100:02d}"


def write_conditions(layout: "Layout", sheet: "Worksheet", held: "Sequence[Condition]") -> None:
    """Each condition with its lines of enquiry, whether it is met, and what is done where it is not."""
    looks, lists = layout.looks, layout.lists
    layout.begin(sheet, (2, 40, 60, 60, 40, 24, 50, 50, 40))
    for column, heading in enumerate(lists.conditions_columns, 2):
        sheet.write_string(at(7, column), heading, looks.heading)
    short = lists.conditions_columns[0].startswith(_HEADINGS_2025)
    for row, one in enumerate(held or _national(lists), 8):
        known = (one.requirement, one.enquiry, one.confirmed_through)
        told = known if short else (one.theme, one.code, *known)
        for column, text in enumerate(told, 2):
            sheet.write_string(at(row, column), text, looks.text)
        first = 2 + len(told)
        for column in range(first, 2 + len(lists.conditions_columns)):
            sheet.write_blank(at(row, column), None, looks.typed)
        sheet.data_validation(at(row, first), {"validate": "list", "source": layout.names_of_lists["answer"]})
        layout.answers.append((one.code, f"'{layout.conditions}'!{at(row, first)}"))


def _national(lists: "YearLists") -> "list[Condition]":
    """The conditions as the year's list words them."""
    return [
        Condition(
            place,
            place,
            one.code,
            one.theme,
            one.requirement,
            "\n".join(one.enquiry),
            "\n".join(one.confirmed_through),
        )
        for place, one in enumerate(lists.conditions)
    ]
