"""The rules, each made wrong on purpose: every wrong variant is caught by a reference case.

A mutant is a rule's own source with one thing changed, loaded in place of the real module while the cases run.
"""

# ruff: noqa: E501 - a mutant stands on one line

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec, module_from_spec
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.domain.performance import test_statistics as statistics
from tests.domain.performance.reference_cases import Case, answer, differences, xmr_cases

ROOM = "boardtool.domain.performance"


class Mutant(NamedTuple):
    """One wrong variant: in a module, `right` is replaced by `wrong`."""

    name: str
    module: str
    right: str
    wrong: str


XMR = [
    Mutant("limits at 2.68 moving ranges", "limits", "LIMIT_FACTOR = 2.66", "LIMIT_FACTOR = 2.68"),
    Mutant("limits at exactly 3 / 1.128", "limits", "LIMIT_FACTOR = 2.66", "LIMIT_FACTOR = 3 / 1.128"),
    Mutant("limits from three standard deviations of 2", "limits", "LIMIT_FACTOR = 2.66", "LIMIT_FACTOR = 2"),
    Mutant("near limits at one half", "limits", "NEAR_SHARE = 2 / 3", "NEAR_SHARE = 1 / 2"),
    Mutant("near limits at one third", "limits", "NEAR_SHARE = 2 / 3", "NEAR_SHARE = 1 / 3"),
    Mutant("screening at 3.268", "limits", "SCREENING_FACTOR = 3.267", "SCREENING_FACTOR = 3.268"),
    Mutant("screening at 3.27", "limits", "SCREENING_FACTOR = 3.267", "SCREENING_FACTOR = 3.27"),
    Mutant("screening at 2.66", "limits", "SCREENING_FACTOR = 3.267", "SCREENING_FACTOR = 2.66"),
    Mutant("no screening", "limits", "if screening else ranges", "if False else ranges"),
    Mutant("always screening", "limits", "if screening else ranges", "if True else ranges"),
    Mutant("zeros left by screening are kept", "limits", "if collapsed:", "if False:"),
    Mutant("the median for the mean", "limits", "centre = mean(present)\n    before", "centre = sorted(present)[len(present) // 2]\n    before"),
    Mutant("signed moving ranges", "limits", "abs(other - one)", "(other - one)"),
    Mutant("a baseline is ignored", "limits", "if fix_after is None else values[:fix_after]", "if True else values"),
    Mutant("a baseline one row longer", "limits", "values[:fix_after]", "values[: fix_after + 1]"),
    Mutant("moving ranges over a gap", "limits", "pairs = pairwise(values)", "values = [v for v in values if v is not None]\n    pairs = pairwise(values)"),
    Mutant("baselines of eleven", "settings", "SHORTEST_BASELINE = 12", "SHORTEST_BASELINE = 1"),
    Mutant("trends of six", "settings", "trend_length: int = 7", "trend_length: int = 6"),
    Mutant("trends of eight", "settings", "trend_length: int = 7", "trend_length: int = 8"),
    Mutant("shifts of six", "settings", "shift_length: int = 7", "shift_length: int = 6"),
    Mutant("shifts of eight", "settings", "shift_length: int = 7", "shift_length: int = 8"),
    Mutant("outside counts towards two of three", "settings", "outside_is_near: bool = False", "outside_is_near: bool = True"),
    Mutant("a trend counts steps, not values", "rules", "end - start + 1 >= length", "end - start >= length"),
    Mutant("equal neighbours carry a trend on", "rules", "_step(values[end], values[end + 1], tolerance) == way", "_step(values[end], values[end + 1], tolerance) in {way, ON}"),
    Mutant("the first point of a trend is left out", "rules", "found[start : end + 1] = [way] * (end - start + 1)", "found[start + 1 : end + 1] = [way] * (end - start)"),
    Mutant("only rising trends", "rules", "if way != ON and end - start + 1", "if way == ABOVE and end - start + 1"),
    Mutant("a value on the mean is below it", "rules", "    if same(value, centre, tolerance):\n        return ON\n", ""),
    Mutant("a point on the mean carries a shift on", "rules", "if end < len(sides) and sides[end] == sides[start]:", "if end < len(sides) and sides[end] in {sides[start], ON}:"),
    Mutant("only shifts above", "rules", "if sides[start] in {ABOVE, BELOW} and", "if sides[start] == ABOVE and"),
    Mutant("two of three from one near", "rules", "NEAR_IN_WINDOW = 2", "NEAR_IN_WINDOW = 1"),
    Mutant("two of three from three near", "rules", "NEAR_IN_WINDOW = 2", "NEAR_IN_WINDOW = 3"),
    Mutant("two of four", "rules", "WINDOW = 3", "WINDOW = 4"),
    Mutant("two of two", "rules", "WINDOW = 3", "WINDOW = 2"),
    Mutant("two of three on any side", "rules", "at.sides[place] != side for place in window", "False for place in window"),
    Mutant("every point of the window is a member", "rules", "for place in counted:", "for place in window:"),
    Mutant("an outside point is near as well", "rules", "past and not out", "past"),
    Mutant("points below are not outside", "rules", "return value < lower and not same(value, lower, tolerance)", "return False"),
    Mutant("points above are not outside", "rules", "return not same(value, upper, tolerance)", "return False"),
    Mutant("a trend before what is outside", "xmr", "            (Rule.OUTSIDE, side, at.outside[place]),\n            (Rule.TREND, moving[place], moving[place] != ON),", "            (Rule.TREND, moving[place], moving[place] != ON),\n            (Rule.OUTSIDE, side, at.outside[place]),"),
    Mutant("a shift before two of three", "xmr", "            (Rule.TWO_OF_THREE, side, paired[place]),\n            (Rule.SHIFT, side, shifted[place]),", "            (Rule.SHIFT, side, shifted[place]),\n            (Rule.TWO_OF_THREE, side, paired[place]),"),
    Mutant("a trend is called by its side", "xmr", "(Rule.TREND, moving[place],", "(Rule.TREND, side,"),
    Mutant("a rebase starts after its date", "xmr", "starts = [0, *(place for", "starts = [0, *(place + 1 for"),
    Mutant("a rebase is ignored", "xmr", "if place and point.date in rebase)", "if False)"),
    Mutant("up is always good", "xmr", "(way == ABOVE) == (direction is Direction.INCREASE)", "(way == ABOVE)"),
    Mutant("neutral is judged", "xmr", "if direction is Direction.NEUTRAL:\n        return Kind.NEUTRAL", "if False:\n        return Kind.NEUTRAL"),
    Mutant("assurance by the mean", "xmr", "lower, upper = limits.lower, limits.upper", "lower, upper = limits.mean, limits.mean"),
    Mutant("assurance by the near limits", "xmr", "lower, upper = limits.lower, limits.upper", "lower, upper = limits.near_lower, limits.near_upper"),
    Mutant("assurance by the first segment", "xmr", "assurance(target, segments[-1].limits", "assurance(target, segments[0].limits"),
    Mutant("assurance upside down", "xmr", "if direction is Direction.INCREASE\n        else", "if direction is Direction.DECREASE\n        else"),
    Mutant("neutral is assured", "xmr", "or upper is None or direction is Direction.NEUTRAL", "or upper is None"),
    Mutant("trial limits below twelve", "xmr", "FEWEST_FOR_FULL_LIMITS = 13", "FEWEST_FOR_FULL_LIMITS = 12"),
    Mutant("rows as they come", "series", "sorted(points, key=lambda point: point.date)", "points"),
]  # fmt: skip

