"""The public reference cases of intervals, standardised rates, funnels, trends and comparisons."""

import json
from collections.abc import Callable, Mapping, Sequence
from math import isclose
from pathlib import Path
from typing import Any

import pytest

from boardtool.domain.performance import dispersion, funnels, intervals, recent_trend, standardised
from boardtool.domain.performance.benchmark import Comparison, compared, meets
from boardtool.domain.performance.fifths import groups_of
from boardtool.domain.performance.intervals import Interval, StatisticRefusedError
from boardtool.domain.performance.series import Direction

Given = Mapping[str, Any]


def cases(reference: Path, kind: str) -> list[Mapping[str, Any]]:
    every = json.loads((reference / "spc" / "ph_cases.json").read_text(encoding="utf-8"))["cases"]
    found = [case for case in every if case["kind"] == kind]
    assert found
    return found


def near(ours: object, theirs: object, *, relative: float = 1e-8) -> bool:
    if isinstance(ours, bool) or isinstance(theirs, bool) or not isinstance(theirs, (int, float)):
        return ours == theirs
    return isinstance(ours, (int, float)) and isclose(ours, theirs, rel_tol=relative, abs_tol=1e-9)


def wilson(given: Given) -> Given:
    return shown(
        intervals.wilson(
            given["x"], given["n"], confidence=given["confidence"], multiplier=given["multiplier"]
        )
    )


def rate(given: Given) -> Given:
    return shown(
        intervals.rate(given["x"], given["n"], confidence=given["confidence"], multiplier=given["multiplier"])
    )


def shown(interval: Interval) -> Given:
    return {
        "value": interval.value,
        "lower": interval.lower,
        "upper": interval.upper,
        "method": interval.method,
    }


def byar(given: Given) -> Given:
    lower, upper = intervals.byar(given["count"], confidence=given["confidence"])
    return {"lower": lower, "upper": upper}


def dsr(given: Given) -> Given:
    bands = [
        standardised.AgeBand(*each) for each in zip(given["x"], given["n"], given["stdpop"], strict=True)
    ]
    both = [
        standardised.directly_standardised(bands, confidence=confidence, multiplier=given["multiplier"])
        for confidence in (0.95, 0.998)
    ]
    return {**of_both(both), "suppressed": both[0].is_suppressed}


def dsr_with_repeats(given: Given) -> Given:
    bands = [
        standardised.RepeatedBand(row["age"], row["freq"], row["u"], row["n"], row["sp"])
        for row in given["rows"]
    ]
    return of_both(
        [
            standardised.directly_standardised_with_repeats(
                bands, confidence=confidence, multiplier=given["multiplier"]
            )
            for confidence in (0.95, 0.998)
        ]
    )


def of_both(both: list[standardised.Standardised]) -> Given:
    usual, strict = both[0].interval, both[1].interval
    return {
        "total_count": both[0].events,
        "total_pop": both[0].people,
        "value": usual and usual.value,
        "lower95": usual and usual.lower,
        "upper95": usual and usual.upper,
        "lower998": strict and strict.lower,
        "upper998": strict and strict.upper,
        "method": "Dobson" if usual is None else usual.method,
    }


def indirect(given: Given) -> Given:
    rows = zip(given["x"], given["n"], given["ref_x"], given["ref_n"], strict=True)
    bands = [standardised.ReferenceBand(*row) for row in rows]
    usual, strict = (
        standardised.indirectly_standardised(bands, confidence=confidence, multiplier=given["multiplier"])
        for confidence in (95, 99.8)
    )
    return {
        "observed": usual.observed,
        "expected": usual.expected,
        "ref_rate": usual.reference_rate,
        "ratio": usual.ratio.value,
        "rate": usual.rate.value,
        "method": usual.rate.method,
        "ratio_lower95": usual.ratio.lower,
        "ratio_upper95": usual.ratio.upper,
        "ratio_lower998": strict.ratio.lower,
        "ratio_upper998": strict.ratio.upper,
        "rate_lower95": usual.rate.lower,
        "rate_upper95": usual.rate.upper,
        "rate_lower998": strict.rate.lower,
        "rate_upper998": strict.rate.upper,
    }


def mean(given: Given) -> Given:
    usual, strict = (
        intervals.student_mean(given["values"], confidence=confidence) for confidence in (0.95, 0.998)
    )
    return {
        "sum": usual.value * len(given["values"]),
        "count": len(given["values"]),
        "stdev": intervals.deviation(given["values"]),
        "value": usual.value,
        "lower95": usual.lower,
        "upper95": usual.upper,
        "lower998": strict.lower,
        "upper998": strict.upper,
    }


def trend_of_values(given: Given) -> Given:
    rows = zip(given["values"], given["lower95"], given["upper95"], strict=True)
    found = recent_trend.trend_of_values([Interval(*row, "") for row in rows])
    return {
        "slope": found.slope,
        "chi_square": found.chi_squared,
        "signs_agree": found.signs_agree,
        "marker": found.trend.value,
    }


