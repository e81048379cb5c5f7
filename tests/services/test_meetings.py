"""Planning, opening and closing meetings."""

from datetime import date, datetime

import pytest

from boardtool.data import agenda as kept_agenda
from boardtool.data import attendance as kept_attendance
from boardtool.data import meetings as kept
from boardtool.data import minutes as kept_minutes
from boardtool.data.store import Store
from boardtool.domain.boards import Mode
from boardtool.domain.errors import CannotDoError
from boardtool.domain.meetings import Capacity, Presence, Status
from boardtool.domain.people import Role
from boardtool.services import agenda, boards, meetings, people

JULY, SEPTEMBER = date(2022, 7, 5), date(2022, 9, 6)
HALF_PAST_ONE = datetime(2022, 9, 6, 13, 30)


@pytest.fixture
def board(store: Store) -> int:
    return boards.make(store, code="NNHWB", name="North Health and Wellbeing Board")


def subjects(store: Store, meeting_id: int) -> list[str]:
    with store.reading() as reading:
        return [item.subject for item in kept_agenda.items(reading, meeting_id)]


def test_a_meeting_takes_the_boards_usual_time_and_place(store: Store, board: int) -> None:
    boards.change(store, board_id=board, usual_place="Council Chamber", usual_start="13:30")
    meeting_id = meetings.plan(store, board_id=board, day=SEPTEMBER)
    with store.reading() as reading:
        meeting = kept.by_id(reading, meeting_id)
    assert (meeting.start, meeting.place, meeting.ref) == ("13:30", "Council Chamber", "NNHWB/2022-09-06")


def test_from_last_brings_standing_items_the_last_minutes_and_what_was_carried_forward(
    store: Store, board: int
) -> None:
    july = meetings.plan(store, board_id=board, day=JULY, from_last=True)
    deferred = agenda.add(store, meeting_id=july, subject="Outcomes framework", presenters=["DPH"], length=15)
    agenda.carry_forward(store, item_id=deferred)
    september = meetings.plan(store, board_id=board, day=SEPTEMBER, from_last=True)
    assert subjects(store, september) == [
        "Apologies for non-attendance",
        "Notification of requests to address the meeting",
        "Members' Declarations of Interests",
        "Minutes from the Previous Meeting Held on 5 July 2022",
        "Action Log",
        "Outcomes framework",
        "Close public meeting",
    ]
    with store.reading() as reading:
        brought = kept_agenda.items(reading, september)[5]
    assert brought.carried_from == "NNHWB/2022-07-05 item 06"
    assert (brought.presenters, brought.length) == (("DPH",), 15)


def test_from_last_expects_those_who_are_members_on_the_day(store: Store, board: int) -> None:
    people.add_member(store, board_id=board, name="Chair of the Board", role=Role.CHAIR)
    people.add_member(store, board_id=board, name="Gone in spring", ends=date(2022, 5, 1))
    people.add_member(store, board_id=board, name="Business Manager", role=Role.OFFICER)
    people.add_member(store, board_id=board, name="A substitute", role=Role.SUBSTITUTE)
    meeting_id = meetings.plan(store, board_id=board, day=SEPTEMBER, from_last=True)
    with store.reading() as reading:
        listed = kept_attendance.of_meeting(reading, meeting_id)
    assert [(person.name, person.capacity, person.chairing) for person in listed] == [
        ("Chair of the Board", Capacity.MEMBER, True),
        ("Business Manager", Capacity.OFFICER, False),
    ]
    assert {person.presence for person in listed} == {Presence.EXPECTED}


def test_a_board_cannot_meet_twice_on_one_day(store: Store, board: int) -> None:
    meetings.plan(store, board_id=board, day=SEPTEMBER)
    with pytest.raises(CannotDoError, match="meets on 6 September 2022 already"):
        meetings.plan(store, board_id=board, day=SEPTEMBER)


def test_opening_gives_every_item_its_minute_so_numbers_do_not_move(store: Store, board: int) -> None:
    boards.change(store, board_id=board, first_minute_number=42)
    meeting_id = meetings.plan(store, board_id=board, day=SEPTEMBER, from_last=True)
    meetings.open_meeting(store, meeting_id=meeting_id, now=HALF_PAST_ONE)
    with store.reading() as reading:
        assert kept.by_id(reading, meeting_id).status is Status.IN_SESSION
        numbers = [minute.number for minute in kept_minutes.of_meeting(reading, meeting_id)]
    assert numbers == [42, 43, 44, 45, 46, 47]


@pytest.mark.parametrize(("mode", "lead"), [(Mode.STATUTORY, "the Board"), (Mode.WORKING_GROUP, "the Group")])
def test_a_working_group_resolves_as_a_group(store: Store, board: int, mode: Mode, lead: str) -> None:
    boards.change(store, board_id=board, mode=mode)
    meeting_id = meetings.plan(store, board_id=board, day=SEPTEMBER, from_last=True)
    meetings.open_meeting(store, meeting_id=meeting_id, now=HALF_PAST_ONE)
    with store.reading() as reading:
        assert {minute.lead for minute in kept_minutes.of_meeting(reading, meeting_id)} == {lead}


def test_opening_twice_changes_nothing(store: Store, board: int) -> None:
    meeting_id = meetings.plan(store, board_id=board, day=SEPTEMBER, from_last=True)
    meetings.open_meeting(store, meeting_id=meeting_id, now=HALF_PAST_ONE)
    meetings.open_meeting(store, meeting_id=meeting_id, now=datetime(2022, 9, 6, 15, 0))
    with store.reading() as reading:
        assert kept.by_id(reading, meeting_id).opened_at == HALF_PAST_ONE


def test_a_held_meeting_neither_moves_nor_is_cancelled(store: Store, board: int) -> None:
    meeting_id = meetings.plan(store, board_id=board, day=SEPTEMBER, from_last=True)
    meetings.open_meeting(store, meeting_id=meeting_id, now=HALF_PAST_ONE)
    with pytest.raises(CannotDoError, match="cannot move"):
        meetings.move(store, meeting_id=meeting_id, day=JULY)
    with pytest.raises(CannotDoError, match="cannot be cancelled"):
        meetings.cancel(store, meeting_id=meeting_id)


def test_a_cancelled_meeting_opens_only_when_reinstated(store: Store, board: int) -> None:
    meeting_id = meetings.plan(store, board_id=board, day=SEPTEMBER)
    meetings.cancel(store, meeting_id=meeting_id)
    with pytest.raises(CannotDoError, match="Reinstate it first"):
        meetings.open_meeting(store, meeting_id=meeting_id, now=HALF_PAST_ONE)
    meetings.reinstate(store, meeting_id=meeting_id)
    meetings.open_meeting(store, meeting_id=meeting_id, now=HALF_PAST_ONE)


def test_closing_ends_the_item_in_hand_and_leaves_a_draft(store: Store, board: int) -> None:
    from boardtool.services import minutes

    meeting_id = meetings.plan(store, board_id=board, day=SEPTEMBER, from_last=True)
    meetings.open_meeting(store, meeting_id=meeting_id, now=HALF_PAST_ONE)
    with store.reading() as reading:
        first = kept_agenda.items(reading, meeting_id)[0]
    minutes.start_item(store, item_id=first.id, now=HALF_PAST_ONE)
    meetings.close(store, meeting_id=meeting_id, now=datetime(2022, 9, 6, 16, 43))
    with store.reading() as reading:
        assert kept_agenda.item(reading, first.id).ended_at == datetime(2022, 9, 6, 16, 43)
        assert kept.by_id(reading, meeting_id).status is Status.DRAFT
