"""XmR charts: the reference cases, and what is decided beyond them."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.performance.reference_cases import answer, differences, xmr_cases

from boardtool.domain.performance.limits import limits_of, mean
from boardtool.domain.performance.reference_shape import to_reference
from boardtool.domain.performance.rules import Rule
from boardtool.domain.performance.series import Direction, SeriesPoint, SeriesRefusedError
from boardtool.domain.performance.settings import Conflict, Settings, footer
from boardtool.domain.performance.xmr import Assurance, Kind, XmrChart, xmr_chart

NOISE = [1.0, -1.0] * 8


def series(values: Sequence[float | None], target: float | None = None) -> list[SeriesPoint]:
    return [
        SeriesPoint(date(2020 + place // 12, place % 12 + 1, 1), value, target)
        for place, value in enumerate(values)
    ]


def chart(
    values: Sequence[float | None],
    *,
    direction: Direction = Direction.INCREASE,
    settings: Settings | None = None,
) -> XmrChart:
    return xmr_chart(series(values), direction=direction, settings=settings or Settings())


def test_every_public_reference_case_holds(reference: Path) -> None:
    cases = xmr_cases(reference)
    assert len(cases) == 69
    wrong = {case["id"]: found for case in cases if (found := differences(case, answer(case)))}
    assert wrong == {}


def test_a_rebase_date_without_a_point_changes_nothing_and_is_said() -> None:
    points = series([*NOISE])
    judged = xmr_chart(points, direction=Direction.INCREASE, rebase={date(2020, 5, 2)})
    assert judged.unmatched == (date(2020, 5, 2),)
    assert len(judged.segments) == 1
    assert to_reference(judged)["warnings"] == ["rebase_date_without_point: 2020-05-02"]


def test_the_target_that_holds_at_the_latest_value_is_the_one_that_counts() -> None:
    points = [*series([*NOISE], target=100.0)[:-2], *series([*NOISE], target=-50.0)[-2:]]
    judged = xmr_chart(points, direction=Direction.INCREASE)
    assert judged.assurance is Assurance.PASS
    assert judged.target == -50


def test_a_trend_of_large_figures_rises_by_single_ones() -> None:
    judged = chart([*(2e10 + place % 2 for place in range(12)), *(2e10 + 2 + place for place in range(7))])
    assert {point.trend for point in judged.points[-7:]} == {1}


def test_two_values_of_one_date_are_refused() -> None:
    with pytest.raises(SeriesRefusedError, match="2020-01-01 stands in the series twice"):
        xmr_chart([*series([1.0]), *series([2.0])], direction=Direction.INCREASE)


def test_an_empty_series_is_a_chart_without_anything() -> None:
    judged = chart([])
    assert (judged.points, judged.segments, judged.variation, judged.assurance) == ((), (), None, None)


def test_a_point_that_rises_below_the_mean_is_called_by_its_movement() -> None:
    judged = chart([*NOISE, -9.0, -8.5, -8.0, -7.5, -7.0, -6.5, -6.0, *NOISE])
    rising = judged.points[18]
    assert rising.trend == 1
    assert rising.side == -1


def test_the_rule_that_prevails_can_be_set() -> None:
    values: list[float | None] = [*NOISE, *[-6 + place * 0.5 for place in range(9)], *NOISE]
    place = 17
    assert chart(values).points[place].rule is Rule.TREND
    for conflict, kind in (
        (Conflict.IMPROVEMENT, Kind.IMPROVEMENT),
        (Conflict.CONCERN, Kind.CONCERN),
    ):
        point = chart(values, settings=Settings(conflict=conflict)).points[place]
        assert point.kind is kind, point


def test_points_outside_count_towards_two_of_three_when_so_set() -> None:
    values: list[float | None] = [*NOISE, 9.0, 5.6, 0.8, *NOISE]
    assert not chart(values).points[17].in_two_of_three
    assert chart(values, settings=Settings(outside_is_near=True)).points[17].in_two_of_three


def test_a_trend_runs_on_over_a_recalculation_when_so_set() -> None:
    points = series([*NOISE, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0])
    rebase = {points[20].date}
    cut = xmr_chart(points, direction=Direction.INCREASE, rebase=rebase)
    whole = xmr_chart(
        points, direction=Direction.INCREASE, rebase=rebase, settings=Settings(trends_cross_segments=True)
    )
    assert cut.points[-1].trend == 0
    assert whole.points[-1].trend == 1


def test_runs_of_six_or_eight_are_a_setting_and_nine_is_refused() -> None:
    values: list[float | None] = [*NOISE, 0.5, 0.6, 0.5, 0.6, 0.5, 0.6, -1.0]
    assert not any(point.in_shift for point in chart(values).points)
    assert any(point.in_shift for point in chart(values, settings=Settings(shift_length=6)).points)
    with pytest.raises(SeriesRefusedError, match="6 to 8"):
        Settings(trend_length=9)


def test_a_baseline_of_eleven_points_is_refused() -> None:
    with pytest.raises(SeriesRefusedError) as refused:
        Settings(fix_after=11)
    assert refused.value.code == "fix_after_n_points_below_12"


def test_screening_that_would_leave_only_zeros_is_not_done_and_said() -> None:
    judged = chart([0.3] * 7 + [0.2, 0.4] + [0.3] * 6)
    assert judged.segments[0].limits.screening_dropped
    assert to_reference(judged)["warnings"] == ["screening_not_done: segment 0"]


def test_a_moving_range_on_the_screening_threshold_is_left_out() -> None:
    on_it = 3.267 * 10 / (11 - 3.267)  # beside ten moving ranges of 1, it is 3.267 times their average
    values = [0.0, 1.0] * 5 + [0.0, on_it]
    limits = limits_of(values, screening=True, fix_after=None)
    assert limits.moving_range == pytest.approx(1)
    assert limits.used[-1] is None


def test_the_footer_states_every_setting() -> None:
    assert "3.267" in footer()
    said = footer(
        Settings(
            screening=False,
            fix_after=12,
            outside_is_near=True,
            trends_cross_segments=True,
            conflict=Conflict.CONCERN,
        )
    )
    for words in ("no screening", "first 12 points", "points outside", "run on", "called concern"):
        assert words in said


figures = st.lists(st.floats(-1e6, 1e6) | st.none(), min_size=1, max_size=40)


@given(figures)
def test_turning_a_series_upside_down_turns_every_judgement(values: list[float | None]) -> None:
    up = chart(values)
    down = chart([None if value is None else -value for value in values], direction=Direction.DECREASE)
    assert [point.kind for point in up.points] == [point.kind for point in down.points]
    assert [point.way for point in up.points] == [-point.way for point in down.points]


@given(st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=40))
def test_the_limits_lie_around_the_mean_and_the_near_ones_within(values: list[float]) -> None:
    limits = limits_of(values, screening=True, fix_after=None)
    assert limits.lower is not None
    assert limits.near_lower is not None
    assert limits.near_upper is not None
    assert limits.upper is not None
    assert limits.lower <= limits.near_lower <= limits.near_upper <= limits.upper


def test_the_mean_of_equal_decimals_is_that_decimal() -> None:
    for count in range(1, 60):
        assert mean([57.8] * count) == 57.8
