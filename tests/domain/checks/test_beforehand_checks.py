"""What must be settled before a meeting: requests to address it, and reports from desk to desk."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from tests.domain.checks.test_meeting_checks import BOARD, MEETING, an_item

from boardtool.domain.checks.beforehand import CHECKS
from boardtool.domain.checks.case import MeetingCase
from boardtool.domain.clearance import USUAL_CHAIN, Clearance
from boardtool.domain.meetings import Kind, Status
from boardtool.domain.requests_to_address import Decision, RequestToAddress

if TYPE_CHECKING:
    from boardtool.domain.findings import Finding

STRATEGY = an_item("06", "Strategy", Kind.PAPER, presenters=("Amy Plank",))
GRANT = an_item("08", "Grant", Kind.TO_FOLLOW)
CASE = MeetingCase(BOARD, MEETING, date(2022, 8, 17), items=(STRATEGY, GRANT))
ASKS = RequestToAddress(1, 2, "Ann Lee", datetime(2022, 8, 30, 9), item_id=STRATEGY.id, contact="01536 1")


def found(case: MeetingCase) -> list[Finding]:
    return [finding for check in CHECKS if check.applies(case) for finding in check.find(case)]


def test_without_requests_and_desks_nothing_is_asked() -> None:
    assert not [check for check in CHECKS if check.applies(CASE)]


def test_a_request_that_nobody_decided_is_told_with_its_item_and_without_the_address() -> None:
    [finding] = found(replace(CASE, requests=(ASKS,)))
    assert finding.message == "Ann Lee asks to address the meeting, and nobody decided yet."
    assert (finding.rule, finding.where, finding.mend) == ("requests", "06", "Decide")


def test_a_request_after_the_close_is_said_to_be_late() -> None:
    late = replace(ASKS, item_id=None, received_at=datetime(2022, 9, 1, 17, 1))
    [finding] = found(replace(CASE, requests=(late,)))
    assert finding.message.endswith("It came late: requests closed at 5.00 pm on Thursday 1 September 2022.")
    on_time = replace(late, received_at=datetime(2022, 9, 1, 17))
    assert "late" not in found(replace(CASE, requests=(on_time,)))[0].message


def test_speakers_beyond_the_time_given_them_are_told() -> None:
    speaker = replace(ASKS, decision=Decision.ACCEPTED, minutes=10)
    [finding] = found(replace(CASE, requests=(speaker, speaker)))
    assert finding.message == "20 minutes are allotted to speakers; the board's rules give 15 in all."


def test_after_the_meeting_nobody_decides() -> None:
    assert not found(replace(CASE, requests=(ASKS,), meeting=replace(MEETING, status=Status.DRAFT)))


def test_a_report_is_named_at_the_first_desk_that_it_did_not_pass_in_time() -> None:
    passed = (Clearance(STRATEGY.id, USUAL_CHAIN[0].name, "Amy Plank", date(2022, 8, 11)),)
    first, second = found(replace(CASE, clearances=passed))
    assert first.message == (
        "Strategy was to be cleared by Lead officer or director on Tuesday 16 August 2022: 1 day late."
    )
    assert first.who == ("Amy Plank",)
    assert second.message.startswith("Grant was to be cleared by Author on Friday 12 August 2022: 5 days")


def test_the_desks_bind_once_the_board_set_them() -> None:
    assert len(found(replace(CASE, has_own_chain=True))) == 2
    assert not found(replace(CASE, has_own_chain=True, today=date(2022, 8, 12)))
