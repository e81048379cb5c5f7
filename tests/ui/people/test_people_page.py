"""The People page: members by board, edited in place, their terms, seats and record of attendance."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QMessageBox, QPushButton
from tests.builders import JULY, SEPTEMBER, a_board, a_meeting, a_member, an_attendance

from boardtool.data import people
from boardtool.domain.meetings import Presence
from boardtool.domain.people import Membership, Role
from boardtool.ui import steps
from boardtool.ui.people.dialogs import EndMembershipDialog, NewMemberDialog, NewSeatDialog
from boardtool.ui.people.page import PeoplePage
from boardtool.ui.people.question import NO_BOARD
from boardtool.ui.places import Place
from boardtool.ui.widgets.labels import Words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.ui.context import Context

D = TypeVar("D", bound=QDialog)
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture(autouse=True)
def _answers_are_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """A slow disk makes no test fail: what is asked of a page was done when the next line runs."""
    monkeypatch.setattr(steps, "PATIENCE", 30.0)


@pytest.fixture
def board_id(store: Store) -> int:
    return a_board(store, members=("John Ashton", "Amy Plank"))


@pytest.fixture
def page(qtbot: QtBot, context: Context, board_id: int) -> PeoplePage:
    assert board_id
    return opened(qtbot, context, Place("people", ref="NNHWB"))


def opened(qtbot: QtBot, context: Context, place: Place) -> PeoplePage:
    page = PeoplePage(context)
    qtbot.addWidget(page, before_close_func=lambda _page: settle(qtbot, page))
    page.resize(1300, 700)
    page.open(place)
    page.show()
    settle(qtbot, page)
    return page


def one_dialog(page: PeoplePage, kind: type[D]) -> D:
    (dialog,) = page.findChildren(kind)
    return dialog


def settle(qtbot: QtBot, page: PeoplePage) -> None:
    page.context.changes.deliver()
    qtbot.waitUntil(lambda: page.context.asking.is_idle)


def members(store: Store, board_id: int) -> list[Membership]:
    with store.reading() as reading:
        return people.members(reading, board_id)


def shown(page: PeoplePage) -> list[tuple[str, str]]:
    """Group and name of every row."""
    named = [(row, row.membership or row.seat or row.person) for row in page.table.rows.rows]
    return [(row.group.name, what.name) for row, what in named if what is not None]


def said(page: PeoplePage) -> list[str]:
    return [words.text() for words in page.panel.findChildren(Words)]


def edit(qtbot: QtBot, page: PeoplePage, column: str, text: str) -> None:
    """Type into a cell of the current row, and Enter."""
    row = page.table.current_row()
    assert row is not None
    page.table.choose(row.key, edit=column)
    (box,) = [each for each in page.table.findChildren(QLineEdit) if each.isVisible()]
    box.setText(text)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.table.findChildren(QLineEdit))
    settle(qtbot, page)


def test_members_stand_in_the_order_of_the_papers_under_what_they_are(
    qtbot: QtBot, page: PeoplePage, store: Store, board_id: int
) -> None:
    a_member(store, board_id, "David Watts", role=Role.OFFICER)
    a_member(store, board_id, "Jane Bell", ends=date(2022, 5, 4))
    settle(qtbot, page)
    assert shown(page) == [
        ("SITTING", "John Ashton"),
        ("SITTING", "Amy Plank"),
        ("OFFICERS", "David Watts"),
        ("FORMER", "Jane Bell"),
    ]


def test_a_name_is_changed_where_it_stands(
    qtbot: QtBot, page: PeoplePage, store: Store, board_id: int
) -> None:
    edit(qtbot, page, "name", "Dr John Ashton")
    assert members(store, board_id)[0].name == "Dr John Ashton"


def test_a_term_is_typed_as_a_date(qtbot: QtBot, page: PeoplePage, store: Store, board_id: int) -> None:
    edit(qtbot, page, "starts", "1 April 2022")
    assert members(store, board_id)[0].starts == date(2022, 4, 1)


def test_alt_down_moves_a_member_on_the_list(
    qtbot: QtBot, page: PeoplePage, store: Store, board_id: int
) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_Down, ALT)
    assert [member.name for member in members(store, board_id)] == ["Amy Plank", "John Ashton"]


def test_a_vacant_seat_is_shown_and_taken_by_typing_a_name(
    qtbot: QtBot, page: PeoplePage, store: Store, board_id: int
) -> None:
    with store.step("Add seat") as step:
        seat_id = people.add_seat(step, board_id=board_id, name="Local Healthwatch", statutory=True)
    settle(qtbot, page)
    assert shown(page)[-1] == ("VACANT", "Local Healthwatch")
    page.table.choose(("seat", seat_id))
    assert any("The law asks for this seat" in words for words in said(page))
    edit(qtbot, page, "name", "Ann Marie Dodds")
    assert members(store, board_id)[-1].seat == "Local Healthwatch"
    assert ("VACANT", "Local Healthwatch") not in shown(page)


def test_a_member_is_added_by_the_dialog(qtbot: QtBot, page: PeoplePage, store: Store, board_id: int) -> None:
    page.add_member()
    dialog = one_dialog(page, NewMemberDialog)
    qtbot.keyClicks(dialog.name, "David Watts")
    qtbot.keyClicks(dialog.listed_as, "Director of Adults")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    settle(qtbot, page)
    added = members(store, board_id)[-1]
    assert (added.name, added.listed_as, added.starts) == (
        "David Watts",
        "Director of Adults",
        date(2022, 8, 24),
    )
    current = page.table.current_row()
    assert current is not None
    assert current.key == ("membership", added.id)


def test_without_a_name_the_dialog_stays_and_says_so(qtbot: QtBot, page: PeoplePage) -> None:
    page.add_member()
    dialog = one_dialog(page, NewMemberDialog)
    qtbot.keyClicks(dialog.email, "someone@example.org")
    dialog.take.click()
    assert dialog.isVisible()
    assert dialog.name.accessibleDescription() == "A person needs a name."
    assert dialog.email.text() == "someone@example.org"


def test_a_substitute_stands_with_whom_they_stand_in_for(
    qtbot: QtBot, page: PeoplePage, store: Store, board_id: int
) -> None:
    page.add_substitute()
    dialog = one_dialog(page, NewMemberDialog)
    qtbot.keyClicks(dialog.name, "Jane Bell")
    dialog.take.click()
    settle(qtbot, page)
    john, _amy, jane = members(store, board_id)
    assert (jane.role, jane.substitute_for) == (Role.SUBSTITUTE, john.id)
    first, *_others, last = page.table.rows.rows
    assert first.substitutes == ("Jane Bell",)
    assert last.stands_in_for == "John Ashton"


def test_a_membership_ends_on_its_last_day(
    qtbot: QtBot, page: PeoplePage, store: Store, board_id: int
) -> None:
    page.end_membership()
    dialog = one_dialog(page, EndMembershipDialog)
    dialog.on.box.setText("31 July 2022")
    qtbot.keyClick(dialog.on.box, Qt.Key.Key_Return)
    settle(qtbot, page)
    assert members(store, board_id)[0].ends == date(2022, 7, 31)
    assert ("FORMER", "John Ashton") in shown(page)


def test_a_last_day_that_is_no_date_is_said_in_place(page: PeoplePage) -> None:
    page.end_membership()
    dialog = one_dialog(page, EndMembershipDialog)
    dialog.on.box.setText("soon")
    dialog.take.click()
    assert "is not a date" in dialog.on.box.accessibleDescription()


def test_a_seat_is_added(qtbot: QtBot, page: PeoplePage) -> None:
    page.add_seat()
    dialog = one_dialog(page, NewSeatDialog)
    qtbot.keyClicks(dialog.name, "Director of Public Health")
    dialog.take.click()
    settle(qtbot, page)
    assert shown(page)[-1] == ("VACANT", "Director of Public Health")


def test_removing_asks_first_and_offers_to_end_instead(
    qtbot: QtBot, page: PeoplePage, store: Store, board_id: int
) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    (box,) = page.findChildren(QMessageBox)
    assert len(members(store, board_id)) == 2
    next(button for button in box.findChildren(QPushButton) if button.text() == "Remove").click()
    assert [member.name for member in members(store, board_id)] == ["Amy Plank"]


def test_the_record_says_how_often_somebody_came(
    qtbot: QtBot, page: PeoplePage, store: Store, board_id: int, visited: list[Place]
) -> None:
    person_id = members(store, board_id)[0].person_id
    for day, presence in (
        (JULY, Presence.PRESENT),
        (date(2022, 3, 10), Presence.APOLOGIES),
        (SEPTEMBER, Presence.EXPECTED),
    ):
        meeting_id = a_meeting(store, board_id, day)
        an_attendance(store, meeting_id, "John Ashton", presence=presence, person_id=person_id)
    settle(qtbot, page)
    assert "At 1 of 2 meetings, apologies for 1." in said(page)
    links = [each for each in page.panel.findChildren(QPushButton) if each.text().startswith("NNHWB")]
    assert [each.text() for each in links] == ["NNHWB, 5 Jul 2022", "NNHWB, 10 Mar 2022"]
    links[0].click()
    assert visited == [Place("meetings", ref="NNHWB/2022-07-05", tab="attendance")]


def test_those_on_no_board_have_a_list_of_their_own(qtbot: QtBot, page: PeoplePage, store: Store) -> None:
    with store.step("Add person") as step:
        people.add(step, name="Jane Bell", post="Head of Policy")
    settle(qtbot, page)
    page.board.choose(NO_BOARD)
    settle(qtbot, page)
    assert shown(page) == [("ELSEWHERE", "Jane Bell")]
    edit(qtbot, page, "listed_as", "Head of Strategy")
    with store.reading() as reading:
        assert [person.post for person in people.everyone(reading) if person.name == "Jane Bell"] == [
            "Head of Strategy"
        ]


def test_the_search_leads_to_a_person_whatever_board_was_shown(
    qtbot: QtBot, page: PeoplePage, store: Store
) -> None:
    other = a_board(store, "PDG", name="Place Delivery Group", members=("Jane Bell",))
    person_id = members(store, other)[0].person_id
    page.open(Place("people", id=person_id))
    settle(qtbot, page)
    assert shown(page) == [("SITTING", "Jane Bell")]
    assert page.board.value == "PDG"


def test_an_empty_board_says_what_to_do(
    qtbot: QtBot, context: Context, store: Store, visited: list[Place]
) -> None:
    a_board(store, "PDG", name="Place Delivery Group")
    page = opened(qtbot, context, Place("people"))
    (link,) = [
        each
        for each in page.findChildren(QPushButton)
        if each.isVisible() and each.text() == "import a list."
    ]
    link.click()
    assert visited == [Place("importing", ref="PDG", tab="members")]
