"""The bank holidays of England: by rule for any year, with the days that were moved or added once."""

from datetime import date, timedelta
from functools import cache

_ONCE = {
    date(2011, 4, 29): "Royal wedding bank holiday",
    date(2012, 6, 4): "Spring bank holiday",
    date(2012, 6, 5): "Diamond Jubilee bank holiday",
    date(2020, 5, 8): "Early May bank holiday (VE Day)",
    date(2022, 6, 2): "Spring bank holiday",
    date(2022, 6, 3): "Platinum Jubilee bank holiday",
    date(2022, 9, 19): "Bank holiday for the State Funeral of Queen Elizabeth II",
    date(2023, 5, 8): "Bank holiday for the coronation of King Charles III",
}
_MOVED_AWAY = {date(2012, 5, 28), date(2020, 5, 4), date(2022, 5, 30)}
_WEEK = 7
_SATURDAY = 5


@cache
def bank_holidays(year: int) -> dict[date, str]:
    """The bank holidays of a year, each with its name; those at a weekend stand on their substitute day."""
    easter = _easter(year)
    by_rule = {
        _weekday_from(date(year, 1, 1)): "New Year's Day",
        easter - timedelta(2): "Good Friday",
        easter + timedelta(1): "Easter Monday",
        _first_monday(date(year, 5, 1)): "Early May bank holiday",
        _first_monday(date(year, 5, 25)): "Spring bank holiday",
        _first_monday(date(year, 8, 25)): "Summer bank holiday",
        **_christmas(year),
    }
    kept = {day: name for day, name in by_rule.items() if day not in _MOVED_AWAY}
    once = {day: name for day, name in _ONCE.items() if day.year == year}
    return dict(sorted({**kept, **once}.items()))


def bank_holiday(day: date) -> str | None:
    """The name of the bank holiday that a day is; None for any other day."""
    return bank_holidays(day.year).get(day)


def _christmas(year: int) -> dict[date, str]:
    # Boxing Day keeps its own day where it can, so Christmas Day on a Sunday moves behind it, to Tuesday.
    christmas, boxing = date(year, 12, 25), date(year, 12, 26)
    if christmas.weekday() == _SATURDAY:
        return {
            date(year, 12, 27): "Christmas Day (substitute)",
            date(year, 12, 28): "Boxing Day (substitute)",
        }
    if christmas.weekday() > _SATURDAY:
        return {boxing: "Boxing Day", date(year, 12, 27): "Christmas Day (substitute)"}
    if boxing.weekday() == _SATURDAY:
        return {christmas: "Christmas Day", date(year, 12, 28): "Boxing Day (substitute)"}
    return {christmas: "Christmas Day", boxing: "Boxing Day"}


def _weekday_from(day: date) -> date:
    return day if day.weekday() < _SATURDAY else day + timedelta(_WEEK - day.weekday())


def _first_monday(day: date) -> date:
    return day + timedelta(-day.weekday() % _WEEK)


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    golden, century, of_century = year % 19, year // 100, year % 100
    drift = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    to_sunday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - drift - of_century % 4) % _WEEK
    correction = (golden + 11 * drift + 22 * to_sunday) // 451
    month, day = divmod(drift + to_sunday - _WEEK * correction + 114, 31)
    return date(year, month, day + 1)
