"""A metric's record as a series to judge, and everything that its chart draws."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from boardtool.domain.performance.cautions import cautions
from boardtool.domain.performance.forecast import Forecast, year_end
from boardtool.domain.performance.metrics import Break, Commentary, Record, Target, TargetKind
from boardtool.domain.performance.moving_ranges import MovingRanges, moving_ranges, ranges_sentence
from boardtool.domain.performance.periods import APRIL, YEAR_MONTHS, Frequency
from boardtool.domain.performance.sentences import chart_sentence
from boardtool.domain.performance.series import SeriesPoint
from boardtool.domain.performance.settings import footer
from boardtool.domain.performance.xmr import (
    FEWEST_FOR_FULL_LIMITS,
    FEWEST_FOR_LIMITS,
    XmrChart,
    xmr_chart,
)

_PERIODS_A_YEAR = {Frequency.MONTHLY: 12, Frequency.QUARTERLY: 4}


@dataclass(frozen=True, slots=True)
class Note:
    """Why limits begin anew at a row."""

    number: int
    words: str


@dataclass(frozen=True, slots=True)
class MetricChart:
    """A record and its judgement; point by point `xmr.points` belongs to `record.observations`.

    `trajectory` are the planned values by date, for plan against actual; `sentence` says what it shows,
    `footer` by which settings, and what a reader should know besides.
    """

    record: Record
    xmr: XmrChart
    sentence: str
    footer: str
    trajectory: tuple[Target, ...]
    forecast: Forecast | None

    @property
    def limits_shown(self) -> bool:
        """Whether there are points enough in the current segment for limits to mean anything."""
        return bool(self.xmr.segments) and self.xmr.segments[-1].present >= FEWEST_FOR_LIMITS

    @property
    def limits_are_trial(self) -> bool:
        return self.limits_shown and self.xmr.segments[-1].present < FEWEST_FOR_FULL_LIMITS

    def commentary_at(self, number: int) -> Commentary | None:
        """What was said of the period of a point."""
        period = self.record.observations[number].period
        return next((each for each in self.record.commentary if each.period == period), None)

    @property
    def ranges(self) -> MovingRanges:
        """How far each figure is from the one before, for the chart beneath."""
        return moving_ranges(self.xmr)

    @property
    def shows_ranges(self) -> bool:
        """Whether the moving ranges are drawn beneath."""
        return self.record.metric.settings.moving_ranges and bool(self.xmr.points)

    @property
    def ranges_sentence(self) -> str:
        """What the moving ranges show."""
        metric = self.record.metric
        names = [each.period.shown for each in self.record.observations]
        return ranges_sentence(self.ranges, names, unit=metric.unit, period=metric.frequency.period)

    @property
    def notes(self) -> tuple[Note, ...]:
        """The first row of every segment but the first, and the words of what began it."""
        said = [
            *((each.on, f"Recalculated: {each.reason} ({each.who})") for each in self.record.recalculations),
            *((each.on, f"New definition: {each.reason}") for each in self.breaks),
        ]
        return tuple(
            Note(segment.first, "; ".join(words))
            for before, segment in pairwise(self.xmr.segments)
            for words in ([text for on, text in said if before.first_date < on <= segment.first_date],)
        )

    @property
    def breaks(self) -> tuple[Break, ...]:
        return self.record.breaks


def metric_chart(record: Record) -> MetricChart:
    """Judge a record: limits begin anew at each recalculation and at each break in the definition.

    A break or recalculation on a day without a figure begins with the first figure after it.
    """
    metric = record.metric
    points = [
        SeriesPoint(each.period.start, each.value, None if target is None else target.value)
        for each in record.observations
        for target in (record.target_on(each.period.end),)
    ]
    rebase = {day for day in (_first_from(points, on) for on in _anew(record)) if day is not None}
    xmr = xmr_chart(points, direction=metric.direction, rebase=rebase, settings=metric.settings)
    return MetricChart(
        record=record,
        xmr=xmr,
        sentence=chart_sentence(xmr, unit=metric.unit, period=metric.frequency.period),
        footer=" ".join([footer(metric.settings), *cautions(record, xmr)]),
        trajectory=tuple(
            target for target in record.targets if target.kind in {TargetKind.TRAJECTORY, TargetKind.PLAN}
        ),
        forecast=_forecast(record, xmr),
    )


def _anew(record: Record) -> list[date]:
    return [*(each.on for each in record.recalculations), *(each.on for each in record.breaks)]


def _first_from(points: list[SeriesPoint], day: date) -> date | None:
    return next((point.date for point in points if point.date >= day), None)


def _forecast(record: Record, xmr: XmrChart) -> Forecast | None:
    """The end of the financial year that the latest figure is in."""
    latest, periods = record.latest, _PERIODS_A_YEAR.get(record.metric.frequency)
    if latest is None or periods is None:
        return None
    day = latest.period.start
    begins = date(day.year if day.month >= APRIL else day.year - 1, APRIL, 1)
    seen = [each for each in record.observations if begins <= each.period.start <= day]
    whole = (day.year - begins.year) * YEAR_MONTHS + day.month - begins.month
    if any(each.value is None for each in seen) or len(seen) != whole * periods // YEAR_MONTHS + 1:
        return None  # a gap in the year: the months seen do not add up to it
    values = [each.value for each in seen if each.value is not None]
    return year_end(xmr, values, periods=periods, target=xmr.target)
