"""The live minutes page, by the keyboard in a real window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from boardtool.domain.meetings import Presence
from boardtool.services import attendance, meetings, minutes

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.live.conftest import Live

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_the_caret_stands_in_the_narrative_of_the_item_in_hand(live: Live) -> None:
    assert live.focus() is live.page.minute.narrative
    assert live.page.items.lines[1].state == "in hand"
    live.type("The Place Director introduced the item")
    live.until(lambda: live.narrative() == "The Place Director introduced the item")


def test_enter_opens_a_planned_meeting_and_takes_its_first_item(planned: Live) -> None:
    assert planned.focus() is planned.page.minute.title.button
    planned.key(KEY.Key_Return)
    planned.until(lambda: planned.focus() is planned.page.minute.narrative)
    assert planned.sql("SELECT status FROM meeting WHERE opened_at IS NOT NULL") == [("in session",)]
    assert [line.state for line in planned.page.items.lines] == ["in hand", "to come", "to come"]
    planned.type("Apologies were received.")
    planned.until(lambda: planned.narrative("Apologies") == "Apologies were received.")


def test_ctrl_enter_goes_on_to_the_next_item_after_what_was_typed_is_written(live: Live) -> None:
    live.type("Typed just before")
    live.key(KEY.Key_Return, CTRL)
    assert live.narrative() == "Typed just before"
    assert [line.state for line in live.page.items.lines] == ["taken", "taken", "in hand"]
    assert live.page.items.lines[1].time == "12 min"
    live.type("Of the fund")
    live.until(lambda: live.narrative("Better Care Fund Plan") == "Of the fund")


def test_ctrl_enter_at_the_last_item_closes_the_meeting(live: Live) -> None:
    live.key(KEY.Key_Return, CTRL)
    assert live.page.minute.title.button.text() == "Close the meeting"
    live.key(KEY.Key_Return, CTRL)
    assert live.sql("SELECT status FROM meeting WHERE closed_at IS NOT NULL") == [("minutes draft",)]
    assert not live.page.minute.title.button.isVisible()


def test_looking_at_another_item_does_not_take_it_and_shows_the_words_typed_last(live: Live) -> None:
    live.type("First words")
    live.key(KEY.Key_Up, ALT)
    assert live.page.minute.title._subject.text() == "Apologies"
    assert live.page.minute.title.button.text() == "Back to item 2"
    live.key(KEY.Key_Down, ALT)
    assert live.page.minute.narrative.markdown == "First words"
    assert live.page.items.lines[1].state == "in hand"


def test_f6_walks_the_panes_and_escape_returns_to_the_narrative(live: Live) -> None:
    seen = []
    for _pane in range(4):
        seen.append(live.focus())
        live.key(KEY.Key_F6)
    assert live.page.minute.narrative in seen
    assert live.page.room.people in seen
    assert live.page.items._list in seen
    live.key(KEY.Key_F6)
    live.key(KEY.Key_Escape)
    assert live.focus() is live.page.minute.narrative


def test_f9_stamps_the_time_into_the_narrative(live: Live) -> None:
    live.type("Left the room")
    live.key(KEY.Key_F9)
    live.type("and came back")
    live.until(lambda: live.narrative() == "Left the room 14:07 and came back")


def test_a_phrase_is_found_by_a_few_letters_and_filled_in(live: Live) -> None:
    live.key(KEY.Key_Space, CTRL)
    live.type("introduced high")
    live.key(KEY.Key_Return)
    live.type("the first point")
    live.until(lambda: "- the first point" in live.narrative())
    assert "the Director of Place introduced the report" in live.narrative()


def test_the_header_says_how_the_meeting_stands(live: Live) -> None:
    header = live.page.live_header
    assert header._time.text() == "14:07"
    assert header._spent.text() == "12"
    assert header._of.text() == "of 20 min"
    assert header._plan.text() == "15 min behind"
    assert header._close.text() == "2.25 pm"
    live.clock.forward(minutes=10)
    live.until(lambda: header._time.text() == "14:17")
    assert header._spent.text() == "22"
    assert header._plan.text() == "17 min behind"


def test_undo_takes_the_newest_typing_back_in_the_box_then_the_step_before_it(live: Live) -> None:
    live.key(KEY.Key_F7)
    live.type("notes the report")
    live.key(KEY.Key_Return)
    live.key(KEY.Key_Escape)
    assert live.focus() is live.page.minute.narrative
    live.type("Words")
    live.until(lambda: live.narrative() == "Words")
    live.key(KEY.Key_Z, CTRL)
    live.until(lambda: not live.narrative())
    assert live.sql("SELECT count(*) FROM resolution") == [(1,)]


def test_after_an_undo_in_the_store_the_box_shows_what_the_store_has(
    live: Live, open_window: Callable[[], Live]
) -> None:
    live.type("Typed before the restart")
    again = open_window()
    assert again.page.minute.narrative.markdown == "Typed before the restart"
    again.session.context.undo.undo.trigger()
    again.until(lambda: not again.page.minute.narrative.markdown)
    assert not again.narrative()
    again.session.context.undo.redo.trigger()
    again.until(lambda: again.page.minute.narrative.markdown == "Typed before the restart")


def test_the_caret_stays_where_it_is_when_others_change_the_meeting(live: Live) -> None:
    live.type("The Place Director")
    live.settle()
    live.key(KEY.Key_Left, times=8)
    place = live.page.minute.narrative.textCursor().position()
    with live.store.reading() as reading:
        from boardtool.data import attendance as kept
        from boardtool.data import meetings as held

        meeting_id = held.by_ref(reading, "NNHWB/2022-09-06").id
        person = kept.of_meeting(reading, meeting_id)[0]
    attendance.set_presence(
        live.store, meeting_id=meeting_id, attendance_id=person.id, presence=Presence.PRESENT
    )
    live.settle()
    live.type("new ")
    live.until(lambda: live.narrative() == "The Place new Director")
    assert live.page.minute.narrative.textCursor().position() == place + 4


def test_approved_minutes_can_be_read_and_not_changed(live: Live) -> None:
    live.type("As it was said")
    live.settle()
    live.until(lambda: bool(live.narrative()))
    meeting_id = live.page.shown_state.meeting.id
    at = live.page.shown_state.items[1].started_at
    assert at is not None
    meetings.close(live.store, meeting_id=meeting_id, now=at)
    minutes.circulate(live.store, meeting_id=meeting_id, today=at.date())
    minutes.approve(live.store, meeting_id=meeting_id, on=at.date().replace(month=12))
    live.until(live.page.minute.narrative.isReadOnly)
    assert live.page.strip.isVisible()
    assert "locked" in live.page.strip.accessibleName()
    assert not live.page.minute.action_lines.entry.isVisible()
    live.type("more")
    live.settle()
    assert live.narrative() == "As it was said"


def test_in_a_narrow_window_the_room_folds_and_a_key_brings_it_back(live: Live) -> None:
    assert live.page.room.isVisible()
    live.window.resize(1000, 700)
    live.settle()
    assert not live.page.room.isVisible()
    live.key(KEY.Key_F4)
    assert live.page.room.isVisible()


def test_the_status_bar_names_the_keys_of_the_place(live: Live) -> None:
    def named() -> list[str]:
        return [hint.words for hint in live.page.key_hints()]

    assert named() == ["next pane", "time stamp", "room view"]
    live.key(KEY.Key_F8)
    assert named() == ["who, when", "record", "narrative"]
    live.key(KEY.Key_F7)
    assert named() == ["agree", "move", "narrative"]
    live.page.room.people.setFocus()
    assert named()[0] == "present, video, apologies"


def test_every_control_has_a_name_for_a_screen_reader(live: Live) -> None:
    live.key(KEY.Key_F7)
    live.type("notes the report")
    live.key(KEY.Key_Return)
    live.key(KEY.Key_F8)
    live.type("Circulate the framework")
    live.key(KEY.Key_Return)
    nameless = [
        widget
        for widget in live.page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []


def test_without_a_meeting_the_page_says_what_to_do(live: Live) -> None:
    meeting_id = live.page.shown_state.meeting.id
    with live.store.reading() as reading:
        from boardtool.data import meetings as held

        others = [each.id for each in held.every(reading) if each.id != meeting_id]
    for each in (meeting_id, *others):
        meetings.remove(live.store, meeting_id=each)
    from boardtool.ui.places import Place

    live.window.go(Place("live"))
    live.until(live.page._panes.empty.isVisible)
    assert "Plan one" in live.page._panes.empty.accessibleName()
