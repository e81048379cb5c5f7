from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtool.domain.dates import (
    DateRefusedError,
    agenda_clock,
    clock,
    long_date,
    means_next_meeting,
    mentioned_date,
    municipal_year,
    municipal_year_start,
    ordinal_date,
    read_date,
    short_date,
    short_weekday_date,
    weekday_date,
)

days = st.dates(date(1950, 1, 1), date(2149, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "5 July 2022", "5th July 2022", "the 5th of July, 2022", "05/07/22", "05/07/2022", "5.7.2022",
        "5-7-22",
        "5 Jul 22", "5-Jul-2022", "Tuesday 5th July, 2022", "Tues 5 July 2022", "2022-07-05",
        "2022-07-05T00:00:00", "July 5, 2022", "  5\u00a0July\u00a02022 ", "5 7 2022",
        "on Tuesday the 5th July 2022", "by 5 July 2022", "due by the 5th of July 2022",
    ],
)  # fmt: skip
def test_a_day_is_read_as_people_write_it(text: str) -> None:
    assert read_date(text) == date(2022, 7, 5)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("07/25/2022", "month first"),
        ("31/02/2022", "no such day"),
        ("29 February 2022", "no such day"),
        ("Monday 5 July 2022", "is a Tuesday"),
        ("14th July", "no year"),
        ("TBC", "not a date"),
        ("July 2022", "not a date"),
        ("5/7/1066", "out of reach"),
        ("0/7/2022", "no such day"),
        ("it will be done when the framework has been agreed by everybody on 5 July 2022", "a sentence"),
        ("\u0665/\u0667/\u0662\u0660\u0662\u0662", "not a date"),
    ],
)
def test_what_is_no_day_is_refused_with_the_reason(text: str, why: str) -> None:
    with pytest.raises(DateRefusedError, match=why):
        read_date(text)


def test_a_day_without_a_year_takes_the_year_that_is_given() -> None:
    assert read_date("14th July", year=2022) == date(2022, 7, 14)


@given(days)
def test_every_day_that_is_printed_is_read_again(day: date) -> None:
    for printed in (long_date(day), weekday_date(day), ordinal_date(day), day.isoformat(), f"{day:%d/%m/%Y}"):
        assert read_date(printed) == day


@given(st.text(max_size=30))
def test_any_text_gives_a_day_or_a_reason(text: str) -> None:
    try:
        found = read_date(text)
    except DateRefusedError as refused:
        found = None
        reason = str(refused)
        assert reason
    assert found is None or found.year >= 1900


def test_days_are_printed_in_words() -> None:
    day = date(2022, 9, 6)
    assert long_date(day) == "6 September 2022"
    assert weekday_date(day) == "Tuesday 6 September 2022"
    assert short_date(day) == "6 Sep"
    assert short_weekday_date(day) == "Tue 6 Sep"
    assert [ordinal_date(date(2022, 7, n))[:4] for n in (1, 2, 3, 4, 11, 12, 13, 21)] == [
        "1st ", "2nd ", "3rd ", "4th ", "11th", "12th", "13th", "21st",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Completed. Circulated on the 14th July", date(2022, 7, 14)),
        ("Completed. 6th July", date(2022, 7, 6)),
        ("sent 3/8/22 by e-mail", date(2022, 8, 3)),
        ("Actions completed since the 5th July 2022", date(2022, 7, 5)),
        ("done in January, on 3 January", date(2023, 1, 3)),
        ("on 31 February, then 1 August", date(2022, 8, 1)),
        ("Completed.", None),
        ("see item 14 and the minutes of July", None),
    ],
)
def test_the_day_that_a_sentence_mentions(sentence: str, day: date | None) -> None:
    assert mentioned_date(sentence, not_before=date(2022, 7, 5)) == day


def test_a_mention_without_a_year_is_no_day_where_no_year_is_known() -> None:
    assert mentioned_date("Circulated on the 14th July") is None


@pytest.mark.parametrize(
    "text", ["Next Board", "by the next meeting", "the next HWB meeting", "following meeting"]
)
def test_the_next_meeting_in_words(text: str) -> None:
    assert means_next_meeting(text)


@pytest.mark.parametrize("text", ["next week", "5 July 2022", "", "meeting"])
def test_other_words_are_not_the_next_meeting(text: str) -> None:
    assert not means_next_meeting(text)


def test_the_municipal_year_begins_in_may() -> None:
    assert municipal_year(date(2022, 4, 30)) == "2021/22"
    assert municipal_year(date(2022, 5, 1)) == "2022/23"
    assert municipal_year(date(2099, 12, 1)) == "2099/00"
    assert municipal_year_start(date(2022, 4, 30)) == 2021


def test_times_of_day_are_printed_as_the_papers_print_them() -> None:
    assert [clock(time) for time in ("13:30", "09:05", "00:15", "12:00", "12:15")] == [
        "1.30 pm", "9.05 am", "12.15 am", "12 noon", "12.15 pm",
    ]  # fmt: skip
    assert [agenda_clock(time) for time in ("13:30", "10:00", "12:00")] == ["1.30", "10.00", "12.00"]
