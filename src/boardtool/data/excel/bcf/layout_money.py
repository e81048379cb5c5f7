"""The Income sheet of a layout: a block for each source, with its total, and the whole pool."""

from typing import TYPE_CHECKING

from boardtool.data.excel.bcf.layout_sheets import at
from boardtool.domain.bcf.lists import DFG, IBCF, LA_ADDITIONAL, NHS_ADDITIONAL, NHS_MINIMUM
from boardtool.domain.cell_refs import letters_of

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from boardtool.data.excel.bcf.layout_sheets import Layout

_ROWS = 4
_ORDER = (DFG, IBCF, "la_discharge", "icb_discharge", LA_ADDITIONAL, NHS_MINIMUM, NHS_ADDITIONAL)
_QUESTIONS = {
    LA_ADDITIONAL: "Are any additional LA Contributions being made in {}? If yes, please detail below",
    NHS_ADDITIONAL: "Are any additional {} Contributions being made in {}? If yes, please detail below",
}


def write_income(layout: "Layout", sheet: "Worksheet") -> None:
    """The blocks in their order, each with rows to type in; totals are worked out."""
    looks, lists = layout.looks, layout.lists
    periods = len(lists.periods)
    layout.begin(sheet, (2, 60, *(24,) * periods, 60))
    row = 8
    for key in _ORDER:
        source = lists.source_with(key)
        if source is None:
            continue
        if key in _QUESTIONS:
            word = "CCG" if lists.nhs_word == "CCG" else "ICB"
            said = (lists.periods[0],) if key == LA_ADDITIONAL else (word, lists.periods[0])
            sheet.write_string(at(row, 2), _QUESTIONS[key].format(*said), looks.text)
            sheet.write_blank(at(row, 3), None, looks.typed)
            sheet.data_validation(at(row, 3), {"validate": "list", "source": layout.names_of_lists["answer"]})
            row += 2
        sheet.write_string(at(row, 2), _heading(key, source.name, lists.nhs_word), looks.heading)
        for period in range(periods):
            head = "Contribution" if periods == 1 else f"Contribution Yr {period + 1}"
            sheet.write_string(at(row, 3 + period), head, looks.heading)
        comments = 3 + periods
        sheet.write_string(at(row, comments), "Comments - specific uses or sources of funding", looks.heading)
        for line in range(row + 1, row + 1 + _ROWS):
            sheet.write_blank(at(line, 2), None, looks.typed)
            for period in range(periods):
                sheet.write_blank(at(line, 3 + period), None, looks.typed_money)
            sheet.write_blank(at(line, comments), None, looks.typed)
        total = row + 1 + _ROWS
        sheet.write_string(at(total, 2), f"Total {source.name}", looks.text)
        layout.income_totals[source.name] = []
        for period in range(periods):
            column = 3 + period
            formula = f"=SUM({at(row + 1, column)}:{at(total - 1, column)})"
            sheet.write_formula(at(total, column), formula, looks.money, "")
            layout.income_totals[source.name].append(f"'{layout.income}'!{_fixed(total, column)}")
        row = total + 2
    _write_pool(layout, sheet, row)


def _heading(key: str, name: str, nhs_word: str) -> str:
    """The heading of a block, as the national workbook words it."""
    body = "CCG" if nhs_word == "CCG" else "ICB"
    return {
        DFG: "Disabled Facilities Grant (DFG)",
        IBCF: "iBCF Contribution" if name == "iBCF" else name,
        LA_ADDITIONAL: "Local Authority Additional Contribution",
        NHS_MINIMUM: f"{nhs_word} Minimum Contribution",
        NHS_ADDITIONAL: f"Additional {body} Contribution",
    }.get(key, name)


def _write_pool(layout: "Layout", sheet: "Worksheet", row: int) -> None:
    looks = layout.looks
    sheet.write_string(at(row + 1, 2), "Total BCF Pooled Budget", looks.heading)
    for period, year in enumerate(layout.lists.periods):
        sheet.write_string(at(row, 3 + period), year, looks.heading)
        cells = "+".join(totals[period] for totals in layout.income_totals.values())
        sheet.write_formula(at(row + 1, 3 + period), f"={cells}", looks.money, "")
    label = "Funding Contributions Comments\nOptional for any useful detail e.g. Carry over"
    sheet.write_string(at(row + 3, 2), label, looks.text)
    sheet.write_blank(at(row + 3, 3), None, looks.typed)


def _fixed(row: int, column: int) -> str:
    letters = letters_of(at(row, column))
    return f"${letters}${row}"
