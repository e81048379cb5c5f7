"""Exports of metrics, scorecards and charts."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from boardtool.cli import library
from boardtool.cli.answers import answer, say
from boardtool.cli.arguments import WrongLineError, one_of

if TYPE_CHECKING:
    from boardtool.data.store import Reading

KINDS = {
    "metrics": "figures of a board's scorecard, of a metric or of all: Excel with charts, or CSV",
    "scorecard": "of a board: Word, PDF or Excel",
    "chart": "of a metric (discharge_usual_place, or NNHWB/discharge_usual_place): SVG, PNG, Word or PDF",
}

VIEWS = {
    "time": "over time, with limits",
    "year": "plan against actual",
    "areas": "areas compared",
    "funnel": "areas against chance",
    "small": "small charts of a board's scorecard",
    "matrix": "a board's scorecard by change and target",
}


def add_options(export: ArgumentParser) -> None:
    """Which chart of a metric, or of a board's scorecard."""
    export.add_argument(
        "--view",
        metavar="VIEW",
        type=one_of("chart", VIEWS),
        default="time",
        help="chart: " + ", ".join(f"{view} ({words})" for view, words in VIEWS.items()),
    )


def export_performance(arguments: Namespace) -> int:
    """Write what is asked for."""
    if arguments.what is None and arguments.kind != "metrics":
        raise WrongLineError(
            "Say which: a board for a scorecard, a metric for a chart, such as NNHWB/discharge_usual_place."
        )
    with library.reading(arguments) as view:
        _WRITERS[arguments.kind](view, arguments)
    if arguments.json:
        answer({"kind": arguments.kind, "file": str(arguments.target), "private": arguments.private})
    say(f"{arguments.target} is written.")
    return 0


def _metrics(view: "Reading", arguments: Namespace) -> None:
    from boardtool.services.performance.exporting import export_metrics

    export_metrics(view, what=arguments.what, path=arguments.target, today=_today())


def _scorecard(view: "Reading", arguments: Namespace) -> None:
    from boardtool.services.performance.exporting import export_scorecard

    export_scorecard(view, what=arguments.what, path=arguments.target, today=_today())


def _chart(view: "Reading", arguments: Namespace) -> None:
    from boardtool.domain.performance.views import ChartView
    from boardtool.services.performance.charting import export_chart

    wanted = ChartView(arguments.view)
    export_chart(view, what=arguments.what, path=arguments.target, today=_today(), view=wanted)


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day where the person is


_WRITERS: Mapping[str, Callable[["Reading", Namespace], None]] = {
    "metrics": _metrics,
    "scorecard": _scorecard,
    "chart": _chart,
}
