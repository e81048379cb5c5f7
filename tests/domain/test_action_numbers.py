from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtool.domain.action_numbers import ActionNumber, action_number, read_action_number


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.integers(1, 300))
def test_every_number_that_is_given_is_read_again(day: date, ordinal: int) -> None:
    number = action_number(day, ordinal)
    assert read_action_number(number.text) == (number, "")


@pytest.mark.parametrize(
    ("written", "note"),
    [
        ("50722/01", "read as 050722/01: the leading zero was lost"),
        ("050722/1", "read as 050722/01"),
        ("050722 / 01", "read as 050722/01"),
    ],
)
def test_a_spoilt_number_is_read_as_it_is_meant_and_said(written: str, note: str) -> None:
    assert read_action_number(written) == (ActionNumber("050722/01", date(2022, 7, 5), 1), note)


@pytest.mark.parametrize("written", ["HWB-1", "310222/01", "7", "050722", "050722/01a", "2022/05"])
def test_another_form_is_kept_as_it_is_written(written: str) -> None:
    assert read_action_number(f" {written} ") == (ActionNumber(written), "")


def test_numbers_are_sorted_by_the_day_of_their_meeting() -> None:
    written = ["010223/01", "100322/03", "050722/10", "050722/02", "A1"]
    numbers = sorted((read_action_number(one)[0] for one in written), key=lambda number: number.sort_key)
    assert [number.text for number in numbers] == ["A1", "100322/03", "050722/02", "050722/10", "010223/01"]
