from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from boardtool.domain.actions import Action, ActionStatus
from boardtool.domain.boards import Board
from boardtool.domain.documents import (
    Audience,
    PrintedMinute,
    PrintedResolution,
    Sitting,
    action_log_paper,
    action_notes_paper,
    agenda_paper,
    minutes_paper,
    resolutions_paper,
)
from boardtool.domain.meetings import AgendaItem, Attendance, Capacity, Kind, Meeting, Presence, Status
from boardtool.domain.minutes import Minute, Resolution
from boardtool.domain.people import Membership, Role

SECRET = "Canary"
BOARD = Board(
    1, "NNHWB", "Health and Wellbeing Board", council="The Council", notices="## Press\n\nWrite to us."
)
MEETING = Meeting(1, 1, "NNHWB", BOARD.name, date(2022, 9, 6), "13:30", "The Chamber")
OPEN_ITEM = AgendaItem(
    1, 1, 1, "06", "Strategy", ("Ali Gilbert",), Kind.PAPER, pages="19 - 58", start="13:45"
)
EXEMPT_ITEM = AgendaItem(
    2, 1, 2, "07", f"{SECRET} contract", (f"{SECRET} presenter",), Kind.PAPER,
    recommendations=SECRET, pages="59 - 60", start="14:05", exempt="3",
)  # fmt: skip


def member(name: str, role: Role = Role.MEMBER, *, starts: date | None = None) -> Membership:
    return Membership(1, 1, 1, name, "A post", role, starts=starts)


def action(number: str, item_id: int | None = None, **values: object) -> Action:
    return replace(Action(1, 1, "NNHWB", BOARD.name, number, "Do it", item_id=item_id), **values)  # type: ignore[arg-type]  # the test names real fields


def minute(identity: int, number: int, heading: str, item_id: int | None, text: str = "") -> Minute:
    resolution = Resolution(identity, identity, 1, "", text or "agreed")
    return Minute(
        id=identity,
        meeting_id=1,
        item_id=item_id,
        position=identity,
        number=number,
        heading=heading,
        narrative=text,
        resolutions=(resolution,),
        actions=(action(f"060922/0{identity}", item_id, text=text),),
    )


def attended(name: str, presence: Presence = Presence.PRESENT, **values: object) -> Attendance:
    return replace(Attendance(1, 1, name, "A post"), presence=presence, **values)  # type: ignore[arg-type]  # the test names real fields


def test_the_public_sees_number_title_and_paragraph_of_an_exempt_item() -> None:
    paper = agenda_paper(BOARD, MEETING, (OPEN_ITEM, EXEMPT_ITEM), ())
    exempt = paper.items[1]
    assert (exempt.number, exempt.title, exempt.pages) == ("07", "Exempt item", "Exempt")
    assert exempt.note == "Not for publication: paragraph 3 of Schedule 12A"
    assert SECRET not in repr(paper)


def test_the_public_sees_the_public_title_that_was_given() -> None:
    titled = replace(EXEMPT_ITEM, public_title="A contract", exempt="1, 3")
    listed = agenda_paper(BOARD, MEETING, (titled,), ()).items[0]
    assert listed.title == "A contract"
    assert "paragraphs 1, 3" in listed.note


def test_those_who_may_see_the_exempt_item_see_all_of_it() -> None:
    listed = agenda_paper(BOARD, MEETING, (EXEMPT_ITEM,), (), audience=Audience.PRIVATE).items[0]
    assert listed.title == f"{SECRET} contract"
    assert listed.pages == "59 - 60"
    assert "paragraph 3" in listed.note


def test_an_item_says_how_it_comes_in_the_page_column() -> None:
    pages = {
        kind: agenda_paper(BOARD, MEETING, (replace(OPEN_ITEM, kind=kind),), ()).items[0].pages
        for kind in Kind
    }
    assert pages == {
        Kind.PAPER: "19 - 58",
        Kind.VERBAL: "Verbal update",
        Kind.TO_FOLLOW: "To follow",
        Kind.LATE: "19 - 58",
        Kind.NONE: "\N{EN DASH}",
    }


def test_the_front_sheet_lists_the_members_of_that_day() -> None:
    members = (
        member("Cllr A", Role.CHAIR),
        member("B"),
        member("C", Role.OFFICER),
        member("D", Role.SUBSTITUTE),
        member("E", starts=date(2022, 10, 1)),
    )
    listed = agenda_paper(BOARD, MEETING, (), members).members
    assert [(m.name, m.role) for m in listed] == [("Cllr A", "Chair"), ("B", "")]


