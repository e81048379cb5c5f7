"""What the periods of a whole series mean, where one alone could mean two things: a day, "2011-12"."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from boardtool.data.excel.figures.found import FoundFigure, FoundFigures
from boardtool.domain.dates import MONTHS
from boardtool.domain.performance.period_words import is_quarter_of_one_year, is_year_and_number
from boardtool.domain.performance.periods import (
    Frequency,
    Period,
    could_be_a_year,
    financial_year,
    from_day,
    meant_by_days,
    meant_by_months,
)

Written = tuple[Period, str]
"""A period with how it is written: "2011-12" may be a year, "Dec 2011" never is."""


def understand_periods(found: FoundFigures) -> None:
    """Give each figure the period that its series means; what stays in doubt is told of."""
    series: dict[str, list[FoundFigure]] = defaultdict(list)
    for each in found.figures:
        series[each.metric.name].append(each)
    meant = {name: _meanings({_written(each) for each in figures}) for name, figures in series.items()}
    found.figures[:] = [
        replace(each, period=meant[each.metric.name].get(_written(each), each.period))
        for each in found.figures
    ]
    for name, figures in series.items():
        _tell_of_doubt(found, figures, meant[name])


def _written(figure: FoundFigure) -> Written:
    return (figure.period, figure.written)


def _meanings(periods: set[Written]) -> dict[Written, Period]:
    """The periods of a series that mean another one than each alone, with that one."""
    days = {each for each in periods if each[0].frequency is Frequency.DAILY}
    meanings: dict[Written, Period] = {}
    if days:
        of_days = meant_by_days({period.start for period, _ in days})
        meanings |= {each: from_day(each[0].start, of_days) for each in days}
    months = {each for each in periods if each[0].frequency is Frequency.MONTHLY}
    are_years = meant_by_months({period for period, _ in periods}) is Frequency.YEARLY
    if are_years and all(is_year_and_number(written) for _, written in months):
        meanings |= {each: financial_year(each[0].start.year) for each in months}
    return meanings


def _tell_of_doubt(
    found: FoundFigures, figures: Sequence[FoundFigure], meant: Mapping[Written, Period]
) -> None:
    periods = [meant.get(_written(each), each.period) for each in figures]
    others = {period for period in periods if not could_be_a_year(period)}
    months = {period for period in periods if could_be_a_year(period)}
    first = next((each for each, period in zip(figures, periods, strict=True) if period in months), None)
    if first is not None and len(months) == 1 and all(_is_financial_year(each) for each in others):
        _tell_of_a_month(found, first, next(iter(months)), alone=not others)
    quarter = next((each for each in figures if is_quarter_of_one_year(each.written)), None)
    if quarter is not None:
        begins, ends = (MONTHS[day.month - 1] for day in (quarter.period.start, quarter.period.end))
        year = quarter.period.end.year
        found.warn(
            quarter.sheet,
            f"{quarter.written} is read as {begins} to {ends} {year}, a quarter of the calendar year; of a "
            f"financial year write Q1 {financial_year(year).shown}",
            row=quarter.row,
        )


def _is_financial_year(period: Period) -> bool:
    return period.frequency is Frequency.YEARLY and period == financial_year(period.start.year)


def _tell_of_a_month(found: FoundFigures, figure: FoundFigure, month: Period, *, alone: bool) -> None:
    """Asks about the one month that may be a year: alone, or among years."""
    year = financial_year(month.start.year).shown
    name = figure.metric.name
    where = f"the only period of {name}" if alone else f"read as a month, though {name} has years beside it"
    found.warn(figure.sheet, f"{month.shown} is {where}: if the year is meant, write {year}", row=figure.row)
