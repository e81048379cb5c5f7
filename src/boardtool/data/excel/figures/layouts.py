"""Which layout a file of figures is in, told by its words, and reading it so."""

from collections.abc import Mapping

from boardtool.data.excel.figures.ascof import read_ascof
from boardtool.data.excel.figures.ascof_open import read_ascof_open
from boardtool.data.excel.figures.bcf import read_bcf
from boardtool.data.excel.figures.fingertips import read_fingertips
from boardtool.data.excel.figures.found import FoundFigures, Origin
from boardtool.data.excel.figures.long import WANTED, read_long
from boardtool.data.excel.figures.ready_date import read_ready_date
from boardtool.data.excel.figures.series_periods import understand_periods
from boardtool.data.excel.figures.sitrep import is_sitrep, read_sitrep
from boardtool.data.excel.figures.wide import read_wide
from boardtool.data.excel.tables import FoundTable, find_table
from boardtool.data.excel.workbook import Sheet, Workbook
from boardtool.domain.errors import InputRefusedError
from boardtool.domain.imports import Choose
from boardtool.domain.text import folded

_NAMES_ITS_METRIC = "indicator"


def read_figures(
    workbook: Workbook,
    *,
    sheet: str | None = None,
    columns: Mapping[str, str] | None = None,
    year: str | None = None,
) -> FoundFigures | Choose:
    """The figures of a workbook or CSV, in whichever layout it is; `year` is of a file that says none.

    Raises:
        InputRefusedError: it is in none that is known, or holds no figure.
    """
    found = _published(workbook, sheet, year) or _our_own(workbook, sheet, columns or {})
    if isinstance(found, FoundFigures) and found.origin in {Origin.OWN, Origin.ASCOF}:
        understand_periods(found)
    if isinstance(found, FoundFigures) and not (found.figures or found.rejected):
        raise InputRefusedError("No figures were found: the table has no rows that hold any.")
    return found


def _published(workbook: Workbook, sheet: str | None, year: str | None) -> FoundFigures | None:
    if is_sitrep(workbook):
        return read_sitrep(workbook, sheet=sheet)
    fingertips = (read_fingertips(one) for one in workbook.shown if not one.trouble)
    return (
        next((found for found in fingertips if found is not None), None)
        or read_ready_date(workbook)
        or read_bcf(workbook)
        or read_ascof_open(workbook, year=year)
        or read_ascof(workbook, sheet=sheet)
    )


def _our_own(workbook: Workbook, sheet: str | None, columns: Mapping[str, str]) -> FoundFigures | Choose:
    """The long layout where its headings are there; else a wide one; else what the long one lacks."""
    try:
        table = find_table(workbook, WANTED, sheet=sheet, columns=columns)
    except InputRefusedError:
        wide = _wide(workbook, sheet)
        if wide is None:
            raise
        return wide
    if isinstance(table, Choose) and table.field == "metric":
        named = [option for option in table.options if folded(option) == _NAMES_ITS_METRIC]
        if named:  # beside "measure", which then says what the figure is
            return _our_own(workbook, sheet, {**columns, "metric": named[0]})
    if isinstance(table, FoundTable):
        return read_long(table)
    return (_wide(workbook, sheet) if not columns else None) or table


def _wide(workbook: Workbook, name: str | None) -> FoundFigures | None:
    """The first wide table; several sheets of them are read together."""
    sheets = [one for one in _asked(workbook, name) if not one.trouble]
    read = [found for one in sheets if (found := read_wide(one)) is not None]
    if not read:
        return None
    first, *others = read
    for other in others:
        first.figures += other.figures
        first.rejected += other.rejected
        first.warnings += other.warnings
    return first


def _asked(workbook: Workbook, name: str | None) -> tuple[Sheet, ...]:
    if name is None:
        return workbook.shown
    found = workbook.sheet(name)
    return () if found is None else (found,)
