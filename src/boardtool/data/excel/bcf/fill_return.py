"""A return written into the national workbook at hand, in its own cells, keeping everything in it."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from boardtool.data.excel.bcf.filling import Filled, fill_cover, kept_outside
from boardtool.data.excel.bcf.return_rows import ReadEntry, ReadReturn
from boardtool.data.excel.bcf.returns import read_return
from boardtool.data.excel.bcf.sheet_filler import Filler, pounds_of
from boardtool.data.excel.opening import open_workbook
from boardtool.data.excel.workbook import Sheet, Workbook
from boardtool.domain.bcf.areas import area_of
from boardtool.domain.bcf.lists import YearLists
from boardtool.domain.bcf.plans import Line, WholePlan
from boardtool.domain.bcf.returns import Actual, Entry, Part, Return
from boardtool.domain.bcf.returns_fees import implied_uplift
from boardtool.domain.errors import CannotDoError

_FACTS = {
    "income_comment": "income",
    "pooled_planned": "income",
    "pooled_actual": "income",
    "spend_planned": "income",
    "spend_changed": "income",
    "spend_actual": "income",
    "spend_comment": "income",
    "fees_comment": "fees",
}
_WORDS = ("answer", "words", "more_words")
_OF_A_LINE = ("outputs", "issues", "explanation")


def fill_return(template: Path, made: Return, whole: WholePlan, lists: YearLists) -> Filled:
    """Fill a national return workbook.

    Raises:
        InputRefusedError: the template cannot be read, or is no return.
        CannotDoError: it is another return.
    """
    workbook = open_workbook(template)
    read = read_return(workbook)
    if read.period != made.period:
        raise CannotDoError(f"The template is of the return {read.period}; this one is {made.period}.")
    filler = Filler.of(template)
    fill_cover(filler, workbook, area_of(whole.plan.board))
    held = {(entry.part, entry.code or entry.label): entry for entry in made.entries}
    for place in read.entries:
        entry = held.pop((place.part, str(place.values.get("code") or place.values.get("label"))), None)
        sheet = workbook.sheet(place.sheet)
        if entry is not None and sheet is not None:
            _fill_entry(filler, sheet, place, entry, lists)
    filler.notes += [
        f"The template has no place for the {entry.part} “{entry.label}”."
        for entry in held.values()
        if entry.answer or entry.words or entry.actual is not None
    ]
    _fill_facts(filler, workbook, read, made)
    _fill_actuals(filler, read, made, whole.lines)
    filler.notes += kept_outside(workbook)
    return Filled(filler.to_bytes(), tuple(filler.notes))


def _fill_entry(filler: Filler, sheet: Sheet, place: ReadEntry, entry: Entry, lists: YearLists) -> None:
    for name in _WORDS:
        if name in place.cells:
            filler.put(sheet.name, place.cells[name], getattr(entry, name))
    if "planned" in place.cells and entry.planned is not None:
        filler.put_money(sheet, place.cells["planned"], entry.planned, f"the plan of {entry.label}")
    if "actual" in place.cells:
        unchanged = entry.part is Part.INCOME and entry.actual == entry.planned
        filler.put(sheet.name, place.cells["actual"], None if unchanged else pounds_of(entry.actual))
    percent = {words.key for words in lists.planned_metrics if words.unit == "%"}
    for name, figure in entry.figures.items():
        if name in place.cells:
            number = Decimal(figure) / 100 if entry.code in percent else Decimal(figure)
            filler.put(sheet.name, place.cells[name], number)
    if "uplift" in place.cells:
        filler.put(sheet.name, place.cells["uplift"], implied_uplift(entry.figures))
    for name, text in entry.unread.items():
        if name in place.cells:
            filler.put(sheet.name, place.cells[name], text)


def _fill_facts(filler: Filler, workbook: Workbook, read: ReadReturn, made: Return) -> None:
    for name, part in _FACTS.items():
        sheet = workbook.sheet(read.sheets.get(part, ""))
        if name not in read.cells or sheet is None:
            continue
        value = made.unread.get(name, getattr(made, name))
        if name == "spend_planned" and isinstance(value, int):
            filler.put_money(sheet, read.cells[name], value, "the planned spend")
        else:
            filler.put(sheet.name, read.cells[name], pounds_of(value) if isinstance(value, int) else value)


def _fill_actuals(filler: Filler, read: ReadReturn, made: Return, lines: tuple[Line, ...]) -> None:
    actuals: Mapping[int, Actual] = {actual.line_id: actual for actual in made.actuals}
    free = [line for line in lines if line.id in actuals]
    for place in read.actuals:
        line = next((one for one in free if _is(place.scheme, one)), None)
        if line is None:
            continue
        free.remove(line)
        actual = actuals[line.id]
        values = {"spend": pounds_of(actual.spend)} | {name: getattr(actual, name) for name in _OF_A_LINE}
        for name, value in (values | dict(actual.unread)).items():
            if name in place.cells:
                filler.put(place.sheet, place.cells[name], value)
    if free and read.actuals:
        filler.notes.append(f"The template lists no row for {len(free)} of the lines with actual spend.")


def _is(scheme: Mapping[str, str], line: Line) -> bool:
    return all(not word or getattr(line, name) == word for name, word in scheme.items())
