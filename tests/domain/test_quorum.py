"""Quorum: who is in the room, who of them counts, and how many are needed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtool.domain.boards import QuorumKind, QuorumRule
from boardtool.domain.meetings import Attendance, Capacity, Interest, InterestTier, Presence
from boardtool.domain.quorum import Quorum, counting, is_there, needed, out_for, quorum

SIX = QuorumRule(QuorumKind.NUMBER, number=6)


def a_member(number: int) -> Attendance:
    return Attendance(number, 1, f"Member {number}", "", presence=Presence.PRESENT)


SEVEN = tuple(map(a_member, range(7)))


def test_a_quorum_says_how_many_are_there_and_how_many_are_needed() -> None:
    found = quorum(SIX, SEVEN, voting_members=19)
    assert found == Quorum(6, 7)
    assert found.met
    assert found.sentence == "7 in the room, 6 needed"


def test_below_quorum_is_not_met() -> None:
    assert not quorum(SIX, SEVEN[:5], voting_members=19).met


def test_a_quorum_that_is_not_set_says_so_and_stops_nothing() -> None:
    found = quorum(QuorumRule(), (), voting_members=19)
    assert found.met
    assert found.sentence == "quorum not set"


@pytest.mark.parametrize(("members", "quarter"), [(19, 5), (20, 5), (21, 6), (0, 0)])
def test_a_fraction_of_the_membership_is_rounded_up(members: int, quarter: int) -> None:
    assert needed(QuorumRule(QuorumKind.FRACTION, numerator=1, denominator=4), members) == quarter


@pytest.mark.parametrize(
    "other",
    [
        replace(SEVEN[0], presence=Presence.BY_VIDEO),
        replace(SEVEN[0], presence=Presence.APOLOGIES),
        replace(SEVEN[0], presence=Presence.EXPECTED),
        replace(SEVEN[0], voting=False),
        replace(SEVEN[0], capacity=Capacity.OFFICER),
        replace(SEVEN[0], left_at="14:00"),
        replace(SEVEN[0], came_at="14:01"),
    ],
)
def test_only_voting_members_in_the_room_at_that_time_count(other: Attendance) -> None:
    assert counting([other, *SEVEN[1:]], at="14:00") == list(SEVEN[1:])


def test_those_by_video_count_where_the_board_says_so() -> None:
    by_video = replace(SEVEN[0], presence=Presence.BY_VIDEO)
    assert counting([by_video], remote_counts=True) == [by_video]


def test_a_substitute_counts_in_the_member_s_place_and_not_beside_them() -> None:
    substitute = replace(a_member(8), substitute_for="member 0")
    assert counting([substitute, *SEVEN[1:]]) == [substitute, *SEVEN[1:]]
    assert counting([substitute, *SEVEN]) == list(SEVEN)


def test_who_went_out_and_came_back_is_away_only_between() -> None:
    person = replace(SEVEN[0], left_at="14:10", came_at="14:30")
    assert [is_there(person, at) for at in ("13:30", "14:10", "14:29", "14:30")] == [True, False, False, True]


@pytest.mark.parametrize(
    ("tier", "stays"),
    [
        (InterestTier.PECUNIARY, False),
        (InterestTier.REGISTERABLE, False),
        (InterestTier.FINANCIAL, True),
    ],
)
def test_who_may_not_vote_for_an_interest_is_out_for_that_item_only(
    tier: InterestTier, *, stays: bool
) -> None:
    by_row = Interest(1, 1, 6, SEVEN[2].id, "Member 2", tier, "Owns shares", "left the room")
    by_name = replace(by_row, attendance_id=None, name="Member 3")
    assert out_for(7, [by_row, by_name], SEVEN) == frozenset()
    out = out_for(6, [by_row, by_name], SEVEN)
    assert out == (frozenset() if stays else frozenset({2, 3}))
    assert quorum(SIX, SEVEN, voting_members=19, out=out).counted == (7 if stays else 5)


@given(st.integers(0, 500), st.integers(1, 20), st.integers(1, 20))
def test_the_fraction_needed_is_the_least_whole_number_that_is_enough(
    members: int, top: int, bottom: int
) -> None:
    found = needed(QuorumRule(QuorumKind.FRACTION, numerator=top, denominator=bottom), members)
    assert found is not None
    assert (found - 1) * bottom < members * top <= found * bottom
