"""Who is at a meeting, said by one key each."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from tests.ui.meetings.conftest import PEOPLE, focused, press, the_dialog, type_in

from boardtool.data import attendance, boards, meetings
from boardtool.domain.boards import QuorumKind
from boardtool.domain.meetings import Attendance, Capacity, InterestTier, Presence
from boardtool.ui.meetings.attendance.dialogs import AddPersonDialog, InterestDialog, SubstituteDialog
from boardtool.ui.meetings.attendance.tab import AttendanceTab
from boardtool.ui.meetings.quorum import QuorumDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.ui.meetings.page import MeetingsPage

Key = Qt.Key


@pytest.fixture
def tab(meeting: int, open_at: Callable[[str], MeetingsPage]) -> AttendanceTab:
    assert meeting
    shown = open_at("attendance").workspace.tab
    assert isinstance(shown, AttendanceTab)
    shown.table.choose(shown.model.rows[1].id)
    return shown


def held(store: Store, meeting: int) -> dict[str, Attendance]:
    with store.reading() as reading:
        return {person.name: person for person in attendance.of_meeting(reading, meeting)}


@pytest.mark.parametrize(
    ("key", "presence"),
    [
        (Key.Key_P, Presence.PRESENT),
        (Key.Key_V, Presence.BY_VIDEO),
        (Key.Key_A, Presence.APOLOGIES),
        (Key.Key_X, Presence.ABSENT),
    ],
)
def test_one_key_says_how_somebody_is_here(
    tab: AttendanceTab, qtbot: QtBot, store: Store, meeting: int, key: Key, presence: Presence
) -> None:
    press(key)
    qtbot.waitUntil(lambda: held(store, meeting)[PEOPLE[1]].presence is presence)
    assert held(store, meeting)[PEOPLE[0]].presence is Presence.EXPECTED
    assert tab.table.current_row() is not None


def test_a_key_marks_everybody_chosen(tab: AttendanceTab, qtbot: QtBot, store: Store, meeting: int) -> None:
    tab.table.selectAll()
    press(Key.Key_P)
    qtbot.waitUntil(
        lambda: {person.presence for person in held(store, meeting).values()} == {Presence.PRESENT}
    )


def test_l_and_a_time_say_when_somebody_left(
    tab: AttendanceTab, qtbot: QtBot, store: Store, meeting: int
) -> None:
    press(Key.Key_P)
    qtbot.waitUntil(lambda: held(store, meeting)[PEOPLE[1]].presence is Presence.PRESENT)
    press(Key.Key_L)
    assert focused() is not tab.table
    type_in("2.02")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: held(store, meeting)[PEOPLE[1]].left_at == "14:02")


@pytest.mark.usefixtures("tab")
def test_s_names_a_substitute_and_the_member_sends_apologies(
    qtbot: QtBot, store: Store, meeting: int
) -> None:
    press(Key.Key_S)
    the_dialog(SubstituteDialog)
    type_in("Deputy Director")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: "Deputy Director" in held(store, meeting))
    people = held(store, meeting)
    assert people["Deputy Director"].substitute_for == PEOPLE[1]
    assert people[PEOPLE[1]].presence is Presence.APOLOGIES


@pytest.mark.usefixtures("tab")
def test_insert_lists_an_officer(qtbot: QtBot, store: Store, meeting: int) -> None:
    press(Key.Key_Insert)
    the_dialog(AddPersonDialog)
    type_in("Monitoring Officer")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: "Monitoring Officer" in held(store, meeting))
    assert held(store, meeting)["Monitoring Officer"].capacity is Capacity.OFFICER


@pytest.mark.usefixtures("tab")
def test_nobody_named_is_refused_in_place(qtbot: QtBot, store: Store, meeting: int) -> None:
    press(Key.Key_Insert)
    dialog = cast("AddPersonDialog", the_dialog(AddPersonDialog))
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: "Say who" in dialog.name.accessibleDescription())
    assert len(held(store, meeting)) == len(PEOPLE)
    dialog.reject()


@pytest.mark.usefixtures("tab")
def test_an_interest_is_declared_for_the_person_chosen(qtbot: QtBot, store: Store, meeting: int) -> None:
    press(Key.Key_I)
    dialog = cast("InterestDialog", the_dialog(InterestDialog))
    dialog.did.setFocus()
    type_in("left the room")
    press(Key.Key_Return)

    def kept() -> list[tuple[str, InterestTier, str]]:
        with store.reading() as reading:
            return [(each.name, each.tier, each.did) for each in attendance.interests(reading, meeting)]

    qtbot.waitUntil(lambda: kept() == [(PEOPLE[1], InterestTier.PECUNIARY, "left the room")])


def test_the_quorum_is_set_where_it_is_missed(
    tab: AttendanceTab, qtbot: QtBot, store: Store, meeting: int
) -> None:
    tab._set_quorum()
    dialog = cast("QuorumDialog", the_dialog(QuorumDialog))
    dialog.many.setFocus()
    type_in("2")
    press(Key.Key_Return)

    def rule() -> tuple[QuorumKind, int]:
        with store.reading() as reading:
            quorum = boards.by_id(reading, meetings.by_id(reading, meeting).board_id).quorum
            return quorum.kind, quorum.number

    qtbot.waitUntil(lambda: rule() == (QuorumKind.NUMBER, 2))
    qtbot.waitUntil(lambda: tab.panel._quorum.text() == "0 in the room, 2 needed.")
