"""The Today page's question, asked of a library as it was on 24 August 2022."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.builders import (
    JULY,
    SEPTEMBER,
    a_board,
    a_library,
    a_meeting,
    a_minute,
    a_paper,
    an_action,
    an_item,
)

from boardtool.data import cases, promises
from boardtool.data.horizon import horizon, next_meeting
from boardtool.data.today import today
from boardtool.domain.boards import Mode
from boardtool.domain.meetings import Kind, Status
from boardtool.domain.reconcile import Following

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from boardtool.data.store import Store

WEDNESDAY = date(2022, 8, 24)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_library(tmp_path / "library") as library:
        yield library


@pytest.fixture
def north(store: Store) -> int:
    """North as it stood: July minuted, September planned, a group that meets tomorrow, four actions."""
    board = a_board(store, name="North HWB")
    group = a_board(store, "PDG", name="Place Delivery Group", mode=Mode.WORKING_GROUP)
    july = a_meeting(store, board, JULY, status=Status.CIRCULATED, circulated_on=date(2022, 7, 12))
    a_minute(
        store,
        july,
        "Health Inequalities Plan",
        resolutions=["Board members would identify executive leads", "notes the plan"],
    )
    september = a_meeting(store, board, subjects=["Apologies"])
    strategy = an_item(store, september, "Strategy", kind=Kind.PAPER, length=20)
    a_paper(store, strategy, "Strategy", pages=40)
    an_item(store, september, "Better Care Fund Plan", kind=Kind.TO_FOLLOW)
    a_meeting(store, group, date(2022, 8, 25), start="09:00")
    an_action(store, board, "100322/03", "Discuss a PhD student")
    an_action(store, board, "140722/05", "Name leads of workstreams", due=date(2022, 8, 14))
    an_action(store, board, "050722/06", "Bring data", due=date(2022, 8, 30))
    an_action(store, board, "050722/02", "Done already", status="completed", completed_on=date(2022, 7, 6))
    return board


@pytest.mark.usefixtures("north")
def test_today_is_headed_by_the_next_statutory_meeting(store: Store) -> None:
    with store.reading() as reading:
        page = today(reading, WEDNESDAY)
    assert page.coming is not None
    assert page.coming.meeting.ref == "NNHWB/2022-09-06"
    assert (page.coming.days, page.coming.item_count, page.coming.pages) == (13, 3, 40)
    assert page.coming.milestones[0].detail == "1 of 2 in"
    assert {each.rule for each in page.coming.checked.findings} == {"R8", "R29", "R20", "R23"}


@pytest.mark.usefixtures("north")
def test_today_lists_late_actions_the_longest_first_and_counts_the_open(store: Store) -> None:
    with store.reading() as reading:
        page = today(reading, WEDNESDAY)
    assert [(each.action.number, each.lateness.words) for each in page.late] == [
        ("100322/03", "167 days old"),
        ("140722/05", "10 days late"),
    ]
    assert page.open_count == 3


@pytest.mark.usefixtures("north")
def test_today_lists_dates_that_bind_without_the_heading_s_own(store: Store) -> None:
    with store.reading() as reading:
        page = today(reading, WEDNESDAY)
    assert [(each.on.day, each.what) for each in page.binding] == [
        (25, "Place Delivery Group meets, 9.00 am"),
        (26, "Publish agenda and papers"),
    ]


def test_today_says_what_was_promised_and_followed_by_nothing(store: Store, north: int) -> None:
    with store.reading() as reading:
        promised = today(reading, WEDNESDAY).promised
    assert promised is not None
    assert promised.meeting.date == JULY
    assert [each.who for each in promised.reconciliation.followed_by_nothing] == ["Board members"]
    an_action(store, north, "050722/09", "Identify executive leads", owners=["Board members"])
    with store.reading() as reading:
        [(_, reconciled)] = promises.of_board(reading, north)
    assert [each.following for each in reconciled.commitments] == [Following.ACTION, Following.NONE_NEEDED]


def test_an_empty_library_has_an_empty_today(store: Store) -> None:
    with store.reading() as reading:
        page = today(reading, WEDNESDAY)
    assert page.coming is None
    assert page.promised is None
    assert (page.binding, page.late, page.open_count) == ((), (), 0)


def test_without_a_statutory_board_a_working_group_heads_the_page(store: Store) -> None:
    group = a_board(store, "PDG", mode=Mode.WORKING_GROUP)
    a_meeting(store, group, date(2022, 8, 20))
    a_meeting(store, group, date(2022, 8, 24), status=Status.CANCELLED)
    a_meeting(store, group, date(2022, 9, 8))
    with store.reading() as reading:
        found = next_meeting(reading, WEDNESDAY)
    assert found is not None
    assert found.date == date(2022, 9, 8)


def test_lateness_is_measured_from_the_meetings_of_the_board_asked_for(store: Store, north: int) -> None:
    with store.reading() as reading:
        measured_from = horizon(reading, WEDNESDAY, board_id=north)
    assert (measured_from.next_meeting, measured_from.last_meeting) == (SEPTEMBER, JULY)
    assert measured_from.met == {north: JULY}


@pytest.mark.usefixtures("north")
def test_a_case_knows_the_minutes_that_are_not_approved_yet(store: Store) -> None:
    with store.reading() as reading:
        coming = next_meeting(reading, WEDNESDAY)
        assert coming is not None
        case = cases.of_meeting(reading, coming.id, today=WEDNESDAY)
        checked = cases.checked(reading, coming.id, today=WEDNESDAY)
    assert [meeting.date for meeting in case.unapproved] == [JULY]
    assert "R29" in {finding.rule for finding in checked.findings}
