"""What stands against a publication: which rules ask for a reason, and which no reason waives."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from boardtool.domain.boards import Board, Mode
from boardtool.domain.checks.case import MeetingCase
from boardtool.domain.checks.meeting import check_meeting
from boardtool.domain.checks.publication import HeldUp, PublicationHeldUpError, held_up, rules_of, told
from boardtool.domain.findings import Finding, Severity
from boardtool.domain.meetings import AgendaItem, Kind, Meeting, Paper, Status
from boardtool.domain.pack.made import MadePack, PackKind, packed_items
from boardtool.domain.paper_check import PaperCheck, PaperFinding

IN_TIME, LATE = datetime(2022, 8, 26, 14), datetime(2022, 8, 31, 14)
OPEN, SHUT = "a" * 64, "b" * 64
REPORT = Paper(1, 1, 0, "", "Strategy", "strategy.pdf", OPEN, 1, 2)
PRICES = Paper(2, 1, 1, "A", "Prices", "prices.pdf", SHUT, 1, 2, exempt=True, paragraphs="3")
ITEM = AgendaItem(1, 2, 1, "01", "Strategy", ("Chair",), Kind.PAPER, papers=(REPORT,))
LEASE = AgendaItem(3, 2, 2, "02", "Lease", ("Chair",), Kind.VERBAL, exempt="3", public_interest="Prices.")
MEETING = Meeting(2, 1, "B", "Board", date(2022, 9, 6), "13:30", "")
CASE = MeetingCase(Board(1, "B", "Board"), MEETING, date(2022, 8, 24), items=(ITEM, LEASE))


def of(*items: AgendaItem, **facts: object) -> MeetingCase:
    # A wrong fact shows in the tests that use it.
    return replace(CASE, items=items, **facts)  # type: ignore[arg-type]


def rules(found: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(each.rule, each.where) for each in found]


def a_pack_of(*items: AgendaItem) -> MadePack:
    pages = {item.id: "3 - 4" for item in items if item.papers}
    packed = packed_items(items, pages, PackKind.PUBLIC)
    return MadePack(1, 2, PackKind.PUBLIC, datetime(2022, 8, 25), "c" * 64, 1, "", 1, 4, packed)


def test_an_agenda_that_is_whole_and_in_time_is_not_held_up() -> None:
    assert not held_up(CASE, IN_TIME)


def test_r1_asks_why_it_was_late_whenever_it_is_recorded() -> None:
    for today in (date(2022, 8, 20), date(2022, 9, 5), date(2026, 1, 1)):
        found = held_up(replace(CASE, today=today), LATE)
        assert (rules(found.asks), found.stops) == ([("R1", "")], ())
        assert "3 clear days, 5 are needed" in found.asks[0].message
        assert not held_up(replace(CASE, today=today), IN_TIME)


def test_r1_asks_about_a_paper_that_is_not_there_though_there_was_time_yet() -> None:
    bare = replace(ITEM, papers=())
    assert not check_meeting(of(bare)).blocks
    [found] = held_up(of(bare), IN_TIME).asks
    assert (found.rule, found.where, found.severity) == ("R1", "01", Severity.BLOCK)


def test_a_missing_paper_is_told_the_same_whenever_it_is_recorded() -> None:
    case = of(replace(ITEM, papers=()))
    told_then = held_up(case, IN_TIME)
    assert told_then.asks[0].message.endswith("Publish by Friday 26 August 2022.")
    assert held_up(replace(case, today=date(2026, 1, 1)), IN_TIME) == told_then


def test_what_is_said_to_follow_holds_nothing_up() -> None:
    assert not held_up(of(replace(ITEM, kind=Kind.TO_FOLLOW, papers=())), IN_TIME)


def test_a_working_group_gives_no_notice() -> None:
    case = of(replace(ITEM, papers=()), board=Board(1, "B", "Group", mode=Mode.WORKING_GROUP))
    assert not held_up(case, LATE)


def test_r12_asks_about_a_pack_that_is_older_than_the_agenda() -> None:
    pack = a_pack_of(ITEM, LEASE)
    assert not held_up(of(ITEM, LEASE, packs=(pack,)), IN_TIME)
    case = of(replace(ITEM, subject="Strategy and delivery"), LEASE, packs=(pack,))
    assert ("R12", Severity.WARN) in {(each.rule, each.severity) for each in check_meeting(case).findings}
    found = held_up(case, IN_TIME)
    assert {(each.rule, each.severity) for each in found.asks} == {("R12", Severity.BLOCK)}
    assert found.stops == ()


def test_r14_asks_about_an_item_and_an_appendix_without_their_statement() -> None:
    items = (replace(ITEM, papers=(REPORT, PRICES)), replace(LEASE, public_interest=" "))
    assert rules(held_up(of(*items), IN_TIME).asks) == [("R14", "01"), ("R14", "02")]


def test_r17_asks_about_what_an_open_paper_hides() -> None:
    hides = PaperCheck(OPEN, 2, findings=(PaperFinding("hidden text", Severity.BLOCK, "It hides text."),))
    found = held_up(of(ITEM, paper_checks={OPEN: hides}), IN_TIME)
    assert (rules(found.asks), found.stops) == ([("R17", "01")], ())


def test_r29_asks_about_minutes_that_are_not_on_the_agenda() -> None:
    july = replace(MEETING, id=1, date=date(2022, 7, 5), status=Status.DRAFT)
    assert rules(held_up(of(ITEM, unapproved=(july,)), IN_TIME).asks) == [("R29", "")]


@pytest.mark.parametrize("exempt", ["commercial", "12"])
def test_no_reason_waives_r13(exempt: str) -> None:
    found = held_up(of(ITEM, replace(LEASE, exempt=exempt)), IN_TIME)
    assert (rules(found.stops), found.asks) == ([("R13", "02")], ())


def test_no_reason_waives_r13_of_an_appendix() -> None:
    item = replace(ITEM, papers=(REPORT, replace(PRICES, paragraphs="", public_interest="Prices.")))
    assert rules(held_up(of(item), IN_TIME).stops) == [("R13", "01")]


def test_no_reason_waives_r17_of_a_file_that_is_open_and_exempt() -> None:
    found = held_up(of(ITEM, replace(LEASE, papers=(REPORT,))), LATE)
    assert (rules(found.stops), rules(found.asks)) == ([("R17", "01")], [("R1", "")])


def test_no_reason_waives_r17_of_a_pack_that_shows_what_is_exempt_now() -> None:
    pack = a_pack_of(ITEM, replace(LEASE, exempt=""))
    found = held_up(of(ITEM, LEASE, packs=(pack,)), IN_TIME)
    assert (rules(found.stops), found.asks) == ([("R17", "02")], ())


def test_no_reason_waives_r17_of_a_pack_that_shows_an_appendix_which_is_exempt_now() -> None:
    opened = replace(PRICES, exempt=False, paragraphs="")
    pack = a_pack_of(replace(ITEM, papers=(REPORT, opened)), LEASE)
    shut = replace(ITEM, papers=(REPORT, replace(PRICES, public_interest="Prices.")))
    found = held_up(of(shut, LEASE, packs=(pack,)), IN_TIME)
    assert (rules(found.stops), found.asks) == ([("R17", "01")], ())
    assert found.stops[0].message.endswith("item 01: Appendix A is now exempt.")


def test_what_binds_the_meeting_and_its_minutes_is_not_asked() -> None:
    late = AgendaItem(4, 2, 3, "03", "Urgent matter", ("Chair",), Kind.LATE)
    assert not held_up(of(ITEM, late, LEASE), IN_TIME)
    minuted = replace(MEETING, status=Status.DRAFT)
    blocked = check_meeting(of(ITEM, late, LEASE, meeting=minuted)).findings
    assert {"R7", "R16"} <= {each.rule for each in blocked if each.severity is Severity.BLOCK}
    assert not held_up(of(ITEM, late, LEASE, meeting=minuted), IN_TIME)


def test_the_refusal_names_each_and_says_what_no_reason_waives() -> None:
    late = Finding("R1", Severity.BLOCK, "Published late.")
    shared = Finding("R17", Severity.BLOCK, "a.pdf is open here.", "01")
    assert str(PublicationHeldUpError(HeldUp(asks=(late,)))) == (
        "The publication was not recorded. R1: Published late. Say why it was published all the same."
    )
    assert str(PublicationHeldUpError(HeldUp(stops=(shared,), asks=(late,)))) == (
        "The publication was not recorded. R17, item 01: a.pdf is open here. R1: Published late. "
        "No reason waives R17: put that right first."
    )


def test_a_finding_is_told_with_its_rule_and_all_its_items() -> None:
    several = Finding("R12", Severity.BLOCK, "Pages do not follow on.", "04, 06")
    assert told(several) == "R12, items 04, 06: Pages do not follow on."
    assert rules_of((several, several, Finding("R1", Severity.BLOCK, "Late."))) == "R12, R1"


def test_what_it_was_published_despite_is_among_the_checks() -> None:
    meeting = replace(
        MEETING,
        published_at=LATE,
        published_although="R1: late.\nR14, item 02: no why.",
        published_because="Storm.",
    )
    said = [each for each in check_meeting(replace(CASE, meeting=meeting)).findings if each.rule == "R5"]
    assert [(each.severity, each.message) for each in said] == [
        (
            Severity.INFORM,
            "Published all the same, because: Storm. What stood against it: R1: late. R14, item 02: no why.",
        )
    ]
