"""Clear days: the vectors of the rules, and the laws behind them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtool.domain.notice import Counting, DayRules, notice, timetable

DAYS = st.dates(date(2018, 1, 1), date(2032, 12, 31))
EXCLUDED = st.dictionaries(DAYS, st.just("Council closed"), max_size=20)


@pytest.mark.parametrize(
    ("meeting", "last_publish_day"),
    [
        (date(2022, 3, 10), date(2022, 3, 2)),
        (date(2022, 7, 5), date(2022, 6, 27)),
        (date(2022, 9, 6), date(2022, 8, 26)),
        (date(2022, 9, 26), date(2022, 9, 15)),
        (date(2023, 1, 3), date(2022, 12, 21)),
        (date(2023, 5, 11), date(2023, 5, 2)),
        (date(2024, 4, 4), date(2024, 3, 25)),
        (date(2025, 1, 2), date(2024, 12, 20)),
    ],
)
def test_the_last_publish_day_is_that_of_the_rules(meeting: date, last_publish_day: date) -> None:
    assert notice(meeting).last_publish_day == last_publish_day


def test_a_day_of_the_council_s_own_moves_the_last_publish_day() -> None:
    rules = DayRules(excluded={date(2024, 12, 24): "Christmas Eve"})
    assert notice(date(2025, 1, 2), rules).last_publish_day == date(2024, 12, 19)


def test_by_calendar_days_every_day_counts() -> None:
    rules = DayRules(Counting.CALENDAR_DAYS)
    assert notice(date(2022, 9, 6), rules).last_publish_day == date(2022, 8, 31)


def test_each_day_says_why_it_counts_or_not() -> None:
    days = notice(date(2022, 9, 6)).days
    assert len(days) == 12
    assert [day.date.day for day in days if day.counts] == [30, 31, 1, 2, 5]
    assert [day.why for day in days[:5]] == [
        "last day to publish: the day itself does not count",
        "Saturday",
        "Sunday",
        "Summer bank holiday",
        "Tuesday, a clear day",
    ]
    assert days[-1].why == "the day of the meeting does not count"


def test_the_timetable_of_september_2022() -> None:
    dates = timetable(date(2022, 9, 6))
    assert dates.papers_due == date(2022, 8, 19)
    assert dates.draft_agenda == date(2022, 8, 23)
    assert dates.publish_by == date(2022, 8, 26)
    assert dates.meeting == date(2022, 9, 6)
    assert dates.draft_minutes == date(2022, 9, 13)


@given(meeting=DAYS, clear_days=st.integers(0, 28), excluded=EXCLUDED, counting=st.sampled_from(Counting))
def test_published_on_the_last_day_exactly_enough_days_are_clear_and_a_day_later_too_few(
    meeting: date, clear_days: int, excluded: dict[date, str], counting: Counting
) -> None:
    rules = DayRules(counting, excluded)
    found = notice(meeting, rules, clear_days=clear_days)
    assert found.clear_days == clear_days == rules.between(found.last_publish_day, meeting)
    assert rules.counts(found.last_publish_day)
    next_day = next(
        day
        for day in (found.last_publish_day + timedelta(count) for count in range(1, 400))
        if rules.counts(day)
    )
    assert rules.between(next_day, meeting) == max(clear_days - 1, 0)


@given(meeting=DAYS, excluded=EXCLUDED)
def test_the_dates_of_a_timetable_run_in_order(meeting: date, excluded: dict[date, str]) -> None:
    dates = timetable(meeting, DayRules(excluded=excluded))
    assert dates.papers_due < dates.draft_agenda < dates.publish_by < dates.meeting < dates.draft_minutes
