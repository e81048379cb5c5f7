"""The three readers: on the real papers, and on what people do to such tables."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.data.excel.test_rows import Written, workbook_of

from boardtool.data.excel.action_log import ActionRow, read_action_log
from boardtool.data.excel.agenda import AgendaRow, read_agenda
from boardtool.data.excel.members import MemberRow, read_members
from boardtool.data.excel.opening import open_workbook
from boardtool.data.excel.rows import ReadTable
from boardtool.domain.actions import ActionStatus
from boardtool.domain.errors import InputRefusedError
from boardtool.domain.meetings import Kind, Purpose
from boardtool.domain.people import Role

if TYPE_CHECKING:
    from pathlib import Path

ITEM = ("Item", "Subject", "Presenting Officer", "Time", "Page no.")
ACTION = ("Action No", "Action point", "Allocated to", "Due", "Progress", "Status")


def agenda(*rows: tuple[Written, ...], headings: tuple[str, ...] = ITEM) -> ReadTable[AgendaRow]:
    found = read_agenda(workbook_of([headings, *rows]))
    assert isinstance(found, ReadTable)
    return found


def members(*rows: tuple[Written, ...], headings: tuple[str, ...]) -> ReadTable[MemberRow]:
    found = read_members(workbook_of([headings, *rows]))
    assert isinstance(found, ReadTable)
    return found


def actions(*rows: tuple[Written, ...], headings: tuple[str, ...] = ACTION) -> ReadTable[ActionRow]:
    found = read_action_log(workbook_of([headings, *rows]))
    assert isinstance(found, ReadTable)
    return found


def test_the_real_agenda(reference: Path) -> None:
    found = read_agenda(open_workbook(reference / "pack" / "agenda-2022-09-06.xlsx"))
    assert isinstance(found, ReadTable)
    assert (len(found.rows), found.rejected, found.warnings) == (15, (), ())
    assert [row.number for row in found.rows][8:11] == ["09", "010", "011"]
    by_number = {row.number: row for row in found.rows}
    assert by_number["011"].presenters == ("Toby Sanders", "Naomi Eisenstadt")
    assert (by_number["06"].start, by_number["06"].kind, by_number["06"].pages) == (
        "13:45",
        Kind.PAPER,
        "19 – 58",
    )
    assert by_number["08"].kind is Kind.TO_FOLLOW
    assert by_number["07"].kind is Kind.VERBAL
    assert by_number["015"].kind is Kind.NONE
    assert by_number["015"].start == "16:00"


def test_the_real_members(reference: Path) -> None:
    found = read_members(open_workbook(reference / "pack" / "membership-2022-09-06.xlsx"))
    assert isinstance(found, ReadTable)
    assert (len(found.rows), found.rejected, found.warnings) == (19, (), ())
    assert (found.rows[0].name, found.rows[0].role) == ("Cllr Jon Paul Carr", Role.CHAIR)
    assert found.rows[-1].post == "Healthwatch Northamptonshire"


def test_the_real_action_log(reference: Path) -> None:
    found = read_action_log(open_workbook(reference / "pack" / "action-log-2022-09-06.xlsx"))
    assert isinstance(found, ReadTable)
    assert found.rejected == ()
    assert [(row.number.text, row.status.value, row.completed_on) for row in found.rows] == [
        ("100322/03", "open", None),
        ("050722/01", "completed", date(2022, 7, 14)),
        ("050722/02", "completed", date(2022, 7, 6)),
        ("050722/03", "completed", None),
        ("050722/04", "completed", None),
    ]
    assert found.rows[4].owners == ("Louise De Chiara", "Henna Parmar")
    assert found.rows[0].cells == {"number": "A4", "text": "B4", "owners": "C4", "progress": "D4"}


@pytest.mark.parametrize(
    ("value", "start"),
    [("1.30", "13:30"), (("n", "1.3"), "13:30"), (("t", "0.5625"), "13:30"), (("d", "0.5625"), "13:30"),
     (("d", "44810.5625"), "13:30"), (("n", "0.5625"), "13:30"), ("", None)],
)  # fmt: skip
def test_times_of_an_agenda_in_every_dress(value: Written, start: str | None) -> None:
    assert [row.start for row in agenda(("01", "Apologies", "Chair", value)).rows] == [start]


@pytest.mark.parametrize(
    ("value", "kind", "pages"),
    [
        ("5 - 16", Kind.PAPER, "5 - 16"), ("17", Kind.PAPER, "17"), (("n", "17"), Kind.PAPER, "17"),
        ("pp. 5-16", Kind.PAPER, "5-16"), ("Verbal", Kind.VERBAL, ""), ("TO FOLLOW", Kind.TO_FOLLOW, ""),
        ("Late", Kind.LATE, ""), ("--", Kind.NONE, ""), ("", Kind.NONE, ""), ("Attached", Kind.PAPER, ""),
    ],
)  # fmt: skip
def test_the_page_column_says_how_an_item_comes(value: Written, kind: Kind, pages: str) -> None:
    (row,) = agenda(("01", "Apologies", "Chair", "1.30", value)).rows
    assert (row.kind, row.pages) == (kind, pages)


def test_item_numbers_stay_as_they_are_printed() -> None:
    rows = agenda(("010", "A"), (("n", "10"), "B"), ("7a", "C"), ("Item 3", "D"), ("4.", "E")).rows
    assert [row.number for row in rows] == ["010", "10", "7a", "3", "4"]


def test_what_has_become_a_date_is_rejected() -> None:
    found = agenda((("d", "44810"), "A"), ("02", "B", "", "", ("d", "44810")))
    assert [(row.cell, row.field) for row in found.rejected] == [("A2", "number"), ("E3", "pages")]


def test_what_the_manager_adds_for_the_pack() -> None:
    headings = (*ITEM[:2], "Purpose", "Recommendations", "Papers", "Exempt", "Public title")
    found = agenda(
        (
            "06",
            "A lease",
            "For decision",
            "note it; agree\nthe lease",
            "a.pdf; b.pdf",
            "Para 3 and 1",
            "A property",
        ),
        ("07", "B", "", "", "", "no", ""),
        ("08", "C", "", "", "", "yes", ""),
        ("09", "D", "to dance", "", "", "", ""),
        headings=headings,
    )
    first, second = found.rows
    assert first.purpose is Purpose.DECISION
    assert first.recommendations == "note it\nagree\nthe lease"
    assert (first.papers, first.kind) == (("a.pdf", "b.pdf"), Kind.PAPER)
    assert (first.exempt, first.public_title) == ("1, 3", "A property")
    assert second.exempt == ""
    assert [(row.cell, row.field) for row in found.rejected] == [("F4", "exempt"), ("C5", "purpose")]


def test_page_words_that_nobody_understands_are_said() -> None:
    found = agenda(("01", "A", "", "", "see above"))
    assert "not understood" in found.warnings[0].reason


def test_members_with_everything() -> None:
    headings = ("Name", "Post / organisation", "Role on board", "Email", "Seat", "Voting", "From", "To")
    found = members(
        ("Dr A Bee", "Trust", "Vice-Chair", "a@b.org", "NHS 1", "Yes", "1 May 2022", ("d", "45046")),
        ("Mr C Dee", "Council", "Officer", "", "", "non-voting", "", ""),
        ("Vacant", "Police", "Member", "", "", "", "", ""),
        ("E Eff", "Fire", "Duke", "nobody", "", "perhaps", "1 May 2022", "1 May 2021"),
        headings=headings,
    )
    first, second = found.rows
    assert (first.role, first.voting, first.starts, first.ends) == (
        Role.VICE_CHAIR, True, date(2022, 5, 1), date(2023, 4, 30),
    )  # fmt: skip
    assert (second.role, second.voting) == (Role.OFFICER, False)
    assert [warning.reason for warning in found.warnings] == ["not taken: the place is vacant"]
    (rejected,) = found.rejected
    assert rejected.field == "ends"
    assert "write one of" in rejected.reason
    assert "no e-mail address" in rejected.reason
    assert "write yes or no" in rejected.reason


def test_a_member_of_whom_only_the_name_is_known_is_taken() -> None:
    found = members(
        ("Members",), ("Sheila White",), ("Officers:",), ("Amy Plank",), headings=("Name", "Post")
    )
    assert [row.name for row in found.rows] == ["Sheila White", "Amy Plank"]


def test_one_person_may_hold_two_roles_but_not_one_twice() -> None:
    rows = [("Dr A Bee", "Member"), ("A Bee", "Substitute"), ("a bee", "Member")]
    found = members(*rows, headings=("Name", "Role"))
    assert len(found.rows) == 2
    assert "the same as row 2" in found.rejected[0].reason


def test_an_action_in_the_words_of_the_log() -> None:
    found = actions(
        ("50722/01", "Circulate it", "??", "", "", ""),
        ("050722/02", "Send it", "A Bee/C Dee", "Next Board", "", "Ongoing"),
        ("HWB-7", "Keep it", "TBC", "TBC", "Line one\nline two", "Closed"),
        ("050722/04", "Lose it", "", "", "", "Purple"),
    )
    assert [row.number.text for row in found.rows] == ["050722/02", "HWB-7"]
    assert found.rows[0].due_at_next_meeting
    assert found.rows[0].status is ActionStatus.IN_PROGRESS
    assert found.rows[1].progress == "Line one\nline two"
    assert found.rows[1].status is ActionStatus.CLOSED
    assert [(row.cell, row.field, row.value) for row in found.rejected] == [
        ("C2", "owners", "??"),
        ("F5", "status", "Purple"),
    ]
    assert {(warning.cell, warning.reason) for warning in found.warnings} == {
        ("C4", "read as: nobody yet"),
        ("D4", "read as: no date"),
    }


def test_a_lost_zero_is_said() -> None:
    (warning,) = actions(("50722/01", "Circulate it", "A Bee")).warnings
    assert (warning.row, warning.cell, warning.value) == (2, "A2", "50722/01")
    assert warning.reason == "read as 050722/01: the leading zero was lost"


def test_a_heading_tells_the_status_where_no_column_does() -> None:
    found = actions(
        ("100322/01", "Open one"),
        ("Actions completed since the 5th July 2022",),
        ACTION,
        ("050722/01", "Done one", "", "", "Sent 20 June", ""),
        ("050722/02", "Not so done", "", "", "", "Open"),
        ("Outstanding actions",),
        ("050722/03", "Another open one"),
    )
    assert [row.status.value for row in found.rows] == ["open", "completed", "open", "open"]
    assert found.rows[1].completed_on is None
    assert any("stands under completed actions" in warning.reason for warning in found.warnings)


def test_the_day_of_completion_in_its_own_column() -> None:
    headings = ("Action No", "Action", "Status", "Completed on")
    found = actions(("050722/01", "A", "Done", "3 August 2022"), headings=headings)
    assert found.rows[0].completed_on == date(2022, 8, 3)


def test_an_action_number_that_became_a_date_is_rejected() -> None:
    assert "has become a date" in actions((("d", "44810"), "A")).rejected[0].reason


def test_a_field_that_is_not_known_cannot_be_named() -> None:
    with pytest.raises(InputRefusedError, match='has no "colour"'):
        read_agenda(workbook_of([ITEM]), columns={"colour": "Red"})


def test_a_column_of_status_and_comments_gives_both() -> None:
    headings = ("Ref", "Action", "Owner", "Status/Comments")
    found = actions(
        ("050722/01", "A", "", "Complete \u2013 sent 14/07/22"),
        ("050722/02", "B", "", "Waiting for the Trust"),
        headings=headings,
    )
    assert [(row.status.value, row.progress) for row in found.rows] == [
        ("completed", "Complete \u2013 sent 14/07/22"),
        ("open", "Waiting for the Trust"),
    ]
    assert found.rows[0].completed_on == date(2022, 7, 14)


@pytest.mark.parametrize("owner", ["-", "\u2013", "N/A", "n/a"])
def test_a_dash_or_not_applicable_is_no_owner(owner: str) -> None:
    (row,) = actions(("050722/01", "A", owner)).rows
    assert row.owners == ()


def test_a_time_of_day_is_no_due_date() -> None:
    (rejected,) = actions(("050722/01", "A", "", ("t", "0.5625"))).rejected
    assert (rejected.value, rejected.reason) == ("13:30", "13:30 is a time of day, not a date")


def test_the_same_number_with_a_nought_behind_the_point_is_the_same() -> None:
    found = actions(("1", "A"), ("1.0", "B"))
    assert "the same as row 2" in found.rejected[0].reason


def test_each_reason_is_said_once() -> None:
    (rejected,) = actions(("050722/01", ("e", "#REF!"))).rejected
    assert rejected.reason == "the cell holds the error #REF!"


def test_beside_a_column_of_numbers_item_is_the_subject() -> None:
    found = agenda(("13:30", "1", "Welcome", "Chair"), headings=("Time", "No.", "Item", "Lead"))
    assert [(row.number, row.subject, row.start) for row in found.rows] == [("1", "Welcome", "13:30")]


def test_an_item_starts_at_the_first_of_two_times() -> None:
    found = agenda(("7(b)", "A", "", "1.30 \u2013 1.45pm"), ("8)", "B", "", "13:45-14:00"))
    assert [(row.number, row.start) for row in found.rows] == [("7(b)", "13:30"), ("8", "13:45")]


@pytest.mark.parametrize("pages", ["5\u201316 and 20", "5-16, 20-22", "5 to 16; 20"])
def test_a_paper_may_have_pages_in_several_places(pages: str) -> None:
    (row,) = agenda(("1", "A", "", "", pages)).rows
    assert (row.kind, row.pages) == (Kind.PAPER, pages)


def test_a_name_in_several_columns_is_joined() -> None:
    headings = ("Title", "First name", "Surname", "Organisation", "Voting (Y/N)")
    found = members(
        ("Cllr", "Jon Paul", "Carr", "Council", "Y"),
        ("", "Amy", "Bee", "Trust", "N"),
        ("", "", ("e", "#N/A"), "Trust", ""),
        headings=headings,
    )
    assert [(row.name, row.post, row.voting) for row in found.rows] == [
        ("Cllr Jon Paul Carr", "", True),
        ("Amy Bee", "", False),
    ]
    assert [(row.cell, row.field) for row in found.rejected] == [("C4", "name")]


def test_a_column_headed_title_may_hold_posts() -> None:
    (row,) = members(("Amy Bee", "Director", "Trust"), headings=("Name", "Title", "Post")).rows
    assert (row.name, row.post) == ("Amy Bee", "Director, Trust")


def test_a_surname_first_and_a_role_behind_the_name_are_understood_and_said() -> None:
    found = members(("Carr, Jon",), ("Amy Bee (Vice-Chair)", "Trust"), headings=("Name", "Organisation"))
    assert [(row.name, row.role) for row in found.rows] == [
        ("Jon Carr", Role.MEMBER),
        ("Amy Bee", Role.VICE_CHAIR),
    ]
    assert [warning.reason for warning in found.warnings] == [
        "read as Jon Carr",
        "read as Amy Bee, vice chair",
    ]


def test_a_heading_tells_the_role_and_the_vote_where_no_column_does() -> None:
    found = members(
        ("Amy Bee", "Trust"),
        ("Non-voting members",),
        ("Carl Dee", "NHS"),
        ("Substitutes",),
        ("Eve Eff", "NHS"),
        headings=("Name", "Organisation"),
    )
    assert [(row.role, row.voting) for row in found.rows] == [
        (Role.MEMBER, None),
        (Role.MEMBER, False),
        (Role.SUBSTITUTE, None),
    ]


def test_a_role_may_say_that_it_has_no_vote_and_a_term_that_it_goes_on() -> None:
    headings = ("Name", "Role", "To")
    (row,) = members(("Amy Bee", "Co-opted (non-voting)", "present"), headings=headings).rows
    assert (row.role, row.voting, row.ends) == (Role.CO_OPTED, False, None)


def test_a_tick_is_a_vote() -> None:
    rows = members(
        ("Amy Bee", "\u2713"), ("Carl Dee", "\u2717"), ("Eve Eff", "-"), headings=("Name", "Voting")
    ).rows
    assert [row.voting for row in rows] == [True, False, None]
