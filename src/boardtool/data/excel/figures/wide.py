"""The wide layouts: metrics down and periods across, or periods down and metrics across."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from boardtool.data.excel.figures.found import FoundFigure, FoundFigures, NamedArea, NamedMetric, Origin
from boardtool.data.excel.figures.values import FigureRefusedError, figure_in
from boardtool.data.excel.workbook import Cell, CellKind, Sheet
from boardtool.domain.performance.period_words import PeriodRefusedError, read_period
from boardtool.domain.performance.periods import Period
from boardtool.domain.text import folded

_METRIC = frozenset({"metric", "indicator", "measure", "kpi", "metric name", "metric key", "indicator name"})
_AREA = frozenset({"area", "area name", "place", "council", "local authority", "organisation"})
_AREA_CODE = frozenset({"area code", "ons code", "ods code", "code"})
_UNIT = frozenset({"unit", "units"})
_TARGET = frozenset({"target", "plan", "goal"})
_PERIOD = frozenset({"period", "month", "quarter", "year", "date", "week", "financial year", "time period"})
_NO_FIGURES = frozenset({"comment", "comments", "commentary", "note", "notes", "status", "owner", "source"})
_TOTALS = frozenset({"total", "totals", "grand total", "sub total", "subtotal", "overall total"})
_HEADER_WITHIN = 30
_FEWEST_PERIODS = 2


@dataclass(frozen=True, slots=True)
class _Across:
    """A heading row: which columns name a row, which hold figures of what, and which say nothing to us."""

    row: int
    named: Mapping[str, int]
    periods: Mapping[int, "_Named"]
    metrics: Mapping[int, str]
    unread: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class _Named:
    """A period, and how the file writes it."""

    period: Period
    written: str


def read_wide(sheet: Sheet) -> FoundFigures | None:
    """The figures of a sheet in a wide layout; None where it is in none."""
    for row in list(sheet.rows)[:_HEADER_WITHIN]:
        across = _headings(sheet, row)
        if across is not None:
            found = FoundFigures(Origin.OWN, sheet.name)
            if across.unread:
                names = ", ".join(f'"{name}"' for name in across.unread)
                found.warn(sheet.name, f"not read: the columns {names}", row=row)
            for number in sheet.rows:
                if number > across.row:
                    _read_row(found, sheet, number, across)
            return found
    return None


def _headings(sheet: Sheet, row: int) -> _Across | None:
    cells = sheet.rows[row]
    named: dict[str, int] = {}
    periods: dict[int, _Named] = {}
    others: dict[int, str] = {}
    for cell in cells:
        word = folded(cell.line)
        kind = _kind_of(word)
        if kind is not None:
            named.setdefault(kind, cell.column)
        elif (period := period_of(cell)) is not None:
            periods[cell.column] = _Named(period, cell.line)
        elif cell.kind == CellKind.TEXT and word not in _NO_FIGURES:
            others[cell.column] = cell.line
    if "metric" in named and len(periods) >= _FEWEST_PERIODS:
        return _Across(row, named, periods, {}, tuple(others.values()))
    if "period" in named and "metric" not in named and others and named["period"] < min(others):
        return _Across(row, named, {}, others)
    return None


def _kind_of(word: str) -> str | None:
    kinds = {
        "metric": _METRIC, "area": _AREA, "area_code": _AREA_CODE,
        "unit": _UNIT, "target": _TARGET, "period": _PERIOD,
    }  # fmt: skip
    return next((kind for kind, words in kinds.items() if word in words), None)


def period_of(cell: Cell) -> Period | None:
    """The period that a cell names; a date is that day, whatever the whole series turns out to mean."""
    if cell.kind in {CellKind.DATE, CellKind.ISO_DATE} and cell.moment is not None:
        day = cell.moment.date()
        return Period(day, day)
    if cell.kind == CellKind.TEXT or (cell.kind == CellKind.NUMBER and len(cell.line) == len("2022")):
        try:
            return read_period(cell.line)
        except PeriodRefusedError:
            return None
    return None


def _read_row(found: FoundFigures, sheet: Sheet, row: int, across: _Across) -> None:
    cells = sheet.row(row)
    first = next(iter(cells.values()))
    if folded(first.line) in _TOTALS:
        found.warn(sheet.name, "not taken: a total", row=row, cell=first)
        return
    held = {name: cells.get(column) for name, column in across.named.items()}
    lines = {name: cell.line if cell is not None else "" for name, cell in held.items()}
    area = NamedArea(lines.get("area") or lines.get("area_code", ""), lines.get("area_code", ""))
    if across.periods:
        if not lines["metric"]:
            if cells.keys() & across.periods.keys():
                found.reject(sheet.name, row, first, "metric", "the metric is missing")
            return
        metric = NamedMetric(lines["metric"], unit=lines.get("unit", ""))
        for column, period in across.periods.items():
            _take(found, sheet, row, cells.get(column), metric, area, period, held.get("target"))
        return
    when = held["period"]
    named_by = period_of(when) if when is not None else None
    if when is None or named_by is None:
        if cells.keys() & across.metrics.keys():
            found.reject(sheet.name, row, when, "period", "this names no period: write June 2022 or 2022/23")
        return
    named = _Named(named_by, when.line)
    for column, name in across.metrics.items():
        _take(found, sheet, row, cells.get(column), NamedMetric(name), area, named, held.get("target"))


def _take(
    found: FoundFigures,
    sheet: Sheet,
    row: int,
    cell: Cell | None,
    metric: NamedMetric,
    area: NamedArea,
    named: _Named,
    target: Cell | None,
) -> None:
    """A figure; an empty cell of the table is no figure, neither missing nor nothing."""
    if cell is None:
        return
    try:
        figure = figure_in(cell)
    except FigureRefusedError as refused:
        found.reject(sheet.name, row, cell, "value", str(refused))
        return
    try:
        planned = figure_in(target)
    except FigureRefusedError as refused:
        found.reject(sheet.name, row, target, "target", str(refused))
        return
    found.figures.append(
        FoundFigure(
            sheet=sheet.name,
            row=row,
            metric=metric,
            area=area if area.name else None,
            period=named.period,
            value=figure.number,
            status=figure.status,
            target=planned.number,
            written=named.written,
            mark=figure.mark,
            is_per_cent=figure.is_per_cent,
            cells={"value": cell.ref} | ({"target": target.ref} if target is not None else {}),
        )
    )
