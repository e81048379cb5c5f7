"""Metrics put on a scorecard: a list that ships, one that is there, one's own; and which are off plan."""

from datetime import date

import pytest
from tests.builders import a_board

from boardtool.data.performance import areas, metrics, records
from boardtool.data.performance.off_plan import off_plan
from boardtool.data.store import Store
from boardtool.domain.errors import CannotDoError, NotFoundError
from boardtool.domain.performance.metrics import Statistic
from boardtool.domain.performance.periods import month
from boardtool.domain.performance.scorecard import WillMeet
from boardtool.domain.performance.series import Direction
from boardtool.services.performance import figures, taking_in

TODAY = date(2022, 9, 6)
AREA = "North Northamptonshire"


@pytest.fixture
def board(store: Store) -> int:
    return a_board(store)


def on_scorecard(store: Store, board: int) -> list[tuple[str, str]]:
    """Metric and area of each place of a scorecard."""
    with store.reading() as reading:
        named = {area.id: area.name for area in areas.every(reading)}
        return [
            (metrics.by_id(reading, place.metric_id).key, named[place.area_id])
            for place in records.places(reading, board)
        ]


def measured(store: Store, board: int, name: str, target: float, values: list[float]) -> str:
    """A metric of the scorecard that is to rise to a target, with a figure a month."""
    key = taking_in.add_metric_to_scorecard(
        store, board_id=board, area=AREA, name=name, direction=Direction.INCREASE
    )
    with store.reading() as reading:
        metric_id = metrics.by_key(reading, key).id
        area_id = areas.names(reading)[AREA.casefold()]
    figures.set_target(store, metric_id=metric_id, value=target)
    for number, value in enumerate(values):
        figures.record_figure(
            store,
            metric_id=metric_id,
            area_id=area_id,
            period=month(2021 + number // 12, number % 12 + 1),
            value=value,
            today=TODAY,
        )
    return key


def test_a_list_that_ships_goes_on_the_scorecard_in_one_step(store: Store, board: int) -> None:
    assert ("bcf-2022-23", "Better Care Fund 2022-23") in taking_in.lists()
    count = taking_in.put_list_on_scorecard(store, board_id=board, key="bcf-2022-23", area=AREA)
    shown = on_scorecard(store, board)
    assert (count, len(shown), {area for _, area in shown}) == (4, 4, {AREA})
    store.undo()
    assert on_scorecard(store, board) == []


def test_taken_in_again_it_stands_there_once(store: Store, board: int) -> None:
    for _time in range(2):
        taking_in.put_list_on_scorecard(store, board_id=board, key="bcf-2022-23", area=AREA)
    assert len(on_scorecard(store, board)) == 4


def test_a_metric_of_ones_own_has_its_key_from_its_name_and_its_statistic_from_its_unit(
    store: Store, board: int
) -> None:
    for name, unit in (("Packages/week started", ""), ("Home by noon", "%"), ("Falls", "per 100,000")):
        taking_in.add_metric_to_scorecard(store, board_id=board, area=f" {AREA} ", name=name, unit=unit)
    assert on_scorecard(store, board) == [
        ("packages_week_started", AREA),
        ("home_by_noon", AREA),
        ("falls", AREA),
    ]
    with store.reading() as reading:
        held = [metrics.by_key(reading, key) for key, _ in on_scorecard(store, board)]
    assert [(one.statistic, one.multiplier) for one in held] == [
        (Statistic.SCORE, 1.0),
        (Statistic.PROPORTION, 100.0),
        (Statistic.RATE, 100_000.0),
    ]


def test_a_metric_that_is_there_goes_on_another_boards_scorecard(store: Store, board: int) -> None:
    taking_in.add_metric_to_scorecard(store, board_id=board, area=AREA, name="Falls")
    other = a_board(store, code="WNHWB", name="West")
    assert taking_in.put_metric_on_scorecard(store, board_id=other, key="falls", area="West") == "falls"
    assert on_scorecard(store, other) == [("falls", "West")]


def test_what_cannot_be_put_there_leaves_nothing_behind(store: Store, board: int) -> None:
    taking_in.add_metric_to_scorecard(store, board_id=board, area=AREA, name="Falls")
    with pytest.raises(CannotDoError, match="There is a metric FALLS already"):
        taking_in.add_metric_to_scorecard(store, board_id=board, area=AREA, name="FALLS")
    with pytest.raises(CannotDoError, match="A metric needs a name"):
        taking_in.add_metric_to_scorecard(store, board_id=board, area=AREA, name=" / ")
    with pytest.raises(CannotDoError, match="which area"):
        taking_in.put_list_on_scorecard(store, board_id=board, key="bcf-2022-23", area=" ")
    with pytest.raises(NotFoundError):
        taking_in.put_list_on_scorecard(store, board_id=board, key="no-such-list", area=AREA)
    with pytest.raises(NotFoundError):
        taking_in.put_metric_on_scorecard(store, board_id=board, key="nothing", area=AREA)
    assert on_scorecard(store, board) == [("falls", AREA)]


def test_off_plan_are_those_that_miss_their_target_first_what_will_go_on_missing_it(
    store: Store, board: int
) -> None:
    steady = [50.0 + number % 3 for number in range(15)]
    measured(store, board, "Now and then", 52.0, [*steady, 51.0])
    measured(store, board, "Never", 90.0, [*steady, 51.0])
    measured(store, board, "Always", 10.0, [*steady, 51.0])
    taking_in.add_metric_to_scorecard(store, board_id=board, area=AREA, name="Without target")
    with store.reading() as reading:
        rows = off_plan(reading)
    assert [(row.record.metric.name, row.will_meet) for row in rows] == [
        ("Never", WillMeet.NO),
        ("Now and then", WillMeet.SOMETIMES),
    ]


def test_without_a_target_or_a_scorecard_nothing_is_off_plan(store: Store, board: int) -> None:
    with store.reading() as reading:
        assert off_plan(reading) == ()
    taking_in.put_list_on_scorecard(store, board_id=board, key="bcf-2022-23", area=AREA)
    with store.reading() as reading:
        assert off_plan(reading) == ()
