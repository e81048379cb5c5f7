"""Figures of metrics from a file: read in its own layout, of the areas that a board watches, in one step."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from boardtool.data import boards
from boardtool.data.excel.figures.found import FoundFigure, FoundFigures, NamedArea
from boardtool.data.excel.figures.layouts import read_figures
from boardtool.data.excel.opening import open_workbook
from boardtool.data.performance import areas, observations, remarks
from boardtool.data.store import Reading, Step
from boardtool.domain.boards import Board
from boardtool.domain.errors import CannotDoError
from boardtool.domain.imports import Choose, Rejected, Warned
from boardtool.domain.performance.metrics import Observation, Statistic
from boardtool.domain.progress import Progress
from boardtool.domain.text import folded
from boardtool.services.exchange.areas_across import areas_in_their_place
from boardtool.services.exchange.comparing import Comparison
from boardtool.services.exchange.figure_names import (
    Entered,
    MeantArea,
    MeantMetric,
    Names,
    as_per_cent,
    own_area_of,
)
from boardtool.services.exchange.figure_rows import Held, MeantFigure, compared
from boardtool.services.exchange.request import Request, board_of
from boardtool.services.performance.metrics import enter_on_scorecard

NO_BOARD = 0
_SHOWN = 12
_OFF_BY = 0.01  # of the value: more than rounding can do


@dataclass(frozen=True, slots=True)
class FiguresRead:
    """A file of figures that was read; it needs no board, but remembers areas for one that is said."""

    found: FoundFigures

    def __call__(self, reading: Reading, request: Request, today: date) -> Comparison:
        return _compare(self.found, reading, request, today)


def read(request: Request, progress: Progress | None) -> FiguresRead | Choose:
    """Read the file.

    Raises:
        InputRefusedError: it cannot be read, or is in no layout that is known.
    """
    workbook = open_workbook(request.file, progress=progress)
    found = read_figures(workbook, sheet=request.sheet, columns=request.columns)
    return found if isinstance(found, Choose) else FiguresRead(found)


def _compare(read_here: FoundFigures, reading: Reading, request: Request, today: date) -> Comparison:
    board = _board(reading, request)
    watched = [] if board is None else areas.watched(reading, board.id)
    council = "" if board is None else board.council or board.name
    own_area = own_area_of(watched, council, areas.names(reading))
    names = Names(reading, own_area)
    placed = replace(read_here, figures=areas_in_their_place(reading, read_here.figures, request.columns))
    chosen = _chosen(placed, request, [MeantArea(each.id, each.name, each.code) for each in watched])
    warnings = list(read_here.warnings)
    if len(chosen) < len(read_here.figures):
        left = len(read_here.figures) - len(chosen)
        warnings.append(Warned(read_here.sheet, 0, "", "", f"{left} figures of other areas are not taken"))
    meant, rejected = _meant(chosen, names)
    meant, scaled = _as_per_cent(meant)
    warnings += scaled
    meant, checked = _checked(meant)
    figures = [*_with_held(reading, meant)]
    entered = Entered()
    source = f"{read_here.origin.value}, {request.file.name}"
    return Comparison(
        label="Import metrics",
        rows=tuple(compared(figure, entered, source=source, today=today) for figure in figures),
        target=lambda _step: NO_BOARD if board is None else board.id,
        sheet=read_here.sheet,
        rejected=(*read_here.rejected, *rejected, *checked),
        warnings=(*warnings, *_of_new_metrics(figures), *_of_marks(figures)),
        finish=partial(_finish, figures, entered, own_area, request.areas),
    )


def _board(reading: Reading, request: Request) -> Board | None:
    """The board that is meant; none where it is not said and there are several: figures need none."""
    if request.board is None and request.meeting is None and len(boards.every(reading)) != 1:
        return None
    return board_of(reading, request)


# ---- areas


def _chosen(found: FoundFigures, request: Request, watched: Sequence[MeantArea]) -> list[FoundFigure]:
    """The figures of the areas asked for, else of those watched; all of them where nobody has chosen.

    Raises:
        CannotDoError: an area that is asked for is not in the file.
    """
    asked = [folded(name) for name in request.areas]
    if asked:
        there = {name for each in found.figures for name in _names_of(each.area)}
        for name, words in zip(request.areas, asked, strict=True):
            if words not in there:
                some = ", ".join(list(_area_names(found.figures))[:_SHOWN])
                raise CannotDoError(f"The file has no area {name}. Among its areas are: {some}.")
        return _of_areas(found.figures, asked)
    if found.origin.is_publication and watched:
        known = [word for area in watched for word in (folded(area.name), folded(area.code)) if word]
        return _of_areas(found.figures, known)
    return found.figures


def _of_areas(figures: Iterable[FoundFigure], words: Collection[str]) -> list[FoundFigure]:
    wanted = set(words)
    return [each for each in figures if each.area is None or _names_of(each.area) & wanted]


def _names_of(area: NamedArea | None) -> set[str]:
    return set() if area is None else {folded(area.name), folded(area.code)} - {""}


def _area_names(figures: Iterable[FoundFigure]) -> dict[str, None]:
    return {each.area.name: None for each in figures if each.area is not None}


# ---- what names mean, and what is wrong


def _meant(figures: Sequence[FoundFigure], names: Names) -> tuple[list[MeantFigure], list[Rejected]]:
    """The figures with their metric and area; the second of two alike is rejected."""
    meant: list[MeantFigure] = []
    rejected: list[Rejected] = []
    first: dict[str, FoundFigure] = {}
    for each in figures:
        area = names.area(each.area)
        if area is None:
            reason = "it names no area: add a column for it, or say --board"
            rejected.append(_rejected(each, "area", reason))
            continue
        figure = MeantFigure(each, names.metric(each.metric, each.period.frequency), area)
        kind = each.target_kind.value if not each.has_figure else ""
        earlier = first.setdefault(f"{figure.metric.key}/{area.key}/{each.period.label}/{kind}", each)
        if earlier is not each:
            place = f"{earlier.sheet} {earlier.cell}" if earlier.cell else f"row {earlier.row}"
            rejected.append(_rejected(each, "period", f"the same metric, area and period as {place}"))
        else:
            meant.append(figure)
    return meant, rejected


def _rejected(figure: FoundFigure, name: str, reason: str) -> Rejected:
    cell = figure.cells.get(name) or figure.cell
    value = figure.period.label if name == "period" else _shown(figure.value)
    return Rejected(figure.sheet, figure.row, cell, name, value, reason)


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _as_per_cent(meant: Sequence[MeantFigure]) -> tuple[list[MeantFigure], list[Warned]]:
    """Shares made per cent, for each metric in per cent whose figures all lie between 0 and 1."""
    by_metric: dict[str, list[MeantFigure]] = defaultdict(list)
    for figure in meant:
        by_metric[figure.metric.key].append(figure)
    shares = {key for key, figures in by_metric.items() if _are_shares(figures)}
    warned = [
        Warned(
            by_metric[key][0].found.sheet,
            by_metric[key][0].found.row,
            by_metric[key][0].found.cell,
            _shown(by_metric[key][0].found.value),
            f"{by_metric[key][0].metric.facts.name} is in per cent: 0.953 is read as 95.3",
        )
        for key in sorted(shares)
    ]
    scaled = [
        replace(figure, found=as_per_cent([figure.found])[0]) if figure.metric.key in shares else figure
        for figure in meant
    ]
    return scaled, warned


def _are_shares(figures: Sequence[MeantFigure]) -> bool:
    if figures[0].metric.facts.unit != "%":
        return False
    values = [
        number
        for figure in figures
        for number in (figure.found.value, figure.found.target)
        if number is not None
    ]
    return bool(values) and max(values) <= 1 and max(values) > 0


def _checked(meant: Sequence[MeantFigure]) -> tuple[list[MeantFigure], list[Rejected]]:
    """The figures that can be: no part above its whole, no value that its own parts deny."""
    good: list[MeantFigure] = []
    rejected: list[Rejected] = []
    for figure in meant:
        reason = _denied(figure)
        if reason:
            rejected.append(_rejected(figure.found, "value", reason))
        else:
            good.append(figure)
    return good, rejected


def _denied(figure: MeantFigure) -> str:
    found, facts = figure.found, figure.metric.facts
    x, n = found.numerator, found.denominator
    if x is None or n is None or facts.statistic not in {Statistic.PROPORTION, Statistic.RATE}:
        return ""
    if n <= 0 or x < 0:
        return f"numerator {x:g} and denominator {n:g} cannot be"
    if facts.statistic is Statistic.PROPORTION and x > n:
        return f"numerator {x:g} is above denominator {n:g}"
    expected = x / n * facts.multiplier
    if found.value is not None and abs(found.value - expected) > max(_OFF_BY * abs(expected), _OFF_BY * 10):
        return f"{found.value:g} is not {x:g} of {n:g}, which is {expected:.4g}"
    return ""


def _of_new_metrics(figures: Iterable[MeantFigure]) -> Iterator[Warned]:
    new = {figure.metric.key: figure for figure in figures if figure.metric.is_new}
    for figure in new.values():
        found = figure.found
        reason = f"“{figure.metric.facts.name}” is a new metric: say which way is better once it is taken"
        yield Warned(found.sheet, found.row, found.cells.get("metric", ""), found.metric.name, reason)


def _of_marks(figures: Iterable[MeantFigure]) -> Iterator[Warned]:
    """Each cell that has a mark in place of a figure: suppressed, not available, not applicable."""
    for figure in figures:
        found = figure.found
        if not found.status.has_value and "value" in found.cells:
            words = f"{found.status.value}: {figure.key} has no figure"
            yield Warned(found.sheet, found.row, found.cells["value"], "", words)


# ---- what is here


def _with_held(reading: Reading, meant: Sequence[MeantFigure]) -> Iterator[MeantFigure]:
    ids = {figure.metric.id for figure in meant if figure.metric.id is not None}
    held: Mapping[tuple[int, int, date, date], Observation] = {
        (each.metric_id, each.area_id, each.period.start, each.period.end): each
        for each in observations.every(reading, metrics=ids)
    }
    targets = {
        (each.metric_id, each.area_id, each.kind, each.starts, each.ends): each
        for each in remarks.targets(reading, ids)
    }
    said = {(each.metric_id, each.area_id, each.period): each for each in remarks.commentary(reading, ids)}
    for figure in meant:
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


def _finish(
    figures: Sequence[MeantFigure],
    entered: Entered,
    own_area: MeantArea | None,
    asked: Sequence[str],
    step: Step,
    board_id: int,
) -> None:
    """Areas that were asked for are remembered; what is of the board's own area is on its scorecard."""
    observations.add_many(step, entered.waiting)
    if board_id == NO_BOARD:
        return
    met: dict[str, MeantArea] = {figure.area.key: figure.area for figure in figures}
    if asked:
        areas.watch(step, board_id, [entered.area(step, area) for area in met.values()])
    own = _own(met, own_area)
    metrics: dict[str, MeantMetric] = {
        figure.metric.key: figure.metric for figure in figures if figure.area.key == own
    }
    for metric in metrics.values():
        enter_on_scorecard(step, board_id, entered.metric(step, metric), entered.area(step, met[own]))


def _own(met: Mapping[str, MeantArea], own_area: MeantArea | None) -> str:
    """The key of the board's own area among those of a file; "" where it is not among them."""
    if own_area is None:
        return ""
    words = {own_area.key, folded(own_area.name)}
    return next((key for key, area in met.items() if {key, folded(area.name)} & words), "")
