"""An XmR chart named and shaped as the public reference cases are: what `boardtool spc --json` prints."""

from boardtool.domain.performance.rules import ABOVE, Rule
from boardtool.domain.performance.xmr import Assurance, JudgedPoint, Kind, Segment, XmrChart

Shape = dict[str, object]

_CALLED = {
    Rule.OUTSIDE: ("Above UCL", "Below LCL"),
    Rule.TREND: ("7 Point Trend (Increasing)", "7 Point Trend (Decreasing)"),
    Rule.TWO_OF_THREE: ("2 in 3 Above CL", "2 in 3 Below CL"),
    Rule.SHIFT: ("7 Points Above CL", "7 Points Below CL"),
}
_ASSURANCE_ICON = {Assurance.PASS: "pass", Assurance.HIT_OR_MISS: "inconsistent", Assurance.FAIL: "fail"}


def to_reference(chart: XmrChart) -> Shape:
    """The whole answer; a missing value has no label, and no chart of one point has icons."""
    latest, variation = chart.latest, chart.variation
    return {
        "error": None,
        "warnings": _warnings(chart),
        "points": _columns(chart),
        "segments": [_segment(segment, chart) for segment in chart.segments],
        "variation": _type(variation, latest) if variation is not None and latest is not None else None,
        "variation_icon": _icon(variation, latest) if variation is not None and latest is not None else None,
        "assurance": None if chart.assurance is None else chart.assurance.value,
        "assurance_icon": None if chart.assurance is None else _ASSURANCE_ICON[chart.assurance],
    }


def _warnings(chart: XmrChart) -> list[str]:
    said = ["short_group"] if any(segment.is_short for segment in chart.segments) else []
    said += [f"rebase_date_without_point: {day.isoformat()}" for day in chart.unmatched]
    said += [
        f"screening_not_done: segment {segment.number}"
        for segment in chart.segments
        if segment.limits.screening_dropped
    ]
    return said


def _columns(chart: XmrChart) -> Shape:
    """One array a column, one entry a row in date order."""
    rows = [_row(point, chart.segments[point.segment]) for point in chart.points]
    names = rows[0] if rows else {}
    return {name: [row[name] for row in rows] for name in names}


def _row(point: JudgedPoint, segment: Segment) -> Shape:
    limits = segment.limits
    missing = point.value is None
    return {
        "date": point.date.isoformat(),
        "value": point.value,
        "target": point.target,
        "rebase_group": segment.number,
        "mean": limits.mean,
        "lpl": limits.lower,
        "upl": limits.upper,
        "near_lpl": limits.near_lower,
        "near_upl": limits.near_upper,
        "moving_range": point.moving_range,
        "moving_range_used": point.moving_range_used,
        "outside_limits": point.outside,
        "relative_to_mean": point.side,
        "close_to_limits": point.near,
        "in_trend": point.trend != 0,
        "in_shift": point.in_shift,
        "in_two_of_three": point.in_two_of_three,
        "special_cause_type": None if missing else _label(point),
        "special_cause_flag": point.rule is not None,
        "point_type": None if missing else _type(point.kind, point),
        "short_group_warning": segment.is_short,
    }


def _label(point: JudgedPoint) -> str:
    if point.rule is None:
        return "Common Cause"
    up, down = _CALLED[point.rule]
    return up if point.way == ABOVE else down


def _height(point: JudgedPoint) -> str:
    return "high" if point.way == ABOVE else "low"


def _type(kind: Kind, point: JudgedPoint) -> str:
    match kind:
        case Kind.COMMON_CAUSE:
            return "common_cause"
        case Kind.NEUTRAL:
            return f"special_cause_neutral_{_height(point)}"
        case _:
            return f"special_cause_{kind.value}"


def _icon(kind: Kind, point: JudgedPoint) -> str:
    return "common_cause" if kind is Kind.COMMON_CAUSE else f"{kind.value}_{_height(point)}"


def _segment(segment: Segment, chart: XmrChart) -> Shape:
    limits = segment.limits
    own = chart.points[segment.first : segment.first + segment.rows]
    counted = {kind: sum(point.kind is kind for point in own) for kind in Kind}
    high = sum(point.kind is Kind.NEUTRAL and point.way == ABOVE for point in own)
    ranges = [each for each in limits.moving_ranges if each is not None]
    used = [each for each in limits.used if each is not None]
    return {
        "rebase_group": segment.number,
        "first_date": segment.first_date.isoformat(),
        "n": segment.rows,
        "mean": limits.mean,
        "lpl": limits.lower,
        "upl": limits.upper,
        "mean_moving_range": limits.moving_range,
        "mean_moving_range_before_screening": limits.moving_range_before_screening,
        "moving_ranges_screened_out": len(ranges) - len(used),
        "screening_dropped": limits.screening_dropped,
        "common_cause": counted[Kind.COMMON_CAUSE],
        "improvement": counted[Kind.IMPROVEMENT],
        "concern": counted[Kind.CONCERN],
        "neutral_high": high,
        "neutral_low": counted[Kind.NEUTRAL] - high,
    }
