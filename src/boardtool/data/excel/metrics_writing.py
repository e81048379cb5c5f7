"""Metrics as a workbook of our own, with native charts and the limits as columns, and as a CSV.

The sheet "Figures" and the CSV are in the long layout that an import reads.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

from boardtool.domain.dates import long_date
from boardtool.domain.performance.charts import MetricChart
from boardtool.domain.performance.metrics import Area, Metric, Observation, Record
from boardtool.domain.performance.moving_ranges import RangePoint
from boardtool.domain.performance.scorecard import ScorecardRow, scorecard_row
from boardtool.domain.performance.sentences import point_sentence
from boardtool.domain.text import clean_line

if TYPE_CHECKING:
    from xlsxwriter.chart_line import ChartLine
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

FIGURES = (
    "metric", "name", "area", "area_code", "period", "value", "unit", "numerator", "denominator",
    "lower", "upper", "target", "status", "note", "commentary",
)  # fmt: skip
_SERIES = (
    "Period", "Value", "Mean", "Lower limit", "Upper limit", "Target",
    "Moving range", "Range limit", "Numerator", "Denominator", "Status", "Reading", "Commentary",
)  # fmt: skip
_METRICS = (
    "Metric", "Area", "Unit", "Good", "Frequency", "Latest", "Period", "Target", "Met?",
    "Change or noise", "Will it meet?", "What it says", "Numerator", "Denominator", "Source", "Owner", "Key",
)  # fmt: skip
_LONGEST_NAME = 31
_NOT_IN_A_NAME = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_HEADING_ROW = 3
_LINES = (
    (1, "Value", "#55515C", "solid"),
    (2, "Mean", "#1E1B22", "solid"),
    (3, "Lower limit", "#8C8792", "square_dot"),
    (4, "Upper limit", "#8C8792", "square_dot"),
    (5, "Target", "#653A78", "dash"),
)


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
        formats = _formats(workbook)
        names = sheet_names(charts)
        _write_overview(workbook, charts, names, formats, title, as_of)
        for chart, name in zip(charts, names, strict=True):
            _write_series(workbook, chart, name, formats)
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


def _formats(workbook: "Workbook") -> Mapping[str, "Format"]:
    font = {"font_name": "Arial", "font_size": 11, "font_color": "#1E1B22", "valign": "top"}
    return {
        "title": workbook.add_format(font | {"bold": True, "font_size": 16}),
        "heading": workbook.add_format(
            font
            | {"bold": True, "bg_color": "#F4F3F5", "bottom": 1, "bottom_color": "#8C8792", "text_wrap": True}
        ),
        "text": workbook.add_format(font | {"num_format": "@", "text_wrap": True}),
        "number": workbook.add_format(font | {"num_format": "#,##0.0##"}),
        "count": workbook.add_format(font | {"num_format": "#,##0"}),
    }


def _write_heading(
    sheet: "Worksheet", row: int, headings: Sequence[str], formats: Mapping[str, "Format"]
) -> None:
    for column, heading in enumerate(headings):
        sheet.write_string(row, column, heading, formats["heading"])


def _write(sheet: "Worksheet", row: int, values: Sequence[object], formats: Mapping[str, "Format"]) -> None:
    for column, value in enumerate(values):
        if isinstance(value, float):
            sheet.write_number(row, column, value, formats["number"])
        elif value is not None:
            sheet.write_string(row, column, str(value), formats["text"])


def _write_overview(
    workbook: "Workbook",
    charts: Sequence[MetricChart],
    names: Sequence[str],
    formats: Mapping[str, "Format"],
    title: str,
    as_of: date,
) -> None:
    sheet = workbook.add_worksheet("Metrics")
    sheet.write_string(0, 0, title, formats["title"])
    sheet.write_string(1, 0, f"As of {long_date(as_of)}", formats["text"])
    _write_heading(sheet, _HEADING_ROW, _METRICS, formats)
    sheet.freeze_panes(_HEADING_ROW + 1, 1)
    sheet.set_column(0, 0, 40)
    sheet.set_column(1, 10, 17)
    sheet.set_column(11, 15, 40)
    for number, (chart, name) in enumerate(zip(charts, names, strict=True), start=_HEADING_ROW + 1):
        _write(sheet, number, list(_overview(scorecard_row(chart.record))), formats)
        sheet.write_url(number, 0, f"internal:'{name}'!A1", formats["text"], chart.record.metric.title)


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


def _write_series(
    workbook: "Workbook", chart: MetricChart, name: str, formats: Mapping[str, "Format"]
) -> None:
    record = chart.record
    sheet = workbook.add_worksheet(name)
    sheet.write_string(0, 0, f"{record.metric.name}, {record.area.name}", formats["title"])
    sheet.write_string(1, 0, chart.sentence)
    _write_heading(sheet, _HEADING_ROW, _SERIES, formats)
    sheet.freeze_panes(_HEADING_ROW + 1, 1)
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 10, 13)
    sheet.set_column(11, 12, 36)
    first = _HEADING_ROW + 1
    for range_ in chart.ranges.points:
        _write(sheet, first + range_.number, list(_series(chart, range_)), formats)
    last = first + len(chart.xmr.points) - 1
    sheet.write_string(last + 2, 0, chart.footer)
    if last >= first:
        sheet.insert_chart(_HEADING_ROW, len(_SERIES) + 1, _native(workbook, chart, name, first, last))


def _series(chart: MetricChart, range_: RangePoint) -> Iterator[object]:
    number = range_.number
    point, seen = chart.xmr.points[number], chart.record.observations[number]
    limits = chart.xmr.limits_at(point)
    yield from (seen.period.shown, point.value, limits.mean)
    yield from (limits.lower, limits.upper) if chart.limits_shown else (None, None)
    yield point.target
    yield from (range_.value, range_.upper)
    yield from (seen.numerator, seen.denominator, seen.status.value, point_sentence(point))
    said = chart.commentary_at(number)
    yield "" if said is None else said.text


def _native(workbook: "Workbook", chart: MetricChart, sheet: str, first: int, last: int) -> "ChartLine":
    """Excel's own line chart over the columns; a gap in the figures stays a gap."""
    native = workbook.add_chart({"type": "line"})
    for column, name, colour, dash in _LINES:
        series = {
            "name": name,
            "categories": [sheet, first, 0, last, 0],
            "values": [sheet, first, column, last, column],
            "line": {"color": colour, "width": 1.25, "dash_type": dash},
        }
        if column == 1:
            series["marker"] = {
                "type": "circle",
                "size": 5,
                "fill": {"color": "white"},
                "border": {"color": colour},
            }
        native.add_series(series)
    native.set_title({"name": chart.record.metric.title, "name_font": {"size": 12}})
    native.set_y_axis(
        {"name": chart.record.metric.unit, "major_gridlines": {"visible": True, "line": {"color": "#EFEDF1"}}}
    )
    native.set_legend({"position": "bottom"})
    native.show_blanks_as("gap")
    native.set_size({"width": 760, "height": 380})
    return native


def _write_figures(
    workbook: "Workbook", figures: Sequence[FigureRow], formats: Mapping[str, "Format"]
) -> None:
    sheet = workbook.add_worksheet("Figures")
    _write_heading(sheet, 0, FIGURES, formats)
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, len(FIGURES) - 1, 16)
    for number, row in enumerate(figures, start=1):
        _write(sheet, number, _values(row), formats)
