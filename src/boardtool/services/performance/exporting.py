"""Metrics, scorecards and charts written to files: the file's ending chooses the form."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from boardtool.data import boards
from boardtool.data.charts.xmr import xmr_svg
from boardtool.data.documents.pdf import pdf_bytes
from boardtool.data.documents.performance import chart_sheet, scorecard_sheet
from boardtool.data.documents.pictures import png_of
from boardtool.data.documents.sheet import Sheet
from boardtool.data.documents.word import word_bytes
from boardtool.data.excel.metrics_writing import FigureRow, figure_row, figures_csv, metrics_bytes
from boardtool.data.performance import areas, metrics, observations, records
from boardtool.data.performance.records import Pair
from boardtool.data.store import Reading
from boardtool.data.writing_files import write_whole
from boardtool.domain.boards import Board
from boardtool.domain.errors import CannotDoError
from boardtool.domain.performance.charts import MetricChart, metric_chart
from boardtool.domain.performance.metrics import Record
from boardtool.domain.performance.papers import ChartPaper, ScorecardPaper, grouped
from boardtool.domain.text import folded

_SET_BY: Mapping[str, Callable[[Sheet], bytes]] = {".pdf": pdf_bytes, ".docx": word_bytes}
_MOST_SHEETS = 200
_AT = "@"


def export_metrics(reading: Reading, *, what: str | None, path: Path, today: date) -> None:
    """Write the figures of a board's scorecard (NNHWB), of a metric, or (None) all, as .xlsx or .csv.

    Raises:
        CannotDoError: there is no such thing, or no such form.
        MachineError: the file cannot be written; an older one is untouched.
    """
    ending = path.suffix.lower()
    if ending not in {".xlsx", ".csv"}:
        raise CannotDoError(f"Metrics are written as .xlsx or .csv, not as “{ending or path.name}”.")
    board = None if what is None else _board(reading, what)
    pairs = _pairs(reading, what, board)
    rows = _every_figure(reading) if what is None else _figures_of(records.records(reading, pairs))
    if ending == ".csv":
        write_whole(path, figures_csv(rows))
        return
    charts = [metric_chart(each) for each in records.records(reading, pairs[:_MOST_SHEETS])]
    title = "Metrics" if board is None else f"Metrics: {board.name}"
    author = "" if board is None else board.council or board.name
    write_whole(path, metrics_bytes(charts, rows, title=title, author=author, as_of=today))


def export_scorecard(reading: Reading, *, what: str, path: Path, today: date) -> None:
    """Write a board's scorecard as .pdf or .docx.

    Raises:
        CannotDoError: there is no such board, or no such form.
        MachineError: the file cannot be written; an older one is untouched.
    """
    board = boards.by_code(reading, what)
    rows = records.scorecard(reading, board.id)
    paper = ScorecardPaper(board.council, board.name, today, grouped(rows))
    write_whole(path, _set(scorecard_sheet(paper), path, others=()))


def export_chart(reading: Reading, *, what: str, path: Path, today: date) -> None:
    """Write the chart of a metric ("discharge_usual_place", "NNHWB/discharge_usual_place", "falls@Corby").

    As .svg or .png it is one; as .pdf or .docx all that are meant, with their figures.

    Raises:
        CannotDoError: there is no such metric, it has no figures, or the file can hold only one of several.
        MachineError: the file cannot be written; an older one is untouched.
    """
    board = _board(reading, what)
    charts = [metric_chart(each) for each in records.records(reading, _pairs(reading, what, board))]
    charts = [chart for chart in charts if chart.xmr.points]
    if not charts:
        raise CannotDoError(f"There are no figures to draw for {what}.")
    drawn: Mapping[str, Callable[[str], bytes]] = {".svg": str.encode, ".png": png_of}
    ending = path.suffix.lower()
    if ending in drawn:
        write_whole(path, drawn[ending](xmr_svg(_only_one(charts, what))))
        return
    name = board.name if board is not None else "Performance"
    paper = ChartPaper(board.council if board is not None else "", name, today, tuple(charts))
    write_whole(path, _set(chart_sheet(paper), path, others=tuple(drawn)))


def _set(sheet: Sheet, path: Path, *, others: Sequence[str]) -> bytes:
    ending = path.suffix.lower()
    if ending not in _SET_BY:
        known = ", ".join((*others, *_SET_BY))
        raise CannotDoError(f"This is written as one of {known}, not as “{ending or path.name}”.")
    return _SET_BY[ending](sheet)


def _only_one(charts: Sequence[MetricChart], what: str) -> MetricChart:
    if len(charts) > 1:
        some = ", ".join(f"{what.partition(_AT)[0]}{_AT}{chart.record.area.name}" for chart in charts[:6])
        raise CannotDoError(
            f"{what} has {len(charts)} charts. Say which one, such as {some}; or write a PDF."
        )
    return charts[0]


def _board(reading: Reading, what: str) -> Board | None:
    """The board that a name begins with; None where it begins with a metric."""
    code = what.partition("/")[0].strip().casefold()
    return next((board for board in boards.every(reading) if board.code.casefold() == code), None)


def _pairs(reading: Reading, what: str | None, board: Board | None) -> list[Pair]:
    """The metrics and areas that are meant, those on a scorecard before all others."""
    every = [board] if board is not None else boards.every(reading)
    on_scorecards = [
        (place.metric_id, place.area_id) for one in every for place in records.places(reading, one.id)
    ]
    key = "" if what is None else (what.partition("/")[2] if board is not None else what)
    if not key:
        return list(dict.fromkeys(on_scorecards)) or ([] if board is not None else _with_figures(reading))
    name, _, where = key.partition(_AT)
    metric = metrics.by_key(reading, name)
    if where:
        return [(metric.id, _area(reading, where))]
    listed = [pair for pair in dict.fromkeys(on_scorecards) if pair[0] == metric.id]
    return listed or [pair for pair in _with_figures(reading) if pair[0] == metric.id]


def _area(reading: Reading, name: str) -> int:
    held = areas.names(reading).get(folded(name))
    if held is None:
        raise CannotDoError(f"There is no area {name} in this library.")
    return held


def _with_figures(reading: Reading) -> list[Pair]:
    return list(dict.fromkeys((each.metric_id, each.area_id) for each in observations.every(reading)))


def _figures_of(held: Sequence[Record]) -> list[FigureRow]:
    return [figure_row(record, each) for record in held for each in record.observations]


def _every_figure(reading: Reading) -> list[FigureRow]:
    """All figures there are, also those of another frequency than their metric's."""
    held = {
        (record.metric.id, record.area.id): record
        for record in records.records(reading, _with_figures(reading))
    }
    return [figure_row(held[each.metric_id, each.area_id], each) for each in observations.every(reading)]
