"""An empty workbook in the layout of a national return, for those who have no template."""

from io import BytesIO
from typing import TYPE_CHECKING

from boardtool.data.bcf.national import returns_words
from boardtool.data.excel.bcf.layout_sheets import Looks, at, looks_of
from boardtool.data.excel.bcf.return_layout_money import NARROW, WIDE, fit_height, write_money
from boardtool.domain.bcf.cells import shown
from boardtool.domain.bcf.lists import YearLists
from boardtool.domain.bcf.plans import Line, WholePlan
from boardtool.domain.bcf.returns import Entry, Part, Return

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_A4 = 9  # as Excel numbers papers
_LONGEST_NAME = 31  # letters that Excel allows
_DEFAULT = ("1. Guidance", "2. Cover", "3. National Conditions", "4. Metrics", "5. Expenditure")
_QUARTERS = ("Q1", "Q2", "Q3", "Q4")
_FOR_INFORMATION = "For information - Your planned performance as reported in the plan"


def return_layout(made: Return, whole: WholePlan, lists: YearLists) -> bytes:
    """The empty workbook of a return, with the rows that this return has."""
    import xlsxwriter

    written = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(written, options) as workbook:
        looks = looks_of(workbook)
        for name in _sheets(made):
            sheet = workbook.add_worksheet(name)
            sheet.hide_gridlines(2)
            sheet.set_landscape()
            sheet.set_paper(_A4)
            sheet.fit_to_pages(1, 0)
            sheet.set_column(0, 0, 2)
            sheet.set_column(1, 2, WIDE)
            sheet.set_column(3, 12, NARROW)
            title = f"Better Care Fund {made.year} {made.name} Template"
            sheet.write_string("B2", title, looks.title)
            sheet.write_string("B3", name, looks.title)
            _write(sheet, name.lower(), made, whole, lists, looks)
    return written.getvalue()


def _sheets(made: Return) -> tuple[str, ...]:
    known = [
        one["sheets"]
        for one in returns_words()["returns"]
        if (one["year"], one["period"]) == (made.year, made.name)
    ]
    names = [name for name in (known[0] if known else _DEFAULT) if not name.startswith("(")]
    return tuple(name.replace(" and ", " & ")[:_LONGEST_NAME] for name in names)


def _write(
    sheet: "Worksheet", name: str, made: Return, whole: WholePlan, lists: YearLists, looks: Looks
) -> None:
    if "cover" in name:
        sheet.write_string("B12", "Health and Wellbeing Board:", looks.text)
        sheet.write_blank("C12", None, looks.typed)
    elif "conditions" in name:
        _conditions(sheet, made, looks)
    elif "metrics" in name:
        _metrics(sheet, made, looks)
    elif "income" in name:
        write_money(sheet, made, looks)
    elif "feedback" in name:
        _feedback(sheet, made, looks)
    elif "fee rates" in name:
        _fees(sheet, made, looks)
    elif "spend and activity" in name or "spend & activity" in name or name.startswith("6b"):
        _schemes(sheet, made, whole.lines, lists, looks)
    elif name.endswith("expenditure"):
        _by_source(sheet, made, looks)


def _heads(sheet: "Worksheet", row: int, heads: tuple[str, ...], looks: Looks) -> None:
    fit_height(sheet, row, *heads)
    for column, head in enumerate(heads, 2):
        sheet.write_string(at(row, column), head, looks.heading)


def _conditions(sheet: "Worksheet", made: Return, looks: Looks) -> None:
    why = 'If the answer is "No" please provide an explanation as to why the condition was not met'
    _heads(sheet, 8, ("National Condition", "Confirmation", why), looks)
    for row, entry in enumerate(made.part(Part.CONDITION), 9):
        fit_height(sheet, row, entry.label, entry.answer, entry.words)
        sheet.write_string(at(row, 2), entry.label, looks.text)
        sheet.write_blank(at(row, 3), None, looks.typed)
        sheet.write_blank(at(row, 4), None, looks.typed)


def _metrics(sheet: "Worksheet", made: Return, looks: Looks) -> None:
    heads = (
        *("Metric", "Definition", _FOR_INFORMATION, "", "", ""),
        *("Assessment of progress against the metric plan for the reporting period",),
        *("Challenges and any Support Needs", "Achievements - including where BCF funding is supporting"),
    )
    _heads(sheet, 8, heads, looks)
    for column, quarter in enumerate(_QUARTERS, 4):
        sheet.write_string(at(9, column), quarter, looks.heading)
    for row, entry in enumerate(made.part(Part.METRIC), 10):
        fit_height(sheet, row, entry.label, "", *("",) * 4, entry.answer, entry.words, entry.more_words)
        sheet.write_string(at(row, 2), entry.label, looks.text)
        if all(" " not in period for period in entry.figures):
            sheet.merge_range(f"{at(row, 4)}:{at(row, 7)}", "", looks.computed)
        for column in (8, 9, 10):
            sheet.write_blank(at(row, column), None, looks.typed)


