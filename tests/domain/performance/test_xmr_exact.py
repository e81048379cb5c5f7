"""The rules of XmR charts written a second time, in exact fractions and without haste, agree with ours."""

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from boardtool.domain.performance.series import Direction, SeriesPoint
from boardtool.domain.performance.settings import Settings
from boardtool.domain.performance.xmr import xmr_chart

Value = Fraction | None
FACTOR, SCREEN = Fraction(266, 100), Fraction(3267, 1000)
RUN, WINDOW = 7, 3


class Judged(NamedTuple):
    """What the rules say of a row."""

    side: int | None
    outside: bool
    near: bool
    trend: int
    in_shift: bool
    in_two_of_three: bool


def limits(feeding: Sequence[Value], *, screening: bool) -> tuple[Value, Value]:
    """The mean, and how far the limits are from it."""
    present = [value for value in feeding if value is not None]
    ranges = [abs(b - a) for a, b in pairwise(feeding) if a is not None and b is not None]
    if not present or not ranges:
        return (sum(present, Fraction(0)) / len(present) if present else None), None
    average = sum(ranges, Fraction(0)) / len(ranges)
    kept = [each for each in ranges if each < SCREEN * average] if screening else ranges
    used = sum(kept, Fraction(0)) / len(kept) if kept else Fraction(0)
    return sum(present, Fraction(0)) / len(present), FACTOR * (used or average)


def judged(values: Sequence[Value], *, screening: bool, fix_after: int | None) -> list[Judged]:
    """One segment, row by row."""
    mean, width = limits(values[:fix_after], screening=screening)
    away = [None if value is None or mean is None else value - mean for value in values]
    sides = [None if each is None else (each > 0) - (each < 0) for each in away]
    outside = [each is not None and width is not None and abs(each) > width for each in away]
    near = [
        each is not None and width is not None and not out and abs(each) > width * Fraction(2, 3)
        for each, out in zip(away, outside, strict=True)
    ]
    trend, shift, pair = [0] * len(values), [False] * len(values), [False] * len(values)
    for start in range(len(values) - RUN + 1):
        rows = range(start, start + RUN)
        steps = [_step(values[place], values[place + 1]) for place in rows[:-1]]
        if steps[0] and len(set(steps)) == 1:
            trend[start : start + RUN] = [steps[0]] * RUN
        if sides[start] and all(sides[place] == sides[start] for place in rows):
            shift[start : start + RUN] = [True] * RUN
    for start in range(len(values) - WINDOW + 1):
        rows = range(start, start + WINDOW)
        close = [place for place in rows if near[place]]
        if sides[start] and all(sides[place] == sides[start] for place in rows) and len(close) > 1:
            for place in close:
                pair[place] = True
    return [Judged(*row) for row in zip(sides, outside, near, trend, shift, pair, strict=True)]


def _step(one: Value, other: Value) -> int:
    return 0 if one is None or other is None else (other > one) - (other < one)


few = st.sampled_from([5, 5, 5, 6, 7]).map(Fraction)
whole = st.integers(-20, 20).map(Fraction)
per_cent = st.integers(940, 1000).map(lambda tenths: Fraction(tenths, 10))
gaps = st.none()
segment = st.one_of(
    *(
        st.lists(st.one_of(kind, kind, kind, gaps), min_size=1, max_size=24)
        for kind in (few, whole, per_cent)
    ),
    st.lists(st.integers(-2, 2), min_size=1, max_size=24).map(
        lambda steps: [Fraction(place + step) for place, step in enumerate(steps)]
    ),
)


@settings(max_examples=400, deadline=None)
@given(
    segments=st.lists(segment, min_size=1, max_size=3),
    screening=st.booleans(),
    fix_after=st.sampled_from([None, 12, 15]),
)
def test_every_row_is_judged_as_the_exact_rules_judge_it(
    *, segments: list[list[Value]], screening: bool, fix_after: int | None
) -> None:
    days = iter(date(2000, 1, 1) + timedelta(days=31 * number) for number in range(100))
    points, rebase, expected = [], set(), []
    for values in segments:
        rows = [SeriesPoint(next(days), None if value is None else float(value)) for value in values]
        rebase.add(rows[0].date)
        points += rows
        expected += judged(values, screening=screening, fix_after=fix_after)
    chart = xmr_chart(
        points,
        direction=Direction.INCREASE,
        rebase=rebase,
        settings=Settings(screening=screening, fix_after=fix_after),
    )
    found = [
        Judged(each.side, each.outside, each.near, each.trend, each.in_shift, each.in_two_of_three)
        for each in chart.points
    ]
    assert found == expected
