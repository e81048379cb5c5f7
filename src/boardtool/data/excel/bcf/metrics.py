"""The Metrics sheet of a national workbook: each metric by its words, its figures by period and kind."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from boardtool.data.excel.bcf.values import exact, warned
from boardtool.data.excel.bcf.words import filled, sheets_called
from boardtool.data.excel.workbook import Cell, CellKind, Sheet, Workbook, column_letters
from boardtool.domain.bcf.lists import MetricWords, YearLists
from boardtool.domain.imports import Warned
from boardtool.domain.text import clean_line, folded

_PERIOD = re.compile(
    r"(?:(?P<a>20)?(?P<y>[0-9]{2})[-/](?:20)?(?P<z>[0-9]{2}))(?:\s+(?P<q>q[1-4]))?"
    r"|(?P<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s+(?:20)?(?P<my>[0-9]{2})",
    re.IGNORECASE,
)
_QUARTER = re.compile(r"\bq[1-4]\b", re.IGNORECASE)
_KIND = re.compile(r"\b(actual|estimated|estimate|plan|goal)\b", re.IGNORECASE)
_KINDS = {"estimate": "estimated", "goal": "plan"}
_CODE = re.compile(r"^\s*([0-9]{1,2}\.[0-9]{1,2})\s+(.*)$", re.DOTALL)
_DECIMALS = 6
_NEAR = Decimal("0.05")
_LONGEST_HEAD = 40  # letters; a rationale speaks of years and plans too


@dataclass(slots=True)
class ReadFigure:
    """A period's figures; `cell` is that of the value, `parts` those of numerator and denominator."""

    period: str
    kind: str
    cell: str
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    parts: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class ReadMetric:
    """A metric as it was read; `cells` names those of its rationale and its local plan."""

    words: MetricWords
    code: str
    name: str
    row: int
    figures: list[ReadFigure] = field(default_factory=list)
    rationale: str = ""
    local_plan: str = ""
    cells: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class ReadMetrics:
    sheet: str = ""
    metrics: list[ReadMetric] = field(default_factory=list)
    warnings: list[Warned] = field(default_factory=list)


@dataclass(slots=True)
class _Heads:
    """The headings over the rows that are being read: columns of figures, of the rationale, of the plan."""

    figures: Mapping[int, tuple[str, str]]
    texts: Mapping[str, int]
    taken: set[str] = field(default_factory=set)


def read_metrics(workbook: Workbook, lists: YearLists) -> ReadMetrics:
    """Read the metrics; an empty result where the workbook has no such sheet."""
    for sheet in sheets_called(workbook, "metrics"):
        if not sheet.trouble:
            return _read(sheet, lists)
    return ReadMetrics()


def _read(sheet: Sheet, lists: YearLists) -> ReadMetrics:
    read = ReadMetrics(sheet.name)
    metric: ReadMetric | None = None
    heads: _Heads | None = None
    for number in sheet.rows:
        cells = filled(sheet, number)
        if not cells:
            continue
        begun = _begun(cells[0], lists)
        if begun is not None:
            metric, heads = begun, None
            read.metrics.append(metric)
        headed = _heads(cells if begun is None else cells[1:])
        if headed is not None:
            heads = headed
        elif begun is None and metric is not None and heads is not None:
            _read_row(read, metric, heads, sheet, number)
    read.metrics = [one for one in read.metrics if one.figures or not one.words.parts]
    for found in read.metrics:
        _work_out(found)
    return read


def _work_out(metric: ReadMetric) -> None:
    """The rate that the template works out itself, exactly, also where the file holds no result of it.

    A value that does not follow from its figures stays as it was typed: a check says so.
    """
    for one in metric.figures:
        if not metric.words.computed or one.numerator is None or not one.denominator:
            continue
        rate = round(one.numerator * metric.words.multiplier / one.denominator, _DECIMALS)
        if one.value is None or abs(one.value - rate) <= _NEAR:
            one.value = rate


def _begun(title: Cell, lists: YearLists) -> ReadMetric | None:
    """The metric that a heading of its own begins ("8.1 Avoidable admissions")."""
    found = _CODE.match(clean_line(title.line)) if title.kind == CellKind.TEXT else None
    words = None if found is None else metric_called(found[2], lists)
    return None if found is None or words is None else ReadMetric(words, found[1], found[2], title.row)


