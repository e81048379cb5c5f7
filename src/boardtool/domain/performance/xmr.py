"""An XmR chart: each point judged, segment by segment, and what the latest one and the target say.

After NHSRplotthedots 0.2.2 (`ptd_spc_standard`, `ptd_calculate_point_type`), the reference of NHS England's
Making Data Count, with the recommended result where the reference goes wrong.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from boardtool.domain.performance.limits import Limits, limits_of, same
from boardtool.domain.performance.rules import (
    ABOVE,
    ON,
    Positions,
    Rule,
    positions,
    shifts,
    trends,
    two_of_three,
)
from boardtool.domain.performance.series import Direction, SeriesPoint, in_date_order
from boardtool.domain.performance.settings import USUAL, Conflict, Settings

FEWEST_FOR_LIMITS = 7
FEWEST_FOR_FULL_LIMITS = 13


class Kind(StrEnum):
    """What a point is: noise, or a change for the better, for the worse, or neither."""

    COMMON_CAUSE = "common cause"
    IMPROVEMENT = "improvement"
    CONCERN = "concern"
    NEUTRAL = "neutral"


class Assurance(StrEnum):
    """Whether the process will meet its target, by its limits and not by its latest value."""

    PASS = "consistent_pass"  # noqa: S105 - a word of the field, no password
    HIT_OR_MISS = "inconsistent"
    FAIL = "consistent_fail"


@dataclass(frozen=True, slots=True)
class JudgedPoint:
    """A point and all that the rules say of it.

    `side` is 1 above the mean, 0 on it, -1 below; `trend` the direction of the trend it belongs to, 0 none.
    `rule` is the one it is called by, `way` that rule's direction (1 up, -1 down); both empty for noise.
    `number` is its row in the whole series, `segment` the place of its segment in the chart.
    """

    date: date
    value: float | None
    target: float | None
    number: int
    segment: int
    moving_range: float | None
    moving_range_used: float | None
    side: int | None
    outside: bool
    near: bool
    trend: int
    in_shift: bool
    in_two_of_three: bool
    rule: Rule | None
    way: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch with limits of its own, from row `first` of the series on.

    `rows` counts missing values too, `present` does not. `number` counts recalculations, one at the first
    point included.
    """

    number: int
    first_date: date
    first: int
    rows: int
    present: int
    limits: Limits

    @property
    def is_short(self) -> bool:
        """Whether its limits are trial limits (the reference marks fewer than 13 rows)."""
        return self.rows < FEWEST_FOR_FULL_LIMITS


@dataclass(frozen=True, slots=True)
class XmrChart:
    """A series, judged; `latest` is the last point with a value, `unmatched` the rebase dates without one."""

    direction: Direction
    settings: Settings
    points: tuple[JudgedPoint, ...]
    segments: tuple[Segment, ...]
    latest: JudgedPoint | None
    variation: Kind | None
    assurance: Assurance | None
    target: float | None
    unmatched: tuple[date, ...]

    def limits_at(self, point: JudgedPoint) -> Limits:
        return self.segments[point.segment].limits


def xmr_chart(
    series: Sequence[SeriesPoint],
    *,
    direction: Direction,
    rebase: Collection[date] = (),
    settings: Settings = USUAL,
) -> XmrChart:
    """Judge a series; a rebase date starts a new segment at the point that bears it.

    The spacing of dates is not used. The variation is the kind of the latest point present, the assurance
    its target against the limits of the last segment; both are None where those limits are undefined.

    Raises:
        SeriesRefusedError: two points have one date.
    """
    points = in_date_order(series)
    starts = [0, *(place for place, point in enumerate(points) if place and point.date in rebase)]
    stretches = (
        [points[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)] if points else []
    )
    across = (
        trends([point.value for point in points], settings.trend_length, 0.0)
        if settings.trends_cross_segments
        else None
    )
    judged: list[JudgedPoint] = []
    segments: list[Segment] = []
    numbered = 1 if points and points[0].date in rebase else 0  # the reference counts a rebase at the start
    for place, (start, stretch) in enumerate(zip(starts, stretches, strict=False)):
        values = [point.value for point in stretch]
        limits = limits_of(values, screening=settings.screening, fix_after=settings.fix_after)
        present = sum(value is not None for value in values)
        segment = Segment(place + numbered, stretch[0].date, start, len(stretch), present, limits)
        own = across[start : start + len(stretch)] if across is not None else None
        judged += _judge(stretch, segment, place, direction, settings, own)
        segments.append(segment)
    latest = next((point for point in reversed(judged) if point.value is not None), None)
    known = latest is not None and segments[latest.segment].limits.lower is not None
    target = latest.target if latest is not None else None
    return XmrChart(
        direction=direction,
        settings=settings,
        points=tuple(judged),
        segments=tuple(segments),
        latest=latest,
        variation=latest.kind if latest is not None and known else None,
        assurance=assurance(target, segments[-1].limits, direction) if segments else None,
        target=target,
        unmatched=tuple(sorted(set(rebase) - {point.date for point in points})),
    )


