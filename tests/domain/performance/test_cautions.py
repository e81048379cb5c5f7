"""What a reader of a chart should know besides, and a change of settings in words."""

from dataclasses import replace
from datetime import date

import pytest
from tests.domain.performance.makers import HOME, a_record

from boardtool.domain.performance.charts import metric_chart
from boardtool.domain.performance.metrics import Target, TargetKind
from boardtool.domain.performance.series import Direction
from boardtool.domain.performance.settings import USUAL, Conflict, Settings, footer
from boardtool.domain.performance.settings_words import change_words

NOISE = [95.0, 94.0] * 7


def said(values: list[float | None], settings: Settings = USUAL, *targets: Target) -> str:
    record = replace(a_record(values, metric=replace(HOME, settings=settings)), targets=targets)
    chart = metric_chart(record)
    assert chart.footer.startswith(footer(settings))
    return chart.footer.removeprefix(footer(settings)).strip()


def test_a_chart_that_can_be_read_as_it_is_needs_no_caution() -> None:
    assert said([*NOISE]) == ""
    assert said([]) == ""
    assert said([None, None]) == ""


def test_limits_that_screening_would_have_emptied_say_so() -> None:
    assert said([5.0, 5.0, 5.0, 5.0, 5.0, 5.0, 5.0, 9.0]) == (
        "Screening would have left no variation here, so every moving range counts."
    )


def test_a_baseline_with_a_special_cause_is_warned_of() -> None:
    fixed = Settings(fix_after=12)
    assert "is special cause: choose a calmer baseline." in said([95.0, 94.0, 95.0, 60.0, *NOISE], fixed)
    assert said([*NOISE, 60.0], fixed) == ""


def test_a_target_that_moved_is_named_with_its_first_month() -> None:
    old = Target(1, 1, None, TargetKind.TARGET, 94.0, ends=date(2021, 12, 31))
    new = Target(2, 1, None, TargetKind.TARGET, 95.1, starts=date(2022, 1, 1))
    assert said([*NOISE], USUAL, old, new) == "Judged against 95.1\u00a0%, the target since January 2022."
    assert said([*NOISE], USUAL, new) == ""


def test_a_run_suggests_limits_that_begin_with_it_but_nothing_is_done() -> None:
    values = [*NOISE, *(99.0, 99.2, 99.1, 99.3, 99.0, 99.2, 99.1)]
    assert said([*values]) == (
        "7 months in a row are above the mean: if you know why, limits can begin anew in June 2022."
    )
    assert len(metric_chart(a_record([*values])).xmr.segments) == 1
    assert said([*values, 90.0]) == ""


def test_rules_that_disagree_on_the_latest_figure_are_told() -> None:
    falling = [99.9, 99.8, 99.7, 99.6, 99.5, 99.4, 99.3]
    words = "By one rule the latest figure is better, by another worse."
    assert words in said([*NOISE, *falling])
    assert words not in said([*NOISE, *falling], Settings(conflict=Conflict.CONCERN))


def test_of_a_metric_without_a_better_way_no_rule_says_better(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{__name__}.HOME", replace(HOME, direction=Direction.NEUTRAL))
    assert "better" not in said([*NOISE, 99.9, 99.8, 99.7, 99.6, 99.5, 99.4, 99.3])


def test_a_change_of_settings_is_said_in_words() -> None:
    assert change_words(USUAL, USUAL) == ""
    assert change_words(USUAL, Settings(screening=False, fix_after=12)) == (
        "screening off; limits from the first 12 points"
    )
    every = Settings(
        moving_ranges=True,
        over_dispersion=True,
        outside_is_near=True,
        trends_cross_segments=True,
        trend_length=6,
        shift_length=8,
        conflict=Conflict.CONCERN,
    )
    assert len(change_words(USUAL, every).split("; ")) == 7
    assert len(change_words(every, USUAL).split("; ")) == 7