def trend_of_proportions(given: Given) -> Given:
    found = recent_trend.trend_of_proportions(list(zip(given["x"], given["n"], strict=True)))
    return {
        "logit_slope": found.slope,
        "chi_square": found.chi_squared,
        "signs_agree": found.signs_agree,
        "marker": found.trend.value,
    }


def compare(given: Given) -> Given:
    area = Interval(given["value"], given["lower95"], given["upper95"], "")
    return {"outcome": compared(area, given["benchmark"], Direction(given["improvement_direction"])).value}


ANSWERS: Mapping[str, Callable[[Given], Given]] = {
    "proportion_wilson": wilson,
    "rate_byars": rate,
    "byars_count": byar,
    "dsr": dsr,
    "dsr_nonindependent": dsr_with_repeats,
    "indirect": indirect,
    "mean_t": mean,
    "recent_trend_ci": trend_of_values,
    "recent_trend_proportion": trend_of_proportions,
    "compare_to_benchmark": compare,
}


@pytest.mark.parametrize("kind", ANSWERS)
def test_the_public_reference_cases_hold(reference: Path, kind: str) -> None:
    for case in cases(reference, kind):
        try:
            ours = ANSWERS[kind](case["input"])
        except StatisticRefusedError as refused:
            ours = {"error": refused.code}
        for name, theirs in case["expected"].items():
            assert near(ours[name], theirs), (case["id"], name, ours[name], theirs)


def test_fifths_hold(reference: Path) -> None:
    for case in cases(reference, "quantile"):
        given = case["input"]
        found = groups_of(given["values"], groups=given["nquantiles"], highest_first=given["invert"])
        assert list(found) == case["expected"]["quantile"], case["id"]


def _same_curve(
    curve: tuple[funnels.FunnelLimits, ...], table: Sequence[Given], at: str, relative: float
) -> None:
    assert [limits.denominator for limits in curve] == pytest.approx([row[at] for row in table])
    for limits, row in zip(curve, table, strict=True):
        for name, ours in (
            ("lower_2s_limit", limits.lower_2),
            ("upper_2s_limit", limits.upper_2),
            ("lower_3s_limit", limits.lower_3),
            ("upper_3s_limit", limits.upper_3),
        ):
            assert near(ours, row[name], relative=relative), (at, row[at], name, ours, row[name])


def test_funnels_of_proportions_hold(reference: Path) -> None:
    for case in cases(reference, "funnel_proportion"):
        given, expected = case["input"], case["expected"]
        areas = [
            dispersion.AreaCount(*row) for row in zip(given["areas"], given["x"], given["n"], strict=True)
        ]
        funnel = funnels.proportion_funnel(areas, multiplier=given["multiplier"])
        assert near(funnel.average, expected["baseline"])
        assert [place.standing.value for place in funnel.places] == expected["significance"]
        share = funnel.average / given["multiplier"]
        for area, limits in zip(areas, expected["limits_at_areas"], strict=True):
            ours = funnels.proportion_limits(share, area.denominator, multiplier=given["multiplier"])
            assert near(ours.lower_2, limits["lower_2s"])
            assert near(ours.upper_3, limits["upper_3s"])
        _same_curve(funnel.curve, expected["limits_table"], "Population", 1e-8)


def test_funnels_of_rates_hold(reference: Path) -> None:
    for case in cases(reference, "funnel_rate"):
        given, expected = case["input"], case["expected"]
        people = given["population"] or [None] * len(given["areas"])
        rows = zip(given["areas"], given["events"], given["rate"], people, strict=True)
        funnel = funnels.rate_funnel(
            [funnels.AreaRate(*row) for row in rows],
            kind=funnels.RateKind(given["rate_type"]),
            multiplier=given["multiplier"],
        )
        assert near(funnel.average, expected["baseline"])
        assert [place.standing.value for place in funnel.places] == expected["significance"]
        assert [place.value for place in funnel.places] == expected["chart_rate"]
        for place, theirs in zip(funnel.places, expected["derived_denominator"], strict=True):
            assert near(place.denominator, theirs)
        table = [
            {**row, "Denominator": row["Events"] / expected["baseline"] * given["multiplier"]}
            for row in expected["limits_table"]
        ]
        _same_curve(funnel.curve, table, "Denominator", 2e-3)


def test_funnels_of_ratios_hold(reference: Path) -> None:
    for case in cases(reference, "funnel_ratio"):
        given, expected = case["input"], case["expected"]
        rows = zip(given["areas"], given["observed"], given["expected"], strict=True)
        funnel = funnels.ratio_funnel([dispersion.AreaCount(*row) for row in rows])
        assert [place.standing.value for place in funnel.places] == expected["significance"]
        theirs = {row["Observed_events"]: row for row in expected["limits_table"]}
        shared = [limits for limits in funnel.curve if limits.denominator in theirs]
        assert len(shared) > 50
        _same_curve(tuple(shared), [theirs[limits.denominator] for limits in shared], "Observed_events", 2e-3)


