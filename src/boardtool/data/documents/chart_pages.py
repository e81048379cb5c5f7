"""A chart on paper: its sentence, the drawing with its words for those who cannot see it, and its figures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from boardtool.data.charts.areas import FOOTER as WHISKERS
from boardtool.data.charts.areas import areas_alternative, areas_svg
from boardtool.data.charts.funnel import funnel_alternative, funnel_svg
from boardtool.data.charts.matrix import matrix_alternative, matrix_svg
from boardtool.data.charts.small import small_alternative, small_svg
from boardtool.data.charts.xmr import alternative, xmr_svg
from boardtool.data.charts.year import year_alternative, year_svg
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
        yield from page.blocks


def time_page(chart: MetricChart) -> ChartPage:
    """The figures over time, with their moving ranges where the metric shows them."""
    record, svg = chart.record, xmr_svg(chart)
    blocks = tuple(_over_time(chart, Picture(svg, alternative(chart))))
    return ChartPage(_ref(record.metric, record.area), record.metric.title, svg, blocks)


def _ref(metric: Metric, area: Area) -> str:
    return f"{metric.key}@{area.name}"


def _over_time(chart: MetricChart, picture: Picture) -> Iterator[SheetBlock]:
    record = chart.record
    yield Title(2, f"{record.metric.title}, {record.area.name}")
    yield _words(chart.sentence)
    if chart.shows_ranges:
        yield _words(chart.ranges_sentence)
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
    record, svg, unit = chart.record, year_svg(chart), chart.record.metric.unit
    title = f"{record.metric.title}: year and plan"
    rows = [
        (
            Cell(each.period.shown),
            Cell(shown(each.planned, unit)),
            Cell(shown(each.actual, unit)),
            Cell(_difference(each.actual, each.planned)),
        )
        for each in year_of(chart)
    ]
    blocks = (
        Title(2, f"{title}, {record.area.name}"),
        _words(year_sentence(chart)),
        Picture(svg, year_alternative(chart)),
        Table(_YEAR, tuple(rows)),
    )
    return ChartPage(_ref(record.metric, record.area), title, svg, blocks)


def _difference(actual: float | None, planned: float | None) -> str:
    if actual is None or planned is None:
        return shown(None)
    return f"{actual - planned:+,.1f}".replace("-", "\u2212")


def areas_page(among: AmongAreas) -> ChartPage:
    """The areas of the latest period compared."""
    svg, title = areas_svg(among), f"{among.metric.title}: areas"
    blocks = (
        Title(2, title),
        _words(among.sentence),
        Picture(svg, areas_alternative(among)),
        _words(WHISKERS),
        Table(_AREAS, tuple(_area(among, row) for row in among.rows)),
    )
    return ChartPage(_ref(among.metric, among.own), title, svg, blocks)


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
    svg, title = funnel_svg(among, funnel), f"{among.metric.title}: funnel"
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
        Title(2, title),
        _words(f"{funnel_sentence(among)} {funnel_asks(among)}"),
        Picture(svg, funnel_alternative(among, funnel)),
        Table(_FUNNEL, tuple(rows)),
    )
    return ChartPage(_ref(among.metric, among.own), title, svg, blocks)


def small_page(rows: Sequence[ScorecardRow], board: str) -> ChartPage:
    """The metrics of a scorecard as small charts."""
    title = f"Performance of {board}"
    svg = small_svg(rows, title)
    said = tuple(_words(row_sentence(row)) for row in rows)
    return ChartPage(board, title, svg, (Title(2, title), Picture(svg, small_alternative(rows)), *said))


def matrix_page(rows: Sequence[ScorecardRow], board: str) -> ChartPage:
    """The metrics of a scorecard by change and target."""
    title = f"Change and target: {board}"
    svg, said = matrix_svg(rows, title), matrix_alternative(rows)
    return ChartPage(board, title, svg, (Title(2, title), Picture(svg, said), _words(said)))


def _words(text: str) -> Prose:
    return Prose((Paragraph((Run(text),)),))