STATISTICS = [
    Mutant("z rounded to 1.96", "quantiles", "return normal_quantile(1 - (1 - share) / 2)", "return round(normal_quantile(1 - (1 - share) / 2), 2)"),
    Mutant("one-sided limits", "quantiles", "return normal_quantile(1 - (1 - share) / 2)", "return normal_quantile(share)"),
    Mutant("Wald for Wilson", "intervals", "centre, half = 2 * x + z * z, z * sqrt(z * z + 4 * x * (1 - x / n))", "centre, half = 2 * x, z * sqrt(4 * x * (1 - x / n))"),
    Mutant("Byar's upper limit from the count itself", "intervals", "one_more = count + 1", "one_more = count"),
    Mutant("Byar below ten events", "intervals", "if count < FEWEST_FOR_BYAR:", "if count < 1:"),
    Mutant("exact upper limit with 2x degrees", "intervals", "2 * count + 2", "2 * count"),
    Mutant("Student with n degrees of freedom", "intervals", "/ 2, count - 1)", "/ 2, count)"),
    Mutant("the deviation of a whole population", "intervals", "/ (len(values) - 1))", "/ len(values))"),
    Mutant("rates below ten events shown", "standardised", "if events < FEWEST_EVENTS:", "if events < 1:"),
    Mutant("repeats as if independent", "standardised", "variance += frequency**2 *", "variance += frequency *"),
    Mutant("Dobson without its stretch", "standardised", "stretch = sqrt(variance / events)", "stretch = value / events"),
    Mutant("expected events by the whole crude rate", "standardised", "band.reference_events / band.reference_people * band.people for band", "band.reference_events / 1e6 * band.people for band"),
    Mutant("fifths from the lowest", "fifths", "reverse=highest_first", "reverse=not highest_first"),
    Mutant("a trend at 95 %", "recent_trend", "SIGNIFICANT = 9.549536", "SIGNIFICANT = 1e9"),
    Mutant("a trend without leaving years out", "recent_trend", "agree = slope != 0 and all(one * slope > 0 for one in without)", "agree = slope != 0"),
    Mutant("better whichever way", "benchmark", "if higher == (direction is Direction.INCREASE)", "if True"),
    Mutant("the benchmark against the value, not its limits", "benchmark", "area.lower <= benchmark <= area.upper", "area.value == benchmark"),
    Mutant("funnels at 5 %", "funnels", "TWO_SIGMA, THREE_SIGMA = 0.025, 0.001", "TWO_SIGMA, THREE_SIGMA = 0.05, 0.001"),
    Mutant("an average of averages", "funnels", "average = fsum(area.events for area in areas) / fsum(area.denominator for area in areas)", "average = fsum(area.events / area.denominator for area in areas) / len(areas)"),
]  # fmt: skip


