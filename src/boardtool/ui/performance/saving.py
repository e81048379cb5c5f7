"""Charts, scorecards and figures written to files from the window: where to, in which form, then a link."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from boardtool.domain.boards import Board
from boardtool.domain.performance.charts import MetricChart
from boardtool.domain.performance.views import ChartView
from boardtool.services.performance import charting, exporting
from boardtool.ui.context import Context
from boardtool.ui.saving import choose_target, write_in_background

_CHART = (".png", ".svg", ".docx", ".pdf")

Write = Callable[[Path], None]


def save_chart(page: QWidget, context: Context, chart: MetricChart, view: ChartView) -> None:
    """One of a metric's charts as a picture, a drawing, or a paper with its figures."""
    record = chart.record
    what = f"{record.metric.key}@{record.area.code or record.area.name}"

    def write(path: Path) -> None:
        with context.store.reading() as reading:
            charting.export_chart(reading, what=what, path=path, today=context.clock.today(), view=view)

    about = "" if view is ChartView.TIME else f", {view}"
    _ask(page, context, f"{record.metric.title}, {record.area.name}{about}", _CHART, write)


def save_overview(page: QWidget, context: Context, board: Board, view: ChartView) -> None:
    """The small charts or the matrix of a board's scorecard, likewise."""

    def write(path: Path) -> None:
        with context.store.reading() as reading:
            charting.export_chart(reading, what=board.code, path=path, today=context.clock.today(), view=view)

    _ask(page, context, f"{board.code} {view}", _CHART, write)


def save_metric(page: QWidget, context: Context, chart: MetricChart) -> None:
    """A metric's figures as a workbook with its chart, or as CSV."""
    record = chart.record

    def write(path: Path) -> None:
        with context.store.reading() as reading:
            exporting.export_metrics(reading, what=record.metric.key, path=path, today=context.clock.today())

    _ask(page, context, record.metric.title, (".xlsx", ".csv"), write)


def save_scorecard(page: QWidget, context: Context, board: Board) -> None:
    """The scorecard of a board as a paper."""

    def write(path: Path) -> None:
        with context.store.reading() as reading:
            exporting.export_scorecard(reading, what=board.code, path=path, today=context.clock.today())

    _ask(page, context, f"{board.code} scorecard", (".docx", ".pdf", ".xlsx"), write)


def save_metrics(page: QWidget, context: Context, board: Board) -> None:
    """All metrics of a board as a workbook with native charts, or as CSV."""

    def write(path: Path) -> None:
        with context.store.reading() as reading:
            exporting.export_metrics(reading, what=board.code, path=path, today=context.clock.today())

    _ask(page, context, f"{board.code} metrics", (".xlsx", ".csv"), write)


def _ask(page: QWidget, context: Context, name: str, endings: tuple[str, ...], write: Write) -> None:
    """Ask where to; the first of `endings` is the form proposed."""
    choose_target(
        page,
        context,
        name=name,
        endings=endings,
        then=lambda path: write_in_background(context, path, write),
    )