def test_public_minutes_hold_nothing_of_an_exempt_item() -> None:
    minutes = (minute(1, 47, "Strategy", 1, "open words"), minute(2, 48, SECRET, 2, SECRET))
    for paper in (
        minutes_paper(BOARD, MEETING, (OPEN_ITEM, EXEMPT_ITEM), (), minutes),
        action_notes_paper(BOARD, MEETING, (OPEN_ITEM, EXEMPT_ITEM), (), minutes),
        resolutions_paper(BOARD, MEETING, (OPEN_ITEM, EXEMPT_ITEM), minutes),
        action_log_paper(
            BOARD, [a for m in minutes for a in m.actions],
            as_of=MEETING.date, completed_since=None, exempt_items={2},
        ),
    ):  # fmt: skip
        assert SECRET not in repr(paper)
        assert "open words" in repr(paper)


def test_a_minute_marked_exempt_is_left_out_of_public_minutes_without_its_item() -> None:
    private = replace(minute(1, 47, SECRET, None, SECRET), exempt=True)
    assert minutes_paper(BOARD, MEETING, (), (), (private,)).minutes == ()
    whole = minutes_paper(BOARD, MEETING, (), (), (private,), audience=Audience.PRIVATE)
    assert [m.title for m in whole.minutes] == [f"47. {SECRET}"]


def test_minutes_list_people_with_how_they_were_there() -> None:
    people = (
        attended("Cllr A", chairing=True),
        attended("B", Presence.BY_VIDEO, came_at="13:45", left_at="15:30"),
        attended("C", substitute_for="D"),
        attended("E", capacity=Capacity.OFFICER),
        attended("F", Presence.APOLOGIES),
        attended("G", Presence.EXPECTED),
    )
    roll = minutes_paper(BOARD, MEETING, (), people, ()).roll
    assert [p.named for p in roll.present] == [
        "Cllr A (Chair)", "B (by video, from 1.45 pm, until 3.30 pm)", "C (substitute for D)",
    ]  # fmt: skip
    assert [p.named for p in (*roll.officers, *roll.apologies)] == ["E", "F"]


def test_apologies_are_told_once() -> None:
    told = minute(1, 47, "Apologies for absence", None, "Apologies were received from F.")
    people = (attended("F", Presence.APOLOGIES),)
    assert minutes_paper(BOARD, MEETING, (), people, (told,)).roll.apologies == ()
    assert len(minutes_paper(BOARD, MEETING, (), people, ()).roll.apologies) == 1


def test_who_left_during_an_item_stands_under_its_minute_once() -> None:
    item = replace(
        OPEN_ITEM,
        started_at=datetime(2022, 9, 6, 15, 0, tzinfo=UTC),
        ended_at=datetime(2022, 9, 6, 16, 0, tzinfo=UTC),
    )
    people = (attended("B", left_at="15:30"),)
    silent = minutes_paper(BOARD, MEETING, (item,), people, (minute(1, 47, "Strategy", 1, "Words."),))
    assert silent.minutes[0].stamps == ("(B left the meeting at 3.30 pm.)",)
    told = minutes_paper(BOARD, MEETING, (item,), people, (minute(1, 47, "S", 1, "B left at 3.30pm."),))
    assert told.minutes[0].stamps == ()


def test_minutes_close_with_the_time_and_say_whether_they_are_a_draft() -> None:
    closed = replace(MEETING, closed_at=datetime(2022, 9, 6, 16, 43, tzinfo=UTC), status=Status.APPROVED)
    paper = minutes_paper(BOARD, closed, (), (), ())
    assert paper.closing == "There being no further business the meeting closed at 4.43 pm."
    assert paper.status == "Approved"
    assert minutes_paper(BOARD, MEETING, (), (), ()).status == "Draft"


def test_what_stands_before_resolutions_reads_as_a_sentence() -> None:
    labelled = (PrintedResolution("1)", "notes it"), PrintedResolution("2)", "thanks them"))
    assert (
        PrintedMinute(1, "A", lead="the Board", resolutions=labelled).resolved == "RESOLVED that the Board:"
    )
    assert (
        PrintedMinute(1, "A", lead="the Board:", resolutions=labelled).resolved == "RESOLVED that the Board:"
    )
    assert PrintedMinute(1, "A", resolutions=labelled).resolved == "RESOLVED that:"


def test_the_log_shows_what_is_open_and_what_was_completed_since_the_last_meeting() -> None:
    done = ActionStatus.COMPLETED
    actions = (
        action("050722/01", status=done, completed_on=date(2022, 7, 14)),
        action("100322/01", status=done, completed_on=date(2022, 4, 1)),
        action("100322/02", status=done),
        action("100322/03"),
    )
    paper = action_log_paper(
        BOARD, actions, as_of=MEETING.date, completed_since=date(2022, 7, 5), exempt_items=()
    )
    assert [a.number for a in paper.open] == ["100322/03"]
    assert [a.number for a in paper.completed] == ["050722/01", "100322/02"]
    assert paper.completed_heading == "Actions completed since 5 July 2022"


def test_a_postcode_is_not_broken_over_two_lines() -> None:
    sitting = Sitting("", "Board", MEETING.date, "13:30", "George Street, Corby, NN17 9SA")
    assert sitting.place_in_print.endswith("Corby, NN17\N{NO-BREAK SPACE}9SA")
