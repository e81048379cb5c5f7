"""Ctrl+K finds what is in the library and leads to where it stands."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.builders import a_board, a_meeting, an_item

from boardtool.domain.hits import Hit, HitKind
from boardtool.ui.places import Place
from boardtool.ui.searching import find_in_library, place_of

if TYPE_CHECKING:
    from boardtool.data.store import Store

REF = "NNHWB/2022-09-06"


def test_an_agenda_item_is_found_under_its_heading_after_the_meetings(store: Store) -> None:
    meeting_id = a_meeting(store, a_board(store))
    an_item(store, meeting_id, "Health Equality Grant")
    with store.reading() as reading:
        found = find_in_library(reading, "heal")
    assert [hit.heading for hit in found] == ["Meetings", "Agenda items"]
    assert found[1].words == "Health Equality Grant"
    assert found[1].detail == "NNHWB · 6 September 2022 · item 01"
    assert found[1].place.tab == "agenda"


@pytest.mark.parametrize(
    ("kind", "ref", "place"),
    [
        (HitKind.MEETING, REF, Place("meetings", ref=REF)),
        (HitKind.MINUTE, REF, Place("meetings", ref=REF, tab="minutes", id=7)),
        (HitKind.DECISION, REF, Place("meetings", ref=REF, tab="minutes", id=7)),
        (HitKind.ITEM, REF, Place("meetings", ref=REF, tab="agenda", id=7)),
        (HitKind.ACTION, "NNHWB/050722/06", Place("actions", ref="NNHWB/050722/06", id=7)),
        (HitKind.PERSON, "Cllr Jon Paul Carr", Place("people", id=7)),
    ],
)
def test_what_is_found_leads_to_where_it_stands(kind: HitKind, ref: str, place: Place) -> None:
    assert place_of(Hit(kind, ref, "NNHWB", date(2022, 9, 6), "words", row=7)) == place
