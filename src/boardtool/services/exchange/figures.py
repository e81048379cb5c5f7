"""Figures of metrics from a file: read in its own layout, of the areas that a board watches, in one step."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from boardtool.data import boards
from boardtool.data.excel.figures.found import FoundFigures, NamedArea
from boardtool.data.excel.figures.layouts import read_figures
from boardtool.data.performance import areas, observations, remarks
from boardtool.data.store import Reading, Step
from boardtool.domain.boards import Board
from boardtool.domain.imports import Choose, Rejected
from boardtool.domain.progress import Progress
from boardtool.domain.text import folded
from boardtool.services.exchange.areas_across import areas_in_their_place
from boardtool.services.exchange.comparing import Comparison
from boardtool.services.exchange.figure_areas import AreasOffered, chosen, in_order, offered, remembered
from boardtool.services.exchange.figure_checks import checked, meant
from boardtool.services.exchange.figure_marks import of_marks, of_new_metrics, with_notes
from boardtool.services.exchange.figure_names import Entered, MeantArea, MeantMetric, Names, own_area_of
from boardtool.services.exchange.figure_rows import Held, MeantFigure, compared
from boardtool.services.exchange.figure_scale import in_scale
from boardtool.services.exchange.opening import opened
from boardtool.services.exchange.request import Request, board_of
from boardtool.services.performance.metrics import enter_on_scorecard

NO_BOARD = 0


@dataclass(frozen=True, slots=True)
class FiguresRead:
    """A file of figures that was read; it needs no board, but remembers areas for one that is said."""

    found: FoundFigures

    def __call__(self, reading: Reading, request: Request, today: date) -> Comparison:
        return _compare(self.found, reading, request, today)

    def areas_offered(self, reading: Reading, request: Request) -> AreasOffered | None:
        """The areas to choose from; None where it is no publication, or no board would remember them."""
        board = _board(reading, request)
        if board is None:
            return None
        return offered(self.found, areas.watched(reading, board.id), board.council or board.name)


def read(request: Request, progress: Progress | None) -> FiguresRead | Choose:
    """Read the file.

    Raises:
        InputRefusedError: it cannot be read, or is in no layout that is known.
    """
    workbook = opened(request, progress)
    found = read_figures(workbook, sheet=request.sheet, columns=request.columns, year=request.year)
    return found if isinstance(found, Choose) else FiguresRead(found)


def _compare(read_here: FoundFigures, reading: Reading, request: Request, today: date) -> Comparison:
    board = _board(reading, request)
    watched = [] if board is None else areas.watched(reading, board.id)
    council = "" if board is None else board.council or board.name
    own_area = own_area_of(watched, council, areas.names(reading))
    names = Names(reading, own_area)
    noted = with_notes(read_here.figures, request.mends)
    placed = replace(read_here, figures=areas_in_their_place(reading, noted, request.columns))
    watch = [MeantArea(each.id, each.name, each.code) for each in watched]
    there = frozenset(each.area for each in read_here.figures if each.area is not None)
    taken, left = chosen(placed, request.areas, watch)
    named = meant(taken, names, published=read_here.origin.is_publication)
    scaled = in_scale(named.good)
    sound = checked(scaled.good)
    figures = [*_with_held(reading, sound.good)]
    entered = Entered()
    source = f"{read_here.origin.value}, {request.file.name}"
    return Comparison(
        label="Import metrics",
        rows=tuple(compared(figure, entered, source=source, today=today) for figure in figures),
        target=lambda _step: NO_BOARD if board is None else board.id,
        sheet=read_here.sheet,
        rejected=_in_order((*read_here.rejected, *named.rejected, *scaled.rejected, *sound.rejected)),
        warnings=(
            *read_here.warnings,
            *left,
            *named.warnings,
            *scaled.warnings,
            *sound.warnings,
            *of_new_metrics(figures),
            *of_marks(figures),
        ),
        finish=partial(_finish, figures, entered, _Watching(own_area, watch, there, request.areas)),
    )


def _in_order(rejected: Sequence[Rejected]) -> tuple[Rejected, ...]:
    """As the file has them: sheet by sheet, and row by row."""
    sheets = list(dict.fromkeys(each.sheet for each in rejected))
    return tuple(sorted(rejected, key=lambda each: (sheets.index(each.sheet), each.row)))


def _board(reading: Reading, request: Request) -> Board | None:
    """The board that is meant; none where it is not said and there are several: figures need none."""
    if request.board is None and request.meeting is None and len(boards.every(reading)) != 1:
        return None
    return board_of(reading, request)


def _with_held(reading: Reading, figures: Sequence[MeantFigure]) -> Iterator[MeantFigure]:
    ids = {figure.metric.id for figure in figures if figure.metric.id is not None}
    held = {
        (each.metric_id, each.area_id, each.period.start, each.period.end): each
        for each in observations.every(reading, metrics=ids)
    }
    targets = {
        (each.metric_id, each.area_id, each.kind, each.starts, each.ends): each
        for each in remarks.targets(reading, ids)
    }
    said = {(each.metric_id, each.area_id, each.period): each for each in remarks.commentary(reading, ids)}
    for figure in figures:
        metric, area, found = figure.metric.id, figure.area.id, figure.found
        if metric is None or area is None:
            yield figure
            continue
        period = found.period
        yield replace(
            figure,
            held=Held(
                held.get((metric, area, period.start, period.end)) if found.has_figure else None,
                targets.get((metric, area, found.target_kind, period.start, period.end))
                if found.target is not None
                else None,
                said.get((metric, area, period)) if found.comment else None,
            ),
        )


@dataclass(frozen=True, slots=True)
class _Watching:
    """Which areas a board watches when an import begins, those in the file, and those asked for."""

    own: MeantArea | None
    watched: Sequence[MeantArea]
    there: Collection[NamedArea]
    asked: Sequence[str]


def _finish(
    figures: Sequence[MeantFigure], entered: Entered, watching: _Watching, step: Step, board_id: int
) -> None:
    """Areas that were asked for are remembered; what is of the board's own area is on its scorecard.

    A file that has not the board's own area (the SitRep has no councils) stands there by the first asked for.
    """
    observations.add_many(step, entered.waiting)
    if board_id == NO_BOARD:
        return
    met = {figure.area.key: figure.area for figure in figures}
    first = None
    if watching.asked:
        taken = in_order([*met.values()], watching.asked)
        first = next((area.key for area in taken), None)
        wanted = remembered(watching.watched, taken, watching.there, watching.own)
        areas.watch(step, board_id, [entered.area(step, area) for area in wanted])
    shown = _own(met, watching.own) or first
    metrics: dict[str, MeantMetric] = {
        figure.metric.key: figure.metric for figure in figures if figure.area.key == shown
    }
    for metric in metrics.values():
        area = met[shown or ""]
        enter_on_scorecard(step, board_id, entered.metric(step, metric), entered.area(step, area))


def _own(met: Mapping[str, MeantArea], own_area: MeantArea | None) -> str:
    """The key of the board's own area among those of a file; "" where it is not among them."""
    if own_area is None:
        return ""
    words = {own_area.key, folded(own_area.name)}
    return next((key for key, area in met.items() if {key, folded(area.name)} & words), "")
