"""The Expenditure sheet of a layout: running balances, required spend, completeness, and the scheme table."""

from typing import TYPE_CHECKING

from boardtool.data.excel.bcf.layout_sheets import at
from boardtool.data.excel.workbook import column_letters
from boardtool.domain.bcf.cells import FIELDS, CellKind
from boardtool.domain.bcf.lists import ACUTE, NHS_MINIMUM, SOCIAL_CARE

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from boardtool.data.excel.bcf.layout_sheets import Layout

HEADER = 33
_FIRST_COLUMN = 2
_WIDTHS = {"description": 60, "name": 34, "scheme_type": 40, "sub_type": 40, "source": 28, "comment": 40}
_AMOUNTS = ("expenditure", "expenditure_2")


def write_schemes(layout: "Layout", sheet: "Worksheet") -> None:
    """The whole sheet; the table begins below row 33."""
    columns = {column.field: _FIRST_COLUMN + place for place, column in enumerate(layout.lists.columns)}
    layout.begin(sheet, (16, *(_WIDTHS.get(name, 18) for name in columns)))
    sheet.freeze_panes(HEADER, 3)
    for period, name in enumerate(_AMOUNTS[: len(layout.lists.periods)]):
        layout.spend[period] = (
            _column(layout, columns["scheme_type"], layout.schemes),
            _column(layout, columns[name], layout.schemes),
            name,
        )
    _write_balances(layout, sheet, columns)
    _write_required(layout, sheet, columns)
    _write_completeness(layout, sheet, columns)
    _write_table(layout, sheet, columns)


def _column(layout: "Layout", column: int, sheet: str = "") -> str:
    """The cells of a column of the table, as a formula names them."""
    letters = column_letters(column)
    prefix = f"'{sheet}'!" if sheet else ""
    return f"{prefix}${letters}${HEADER + 1}:${letters}${HEADER + layout.room}"


def _spent(layout: "Layout", columns: dict[str, int], period: int) -> str:
    """The amounts that count: in an update the new one, else the one entered before, worked out beside."""
    if layout.lists.rules.update:
        return _column(layout, _helper(columns))
    return _column(layout, columns[_AMOUNTS[period]])


def _helper(columns: dict[str, int]) -> int:
    """The first column of the sheet's own arithmetic, to the right of the table."""
    return max(columns.values()) + 3


def _write_balances(layout: "Layout", sheet: "Worksheet", columns: dict[str, int]) -> None:
    looks = layout.looks
    sheet.write_string("C8", "Running Balances", looks.heading)
    sources = _column(layout, columns["source"])
    for period, _ in enumerate(layout.lists.periods):
        for place, head in enumerate(("Income", "Expenditure", "Balance")):
            sheet.write_string(at(8, 4 + 3 * period + place), head, looks.heading)
    for row, source in enumerate(layout.lists.sources, 9):
        sheet.write_string(at(row, 3), source.name, looks.text)
        layout.balances[source.name] = []
        for period in range(len(layout.lists.periods)):
            first = 4 + 3 * period
            income = layout.income_totals[source.name][period]
            spent = f"=SUMIFS({_spent(layout, columns, period)},{sources},$C${row})"
            sheet.write_formula(at(row, first), f"={income}", looks.money, "")
            sheet.write_formula(at(row, first + 1), spent, looks.money, "")
            balance = f"={at(row, first)}-{at(row, first + 1)}"
            sheet.write_formula(at(row, first + 2), balance, looks.money, "")
            layout.balances[source.name].append((income, f"'{layout.schemes}'!{at(row, first + 1)}"))


def _write_required(layout: "Layout", sheet: "Worksheet", columns: dict[str, int]) -> None:
    looks, lists = layout.looks, layout.lists
    sheet.write_string("C18", "Required Spend", looks.heading)
    heads = ("Minimum Required Spend", "Planned Spend", "Under Spend")
    for period, _ in enumerate(lists.periods):
        for place, head in enumerate(heads):
            sheet.write_string(at(19, 4 + 3 * period + place), head, looks.heading)
    body = "CCG" if lists.nhs_word == "CCG" else "ICB"
    rows = [f"Adult Social Care services spend from the minimum {body} allocations"]
    if lists.rules.out_of_hospital:
        rows.insert(
            0, f"{lists.nhs_word} Commissioned Out of Hospital spend from the minimum {body} allocation"
        )
    for row, name in enumerate(rows, 20):
        sheet.write_string(at(row, 3), name, looks.text)
        layout.fences[name] = []
        for period in range(len(lists.periods)):
            first = 4 + 3 * period
            planned = (
                _social(layout, columns, period)
                if name.startswith("Adult")
                else _outside(layout, columns, period)
            )
            sheet.write_blank(at(row, first), None, looks.typed_money)
            sheet.write_formula(at(row, first + 1), planned, looks.money, "")
            sheet.write_formula(
                at(row, first + 2), f"=MAX(0,{at(row, first)}-{at(row, first + 1)})", looks.money, ""
            )
            layout.fences[name].append(
                (f"'{layout.schemes}'!{at(row, first)}", f"'{layout.schemes}'!{at(row, first + 1)}")
            )


def _minimum(layout: "Layout") -> str:
    source = layout.lists.source_with(NHS_MINIMUM)
    return source.name if source else ""


