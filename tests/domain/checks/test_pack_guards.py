"""Each guard of a pack by itself: whom it stops, and what no reason waives."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from boardtool.domain.boards import Board
from boardtool.domain.checks import pack_guards
from boardtool.domain.checks.case import MeetingCase
from boardtool.domain.checks.exempt import open_and_exempt
from boardtool.domain.checks.meeting import check_meeting
from boardtool.domain.checks.prospect import prospect
from boardtool.domain.findings import Severity
from boardtool.domain.meetings import AgendaItem, Kind, Meeting, Paper
from boardtool.domain.pack.made import MadePack, PackKind, standing_of
from boardtool.domain.paper_check import UNREADABLE, PaperCheck, PaperFinding

OPEN, SHUT = "a" * 64, "b" * 64
REPORT = Paper(1, 1, 0, "", "Strategy", "strategy.pdf", OPEN, 1, 2)
ANNEX = Paper(2, 1, 1, "A", "Prices", "prices.pdf", SHUT, 1, 2, exempt=True, paragraphs="3")
ITEM = AgendaItem(1, 2, 1, "01", "Strategy", ("Chair",), Kind.PAPER, papers=(REPORT,))
LEASE = replace(ITEM, id=2, number="02", subject="Lease", papers=(), exempt="3", public_interest="Prices.")
EVERY = tuple(PackKind)
FOR_THE_PUBLIC = (PackKind.PUBLIC, PackKind.SUPPLEMENT)


def stopped(*items: AgendaItem, kind: PackKind = PackKind.PUBLIC) -> list[tuple[str, str]]:
    return [(found.rule, found.where) for found in pack_guards.stops(items, kind)]


def checked(kind: str, severity: Severity = Severity.BLOCK) -> dict[str, PaperCheck]:
    return {OPEN: PaperCheck(OPEN, 2, findings=(PaperFinding(kind, severity, "Something is wrong."),))}


@pytest.mark.parametrize("kind", EVERY)
def test_papers_that_are_right_pass_every_guard(kind: PackKind) -> None:
    assert stopped(ITEM, replace(ITEM, papers=(REPORT, ANNEX)), LEASE, kind=kind) == []


@pytest.mark.parametrize("kind", EVERY)
@pytest.mark.parametrize("exempt", ["commercial", "12", "3, 18", "0"])
def test_r13_stops_every_pack_of_an_item_without_an_english_paragraph(kind: PackKind, exempt: str) -> None:
    assert stopped(replace(LEASE, exempt=exempt), kind=kind) == [("R13", "02")]


@pytest.mark.parametrize("kind", EVERY)
@pytest.mark.parametrize("paragraphs", ["", "12", "3, 15"])
def test_r13_stops_every_pack_of_an_appendix_without_one(kind: PackKind, paragraphs: str) -> None:
    item = replace(ITEM, papers=(REPORT, replace(ANNEX, paragraphs=paragraphs)))
    assert stopped(item, kind=kind) == [("R13", "01")]


def test_r13_says_once_of_an_exempt_item_what_its_paper_says_too() -> None:
    item = replace(LEASE, papers=(replace(ANNEX, paragraphs=""),))
    assert stopped(item) == []


@pytest.mark.parametrize("kind", FOR_THE_PUBLIC)
def test_r17_stops_what_the_public_gets_where_one_file_is_open_and_exempt(kind: PackKind) -> None:
    twice = (ITEM, replace(LEASE, papers=(REPORT,)))
    assert stopped(*twice, kind=kind) == [("R17", "01")]
    as_appendix = (ITEM, replace(ITEM, number="03", papers=(replace(ANNEX, digest=OPEN),)))
    assert stopped(*as_appendix, kind=kind) == [("R17", "01")]
    assert stopped(*twice, kind=PackKind.PRIVATE) == []


def test_r17_names_both_items() -> None:
    [found] = open_and_exempt((ITEM, replace(LEASE, papers=(REPORT,))))
    assert found.message == "strategy.pdf is open here, but exempt in item 02."


def test_r14_stops_no_pack_and_blocks_the_publication() -> None:
    bare = replace(LEASE, public_interest="")
    case = MeetingCase(
        Board(1, "B", "Board"), Meeting(2, 1, "B", "Board", date(2022, 9, 6), "13:30", ""), date(2022, 8, 24),
        items=(bare,),
    )  # fmt: skip
    found = check_meeting(case)
    assert ("R14", Severity.BLOCK) in {(each.rule, each.severity) for each in found.findings}
    for kind in (PackKind.PUBLIC, PackKind.PRIVATE):
        seen = prospect(case, found, kind)
        assert seen.stops == ()
        assert "R14" in {each.rule for each in seen.lacking}


def going(*items: AgendaItem, kind: PackKind, packed: tuple[str, ...] = ()) -> list[str]:
    return [paper.digest for _, paper in pack_guards.going_in(items, kind, packed=packed)]


def test_what_goes_in_is_what_the_kind_of_pack_may_hold() -> None:
    items = (replace(ITEM, papers=(REPORT, ANNEX)), replace(LEASE, papers=(ANNEX,)))
    assert going(*items, kind=PackKind.PUBLIC) == [OPEN]
    assert going(*items, kind=PackKind.PRIVATE) == [OPEN, SHUT, SHUT]
    assert going(*items, kind=PackKind.SUPPLEMENT, packed=(OPEN,)) == []
    assert going(*items, kind=PackKind.PUBLIC, packed=(OPEN,)) == [OPEN]


@pytest.mark.parametrize("kind", EVERY)
@pytest.mark.parametrize("found", sorted(UNREADABLE))
def test_what_cannot_be_read_stays_out_of_every_pack_and_is_not_what_a_reason_waives(
    kind: PackKind, found: str
) -> None:
    papers = pack_guards.going_in((ITEM,), kind)
    out = [(paper.digest, told.where) for paper, told in pack_guards.unreadable(papers, checked(found))]
    assert out == [(OPEN, "01")]
    assert list(pack_guards.hidden(papers, checked(found), kind)) == []


def test_a_paper_with_two_reasons_to_stay_out_is_named_once() -> None:
    wrong = tuple(PaperFinding(kind, Severity.BLOCK, "It is wrong.") for kind in ("damaged", "locked"))
    papers = pack_guards.going_in((ITEM,), PackKind.PUBLIC)
    found = pack_guards.unreadable(papers, {OPEN: PaperCheck(OPEN, None, findings=wrong)}, no_pdf={OPEN})
    assert len(list(found)) == 1


@pytest.mark.parametrize("found", ["hidden text", "white text", "black box", "hidden layer", "comments"])
def test_h6_asks_for_a_reason_wherever_the_public_would_read_what_is_hidden(found: str) -> None:
    for kind in FOR_THE_PUBLIC:
        papers = pack_guards.going_in((ITEM,), kind)
        [told] = pack_guards.hidden(papers, checked(found), kind)
        assert told.message == "strategy.pdf: Something is wrong."
        assert list(pack_guards.unreadable(papers, checked(found))) == []
    papers = pack_guards.going_in((ITEM,), PackKind.PRIVATE)
    assert list(pack_guards.hidden(papers, checked(found), PackKind.PRIVATE)) == []


@pytest.mark.parametrize("severity", [Severity.WARN, Severity.INFORM])
def test_what_only_warns_asks_for_no_reason(severity: Severity) -> None:
    papers = pack_guards.going_in((ITEM,), PackKind.PUBLIC)
    assert list(pack_guards.hidden(papers, checked("comments", severity), PackKind.PUBLIC)) == []


def a_pack(kind: PackKind, first_page: int) -> MadePack:
    return MadePack(first_page, 2, kind, datetime(2022, 8, 24, 12), "c", 1, "d", first_page, first_page, ())


def test_the_public_has_the_newest_pack_and_the_newest_of_each_supplement() -> None:
    public, supplement, private = PackKind.PUBLIC, PackKind.SUPPLEMENT, PackKind.PRIVATE
    made = [a_pack(*each) for each in ((supplement, 9), (public, 1), (supplement, 5), (private, 1))]
    assert [pack.first_page for pack in standing_of(made)] == [1, 5]
    assert [pack.first_page for pack in standing_of([*made, a_pack(supplement, 7)])] == [1, 5, 7]
    again = [*made, a_pack(supplement, 7), a_pack(supplement, 5)]
    assert [pack.first_page for pack in standing_of(again)] == [1, 5]
    assert standing_of([*again, a_pack(public, 1)]) == (a_pack(public, 1),)
