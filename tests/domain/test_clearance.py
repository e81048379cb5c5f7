"""Reports from desk to desk: the days are counted back from publication, and what is late is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtool.domain.boards import ItemRole
from boardtool.domain.clearance import (
    USUAL_CHAIN,
    Clearance,
    ClearanceStage,
    chain_dates,
    goes_through_clearance,
    reached,
    read_chain,
    written_chain,
)
from boardtool.domain.errors import CannotDoError
from boardtool.domain.meetings import AgendaItem, Kind
from boardtool.domain.notice import DayRules, timetable

PUBLISH = date(2022, 8, 26)  # of 6 September 2022
RULES = DayRules()


def test_the_usual_desks_of_6_september_2022() -> None:
    dated = {stage.name: due for stage, due in chain_dates(USUAL_CHAIN, publish_by=PUBLISH, rules=RULES)}
    assert dated == {
        "Author": date(2022, 8, 12),
        "Lead officer or director": date(2022, 8, 16),
        "Finance": date(2022, 8, 17),
        "Legal (monitoring officer)": date(2022, 8, 18),
        "Chair's briefing": date(2022, 8, 23),
    }


def test_the_chair_is_briefed_when_the_draft_agenda_goes_to_the_chair() -> None:
    dated = chain_dates(USUAL_CHAIN, publish_by=PUBLISH, rules=RULES)
    assert dated[-1][1] == timetable(date(2022, 9, 6), RULES).draft_agenda


def test_what_did_not_pass_a_desk_by_its_day_is_late() -> None:
    chain = (ClearanceStage("Finance", 7), ClearanceStage("Legal", 6, "A Wylie"))
    dated = chain_dates(chain, publish_by=PUBLISH, rules=RULES)
    passed = [Clearance(5, "Finance", "J Baxter", date(2022, 8, 19)), Clearance(6, "Legal", "", PUBLISH)]
    finance, legal = reached(5, dated, passed, today=date(2022, 8, 22))
    assert (finance.clearance, finance.late) == (passed[0], 0)
    assert (legal.clearance, legal.late) == (None, 4)


def test_only_what_somebody_writes_goes_from_desk_to_desk() -> None:
    def item(kind: Kind, role: ItemRole = ItemRole.PLAIN) -> AgendaItem:
        return AgendaItem(1, 1, 0, "01", "Strategy", kind=kind, role=role)

    assert goes_through_clearance(item(Kind.TO_FOLLOW))
    assert not goes_through_clearance(item(Kind.VERBAL))
    assert not goes_through_clearance(item(Kind.PAPER, ItemRole.ACTION_LOG))
    by_hand = replace(item(Kind.PAPER), subject="Minutes of the previous meeting")
    assert not goes_through_clearance(by_hand)


@given(st.lists(st.integers(0, 30)).map(lambda days: sorted(days, reverse=True)))
def test_desks_in_order_have_days_in_order(days: list[int]) -> None:
    chain = [ClearanceStage(str(place), each) for place, each in enumerate(days)]
    due = [day for _, day in chain_dates(chain, publish_by=PUBLISH, rules=RULES)]
    assert due == sorted(due)
    assert all(day <= PUBLISH for day in due)


def test_desks_are_read_as_they_are_written() -> None:
    own = (ClearanceStage("Partner finance", 9, "J Baxter, ICB"), *USUAL_CHAIN)
    assert read_chain(written_chain(own)) == own
    assert read_chain(" 7 ,Finance\n\n3,Chair , Cllr Lee") == (
        ClearanceStage("Finance", 7),
        ClearanceStage("Chair", 3, "Cllr Lee"),
    )


@pytest.mark.parametrize("line", ["Finance", "Finance, 7", "7", "7,", "-1, Finance", "1.5, Finance"])
def test_a_line_that_is_no_desk_is_said(line: str) -> None:
    with pytest.raises(CannotDoError, match="is no desk: write the days and the desk"):
        read_chain(f"9, Author\n{line}")
