"""What stands in the way of a pack is known before it is made."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from boardtool.domain.boards import Board
from boardtool.domain.checks.case import MeetingCase
from boardtool.domain.checks.meeting import check_meeting
from boardtool.domain.checks.prospect import Prospect, prospect
from boardtool.domain.findings import Severity
from boardtool.domain.meetings import AgendaItem, Kind, Meeting, Paper
from boardtool.domain.pack.made import MadePack, PackKind, packed_items
from boardtool.domain.paper_check import PaperCheck, PaperFinding

BOARD = Board(1, "NNHWB", "North Health and Wellbeing Board")
MEETING = Meeting(2, 1, "NNHWB", BOARD.name, date(2022, 9, 6), "13:30", "Council Chamber")
REPORT = Paper(1, 1, 0, "", "Strategy", "strategy.pdf", "a" * 64, 1, 2)
ANNEX = Paper(2, 1, 1, "A", "Prices", "prices.pdf", "b" * 64, 1, 2)
HIDES = PaperFinding("hidden text", Severity.BLOCK, "It has text that nobody sees.")
LOCKED = PaperFinding("locked", Severity.BLOCK, "It is protected by a password.")
UNTAGGED = PaperFinding("untagged", Severity.WARN, "It is not tagged.")


def an_item(place: int, *papers: Paper, exempt: str = "", kind: Kind = Kind.PAPER) -> AgendaItem:
    return AgendaItem(
        place, 2, place, f"0{place}", f"Subject {place}", ("Chair",), kind, papers=papers, exempt=exempt
    )


def asked(
    *items: AgendaItem,
    kind: PackKind = PackKind.PUBLIC,
    checks: tuple[PaperCheck, ...] = (),
    packs: tuple[MadePack, ...] = (),
    no_pdf: tuple[str, ...] = (),
) -> Prospect:
    case = MeetingCase(
        BOARD,
        MEETING,
        date(2022, 8, 24),
        items=items,
        packs=packs,
        paper_checks={check.digest: check for check in checks},
    )
    return prospect(case, check_meeting(case), kind, no_pdf=no_pdf)


def a_pack(*items: AgendaItem) -> MadePack:
    made_at = datetime(2022, 8, 24, 12)
    packed = packed_items(items, {}, PackKind.PUBLIC)
    return MadePack(1, 2, PackKind.PUBLIC, made_at, "c" * 64, 1, "d", 1, 20, packed)


def test_nothing_stands_in_the_way_of_papers_that_are_right() -> None:
    found = asked(an_item(1, REPORT, ANNEX), checks=(PaperCheck(REPORT.digest, 2, tagged=True),))
    assert (found.papers, found.stops, found.hidden, found.inaccessible) == (2, (), (), ())


def test_what_hides_text_asks_for_a_reason_in_public_packs_alone() -> None:
    checks = (PaperCheck(REPORT.digest, 2, findings=(HIDES,)),)
    public = asked(an_item(1, REPORT), checks=checks)
    private = asked(an_item(1, REPORT), checks=checks, kind=PackKind.PRIVATE)
    assert [each.message for each in public.hidden] == ["strategy.pdf: It has text that nobody sees."]
    assert (public.stops, private.hidden) == ((), ())


def test_a_locked_paper_is_named_for_every_pack_and_no_reason_helps() -> None:
    checks = (PaperCheck(REPORT.digest, None, findings=(LOCKED,)),)
    for kind in (PackKind.PUBLIC, PackKind.PRIVATE):
        found = asked(an_item(1, REPORT), checks=checks, kind=kind)
        assert [each.where for each in found.unreadable] == ["01"]
        assert (found.stops, found.hidden) == ((), ())


def test_a_paper_that_cannot_become_a_pdf_here_is_named() -> None:
    found = asked(an_item(1, REPORT), no_pdf=(REPORT.digest,))
    assert "strategy.pdf is not a PDF" in found.unreadable[0].message


def test_one_file_open_and_exempt_stops_the_public_pack() -> None:
    items = (an_item(1, REPORT), an_item(2, REPORT, exempt="3"))
    assert "exempt in item 02" in asked(*items).stops[0].message
    assert asked(*items, kind=PackKind.PRIVATE).stops == ()


def test_an_exemption_without_a_paragraph_stops_the_private_pack_too() -> None:
    item = an_item(1, REPORT, exempt="commercial")
    assert [each.rule for each in asked(item, kind=PackKind.PRIVATE).stops] == ["R13"]


def test_papers_without_tags_are_listed_and_stop_nothing() -> None:
    found = asked(an_item(1, REPORT), checks=(PaperCheck(REPORT.digest, 2, findings=(UNTAGGED,)),))
    assert [each.message for each in found.inaccessible] == ["strategy.pdf: It is not tagged."]
    assert found.stops == ()


def test_papers_to_follow_are_lacking_on_the_day_of_publication() -> None:
    found = asked(an_item(1, REPORT), an_item(2, kind=Kind.TO_FOLLOW))
    assert ("R8", "02") in [(each.rule, each.where) for each in found.lacking]


def test_exempt_papers_go_into_the_private_pack_alone() -> None:
    items = (an_item(1, REPORT), an_item(2, ANNEX, exempt="3"))
    assert (asked(*items).papers, asked(*items, kind=PackKind.PRIVATE).papers) == (1, 2)


def test_a_supplement_needs_a_pack_and_something_new() -> None:
    first = an_item(1, REPORT)
    none = asked(first, kind=PackKind.SUPPLEMENT)
    same = asked(first, kind=PackKind.SUPPLEMENT, packs=(a_pack(first),))
    later = asked(an_item(1, REPORT, ANNEX), kind=PackKind.SUPPLEMENT, packs=(a_pack(first),))
    assert "no pack yet" in none.stops[0].message
    assert "No paper has come" in same.stops[0].message
    assert (later.papers, later.stops) == (1, ())


def test_an_empty_supplement_after_a_supplement_is_stopped_unless_that_is_out_of_date() -> None:
    first, both = an_item(1, REPORT), an_item(1, REPORT, ANNEX)
    standing = (a_pack(first), replace(a_pack(both), kind=PackKind.SUPPLEMENT, first_page=21))
    same = asked(both, kind=PackKind.SUPPLEMENT, packs=standing)
    assert "since the last supplement" in same.stops[0].message
    renamed = asked(replace(both, subject="Renamed"), kind=PackKind.SUPPLEMENT, packs=standing)
    assert (renamed.papers, renamed.stops) == (1, ())
