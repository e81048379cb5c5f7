"""A metric's own sheet: its figures with mean, limits and target as columns, and a chart of Excel's own."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from boardtool.data.excel.metric_tables import (
    HEADING_ROW,
    Formats,
    fit_row,
    set_page,
    set_widths,
    write_headings,
    write_row,
    write_title,
)
from boardtool.domain.performance.charts import MetricChart
from boardtool.domain.performance.metrics import value_shown
from boardtool.domain.performance.moving_ranges import RangePoint
from boardtool.domain.performance.parts import part_headings, parts_missing
from boardtool.domain.performance.sentences import point_sentence

if TYPE_CHECKING:
    from xlsxwriter.chart_line import ChartLine
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_WIDTHS = (19, 10, 10, 13, 13, 10, 15, 13, 14, 14, 13, 30, 34)
_RANGES = (6, 7)
_PARTS = {"numerator": 8, "denominator": 9}
_FIGURES = range(1, 10)
_SCALE = 60
"""Per cent at which the table fills a page across; the chart stands on the next one."""
_LINES = (
    (1, "Value", "#55515C", "solid"),
    (2, "Mean", "#1E1B22", "solid"),
    (3, "Lower limit", "#8C8792", "square_dot"),
    (4, "Upper limit", "#8C8792", "square_dot"),
    (5, "Target", "#653A78", "dash"),
)


def write_metric(workbook: "Workbook", chart: MetricChart, name: str, formats: Formats) -> None:
    """Add the sheet of a name; columns of parts that no figure has are hidden."""
    record = chart.record
    sheet = workbook.add_worksheet(name)
    set_widths(sheet, _WIDTHS)
    hidden = [_PARTS[part] for part in parts_missing(record.observations)]
    for column in hidden:
        sheet.set_column(column, column, None, None, {"hidden": True})
    write_title(sheet, f"{record.metric.name}, {record.area.name}", formats)
    _write_across(sheet, 1, chart.sentence, formats)
    headings = _headings(chart)
    write_headings(sheet, HEADING_ROW, headings, formats, figures=_FIGURES)
    shown = ["" if column in hidden else words for column, words in enumerate(headings)]
    fit_row(sheet, HEADING_ROW, shown, _WIDTHS)
    sheet.freeze_panes(HEADING_ROW + 1, 1)
    first = HEADING_ROW + 1
    for range_ in chart.ranges.points:
        values = list(_values(chart, range_))
        write_row(sheet, first + range_.number, values, formats)
        fit_row(sheet, first + range_.number, values, _WIDTHS)
    last = first + len(chart.xmr.points) - 1
    _write_across(sheet, last + 2, chart.footer, formats)
    beside = len(_WIDTHS) + 1
    if any(point.value is not None for point in chart.xmr.points):
        sheet.insert_chart(
            HEADING_ROW, beside, _native(workbook, chart, name, first, last), {"description": _said(chart)}
        )
    name_at_foot = f"{record.metric.title}, {record.area.name}"
    set_page(sheet, name_at_foot, heading_row=HEADING_ROW, scale=_SCALE, breaks=[beside])


def _write_across(sheet: "Worksheet", row: int, words: str, formats: Formats) -> None:
    """A sentence over the whole table, broken where it must be."""
    if words:
        sheet.merge_range(row, 0, row, len(_WIDTHS) - 1, words, formats["said"])
        fit_row(sheet, row, [words], [sum(_WIDTHS) - 30])


def _headings(chart: MetricChart) -> tuple[str, ...]:
    parts = part_headings(chart.record.metric)
    return (
        *("Period", "Value", "Mean", "Lower limit", "Upper limit", "Target"),
        *("Moving range", "Range limit"),
        *(parts["numerator"], parts["denominator"], "Status", "Reading", "Commentary"),
    )


def _values(chart: MetricChart, range_: RangePoint) -> Iterator[object]:
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


def _said(chart: MetricChart) -> str:
    """The chart in words, for those who cannot see it."""
    record, latest = chart.record, chart.record.latest
    ends = (
        f" Latest, {latest.period.shown}: {value_shown(record.metric, latest)}." if latest is not None else ""
    )
    return f"{record.metric.title}, {record.area.name}. {chart.sentence}{ends}"


def _native(workbook: "Workbook", chart: MetricChart, sheet: str, first: int, last: int) -> "ChartLine":
    """Excel's own line chart over the columns; a gap in the figures stays a gap."""
    native = workbook.add_chart({"type": "line"})
    points = chart.xmr.points
    drawn = {1, 2, *((3, 4) if chart.limits_shown else ())}
    drawn |= {5} if any(point.target is not None for point in points) else set()
    for column, name, colour, dash in _LINES:
        if column not in drawn:
            continue
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
    native.set_size({"width": 1000, "height": 480})
    return native
