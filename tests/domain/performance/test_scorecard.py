"""The scorecard: change told from noise, targets judged, the matrix, and the year's end."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from tests.domain.performance.makers import HOME, a_record, lower_is_better

from boardtool.domain.performance.axis import apart, bounds, tick_label, tick_places, ticks
from boardtool.domain.performance.charts import metric_chart
from boardtool.domain.performance.forecast import Reach, year_end
from boardtool.domain.performance.metrics import Break, Recalculation, Statistic, interval_of, value_shown
from boardtool.domain.performance.papers import ScorecardPaper, grouped
from boardtool.domain.performance.periods import financial_year, month, week_from
from boardtool.domain.performance.scorecard import Change, WillMeet, row_sentence, scorecard_row

NOISE = [95.0, 94.0] * 7


def test_a_row_says_latest_target_change_and_what_to_expect() -> None:
    row = scorecard_row(a_record([*NOISE, 95.3], target=95.1), headings=("Better Care Fund",))
    assert (row.latest_shown, row.target_shown, row.met_shown) == ("95.3\u00a0%", "95.1\u00a0%", "Met")
    assert (row.change, row.will_meet) == (Change.NOISE, WillMeet.SOMETIMES)
    assert (row.change_shown, row.will_meet_shown) == ("No change", "Hit or miss")
    assert row.says == "No real change; the target is met by chance."
    assert row.spark[-1] == 95.3
    assert row_sentence(row).startswith(
        "Discharged to usual place of residence: 95.3\u00a0% against 95.1\u00a0%. Met."
    )


def test_met_and_missed_can_be_chance() -> None:
    record = a_record([*NOISE, 95.3], target=95.1)
    figures = (*record.observations[:-1], replace(record.observations[-1], numerator=4193, denominator=4400))
    assert scorecard_row(replace(record, observations=figures)).met_shown == "Met, within chance"


def test_direction_turns_the_words() -> None:
    rising = [*NOISE, 110.0]
    assert scorecard_row(a_record(rising)).change_shown == "Better, high"
    assert scorecard_row(a_record(rising, metric=lower_is_better())).change_shown == "Worse, high"
    worse = scorecard_row(a_record(rising, metric=lower_is_better(), target=80))
    assert (worse.change, worse.will_meet, worse.met) == (Change.WORSENING, WillMeet.NO, False)
    assert worse.says == "A real change, the wrong way; the target will be missed until the service changes."


def test_without_figures_or_with_few_nothing_is_claimed() -> None:
    none = scorecard_row(a_record([], target=95.1))
    assert (none.latest_shown, none.change, none.met, none.will_meet) == (
        "no figure yet",
        Change.TOO_FEW,
        None,
        WillMeet.TOO_FEW,
    )
    assert scorecard_row(a_record([None])).latest_shown == "not available"
    assert scorecard_row(a_record([95.0, 94.0])).says == "Too few figures to tell a change from noise."
    assert scorecard_row(a_record([*NOISE])).will_meet is WillMeet.NO_TARGET


def test_rows_stand_under_their_first_framework() -> None:
    row = scorecard_row(a_record([*NOISE, 80.0], target=99), headings=("BCF", "ICB"))
    groups = grouped([row, scorecard_row(a_record([]))])
    assert [name for name, _ in groups] == ["BCF", "Other metrics"]
    paper = ScorecardPaper("", "Board", date(2022, 9, 6), groups)
    assert paper.sentence == "2 metrics: 1 getting worse, 1 will miss the target as things are."


def test_limits_begin_anew_at_a_break_and_at_a_recalculation() -> None:
    record = a_record([*NOISE, *NOISE])
    anew = replace(
        record,
        breaks=(Break(1, 1, None, date(2021, 10, 15), "new definition"),),
        recalculations=(Recalculation(1, 1, None, date(2022, 6, 1), "pathway 1", "Director"),),
    )
    starts = [segment.first_date for segment in metric_chart(anew).xmr.segments]
    assert starts == [date(2021, 4, 1), date(2021, 11, 1), date(2022, 6, 1)]


def test_the_year_ends_where_its_months_and_the_mean_lead() -> None:
    chart = metric_chart(a_record([*NOISE], target=95.1)).xmr
    forecast = year_end(chart, [95.0, 94.0], periods=12, target=94.5)
    assert forecast is not None
    assert forecast.expected == pytest.approx(94.5)
    assert forecast.lower < 94.5 < forecast.upper
    assert forecast.needed == pytest.approx(94.5)
    assert forecast.reach is Reach.WITHIN
    assert forecast.chance_next == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("target", "reach"), [(99.0, Reach.BEYOND), (80.0, Reach.SECURED), (95.1, Reach.WITHIN)]
)
def test_what_is_needed_is_held_against_what_the_process_gives(target: float, reach: Reach) -> None:
    chart = metric_chart(a_record([*NOISE])).xmr
    up = year_end(chart, [95.0], periods=12, target=target)
    assert up is not None
    assert up.reach is reach


def test_no_forecast_from_few_points_a_finished_year_or_special_cause() -> None:
    assert year_end(metric_chart(a_record([95.0, 94.0])).xmr, [95.0], periods=12) is None
    chart = metric_chart(a_record([*NOISE])).xmr
    assert year_end(chart, [95.0] * 12, periods=12) is None
    assert metric_chart(a_record([*NOISE, 80.0])).forecast is None
    assert metric_chart(a_record([*NOISE, None, 95.0])).forecast is None


def test_how_sure_a_figure_is_depends_on_what_it_is() -> None:
    record = a_record([95.3])
    figure = replace(record.observations[0], numerator=953, denominator=1000)
    assert interval_of(HOME, figure) is not None
    assert interval_of(replace(HOME, statistic=Statistic.SCORE), figure) is None
    assert interval_of(HOME, replace(figure, value=None)) is None
    published = interval_of(HOME, replace(figure, lower=90, upper=99))
    assert published is not None
    assert (published.lower, published.method) == (90, "as published")
    rate = interval_of(replace(HOME, statistic=Statistic.RATE, multiplier=100_000), figure)
    assert rate is not None
    assert rate.method == "Byars"
    assert value_shown(HOME, None) == "no figure yet"


def test_an_axis_has_round_ticks_around_what_it_shows() -> None:
    assert ticks(94.1, 96.8) == (94.0, 95.0, 96.0, 97.0)
    assert ticks(5, 5)[0] < 5 < ticks(5, 5)[-1]
    assert bounds([None, 95.0, 101.0], "%") == (95.0, 100.0)
    assert bounds([]) == (0.0, 1.0)


def test_periods_are_labelled_evenly_and_years_where_they_begin() -> None:
    year = [month(2021 + (3 + place) // 12, (3 + place) % 12 + 1) for place in range(27)]
    assert tick_places(year, most=14) == (0, 3, 6, 9, 12, 15, 18, 21, 24)
    assert tick_label(year[0]) == ("Apr", "2021-22")
    assert tick_label(year[1]) == ("May", "")
    assert tick_label(financial_year(2021)) == ("2021-22", "")
    assert tick_label(week_from(date(2024, 1, 1))) == ("1 Jan", "2024")
    weeks = [week_from(date(2024, 1, 1))] * 30
    assert len(tick_places(weeks, most=14)) <= 14


def test_labels_are_moved_apart_and_keep_their_order() -> None:
    moved = apart([100.0, 102.0, 300.0, 101.0], gap=17)
    assert moved[2] == 300
    ordered = sorted(moved)
    assert all(other - one >= 16.99 for one, other in pairwise(ordered))
    assert moved[0] < moved[3] < moved[1]