def assurance(target: float | None, limits: Limits, direction: Direction) -> Assurance | None:
    """Whether a process within these limits will meet a target.

    A target on the favourable limit counts as met and on the other as missed, as NHS England's own query has
    it (the R reference calls both hit or miss). None without target, limits, or a direction of good.
    """
    lower, upper = limits.lower, limits.upper
    if target is None or lower is None or upper is None or direction is Direction.NEUTRAL:
        return None
    at_least_upper = target > upper or same(target, upper, limits.tolerance)
    at_most_lower = target < lower or same(target, lower, limits.tolerance)
    met, missed = (
        (at_most_lower, at_least_upper)
        if direction is Direction.INCREASE
        else (at_least_upper, at_most_lower)
    )
    if met:
        return Assurance.PASS
    return Assurance.FAIL if missed else Assurance.HIT_OR_MISS


def kind_of(way: int, direction: Direction) -> Kind:
    """What a special cause in a direction (1 up, -1 down, 0 none) means."""
    if way == ON:
        return Kind.COMMON_CAUSE
    if direction is Direction.NEUTRAL:
        return Kind.NEUTRAL
    return Kind.IMPROVEMENT if (way == ABOVE) == (direction is Direction.INCREASE) else Kind.CONCERN


def _judge(
    stretch: Sequence[SeriesPoint],
    segment: Segment,
    index: int,
    direction: Direction,
    settings: Settings,
    trend_across: Sequence[int] | None,
) -> list[JudgedPoint]:
    limits = segment.limits
    values = [point.value for point in stretch]
    at = positions(values, limits)
    moving = trend_across or trends(values, settings.trend_length, limits.tolerance)
    shifted = shifts(at.sides, settings.shift_length)
    paired = two_of_three(at, settings)
    judged = []
    for place, point in enumerate(stretch):
        rule, way = _called(place, at, moving, paired, shifted, direction, settings.conflict)
        judged.append(
            JudgedPoint(
                date=point.date,
                value=point.value,
                target=point.target,
                number=segment.first + place,
                segment=index,
                moving_range=limits.moving_ranges[place],
                moving_range_used=limits.used[place],
                side=at.sides[place],
                outside=at.outside[place],
                near=at.near[place],
                trend=moving[place],
                in_shift=shifted[place],
                in_two_of_three=paired[place],
                rule=rule,
                way=way,
                kind=kind_of(way, direction),
            )
        )
    return judged


def _called(
    place: int,
    at: Positions,
    moving: Sequence[int],
    paired: Sequence[bool],
    shifted: Sequence[bool],
    direction: Direction,
    conflict: Conflict,
) -> tuple[Rule | None, int]:
    """The rule a point is called by and its direction; a trend's is its movement."""
    if not (at.outside[place] or moving[place] or paired[place] or shifted[place]):
        return None, ON
    side = at.sides[place] or ON
    fired = [
        (rule, way)
        for rule, way, holds in (
            (Rule.OUTSIDE, side, at.outside[place]),
            (Rule.TREND, moving[place], moving[place] != ON),
            (Rule.TWO_OF_THREE, side, paired[place]),
            (Rule.SHIFT, side, shifted[place]),
        )
        if holds
    ]
    preferred = [pair for pair in fired if kind_of(pair[1], direction).value == conflict.value]
    return (preferred or fired)[0]