def test_over_dispersion_widens_a_funnel_of_large_areas() -> None:
    areas = [
        dispersion.AreaCount(f"Area {place}", 47_000 + 400 * place, 50_000)
        for place in (-3, -2, -1, 0, 1, 2, 3)
    ]
    plain = funnels.proportion_funnel(areas)
    wide = funnels.proportion_funnel(areas, over_dispersion=True)
    assert wide.between > 0
    assert sum(place.standing is funnels.Standing.WITHIN for place in plain.places) < len(areas)
    assert all(place.standing is funnels.Standing.WITHIN for place in wide.places)


def test_areas_that_differ_by_chance_alone_are_not_over_dispersed() -> None:
    areas = [
        dispersion.AreaCount("A", 50, 50),
        dispersion.AreaCount("B", 99, 100),
        dispersion.AreaCount("C", 100, 100),
    ]
    assert funnels.ratio_funnel(areas, over_dispersion=True).between == 0


def test_a_ratio_is_judged_against_limits_that_over_dispersion_widened() -> None:
    areas = [dispersion.AreaCount(str(place), 1000 + 150 * place, 1000) for place in (-3, -2, -1, 0, 1, 2, 3)]
    assert funnels.ratio_funnel(areas).places[0].standing is funnels.Standing.LOW_3
    wide = funnels.ratio_funnel(areas, over_dispersion=True)
    assert wide.places[0].standing is funnels.Standing.LOW_2
    assert wide.curve[-1].upper_2 > funnels.ratio_funnel(areas).curve[-1].upper_2


def test_rates_that_differ_by_more_than_chance_are_judged_by_wider_limits() -> None:
    systems = [("A", 5559, 736219), ("B", 11192, 1043665), ("C", 8082, 892627), ("D", 9829, 949454)]
    rates = [funnels.AreaRate(area, x, x / n * 100_000, n) for area, x, n in systems]
    plain, wide = funnels.rate_funnel(rates), funnels.rate_funnel(rates, over_dispersion=True)
    average = sum(x for _, x, _ in systems) / sum(n for *_, n in systems)
    ratios = [dispersion.AreaCount(area, x, n * average) for area, x, n in systems]
    assert wide.between == pytest.approx(dispersion.ratio_dispersion(ratios))
    assert wide.average == plain.average
    assert all(place.standing is not funnels.Standing.WITHIN for place in plain.places)
    assert {place.standing for place in wide.places} == {funnels.Standing.WITHIN}
    for here, there in zip(plain.curve, wide.curve, strict=True):
        assert here.denominator == pytest.approx(there.denominator)
        assert there.lower_3 < here.lower_3 < here.upper_3 < there.upper_3


def test_areas_without_any_event_have_no_average_to_differ_from() -> None:
    with pytest.raises(StatisticRefusedError, match="no average"):
        funnels.rate_funnel([funnels.AreaRate(area, 0, 0, 1000) for area in "ABCD"])


def test_an_area_without_events_or_people_is_refused() -> None:
    with pytest.raises(StatisticRefusedError, match="people are needed"):
        funnels.rate_funnel([funnels.AreaRate("A", 0, 0)])
    with pytest.raises(StatisticRefusedError, match="enough events"):
        funnels.rate_funnel([funnels.AreaRate("A", 9, 4)], kind=funnels.RateKind.STANDARDISED)


def test_ten_events_are_shown_and_judged_by_byar() -> None:
    bands = [standardised.AgeBand(5, 1000, 1), standardised.AgeBand(5, 1000, 1)]
    assert not standardised.directly_standardised(bands).is_suppressed
    assert intervals.rate(10, 1000).method == "Byars"
    assert intervals.rate(9, 1000).method == "Exact"


def test_the_papers_met_and_missed_are_both_within_chance() -> None:
    residence = intervals.wilson(4193, 4400)
    assert residence.lower < 95.1 < residence.upper
    homes = intervals.rate(453, 72_561)
    assert homes.value == pytest.approx(624.3, abs=0.01)
    assert homes.lower < 604 < homes.upper


def test_the_standard_population_adds_up() -> None:
    assert sum(standardised.EUROPEAN_STANDARD_POPULATION) == 100_000


def test_a_goal_is_met_by_equality_and_by_direction() -> None:
    assert meets(95.1, 95.1, Direction.INCREASE) is True
    assert meets(624.3, 604, Direction.DECREASE) is False
    assert meets(1, 1, Direction.NEUTRAL) is None


def test_nothing_is_compared_without_limits_or_benchmark() -> None:
    assert compared(None, 1, Direction.INCREASE) is Comparison.NOT_COMPARED
    assert compared(Interval(1, 0, 2, ""), None, Direction.INCREASE) is Comparison.NOT_COMPARED


def test_fewer_than_five_years_have_no_trend() -> None:
    years = [Interval(1, 0, 2, "")] * 4
    assert recent_trend.trend_of_values([None, *years]).trend is recent_trend.Trend.UNKNOWN
    assert recent_trend.trend_of_proportions([(1, 2)] * 3).trend is recent_trend.Trend.UNKNOWN
