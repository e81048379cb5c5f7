"""Metrics and scorecards written to files: the file's ending chooses the form."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from boardtool.data import boards
from boardtool.data.documents.pdf import pdf_bytes
from boardtool.data.documents.performance import scorecard_sheet
from boardtool.data.documents.sheet import Sheet
from boardtool.data.documents.word import word_bytes
from boardtool.data.excel.metrics_writing import FigureRow, figure_row, figures_csv, metrics_bytes
from boardtool.data.performance import observations, records
from boardtool.data.store import Reading
from boardtool.data.writing_files import write_whole
from boardtool.domain.errors import CannotDoError
from boardtool.domain.performance.charts import metric_chart
from boardtool.domain.performance.metrics import Record
from boardtool.domain.performance.papers import ScorecardPaper, grouped
from boardtool.services.performance.meant import board_of, pairs_of, with_figures

_SET_BY: Mapping[str, Callable[[Sheet], bytes]] = {".pdf": pdf_bytes, ".docx": word_bytes}
_MOST_SHEETS = 200
_WORKBOOK = ".xlsx"


def export_metrics(reading: Reading, *, what: str | None, path: Path, today: date) -> None:
    """Write the figures of a board's scorecard (NNHWB), of a metric, or (None) all, as .xlsx or .csv.

    Raises:
        CannotDoError: there is no such thing, or no such form.
        MachineError: the file cannot be written; an older one is untouched.
    """
    ending = path.suffix.lower()
    if ending not in {".xlsx", ".csv"}:
        raise CannotDoError(f"Metrics are written as .xlsx or .csv, not as “{ending or path.name}”.")
    board = None if what is None else board_of(reading, what)
    pairs = pairs_of(reading, what, board)
    rows = _every_figure(reading) if what is None else _figures_of(records.records(reading, pairs))
    if ending == ".csv":
        write_whole(path, figures_csv(rows))
        return
    charts = [metric_chart(each) for each in records.records(reading, pairs[:_MOST_SHEETS])]
    title = "Metrics" if board is None else f"Metrics: {board.name}"
    author = "" if board is None else board.council or board.name
    write_whole(path, metrics_bytes(charts, rows, title=title, author=author, as_of=today))


def export_scorecard(reading: Reading, *, what: str, path: Path, today: date) -> None:
    """Write a board's scorecard as .pdf or .docx, or as .xlsx: the workbook of its metrics.

    Raises:
        CannotDoError: there is no such board, or no such form.
        MachineError: the file cannot be written; an older one is untouched.
    """
    board = boards.by_code(reading, what)
    if path.suffix.lower() == _WORKBOOK:
        export_metrics(reading, what=board.code, path=path, today=today)
        return
    rows = records.scorecard(reading, board.id)
    paper = ScorecardPaper(board.council, board.name, today, grouped(rows))
    write_whole(path, set_in_form(scorecard_sheet(paper), path, others=(_WORKBOOK,)))


def set_in_form(sheet: Sheet, path: Path, *, others: Sequence[str]) -> bytes:
    """A paper as the file's ending says; `others` are the forms that it may have besides.

    Raises:
        CannotDoError: there is no such form.
    """
    ending = path.suffix.lower()
    if ending not in _SET_BY:
        known = ", ".join((*others, *_SET_BY))
        raise CannotDoError(f"This is written as one of {known}, not as “{ending or path.name}”.")
    return _SET_BY[ending](sheet)


def _figures_of(held: Sequence[Record]) -> list[FigureRow]:
    return [figure_row(record, each) for record in held for each in record.observations]


def _every_figure(reading: Reading) -> list[FigureRow]:
    """All figures there are, also those of another frequency than their metric's."""
    held = {
        (record.metric.id, record.area.id): record
        for record in records.records(reading, with_figures(reading))
    }
    return [figure_row(held[each.metric_id, each.area_id], each) for each in observations.every(reading)]
