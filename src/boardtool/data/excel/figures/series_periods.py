"""What the periods of a whole series mean, where one alone could mean two things: a day, "2011-12"."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from boardtool.data.excel.figures.found import FoundFigure, FoundFigures
from boardtool.domain.performance.periods import (
    Frequency,
    Period,
    could_be_a_year,
    financial_year,
    from_day,
    meant_by_days,
    meant_by_months,
)


def understand_periods(found: FoundFigures) -> None:
    """Give each figure the period that its series means; a month that stays in doubt is told of."""
    series: dict[str, list[FoundFigure]] = defaultdict(list)
    for each in found.figures:
        series[each.metric.name].append(each)
    meant = {name: _meanings({each.period for each in figures}) for name, figures in series.items()}
    for figures in series.values():
        _tell_of_doubt(found, figures)
    found.figures[:] = [
        replace(each, period=meant[each.metric.name].get(each.period, each.period)) for each in found.figures
    ]


def _meanings(periods: Collection[Period]) -> dict[Period, Period]:
    """The periods of a series that mean another one than each alone, with that one."""
    days = {each for each in periods if each.frequency is Frequency.DAILY}
    meanings: dict[Period, Period] = {}
    if days:
        of_days = meant_by_days({each.start for each in days})
        meanings |= {each: from_day(each.start, of_days) for each in days}
    if meant_by_months(periods) is Frequency.YEARLY:
        months = (each for each in periods if each.frequency is Frequency.MONTHLY)
        meanings |= {each: financial_year(each.start.year) for each in months}
    return meanings


def _tell_of_doubt(found: FoundFigures, figures: Sequence[FoundFigure]) -> None:
    first, *others = figures
    period = first.period
    if could_be_a_year(period) and all(each.period == period for each in others):
        year = financial_year(period.start.year).shown
        reason = (
            f"{period.shown} is the only period of {first.metric.name}: if the year is meant, write {year}"
        )
        found.warn(first.sheet, reason, row=first.row)
