"""NHS England's acute discharge SitRep of a month: its tables by area, told by name which are read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from boardtool.data.excel.figures.found import FoundFigure, FoundFigures, NamedArea, NamedMetric, Origin
from boardtool.data.excel.figures.sitrep_series import read_series
from boardtool.data.excel.figures.values import FigureRefusedError, figure_in
from boardtool.data.excel.workbook import Cell, CellKind, Sheet, Workbook
from boardtool.domain.errors import InputRefusedError
from boardtool.domain.performance.period_words import PeriodRefusedError, read_period
from boardtool.domain.performance.periods import Period
from boardtool.domain.text import folded, listed, shortened

TITLE = "acute daily discharge situation report"
_TABLE = re.compile(r"Table [0-9]")
_USUAL = ("Table 2", "Table 3")
_OF_TABLE = {
    "Table 2": ("", ""),
    "Table 3": ("", ""),
    "Table 4": ("Discharged: ", "patients"),
    "Table 5": ("Delayed, in hospital 14 days or more: ", "patients a day"),
}
"""Of each table that is read, what its headings lack to be names of metrics, and their unit."""
_LONGEST_TITLE = 90
_SERIES = ("Daily Series", "Weekly Series")
_MONTHLY = re.compile(r"(?P<month>[A-Z][a-z]+ [0-9]{4})\s*-")
_SMALL = frozenset({"and", "of", "the", "for", "in", "on"})
_KINDS = {"icb code": "integrated care board", "org code": "trust"}


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
    """The tables of daily discharges and weekly bed days, or the national series; any table asked for.

    Raises:
        InputRefusedError: a table is asked for that holds no figures of areas.
    """
    found = FoundFigures(Origin.SITREP)
    there = {one.name.strip(): one for one in workbook.shown if not one.trouble}
    series = [there[name] for name in _SERIES if name in there and sheet in {None, name}]
    for one in series:
        read_series(found, one)
    if series:
        return found
    tables = [name for name in there if _TABLE.fullmatch(name)]
    wanted = [sheet.strip()] if sheet is not None else [name for name in tables if name in _USUAL]
    for name in wanted:
        if name not in _OF_TABLE:
            raise InputRefusedError(
                f"“{name}” of the SitRep holds no figures of areas: take {listed(list(_OF_TABLE))}."
            )
        if name in there:
            _read_table(found, there[name])
    found.other_sheets = tuple(name for name in tables if name in _OF_TABLE and name not in wanted)
    _tell_of_tables(found, workbook, tables, wanted)
    return found


def _tell_of_tables(
    found: FoundFigures, workbook: Workbook, tables: Sequence[str], wanted: Sequence[str]
) -> None:
    """Which tables are read and which are not, with what each is, as its list of contents says."""
    titles = _titles(workbook)
    left = [f"{name} ({titles[name]})" if name in titles else name for name in tables if name not in wanted]
    if left:
        read = listed([name for name in wanted if name in tables])
        found.warn("", f"read: {read}; not read: {'; '.join(left)}. Name one as the sheet to take it")


def _titles(workbook: Workbook) -> dict[str, str]:
    contents = workbook.sheet("Contents")
    rows = () if contents is None else contents.rows.values()
    named = {cells[0].line: cells[1].line for cells in rows if len(cells) > 1}
    return {
        name: shortened(f"{words[:1].lower()}{words[1:]}", _LONGEST_TITLE) for name, words in named.items()
    }


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
    lacking, unit = _OF_TABLE[sheet.name.strip()]
    found: dict[int, _Column] = {}
    for column, measure in measures.items():
        begun = [at for at in spans if at <= column]
        if begun:
            metric = NamedMetric(f"{lacking}{measure.line}", unit=unit)
            found[column] = _Column(metric, spans[max(begun)])
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
