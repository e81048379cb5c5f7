"""NHS England's acute discharge SitRep: the month's tables by area, and the national series day by day."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from boardtool.data.excel.figures.found import FoundFigure, FoundFigures, NamedArea, NamedMetric, Origin
from boardtool.data.excel.figures.values import FigureRefusedError, figure_in
from boardtool.data.excel.workbook import Cell, CellKind, Sheet, Workbook
from boardtool.domain.performance.metrics import Status
from boardtool.domain.performance.period_words import PeriodRefusedError, read_period
from boardtool.domain.performance.periods import Period, week_from
from boardtool.domain.text import folded

TITLE = "acute daily discharge situation report"
_USUAL = ("Table 2", "Table 3")
_SERIES = ("Daily Series", "Weekly Series")
_MONTHLY = re.compile(r"(?P<month>[A-Z][a-z]+ [0-9]{4})\s*-")
_SMALL = frozenset({"and", "of", "the", "for", "in", "on"})
_KINDS = {"icb code": "integrated care board", "org code": "trust"}
_ENGLAND = "England"
_BED_DAYS = "number of additional bed days patients with length of stay of"


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of figures: of which metric, in which period."""

    metric: NamedMetric
    period: Period


def is_sitrep(workbook: Workbook) -> bool:
    return any(
        TITLE in folded(cell.line)
        for sheet in workbook.sheets[:1]
        for row in list(sheet.rows)[:6]
        for cell in sheet.rows[row]
    )


def read_sitrep(workbook: Workbook, *, sheet: str | None = None) -> FoundFigures:
    """The tables of daily discharges and weekly bed days, or the national series; any table asked for."""
    found = FoundFigures(Origin.SITREP)
    there = {one.name.strip(): one for one in workbook.shown if not one.trouble}
    series = [there[name] for name in _SERIES if name in there and sheet in {None, name}]
    tables = [one for name, one in there.items() if name == sheet or (sheet is None and name in _USUAL)]
    for one in series:
        _read_series(found, one)
    for one in () if series else tables:
        _read_table(found, one)
    left = [
        name
        for name in there
        if re.fullmatch("Table [0-9]", name) and name not in {one.name for one in tables}
    ]
    if tables and left and sheet is None:
        found.warn("", f"not read: {', '.join(left)}; name one as the sheet to take it")
    return found


# ---- a month by area


def _read_table(found: FoundFigures, sheet: Sheet) -> None:
    header = next((row for row in sheet.rows if _has_england(sheet, row)), None)
    if header is None:
        return
    found.sheet = sheet.name
    name_at = next(cell.column for cell in sheet.rows[header] if folded(cell.line).startswith("england"))
    columns = _columns(sheet, header, name_at)
    kind = "region"
    for row in sheet.rows:
        cells = sheet.row(row)
        name = cells.get(name_at)
        code = cells.get(name_at - 1)
        if row < header or name is None:
            continue
        if code is not None and folded(code.line) in _KINDS:
            kind = _KINDS[folded(code.line)]
            continue
        area = NamedArea(_in_words(name.line), code.line if code is not None else "", kind)
        if folded(name.line).startswith("england"):
            area = NamedArea(_in_words(name.line), "", "country")
        for column, what in columns.items():
            _take(found, sheet.name, row, cells.get(column), what, area)


def _has_england(sheet: Sheet, row: int) -> bool:
    return any(folded(cell.line).startswith("england") for cell in sheet.rows[row][:4])


def _columns(sheet: Sheet, first: int, name_at: int) -> dict[int, _Column]:
    """What each column right of the names holds: the heading above it, and the period above that."""
    above = [row for row in sheet.rows if row < first]
    measures = {cell.column: cell for cell in sheet.rows[above[-1]] if cell.column > name_at}
    spans = {
        cell.column: period
        for row in above[:-1]
        for cell in sheet.rows[row]
        if cell.column > name_at and (period := _period(cell)) is not None
    }
    found: dict[int, _Column] = {}
    for column, measure in measures.items():
        begun = [at for at in spans if at <= column]
        if begun:
            found[column] = _Column(NamedMetric(measure.line), spans[max(begun)])
    return found


