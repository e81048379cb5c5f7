"""NHS England's Discharge Ready Date figures: the monthly workbook, and months of it cut out as a CSV."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from boardtool.data.excel.figures.found import FoundFigure, FoundFigures, NamedArea, NamedMetric, Origin
from boardtool.data.excel.figures.values import Figure, FigureRefusedError, figure_in
from boardtool.data.excel.figures.wide import period_of
from boardtool.data.excel.workbook import Cell, Sheet, Workbook
from boardtool.domain.performance.period_words import PeriodRefusedError, read_period
from boardtool.domain.performance.periods import Frequency, Period, from_day
from boardtool.domain.text import folded

TITLE = "timeliness of acute hospital discharges"
SHEET = "UTLA Acceptable"
_ROWS = "utla aggregate"
_NULL = frozenset({"null", "#n/a"})

# The workbook's columns where its headings are not these words, counted from 1 (its layout of 2024-25).
_PLACES = {
    "code": 2, "name": 3, "coverage": 9, "discharges": 11, "bed_days": 12, "same_day": 14,
    "same_day_count": 17, "all": 47, "delayed": 48,
}  # fmt: skip
_HEADINGS = {
    "code": re.compile(r"utla code"),
    "name": re.compile(r"utla(?: name)?"),
    "period": re.compile(r"month|period"),
    "coverage": re.compile(r"of all utla discharges that are from acceptable trusts"),
    "discharges": re.compile(
        r"total discharges(?: for utla from acceptable trusts)?|number of (?:patients )?discharge[ds]s?.*"
    ),
    "same_day_count": re.compile(r"same day count|no delay"),
    "delayed_count": re.compile(r"delayed count"),
    "bed_days": re.compile(r"(?:total )?bed days (?:after drd|lost)|total bed days.*"),
    "same_day": re.compile(
        r"same day (?:percent|%)|(?:%|percentage|proportion).*same(?: day| as).*"
        r"|date of discharge is same as discharge ready date"
    ),
    "all": re.compile(
        r"average days including zero delays(?: calculated)?|average.*\binc\w* (?:zero|0)(?: day)?.*"
    ),
    "delayed": re.compile(r"average days excluding zero delays|average.*\bexc\w* (?:zero|0)(?: day)?.*"),
}
_METRICS = {"all": "discharge_delay", "same_day": "discharged_on_ready_date", "delayed": "delay_when_delayed"}
_PARTS = {
    "all": ("bed_days", "discharges"),
    "same_day": ("same_day_count", "discharges"),
    "delayed": ("bed_days", "delayed_count"),
}


@dataclass(frozen=True, slots=True)
class _Heads:
    row: int
    columns: Mapping[str, int]
    period: Period | None
    kind: str


def read_ready_date(workbook: Workbook) -> FoundFigures | None:
    """The figures of a workbook or CSV; None where it is no such file."""
    for sheet in workbook.shown:
        if sheet.trouble:
            continue
        heads = _csv_heads(sheet) or _workbook_heads(workbook, sheet)
        if heads is not None:
            found = FoundFigures(Origin.READY_DATE, sheet.name)
            for row in sheet.rows:
                if row > heads.row:
                    _read_row(found, sheet, row, heads)
            return found
    return None


def _matched(sheet: Sheet, row: int) -> dict[str, int]:
    columns: dict[str, int] = {}
    for cell in sheet.rows[row]:
        words = folded(cell.line)
        for name, heading in _HEADINGS.items():
            if name not in columns and heading.fullmatch(words):
                columns[name] = cell.column
                break
    return columns


def _csv_heads(sheet: Sheet) -> _Heads | None:
    for row in list(sheet.rows)[:5]:
        columns = _matched(sheet, row)
        if {"code", "name", "period", "all"} <= columns.keys():
            return _Heads(row, columns, None, "")
    return None


def _workbook_heads(workbook: Workbook, sheet: Sheet) -> _Heads | None:
    if folded(sheet.name) != folded(SHEET):
        return None
    period = _published_period(workbook, sheet)
    for row in list(sheet.rows)[:40]:
        words = {folded(cell.line) for cell in sheet.rows[row]}
        if period is not None and "utla code" in words:
            return _Heads(row, {**_PLACES, **_matched(sheet, row)}, period, _ROWS)
    return None


def _published_period(workbook: Workbook, sheet: Sheet) -> Period | None:
    """The month beside "Period:", on the sheet itself or on the cover."""
    for one in (sheet, *workbook.sheets):
        for row in list(one.rows)[:20]:
            cells = one.rows[row]
            if len(cells) > 1 and folded(cells[0].line) == "period":
                if (named := _month(cells[1])) is not None:
                    return named
                try:
                    return read_period(cells[1].line)
                except PeriodRefusedError:
                    continue
    return None


def _read_row(found: FoundFigures, sheet: Sheet, row: int, heads: _Heads) -> None:
    cells = sheet.row(row)
    held = {name: cells.get(column) for name, column in heads.columns.items()}
    first = next(iter(cells.values()))
    if heads.kind and folded(first.line) != heads.kind:
        return
    name, code = _line(held.get("name")), _line(held.get("code"))
    if not name and not code:
        return
    period = heads.period or _period(found, sheet, row, held.get("period"))
    if period is None:
        return
    figures: dict[str, Figure] = {}
    for part, cell in held.items():
        if part in {"name", "code", "period"}:
            continue
        try:
            figures[part] = figure_in(cell)
        except FigureRefusedError as refused:
            found.reject(sheet.name, row, cell, part, str(refused))
            return
    _count_delayed(figures)
    for part, key in _METRICS.items():
        if part in figures:
            _take(
                found,
                sheet.name,
                row,
                NamedMetric(key, key),
                NamedArea(name, code, "council"),
                period,
                part,
                figures,
                held,
            )


def _count_delayed(figures: dict[str, Figure]) -> None:
    """How many were delayed, where the file says only how many were not."""
    every, none = figures.get("discharges"), figures.get("same_day_count")
    if "delayed_count" in figures or every is None or none is None:
        return
    if every.number is not None and none.number is not None:
        figures["delayed_count"] = Figure(every.number - none.number, every.status)


def _note(coverage: Figure | None) -> str:
    """Which share of an area's discharges its figures are of, where that is not all of them."""
    if coverage is None or coverage.number is None or coverage.number >= 1:
        return ""
    return f"of {coverage.number:.0%} of the discharges: those from trusts whose data are acceptable"


