"""Which boards, metrics and areas a name means: "NNHWB", "NNHWB/falls", "falls@Corby"."""

from boardtool.data import boards
from boardtool.data.performance import areas, metrics, observations, records
from boardtool.data.performance.records import Pair
from boardtool.data.store import Reading
from boardtool.domain.boards import Board
from boardtool.domain.errors import CannotDoError
from boardtool.domain.text import folded

AT = "@"


def board_of(reading: Reading, what: str) -> Board | None:
    """The board that a name begins with; None where it begins with a metric."""
    code = what.partition("/")[0].strip().casefold()
    return next((board for board in boards.every(reading) if board.code.casefold() == code), None)


def pairs_of(reading: Reading, what: str | None, board: Board | None) -> list[Pair]:
    """The metrics and areas that are meant, those on a scorecard before all others.

    Raises:
        NotFoundError: there is no such metric.
        CannotDoError: there is no such area.
    """
    every = [board] if board is not None else boards.every(reading)
    on_scorecards = [
        (place.metric_id, place.area_id) for one in every for place in records.places(reading, one.id)
    ]
    key = "" if what is None else (what.partition("/")[2] if board is not None else what)
    if not key:
        return list(dict.fromkeys(on_scorecards)) or ([] if board is not None else with_figures(reading))
    name, _, where = key.partition(AT)
    metric = metrics.by_key(reading, name)
    if where:
        return [(metric.id, _area(reading, where))]
    listed = [pair for pair in dict.fromkeys(on_scorecards) if pair[0] == metric.id]
    return listed or [pair for pair in with_figures(reading) if pair[0] == metric.id]


def with_figures(reading: Reading) -> list[Pair]:
    """Every metric and area that has figures, in the order in which they came."""
    return list(dict.fromkeys((each.metric_id, each.area_id) for each in observations.every(reading)))


def _area(reading: Reading, name: str) -> int:
    held = areas.names(reading).get(folded(name))
    if held is None:
        raise CannotDoError(f"There is no area {name} in this library.")
    return held
