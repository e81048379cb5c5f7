"""What is said of an exempt appendix is a secret, and what stood against a publication excuses none."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from tests.builders import a_board, a_meeting, a_paper, an_item

from boardtool.data import meetings
from boardtool.data.leak_scan.scan import check_nothing_exempt
from boardtool.data.leak_scan.secrets import Secrets, secrets_of
from boardtool.domain.errors import CannotDoError

if TYPE_CHECKING:
    from boardtool.data.store import Store

WHY = "Zanzibar would learn the lowest price that we accept"


@pytest.fixture
def meeting(store: Store) -> int:
    return a_meeting(store, a_board(store))


def secrets(store: Store) -> Secrets:
    with store.reading() as reading:
        return secrets_of(reading, None, 1)


def test_why_an_appendix_is_kept_from_the_public_is_kept_from_it_too(store: Store, meeting: int) -> None:
    item_id = an_item(store, meeting, "Strategy")
    a_paper(store, item_id, "Prices", letter="A", exempt=True, paragraphs="3", public_interest=WHY)
    found = secrets(store)
    assert "zanzibar" in found.words
    assert any("lowest price" in run for run in found.long_runs)
    with pytest.raises(CannotDoError):
        check_nothing_exempt(b"The notice says Zanzibar.", ".txt", found, name="The notice")


def test_what_stood_against_a_publication_does_not_make_exempt_words_open(store: Store, meeting: int) -> None:
    an_item(store, meeting, "Lease of Zanzibar House", exempt="3")
    assert "zanzibar" in secrets(store).words
    with store.step("Record") as step:
        meetings.change(
            step,
            meeting,
            published_at=datetime(2022, 8, 31, 14),
            published_although="R14, item 01: Lease of Zanzibar House does not say why.",
            published_because="Zanzibar House was settled late",
        )
    assert "zanzibar" in secrets(store).words
