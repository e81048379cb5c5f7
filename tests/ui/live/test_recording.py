"""Resolutions, actions and the room, recorded by keys and read from the file by another program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from boardtool.services import agenda
from boardtool.ui.live.interests import InterestWindow

if TYPE_CHECKING:
    from tests.ui.live.conftest import Live

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
RESOLUTIONS = "SELECT text, agreed_at IS NOT NULL FROM resolution ORDER BY position"
ACTIONS = "SELECT number, text, due FROM action ORDER BY ordinal"
ATTENDANCE = "SELECT name, presence, came_at, left_at FROM attendance ORDER BY position"


def test_f7_and_enter_add_one_resolution_after_the_other(live: Live) -> None:
    live.key(KEY.Key_F7)
    live.type("notes the progress; and")
    live.key(KEY.Key_Return)
    live.type("supports the plan.")
    live.key(KEY.Key_Return)
    live.key(KEY.Key_Return)
    assert live.sql(RESOLUTIONS) == [("notes the progress; and", 0), ("supports the plan.", 0)]
    assert live.focus() is live.page.minute.narrative


def test_shift_f7_drafts_what_the_report_recommends(live: Live) -> None:
    item_id = live.page._shown
    assert item_id is not None
    agenda.change(live.store, item_id=item_id, recommendations="- Note the report.\n- Approve the plan.")
    live.settle()
    live.key(KEY.Key_F7, SHIFT)
    assert live.sql(RESOLUTIONS) == [("notes the report", 0), ("approves the plan", 0)]
    live.key(KEY.Key_F7, SHIFT)
    assert len(live.sql(RESOLUTIONS)) == 2


def test_a_resolution_is_agreed_and_made_a_draft_again_by_keys(live: Live) -> None:
    live.key(KEY.Key_F7)
    live.type("notes the progress")
    live.key(KEY.Key_Return)
    live.key(KEY.Key_Up)
    live.key(KEY.Key_Return, CTRL | SHIFT)
    assert live.sql("SELECT agreed_at FROM resolution") == [("2022-09-06 14:07:31.000000",)]
    (row,) = live.page.minute.resolutions._rows.values()
    assert row.status.text() == "agreed 14:07"
    row.status.setFocus()
    live.key(KEY.Key_Space)
    assert live.sql("SELECT agreed_at FROM resolution") == [(None,)]
    assert row.status.text() == "draft, not on screen"


def test_from_the_narrative_the_newest_resolution_is_agreed(live: Live) -> None:
    for text in ("first", "second"):
        live.key(KEY.Key_F7)
        live.type(text)
        live.key(KEY.Key_Return)
    live.key(KEY.Key_Escape)
    live.key(KEY.Key_Return, CTRL | SHIFT)
    assert live.sql(RESOLUTIONS) == [("first", 0), ("second", 1)]


def test_resolutions_change_places_and_words_where_they_stand(live: Live) -> None:
    live.key(KEY.Key_F7)
    for text in ("first", "second"):
        live.type(text)
        live.key(KEY.Key_Return)
    live.key(KEY.Key_Up)
    live.key(KEY.Key_Up, ALT)
    assert live.sql(RESOLUTIONS) == [("second", 0), ("first", 0)]
    live.type(" thoughts")
    live.key(KEY.Key_Return)
    assert live.sql(RESOLUTIONS) == [("second thoughts", 0), ("first", 0)]


def test_a_resolution_without_words_goes_and_can_be_brought_back(live: Live) -> None:
    live.key(KEY.Key_F7)
    live.type("a mistake")
    live.key(KEY.Key_Return)
    live.key(KEY.Key_Up)
    live.key(KEY.Key_A, CTRL)
    live.key(KEY.Key_Delete)
    live.key(KEY.Key_Return)
    assert live.sql(RESOLUTIONS) == []
    live.key(KEY.Key_Z, CTRL)
    assert live.sql(RESOLUTIONS) == [("a mistake", 0)]


def test_a_resolution_left_unfinished_is_kept_as_a_draft(live: Live) -> None:
    live.key(KEY.Key_F7)
    live.type("half a sent")
    live.key(KEY.Key_F8)
    assert live.sql(RESOLUTIONS) == [("half a sent", 0)]


def test_the_lead_is_changed_where_it_stands(live: Live) -> None:
    lead = live.page.minute.resolutions._lead
    assert lead.text() == "the Board:"
    lead.setFocus()
    live.key(KEY.Key_A, CTRL)
    live.type("members:")
    live.key(KEY.Key_Return)
    assert ("members",) in live.sql("SELECT lead FROM minute")


def test_an_action_is_what_tab_who_tab_when_enter(live: Live) -> None:
    live.key(KEY.Key_F8)
    live.type("Circulate the outcomes framework")
    live.key(KEY.Key_Tab)
    live.type("director pub")
    assert live.page.minute.action_lines.entry.who.offered == ["Director of Public Health"]
    live.key(KEY.Key_Tab)
    live.type("16 sep")
    live.key(KEY.Key_Return)
    assert live.sql(ACTIONS) == [("060922/01", "Circulate the outcomes framework", "2022-09-16")]
    assert live.sql("SELECT name FROM action_owner") == [("Director of Public Health",)]
    assert live.focus() is live.page.minute.action_lines.entry.what
    assert live.page.minute.action_lines.entry.number.text() == "060922/02"


def test_several_owners_and_the_next_board_as_the_day(live: Live) -> None:
    live.key(KEY.Key_F8)
    live.type("Meet")
    live.key(KEY.Key_Tab)
    live.type("chair of")
    live.key(KEY.Key_Return)
    live.type("; healthw")
    live.key(KEY.Key_Tab)
    live.type("next")
    live.key(KEY.Key_Tab)
    live.page.minute.action_lines.entry.when.setFocus()
    live.key(KEY.Key_Return)
    assert live.sql(ACTIONS) == [("060922/01", "Meet", "2022-12-06")]
    assert live.sql("SELECT name FROM action_owner ORDER BY position") == [
        ("Chair of the Board",),
        ("Healthwatch representative",),
    ]


def test_a_day_that_is_none_keeps_what_was_typed_and_says_why(live: Live) -> None:
    live.key(KEY.Key_F8)
    live.type("Circulate")
    live.key(KEY.Key_Tab)
    live.key(KEY.Key_Tab)
    live.type("the day after")
    live.key(KEY.Key_Return)
    entry = live.page.minute.action_lines.entry
    assert live.sql(ACTIONS) == []
    assert entry._error.text() == '"the day after" is not a date: write it as 6 September 2022 or 06/09/2022'
    assert live.focus() is entry.when
    assert (entry.what.words, entry.when.text()) == ("Circulate", "the day after")
    live.key(KEY.Key_A, CTRL)
    live.type("20 September")
    live.key(KEY.Key_Return)
    assert live.sql(ACTIONS) == [("060922/01", "Circulate", "2022-09-20")]
    assert not entry._error.isVisible()


def test_an_action_is_changed_where_it_stands(live: Live) -> None:
    live.key(KEY.Key_F8)
    live.type("Circulate")
    live.key(KEY.Key_Return)
    live.key(KEY.Key_Up)
    live.type(" the minutes")
    live.key(KEY.Key_Tab)
    live.type("Clerk")
    live.key(KEY.Key_Tab)
    live.type("20 Sep")
    live.key(KEY.Key_Return)
    assert live.sql(ACTIONS) == [("060922/01", "Circulate the minutes", "2022-09-20")]
    assert live.sql("SELECT name FROM action_owner") == [("Clerk",)]


def test_a_name_that_nobody_has_is_typed_out(live: Live) -> None:
    live.key(KEY.Key_F8)
    live.type("Circulate")
    live.key(KEY.Key_Tab)
    live.type("Dir")
    assert live.page.minute.action_lines.entry.who.offered
    live.key(KEY.Key_Escape)
    live.key(KEY.Key_Tab)
    live.key(KEY.Key_Return)
    assert live.sql("SELECT name FROM action_owner") == [("Dir",)]


def test_escape_leaves_the_action_line_for_the_narrative(live: Live) -> None:
    live.key(KEY.Key_F8)
    live.key(KEY.Key_Escape)
    assert live.focus() is live.page.minute.narrative


@pytest.fixture
def room(live: Live) -> Live:
    """The focus among the people."""
    live.page.room.people.setFocus()
    live.settle()
    return live


def test_single_letters_call_the_roll(room: Live) -> None:
    room.key(KEY.Key_P)
    room.key(KEY.Key_V)
    room.key(KEY.Key_A)
    assert [row[:2] for row in room.sql(ATTENDANCE)] == [
        ("Chair of the Board", "present"),
        ("Director of Public Health", "by video"),
        ("Healthwatch representative", "apologies"),
    ]
    headings = [line.spoken for line in room.page.room.people.lines if line.person is None]
    assert headings == ["In the room, 1", "By video, 1", "Apologies, 1"]


def go_to(room: Live, name: str) -> None:
    names = [line.person.name if line.person else "" for line in room.page.room.people.lines]
    room.page.room.people.setCurrentRow(names.index(name))


def test_left_and_came_keep_the_time_on_the_wall(room: Live) -> None:
    room.key(KEY.Key_P)
    go_to(room, "Chair of the Board")
    room.key(KEY.Key_L)
    assert ("Chair of the Board", "present", None, "14:07") in room.sql(ATTENDANCE)
    go_to(room, "Healthwatch representative")
    room.clock.forward(minutes=3)
    room.key(KEY.Key_C)
    assert ("Healthwatch representative", "present", "14:10", None) in room.sql(ATTENDANCE)


def test_who_is_not_here_cannot_leave(room: Live) -> None:
    go_to(room, "Chair of the Board")
    room.key(KEY.Key_L)
    assert ("Chair of the Board", "expected", None, None) in room.sql(ATTENDANCE)
    assert "is not marked as here" in room.window.status_bar._said.text()


def test_a_substitute_is_asked_for_and_sits_in_the_member_s_place(room: Live) -> None:
    room.key(KEY.Key_S)
    room.type("The Vice-Chair")
    room.key(KEY.Key_Return)
    assert ("The Vice-Chair", "Chair of the Board") in room.sql("SELECT name, substitute_for FROM attendance")
    assert ("Chair of the Board", "apologies", None, None) in room.sql(ATTENDANCE)
    assert room.focus() is room.page.room.people


def test_who_stands_in_must_be_said(room: Live) -> None:
    room.key(KEY.Key_S)
    room.key(KEY.Key_Return)
    assert room.page.room._ask._error.text() == "Say who stands in."
    room.key(KEY.Key_Escape)
    assert not room.page.room._ask.isVisible()


def test_an_officer_is_listed(room: Live) -> None:
    room.key(KEY.Key_O)
    room.type("Democratic Services Officer")
    room.key(KEY.Key_Return)
    assert ("Democratic Services Officer", "officer", 0) in room.sql(
        "SELECT name, capacity, voting FROM attendance"
    )


def test_everybody_expected_is_marked_present_at_once(room: Live) -> None:
    room.page.room._everyone.click()
    room.settle()
    assert {row[1] for row in room.sql(ATTENDANCE)} == {"present"}


def test_the_quorum_is_said_and_warns_at_a_resolution_without_blocking_it(room: Live) -> None:
    assert room.page.room._quorum.accessibleName() == "No quorum: 0 in the room, 2 needed"
    room.key(KEY.Key_F7)
    assert room.page.minute.resolutions._warning.isVisible()
    room.type("notes the report")
    room.key(KEY.Key_Return)
    assert room.sql(RESOLUTIONS) == [("notes the report", 0)]
    room.page.room._everyone.click()
    room.settle()
    assert room.page.room._quorum.accessibleName() == "Quorum: 3 in the room, 2 needed"
    assert not room.page.minute.resolutions._warning.isVisible()


def test_an_interest_takes_its_member_out_of_the_quorum_for_the_item(room: Live) -> None:
    room.page.room._everyone.click()
    room.settle()
    room.key(KEY.Key_I)
    window = room.page.findChild(InterestWindow)
    assert window is not None
    assert window._item.currentText() == "2 Integrated Care Strategy"
    room.until(window.isActiveWindow)
    room.type("Employed by the provider")
    room.key(KEY.Key_Return)
    assert room.sql("SELECT name, nature, did FROM interest") == [
        ("Chair of the Board", "Employed by the provider", "left the room, took no part")
    ]
    assert not window.isVisible()
    assert room.page.room._quorum.accessibleName() == "Quorum: 2 in the room, 2 needed"
    room.window.activateWindow()
    room.until(room.window.isActiveWindow)
    room.page.minute.narrative.setFocus()
    room.key(KEY.Key_Return, CTRL)
    assert room.page.room._quorum.accessibleName() == "Quorum: 3 in the room, 2 needed"
