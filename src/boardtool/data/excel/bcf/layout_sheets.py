"""What the sheets of a layout share: their names, looks and titles; the cover, the guidance, the summary."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from boardtool.data.excel.workbook import column_letters
from boardtool.domain.bcf.lists import YearLists

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

BOARD_CELL = "'2. Cover'!$C$12"
MONEY = "£#,##0.00;[Red]-£#,##0.00"
_NOT_NATIONAL = (
    "A workbook in the layout of the national template, made by boardtool. It is not the national template, "
    "and is no substitute for it: fill the national file itself from boardtool. Sheets, columns, lists and "
    "wording are as they are known here; the list files of boardtool say how sure each item is."
)


@dataclass(frozen=True, slots=True)
class Looks:
    """The formats of cells: yellow is typed in, grey is worked out."""

    title: "Format"
    heading: "Format"
    text: "Format"
    typed: "Format"
    typed_money: "Format"
    typed_share: "Format"
    money: "Format"
    share: "Format"
    computed: "Format"


@dataclass(slots=True)
class Layout:
    """A layout being written: its lists, its room for lines, and where its totals came to stand."""

    workbook: "Workbook"
    lists: YearLists
    looks: Looks
    room: int
    income_totals: dict[str, list[str]] = field(default_factory=dict)
    balances: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    fences: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    spend: dict[int, tuple[str, str, str]] = field(default_factory=dict)
    answers: list[tuple[str, str]] = field(default_factory=list)
    names_of_lists: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, workbook: "Workbook", lists: YearLists, *, room: int) -> "Layout":
        return cls(workbook, lists, looks_of(workbook), room)

    @property
    def names(self) -> tuple[str, ...]:
        """The sheets in their order; one that is of another workbook or only guidance is left out."""
        return tuple(name for name in self.lists.sheets if "guidance" not in name.lower() or name[0] == "1")

    def named(self, *words: str) -> str:
        """The sheet whose name holds these words."""
        return next(name for name in self.names if all(word in name.lower() for word in words))

    @property
    def guidance(self) -> str:
        return self.named("guidance")

    @property
    def cover(self) -> str:
        return self.named("cover")

    @property
    def summary(self) -> str:
        return self.named("summary")

    @property
    def income(self) -> str:
        return self.named("income")

    @property
    def schemes(self) -> str:
        return self.named("expenditure")

    @property
    def metrics(self) -> str:
        return self.named("metrics")

    @property
    def conditions(self) -> str:
        return next(
            name for name in self.names if "requirements" in name.lower() or "conditions" in name.lower()
        )

    def begin(self, sheet: "Worksheet", widths: Sequence[float]) -> None:
        """The title of a sheet, its name, and the area that it is of."""
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.hide_gridlines(2)
        sheet.write_string("B2", self.lists.title, self.looks.title)
        sheet.write_string("B3", sheet.get_name(), self.looks.title)
        if sheet.get_name() not in {self.guidance, self.cover}:
            sheet.write_string("B5", "Selected Health and Wellbeing Board:", self.looks.text)
            sheet.write_formula("C5", f'=IF({BOARD_CELL}="","",{BOARD_CELL})', self.looks.computed, "")


def at(row: int, column: int) -> str:
    """The name of a cell by row and column, both from 1."""
    return f"{column_letters(column)}{row}"


def looks_of(workbook: "Workbook") -> Looks:
    base = {"font_name": "Arial", "font_size": 10, "valign": "top", "text_wrap": True}
    ruled = base | {"border": 1, "border_color": "#BFBFBF"}
    yellow, grey = {"bg_color": "#FFFFCC"}, {"bg_color": "#E7E6E6"}
    return Looks(
        title=workbook.add_format({"font_name": "Arial", "font_size": 14, "bold": True}),
        heading=workbook.add_format(ruled | {"bold": True, "bg_color": "#D9E1F2"}),
        text=workbook.add_format(base),
        typed=workbook.add_format(ruled | yellow),
        typed_money=workbook.add_format(ruled | yellow | {"num_format": MONEY}),
        typed_share=workbook.add_format(ruled | yellow | {"num_format": "0.0%"}),
        money=workbook.add_format(ruled | grey | {"num_format": MONEY}),
        share=workbook.add_format(ruled | grey | {"num_format": "0.0%"}),
        computed=workbook.add_format(ruled | grey),
    )


def write_guidance(layout: Layout, sheet: "Worksheet") -> None:
    """What the workbook is, and what it is not."""
    layout.begin(sheet, (2, 100))
    lines = (
        _NOT_NATIONAL,
        "Yellow cells are typed in, grey cells are worked out or filled beforehand.",
        "One line for each scheme, source of funding and provider; a scheme that is split keeps its ID.",
    )
    for row, text in enumerate(lines, 4):
        sheet.write_string(row, 1, text, layout.looks.text)


def write_cover(layout: Layout, sheet: "Worksheet") -> None:
    """The area, who completed the workbook, and whether the board signed it off."""
    layout.begin(sheet, (2, 60, 40, 14))
    rows = (
        "Health and Wellbeing Board:",
        "Completed by:",
        "E-mail:",
        "Contact number:",
        "Has this plan been signed off by the HWB (or delegated authority) at the time of submission?",
        "If no please indicate when the HWB is expected to sign off the plan:",
    )
    for row, label in enumerate(rows, 12):
        sheet.write_string(at(row, 2), label, layout.looks.text)
        sheet.write_blank(at(row, 3), None, layout.looks.typed)
    sheet.write_string("B20", "Question Completion", layout.looks.heading)
    sheet.write_string("C20", "Complete:", layout.looks.heading)
    sheet.write_string("B21", layout.schemes, layout.looks.text)
    sheet.write_formula("C21", f"='{layout.schemes}'!$C$31", layout.looks.computed, "")
    sheet.write_string("B22", layout.cover, layout.looks.text)
    sheet.write_formula("C22", '=IF(C12="","No","Yes")', layout.looks.computed, "")
    sheet.write_formula(
        "B23",
        '=IF(AND(C21="Yes",C22="Yes"),"Complete Template","Incomplete Template")',
        layout.looks.computed,
        "",
    )


def write_summary(layout: Layout, sheet: "Worksheet") -> None:
    """Income against spend, the ring-fences, spend by type, and the answers: all worked out."""
    looks = layout.looks
    layout.begin(sheet, (2, 70, 20, 20, 20, 20, 20, 20))
    sheet.write_string("B8", "Income & Expenditure", looks.title)
    row = 10
    for period, year in enumerate(layout.lists.periods):
        for column, head in enumerate(
            (f"Funding Sources ({year})", "Income", "Expenditure", "Difference"), 2
        ):
            sheet.write_string(at(row, column), head, looks.heading)
        for source, cells in layout.balances.items():
            row += 1
            income, spend = cells[period]
            sheet.write_string(at(row, 2), source, looks.text)
            sheet.write_formula(at(row, 3), f"={income}", looks.money, "")
            sheet.write_formula(at(row, 4), f"={spend}", looks.money, "")
            sheet.write_formula(at(row, 5), f"={at(row, 3)}-{at(row, 4)}", looks.money, "")
        row += 2
    for name, pairs in layout.fences.items():
        for (minimum, planned), year in zip(pairs, layout.lists.periods, strict=False):
            sheet.write_string(at(row, 2), name, looks.heading)
            sheet.write_string(at(row, 3), year, looks.heading)
            sheet.write_string(at(row + 1, 2), "Minimum required spend", looks.text)
            sheet.write_formula(at(row + 1, 3), f"={minimum}", looks.money, "")
            sheet.write_string(at(row + 2, 2), "Planned spend", looks.text)
            sheet.write_formula(at(row + 2, 3), f"={planned}", looks.money, "")
            row += 4
    sheet.write_string(at(row, 2), layout.lists.columns[3].heading, looks.heading)
    for period, year in enumerate(layout.lists.periods):
        sheet.write_string(at(row, 3 + period), year, looks.heading)
    for kind in layout.lists.types:
        row += 1
        sheet.write_string(at(row, 2), kind.name, looks.text)
        for period, (types, amounts, _) in layout.spend.items():
            formula = f"=SUMIFS({amounts},{types},{at(row, 2)})"
            sheet.write_formula(at(row, 3 + period), formula, looks.money, "")
    row += 2
    for code, cell in layout.answers:
        sheet.write_string(at(row, 2), code, looks.text)
        sheet.write_formula(at(row, 3), f'=IF({cell}="","",{cell})', looks.computed, "")
        row += 1
