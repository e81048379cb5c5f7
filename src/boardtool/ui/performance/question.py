"""What the Performance pages ask in one reading: a board's scorecard, or one metric with its surroundings."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from boardtool.domain.boards import Board
from boardtool.domain.errors import NotFoundError
from boardtool.domain.performance.among_areas import AmongAreas
from boardtool.domain.performance.charts import MetricChart
from boardtool.domain.performance.frameworks import ThreadNode
from boardtool.domain.performance.metrics import Area, Definition, Metric
from boardtool.domain.performance.scorecard import ScorecardRow, scorecard_row
from boardtool.domain.performance.threads import ThreadStep, steps_of
from boardtool.domain.text import folded

if TYPE_CHECKING:
    from boardtool.data.store import Reading


@dataclass(frozen=True, slots=True)
class ThreadFacts:
    """The metrics there are, and the golden threads of every framework, by its name."""

    metrics: tuple[Metric, ...] = ()
    threads: tuple[tuple[str, tuple[ThreadStep, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class ScorecardFacts:
    """A board's scorecard, and the boards and areas there are; `board` is None without any board."""

    boards: tuple[Board, ...]
    board: Board | None
    rows: tuple[ScorecardRow, ...]
    areas: tuple[Area, ...]
    known: ThreadFacts = field(default_factory=ThreadFacts)


@dataclass(frozen=True, slots=True)
class MetricFacts:
    """One metric in one area: judged, defined, in its golden threads, and beside other areas.

    `threads` is each step of the threads it stands in, from the top; `among` holds all areas in the
    period of its latest figure; `areas` those that have figures of it; `frameworks` the lists it is in;
    `keys` those of all metrics.
    """

    row: ScorecardRow
    definitions: tuple[Definition, ...]
    frameworks: tuple[str, ...]
    threads: tuple[tuple[ThreadNode, ...], ...]
    among: AmongAreas
    areas: tuple[Area, ...]
    keys: dict[int, str]

    @property
    def chart(self) -> MetricChart:
        return self.row.chart


def scorecard_facts(reading: "Reading", code: str) -> ScorecardFacts:
    """The scorecard of the board of a code, else of the first board that has one."""
    from boardtool.data import boards
    from boardtool.data.performance import areas, records

    every = boards.every(reading)
    board = next((each for each in every if each.code == code), None)
    if board is None:
        board = next((each for each in every if records.places(reading, each.id)), None)
    if board is None:
        board = every[0] if every else None
    rows = () if board is None else tuple(records.scorecard(reading, board.id))
    return ScorecardFacts(tuple(every), board, rows, tuple(areas.every(reading)), thread_facts(reading))


def thread_facts(reading: "Reading") -> ThreadFacts:
    """What one must know to put a metric into a golden thread."""
    from boardtool.data.performance import frameworks, metrics

    return ThreadFacts(
        tuple(metrics.every(reading)),
        tuple(
            (framework.name, steps_of(frameworks.thread(reading, framework.id)))
            for framework in frameworks.every(reading)
        ),
    )


def metric_facts(reading: "Reading", ref: str) -> MetricFacts:
    """A metric by its reference; without an area the first that has figures of it.

    Raises:
        NotFoundError: the metric is not in the library, or has no area.
    """
    from boardtool.data.performance import areas, frameworks, metrics, observations, records
    from boardtool.data.performance.neighbours import among

    key, _, place = ref.partition("/")
    metric = metrics.by_key(reading, key)
    every = areas.every(reading)
    with_figures = {each.area_id for each in observations.every(reading, metrics=[metric.id])}
    known = tuple(area for area in every if area.id in with_figures)
    wanted = areas.names(reading).get(folded(place)) if place else None
    area = next((each for each in every if each.id == wanted), known[0] if known else None)
    if area is None:
        raise NotFoundError(f"{metric.title} has no area yet. Import its figures, or put it on a scorecard.")
    row = scorecard_row(records.record(reading, metric.id, area.id))
    return MetricFacts(
        row=row,
        definitions=tuple(metrics.definitions(reading, metric.id)),
        frameworks=frameworks.names_by_metric(reading).get(metric.id, ()),
        threads=_threads(reading, metric.id),
        among=among(reading, row.record),
        areas=known or (area,),
        keys={each.id: each.key for each in metrics.every(reading)},
    )


def _threads(reading: "Reading", metric_id: int) -> tuple[tuple[ThreadNode, ...], ...]:
    from boardtool.data.performance import frameworks

    found = []
    for framework in frameworks.every(reading):
        nodes = {node.id: node for node in frameworks.thread(reading, framework.id)}
        for node in nodes.values():
            if node.metric_id == metric_id:
                line: list[ThreadNode] = []
                at: ThreadNode | None = node
                while at is not None:
                    line.insert(0, at)
                    at = nodes.get(at.parent_id) if at.parent_id is not None else None
                found.append(tuple(line))
    return tuple(found)
