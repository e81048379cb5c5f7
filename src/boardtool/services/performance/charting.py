"""Charts written to files: a picture or a drawing of one, a paper of all that are meant."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from boardtool.data.documents.chart_pages import (
    ChartPage,
    areas_page,
    charts_sheet,
    funnel_page,
    matrix_page,
    small_page,
    time_page,
    year_page,
)
from boardtool.data.documents.pictures import png_of
from boardtool.data.performance import records
from boardtool.data.performance.neighbours import among
from boardtool.data.store import Reading
from boardtool.data.writing_files import write_whole
from boardtool.domain.boards import Board
from boardtool.domain.errors import CannotDoError
from boardtool.domain.performance.charts import MetricChart, metric_chart
from boardtool.domain.performance.funnel_words import funnel_sentence
from boardtool.domain.performance.views import ChartView
from boardtool.domain.performance.year import year_of, year_sentence
from boardtool.services.performance.exporting import set_in_form
from boardtool.services.performance.meant import board_of, pairs_of

_DRAWN: Mapping[str, Callable[[str], bytes]] = {".svg": str.encode, ".png": png_of}


def export_chart(
    reading: Reading, *, what: str, path: Path, today: date, view: ChartView = ChartView.TIME
) -> None:
    """Write a chart of a metric ("falls", "NNHWB/falls", "falls@Corby"), or of a scorecard ("NNHWB").

    As .svg or .png it is one; as .pdf or .docx all that are meant, with their figures.

    Raises:
        CannotDoError: there is no such metric or board, nothing of it can be drawn, or the file can hold only
            one of several.
        MachineError: the file cannot be written; an older one is untouched.
    """
    board = board_of(reading, what)
    pages = _of_scorecard(reading, what, board, view) if view.is_of_scorecard else ()
    pages = pages or _of_metrics(reading, what, board, view)
    ending = path.suffix.lower()
    if ending in _DRAWN:
        write_whole(path, _DRAWN[ending](_only_one(pages, what).svg))
        return
    council = "" if board is None else board.council
    name = "Performance" if board is None else board.name
    sheet = charts_sheet(pages, council=council, board=name, as_of=today)
    write_whole(path, set_in_form(sheet, path, others=tuple(_DRAWN)))


def _of_scorecard(reading: Reading, what: str, board: Board | None, view: ChartView) -> tuple[ChartPage, ...]:
    if board is None:
        raise CannotDoError(f"Such a chart is of a board's scorecard; {what} is no board.")
    rows = records.scorecard(reading, board.id)
    if not rows:
        raise CannotDoError(f"Nothing stands on the scorecard of {board.code} yet.")
    return ((small_page if view is ChartView.SMALL else matrix_page)(rows, board.name),)


def _of_metrics(reading: Reading, what: str, board: Board | None, view: ChartView) -> tuple[ChartPage, ...]:
    """The charts that can be drawn; where none can, the reason of the first."""
    held = [metric_chart(each) for each in records.records(reading, pairs_of(reading, what, board))]
    held = [chart for chart in held if chart.xmr.latest is not None]
    if not held:
        raise CannotDoError(f"There are no figures to draw for {what}.")
    drawn = [_page(reading, chart, view) for chart in held]
    pages = tuple(page for page in drawn if isinstance(page, ChartPage))
    if not pages:
        raise CannotDoError(next(str(reason) for reason in drawn))
    return pages


def _page(reading: Reading, chart: MetricChart, view: ChartView) -> ChartPage | str:
    """The chart, or the sentence that says why it cannot be drawn."""
    match view:
        case ChartView.YEAR:
            return year_page(chart) if year_of(chart) else year_sentence(chart)
        case ChartView.AREAS:
            return areas_page(among(reading, chart.record))
        case ChartView.FUNNEL:
            areas = among(reading, chart.record)
            return funnel_sentence(areas) if areas.funnel is None else funnel_page(areas, areas.funnel)
        case _:
            return time_page(chart)


def _only_one(pages: Sequence[ChartPage], what: str) -> ChartPage:
    if len(pages) > 1:
        some = ", ".join(page.ref for page in pages[:6])
        raise CannotDoError(f"{what} has {len(pages)} charts. Say which one, such as {some}; or write a PDF.")
    return pages[0]
