"""How the scorecard is laid out on paper: a table for each framework."""

from collections.abc import Iterator, Sequence

from boardtool.data.charts.sparks import change_svg, spark_svg, target_svg
from boardtool.data.documents.sheet import (
    Cell,
    Column,
    Lead,
    Masthead,
    Prose,
    Sheet,
    SheetBlock,
    Sign,
    Table,
    Title,
)
from boardtool.domain.dates import long_date
from boardtool.domain.markdown import Paragraph, Run
from boardtool.domain.performance.numbers import shown_in_column
from boardtool.domain.performance.papers import ScorecardPaper
from boardtool.domain.performance.scorecard import ScorecardRow, WillMeet
from boardtool.domain.performance.settings import footer

_SCORECARD = (
    Column("Metric", 50),
    Column("Latest", 28),
    Column("Target", 26),
    Column("Variation", 36),
    Column("Assurance", 32),
    Column("Trend, limits", 36),
    Column("What it says"),
)
_SIGN, _SPARK = 5, 30
_HOW_TO_READ = (
    "The shaded band holds what the process usually does; its limits stand beneath it. The dashed "
    "line is the target, and the last figure is marked. H and L say that the figures went up or down for a "
    "reason, a wave that they did not. P says that the target will be met as things are, F that it will be "
    "missed, and ? that it is met by chance."
)
_JUDGED = {WillMeet.YES, WillMeet.SOMETIMES, WillMeet.NO}


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
        yield from _group(name, rows)
    yield _words(_HOW_TO_READ)
    yield _words(f"Change is told from noise by XmR charts. {footer()}")


def _group(name: str, rows: Sequence[ScorecardRow]) -> Iterator[SheetBlock]:
    """A framework's metrics; where all are of one area, its heading says so and the rows need not."""
    areas = {row.record.area.name for row in rows}
    one = len(areas) == 1
    yield Title(2, f"{name}: {areas.pop()}" if one else name)
    yield Table(_SCORECARD, tuple(_row(row, area="" if one else row.record.area.name) for row in rows))


def _row(row: ScorecardRow, *, area: str) -> tuple[Cell, ...]:
    metric = row.record.metric
    judged = row.will_meet in _JUDGED
    return (
        Cell(row.name, " · ".join(part for part in (area, metric.unit, metric.owner) if part)),
        Cell(_latest(row), row.period_shown),
        Cell(
            "–" if row.target is None else shown_in_column(row.target, row.record.metric.unit), row.met_shown
        ),
        Cell(row.change_shown, sign=Sign(change_svg(row), _SIGN)),
        Cell(row.will_meet_shown, sign=Sign(target_svg(row), _SIGN) if judged else None),
        _trend(row),
        Cell(row.comment or row.says),
    )


def _trend(row: ScorecardRow) -> Cell:
    """The spark line, and the limits beneath it in figures."""
    said = row.spark_said
    if not said:
        return Cell("")
    return Cell("", _limits(row), sign=Sign(spark_svg(row), _SPARK, said))


def _limits(row: ScorecardRow) -> str:
    limits = row.chart.xmr.segments[-1].limits
    if not row.chart.limits_shown or limits.lower is None or limits.upper is None:
        return ""
    return f"{shown_in_column(limits.lower)} to {shown_in_column(limits.upper)}"


def _latest(row: ScorecardRow) -> str:
    if row.latest is None or row.latest.value is None:
        return row.latest_shown
    return shown_in_column(row.latest.value, row.record.metric.unit)


def _words(text: str) -> Prose:
    return Prose((Paragraph((Run(text),)),))
