"""A publication is recorded when nothing stands against it, or with the reason why it went out."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from tests.builders import JULY, a_board, a_meeting, a_paper, an_item

from boardtool.data import history
from boardtool.data import meetings as kept
from boardtool.domain.checks.publication import PublicationHeldUpError
from boardtool.domain.errors import CannotDoError
from boardtool.domain.meetings import Kind, Meeting, Status
from boardtool.services.meetings import record_published

if TYPE_CHECKING:
    from boardtool.data.store import Store

IN_TIME, LATE = datetime(2022, 8, 26, 14), datetime(2022, 8, 31, 14)


@pytest.fixture
def meeting(store: Store) -> int:
    return a_meeting(store, a_board(store), subjects=["Apologies"])


def held(store: Store, meeting: int) -> Meeting:
    with store.reading() as reading:
        return kept.by_id(reading, meeting)


def newest_label(store: Store) -> str:
    with store.reading() as reading:
        return history.recent(reading)[0].label


def test_in_time_it_is_kept_and_a_reason_for_nothing_is_not(store: Store, meeting: int) -> None:
    assert not record_published(store, meeting_id=meeting, at=IN_TIME, despite="Just in case")
    found = held(store, meeting)
    assert (found.published_at, found.status) == (IN_TIME, Status.PUBLISHED)
    assert (found.published_although, found.published_because) == ("", "")
    assert newest_label(store) == "Record publication of agenda"


@pytest.mark.parametrize("despite", ["", "  \n "])
def test_late_it_is_refused_without_a_reason_and_nothing_changes(
    store: Store, meeting: int, despite: str
) -> None:
    before = newest_label(store)
    with pytest.raises(CannotDoError, match=r"R1: Published on Wednesday 31 August 2022: 3 clear days"):
        record_published(store, meeting_id=meeting, at=LATE, despite=despite)
    assert held(store, meeting).published_at is None
    assert newest_label(store) == before


def test_the_refusal_names_each_rule_that_stands_against_it(store: Store, meeting: int) -> None:
    an_item(store, meeting, "Lease", exempt="3")
    an_item(store, meeting, "Strategy", kind=Kind.PAPER)
    with pytest.raises(PublicationHeldUpError) as refused:
        record_published(store, meeting_id=meeting, at=LATE)
    assert [each.rule for each in refused.value.held_up.asks] == ["R1", "R1", "R14"]
    for said in (
        "R1: Published on",
        "R1, item 03: Strategy has no paper",
        "R14, item 02: Lease does not say",
    ):
        assert said in str(refused.value)


def test_with_a_reason_what_stood_against_it_is_kept_with_the_meeting_and_in_the_history(
    store: Store, meeting: int
) -> None:
    an_item(store, meeting, "Lease", exempt="3")
    found = record_published(store, meeting_id=meeting, at=LATE, despite="  A storm  ")
    assert [each.rule for each in found.asks] == ["R1", "R14"]
    now = held(store, meeting)
    assert now.published_because == "A storm"
    assert [line.partition(":")[0] for line in now.published_although.splitlines()] == ["R1", "R14, item 02"]
    assert newest_label(store) == "Record publication of agenda, although R1, R14: A storm"
    with store.reading() as reading:
        [(step, change), *_] = history.of_row(reading, "meeting", meeting)
    assert step.who
    assert (change.after or {})["published_because"] == "A storm"


def test_one_undo_takes_the_moment_and_the_reason_back(store: Store, meeting: int) -> None:
    record_published(store, meeting_id=meeting, at=LATE, despite="A storm")
    store.undo()
    now = held(store, meeting)
    assert (now.published_at, now.published_although, now.published_because) == (None, "", "")
    assert now.status is Status.PLANNED
    store.redo()
    assert held(store, meeting).published_because == "A storm"


def test_recorded_anew_in_time_the_old_reason_goes(store: Store, meeting: int) -> None:
    record_published(store, meeting_id=meeting, at=LATE, despite="A storm")
    record_published(store, meeting_id=meeting, at=IN_TIME)
    assert held(store, meeting).published_because == ""


def test_no_reason_waives_an_exemption_without_a_paragraph(store: Store, meeting: int) -> None:
    an_item(store, meeting, "Lease", exempt="commercial", public_interest="Prices.")
    with pytest.raises(PublicationHeldUpError, match="No reason waives R13"):
        record_published(store, meeting_id=meeting, at=IN_TIME, despite="It must go out")
    assert held(store, meeting).published_at is None


def test_no_reason_waives_a_file_that_is_open_and_exempt(store: Store, meeting: int) -> None:
    open_item = an_item(store, meeting, "Strategy", kind=Kind.PAPER)
    closed = an_item(store, meeting, "Lease", kind=Kind.PAPER, exempt="3", public_interest="Prices.")
    for item in (open_item, closed):
        a_paper(store, item, digest="d" * 64)
    with pytest.raises(PublicationHeldUpError, match="No reason waives R17"):
        record_published(store, meeting_id=meeting, at=IN_TIME, despite="It must go out")


def test_an_old_meeting_that_was_held_can_be_entered(store: Store) -> None:
    july = a_meeting(store, a_board(store, "OLD"), JULY, status=Status.DRAFT)
    record_published(store, meeting_id=july, at=datetime(2022, 7, 4, 9))
    assert held(store, july).status is Status.DRAFT


def test_a_meeting_whose_minutes_are_approved_keeps_its_moment(store: Store) -> None:
    july = a_meeting(store, a_board(store, "OLD"), JULY, status=Status.APPROVED)
    with pytest.raises(CannotDoError, match="approved and locked"):
        record_published(store, meeting_id=july, at=datetime(2022, 7, 4, 9))
