"""Which backups are kept: a table of half-hourly backups over two years, and the laws."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from boardtool.domain.thinning import fitting, kept

NOW = datetime(2022, 9, 30, 17, 0)
TIMES = st.sets(st.datetimes(datetime(2015, 1, 1), datetime(2035, 1, 1)), max_size=80)


def every(step: timedelta, count: int) -> list[datetime]:
    return [NOW - step * place for place in range(count)]


def test_everything_of_two_days_is_kept() -> None:
    half_hourly = every(timedelta(minutes=30), 97)
    assert kept(half_hourly) == set(half_hourly)


def test_two_years_of_daily_backups_thin_out_to_days_weeks_and_months() -> None:
    found = sorted(kept(every(timedelta(days=1), 730)), reverse=True)
    ages = [(NOW - time).days for time in found]
    assert ages[:14] == list(range(14))
    weeks = [age for age in ages[14:] if age < 56]
    assert weeks == [19, 26, 30, 33, 40, 47]  # Sundays, and 31 August as the newest of its month
    assert ages[-1] == 334  # 31 October 2021, the twelfth month
    assert len(found) == 14 + 6 + 10


def test_days_without_a_backup_do_not_use_up_the_fourteen() -> None:
    yearly = every(timedelta(days=365), 12)
    assert kept(yearly) == set(yearly)


def test_of_a_day_the_newest_is_kept() -> None:
    old = [datetime(2022, 9, 1, hour) for hour in (9, 12, 17)]
    assert kept([NOW, *old]) == {NOW, old[2]}


def test_no_backups_are_no_backups() -> None:
    assert kept([]) == set()


@given(TIMES)
def test_the_newest_is_always_kept_and_never_more_than_the_rules_allow(times: set[datetime]) -> None:
    found = kept(times)
    assert found <= times
    if times:
        assert max(times) in found
    older = [time for time in found if max(times) - time > timedelta(days=2)]
    assert len(older) <= 14 + 8 + 12


@given(TIMES)
def test_thinning_twice_removes_nothing_more(times: set[datetime]) -> None:
    assert kept(kept(times)) == kept(times)


@given(TIMES, st.datetimes(datetime(2036, 1, 1), datetime(2100, 1, 1)))
def test_a_backup_from_a_clock_set_forward_leaves_thirteen_days_and_more(
    times: set[datetime], wrong: datetime
) -> None:
    days = {time.date() for time in times}
    assert len({time.date() for time in kept({*times, wrong})}) >= min(len(days), 13)


def test_what_fits_is_the_newest_and_the_newest_is_kept_however_large() -> None:
    times = every(timedelta(hours=1), 4)
    assert fitting(dict.fromkeys(times, 40), most=100) == set(times[:2])
    assert fitting(dict.fromkeys(times, 400), most=100) == {times[0]}
    assert fitting({}) == set()
