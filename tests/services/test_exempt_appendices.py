"""One paper of an open item is kept from the public: its paragraphs (R13), and why they outweigh it (R14)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.builders import a_board, a_meeting, a_paper, an_item

from boardtool.data import agenda as kept
from boardtool.data import everything
from boardtool.domain.checks.exempt import SAY_WHY_OF_PAPER, unweighed_interests
from boardtool.domain.errors import CannotDoError
from boardtool.services.agenda import mark_paper_exempt

if TYPE_CHECKING:
    from boardtool.data.store import Store
    from boardtool.domain.meetings import AgendaItem, Paper

WHY = "Bidders would learn the price"


@pytest.fixture
def appendix(store: Store) -> int:
    item_id = an_item(store, a_meeting(store, a_board(store)), "Strategy")
    a_paper(store, item_id)
    return a_paper(store, item_id, "Prices", letter="A")


def item(store: Store) -> AgendaItem:
    with store.reading() as reading:
        return kept.items(reading, 1)[0]


def paper(store: Store) -> Paper:
    return item(store).papers[1]


def test_the_reason_is_kept_beside_the_paragraphs_and_undone_with_them(store: Store, appendix: int) -> None:
    mark_paper_exempt(store, paper_id=appendix, paragraphs="para 3", public_interest=f"  {WHY} ")
    assert (paper(store).exempt, paper(store).paragraphs, paper(store).public_interest) == (True, "3", WHY)
    store.undo()
    assert (paper(store).exempt, paper(store).paragraphs, paper(store).public_interest) == (False, "", "")


def test_other_paragraphs_leave_the_reason_and_none_takes_it_away(store: Store, appendix: int) -> None:
    mark_paper_exempt(store, paper_id=appendix, paragraphs="3", public_interest=WHY)
    mark_paper_exempt(store, paper_id=appendix, paragraphs="1, 3")
    assert paper(store).public_interest == WHY
    mark_paper_exempt(store, paper_id=appendix, paragraphs="", public_interest=WHY)
    assert (paper(store).exempt, paper(store).public_interest) == (False, "")


def test_a_wrong_paragraph_keeps_nothing(store: Store, appendix: int) -> None:
    with pytest.raises(CannotDoError):
        mark_paper_exempt(store, paper_id=appendix, paragraphs="12", public_interest=WHY)
    assert paper(store).public_interest == ""


def test_r14_names_the_appendix_until_it_says_why(store: Store, appendix: int) -> None:
    assert not list(unweighed_interests([item(store)]))
    mark_paper_exempt(store, paper_id=appendix, paragraphs="3")
    [found] = unweighed_interests([item(store)])
    assert "Appendix A: Prices" in found.message
    assert (found.rule, found.where, found.mend) == ("R14", "01", SAY_WHY_OF_PAPER)
    mark_paper_exempt(store, paper_id=appendix, paragraphs="3", public_interest=WHY)
    assert not list(unweighed_interests([item(store)]))


def test_an_exempt_item_answers_for_its_papers(store: Store, appendix: int) -> None:
    mark_paper_exempt(store, paper_id=appendix, paragraphs="3")
    with store.step("Mark") as step:
        kept.change(step, item(store).id, exempt="3", public_interest=WHY)
    assert not list(unweighed_interests([item(store)]))


def test_everything_has_the_reason(store: Store, appendix: int) -> None:
    mark_paper_exempt(store, paper_id=appendix, paragraphs="3", public_interest=WHY)
    with store.reading() as reading:
        told = json.loads(everything.as_json(everything.tables(reading)))
    assert [each["public_interest"] for each in told["paper"]] == ["", WHY]
