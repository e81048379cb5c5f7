"""The register of requests to address a meeting: kept, decided, heard; undone, found, and never public."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from tests.builders import a_board, a_meeting, an_item

from boardtool.data import agenda, meetings
from boardtool.data import requests_to_address as register
from boardtool.data.leak_scan.scan import check_nothing_exempt
from boardtool.data.leak_scan.secrets import secrets_of
from boardtool.data.search import search
from boardtool.domain.errors import CannotDoError
from boardtool.domain.hits import HitKind
from boardtool.domain.meetings import Status
from boardtool.domain.requests_to_address import Decision, RequestToAddress, Route, SpeakingRules, Spoke
from boardtool.services import requests_to_address as services

if TYPE_CHECKING:
    from boardtool.data.store import Store

CAME = datetime(2022, 8, 30, 9, 15, 42)
ON = date(2022, 9, 1)


@pytest.fixture
def meeting(store: Store) -> int:
    return a_meeting(store, a_board(store), subjects=["Strategy"])


def a_request(store: Store, meeting: int, **values: object) -> int:
    facts: dict[str, object] = {
        "name": " Ann  Lee ",
        "received_at": CAME,
        "organisation": "Age Well North",
        "contact": "ann.lee@wrenfield.example, 7 Larkspur Mews",
        "subject": "Falls prevention",
        "route": Route.WEB_FORM,
        **values,
    }
    # A wrong fact shows in the tests that use it.
    return services.record(store, meeting_id=meeting, **facts)  # type: ignore[arg-type]


def kept(store: Store, request: int) -> RequestToAddress:
    with store.reading() as reading:
        return register.by_id(reading, request)


def test_a_request_is_kept_as_it_came_and_undecided(store: Store, meeting: int) -> None:
    request = kept(store, a_request(store, meeting))
    assert (request.name, request.received_at) == ("Ann Lee", datetime(2022, 8, 30, 9, 15))
    assert (request.decision, request.minutes, request.route) == (Decision.UNDECIDED, 0, Route.WEB_FORM)


def test_whoever_is_accepted_has_the_minutes_of_the_boards_rules(store: Store, meeting: int) -> None:
    request = a_request(store, meeting)
    services.decide(store, request_id=request, decision=Decision.ACCEPTED, by="Chair", on=ON)
    assert kept(store, request).minutes == 3
    with store.reading() as reading:
        board_id = meetings.by_id(reading, meeting).board_id
    services.set_rules(store, board_id=board_id, rules=SpeakingRules(1, "12 noon", 5, 20))
    services.decide(store, request_id=request, decision=Decision.ACCEPTED, by="Chair", on=ON)
    assert (kept(store, request).minutes, kept(store, request).decided_by) == (5, "Chair")
    with store.reading() as reading:
        assert register.rules_of(reading, board_id) == SpeakingRules(1, "12:00", 5, 20)


def test_declining_asks_for_a_reason_and_takes_the_minutes(store: Store, meeting: int) -> None:
    request = a_request(store, meeting)
    services.decide(store, request_id=request, decision=Decision.ACCEPTED, by="Chair", on=ON)
    services.say_heard(store, request_ids=[request], spoke=Spoke.YES)
    with pytest.raises(CannotDoError, match="Say why it is declined"):
        services.decide(store, request_id=request, decision=Decision.DECLINED, by="Chair", on=ON)
    services.decide(
        store, request_id=request, decision=Decision.DECLINED, by="Chair", on=ON, reason="not on the agenda"
    )
    declined = kept(store, request)
    assert (declined.minutes, declined.spoke, declined.reason) == (0, Spoke.UNSAID, "not on the agenda")
    with pytest.raises(CannotDoError, match="was not let speak"):
        services.say_heard(store, request_ids=[request], spoke=Spoke.YES)


def test_several_are_settled_in_one_step_and_those_settled_before_keep_what_was_said(
    store: Store, meeting: int
) -> None:
    ann, ben = (a_request(store, meeting, name=name) for name in ("Ann", "Ben"))
    services.decide(store, request_id=ann, decision=Decision.ACCEPTED, by="Vice-chair", on=ON, minutes=5)
    services.settle(store, request_ids=[ann, ben], decision=Decision.ACCEPTED, by="Chair", on=ON)
    assert [(kept(store, each).decided_by, kept(store, each).minutes) for each in (ann, ben)] == [
        ("Vice-chair", 5),
        ("Chair", 3),
    ]
    store.undo()
    assert [kept(store, each).decision for each in (ann, ben)] == [Decision.ACCEPTED, Decision.UNDECIDED]
    with pytest.raises(CannotDoError, match="of each why"):
        services.settle(store, request_ids=[ben], decision=Decision.DECLINED, by="Chair", on=ON)


def test_only_who_was_accepted_is_given_minutes(store: Store, meeting: int) -> None:
    request = a_request(store, meeting)
    with pytest.raises(CannotDoError, match="accept the request first"):
        services.change(store, request_id=request, minutes=4)
    services.decide(store, request_id=request, decision=Decision.ACCEPTED, by="Chair", on=ON)
    services.change(store, request_id=request, minutes=4)
    assert kept(store, request).minutes == 4


def test_several_are_heard_and_removed_in_a_step_each_or_none_is(store: Store, meeting: int) -> None:
    ann, ben, carl = (a_request(store, meeting, name=name) for name in ("Ann", "Ben", "Carl"))
    for request in (ann, ben):
        services.decide(store, request_id=request, decision=Decision.ACCEPTED, by="Chair", on=ON)
    with pytest.raises(CannotDoError, match="Carl was not let speak"):
        services.say_heard(store, request_ids=[ann, carl], spoke=Spoke.YES)
    assert kept(store, ann).spoke is Spoke.UNSAID
    services.say_heard(store, request_ids=[ann, ben], spoke=Spoke.YES)
    store.undo()
    assert [kept(store, each).spoke for each in (ann, ben)] == [Spoke.UNSAID, Spoke.UNSAID]
    services.remove(store, request_ids=[ann, ben, carl])
    store.undo()
    assert [kept(store, each).name for each in (ann, ben, carl)] == ["Ann", "Ben", "Carl"]


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"name": "  "}, "Say who asks"),
        ({"minutes": 0}, "between 1 and 60"),
        ({"postcode": "NN1"}, "has no postcode"),
        ({"received_at": "today"}, "when it came"),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(
    store: Store, meeting: int, facts: dict[str, object], why: str
) -> None:
    request = a_request(store, meeting)
    before = kept(store, request)
    with pytest.raises(CannotDoError, match=why):
        services.change(store, request_id=request, **facts)
    assert kept(store, request) == before


def test_an_item_of_another_meeting_is_refused(store: Store, meeting: int) -> None:
    with store.reading() as reading:
        board_id = meetings.by_id(reading, meeting).board_id
    elsewhere = an_item(store, a_meeting(store, board_id, date(2022, 12, 6)), "Plan")
    with pytest.raises(CannotDoError, match="another meeting"):
        a_request(store, meeting, item_id=elsewhere)


def test_each_step_can_be_taken_back_and_done_again(store: Store, meeting: int) -> None:
    request = a_request(store, meeting)
    as_came = kept(store, request)
    services.decide(store, request_id=request, decision=Decision.ACCEPTED, by="Chair", on=ON)
    accepted = kept(store, request)
    store.undo()
    assert kept(store, request) == as_came
    store.redo()
    assert kept(store, request) == accepted
    services.remove(store, request_ids=[request])
    store.undo()
    assert kept(store, request) == accepted


def test_a_request_stays_when_its_item_goes(store: Store, meeting: int) -> None:
    item = an_item(store, meeting, "Falls")
    request = a_request(store, meeting, item_id=item)
    with store.step("Remove item") as step:
        agenda.remove(step, item)
    assert kept(store, request).item_id is None


def test_approved_minutes_lock_the_register(store: Store, meeting: int) -> None:
    request = a_request(store, meeting)
    with store.step("Approve") as step:
        meetings.change(step, meeting, status=Status.APPROVED)
    with pytest.raises(CannotDoError, match="approved and locked"):
        services.change(store, request_id=request, subject="Other")


def test_search_finds_who_asked_and_about_what_but_no_address(store: Store, meeting: int) -> None:
    request = a_request(store, meeting)
    with store.reading() as reading:
        hits = [search(reading, words) for words in ("ann lee", "falls prev", "age well")]
        assert all([hit.kind for hit in found] == [HitKind.REQUEST] for found in hits)
        assert hits[0][0].row == request
        assert not search(reading, "larkspur")
        assert not search(reading, "wrenfield")
    services.remove(store, request_ids=[request])
    with store.reading() as reading:
        assert not search(reading, "ann lee")


def test_the_guard_of_public_files_knows_the_addresses(store: Store, meeting: int) -> None:
    a_request(store, meeting)
    with store.reading() as reading:
        secrets = secrets_of(reading, None, meetings.by_id(reading, meeting).board_id)
    for told in ("Ann Lee, Age Well North, spoke of falls prevention.", "The mews was discussed."):
        check_nothing_exempt(f"<p>{told}</p>".encode(), ".html", secrets, name="minutes.html")
    for told in ("Ann Lee, 7 Larkspur Mews, spoke.", "Write to ann.lee@wrenfield.example."):
        with pytest.raises(CannotDoError, match="register of requests"):
            check_nothing_exempt(f"<p>{told}</p>".encode(), ".html", secrets, name="minutes.html")


def test_the_row_is_in_the_file_for_whoever_reads_it_with_nothing_but_sqlite(
    store: Store, meeting: int
) -> None:
    a_request(store, meeting)
    with closing(sqlite3.connect(store.folder / "board.db")) as driver:
        row = driver.execute("SELECT name, received_at, decision FROM request_to_address").fetchone()
    assert row == ("Ann Lee", "2022-08-30 09:15:00.000000", "undecided")
