"""Actions: numbers, owners, due days, progress, one or many at once."""

from datetime import date, datetime

import pytest

from boardtool.data import actions as kept
from boardtool.data import agenda as kept_agenda
from boardtool.data.store import Store
from boardtool.domain.actions import Action, ActionStatus
from boardtool.domain.errors import CannotDoError
from boardtool.services import actions, agenda, boards, meetings

DAY = date(2022, 9, 6)
TODAY = date(2022, 9, 20)


@pytest.fixture
def board(store: Store) -> int:
    return boards.make(store, code="NNHWB", name="North Health and Wellbeing Board")


@pytest.fixture
def item(store: Store, board: int) -> int:
    meeting_id = meetings.plan(store, board_id=board, day=DAY)
    return agenda.add(store, meeting_id=meeting_id, subject="Strategy")


def action(store: Store, action_id: int) -> Action:
    with store.reading() as reading:
        return kept.by_id(reading, action_id)


def test_actions_are_numbered_by_the_day_of_their_meeting(store: Store, item: int) -> None:
    numbers = [actions.record(store, item_id=item, text=f"Thing {n}", owners=[]).number for n in range(3)]
    assert numbers == ["060922/01", "060922/02", "060922/03"]


def test_two_boards_that_meet_on_one_day_number_apart(store: Store, item: int) -> None:
    actions.record(store, item_id=item, text="North's", owners=[])
    west = boards.make(store, code="WNHWB", name="West Health and Wellbeing Board")
    meeting_id = meetings.plan(store, board_id=west, day=DAY)
    other = agenda.add(store, meeting_id=meeting_id, subject="Strategy")
    theirs = actions.record(store, item_id=other, text="West's", owners=[])
    assert theirs.ref == "WNHWB/060922/01"
    with store.reading() as reading:
        assert kept.by_ref(reading, "WNHWB/060922/01").text == "West's"
        with pytest.raises(CannotDoError, match="NNHWB/060922/01, WNHWB/060922/01"):
            kept.by_ref(reading, "060922/01")


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("16 Sep", date(2022, 9, 16)),
        ("20/09/2022", date(2022, 9, 20)),
        ("10 January", date(2023, 1, 10)),
        ("next board", date(2022, 12, 6)),
        ("", None),
    ],
)
def test_a_due_day_is_read_as_it_is_said(
    store: Store, board: int, item: int, words: str, due: date | None
) -> None:
    meetings.plan(store, board_id=board, day=date(2022, 12, 6))
    made = actions.record(store, item_id=item, text="Circulate the framework", owners=["DPH"], due=words)
    assert made.due == due


def test_next_board_needs_a_next_meeting(store: Store, item: int) -> None:
    with pytest.raises(CannotDoError, match="not planned yet"):
        actions.record(store, item_id=item, text="Report back", owners=[], due="next board")


def test_an_action_needs_words(store: Store, item: int) -> None:
    with pytest.raises(CannotDoError, match="needs words"):
        actions.record(store, item_id=item, text="  \u200b ", owners=[])


def test_progress_is_a_dated_history_and_puts_an_open_action_in_progress(store: Store, item: int) -> None:
    made = actions.record(store, item_id=item, text="Circulate", owners=["DPH"])
    actions.add_progress(store, action_ids=[made.id], text="Drafted", today=date(2022, 9, 10))
    actions.add_progress(store, action_ids=[made.id], text="Sent", today=date(2022, 9, 12))
    held = action(store, made.id)
    assert [(note.on, note.text) for note in held.notes] == [
        (date(2022, 9, 10), "Drafted"),
        (date(2022, 9, 12), "Sent"),
    ]
    assert (held.progress, held.status) == ("Sent", ActionStatus.IN_PROGRESS)


def test_many_are_completed_at_once_and_come_back_at_once(store: Store, item: int) -> None:
    made = [actions.record(store, item_id=item, text=f"Thing {n}", owners=[]).id for n in range(3)]
    actions.complete(store, action_ids=made, today=TODAY, text="All done")
    assert {action(store, each).completed_on for each in made} == {TODAY}
    store.undo()
    assert {action(store, each).status for each in made} == {ActionStatus.OPEN}
    assert {action(store, each).progress for each in made} == {""}


def test_reopening_forgets_the_day_of_completion(store: Store, item: int) -> None:
    made = actions.record(store, item_id=item, text="Thing", owners=[]).id
    actions.set_status(store, action_ids=[made], status=ActionStatus.COMPLETED, today=TODAY)
    actions.set_status(store, action_ids=[made], status=ActionStatus.OPEN, today=TODAY)
    assert action(store, made).completed_on is None


def test_owners_are_kept_in_their_order(store: Store, item: int) -> None:
    made = actions.record(store, item_id=item, text="Thing", owners=["B", "A"]).id
    assert action(store, made).owners == ("B", "A")
    actions.allocate(store, action_ids=[made], owners=["A"])
    assert action(store, made).owners == ("A",)


def test_an_action_between_meetings_carries_the_day_it_was_raised(store: Store, board: int) -> None:
    made = actions.raise_between_meetings(store, board_id=board, text="Book a room", owners=[], today=TODAY)
    assert (made.number, made.meeting_ref) == ("200922/01", "")


def test_an_action_knows_its_minute(store: Store, item: int) -> None:
    with store.reading() as reading:
        meeting_id = kept_agenda.item(reading, item).meeting_id
    meetings.open_meeting(store, meeting_id=meeting_id, now=datetime(2022, 9, 6, 13, 30))
    assert actions.record(store, item_id=item, text="Thing", owners=[]).minute == 1


def test_removing_a_meeting_keeps_its_actions_in_the_log(store: Store, item: int) -> None:
    made = actions.record(store, item_id=item, text="Thing", owners=[])
    assert made.meeting_id is not None
    meetings.remove(store, meeting_id=made.meeting_id)
    held = action(store, made.id)
    assert (held.number, held.meeting_ref) == ("060922/01", "")