def metric_called(text: str, lists: YearLists) -> MetricWords | None:
    """The metric that words mean: its name, another name, or its full name."""
    plain = folded(text)
    for words in lists.metrics:
        names = [folded(name) for name in (words.name, words.full_name, *words.also)]
        if plain in names:
            return words
    for words in lists.metrics:
        names = [folded(name) for name in (words.name, words.full_name, *words.also)]
        if any(plain.startswith(name) or (len(plain) > 5 and name.startswith(plain)) for name in names):  # noqa: PLR2004 - shorter words begin too many names
            return words
    return None


def _heads(cells: list[Cell]) -> _Heads | None:
    figures: dict[int, tuple[str, str]] = {}
    texts: dict[str, int] = {}
    for cell in cells:
        if cell.kind != CellKind.TEXT:
            continue
        period = period_in(cell.line)
        kind = _KIND.findall(cell.line)
        if period and kind and len(cell.line) <= _LONGEST_HEAD:
            figures[cell.column] = (period, _KINDS.get(kind[-1].lower(), kind[-1].lower()))
        elif folded(cell.line).startswith(("rationale", "comments", "overview narrative")):
            texts["rationale"] = cell.column
        elif folded(cell.line).startswith("local plan"):
            texts["local_plan"] = cell.column
    return _Heads(figures, texts) if figures else None


def period_in(text: str) -> str:
    """The period that a heading names: "2022-23 Q1", "2022-23", "2025-04"; "" where it names none."""
    found = _PERIOD.search(text)
    if found is None:
        return ""
    if found["m"]:
        months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        return f"20{found['my']}-{months.index(found['m'].lower()) + 1:02d}"
    year = f"20{found['y']}-{found['z']}"
    quarter = _QUARTER.search(text)
    return f"{year} {quarter[0].upper()}" if quarter else year


def _read_row(read: ReadMetrics, metric: ReadMetric, heads: _Heads, sheet: Sheet, number: int) -> None:
    by_column = {cell.column: cell for cell in filled(sheet, number)}
    first = min(heads.figures)
    labels = [cell for column, cell in by_column.items() if column < first and cell.kind == CellKind.TEXT]
    if not labels or (len(labels) == len(by_column) == 1 and labels[0].line.startswith(">>")):
        return
    label = folded(labels[-1].line)
    meant = _part_called(read, metric, labels[-1])
    if label.startswith("rationale"):
        _take_text(meant, "rationale", by_column.get(first), f"{column_letters(first)}{number}")
        return
    for name, column in heads.texts.items():
        _take_text(meant, name, by_column.get(column), f"{column_letters(column)}{number}")
    part = {"numerator": "numerator", "denominator": "denominator"}.get(label)
    if part is None and meant.words.key in heads.taken:
        return  # counts and populations for information: a standardised rate does not follow from them
    for column, (period, kind) in heads.figures.items():
        cell = by_column.get(column)
        figure = exact(cell)
        if cell is not None and figure.said and cell.kind != CellKind.NO_VALUE:
            read.warnings.append(warned(sheet.name, cell, figure.said))
        _take(meant, part, period, kind, figure.number, f"{column_letters(column)}{number}")
    heads.taken.add(meant.words.key)


def _part_called(read: ReadMetrics, metric: ReadMetric, label: Cell) -> ReadMetric:
    """The part of a metric that a row is of, where the metric is planned by parts."""
    plain = folded(label.line)
    part = next(
        (one for one in metric.words.parts if plain.startswith(folded(one.name.partition("(")[0]))), None
    )
    if part is None:
        return metric
    known = next((one for one in read.metrics if one.words == part), None)
    if known is None:
        known = ReadMetric(part, metric.code, part.name, label.row)
        read.metrics.append(known)
    return known


def _take_text(metric: ReadMetric, name: str, cell: Cell | None, ref: str) -> None:
    metric.cells.setdefault(name, ref)
    if cell is not None and not getattr(metric, name):
        setattr(metric, name, cell.words)
        metric.cells[name] = ref


def _take(
    metric: ReadMetric, part: str | None, period: str, kind: str, value: Decimal | None, ref: str
) -> None:
    known = next((one for one in metric.figures if (one.period, one.kind) == (period, kind)), None)
    if known is None:
        known = ReadFigure(period, kind, ref)
        metric.figures.append(known)
    if part is not None:
        setattr(known, part, value)
        known.parts[part] = ref
        return
    known.cell = ref
    if value is not None:
        known.value = metric.words.shown(value)
