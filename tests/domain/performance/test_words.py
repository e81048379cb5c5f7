"""What a chart says in plain English, and how figures are printed."""

import pytest
from tests.domain.performance.makers import a_record, lower_is_better

from boardtool.domain.performance.charts import metric_chart
from boardtool.domain.performance.numbers import shown, shown_in_column
from boardtool.domain.performance.sentences import point_sentence
from boardtool.domain.performance.series import Direction

NOISE = [95.0, 94.0] * 7
MISSED = "At today\u2019s level it will meet 95.1\u00a0% in some months and not in others."


def sentence(values: list[float | None], *, target: float | None = 95.1) -> str:
    return metric_chart(a_record(values, target=target)).sentence


def test_a_run_above_the_mean_is_counted_and_means_improving() -> None:
    said = sentence([*NOISE, 94.9, 95.0, 94.8, 95.1, 94.9, 95.0, 94.8])
    assert said == f"Seven months above the mean: improving. {MISSED}"


def test_noise_is_said_to_be_noise() -> None:
    assert sentence([*NOISE]) == f"No change beyond the usual variation. {MISSED}"


def test_a_trend_and_a_point_outside_are_told_in_words() -> None:
    assert (
        sentence([*NOISE, 94.1, 94.2, 94.3, 94.4, 94.5, 94.6, 94.7], target=None)
        == "Eight months rising in a row: improving."
    )
    assert (
        sentence([*NOISE, 80.0], target=None) == "The latest month is below the lower limit: getting worse."
    )


def test_a_target_beyond_the_limits_is_said_to_be_out_of_reach_or_safe() -> None:
    assert "cannot be expected to meet 99.0\u00a0%" in sentence([*NOISE], target=99)
    assert "will meet 80.0\u00a0% in every month" in sentence([*NOISE], target=80)


def test_too_few_points_are_said_so() -> None:
    assert sentence([95.0]) == "Latest 95.0\u00a0%: one month is too few to tell a change from noise."
    assert "three months are too few" in sentence([95.0, 94.0, 95.5])
    assert sentence([]) == "No figures yet."
    assert sentence([None, None]) == "No figures yet."


def test_near_a_limit_two_of_three() -> None:
    chart = metric_chart(a_record([*NOISE, *NOISE, 95.2, 96.8, 96.8]))
    assert "two of the last three months are near the upper limit" in chart.sentence.casefold()
    assert point_sentence(chart.xmr.points[-1]) == "two of three near the upper limit: improvement"


def test_a_point_says_its_rule_and_what_it_means() -> None:
    record = a_record([*NOISE, 80.0], metric=lower_is_better())
    points = metric_chart(record).xmr.points
    assert point_sentence(points[-1]) == "below the lower limit: improvement"
    noise = metric_chart(a_record([*NOISE])).xmr.points
    assert point_sentence(noise[0]) == ""
    assert points[-1].kind.value == "improvement"
    assert metric_chart(record).xmr.direction is Direction.DECREASE


@pytest.mark.parametrize(
    ("value", "unit", "printed"),
    [
        (95.3, "%", "95.3\u00a0%"),
        (624.3, "per 100,000", "624.3 per 100,000"),
        (604.0, "per 100,000", "604 per 100,000"),
        (72.0, "%", "72.0\u00a0%"),
        (0.034, "", "0.034"),
        (0.0, "%", "0.0\u00a0%"),
        (-1.5, "", "\u22121.5"),
        (12345.6, "", "12,345.6"),
        (None, "%", "–"),
    ],
)
def test_a_figure_is_printed_as_people_read_it(value: float | None, unit: str, printed: str) -> None:
    assert shown(value, unit) == printed


@pytest.mark.parametrize(
    ("value", "unit", "printed"),
    [
        (95.3, "%", "95.3\u00a0%"),
        (624.3, "per 100,000", "624.3"),
        (9_999.5, "", "9,999.5"),
        (1_275_641.2, "£", "1,275,641"),
        (-12_345.6, "£", "\u221212,346"),
    ],
)
def test_a_figure_in_little_room_is_whole_from_ten_thousand_on(value: float, unit: str, printed: str) -> None:
    assert shown_in_column(value, unit) == printed
