"""The moving-range chart: its limit, what is high, and that nothing is looked at across a recalculation."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.performance.makers import HOME, a_record

from boardtool.domain.performance.charts import metric_chart
from boardtool.domain.performance.metrics import Recalculation
from boardtool.domain.performance.moving_ranges import MovingRanges, range_words, ranges_sentence
from boardtool.domain.performance.settings import Settings

STEADY = [94.0, 95.0] * 7


def ranges_of(values: list[float | None], *, settings: Settings | None = None) -> MovingRanges:
    metric = replace(HOME, settings=settings or Settings())
    return metric_chart(a_record(values, metric=metric)).ranges


def said(values: list[float | None]) -> str:
    chart = metric_chart(a_record(values))
    names = [each.period.shown for each in chart.record.observations]
    return ranges_sentence(chart.ranges, names, unit="%")


def test_the_limit_is_that_of_the_average_before_screening() -> None:
    ranges = ranges_of([*STEADY, 105.0])
    [segment] = ranges.segments
    assert segment.average == pytest.approx((13 * 1 + 10) / 14)
    assert segment.upper == pytest.approx(3.267 * 23 / 14)
    assert [point.number for point in ranges.high] == [14]
    assert range_words(ranges.points[14], unit="%") == "10.0 points, larger than usual"


def test_a_range_at_its_limit_is_not_high() -> None:
    # One jump j among n steps of 1 is on the limit where j = 3.267 (n - 1 + j) / n.
    count = 13
    jump = 3.267 * (count - 1) / (count - 3.267)
    assert ranges_of([*STEADY[:13], STEADY[12] + jump]).high == ()
    assert len(ranges_of([*STEADY[:13], STEADY[12] + jump + 0.001]).high) == 1


def test_a_gap_has_no_range_on_either_side_and_a_first_figure_none() -> None:
    values = [point.value for point in ranges_of([1.0, 3.0, None, 4.0, 9.0, 9.0, 9.0, 9.0, 9.0]).points]
    assert values == [None, 2.0, None, None, 5.0, 0.0, 0.0, 0.0, 0.0]


def test_nothing_is_looked_at_across_a_recalculation() -> None:
    record = replace(
        a_record([*STEADY, *(value - 40 for value in STEADY)]),
        recalculations=(Recalculation(1, 1, 1, date(2022, 6, 1), "Moved", "Cheryl", None),),
    )
    ranges = metric_chart(record).ranges
    assert [segment.first for segment in ranges.segments] == [0, 14]
    assert ranges.points[14].value is None
    assert ranges.high == ()


def test_ranges_past_a_baseline_are_held_against_it() -> None:
    ranges = ranges_of([*STEADY, 95.0, 85.0], settings=Settings(fix_after=12))
    assert ranges.segments[0].average == 1
    assert [point.number for point in ranges.high] == [15]


def test_a_constant_series_has_no_high_range() -> None:
    ranges = ranges_of([95.0] * 12)
    assert ranges.segments[0].upper == 0
    assert ranges.high == ()


def test_fewer_than_seven_figures_have_no_limit() -> None:
    ranges = ranges_of([95.0, 94.0, 95.0, 20.0])
    assert ranges.segments[0].upper is None
    assert ranges.high == ()


def test_the_sentence_says_how_many_and_the_latest() -> None:
    assert said([95.0, None, 94.0]) == "There are not two months in a row to compare."
    assert said([95.0, 94.0]) == "There are too few figures to tell which changes are larger than usual."
    assert said([*STEADY]) == "No change from one month to the next is larger than usual."
    assert said([*STEADY, 105.0]).startswith(
        "One change from one month to the next is larger than usual: to June 2022 (10.0 points, limit 5.4)."
    )
    assert said([*STEADY, 105.0, *STEADY[:-1], 80.0]).startswith("3 changes from one month to the next")


@given(st.lists(st.floats(-1e6, 1e6), min_size=7, max_size=40), st.floats(-1e3, 1e3))
def test_shifting_every_figure_changes_no_range(values: list[float], by: float) -> None:
    here, there = ranges_of([*values]), ranges_of([value + by for value in values])
    for one, other in zip(here.points, there.points, strict=True):
        assert one.value == pytest.approx(other.value, abs=1e-6)
