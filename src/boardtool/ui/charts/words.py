"""The short words of charts and scorecards for what the rules say."""

from boardtool.domain.dates import MONTHS
from boardtool.domain.performance.periods import Frequency, Period
from boardtool.domain.performance.rules import Rule
from boardtool.domain.performance.xmr import JudgedPoint, Kind

KINDS = {
    Kind.COMMON_CAUSE: "Common cause",
    Kind.IMPROVEMENT: "Special cause, better",
    Kind.CONCERN: "Special cause, worse",
    Kind.NEUTRAL: "Special cause",
}


def cause(point: JudgedPoint) -> str:
    """The label of a special cause in a chart: "above the limit", "falling"."""
    up = point.way > 0
    return {
        Rule.OUTSIDE: "above the limit" if up else "below the limit",
        Rule.TREND: "rising" if up else "falling",
        Rule.TWO_OF_THREE: "near the limit",
        Rule.SHIFT: "above the mean" if up else "below the mean",
        None: "",
    }[point.rule]


def period_short(period: Period) -> str:
    """A period where there is little room: "Jun 2023", "Q1 2023/24"."""
    if period.frequency is Frequency.MONTHLY:
        return f"{MONTHS[period.start.month - 1][:3]} {period.start.year}"
    return period.shown
