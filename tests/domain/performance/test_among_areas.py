"""One metric in several areas: their order, each against England, and the funnel of all."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.domain.performance.makers import HOME, NORTH, lower_is_better

from boardtool.domain.performance.among_areas import AreaFigure, among_areas
from boardtool.domain.performance.benchmark import Comparison
from boardtool.domain.performance.funnels import Standing
from boardtool.domain.performance.metrics import Area, Metric, Observation, Statistic
from boardtool.domain.performance.periods import month

ENGLAND = Area(9, "E92000001", "England", "country")
OTHERS = tuple(Area(number, f"E0{number}", f"Council {number}", "council") for number in range(2, 8))
PEOPLE = 1_000


def seen(area: Area, events: float | None, people: float | None = PEOPLE) -> AreaFigure:
    """So many of a thousand in an area; None where it has no figure."""
    value = None if events is None or not people else events / people * 100
    figure = Observation(
        area.id, HOME.id, area.id, month(2022, 6), value, numerator=events, denominator=people
    )
    return AreaFigure(area, figure)


def comparison_of(metric: Metric, own: float, england: float) -> Comparison:
    found = among_areas(metric, NORTH, [seen(NORTH, own), seen(ENGLAND, england)])
    return next(row.comparison for row in found.rows if row.figure.area is NORTH)


def test_areas_stand_by_size_and_one_without_a_figure_comes_last() -> None:
    figures = [seen(OTHERS[0], None), seen(NORTH, 500), seen(OTHERS[1], 700), seen(OTHERS[2], 600)]
    found = among_areas(HOME, NORTH, figures)
    assert [row.figure.area.name for row in found.rows] == [
        "Council 3", "Council 4", "North Northamptonshire", "Council 2",
    ]  # fmt: skip
    assert found.benchmark is None
    assert found.sentence == "North Northamptonshire, 50.0\u00a0%, is number 3 of 3 by size of the figure."


@pytest.mark.parametrize(
    ("own", "better", "neutral"),
    [(900, Comparison.BETTER, Comparison.HIGHER), (700, Comparison.WORSE, Comparison.LOWER)],
)
def test_an_area_is_better_or_worse_where_its_interval_excludes_england(
    own: float, better: Comparison, neutral: Comparison
) -> None:
    from boardtool.domain.performance.series import Direction

    other = {Comparison.BETTER: Comparison.WORSE, Comparison.WORSE: Comparison.BETTER}[better]
    assert comparison_of(HOME, own, 800) is better
    assert comparison_of(lower_is_better(), own, 800) is other
    assert comparison_of(replace(HOME, direction=Direction.NEUTRAL), own, 800) is neutral


def test_what_chance_explains_is_similar() -> None:
    assert comparison_of(HOME, 805, 800) is Comparison.SIMILAR


def test_england_is_not_compared_with_itself() -> None:
    found = among_areas(HOME, NORTH, [seen(NORTH, 900), seen(ENGLAND, 800)])
    assert found.benchmark is not None
    assert found.benchmark.area is ENGLAND
    england = next(row for row in found.rows if row.figure.area is ENGLAND)
    assert england.comparison is Comparison.NOT_COMPARED
    assert found.sentence == "North Northamptonshire, 90.0\u00a0%, is better than England (80.0\u00a0%)."


@pytest.mark.parametrize("england", [ENGLAND, Area(9, "", "ENGLAND")])
def test_england_is_known_by_its_code_or_its_name(england: Area) -> None:
    assert among_areas(HOME, NORTH, [seen(NORTH, 900), seen(england, 800)]).benchmark is not None


def test_without_the_parts_of_a_figure_nothing_is_claimed() -> None:
    bare = AreaFigure(NORTH, Observation(1, HOME.id, NORTH.id, month(2022, 6), 90.0))
    found = among_areas(HOME, NORTH, [bare, seen(ENGLAND, 800)])
    assert "cannot be compared with England" in found.sentence


def test_alone_or_without_a_figure_it_says_so() -> None:
    alone = among_areas(HOME, NORTH, [seen(NORTH, 900)])
    assert alone.sentence.endswith("no other area has a figure of this period.")
    none = among_areas(HOME, NORTH, [seen(NORTH, None), seen(OTHERS[0], 800)])
    assert none.sentence == "North Northamptonshire has no figure in this period."


def several(*events: float) -> Sequence[AreaFigure]:
    return [seen(NORTH, events[0]), *map(seen, OTHERS, events[1:])]


def test_a_funnel_needs_four_areas_beside_england() -> None:
    three = among_areas(HOME, NORTH, [*several(900, 890, 905), seen(ENGLAND, 800)])
    assert three.funnel is None
    assert among_areas(HOME, NORTH, several(900, 890, 905, 895)).funnel is not None


def test_the_funnel_holds_every_area_but_england() -> None:
    figures = several(850, 890, 905, 895, 900, 898, 902)
    found = among_areas(HOME, NORTH, [*figures, seen(ENGLAND, 800)])
    assert found.funnel is not None
    standing = {place.area: place.standing for place in found.funnel.places}
    assert standing.keys() == {each.area.name for each in figures}
    assert standing[NORTH.name] is not Standing.WITHIN
    assert standing["Council 3"] is Standing.WITHIN


def test_a_rate_has_a_funnel_and_a_mean_has_none() -> None:
    rate = replace(HOME, statistic=Statistic.RATE, unit="per 100")
    assert among_areas(rate, NORTH, several(90, 89, 91, 88)).funnel is not None
    mean = replace(HOME, statistic=Statistic.MEAN, unit="days")
    assert among_areas(mean, NORTH, several(90, 89, 91, 88)).funnel is None


def test_events_above_people_give_no_funnel_and_the_bars_stand() -> None:
    found = among_areas(HOME, NORTH, several(1_200, 890, 905, 895))
    assert found.funnel is None
    assert len(found.rows) == 4
