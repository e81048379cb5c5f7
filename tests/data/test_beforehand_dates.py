"""Today tells when requests close, which reports wait at which desk, and who is undecided."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from tests.builders import a_board, a_meeting, an_item

from boardtool.data.today import today
from boardtool.domain.clearance import ClearanceStage
from boardtool.domain.meetings import Kind
from boardtool.domain.requests_to_address import Decision
from boardtool.services import clearance, requests_to_address

if TYPE_CHECKING:
    from boardtool.data.store import Store

ON = date(2022, 8, 17)


def told(store: Store) -> list[tuple[date, str]]:
    with store.reading() as reading:
        return [(each.on, each.what) for each in today(reading, ON).binding if "Papers" not in each.what]


def findings(store: Store) -> list[str]:
    with store.reading() as reading:
        coming = today(reading, ON).coming
    assert coming is not None
    return [each.message for each in coming.checked.findings if each.rule in {"requests", "R11"}]


def test_a_board_that_keeps_none_of_it_sees_none_of_it(store: Store) -> None:
    an_item(store, a_meeting(store, a_board(store)), "Strategy", kind=Kind.PAPER)
    assert not [what for _, what in told(store) if "cleared" in what or "Requests" in what]


def test_a_desk_binds_until_every_report_passed_it(store: Store) -> None:
    board = a_board(store)
    meeting = a_meeting(store, board)
    first = an_item(store, meeting, "Strategy", kind=Kind.PAPER)
    an_item(store, meeting, "Grant", kind=Kind.TO_FOLLOW)
    an_item(store, meeting, "Update", kind=Kind.VERBAL)
    chain = (ClearanceStage("Author", 9), ClearanceStage("Finance", 7), ClearanceStage("Chair", 3))
    clearance.set_chain(store, board_id=board, chain=chain)
    clearance.clear(store, item_id=first, stage="Finance", by="J Baxter", on=ON)
    assert (date(2022, 8, 17), "Finance: 1 report to be cleared") in told(store)
    assert (date(2022, 8, 23), "Chair: 2 reports to be cleared") in told(store)
    assert not [what for _, what in told(store) if what.startswith("Author")]
    assert [message.partition(" was")[0] for message in findings(store)] == ["Strategy", "Grant"]


def test_requests_close_on_a_day_and_whoever_is_undecided_is_named(store: Store) -> None:
    meeting = a_meeting(store, a_board(store))
    request = requests_to_address.record(
        store, meeting_id=meeting, name="Ann Lee", received_at=datetime(2022, 8, 16, 9)
    )
    assert (date(2022, 9, 1), "Requests to speak close at 5.00 pm") in told(store)
    assert findings(store) == ["Ann Lee asks to address the meeting, and nobody decided yet."]
    requests_to_address.decide(store, request_id=request, decision=Decision.ACCEPTED, by="Chair", on=ON)
    assert findings(store) == []
