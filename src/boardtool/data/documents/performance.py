"""How the papers on performance are laid out: the scorecard as tables, a chart with its figures."""

from collections.abc import Iterator

from boardtool.data.charts.xmr import alternative, xmr_svg
from boardtool.data.documents.sheet import (
    Cell,
    Column,
    Lead,
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
from boardtool.domain.performance.charts import MetricChart
from boardtool.domain.performance.metrics import value_shown
from boardtool.domain.performance.numbers import shown
from boardtool.domain.performance.papers import ChartPaper, ScorecardPaper
from boardtool.domain.performance.scorecard import ScorecardRow
from boardtool.domain.performance.sentences import point_sentence
from boardtool.domain.performance.settings import footer

_SCORECARD = (
    Column("Metric", 62),
    Column("Latest", 34),
    Column("Target", 30),
    Column("Change or noise", 34),
    Column("Target met?", 36),
    Column("Commentary"),
)
_FIGURES = (Column("Period", 50), Column("Value", 36), Column("Target", 36), Column("Reading"))


_MOST_FIGURES = 60


def scorecard_sheet(paper: ScorecardPaper) -> Sheet:
    return Sheet(
        title=f"Performance scorecard: {paper.board}, {long_date(paper.as_of)}",
        author=paper.council or paper.board,
        dated=paper.as_of,
        footer=f"Performance scorecard, {long_date(paper.as_of)}",
        blocks=tuple(_scorecard(paper)),
        landscape=True,
    )


def _scorecard(paper: ScorecardPaper) -> Iterator[SheetBlock]:
    yield Masthead(paper.council, paper.board, f"Performance scorecard as of {long_date(paper.as_of)}")
    yield Lead((Run(paper.sentence, bold=True),))
    if not paper.groups:
        yield _words("Nothing stands on the scorecard yet.")
    for name, rows in paper.groups:
        yield Title(2, name)
        yield Table(_SCORECARD, tuple(_row(row) for row in rows))
    yield _words(f"Change is told from noise by XmR charts. {footer()}")


def _row(row: ScorecardRow) -> tuple[Cell, ...]:
    metric = row.record.metric
    return (
        Cell(row.name, " · ".join(part for part in (row.record.area.name, metric.unit) if part)),
        Cell(_latest(row), row.period_shown),
        Cell("–" if row.target is None else _plain(row, row.target), row.met_shown),
        Cell(row.change_shown),
        Cell(row.will_meet_shown),
        Cell(row.comment or row.says),
    )


def _latest(row: ScorecardRow) -> str:
    if row.latest is None or row.latest.value is None:
        return row.latest_shown
    return _plain(row, row.latest.value)


def _plain(row: ScorecardRow, value: float) -> str:
    """A figure without its unit, which stands beside the metric."""
    return shown(value, "%" if row.record.metric.unit == "%" else "")


def chart_sheet(paper: ChartPaper) -> Sheet:
    title = paper.charts[0].record.metric.title if len(paper.charts) == 1 else "Performance charts"
    return Sheet(
        title=f"{title}: {paper.board}, {long_date(paper.as_of)}",
        author=paper.council or paper.board,
        dated=paper.as_of,
        footer=f"{title}, {long_date(paper.as_of)}",
        blocks=tuple(_charts(paper, title)),
        landscape=True,
    )


def _charts(paper: ChartPaper, title: str) -> Iterator[SheetBlock]:
    yield Masthead(paper.council, paper.board, f"{title}, as of {long_date(paper.as_of)}")
    for place, chart in enumerate(paper.charts):
        if place:
            yield NewPage()
        yield from _chart(chart)


def _chart(chart: MetricChart) -> Iterator[SheetBlock]:
    record = chart.record
    yield Title(2, f"{record.metric.title}, {record.area.name}")
    yield _words(chart.sentence)
    yield Picture(xmr_svg(chart), alternative(chart))
    for commentary in record.commentary[-1:]:
        yield _words(commentary.text)
    latest = range(len(chart.xmr.points))[-_MOST_FIGURES:]
    yield Table(_FIGURES, tuple(_figure(chart, number) for number in reversed(latest)))
    if len(latest) < len(chart.xmr.points):
        yield _words(f"The table has the latest {len(latest)} of {len(chart.xmr.points)} figures.")


def _figure(chart: MetricChart, number: int) -> tuple[Cell, ...]:
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


def _words(text: str) -> Prose:
    return Prose((Paragraph((Run(text),)),))
