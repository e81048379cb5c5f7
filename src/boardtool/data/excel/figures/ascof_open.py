"""The ASCOF open data file (CSV or workbook): one number a row, what it is said beside it, and no year."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from boardtool.data.excel.figures.found import FoundFigure, FoundFigures, NamedArea, NamedMetric, Origin
from boardtool.data.excel.figures.values import EMPTY, Figure, FigureRefusedError, figure_in
from boardtool.data.excel.workbook import Cell, Sheet, Workbook
from boardtool.domain.errors import InputRefusedError
from boardtool.domain.performance.period_words import PeriodRefusedError, read_period, read_year
from boardtool.domain.performance.periods import Period, financial_year
from boardtool.domain.text import folded

_HEADER_WITHIN = 20
_FIELDS: Mapping[str, frozenset[str]] = {
    "area": frozenset({"geographical description", "geographical name"}),
    "level": frozenset({"geographical level"}),
    "local_code": frozenset({"geographical code"}),
    "code": frozenset({"ons area code", "ons code"}),
    "measure": frozenset({"ascof measure code"}),
    "part": frozenset({"disaggregation level", "disaggregation"}),
    "type": frozenset({"measure type"}),
    "value": frozenset({"measure value"}),
    "group": frozenset({"measure group"}),
    "words": frozenset({"measure group description"}),
    "year": frozenset({"year", "financial year", "fiscal year", "period", "time period"}),
}
_NEEDED = {"area", "measure", "type", "value"}
_TYPES = {
    "outcome": "value",
    "numerator": "numerator",
    "denominator": "denominator",
    "margin of error": "margin",
}
_UNITS = (
    (re.compile("per 100,?000", re.IGNORECASE), "per 100,000"),
    (re.compile("^proportion", re.IGNORECASE), "%"),
)
_CODE = re.compile(r"(?P<measure>[0-9][a-z])\(?(?P<part>[0-9]?)\)?(?P<rest>.*)", re.IGNORECASE)
_YEARS = re.compile(r"(?<![0-9])(?:20)?(?P<year>[0-9]{2})[-_ ]?(?P<next>[0-9]{2})(?![0-9])")
_CENTURY, _THIS_CENTURY = 100, 2000


@dataclass(frozen=True, slots=True)
class _Place:
    """What the rows of one figure have in common; `measure` is the code with age or sex, `group` without."""

    area: NamedArea
    measure: str
    group: str
    part: str
    words: str
    period: Period


def read_ascof_open(workbook: Workbook, *, year: str | None = None) -> FoundFigures | None:
    """The figures of the first sheet laid out so; None where there is none.

    `year` is of the whole file, which mostly says it in its name alone.

    Raises:
        InputRefusedError: nothing says of which year the file is.
    """
    for sheet in workbook.shown:
        heads = None if sheet.trouble else _heads(sheet)
        if heads is not None:
            return _read(sheet, *heads, of_file=_year_of_file(workbook.file, year))
    return None


def _heads(sheet: Sheet) -> tuple[int, Mapping[str, int]] | None:
    for row in list(sheet.rows)[:_HEADER_WITHIN]:
        found: dict[str, int] = {}
        for cell in sheet.rows[row]:
            words = folded(cell.line)
            name = next((name for name, headings in _FIELDS.items() if words in headings), None)
            if name is not None:
                found.setdefault(name, cell.column)
        if found.keys() >= _NEEDED:
            return row, found
    return None


def _year_of_file(name: str, asked: str | None) -> Period | None:
    """The financial year that is said, else the one that the file's name holds: "…-eng-1920-open-data"."""
    if asked is not None:
        return read_period(asked)
    for found in _YEARS.finditer(name):
        first = int(found["year"])
        if (first + 1) % _CENTURY == int(found["next"]):
            return financial_year(_THIS_CENTURY + first)
    return None