def _feedback(sheet: "Worksheet", made: Return, looks: Looks) -> None:
    _heads(sheet, 8, ("Statement:", "Response:", "Comments:"), looks)
    row = 9
    for number, entry in enumerate(made.part(Part.STATEMENT), 1):
        _line(sheet, row, f"{number}. {entry.label}", entry, looks)
        row += 1
    for part in (Part.SUCCESS, Part.CHALLENGE):
        row += 2
        _heads(sheet, row, (f"Part 2: {part.capitalize()}", "SCIE Logic Model Enablers", "Response"), looks)
        for entry in made.part(part):
            row += 1
            _line(sheet, row, entry.label, entry, looks)


def _line(sheet: "Worksheet", row: int, label: str, entry: Entry, looks: Looks) -> None:
    fit_height(sheet, row, label, entry.answer, entry.words)
    sheet.write_string(at(row, 2), label, looks.text)
    for column in (3, 4):
        sheet.write_blank(at(row, column), None, looks.typed)


def _fees(sheet: "Worksheet", made: Return, looks: Looks) -> None:
    heads = (
        "",
        "For information - your fee as reported last year",
        "Average fee last year, if you have newer data",
        "What was your actual average fee rate per actual user?",
        "Implied uplift",
    )
    _heads(sheet, 8, heads, looks)
    row = 9
    for entry in made.part(Part.FEE):
        fit_height(sheet, row, entry.label)
        sheet.write_string(at(row, 2), entry.label, looks.text)
        for column in (3, 4, 5):
            sheet.write_blank(at(row, column), None, looks.typed)
        before, now = f'IF({at(row, 4)}="",{at(row, 3)},{at(row, 4)})', at(row, 5)
        uplift = f'=IF(OR({now}="",N({before})=0),"",{now}/{before}-1)'
        sheet.write_formula(at(row, 6), uplift, looks.share, "")
        row += 1
    fit_height(sheet, row, "", made.fees_comment)
    sheet.write_string(at(row, 2), "4. Please provide additional commentary", looks.text)
    sheet.write_blank(at(row, 3), None, looks.typed)


def _schemes(
    sheet: "Worksheet", made: Return, lines: tuple[Line, ...], lists: YearLists, looks: Looks
) -> None:
    heads = (
        *("Scheme ID", "Scheme Name", "Scheme Type", "Sub Types", "Source of Funding", "Planned Expenditure"),
        *("Actual Expenditure to date", "Planned outputs", "Outputs delivered to date", "Unit of Measure"),
        *("Have there been any implementation issues?", "If yes, please briefly describe the issue(s)"),
    )
    _heads(sheet, 8, heads, looks)
    place = lists.periods.index(made.year) if made.year in lists.periods else 0
    for row, line in enumerate(lines, 9):
        for column, name in enumerate(("scheme_id", "name", "scheme_type", "sub_type", "source"), 2):
            sheet.write_string(at(row, column), getattr(line, name), looks.computed)
        sheet.write_number(at(row, 7), line.amount(place) / 100, looks.money)
        sheet.write_string(at(row, 9), shown("outputs_2" if place else "outputs", line), looks.computed)
        sheet.write_string(at(row, 11), line.unit, looks.computed)
        for column, look in ((8, looks.typed_money), (10, looks.typed), (12, looks.typed), (13, looks.typed)):
            sheet.write_blank(at(row, column), None, look)


def _by_source(sheet: "Worksheet", made: Return, looks: Looks) -> None:
    heads = (
        "Source of Funding",
        "Planned Income",
        "Updated Total Planned Income",
        "Year-to-date actual expenditure",
    )
    _heads(sheet, 8, (*heads, "Comments"), looks)
    known = made.part(Part.SPEND) or made.part(Part.INCOME)
    for row, entry in enumerate(known, 9):
        sheet.write_string(at(row, 2), entry.label, looks.text)
        for column in (3, 4, 5):
            sheet.write_blank(at(row, column), None, looks.typed_money)
        sheet.write_blank(at(row, 6), None, looks.typed)