def _period(cell: Cell) -> Period | None:
    if cell.kind in {CellKind.DATE, CellKind.ISO_DATE} and cell.moment is not None:
        return Period(cell.moment.date(), cell.moment.date())
    if (monthly := _MONTHLY.match(cell.line)) is not None:
        return read_period(monthly["month"])
    if folded(cell.line).startswith("w c"):
        try:
            return read_period(cell.line)
        except PeriodRefusedError:
            return None
    return None


def _in_words(name: str) -> str:
    """A name in capitals as people write it: "NHS Northamptonshire Integrated Care Board"."""
    if not name.isupper() and not name.startswith("ENGLAND"):
        return name
    return " ".join(_in_lower_case(word) for word in name.split())


def _in_lower_case(word: str) -> str:
    if word == "NHS" or not word.isupper():
        return word
    return word.lower() if word.lower() in _SMALL else word[:1] + word[1:].lower()


def _take(
    found: FoundFigures, sheet: str, row: int, cell: Cell | None, what: _Column, area: NamedArea
) -> None:
    try:
        figure = figure_in(cell)
    except FigureRefusedError as refused:
        found.reject(sheet, row, cell, "value", str(refused))
        return
    found.figures.append(
        FoundFigure(
            sheet=sheet,
            row=row,
            metric=what.metric,
            area=area,
            period=what.period,
            value=figure.number,
            status=figure.status,
            mark=figure.mark,
            cells={} if cell is None else {"value": cell.ref},
        )
    )


# ---- England by day and by week


def _read_series(found: FoundFigures, sheet: Sheet) -> None:
    """The totals of England; the columns of destinations and reasons are said, not read."""
    header = next(
        (row for row in sheet.rows if folded(sheet.rows[row][0].line) in {"date", "week commencing"}), None
    )
    if header is None:
        return
    found.sheet = sheet.name
    weekly = folded(sheet.rows[header][0].line) == "week commencing"
    heads = {cell.column: cell.line for cell in sheet.rows[header][1:]}
    wanted = {column: text for column, text in heads.items() if _is_total(text)}
    if len(wanted) < len(heads):
        found.warn(
            sheet.name,
            f"{len(heads) - len(wanted)} columns of destinations or reasons were not read",
            row=header,
        )
    first = sheet.rows[header][0].column
    for row in sheet.rows:
        day = _day(sheet.row(row).get(first)) if row > header else None
        if day is None:
            continue
        period = week_from(day) if weekly else Period(day, day)
        for figure in _of_row(found, sheet, row, wanted, period):
            found.figures.append(figure)


def _is_total(text: str) -> bool:
    return folded(text).startswith(("number of patients", _BED_DAYS))


def _day(cell: Cell | None) -> date | None:
    if cell is None or cell.kind not in {CellKind.DATE, CellKind.ISO_DATE} or cell.moment is None:
        return None
    return cell.moment.date()


def _of_row(
    found: FoundFigures, sheet: Sheet, row: int, wanted: Mapping[int, str], period: Period
) -> Iterator[FoundFigure]:
    cells = sheet.row(row)
    uncounted = _uncounted(cells, wanted)
    for column, text in wanted.items():
        cell = cells.get(column)
        try:
            figure = figure_in(cell)
        except FigureRefusedError as refused:
            found.reject(sheet.name, row, cell, "value", str(refused))
            continue
        missing = column == uncounted
        yield FoundFigure(
            sheet=sheet.name,
            row=row,
            metric=NamedMetric(text),
            area=NamedArea(_ENGLAND, "E92000001", "country"),
            period=period,
            value=None if missing else figure.number,
            status=Status.NOT_AVAILABLE if missing else figure.status,
            mark="0" if missing else figure.mark,
            note="0 in the file, although longer stays are counted" if missing else "",
            cells={} if cell is None else {"value": cell.ref},
        )


def _uncounted(cells: Mapping[int, Cell], wanted: Mapping[int, str]) -> int | None:
    """The column of stays of seven days while it was not collected: nought, yet longer stays are many."""
    by_days = {
        text.split()[-2]: column for column, text in wanted.items() if folded(text).startswith(_BED_DAYS)
    }
    seven, fourteen = by_days.get("7+"), by_days.get("14+")
    if seven is None or fourteen is None or seven not in cells or fourteen not in cells:
        return None
    return seven if cells[seven].line == "0" and cells[fourteen].line != "0" else None