def _take(
    found: FoundFigures,
    sheet: str,
    row: int,
    metric: NamedMetric,
    area: NamedArea,
    period: Period,
    part: str,
    figures: Mapping[str, Figure],
    held: Mapping[str, Cell | None],
) -> None:
    figure = figures[part]
    above, below = (figures.get(name) for name in _PARTS[part])
    places = {
        "value": held.get(part),
        "numerator": held.get(_PARTS[part][0]),
        "denominator": held.get(_PARTS[part][1]),
    }
    found.figures.append(
        FoundFigure(
            sheet=sheet,
            row=row,
            metric=metric,
            area=area,
            period=period,
            value=figure.number,
            numerator=None if above is None else above.number,
            denominator=None if below is None else below.number,
            status=figure.status,
            mark=figure.mark,
            note=_note(figures.get("coverage")),
            is_per_cent=figure.is_per_cent,
            cells={name: cell.ref for name, cell in places.items() if cell is not None},
        )
    )


def _period(found: FoundFigures, sheet: Sheet, row: int, cell: Cell | None) -> Period | None:
    period = None if cell is None else _month(cell)
    if period is None:
        found.reject(sheet.name, row, cell, "period", "this names no month")
    return period


def _month(cell: Cell) -> Period | None:
    """The month that a cell names, also by a day of it."""
    named = period_of(cell)
    if named is not None and named.frequency is Frequency.DAILY:
        return from_day(named.start, Frequency.MONTHLY)
    return named


def _line(cell: Cell | None) -> str:
    return "" if cell is None or folded(cell.line) in _NULL else cell.line
