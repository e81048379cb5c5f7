"""The ASCOF time series (ODS): a sheet a measure, years across as numerator, denominator and outcome."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from boardtool.data.excel.figures.found import FoundFigure, FoundFigures, NamedArea, NamedMetric, Origin
from boardtool.data.excel.figures.values import NOTES, Figure, FigureRefusedError, figure_in
from boardtool.data.excel.workbook import Cell, Sheet, Workbook
from boardtool.domain.performance.metrics import Status
from boardtool.domain.performance.period_words import PeriodRefusedError, read_year
from boardtool.domain.performance.periods import Period
from boardtool.domain.text import folded

_TABLE = re.compile(r"table[ _]?(?P<measure>[0-9][a-z](?:\([0-9][a-z]?\))?)", re.IGNORECASE)
_GROUP = re.compile(r"(?P<year>.+?)\s*[-\u2013]\s*(?P<part>numerator|denominator|outcome)\b.*", re.IGNORECASE)
_PART = {"outcome": "value", "numerator": "numerator", "denominator": "denominator"}
_CODES = ("local authority code", "geographical code", "cassr code", "area code")
_NAMES = ("local authority", "geographical name", "geographical description", "cassr", "area name")
_HEADER_WITHIN = 20


@dataclass(frozen=True, slots=True)
class _Heads:
    """Where a table's names stand, and for each year the column of each part."""

    row: int
    code: int
    name: int
    ons: int | None
    years: Mapping[Period, Mapping[str, int]]


def read_ascof(workbook: Workbook, *, sheet: str | None = None) -> FoundFigures | None:
    """The measures of a workbook, all or that of one sheet; None where it has none."""
    found = FoundFigures(Origin.ASCOF)
    tables = [
        (one, heads)
        for one in workbook.shown
        if not one.trouble and (sheet is None or one.name == sheet) and (heads := _heads(one)) is not None
    ]
    for one, heads in tables:
        found.sheet = one.name
        metric = _metric(one)
        for row in one.rows:
            if row > heads.row:
                _read_row(found, one, row, heads, metric)
    return found if tables else None


def _metric(sheet: Sheet) -> NamedMetric:
    """The measure by the sheet's name, in words by the title in its first row."""
    named = _TABLE.match(sheet.name)
    first = next(iter(sheet.rows.values()))[0]
    title = first.line.partition(":")[2].strip() or first.line
    return NamedMetric(f"ASCOF {named['measure'].upper()}" if named else title)


def _heads(sheet: Sheet) -> _Heads | None:
    for row in list(sheet.rows)[:_HEADER_WITHIN]:
        columns = {folded(cell.line): cell.column for cell in sheet.rows[row]}
        code = next((columns[words] for words in _CODES if words in columns), None)
        if code is None:
            continue
        years: dict[Period, dict[str, int]] = {}
        for cell in sheet.rows[row]:
            if (group := _GROUP.fullmatch(NOTES.sub("", cell.line))) is None:
                continue
            try:
                period = read_year(group["year"])
            except PeriodRefusedError:
                continue
            years.setdefault(period, {})[_PART[group["part"].lower()]] = cell.column
        if years:
            name = next((columns[words] for words in _NAMES if words in columns), code + 1)
            return _Heads(row, code, name, columns.get("ons area code", columns.get("ons code")), years)
    return None


def _read_row(found: FoundFigures, sheet: Sheet, row: int, heads: _Heads, metric: NamedMetric) -> None:
    cells = sheet.row(row)
    name = _line(cells.get(heads.name))
    if not name:
        return  # a note below the table
    code = _line(cells.get(heads.ons)) if heads.ons is not None else ""
    local = _line(cells.get(heads.code))
    area = NamedArea(name, code if not code.startswith("[") and code else local, "council" if code else "")
    for period, parts in heads.years.items():
        held = {part: cells.get(column) for part, column in parts.items()}
        if all(cell is None for cell in held.values()):
            continue
        figures: dict[str, Figure] = {}
        for part, cell in held.items():
            try:
                figures[part] = figure_in(cell)
            except FigureRefusedError as refused:
                found.reject(sheet.name, row, cell, part, f"{period.shown}: {refused}")
                break
        else:
            outcome = figures.get("value")
            found.figures.append(
                FoundFigure(
                    sheet=sheet.name,
                    row=row,
                    metric=metric,
                    area=area,
                    period=period,
                    status=outcome.status if outcome is not None else Status.NOT_AVAILABLE,
                    mark="" if outcome is None else outcome.mark,
                    cells={part: cell.ref for part, cell in held.items() if cell is not None},
                    value=None if outcome is None else outcome.number,
                    numerator=_number(figures.get("numerator")),
                    denominator=_number(figures.get("denominator")),
                )
            )


def _number(figure: Figure | None) -> float | None:
    return None if figure is None else figure.number


def _line(cell: Cell | None) -> str:
    return "" if cell is None else cell.line
