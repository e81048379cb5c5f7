"""A plan written into the national workbook that the user has, in its own cells, keeping everything in it."""

from dataclasses import dataclass
from pathlib import Path

from boardtool.data.excel.bcf.conditions import read_conditions
from boardtool.data.excel.bcf.fill_income import fill_income
from boardtool.data.excel.bcf.fill_schemes import fill_schemes
from boardtool.data.excel.bcf.metrics import ReadMetric, read_metrics
from boardtool.data.excel.bcf.plan import ReadPlan, read_plan, year_of
from boardtool.data.excel.bcf.sheet_filler import Filler, beside, ref
from boardtool.data.excel.bcf.words import labels, right_of, sheets_called
from boardtool.data.excel.opening import open_workbook
from boardtool.data.excel.workbook import Workbook
from boardtool.domain.bcf.areas import area_of
from boardtool.domain.bcf.lists import YearLists
from boardtool.domain.bcf.plans import MetricPlan, MetricValue, WholePlan
from boardtool.domain.errors import CannotDoError
from boardtool.domain.imports import Choose
from boardtool.domain.text import folded

_OUTSIDE = ("capacity", "c d ", "narrative")


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled workbook, and what a person should know of it."""

    data: bytes
    notes: tuple[str, ...] = ()


def fill_plan(template: Path, whole: WholePlan, lists: YearLists) -> Filled:
    """Fill a national planning workbook with a plan.

    Raises:
        InputRefusedError: the template cannot be read, or is no planning workbook.
        CannotDoError: it is of another year, or has no room.
    """
    workbook = open_workbook(template)
    year, _ = year_of(workbook)
    if year != whole.plan.year:
        raise CannotDoError(f"The template is of {year}; the plan is of {whole.plan.year}.")
    read = read_plan(workbook, year=year)
    if isinstance(read, Choose):
        raise CannotDoError(f"The template leaves open what is meant. {read.sentence()}")
    filler = Filler.of(template)
    fill_cover(filler, workbook, area_of(whole.plan.board))
    fill_income(filler, workbook, whole, lists)
    table = workbook.sheet(read.schemes.sheet)
    assert table is not None
    fill_schemes(filler, table, read.schemes, whole.lines, lists)
    _fill_required(filler, workbook, read, whole)
    _fill_metrics(filler, workbook, whole, lists)
    _fill_conditions(filler, workbook, whole, lists)
    filler.notes += kept_outside(workbook)
    return Filled(filler.to_bytes(), tuple(filler.notes))


def fill_cover(filler: Filler, workbook: Workbook, area: str) -> None:
    """The name of the area, where none is chosen yet; the sheets repeat it."""
    for sheet in sheets_called(workbook, "cover"):
        for label in labels(sheet):
            there = right_of(sheet, label)
            if folded(label.line) == "health and wellbeing board" and (
                there is None or there.column > label.column + 1
            ):
                filler.put(sheet.name, beside(sheet, label), area)


def kept_outside(workbook: Workbook) -> list[str]:
    """The sheets that are completed outside boardtool."""
    return [
        f"“{sheet.name}” is kept as it is: it is completed outside."
        for sheet in workbook.shown
        if any(word in f"{folded(sheet.name)} " for word in _OUTSIDE)
    ]


def _fill_required(filler: Filler, workbook: Workbook, read: ReadPlan, whole: WholePlan) -> None:
    sheet = workbook.sheet(read.schemes.sheet)
    assert sheet is not None
    plan = whole.plan
    for key, minimums in (
        ("out_of_hospital", plan.out_of_hospital),
        ("adult_social_care", plan.adult_social_care),
    ):
        for suffix, minimum in zip(("", "_2"), minimums, strict=False):
            if (place := read.above.cells.get(f"{key}{suffix}")) and minimum is not None:
                filler.put_money(sheet, place, minimum, "the minimum required spend")


def _fill_metrics(filler: Filler, workbook: Workbook, whole: WholePlan, lists: YearLists) -> None:
    read = read_metrics(workbook, lists)
    places = {metric.words.key: metric for metric in read.metrics}
    for metric in whole.metrics:
        there = places.get(metric.key)
        if there is None:
            if any(value.value is not None for value in metric.values):
                filler.notes.append(f"The template has no place for the metric {metric.name}.")
            continue
        for name, text in (("rationale", metric.rationale), ("local_plan", metric.local_plan)):
            if name in there.cells:
                filler.put(read.sheet, there.cells[name], text)
        for value in metric.values:
            _fill_figure(filler, read.sheet, metric, there, value)


def _fill_figure(
    filler: Filler, sheet: str, metric: MetricPlan, there: ReadMetric, value: MetricValue
) -> None:
    figure = next(
        (one for one in there.figures if (one.period, one.kind) == (value.period, value.kind)), None
    )
    if figure is None:
        if value.value is not None:
            filler.notes.append(f"The template has no place for {metric.name}, {value.period} {value.kind}.")
        return
    shown = value.value
    if shown is not None and metric.unit == "%":
        shown /= 100
    if not filler.put(sheet, figure.cell, shown):
        filler.kept[sheet].discard(figure.cell)
    for part, number in (("numerator", value.numerator), ("denominator", value.denominator)):
        if part in figure.parts:
            filler.put(sheet, figure.parts[part], number)


def _fill_conditions(filler: Filler, workbook: Workbook, whole: WholePlan, lists: YearLists) -> None:
    read = read_conditions(workbook, lists)
    rows = {str(row.values["code"]): row.row for row in read.rows}
    for one in whole.conditions:
        if one.code not in rows:
            if one.answer:
                filler.notes.append(f"The template has no place for the condition {one.code}.")
            continue
        for name in ("answer", "supporting", "actions", "timeframe"):
            if name in read.columns:
                filler.put(read.sheet, ref(read.columns[name], rows[one.code]), getattr(one, name))
