"""A metric's financial year: what was planned for each period, what came, and how it is likely to end."""

from dataclasses import dataclass
from datetime import date

from boardtool.domain.performance.charts import MetricChart
from boardtool.domain.performance.forecast import Reach
from boardtool.domain.performance.numbers import shown
from boardtool.domain.performance.periods import APRIL, Frequency, Period, financial_quarter, month

_MONTHS = 12
_QUARTERS = 4


@dataclass(frozen=True, slots=True)
class YearPeriod:
    """A period of the year: what was planned and what came, each None where there is none."""

    period: Period
    planned: float | None
    actual: float | None

    @property
    def difference_shown(self) -> str:
        """What came less what was planned: "+0.3", "\u22121.2"; "\u2013" where one of them is missing."""
        if self.actual is None or self.planned is None:
            return shown(None)
        return f"{self.actual - self.planned:+,.1f}".replace("-", "\u2212")


def year_of(chart: MetricChart) -> tuple[YearPeriod, ...]:
    """The periods of the financial year of the latest figure; () unless these are months or quarters."""
    latest = chart.record.latest
    if latest is None:
        return ()
    day = latest.period.start
    begins = day.year if day.month >= APRIL else day.year - 1
    periods = _periods(latest.period.frequency, begins)
    came = {each.period: each.value for each in chart.record.observations}
    return tuple(YearPeriod(each, _planned(chart, each.end), came.get(each)) for each in periods)


def _periods(frequency: Frequency, begins: int) -> list[Period]:
    if frequency is Frequency.MONTHLY:
        months = [(APRIL - 1 + number) for number in range(_MONTHS)]
        return [month(begins + number // _MONTHS, number % _MONTHS + 1) for number in months]
    if frequency is Frequency.QUARTERLY:
        return [financial_quarter(begins, number + 1) for number in range(_QUARTERS)]
    return []


def _planned(chart: MetricChart, day: date) -> float | None:
    """The trajectory of a day; where there is none, the target."""
    held = next((each for each in reversed(chart.trajectory) if each.holds_on(day)), None)
    target = held or chart.record.target_on(day)
    return None if target is None else target.value


def year_footer(chart: MetricChart) -> str:
    """What is shaded in the chart of a year; "" without a forecast."""
    if chart.forecast is None:
        return ""
    return "Shaded: where the year\u2019s average ends in 95 of 100 cases, if nothing changes."


def year_sentence(chart: MetricChart) -> str:
    """What the year so far says of its end, in one or two sentences."""
    year = year_of(chart)
    unit = chart.record.metric.unit
    if not year:
        return "Plan against actual is shown for figures that come by month or by quarter."
    ahead = chart.forecast
    if ahead is None:
        compared = [each for each in year if each.actual is not None and each.planned is not None]
        behind = f"{len(compared)} of {len(year)} periods can be held against the plan."
        return (
            f"{behind} A forecast needs twelve figures under the same limits and no special cause at the end."
        )
    said = (
        f"If nothing changes the year ends at about {shown(ahead.expected, unit)}, "
        f"likely between {shown(ahead.lower, unit)} and {shown(ahead.upper, unit)}."
    )
    if ahead.needed is None or ahead.reach is None:
        return said
    needed = f"{shown(ahead.needed, unit)} a {chart.record.metric.frequency.period} from here on"
    reach = {
        Reach.WITHIN: f"It would meet the target with {needed}: within reach.",
        Reach.BEYOND: f"The target would need {needed}: more than it has ever been.",
        Reach.SECURED: "The target is secured already.",
    }
    return f"{said} {reach[ahead.reach]}"
