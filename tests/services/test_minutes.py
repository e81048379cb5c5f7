"""Minutes: typing folds, resolutions wait for agreement, approval locks."""

from datetime import date, datetime
from pathlib import Path

import docx
import pytest

from boardtool.data import agenda as kept_agenda
from boardtool.data import history, meetings
from boardtool.data import minutes as kept
from boardtool.data.store import Store
from boardtool.domain.errors import CannotDoError
from boardtool.domain.meetings import Status
from boardtool.domain.minutes import Minute
from boardtool.services import actions, agenda, boards, minutes
from boardtool.services import meetings as meeting_services
from boardtool.services.publishing import export_document

DAY = date(2022, 9, 6)
NOW = datetime(2022, 9, 6, 14, 4)


@pytest.fixture
def meeting(store: Store) -> int:
    board_id = boards.make(store, code="NNHWB", name="North Health and Wellbeing Board")
    meeting_id = meeting_services.plan(store, board_id=board_id, day=DAY)
    for subject in ("Apologies", "Strategy"):
        agenda.add(store, meeting_id=meeting_id, subject=subject)
    meeting_services.open_meeting(store, meeting_id=meeting_id, now=NOW)
    return meeting_id


def strategy(store: Store, meeting_id: int) -> Minute:
    with store.reading() as reading:
        return kept.of_meeting(reading, meeting_id)[1]


def test_typing_within_a_minute_is_one_thing_to_undo(store: Store, meeting: int) -> None:
    minute = strategy(store, meeting)
    for text in ("T", "The", "The Director"):
        minutes.write_narrative(store, minute_id=minute.id, text=text)
    assert strategy(store, meeting).narrative == "The Director"
    store.undo()
    assert not strategy(store, meeting).narrative
    store.redo()
    assert strategy(store, meeting).narrative == "The Director"


def test_typing_elsewhere_in_between_is_two_things_to_undo(store: Store, meeting: int) -> None:
    with store.reading() as reading:
        apologies, plan = kept.of_meeting(reading, meeting)
    minutes.write_narrative(store, minute_id=plan.id, text="One")
    minutes.write_narrative(store, minute_id=apologies.id, text="None")
    minutes.write_narrative(store, minute_id=plan.id, text="One two")
    store.undo()
    assert strategy(store, meeting).narrative == "One"


def test_several_resolutions_are_numbered_and_one_alone_is_not(store: Store, meeting: int) -> None:
    minute = strategy(store, meeting)
    minutes.resolve(store, minute_id=minute.id, text="notes the progress")
    assert [each.label for each in strategy(store, meeting).resolutions] == [""]
    minutes.resolve(store, minute_id=minute.id, text="supports the plan")
    assert [each.label for each in strategy(store, meeting).resolutions] == ["1)", "2)"]


def test_a_resolution_is_a_draft_until_agreed(store: Store, meeting: int) -> None:
    first = minutes.resolve(store, minute_id=strategy(store, meeting).id, text="notes the progress")
    assert strategy(store, meeting).resolutions[0].agreed_at is None
    minutes.agree(store, resolution_id=first, now=NOW)
    assert strategy(store, meeting).resolutions[0].agreed_at == NOW


def test_moving_a_resolution_renumbers_them(store: Store, meeting: int) -> None:
    minute = strategy(store, meeting)
    for text in ("first", "second", "third"):
        minutes.resolve(store, minute_id=minute.id, text=text)
    last = strategy(store, meeting).resolutions[2]
    minutes.move_resolution(store, resolution_id=last.id, to=0)
    assert [(each.label, each.text) for each in strategy(store, meeting).resolutions] == [
        ("1)", "third"),
        ("2)", "first"),
        ("3)", "second"),
    ]


def test_taking_an_item_ends_the_one_in_hand(store: Store, meeting: int) -> None:
    with store.reading() as reading:
        first, second = kept_agenda.items(reading, meeting)
    minutes.start_item(store, item_id=first.id, now=NOW)
    later = datetime(2022, 9, 6, 14, 6)
    minutes.start_item(store, item_id=second.id, now=later)
    with store.reading() as reading:
        first, second = kept_agenda.items(reading, meeting)
    assert (first.started_at, first.ended_at) == (NOW, later)
    assert (second.started_at, second.ended_at) == (later, None)


def approved(store: Store, meeting_id: int) -> None:
    meeting_services.close(store, meeting_id=meeting_id, now=NOW)
    minutes.circulate(store, meeting_id=meeting_id, today=date(2022, 9, 13))
    minutes.approve(store, meeting_id=meeting_id, on=date(2022, 11, 1))


