"""Before a pack is made: papers never looked into are, and each kind of pack has its prospect."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from tests import builders

from boardtool.data import paper_checks, papers
from boardtool.data.documents.sample_paper import sample_paper_bytes
from boardtool.domain.pack.made import PackKind
from boardtool.services import agenda, boards, meetings
from boardtool.services.pack_prospects import look_into_unknown, prospects

if TYPE_CHECKING:
    from pathlib import Path

    from boardtool.data.store import Store

TODAY = date(2022, 8, 24)


@pytest.fixture
def meeting(store: Store) -> int:
    board_id = boards.make(store, code="NNHWB", name="North Health and Wellbeing Board")
    meeting_id = meetings.plan(store, board_id=board_id, day=date(2022, 9, 6), start="1.30 pm")
    agenda.add(store, meeting_id=meeting_id, subject="Strategy")
    return meeting_id


def item_id(store: Store, meeting: int) -> int:
    from boardtool.data import agenda as kept

    with store.reading() as reading:
        return kept.items(reading, meeting)[0].id


def test_papers_that_were_never_looked_into_are(store: Store, meeting: int, tmp_path: Path) -> None:
    file = tmp_path / "strategy.pdf"
    file.write_bytes(sample_paper_bytes(title="Strategy", council="A council", pages=2))
    kept = papers.keep(store.folder, file)
    builders.a_paper(store, item_id(store, meeting), digest=kept.digest, file_name="strategy.pdf")
    assert look_into_unknown(store, meeting_id=meeting) == 1
    assert look_into_unknown(store, meeting_id=meeting) == 0
    with store.reading() as reading:
        check = paper_checks.of_meeting(reading, meeting)[kept.digest]
    assert (check.pages, check.tagged) == (2, True)


def test_each_kind_of_pack_has_its_prospect(store: Store, meeting: int, tmp_path: Path) -> None:
    sheet = tmp_path / "figures.xlsx"
    sheet.write_bytes(b"figures")
    agenda.attach(store, item_id=item_id(store, meeting), files=[sheet], now=datetime(2022, 8, 24, 9))
    with store.reading() as reading:
        found = prospects(reading, meeting_id=meeting, today=TODAY)
    assert set(found) == set(PackKind)
    assert "figures.xlsx is not a PDF" in found[PackKind.PUBLIC].unreadable[0].message
