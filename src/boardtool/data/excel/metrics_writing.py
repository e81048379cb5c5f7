"""Metrics as a workbook of our own, with native charts and the limits as columns, and as a CSV.

The sheet "Figures" and the CSV are in the long layout that an import reads.
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

from boardtool.data.excel.metric_sheet import write_metric
from boardtool.data.excel.metric_tables import (
    HEADING_ROW,
    Formats,
    fit_row,
    formats_of,
    set_page,
    set_widths,
    write_headings,
    write_row,
    write_title,
)
from boardtool.domain.dates import long_date
from boardtool.domain.performance.charts import MetricChart
from boardtool.domain.performance.metrics import Area, Metric, Observation, Record
from boardtool.domain.performance.scorecard import ScorecardRow, scorecard_row
from boardtool.domain.performance.settings import footer
from boardtool.domain.text import clean_line

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

FIGURES = (
    "metric", "name", "area", "area_code", "period", "value", "unit", "numerator", "denominator",
    "lower", "upper", "target", "status", "note", "commentary",
)  # fmt: skip
_METRICS = (
    "Metric", "Area", "Unit", "Good", "Frequency", "Latest", "Period", "Target", "Met?",
    "Change or noise", "Will it meet?", "What it says", "Numerator", "Denominator", "Source", "Owner", "Key",
)  # fmt: skip
_WIDTHS = (36, 22, 14, 10, 11, 10, 14, 10, 12, 16, 16, 34, 34, 34, 24, 26, 24)
_ABOUT = 12
"""The first column of what a metric is, rather than how it does."""
_SCALE = 52
_LONGEST_NAME = 31
_NOT_IN_A_NAME = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure with its metric and area, and the target that held in its period."""

    metric: Metric
    area: Area
    observation: Observation
    target: float | None = None
    commentary: str = ""


def figure_row(record: Record, observation: Observation) -> FigureRow:
    """A figure of a record, with the target that held in its period and what was said of it."""
    target = record.target_on(observation.period.end)
    said = (each.text for each in record.commentary if each.period == observation.period)
    return FigureRow(
        record.metric, record.area, observation, None if target is None else target.value, next(said, "")
    )


# ---- CSV


def figures_csv(rows: Sequence[FigureRow]) -> bytes:
    """The figures as text that every program reads; words that would begin a formula are marked as text."""
    written = StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(FIGURES)
    for row in rows:
        writer.writerow([_as_text(value) for value in _values(row)])
    return written.getvalue().encode("utf-8-sig")


def _as_text(value: object) -> object:
    if isinstance(value, str) and value.startswith(_BEGINS_A_FORMULA):
        return f"'{value}"
    return "" if value is None else value


def _values(row: FigureRow) -> list[object]:
    seen = row.observation
    return [
        row.metric.key, row.metric.name, row.area.name, row.area.code, seen.period.label, seen.value,
        row.metric.unit, seen.numerator, seen.denominator, seen.lower, seen.upper, row.target,
        seen.status.value, seen.note, row.commentary,
    ]  # fmt: skip


# ---- the workbook


def metrics_bytes(
    charts: Sequence[MetricChart], figures: Sequence[FigureRow], *, title: str, author: str, as_of: date
) -> bytes:
    """A workbook: all metrics on one sheet, one sheet each with a chart, and every figure in a long table."""
    import xlsxwriter

    written = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(written, options) as workbook:
        workbook.set_properties(
            {"title": title, "author": author, "created": datetime.combine(as_of, time(12))}
        )
        formats = formats_of(workbook)
        names = sheet_names(charts)
        _write_overview(workbook, charts, names, formats, title, as_of)
        for chart, name in zip(charts, names, strict=True):
            write_metric(workbook, chart, name, formats)
        _write_figures(workbook, figures, formats)
    return written.getvalue()


def sheet_names(charts: Sequence[MetricChart]) -> list[str]:
    """A name for each metric's sheet: its short name as far as Excel lets it, none twice."""
    taken = {"metrics", "figures", "history"}
    names: list[str] = []
    for chart in charts:
        base = clean_line(chart.record.metric.title.translate(_NOT_IN_A_NAME)) or "Metric"
        name, number = base[:_LONGEST_NAME].strip(), 2
        while name.casefold() in taken:
            ending = f" {number}"
            name, number = base[: _LONGEST_NAME - len(ending)].strip() + ending, number + 1
        taken.add(name.casefold())
        names.append(name)
    return names


def _write_overview(
    workbook: "Workbook",
    charts: Sequence[MetricChart],
    names: Sequence[str],
    formats: Formats,
    title: str,
    as_of: date,
) -> None:
    sheet = workbook.add_worksheet("Metrics")
    write_title(sheet, title, formats)
    sheet.write_string(1, 0, f"As of {long_date(as_of)}. {footer()}")
    set_widths(sheet, _WIDTHS)
    write_headings(sheet, HEADING_ROW, _METRICS, formats)
    sheet.freeze_panes(HEADING_ROW + 1, 1)
    for number, (chart, name) in enumerate(zip(charts, names, strict=True), start=HEADING_ROW + 1):
        values = list(_overview(scorecard_row(chart.record)))
        write_row(sheet, number, values, formats)
        fit_row(sheet, number, values, _WIDTHS)
        sheet.write_url(number, 0, f"internal:'{name}'!A1", formats["text"], chart.record.metric.title)
    sheet.repeat_columns(0)
    set_page(sheet, title, heading_row=HEADING_ROW, scale=_SCALE, breaks=[_ABOUT])


def _overview(row: ScorecardRow) -> Iterator[object]:
    metric = row.record.metric
    yield from (
        metric.title,
        row.record.area.name,
        metric.unit,
        metric.direction.value,
        metric.frequency.value,
    )
    yield None if row.latest is None else row.latest.value
    yield from (row.period_shown, row.target, row.met_shown, row.change_shown, row.will_meet_shown, row.says)
    yield from (metric.numerator, metric.denominator, metric.source, metric.owner, metric.key)


def _write_figures(workbook: "Workbook", figures: Sequence[FigureRow], formats: Formats) -> None:
    sheet = workbook.add_worksheet("Figures")
    write_headings(sheet, 0, FIGURES, formats)
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, len(FIGURES) - 1, 16)
    for number, row in enumerate(figures, start=1):
        write_row(sheet, number, _values(row), formats)
    set_page(sheet, "Figures", heading_row=0, scale=_SCALE)