def _social(layout: "Layout", columns: dict[str, int], period: int) -> str:
    return (
        f"=SUMIFS({_spent(layout, columns, period)},{_column(layout, columns['source'])},"
        f'"{_minimum(layout)}",{_column(layout, columns["area_of_spend"])},"{SOCIAL_CARE}")'
    )


def _outside(layout: "Layout", columns: dict[str, int], period: int) -> str:
    """What the NHS commissions outside acute care: the whole of its lines, its share of joint ones."""
    spent, shares = _spent(layout, columns, period), _column(layout, columns["nhs_share"])
    of_minimum = f'({_column(layout, columns["source"])}="{_minimum(layout)}")'
    not_acute = f'({_column(layout, columns["area_of_spend"])}<>"{ACUTE}")'
    by = _column(layout, columns["commissioner"])
    word = layout.lists.nhs_word
    nhs = f'SUMPRODUCT({of_minimum}*{not_acute}*({by}="{word}"),{spent})'
    joint = f'SUMPRODUCT({of_minimum}*{not_acute}*({by}="Joint"),{spent},{shares})'
    return f"={nhs}+{joint}"


def _write_completeness(layout: "Layout", sheet: "Worksheet", columns: dict[str, int]) -> None:
    looks = layout.looks
    sheet.write_string("A30", "Column complete:", looks.text)
    key = _column(layout, columns["scheme_type"])
    asked = {
        "scheme_id",
        "name",
        "description",
        "scheme_type",
        "area_of_spend",
        "provider",
        "source",
        *_AMOUNTS,
    }
    for name, column in columns.items():
        lacking = f'SUMPRODUCT(({key}<>"")*({_column(layout, column)}=""))'
        formula = (
            f'=IF(OR(SUMPRODUCT(--({key}<>""))=0,{lacking}>0),"No","Yes")' if name in asked else '="Yes"'
        )
        sheet.write_formula(at(30, column), formula, looks.computed, "")
    last = at(30, max(columns.values()))
    sheet.write_string("A31", "Sheet complete", looks.text)
    sheet.write_formula("C31", f'=IF(COUNTIF(B30:{last},"No")=0,"Yes","No")', looks.computed, "")


def _write_table(layout: "Layout", sheet: "Worksheet", columns: dict[str, int]) -> None:
    looks, lists = layout.looks, layout.lists
    for words in lists.columns:
        sheet.write_string(at(HEADER, columns[words.field]), words.heading, looks.heading)
    first, last = HEADER + 1, HEADER + layout.room
    for name, column in columns.items():
        look = _look(layout, name)
        for row in range(first, last + 1):
            if name == "la_share":
                share = at(row, columns["nhs_share"])
                sheet.write_formula(at(row, column), f'=IF({share}="","",1-{share})', looks.share, "")
            elif name == "unit":
                unit = _unit(layout, at(row, columns["scheme_type"]))
                sheet.write_formula(at(row, column), unit, looks.computed, "")
            else:
                sheet.write_blank(at(row, column), None, look)
        _validate(layout, sheet, name, columns, first, last)
    if lists.rules.update:
        _write_counting(layout, sheet, columns)


def _unit(layout: "Layout", kind: str) -> str:
    """The unit of a type, looked up in the hidden lists."""
    types, units = layout.names_of_lists["scheme_type"][1:], layout.names_of_lists["unit"]
    return f'=IFERROR(INDEX({units},MATCH({kind},{types},0))&"","")'


def _write_counting(layout: "Layout", sheet: "Worksheet", columns: dict[str, int]) -> None:
    """Which amount counts in an update: the new one where there is one, also 0, else the one before."""
    helper = _helper(columns)
    sheet.set_column(helper - 1, helper - 1, None, None, {"hidden": True})
    for row in range(HEADER + 1, HEADER + layout.room + 1):
        now, before = at(row, columns["expenditure"]), at(row, columns["previous_expenditure"])
        formula = f"=IF(ISNUMBER({now}),{now},IF(ISNUMBER({before}),{before},0))"
        sheet.write_formula(at(row, helper), formula, layout.looks.money, "")


def _look(layout: "Layout", name: str) -> "Format":
    kind = FIELDS[name].kind if name in FIELDS else CellKind.TEXT
    if kind is CellKind.MONEY:
        return layout.looks.typed_money
    return layout.looks.typed_share if kind is CellKind.SHARE else layout.looks.typed


def _validate(
    layout: "Layout", sheet: "Worksheet", name: str, columns: dict[str, int], first: int, last: int
) -> None:
    """The drop-downs; that of a sub type depends on the type of its line."""
    source = layout.names_of_lists.get(name) if name != "unit" else None
    if name == "sub_type":
        kind = f"${column_letters(columns['scheme_type'])}{first}"
        heads, top = layout.names_of_lists["heads"], layout.names_of_lists["top"]
        place = f"MATCH({kind},{heads},0)-1"
        source = f"=OFFSET({top},0,{place},MAX(1,COUNTA(OFFSET({top},0,{place},20,1))),1)"
    if name == "wish_to_update":
        source = layout.names_of_lists["answer"]
    if source is not None:
        cells = f"{at(first, columns[name])}:{at(last, columns[name])}"
        # A word that is in no list yet is warned of and kept: the plan's checks say what to do about it.
        rule = {"validate": "list", "source": source, "ignore_blank": True, "error_type": "warning"}
        sheet.data_validation(cells, rule)
