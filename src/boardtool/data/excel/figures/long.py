"""The long layout: one figure a row, its metric, area and period beside it; ours, and ASCOF's as a CSV."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from boardtool.data.excel.figures.found import FoundFigure, FoundFigures, NamedArea, NamedMetric, Origin
from boardtool.data.excel.figures.repeated import repeated_words
from boardtool.data.excel.figures.values import EMPTY, Figure, FigureRefusedError, figure_in, status_from
from boardtool.data.excel.headings import Wanted, wanted_field
from boardtool.data.excel.rows import RowReader, read_rows
from boardtool.data.excel.tables import FoundTable
from boardtool.data.excel.workbook import CellKind
from boardtool.domain.performance.metrics import Status
from boardtool.domain.performance.period_words import PeriodRefusedError, read_period
from boardtool.domain.performance.periods import Period

WANTED = Wanted(
    what="table of figures",
    fields=(
        wanted_field(
            "metric",
            "metric; indicator; measure; metric key; kpi; metric name; indicator name",
            required=True,
            pinch="ascof measure code; measure code; measure group description; measure name",
        ),
        wanted_field(
            "area",
            "area; area name; place; council; local authority; organisation; la name; geographical name; "
            "geographical description; geography; geography name",
        ),
        wanted_field(
            "area_code",
            "area code; code; ons code; ons area code; ods code; org code; la code; geography code",
            pinch="geographical code; local authority code",
        ),
        wanted_field(
            "period",
            "period; month; quarter; year; date; time period; period start; financial year",
            required=True,
        ),
        wanted_field(
            "value", "value; actual; figure; result; performance; outcome; rate; measure value", required=True
        ),
        wanted_field("numerator", "numerator; count; num"),
        wanted_field("denominator", "denominator; den; population; out of"),
        wanted_field("lower", "lower; lower limit; lower ci; lower 95; lower ci 95 0 limit"),
        wanted_field("upper", "upper; upper limit; upper ci; upper 95; upper ci 95 0 limit"),
        wanted_field("target", "target; plan; planned; trajectory; goal"),
        wanted_field("status", "status; provisional; final or provisional"),
        wanted_field("unit", "unit; units; unit of measure"),
        wanted_field("note", "note; notes; value note"),
        wanted_field("comment", "commentary; comment; comments"),
    ),
    key="metric",
    looks_like_key=lambda _text: True,
)


@dataclass(frozen=True, slots=True)
class _Row:
    row: int
    figure: FoundFigure
    cells: Mapping[str, str] = field(default_factory=dict)


def read_long(table: FoundTable) -> FoundFigures:
    """The figures of a table whose headings were found."""
    read = read_rows(table, _row, _key, repeated=_repeated, repeated_at="value")
    by_indicator = table.headings.get("metric", "").casefold() == "indicator"
    origin = Origin.ASCOF if by_indicator and "area_code" in table.headings else Origin.OWN
    return FoundFigures(
        origin=origin,
        sheet=read.sheet,
        figures=[row.figure for row in read.rows],
        rejected=list(read.rejected),
        warnings=list(read.warnings),
    )


def _key(row: _Row) -> str:
    figure = row.figure
    area = figure.area.code or figure.area.name if figure.area else ""
    return f"{figure.metric.name} {area} {figure.period.label}"


def _repeated(earlier: _Row, later: _Row) -> str:
    return repeated_words(earlier.figure, later.figure)


def _row(reader: RowReader) -> _Row:
    number = reader.found.number
    metric = NamedMetric(reader.needed("metric", "the metric"), unit=reader.line("unit"))
    name, code = reader.line("area"), reader.line("area_code")
    period = _period(reader)
    value = _figure(reader, "value")
    target = _figure(reader, "target").number
    numerator = _figure(reader, "numerator").number
    has_value = "value" in reader.found.cells
    of_value = Status.FINAL if not has_value and numerator is not None else value.status
    return _Row(
        number,
        FoundFigure(
            sheet=reader.found.sheet,
            row=number,
            metric=metric,
            area=NamedArea(name or code, code) if name or code else None,
            period=period,
            value=value.number,
            numerator=numerator,
            denominator=_figure(reader, "denominator").number,
            lower=_figure(reader, "lower").number,
            upper=_figure(reader, "upper").number,
            status=_status(reader, of_value),
            note=reader.line("note"),
            target=target,
            comment=reader.words("comment"),
            has_figure=has_value or numerator is not None or target is None,
            written=reader.line("period"),
            mark=value.mark,
            is_per_cent=value.is_per_cent,
            cells=reader.refs(),
        ),
    )


def _period(reader: RowReader) -> Period:
    cell = reader.cell("period")
    if cell is not None and cell.kind in {CellKind.DATE, CellKind.ISO_DATE} and cell.moment is not None:
        return Period(cell.moment.date(), cell.moment.date())
    words = reader.needed("period", "the period")
    try:
        return read_period(words)
    except PeriodRefusedError as refused:
        if not reader.troubles:
            reader.reject("period", str(refused))
        return read_period("2000")


def _figure(reader: RowReader, name: str) -> Figure:
    try:
        return figure_in(reader.cell(name))
    except FigureRefusedError as refused:
        reader.reject(name, str(refused))
        return EMPTY


def _status(reader: RowReader, of_value: Status) -> Status:
    words = reader.line("status")
    if not words or not of_value.has_value:
        return of_value
    status = status_from(words)
    if status is None:
        reader.reject("status", "write final, provisional, revised or suppressed")
        return of_value
    return status
