from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtool.domain.dates import agenda_clock, clock
from boardtool.domain.errors import CannotDoError
from boardtool.domain.times import (
    clock_from_number,
    clock_of_minutes,
    later,
    minutes_of,
    read_clock,
    read_start,
)

times = st.integers(0, 24 * 60 - 1).map(clock_of_minutes)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("1.30", "13:30"), ("1.30 pm", "13:30"), ("1.30pm", "13:30"), ("1:30 p.m.", "13:30"),
        ("13:30", "13:30"),
        ("13.30", "13:30"), ("1330", "13:30"), ("1330 hrs", "13:30"), ("13:30:00", "13:30"),
        ("noon", "12:00"),
        ("12 noon", "12:00"), ("midnight", "00:00"), ("9am", "09:00"), ("9.30 a.m.", "09:30"), ("2", "14:00"),
        ("2 o'clock", "14:00"), ("7.59", "19:59"), ("8.00", "08:00"), ("09.30", "09:30"), ("01:30", "01:30"),
        ("12.15", "12:15"), ("12.15am", "00:15"), ("13.30 pm", "13:30"), ("12 midnight", "00:00"),
    ],
)  # fmt: skip
def test_a_time_is_read_as_people_write_it(text: str, time: str) -> None:
    assert read_clock(text) == time


@pytest.mark.parametrize(
    "text",
    ["", "25:00", "1.75", "10", "13 am", "0 am", "half past one", "1.3", "-1.30", "\u0661.\u0663\u0660"],
)
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(CannotDoError, match="not a time"):
        read_clock(text)


@pytest.mark.parametrize(
    ("number", "time"),
    [("0.5625", "13:30"), ("0.5625000000001", "13:30"), ("0", "00:00"), ("1.3", "13:30"), ("1.45", "13:45"),
     ("2", "14:00"), ("10.3", "10:30"), ("13.15", "13:15"), ("0.99999", "00:00")],
)  # fmt: skip
def test_a_spreadsheets_number_is_a_time(number: str, time: str) -> None:
    assert clock_from_number(Decimal(number)) == time


@pytest.mark.parametrize("number", ["1.755", "1.9", "25", "-0.5", "44810"])
def test_a_number_that_is_no_time_is_refused(number: str) -> None:
    with pytest.raises(CannotDoError, match="not a time"):
        clock_from_number(Decimal(number))


@given(times)
def test_every_time_is_read_again_as_it_is_printed(time: str) -> None:
    assert read_clock(clock(time)) == time
    assert read_clock(time) == time


@given(times.filter(lambda time: "08:00" <= time < "20:00"))
def test_times_of_a_working_day_are_read_again_from_an_agenda(time: str) -> None:
    assert read_clock(agenda_clock(time)) == time


@given(times, st.integers(0, 3000))
def test_a_later_time_is_so_many_minutes_later(time: str, minutes: int) -> None:
    assert (minutes_of(later(time, minutes)) - minutes_of(time) - minutes) % (24 * 60) == 0


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("1.30", "13:30"), ("1.30 \u2013 1.45", "13:30"), ("13:30-13:45", "13:30"), ("1-30", "13:30"),
        ("11.30 - 12.30 pm", "11:30"), ("10.00 to 11.00am", "10:00"), ("9.30am \u2013 10am", "09:30"),
        ("noon - 1pm", "12:00"), ("11.45 until 12.15 p.m.", "11:45"),
    ],
)  # fmt: skip
def test_of_two_times_the_first_is_the_start(text: str, time: str) -> None:
    assert read_start(text) == time


@pytest.mark.parametrize("text", ["soon - 1pm", "1.30 - 25:00", "15 mins"])
def test_a_span_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(CannotDoError, match="not a time"):
        read_start(text)