def test_approved_minutes_are_locked_with_a_digest(store: Store, meeting: int) -> None:
    minute = strategy(store, meeting)
    resolution = minutes.resolve(store, minute_id=minute.id, text="notes")
    approved(store, meeting)
    with store.reading() as reading:
        sealed = meetings.by_id(reading, meeting)
    assert sealed.status is Status.APPROVED
    assert len(sealed.digest) == 64
    for attempt in (
        lambda: minutes.write_narrative(store, minute_id=minute.id, text="Afterthought"),
        lambda: minutes.change_resolution(store, resolution_id=resolution, text="rejects"),
        lambda: minutes.resolve(store, minute_id=minute.id, text="more"),
        lambda: agenda.add(store, meeting_id=meeting, subject="More"),
    ):
        with pytest.raises(CannotDoError, match="approved and locked"):
            attempt()


def test_an_action_lives_on_after_approval(store: Store, meeting: int) -> None:
    with store.reading() as reading:
        item = kept_agenda.items(reading, meeting)[1]
    action = actions.record(store, item_id=item.id, text="Circulate the framework", owners=["DPH"])
    approved(store, meeting)
    actions.complete(store, action_ids=[action.id], today=date(2022, 11, 2))
    with store.reading() as reading:
        assert kept.of_meeting(reading, meeting)[1].actions[0].completed_on == date(2022, 11, 2)


def test_circulating_fixes_the_numbers(store: Store, meeting: int) -> None:
    meeting_services.close(store, meeting_id=meeting, now=NOW)
    minutes.circulate(store, meeting_id=meeting, today=date(2022, 9, 13))
    with store.reading() as reading:
        board_id = meetings.by_id(reading, meeting).board_id
    boards.change(store, board_id=board_id, first_minute_number=90)
    assert strategy(store, meeting).number == 2


def test_a_draft_is_not_approved_before_it_was_circulated(store: Store, meeting: int) -> None:
    with pytest.raises(CannotDoError, match="Circulate the draft first"):
        minutes.approve(store, meeting_id=meeting, on=date(2022, 11, 1))


def test_the_label_of_a_step_is_what_undo_will_say(store: Store, meeting: int) -> None:
    minutes.resolve(store, minute_id=strategy(store, meeting).id, text="notes")
    with store.reading() as reading:
        assert history.reach(reading).undo == "Add resolution"


def test_what_is_recommended_is_drafted_once_and_waits_for_agreement(store: Store, meeting: int) -> None:
    minute = strategy(store, meeting)
    assert minute.item_id is not None
    with pytest.raises(CannotDoError, match="no recommendations"):
        minutes.draft_recommendations(store, minute_id=minute.id)
    agenda.change(store, item_id=minute.item_id, recommendations="- Note the plan.\n- Approve the budget.")
    minutes.resolve(store, minute_id=minute.id, text="Notes the plan")
    assert minutes.draft_recommendations(store, minute_id=minute.id) == 1
    drafted = strategy(store, meeting).resolutions
    assert [(each.text, each.agreed_at) for each in drafted] == [
        ("Notes the plan", None),
        ("approves the budget", None),
    ]
    with pytest.raises(CannotDoError, match="stands here already"):
        minutes.draft_recommendations(store, minute_id=minute.id)
    store.undo()
    assert len(strategy(store, meeting).resolutions) == 1


def in_private(store: Store, meeting: int) -> Minute:
    """The second item's minute, whose item is exempt and was minuted."""
    minute = strategy(store, meeting)
    assert minute.item_id is not None
    agenda.mark_exempt(
        store, item_id=minute.item_id, paragraphs="3", public_interest="Prices.", public_title="A lease"
    )
    minutes.write_narrative(store, minute_id=minute.id, text="Zanzibar Holdings asks for more rent.")
    return minute


def test_the_open_minutes_hold_the_summary_of_an_exempt_minute_and_nothing_else(
    store: Store, meeting: int, tmp_path: Path
) -> None:
    minute = in_private(store, meeting)

    def public_text() -> str:
        with store.reading() as reading:
            target = tmp_path / "minutes.docx"
            export_document(reading, kind="minutes", what="NNHWB/2022-09-06", path=target, today=DAY)
        return "\n".join(paragraph.text for paragraph in docx.Document(str(target)).paragraphs)

    assert "lease" not in public_text()
    minutes.summarise(store, minute_id=minute.id, text=" The Board agreed a lease in private. \n")
    said = public_text()
    assert "2. A lease" in said
    assert "The Board agreed a lease in private." in said
    assert "Zanzibar" not in said
    store.undo()
    assert "lease" not in public_text()


def test_minutes_are_not_approved_while_the_open_ones_say_nothing_of_what_was_done_in_private(
    store: Store, meeting: int
) -> None:
    minute = in_private(store, meeting)
    with pytest.raises(CannotDoError, match=r"say nothing of Minute 2\. Write for the public .* \(R18\)"):
        approved(store, meeting)
    minutes.summarise(store, minute_id=minute.id, text="The Board agreed a lease in private.")
    minutes.approve(store, meeting_id=meeting, on=date(2022, 11, 1))
    with pytest.raises(CannotDoError, match="approved and locked"):
        minutes.summarise(store, minute_id=minute.id, text="")
