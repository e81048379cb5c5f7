"""What an XmR chart says, in plain English: change or noise, and whether the target will be met."""

from collections.abc import Callable

from boardtool.domain.performance.numbers import shown
from boardtool.domain.performance.rules import ABOVE, Rule
from boardtool.domain.performance.series import Direction
from boardtool.domain.performance.xmr import FEWEST_FOR_LIMITS, Assurance, JudgedPoint, Kind, XmrChart

_WORDS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)


def chart_sentence(chart: XmrChart, *, unit: str = "", period: str = "month") -> str:
    """One or two sentences: "Seven months above the mean: improving. At today's level it will …"."""
    if chart.latest is None:
        return "No figures yet."
    count = chart.segments[chart.latest.segment].present
    if count < FEWEST_FOR_LIMITS or chart.variation is None:
        return (
            f"Latest {shown(chart.latest.value, unit)}: {_counted(count, period)} "
            f"{'is' if count == 1 else 'are'} too few to tell a change from noise."
        )
    return " ".join(
        part
        for part in (
            variation_sentence(chart, period=period),
            target_sentence(chart, unit=unit, period=period),
        )
        if part
    )


def variation_sentence(chart: XmrChart, *, period: str = "month") -> str:
    """What the latest point shows."""
    latest = chart.latest
    if latest is None or chart.variation is None:
        return ""
    if chart.variation is Kind.COMMON_CAUSE:
        return "No change beyond the usual variation."
    seen = _seen(chart, latest, period)
    meaning = {Kind.IMPROVEMENT: "improving", Kind.CONCERN: "getting worse", Kind.NEUTRAL: "a change"}
    return f"{seen[:1].upper()}{seen[1:]}: {meaning[chart.variation]}."


def target_sentence(chart: XmrChart, *, unit: str = "", period: str = "month") -> str:
    """Whether the target will be met at today's level; "" without target, limits, or a direction of good."""
    if chart.assurance is None or chart.target is None:
        return ""
    target = shown(chart.target, unit)
    said = {
        Assurance.PASS: f"it will meet {target} in every {period}",
        Assurance.HIT_OR_MISS: f"it will meet {target} in some {period}s and not in others",
        Assurance.FAIL: f"it cannot be expected to meet {target}; the process has to change",
    }
    return f"At today\u2019s level {said[chart.assurance]}."


def point_sentence(point: JudgedPoint) -> str:
    """Why a point is labelled, for its row in the table and for a screen reader; "" for noise."""
    if point.rule is None:
        return ""
    up = point.way == ABOVE
    said = {
        Rule.OUTSIDE: f"{'above' if up else 'below'} the {'upper' if up else 'lower'} limit",
        Rule.TREND: f"part of a {'rising' if up else 'falling'} trend",
        Rule.TWO_OF_THREE: f"two of three near the {'upper' if up else 'lower'} limit",
        Rule.SHIFT: f"part of a run {'above' if up else 'below'} the mean",
    }
    return said[point.rule] + ("" if point.kind is Kind.NEUTRAL else f": {point.kind.value}")


def meaning(direction: Direction) -> str:
    """What is good, for the head of a chart."""
    return {Direction.INCREASE: "Higher is better", Direction.DECREASE: "Lower is better"}.get(direction, "")


def _seen(chart: XmrChart, latest: JudgedPoint, period: str) -> str:
    up = latest.way == ABOVE
    match latest.rule:
        case Rule.OUTSIDE:
            return f"the latest {period} is {'above the upper' if up else 'below the lower'} limit"
        case Rule.TREND:
            run = _run(chart, latest, lambda point: point.trend == latest.trend)
            return f"{_counted(run, period)} {'rising' if up else 'falling'} in a row"
        case Rule.TWO_OF_THREE:
            return f"two of the last three {period}s are near the {'upper' if up else 'lower'} limit"
        case _:
            run = _run(chart, latest, lambda point: point.side == latest.side)
            return f"{_counted(run, period)} {'above' if up else 'below'} the mean"


def _run(chart: XmrChart, latest: JudgedPoint, belongs: Callable[[JudgedPoint], bool]) -> int:
    """How many points in a row, up to the latest, belong to what the latest belongs to."""
    count = 0
    for point in reversed(chart.points[: latest.number + 1]):
        if point.segment != latest.segment or not belongs(point):
            break
        count += 1
    return count


def _counted(count: int, period: str) -> str:
    number = _WORDS[count] if count < len(_WORDS) else str(count)
    return f"{number} {period}{'' if count == 1 else 's'}"
