"""The clock of a meeting against its plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st

from boardtool.domain.live import against_plan, in_hand, next_item, spent
from boardtool.domain.meetings import AgendaItem, Meeting

MEETING = Meeting(
    1, 1, "NNHWB", "North", date(2022, 9, 6), "13:30", "Corby", opened_at=datetime(2022, 9, 6, 13, 30)
)
LENGTHS = (2, 3, 2, 3, 5, 20, 15)
STARTS = ("13:30", "13:32", "13:35", "13:37", "13:40", "13:45", "14:05")


def at(clock: str) -> datetime:
    hour, minute = map(int, clock.split(":"))
    return datetime(2022, 9, 6, hour, minute)


def agenda(*times: str) -> list[AgendaItem]:
    """Items of which the first ones were started at these times, the last of them being in hand."""
    ends = [*times[1:], None]
    taken = [*zip(times, ends, strict=False), *[(None, None)] * len(LENGTHS)]
    return [
        AgendaItem(
            place + 1,
            1,
            place,
            f"{place + 1:02}",
            f"Item {place + 1}",
            length=length,
            start=start,
            started_at=at(begun) if begun else None,
            ended_at=at(ended) if ended else None,
        )
        for place, (length, start, (begun, ended)) in enumerate(zip(LENGTHS, STARTS, taken, strict=False))
    ]


SIX_IN_HAND = agenda("13:30", "13:31", "13:33", "13:35", "13:39", "13:55")


def test_the_real_meeting_at_seven_past_two_is_ten_minutes_behind() -> None:
    plan = against_plan(MEETING, SIX_IN_HAND, at("14:07"))
    assert (plan.spent, plan.planned) == (12, 20)
    assert plan.sentence == "10 min behind"
    assert (plan.expected_close, plan.planned_close) == ("14:30", "14:20")
    assert [item.taken for item in plan.items] == [1, 2, 2, 4, 16, None, None]
    assert [item.overran for item in plan.items] == [False, False, False, False, True, False, False]
    assert plan.items[6].start == "14:15"


def test_an_item_that_takes_too_long_pushes_the_rest_with_every_minute() -> None:
    assert against_plan(MEETING, SIX_IN_HAND, at("14:20")).behind == 15
    assert against_plan(MEETING, SIX_IN_HAND, at("14:21")).behind == 16


def test_short_items_put_the_meeting_ahead() -> None:
    plan = against_plan(MEETING, agenda("13:30", "13:31", "13:32", "13:33", "13:34", "13:35"), at("13:36"))
    assert plan.sentence == "10 min ahead"


def test_before_it_is_opened_a_meeting_is_on_plan_until_its_time_has_come() -> None:
    waiting = replace(MEETING, opened_at=None)
    assert against_plan(waiting, agenda(), at("13:00")).sentence == "on plan"
    assert against_plan(waiting, agenda(), at("13:35")).behind == 5
    assert against_plan(waiting, agenda(), datetime(2022, 8, 24, 16, 42)).sentence == "on plan"


def test_what_is_carried_forward_takes_no_time() -> None:
    items = [*SIX_IN_HAND[:6], replace(SIX_IN_HAND[6], outcome="carried forward")]
    assert against_plan(MEETING, items, at("14:07")).expected_close == "14:15"
    assert next_item(items, items[5].id) is None


def test_a_closed_meeting_ended_when_it_ended() -> None:
    closed = replace(MEETING, closed_at=at("14:40"))
    plan = against_plan(closed, agenda("13:30", "13:31")[:1], at("18:00"))
    assert plan.expected_close == "14:40"


def test_the_item_in_hand_is_the_one_whose_clock_runs() -> None:
    assert in_hand(agenda()) is None
    assert in_hand(SIX_IN_HAND) == SIX_IN_HAND[5]
    assert next_item(SIX_IN_HAND, 6) == SIX_IN_HAND[6]
    assert next_item(agenda(), None) == agenda()[0]


def test_a_clock_set_back_makes_no_minutes_negative() -> None:
    assert spent(SIX_IN_HAND[5], at("13:50")) == 0


@given(st.integers(0, 119))
def test_time_never_brings_the_close_nearer(minutes: int) -> None:
    now = 13 * 60 + 55 + minutes
    before = against_plan(MEETING, SIX_IN_HAND, at(f"{now // 60}:{now % 60}")).behind
    after = against_plan(MEETING, SIX_IN_HAND, at(f"{(now + 1) // 60}:{(now + 1) % 60}")).behind
    assert before <= after <= before + 1
