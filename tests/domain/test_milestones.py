"""The five dates of a meeting, and the dates of all boards that bind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from boardtool.domain.boards import Board, ItemRole, Mode
from boardtool.domain.meetings import AgendaItem, Kind, Meeting, Paper, Status
from boardtool.domain.milestones import Reached, binding_dates, days_away, milestones
from boardtool.domain.notice import Counting

NORTH = Board(1, "NNHWB", "North HWB")
PLACE = Board(2, "PDG", "Place Delivery Group", mode=Mode.WORKING_GROUP)
SEPTEMBER = Meeting(1, 1, "NNHWB", "North HWB", date(2022, 9, 6), "13:30", "Council Chamber")
REPORT = Paper(1, 1, 0, "", "Report", "report.pdf", "0" * 64, 1, 2)
ITEMS = (
    AgendaItem(1, 1, 0, "04", "Minutes", kind=Kind.PAPER, role=ItemRole.LAST_MINUTES),
    AgendaItem(2, 1, 1, "06", "Strategy", kind=Kind.PAPER, papers=(REPORT,)),
    AgendaItem(3, 1, 2, "08", "Better Care Fund", kind=Kind.TO_FOLLOW),
    AgendaItem(4, 1, 3, "014", "Ambitions", kind=Kind.VERBAL),
)
WEDNESDAY = date(2022, 8, 24)


def test_two_days_before_publication_the_line_stands_as_drawn() -> None:
    line = milestones(SEPTEMBER, ITEMS, today=WEDNESDAY)
    assert [(each.on, each.what, each.detail, each.reached) for each in line] == [
        (date(2022, 8, 19), "Papers due", "2 of 3 in", Reached.DONE),
        (date(2022, 8, 23), "Draft agenda to Chair", "3 working days before", Reached.DONE),
        (date(2022, 8, 26), "Publish agenda", "in 2 days · last lawful day", Reached.NOW),
        (date(2022, 9, 6), "Meeting", "1.30 pm", Reached.AHEAD),
        (date(2022, 9, 13), "Draft minutes out", "5 working days after", Reached.AHEAD),
    ]


def test_what_was_done_says_when_and_what_was_missed_says_so() -> None:
    published = replace(SEPTEMBER, published_at=datetime(2022, 8, 25, 12), status=Status.PUBLISHED)
    line = milestones(published, ITEMS, today=date(2022, 8, 30))
    assert (line[2].detail, line[2].reached) == ("published Thu 25 Aug", Reached.DONE)
    assert line[3].reached is Reached.NOW
    forgotten = milestones(SEPTEMBER, ITEMS, today=date(2022, 9, 20))
    assert [each.reached for each in forgotten[2:]] == [Reached.MISSED, Reached.DONE, Reached.MISSED]
    assert forgotten[2].detail == "25 days ago · last lawful day"
    sent = replace(published, circulated_on=date(2022, 9, 12), status=Status.CIRCULATED)
    assert milestones(sent, ITEMS, today=date(2022, 9, 20))[4].detail == "sent Mon 12 Sep"


def test_a_board_that_counts_every_day_publishes_later() -> None:
    board = replace(NORTH, counting=Counting.CALENDAR_DAYS)
    bind = {each.what: each.on for each in binding_dates([(board, SEPTEMBER)], today=WEDNESDAY)}
    assert bind["Publish agenda and papers"] == date(2022, 8, 31)


def test_papers_all_in_are_done_before_their_day() -> None:
    assert milestones(SEPTEMBER, ITEMS[:2], today=date(2022, 8, 1))[0].reached is Reached.DONE
    assert milestones(SEPTEMBER, (), today=date(2022, 8, 1))[0].reached is Reached.NOW


def test_dates_of_all_boards_bind_for_the_next_45_days() -> None:
    group = replace(SEPTEMBER, id=2, board_id=2, board_code="PDG", date=date(2022, 8, 25), start="09:00")
    far = replace(SEPTEMBER, id=3, date=date(2022, 12, 6))
    called_off = replace(SEPTEMBER, id=4, date=date(2022, 9, 20), status=Status.CANCELLED)
    held = replace(SEPTEMBER, id=5, date=date(2022, 8, 18), status=Status.DRAFT)
    found = binding_dates(
        [(NORTH, SEPTEMBER), (PLACE, group), (NORTH, far), (NORTH, called_off), (NORTH, held), (PLACE, held)],
        today=WEDNESDAY,
    )
    assert [(each.on, each.what, each.about, each.days) for each in found] == [
        (date(2022, 8, 25), "Place Delivery Group meets, 9.00 am", "Council Chamber", 1),
        (date(2022, 8, 25), "Send out draft minutes", "North HWB, 18 August", 1),
        (date(2022, 8, 25), "Send out action notes", "Place Delivery Group, 18 August", 1),
        (date(2022, 8, 26), "Publish agenda and papers", "North HWB, 6 September", 2),
        (date(2022, 9, 6), "North HWB meets, 1.30 pm", "Council Chamber", 13),
    ]


def test_days_are_said_as_people_say_them() -> None:
    assert [days_away(days) for days in (-2, -1, 0, 1, 8)] == [
        "2 days ago",
        "1 day ago",
        "today",
        "tomorrow",
        "in 8 days",
    ]
