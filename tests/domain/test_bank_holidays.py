"""Our bank holidays against an independent table."""

from datetime import date

import holidays
import pytest

from boardtool.domain.bank_holidays import bank_holiday, bank_holidays

SATURDAY = 5


@pytest.mark.parametrize("year", range(2011, 2033))
def test_weekday_holidays_are_those_of_the_independent_table(year: int) -> None:
    theirs = {
        day for day in holidays.country_holidays("GB", subdiv="ENG", years=year) if day.weekday() < SATURDAY
    }
    assert set(bank_holidays(year)) == theirs


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2022, 8, 29), "Summer bank holiday"),
        (date(2022, 9, 19), "Bank holiday for the State Funeral of Queen Elizabeth II"),
        (date(2022, 12, 27), "Christmas Day (substitute)"),
        (date(2020, 5, 4), None),
        (date(2022, 11, 30), None),
    ],
)
def test_a_bank_holiday_has_its_name_and_scotland_s_days_do_not_leak_in(day: date, name: str | None) -> None:
    assert bank_holiday(day) == name
