"""Everything that is kept of a metric in an area, of one or of a whole scorecard at once."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from sqlalchemy import select

from boardtool.data import rows
from boardtool.data.performance import areas, frameworks, metrics, observations, remarks
from boardtool.data.store import Reading, Step
from boardtool.data.tables import SCORECARD_METRIC
from boardtool.domain.errors import NotFoundError
from boardtool.domain.performance.metrics import Area, Metric, Observation, Record
from boardtool.domain.performance.scorecard import ScorecardRow, scorecard_row

Pair = tuple[int, int]
"""The ids of a metric and an area."""


@dataclass(frozen=True, slots=True)
class ScorecardPlace:
    """A metric of an area on a board's scorecard."""

    id: int
    board_id: int
    metric_id: int
    area_id: int


class OfMetric(Protocol):
    """What is said of a metric in one area, or (None) everywhere."""

    @property
    def metric_id(self) -> int: ...

    @property
    def area_id(self) -> int | None: ...


Said = TypeVar("Said", bound=OfMetric)


def record(reading: Reading, metric_id: int, area_id: int) -> Record:
    """What is kept of one metric in one area.

    Raises:
        NotFoundError: either is not in the library any more.
    """
    return records(reading, [(metric_id, area_id)])[0]


def records(reading: Reading, pairs: Sequence[Pair]) -> list[Record]:
    """The same of many at once, in their order; figures of another frequency than the metric's stay out."""
    ids = {metric for metric, _ in pairs}
    by_id = {metric.id: metric for metric in metrics.every(reading)}
    places = {area.id: area for area in areas.every(reading)}
    figures: dict[Pair, list[Observation]] = defaultdict(list)
    for each in observations.every(reading, metrics=ids, areas={area for _, area in pairs}):
        figures[each.metric_id, each.area_id].append(each)
    targets = remarks.targets(reading, ids)
    breaks = remarks.breaks(reading, ids)
    anew = remarks.recalculations(reading, ids)
    said = remarks.commentary(reading, ids)
    links = remarks.links(reading, ids)
    return [
        Record(
            metric=_there(by_id.get(metric_id), "metric"),
            area=_there(places.get(area_id), "area"),
            observations=tuple(_one_series(figures[metric_id, area_id], by_id[metric_id])),
            targets=_of(targets, metric_id, area_id),
            breaks=_of(breaks, metric_id, area_id),
            recalculations=_of(anew, metric_id, area_id),
            commentary=_of(said, metric_id, area_id),
            links=tuple(link for link in links if link.metric_id == metric_id),
        )
        for metric_id, area_id in pairs
    ]


Found = TypeVar("Found", Metric, Area)


def _there(found: Found | None, what: str) -> Found:
    if found is None:
        raise NotFoundError(f"This {what} is not in the library any more.")
    return found


def _of(every: Iterable[Said], metric_id: int, area_id: int) -> tuple[Said, ...]:
    return tuple(one for one in every if one.metric_id == metric_id and one.area_id in {None, area_id})


def _one_series(figures: Sequence[Observation], metric: Metric) -> list[Observation]:
    """The figures of the metric's own frequency; of the commonest one, where it has none of its own."""
    counted = Counter(each.period.frequency for each in figures)
    if not counted:
        return []
    frequency = metric.frequency if metric.frequency in counted else counted.most_common(1)[0][0]
    return list({each.period.start: each for each in figures if each.period.frequency is frequency}.values())


# ---- the scorecard of a board


def places(reading: Reading, board_id: int) -> list[ScorecardPlace]:
    """What stands on a board's scorecard, in its order."""
    found = reading.execute(
        select(SCORECARD_METRIC)
        .where(SCORECARD_METRIC.c.board_id == board_id)
        .order_by(SCORECARD_METRIC.c.position)
    )
    return [ScorecardPlace(row.id, row.board_id, row.metric_id, row.area_id) for row in found]


def scorecard(reading: Reading, board_id: int) -> list[ScorecardRow]:
    """A board's scorecard, judged; `headings` of a row are the frameworks that its metric is in."""
    listed = places(reading, board_id)
    names = frameworks.names_by_metric(reading)
    found = records(reading, [(place.metric_id, place.area_id) for place in listed])
    return [scorecard_row(one, headings=names.get(one.metric.id, ())) for one in found]


def add_place(step: Step, *, board_id: int, metric_id: int, area_id: int) -> int:
    position = rows.next_position(step, SCORECARD_METRIC, "board_id", board_id)
    return rows.add(
        step, SCORECARD_METRIC, board_id=board_id, metric_id=metric_id, area_id=area_id, position=position
    )


def remove_place(step: Step, place_id: int) -> None:
    rows.remove(step, SCORECARD_METRIC, place_id)


def reorder_places(step: Step, ids: Sequence[int]) -> None:
    rows.reorder(step, SCORECARD_METRIC, ids)
