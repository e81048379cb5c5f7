"""Reports cleared desk by desk, a board's own desks, and who stands behind a report."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.builders import a_board, a_meeting, an_item

from boardtool.data import agenda, clearance, report_facts
from boardtool.data.cases import of_meeting
from boardtool.domain.clearance import USUAL_CHAIN, Clearance, ClearanceStage
from boardtool.domain.errors import CannotDoError
from boardtool.domain.meetings import Kind
from boardtool.domain.report_facts import ReportFacts
from boardtool.services import clearance as services
from boardtool.services import report_facts as facts_services

if TYPE_CHECKING:
    from boardtool.data.store import Store

ON = date(2022, 8, 17)
OWN = (ClearanceStage("Partner's finance lead", 9, "J Baxter"), ClearanceStage("Chair", 2))


@pytest.fixture
def board(store: Store) -> int:
    return a_board(store)


@pytest.fixture
def item(store: Store, board: int) -> int:
    return an_item(store, a_meeting(store, board), "Strategy", kind=Kind.PAPER)


def passed(store: Store, item: int) -> tuple[Clearance, ...]:
    with store.reading() as reading:
        return clearance.of_meeting(reading, agenda.item(reading, item).meeting_id)


def test_a_desk_that_passed_is_kept_once_with_who_and_when(store: Store, item: int) -> None:
    services.clear(store, item_id=item, stage="finance", by="J Baxter", on=date(2022, 8, 16))
    services.clear(store, item_id=item, stage="Finance", by="J  Baxter", on=ON)
    assert passed(store, item) == (Clearance(item, "Finance", "J Baxter", ON),)
    services.take_back(store, item_id=item, stage="Finance")
    assert passed(store, item) == ()
    store.undo()
    assert passed(store, item) == (Clearance(item, "Finance", "J Baxter", ON),)


def test_an_unknown_desk_is_refused_with_those_there_are(store: Store, item: int) -> None:
    with pytest.raises(CannotDoError, match="The desks of this board are: Author, Lead officer"):
        services.clear(store, item_id=item, stage="Scrutiny", by="", on=ON)


def test_a_verbal_item_crosses_no_desk(store: Store, board: int) -> None:
    verbal = an_item(store, a_meeting(store, board), "Update", kind=Kind.VERBAL)
    with pytest.raises(CannotDoError, match="brings no report"):
        services.clear(store, item_id=verbal, stage="Finance", by="", on=ON)


def test_a_board_sets_its_own_desks_and_goes_back_to_the_usual(store: Store, board: int) -> None:
    with store.reading() as reading:
        assert clearance.chain_of(reading, board) == USUAL_CHAIN
    services.set_chain(store, board_id=board, chain=OWN)
    with store.reading() as reading:
        assert clearance.chain_of(reading, board) == OWN
    services.set_chain(store, board_id=board, chain=())
    with store.reading() as reading:
        assert clearance.chain_of(reading, board) == USUAL_CHAIN
    store.undo()
    with store.reading() as reading:
        assert clearance.own_chain(reading, board) == OWN


@pytest.mark.parametrize(
    ("chain", "why"),
    [
        ([ClearanceStage(" ", 3)], "needs a name"),
        ([ClearanceStage("Finance", 3), ClearanceStage("finance", 2)], "same name"),
        ([ClearanceStage("Finance", 91)], "between 0 and 90"),
        ([ClearanceStage("Finance", 2), ClearanceStage("Legal", 3)], "come in order"),
    ],
)
def test_desks_that_make_no_sense_are_refused(
    store: Store, board: int, chain: list[ClearanceStage], why: str
) -> None:
    with pytest.raises(CannotDoError, match=why):
        services.set_chain(store, board_id=board, chain=chain)


def test_the_checks_of_a_meeting_see_desks_and_facts(store: Store, board: int, item: int) -> None:
    services.set_chain(store, board_id=board, chain=OWN)
    services.clear(store, item_id=item, stage="Chair", by="Cllr Lee", on=ON)
    facts_services.change(store, item_id=item, author="Amy Plank", background="Strategy\r\nPlan ")
    with store.reading() as reading:
        case = of_meeting(reading, agenda.item(reading, item).meeting_id, today=ON)
    assert (case.chain, case.has_own_chain, case.keeps_clearance) == (OWN, True, True)
    assert case.reports == {item: ReportFacts(item, author="Amy Plank", background="Strategy\nPlan")}


def test_facts_of_a_report_change_one_by_one_and_go_back(store: Store, item: int) -> None:
    facts_services.change(store, item_id=item, author="Amy Plank")
    facts_services.change(store, item_id=item, contact_officer="Bob Lee", contact="01536 464646")
    with store.reading() as reading:
        assert report_facts.of_item(reading, item) == ReportFacts(
            item, "Amy Plank", "Bob Lee", "01536 464646"
        )
    store.undo()
    with store.reading() as reading:
        assert report_facts.of_item(reading, item) == ReportFacts(item, "Amy Plank")
    with pytest.raises(CannotDoError, match="has no shoe size"):
        facts_services.change(store, item_id=item, **{"shoe size": "9"})
