"""Who is at a meeting."""

from datetime import date

import pytest

from boardtool.data import attendance as kept
from boardtool.data.store import Store
from boardtool.domain.errors import CannotDoError
from boardtool.domain.meetings import Attendance, Capacity, InterestTier, Presence
from boardtool.services import attendance, boards, meetings, people


@pytest.fixture
def meeting(store: Store) -> int:
    board_id = boards.make(store, code="NNHWB", name="North Health and Wellbeing Board")
    for name in ("Chair", "Director of Public Health"):
        people.add_member(store, board_id=board_id, name=name, listed_as="North Northamptonshire Council")
    return meetings.plan(store, board_id=board_id, day=date(2022, 9, 6), from_last=True)


def listed(store: Store, meeting_id: int) -> list[Attendance]:
    with store.reading() as reading:
        return kept.of_meeting(reading, meeting_id)


def test_everybody_expected_is_present_in_one_go(store: Store, meeting: int) -> None:
    chair, director = listed(store, meeting)
    attendance.set_presence(store, meeting_id=meeting, attendance_id=director.id, presence=Presence.APOLOGIES)
    attendance.everyone_present(store, meeting_id=meeting)
    assert [person.presence for person in listed(store, meeting)] == [Presence.PRESENT, Presence.APOLOGIES]
    assert chair.name == "Chair"


def test_coming_and_going_has_its_times(store: Store, meeting: int) -> None:
    chair = listed(store, meeting)[0]
    attendance.came(store, meeting_id=meeting, attendance_id=chair.id, at="1.45")
    attendance.left(store, meeting_id=meeting, attendance_id=chair.id, at="3.30pm")
    gone = listed(store, meeting)[0]
    assert (gone.presence, gone.came_at, gone.left_at) == (Presence.PRESENT, "13:45", "15:30")


def test_nobody_leaves_before_they_came_or_without_being_here(store: Store, meeting: int) -> None:
    chair, director = listed(store, meeting)
    attendance.came(store, meeting_id=meeting, attendance_id=chair.id, at="14:00")
    with pytest.raises(CannotDoError, match="cannot have left at 13:50"):
        attendance.left(store, meeting_id=meeting, attendance_id=chair.id, at="13:50")
    with pytest.raises(CannotDoError, match="not marked as here"):
        attendance.left(store, meeting_id=meeting, attendance_id=director.id, at="15:00")


def test_a_substitute_stands_in_and_the_member_sends_apologies(store: Store, meeting: int) -> None:
    director = listed(store, meeting)[1]
    attendance.substitute(
        store, meeting_id=meeting, attendance_id=director.id, name="Deputy Director of Public Health"
    )
    _, member, deputy = listed(store, meeting)
    assert member.presence is Presence.APOLOGIES
    assert (deputy.presence, deputy.substitute_for, deputy.capacity) == (
        Presence.PRESENT,
        "Director of Public Health",
        Capacity.MEMBER,
    )


def test_officers_are_listed_after_members(store: Store, meeting: int) -> None:
    attendance.add(store, meeting_id=meeting, name="Business Manager")
    assert [person.capacity for person in listed(store, meeting)][-1] is Capacity.OFFICER


def test_an_interest_is_kept_with_what_was_done(store: Store, meeting: int) -> None:
    chair = listed(store, meeting)[0]
    attendance.declare_interest(
        store,
        meeting_id=meeting,
        name=chair.name,
        attendance_id=chair.id,
        tier=InterestTier.REGISTERABLE,
        nature="Trustee of a provider",
        did="stayed, did not vote",
    )
    with store.reading() as reading:
        (declared,) = kept.interests(reading, meeting)
    assert (declared.name, declared.tier) == ("Chair", InterestTier.REGISTERABLE)
    attendance.withdraw_interest(store, meeting_id=meeting, interest_id=declared.id)
    with store.reading() as reading:
        assert kept.interests(reading, meeting) == []


def test_one_person_chairs(store: Store, meeting: int) -> None:
    chair, director = listed(store, meeting)
    attendance.set_chairing(store, meeting_id=meeting, attendance_id=director.id)
    assert [person.chairing for person in listed(store, meeting)] == [False, True]
    assert chair.id != director.id
