"""The metrics of a Better Care Fund workbook: a return's plan and progress, a plan's years and goals."""

from decimal import Decimal

from boardtool.data.excel.bcf.metrics import ReadFigure, ReadMetric
from boardtool.data.excel.bcf.plan import read_plan
from boardtool.data.excel.bcf.return_rows import ReadEntry
from boardtool.data.excel.bcf.returns import read_return
from boardtool.data.excel.bcf.words import sheets_called, title_of
from boardtool.data.excel.figures.found import FoundFigure, FoundFigures, NamedArea, NamedMetric, Origin
from boardtool.data.excel.workbook import Workbook
from boardtool.domain.bcf.returns import Part
from boardtool.domain.errors import InputRefusedError
from boardtool.domain.imports import Choose
from boardtool.domain.performance.metrics import Status, TargetKind
from boardtool.domain.performance.period_words import PeriodRefusedError, read_period
from boardtool.domain.performance.periods import Period

_PLAN = "plan"
_KEYS = {
    "length_of_stay": "length_of_stay_14",
    "delay_all": "discharge_delay",
    "on_drd": "discharged_on_ready_date",
    "delay_delayed": "delay_when_delayed",
}


def read_bcf(workbook: Workbook) -> FoundFigures | None:
    """What a return or a plan says of its metrics; None where the workbook is neither."""
    title = title_of(workbook)
    if title is None or not sheets_called(workbook, "metrics"):
        return None
    return _of_plan(workbook) if "plan" in title[0].casefold() else _of_return(workbook)


def _of_return(workbook: Workbook) -> FoundFigures:
    """The plan that the return repeats, as targets; its assessment and challenges as commentary."""
    read = read_return(workbook)
    found = FoundFigures(Origin.BCF, read.sheets.get("metrics", ""))
    for entry in read.entries:
        if entry.part is Part.METRIC:
            _take_entry(found, entry, NamedArea(read.board))
    return found


def _take_entry(found: FoundFigures, entry: ReadEntry, area: NamedArea) -> None:
    figures = entry.values["figures"]
    assert isinstance(figures, dict)
    said = [str(entry.values.get(name, "")) for name in ("answer", "words", "more_words")]
    comment = "\n".join(words for words in said if words)
    for place, (label, value) in enumerate(figures.items(), start=1):
        period = _period(found, entry.sheet, entry.row, label)
        if period is not None:
            found.figures.append(
                FoundFigure(
                    sheet=entry.sheet,
                    row=entry.row,
                    metric=_metric(str(entry.values["code"]), str(entry.values["label"])),
                    area=area,
                    period=period,
                    target=float(value),
                    target_kind=TargetKind.PLAN,
                    comment=comment if place == len(figures) else "",
                    has_figure=False,
                    cells={"target": entry.cells[label]},
                )
            )


def _of_plan(workbook: Workbook) -> FoundFigures:
    """Actual and estimated figures of the years before, and the plan as targets."""
    read = read_plan(workbook)
    if isinstance(read, Choose):
        raise InputRefusedError("Its scheme table cannot be told apart. Import it as a plan first.")
    found = FoundFigures(Origin.BCF, read.metrics.sheet)
    for metric in read.metrics.metrics:
        for figure in metric.figures:
            if figure.value is not None:  # else the template is empty there
                _take_figure(found, metric, figure, NamedArea(read.board))
    return found


def _take_figure(found: FoundFigures, metric: ReadMetric, figure: ReadFigure, area: NamedArea) -> None:
    period = _period(found, found.sheet, metric.row, figure.period)
    if period is None:
        return
    is_plan = figure.kind == _PLAN
    found.figures.append(
        FoundFigure(
            sheet=found.sheet,
            row=metric.row,
            metric=_metric(metric.words.key, metric.words.name),
            area=area,
            period=period,
            value=None if is_plan else _float(figure.value),
            numerator=None if is_plan else _float(figure.numerator),
            denominator=None if is_plan else _float(figure.denominator),
            status=Status.PROVISIONAL if figure.kind == "estimated" else Status.FINAL,
            target=_float(figure.value) if is_plan else None,
            target_kind=TargetKind.PLAN,
            has_figure=not is_plan,
            cells={"target" if is_plan else "value": figure.cell, **figure.parts},
        )
    )


def _metric(key: str, name: str) -> NamedMetric:
    return NamedMetric(name, _KEYS.get(key, key))


def _period(found: FoundFigures, sheet: str, row: int, label: str) -> Period | None:
    try:
        return read_period(label)
    except PeriodRefusedError as refused:
        found.reject(sheet, row, None, "period", str(refused))
        return None


def _float(number: Decimal | None) -> float | None:
    return None if number is None else float(round(number, 6))