@contextmanager
def in_place(mutant: Mutant) -> Iterator[None]:
    """The whole room loaded afresh with one module mutated; afterwards everything is as it was."""
    held = {name: module for name, module in sys.modules.items() if name.startswith(ROOM)}
    parent = sys.modules["boardtool.domain"]
    room = sys.modules[ROOM]
    for name in held:
        del sys.modules[name]
    name = f"{ROOM}.{mutant.module}"
    spec = find_spec(name)
    assert spec is not None
    assert spec.origin is not None
    source = Path(spec.origin).read_text(encoding="utf-8")
    assert source.count(mutant.right) == 1, f"{mutant.right!r} stands {source.count(mutant.right)} times"
    module = module_from_spec(spec)
    sys.modules[name] = module
    try:
        exec(compile(source.replace(mutant.right, mutant.wrong), spec.origin, "exec"), module.__dict__)
        setattr(sys.modules[ROOM], mutant.module, module)
        yield
    finally:
        for loaded in [each for each in sys.modules if each.startswith(ROOM)]:
            del sys.modules[loaded]
        sys.modules.update(held)
        parent.__dict__["performance"] = room


@pytest.mark.parametrize("mutant", XMR, ids=lambda mutant: mutant.name)
def test_a_wrong_rule_is_caught(reference: Path, mutant: Mutant) -> None:
    cases = xmr_cases(reference)
    with in_place(mutant):
        assert any(_fails(case) for case in cases)


def _fails(case: Case) -> bool:
    try:
        return bool(differences(case, answer(case)))
    except (ArithmeticError, IndexError, ValueError):
        return True


@pytest.mark.parametrize("mutant", STATISTICS, ids=lambda mutant: mutant.name)
def test_a_wrong_statistic_is_caught(reference: Path, mutant: Mutant) -> None:
    checks = [
        *(
            lambda kind=kind: statistics.test_the_public_reference_cases_hold(reference, kind)
            for kind in statistics.ANSWERS
        ),
        lambda: statistics.test_fifths_hold(reference),
        lambda: statistics.test_funnels_of_proportions_hold(reference),
        lambda: statistics.test_funnels_of_rates_hold(reference),
    ]
    with in_place(mutant):
        importlib.reload(statistics)
        caught = any(_raises(check) for check in checks)
    importlib.reload(statistics)
    assert caught


def _raises(check: object) -> bool:
    assert callable(check)
    try:
        check()
    except (AssertionError, ArithmeticError, ValueError, TypeError):
        return True
    return False


def test_there_are_enough_mutants() -> None:
    assert len(XMR) >= 30
    assert len({mutant.name for mutant in (*XMR, *STATISTICS)}) == len(XMR) + len(STATISTICS)
