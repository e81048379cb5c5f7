"""Until when a board takes requests to address it, and what minutes say of those who were heard."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtool.domain.notice import DayRules
from boardtool.domain.requests_to_address import (
    Decision,
    RequestToAddress,
    SpeakingRules,
    Spoke,
    heard,
    heard_sentence,
    minutes_allotted,
)

CAME = datetime(2022, 9, 1, 9, 30)


def a_request(name: str, decision: Decision = Decision.ACCEPTED, **values: object) -> RequestToAddress:
    return RequestToAddress(1, 1, name, CAME, decision=decision, **values)  # type: ignore[arg-type]  # tests


@pytest.mark.parametrize(
    ("meeting", "closes"),
    [
        (date(2023, 10, 19), datetime(2023, 10, 16, 17)),  # a Thursday: 5 pm on the Monday before
        (date(2022, 9, 6), datetime(2022, 9, 1, 17)),  # a Tuesday: the weekend counts for nothing
        (date(2022, 8, 31), datetime(2022, 8, 25, 17)),  # nor does the Summer bank holiday, 29 August
    ],
)
def test_requests_close_at_five_two_full_working_days_before(meeting: date, closes: datetime) -> None:
    assert SpeakingRules().closes(meeting, DayRules()) == closes


def test_a_board_may_have_other_rules() -> None:
    rules = SpeakingRules(clear_days=0, closes_at="12:00")
    assert rules.closes(date(2022, 9, 6), DayRules()) == datetime(2022, 9, 5, 12)


@given(st.integers(0, 10))
def test_so_many_full_days_lie_between_the_close_and_the_meeting(days: int) -> None:
    meeting, rules = date(2022, 9, 6), DayRules()
    closes = SpeakingRules(clear_days=days).closes(meeting, rules)
    assert rules.between(closes.date(), meeting) == days


def test_minutes_name_those_who_were_heard_by_name_alone() -> None:
    requests = [
        a_request("Ann Lee", organisation="Age Well", contact="ann@lee.example"),
        a_request("Bo Hall", Decision.DECLINED),
        a_request("Cy Dean", spoke=Spoke.NO),
        a_request("Di Fox", spoke=Spoke.YES),
        a_request("Ed Gray", Decision.WITHDRAWN),
    ]
    assert heard_sentence(heard(requests)) == "(Ann Lee and Di Fox addressed the meeting.)"
    assert heard_sentence(heard(requests[1:3])) == ""


def test_only_those_accepted_take_time() -> None:
    requests = [a_request("Ann", minutes=3), a_request("Bo", minutes=5), a_request("Cy", Decision.DECLINED)]
    assert minutes_allotted(requests) == 8