def _read(sheet: Sheet, header: int, columns: Mapping[str, int], *, of_file: Period | None) -> FoundFigures:
    found = FoundFigures(Origin.ASCOF, sheet.name)
    if "year" not in columns:
        if of_file is None:
            raise InputRefusedError(
                "This ASCOF file does not say its year, nor does its name: say --year 2023/24, or put the "
                "year into the name of the file (…2023-24.csv) or into a column headed Year."
            )
        found.warn(sheet.name, f"no column says the year: all figures are taken as of {of_file.shown}")
    gathered: dict[_Place, dict[str, tuple[int, Cell | None, Figure]]] = defaultdict(dict)
    for row in sheet.rows:
        if row > header:
            _gather(found, sheet, row, columns, of_file, gathered)
    headline = _headlines(list(gathered))
    found.figures += [_figure(sheet.name, place, parts, headline) for place, parts in gathered.items()]
    return found


def _gather(
    found: FoundFigures,
    sheet: Sheet,
    row: int,
    columns: Mapping[str, int],
    of_file: Period | None,
    gathered: dict[_Place, dict[str, tuple[int, Cell | None, Figure]]],
) -> None:
    """One row: the outcome of a figure, or another part of it; a base of a survey is none."""
    cells = sheet.row(row)
    held = {name: cells.get(column) for name, column in columns.items()}
    lines = {name: "" if cell is None else cell.line for name, cell in held.items()}
    part = _TYPES.get(folded(lines["type"]))
    if part is None or not (lines["area"] and lines["measure"]):
        return  # the base of a survey, or a note below the table
    try:
        period = read_year(lines["year"]) if lines.get("year") else of_file
        figure = figure_in(held["value"])
    except PeriodRefusedError as refused:
        found.reject(sheet.name, row, held.get("year"), "period", str(refused))
        return
    except FigureRefusedError as refused:
        found.reject(sheet.name, row, held["value"], part, str(refused))
        return
    if period is None:
        found.reject(sheet.name, row, held.get("year"), "period", "the year is missing")
        return
    code = lines.get("code", "") or lines.get("local_code", "")
    place = _Place(
        area=NamedArea(lines["area"], code, lines.get("level", "").lower()),
        measure=folded(lines["measure"]),
        group=folded(lines.get("group", "") or lines["measure"]),
        part=lines.get("part", ""),
        words=lines.get("words", ""),
        period=period,
    )
    gathered[place].setdefault(part, (row, held["value"], figure))


def _headlines(places: Sequence[_Place]) -> frozenset[str]:
    """The codes that stand for their whole measure: its own, or the only one that it has."""
    codes: dict[str, set[str]] = defaultdict(set)
    for place in places:
        codes[place.group].add(place.measure)
    only = {next(iter(every)) for every in codes.values() if len(every) == 1}
    return frozenset({*codes, *only})


def _figure(
    sheet: str,
    place: _Place,
    parts: Mapping[str, tuple[int, Cell | None, Figure]],
    headline: frozenset[str],
) -> FoundFigure:
    first = parts.get("value") or next(iter(parts.values()))
    held = {name: figure for name, (_row, _cell, figure) in parts.items()}
    outcome = held.get("value", EMPTY)
    margin = held.get("margin", EMPTY).number
    value = outcome.number
    limits = (None, None) if value is None or margin is None else (value - margin, value + margin)
    return FoundFigure(
        sheet=sheet,
        row=first[0],
        metric=_metric(place, whole=place.measure in headline),
        area=place.area,
        period=place.period,
        value=value,
        numerator=held.get("numerator", EMPTY).number,
        denominator=held.get("denominator", EMPTY).number,
        lower=limits[0],
        upper=limits[1],
        status=outcome.status,
        mark=outcome.mark,
        cells={name: cell.ref for name, (_row, cell, _figure) in parts.items() if cell is not None},
    )


def _metric(place: _Place, *, whole: bool) -> NamedMetric:
    """The measure; for an age or a sex of it a metric of its own."""
    code = place.group if whole else place.measure
    named = _CODE.fullmatch(code.replace(" ", ""))
    parts = [code] if named is None else [each for each in named.groups() if each]
    words = place.words or f"ASCOF {code.upper()}"
    unit = next((unit for form, unit in _UNITS if form.search(place.words)), "")
    return NamedMetric(
        words if whole or not place.part else f"{words} ({place.part})",
        key="_".join(("ascof", *parts)).lower().replace(" ", "_"),
        unit=unit,
    )
