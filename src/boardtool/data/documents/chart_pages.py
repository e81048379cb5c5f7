"""A chart on paper: its sentence, the drawing with its words for those who cannot see it, and its figures."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from boardtool.data.charts.areas import areas_alternative, areas_figure, areas_svg
from boardtool.data.charts.funnel import funnel_alternative, funnel_figure, funnel_svg
from boardtool.data.charts.matrix import matrix_alternative, matrix_figure, matrix_svg
from boardtool.data.charts.small import small_alternative, small_figure, small_svg
from boardtool.data.charts.xmr import alternative, xmr_figure, xmr_svg
from boardtool.data.charts.year import year_alternative, year_figure, year_svg
from boardtool.data.documents.sheet import (
    Cell,
    Column,
    Masthead,
    NewPage,
    Picture,
    Prose,
    Sheet,
    SheetBlock,
    Table,
    Title,
)
from boardtool.domain.dates import long_date
from boardtool.domain.markdown import Paragraph, Run
from boardtool.domain.performance.among_areas import AmongAreas, ComparedArea
from boardtool.domain.performance.benchmark import COMPARED
from boardtool.domain.performance.charts import MetricChart
from boardtool.domain.performance.funnel_words import STANDINGS, funnel_asks, funnel_sentence
from boardtool.domain.performance.funnels import Funnel
from boardtool.domain.performance.metrics import Area, Metric, value_shown
from boardtool.domain.performance.moving_ranges import range_words
from boardtool.domain.performance.numbers import shown
from boardtool.domain.performance.scorecard import ScorecardRow, row_sentence
from boardtool.domain.performance.sentences import point_sentence
from boardtool.domain.performance.year import year_of, year_sentence

_FIGURES = (Column("Period", 50), Column("Value", 36), Column("Target", 36), Column("Reading"))
_WITH_RANGES = (
    Column("Period", 44),
    Column("Value", 32),
    Column("Target", 32),
    Column("Moving range", 52),
    Column("Reading"),
)
_YEAR = (Column("Period"), Column("Planned", 40), Column("Actual", 40), Column("Actual less plan", 44))
_AREAS = (
    Column("Area"),
    Column("Value", 38),
    Column("Lower 95 %", 32),
    Column("Upper 95 %", 32),
    Column("Against England", 42),
)
_FUNNEL = (Column("Area"), Column("Value", 40), Column("Denominator", 44), Column("Standing", 78))
_MOST_FIGURES = 60
_TEXT, _MOST_HIGH = 253, 102
"""The width of a line on a landscape page, and what is left of its height, in millimetres."""
_VIEW = re.compile(r'viewBox="[^ "]+ [^ "]+ ([^ "]+) ([^ "]+)"')


@dataclass(frozen=True, slots=True)
class ChartPage:
    """A chart with what stands around it: the drawing alone, and the blocks of a paper.

    `ref` is by what it is asked for: "falls@Corby", or the name of a board.
    """

    ref: str
    title: str
    svg: str
    blocks: tuple[SheetBlock, ...]


def charts_sheet(pages: Sequence[ChartPage], *, council: str, board: str, as_of: date) -> Sheet:
    """A paper with a chart a page, each under its own title."""
    title = pages[0].title if len(pages) == 1 else "Performance charts"
    return Sheet(
        title=f"{title}: {board}, {long_date(as_of)}",
        author=council or board,
        dated=as_of,
        footer=f"{title}, {long_date(as_of)}",
        blocks=tuple(_charts(pages, Masthead(council, board, f"{title}, as of {long_date(as_of)}"))),
        landscape=True,
    )


def _charts(pages: Sequence[ChartPage], masthead: Masthead) -> Iterator[SheetBlock]:
    yield masthead
    for place, page in enumerate(pages):
        if place:
            yield NewPage()
        if len(pages) > 1:
            yield Title(2, page.title)
        yield from page.blocks


def time_page(chart: MetricChart) -> ChartPage:
    """The figures over time, with their moving ranges where the metric shows them."""
    record = chart.record
    blocks = tuple(_over_time(chart, _fitting(xmr_figure(chart), alternative(chart))))
    title = f"{record.metric.title}, {record.area.name}"
    return ChartPage(_ref(record.metric, record.area), title, xmr_svg(chart), blocks)


def _ref(metric: Metric, area: Area) -> str:
    return f"{metric.key}@{area.name}"


def _over_time(chart: MetricChart, picture: Picture) -> Iterator[SheetBlock]:
    record = chart.record
    yield _words(f"{chart.sentence} {chart.ranges_sentence}" if chart.shows_ranges else chart.sentence)
    yield picture
    for commentary in record.commentary[-1:]:
        yield _words(commentary.text)
    latest = range(len(chart.xmr.points))[-_MOST_FIGURES:]
    columns = _WITH_RANGES if chart.shows_ranges else _FIGURES
    ranges = chart.ranges.points
    rows = []
    for number in reversed(latest):
        period, value, target, reading = _figure(chart, number)
        moved = range_words(ranges[number], unit=record.metric.unit)
        middle = (Cell(moved[:1].upper() + moved[1:]),) if chart.shows_ranges else ()
        rows.append((period, value, target, *middle, reading))
    yield Table(columns, tuple(rows))
    if len(latest) < len(chart.xmr.points):
        yield _words(f"The table has the latest {len(latest)} of {len(chart.xmr.points)} figures.")


def _figure(chart: MetricChart, number: int) -> tuple[Cell, Cell, Cell, Cell]:
    point, observation = chart.xmr.points[number], chart.record.observations[number]
    metric = chart.record.metric
    reading = point_sentence(point)
    said = chart.commentary_at(number)
    return (
        Cell(observation.period.shown),
        Cell(value_shown(metric, observation), "" if not observation.provisional else "provisional"),
        Cell("" if point.target is None else shown(point.target, metric.unit)),
        Cell(reading[:1].upper() + reading[1:], "" if said is None else said.text),
    )


def year_page(chart: MetricChart) -> ChartPage:
    """The financial year of the latest figure; there must be one."""
    record, unit = chart.record, chart.record.metric.unit
    title = f"{record.metric.title}, {record.area.name}: year and plan"
    rows = [
        (
            Cell(each.period.shown),
            Cell(shown(each.planned, unit)),
            Cell(shown(each.actual, unit)),
            Cell(each.difference_shown),
        )
        for each in year_of(chart)
    ]
    blocks = (
        _words(year_sentence(chart)),
        _fitting(year_figure(chart), year_alternative(chart)),
        Table(_YEAR, tuple(rows)),
    )
    return ChartPage(_ref(record.metric, record.area), title, year_svg(chart), blocks)


def areas_page(among: AmongAreas) -> ChartPage:
    """The areas of the latest period compared."""
    title = f"{among.metric.title}: areas"
    blocks = (
        _words(among.sentence),
        _fitting(areas_figure(among), areas_alternative(among)),
        Table(_AREAS, tuple(_area(among, row) for row in among.rows)),
    )
    return ChartPage(_ref(among.metric, among.own), title, areas_svg(among), blocks)


def _area(among: AmongAreas, row: ComparedArea) -> tuple[Cell, ...]:
    against = among.benchmark is not None and row.figure != among.benchmark
    return (
        Cell(row.figure.area.name),
        Cell(value_shown(among.metric, row.figure.observation)),
        Cell("" if row.interval is None else shown(row.interval.lower)),
        Cell("" if row.interval is None else shown(row.interval.upper)),
        Cell(COMPARED[row.comparison] if against else ""),
    )


def funnel_page(among: AmongAreas, funnel: Funnel) -> ChartPage:
    """The funnel of the areas of the latest period."""
    title = f"{among.metric.title}: funnel"
    rows = [
        (
            Cell(place.area),
            Cell(shown(place.value, among.metric.unit)),
            Cell(shown(place.denominator)),
            Cell(STANDINGS[place.standing]),
        )
        for place in funnel.places
    ]
    blocks = (
        _words(f"{funnel_sentence(among)} {funnel_asks(among)}"),
        _fitting(funnel_figure(among, funnel), funnel_alternative(among, funnel)),
        Table(_FUNNEL, tuple(rows)),
    )
    return ChartPage(_ref(among.metric, among.own), title, funnel_svg(among, funnel), blocks)


def small_page(rows: Sequence[ScorecardRow], board: str) -> ChartPage:
    """The metrics of a scorecard as small charts."""
    title = "Performance in small charts"
    figure = _fitting(small_figure(rows, title), small_alternative(rows))
    said = tuple(_words(row_sentence(row)) for row in rows)
    return ChartPage(board, title, small_svg(rows, title), (figure, *said))


def matrix_page(rows: Sequence[ScorecardRow], board: str) -> ChartPage:
    """The metrics of a scorecard by change and target."""
    title, said = "Change and target", matrix_alternative(rows)
    figure = _fitting(matrix_figure(rows, title), said)
    return ChartPage(board, title, matrix_svg(rows, title), (figure, _words(said)))


def _fitting(svg: str, alt: str) -> Picture:
    """A figure as wide as a landscape page lets it be where head, title and a sentence stand above it."""
    wide, high = (float(side) for side in _VIEW.findall(svg)[0])
    return Picture(svg, alt, min(_TEXT, int(_MOST_HIGH * wide / high)))


def _words(text: str) -> Prose:
    return Prose((Paragraph((Run(text),)),))
