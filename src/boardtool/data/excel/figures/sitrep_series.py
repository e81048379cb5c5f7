"""The national series of NHS England's discharge SitRep: England day by day, and week by week."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from boardtool.data.excel.figures.found import FoundFigure, FoundFigures, NamedArea, NamedMetric
from boardtool.data.excel.figures.values import FigureRefusedError, figure_in
from boardtool.data.excel.workbook import Cell, CellKind, Sheet
from boardtool.domain.performance.metrics import Status
from boardtool.domain.performance.periods import Period, week_from
from boardtool.domain.text import folded, shortened

_ENGLAND = "England"
_BED_DAYS = "number of additional bed days patients with length of stay of"
_LONGEST_NAME = 48


def read_series(found: FoundFigures, sheet: Sheet) -> None:
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
            sheet.name, _unread([text for text in heads.values() if text not in wanted.values()]), row=header
        )
    first = sheet.rows[header][0].column
    for row in sheet.rows:
        day = _day(sheet.row(row).get(first)) if row > header else None
        if day is None:
            continue
        period = week_from(day) if weekly else Period(day, day)
        for figure in _of_row(found, sheet, row, wanted, period):
            found.figures.append(figure)


def _unread(headings: Sequence[str]) -> str:
    names = "; ".join(shortened(text, _LONGEST_NAME) for text in headings)
    return f"{len(headings)} columns of destinations or reasons were not read: {names}"


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
