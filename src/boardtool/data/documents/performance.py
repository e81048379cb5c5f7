"""How the scorecard is laid out on paper: a table for each framework."""

from collections.abc import Iterator

from boardtool.data.documents.sheet import (
    Cell,
    Column,
    Lead,
    Masthead,
    Prose,
    Sheet,
    SheetBlock,
    Table,
    Title,
)
from boardtool.domain.dates import long_date
from boardtool.domain.markdown import Paragraph, Run
from boardtool.domain.performance.numbers import shown
from boardtool.domain.performance.papers import ScorecardPaper
from boardtool.domain.performance.scorecard import ScorecardRow
from boardtool.domain.performance.settings import footer

_SCORECARD = (
    Column("Metric", 62),
    Column("Latest", 34),
    Column("Target", 30),
    Column("Change or noise", 34),
    Column("Target met?", 36),
    Column("Commentary"),
)


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


def _words(text: str) -> Prose:
    return Prose((Paragraph((Run(text),)),))
