"""A Fingertips download (CSV): a figure a row, names that hold line breaks, rows a field too short."""

from collections.abc import Mapping
from dataclasses import replace

from boardtool.data.excel.figures.found import FoundFigure, FoundFigures, NamedArea, NamedMetric, Origin
from boardtool.data.excel.figures.values import FigureRefusedError, figure_in
from boardtool.data.excel.workbook import Cell, Sheet
from boardtool.domain.performance.period_words import PeriodRefusedError, read_period
from boardtool.domain.text import folded

NEEDED = frozenset({"indicator id", "indicator name", "area code", "area name", "time period", "value"})
_PARTS = {
    "value": "value",
    "lower": "lower ci 95 0 limit",
    "upper": "upper ci 95 0 limit",
    "numerator": "count",
    "denominator": "denominator",
}
_SCALES = {100.0: "%", 1_000.0: "per 1,000", 10_000.0: "per 10,000", 100_000.0: "per 100,000"}
_OF_A_CATEGORY = {"category", "category type"}
_KNOWN = {
    ("22401", "65"): "falls",
    ("22401", "65 yrs"): "falls",
    ("2521", "all ages"): "avoidable_admissions",
}
_NEAR = 0.02


def read_fingertips(sheet: Sheet) -> FoundFigures | None:
    """The figures of a download, rows of a category left out; None where the sheet is none."""
    if not sheet.rows:
        return None
    header = next(iter(sheet.rows))
    columns = {folded(cell.line): cell.column for cell in sheet.rows[header]}
    if not columns.keys() >= NEEDED:
        return None
    found = FoundFigures(Origin.FINGERTIPS, sheet.name)
    categories = 0
    for row in sheet.rows:
        if row == header:
            continue
        held = {name: cell for name, column in columns.items() if (cell := sheet.row(row).get(column))}
        if held.keys() & _OF_A_CATEGORY:
            categories += 1
        else:
            _read_row(found, sheet.name, row, held)
    if categories:
        found.warn(
            sheet.name, f"{categories} rows of a category, such as a deprivation decile, were not read"
        )
    found.figures[:] = _with_units(found.figures)
    return found


def _read_row(found: FoundFigures, sheet: str, row: int, held: Mapping[str, Cell]) -> None:
    lines = {name: cell.line for name, cell in held.items()}
    missing = next(
        (name for name in ("indicator id", "area name", "time period") if not lines.get(name)), None
    )
    if missing is not None:
        found.reject(sheet, row, next(iter(held.values()), None), missing, f"the {missing} is missing")
        return
    try:
        period = read_period(lines["time period"])
    except PeriodRefusedError as refused:
        found.reject(sheet, row, held["time period"], "period", str(refused))
        return
    figures = {}
    for part, heading in _PARTS.items():
        try:
            figures[part] = figure_in(held.get(heading))
        except FigureRefusedError as refused:
            found.reject(sheet, row, held.get(heading), part, str(refused))
            return
    found.figures.append(
        FoundFigure(
            sheet=sheet,
            row=row,
            metric=_metric(lines),
            area=NamedArea(lines["area name"], lines.get("area code", ""), lines.get("area type", "")),
            period=period,
            status=figures["value"].status,
            note=lines.get("value note", ""),
            written=lines["time period"],
            mark=figures["value"].mark,
            is_per_cent=figures["value"].is_per_cent,
            cells={part: held[heading].ref for part, heading in _PARTS.items() if heading in held}
            | {"period": held["time period"].ref},
            value=figures["value"].number,
            numerator=figures["numerator"].number,
            denominator=figures["denominator"].number,
            lower=figures["lower"].number,
            upper=figures["upper"].number,
        )
    )


def _metric(lines: Mapping[str, str]) -> NamedMetric:
    """The indicator; another sex or age than everybody is a metric of its own."""
    sex, age = lines.get("sex", "Persons"), lines.get("age", "All ages")
    group = [part for part, usual in ((sex, "Persons"), (age, "All ages")) if part and part != usual]
    number = lines["indicator id"]
    known = _KNOWN.get((number, folded(age or "All ages"))) if sex in {"", "Persons"} else None
    words = " ".join([lines.get("indicator name", number), *(f"({part})" for part in group)])
    return NamedMetric(words, key=known or folded(" ".join(["fingertips", number, *group])).replace(" ", "_"))


def _with_units(figures: list[FoundFigure]) -> list[FoundFigure]:
    """The unit of each metric, told by value against count and denominator: the file itself has none."""
    scales: dict[str, float] = {}
    for each in figures:
        if each.metric.key not in scales and each.value and each.numerator and each.denominator:
            ratio = each.value / (each.numerator / each.denominator)
            scales[each.metric.key] = next((s for s in _SCALES if abs(ratio / s - 1) < _NEAR), 0.0)
    named = {
        each.metric.key: NamedMetric(each.metric.name, each.metric.key, _SCALES[scale], scale)
        for each in figures
        if (scale := scales.get(each.metric.key))
    }
    return [_renamed(each, named.get(each.metric.key)) for each in figures]


def _renamed(figure: FoundFigure, metric: NamedMetric | None) -> FoundFigure:
    return figure if metric is None else replace(figure, metric=metric)
