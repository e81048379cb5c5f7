"""The checks of a meeting, on the agenda of 6 September 2022 with posts in place of names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from boardtool.domain.boards import Board, ItemRole, Mode, QuorumKind, QuorumRule
from boardtool.domain.checks.case import MeetingCase
from boardtool.domain.checks.meeting import check_meeting
from boardtool.domain.findings import Checked, Finding, Severity
from boardtool.domain.meetings import (
    AgendaItem,
    Attendance,
    Interest,
    InterestTier,
    Kind,
    Meeting,
    Paper,
    Presence,
    Purpose,
    Status,
)
from boardtool.domain.minutes import Minute, Resolution
from boardtool.domain.notice import DayRules
from boardtool.domain.paper_check import PaperCheck, PaperFinding
from boardtool.domain.people import Membership, Seat

BOARD = Board(1, "NNHWB", "North Health and Wellbeing Board")
MEETING = Meeting(
    2, 1, "NNHWB", "North Health and Wellbeing Board", date(2022, 9, 6), "13:30", "Council Chamber"
)
JULY = replace(MEETING, id=1, date=date(2022, 7, 5), status=Status.CIRCULATED)
SEAT = Seat(1, 1, "Director of Public Health", statutory=True)
MEMBER = Membership(1, 1, 1, "J Ashton", "Director of Public Health", seat_id=1)


def a_report(title: str, item_id: int = 0) -> Paper:
    return Paper(1, item_id, 0, "", title, "report.pdf", "0" * 64, 1, 2)


def an_item(number: str, subject: str, kind: Kind = Kind.VERBAL, **values: object) -> AgendaItem:
    facts: dict[str, object] = {"presenters": ("Chair",), "length": 5, "start": "13:45", **values}
    if kind is Kind.PAPER and "papers" not in facts:
        facts["papers"] = (a_report(subject),)
    place = int(number)
    # A wrong fact shows in the tests that use it.
    return AgendaItem(place, 2, place, number, subject, kind=kind, **facts)  # type: ignore[arg-type]


AGENDA = (
    an_item("01", "Apologies for non-attendance", start="13:30"),
    an_item(
        "04", "Minutes from the Previous Meeting", Kind.PAPER, role=ItemRole.LAST_MINUTES, pages="5 - 16"
    ),
    an_item("05", "Action Log", Kind.PAPER, role=ItemRole.ACTION_LOG, papers=(), pages="17 - 18"),
    an_item("06", "Integrated Care Strategy and PLACE Development", Kind.PAPER, pages="19 \u2013 58"),
    an_item("08", "Better Care Fund Plan 2022/23", Kind.TO_FOLLOW, presenters=("Assistant Director",)),
    an_item("010", "Health Equality Grant", Kind.PAPER, papers=(a_report("Memorandum of understanding"),)),
    an_item("015", "Close public meeting", Kind.NONE, role=ItemRole.CLOSE, length=0),
)
CASE = MeetingCase(
    BOARD, MEETING, date(2022, 8, 24), items=AGENDA, members=(MEMBER,), seats=(SEAT,), unapproved=(JULY,)
)


def with_item(item: AgendaItem, case: MeetingCase = CASE) -> MeetingCase:
    """The case with one item replaced by its number, or put before the last."""
    if any(each.number == item.number for each in case.items):
        return replace(case, items=tuple(item if each.number == item.number else each for each in case.items))
    return replace(case, items=(*case.items[:-1], item, case.items[-1]))


def found(case: MeetingCase, rule: str) -> list[Finding]:
    return [finding for finding in check_meeting(case).findings if finding.rule == rule]


def test_the_september_agenda_has_three_findings_and_twelve_checks_hold() -> None:
    checked = check_meeting(CASE)
    assert checked.sentence == "3 findings, 12 checks hold"
    assert not checked.blocks
    assert [(each.rule, each.severity, each.where, each.message) for each in checked.findings] == [
        (
            "R8",
            Severity.WARN,
            "08",
            "Better Care Fund Plan 2022/23 is “To Follow”: no paper yet, 7 clear days before the meeting.",
        ),
        (
            "R10",
            Severity.WARN,
            "010",
            "Health Equality Grant: its report is called “Memorandum of understanding”.",
        ),
        ("R23", Severity.INFORM, "", "Quorum is not set for this board, so it will not be checked."),
    ]


def test_findings_say_what_would_mend_them_and_who_must() -> None:
    assert found(CASE, "R8")[0].mend == "Chase"
    assert found(CASE, "R8")[0].who == ("Assistant Director",)


def test_one_check_that_holds_is_said_in_the_singular() -> None:
    assert Checked((), 1).sentence == "Nothing is lacking, 1 check holds"


@pytest.mark.parametrize(
    ("today", "severities"), [(date(2022, 8, 26), []), (date(2022, 8, 27), [Severity.BLOCK])]
)
def test_r1_blocks_once_the_last_lawful_day_has_passed(today: date, severities: list[Severity]) -> None:
    assert [each.severity for each in found(replace(CASE, today=today), "R1")] == severities


def test_r1_blocks_what_was_published_too_late_and_says_by_how_much() -> None:
    late = replace(MEETING, status=Status.PUBLISHED, published_at=datetime(2022, 8, 30, 10))
    assert found(replace(CASE, meeting=late), "R1")[0].message == (
        "Published on Tuesday 30 August 2022: 4 clear days, 5 are needed. "
        "The last lawful day was Friday 26 August 2022."
    )


def test_r1_is_content_with_what_was_published_in_time_whatever_the_day_is_now() -> None:
    in_time = replace(MEETING, status=Status.PUBLISHED, published_at=datetime(2022, 8, 26, 16))
    case = replace(CASE, meeting=in_time, today=date(2022, 9, 1))
    assert found(case, "R1") == []
    assert found(case, "R5") == []


def test_r1_does_not_bind_a_working_group() -> None:
    group = replace(CASE, board=replace(BOARD, mode=Mode.WORKING_GROUP), today=date(2022, 9, 5))
    assert found(group, "R1") == []


def test_r5_asks_about_a_publication_after_the_office_closed() -> None:
    evening = replace(MEETING, published_at=datetime(2022, 8, 25, 18, 5))
    assert "6.05 pm" in found(replace(CASE, meeting=evening), "R5")[0].message


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2022, 9, 3), "Saturday"),
        (date(2022, 9, 19), "State Funeral"),
        (date(2022, 9, 7), "Council closed"),
    ],
)
def test_r3_warns_of_a_meeting_on_a_day_that_is_not_a_working_day(day: date, why: str) -> None:
    rules = DayRules(excluded={date(2022, 9, 7): "Council closed"})
    case = replace(CASE, meeting=replace(MEETING, date=day), rules=rules)
    assert why in found(case, "R3")[0].message


@pytest.mark.parametrize(
    ("today", "severity"), [(date(2022, 8, 24), Severity.WARN), (date(2022, 8, 30), Severity.BLOCK)]
)
def test_a_paper_that_is_not_in_warns_and_after_the_last_day_blocks(today: date, severity: Severity) -> None:
    bare = an_item("06", "Integrated Care Strategy", Kind.PAPER, papers=())
    lacking = [
        each for each in found(with_item(bare, replace(CASE, today=today)), "R1") if each.where == "06"
    ]
    assert [each.severity for each in lacking] == [severity]


def test_r8_says_when_the_paper_has_come() -> None:
    come = an_item("08", "Better Care Fund Plan", Kind.TO_FOLLOW, papers=(a_report("Plan"),))
    assert [(each.severity, each.mend) for each in found(with_item(come), "R8")] == [
        (Severity.INFORM, "Make it a paper")
    ]


def test_r8_asks_after_the_meeting_how_it_came_until_that_is_said() -> None:
    minuted = replace(CASE, meeting=replace(MEETING, status=Status.DRAFT))
    assert found(minuted, "R8")[0].mend == "Say how it came"
    said = an_item("08", "Better Care Fund Plan", Kind.TO_FOLLOW, outcome="tabled")
    assert found(with_item(said, minuted), "R8") == []


def test_r7_wants_the_reason_of_urgency_in_the_minute() -> None:
    late = with_item(an_item("014", "Winter pressures", Kind.LATE))
    assert found(late, "R7")[0].severity is Severity.INFORM
    minuted = replace(late, meeting=replace(MEETING, status=Status.DRAFT))
    assert found(minuted, "R7")[0].severity is Severity.BLOCK
    reason = Minute(
        1, 2, 14, 0, 42, "Winter pressures", "The Chair held this to be urgent because of the cold."
    )
    assert found(replace(minuted, minutes=(reason,)), "R7") == []


def test_r9_warns_of_a_decision_on_a_verbal_update() -> None:
    assert found(with_item(an_item("07", "Outcomes", purpose=Purpose.DECISION)), "R9")[0].where == "07"
    assert found(with_item(an_item("07", "Outcomes", recommendations="Approve the framework")), "R9")
    assert not found(with_item(an_item("07", "Outcomes", recommendations="Note the update")), "R9")


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Integrated Care Board Update", "Integrated Care Board update"),
        ("Action Plan", "Suicide Prevention Action Plan 2022"),
        ("Communications framework", "Communication frameworks"),
    ],
)
def test_r10_lets_small_edits_of_a_title_pass(subject: str, title: str) -> None:
    agreed = an_item("010", subject, Kind.PAPER, papers=(a_report(title),))
    assert found(with_item(agreed), "R10") == []


def test_r10_does_not_take_a_file_s_name_for_a_title() -> None:
    unnamed = an_item("010", "Health Equality Grant", Kind.PAPER, papers=(a_report("report"),))
    assert found(with_item(unnamed), "R10") == []


def test_r10_gathers_several_titles_into_one_finding() -> None:
    case = with_item(an_item("012", "Communications", Kind.PAPER, papers=(a_report("Community engagement"),)))
    assert [(each.where, each.items) for each in found(case, "R10")] == [("010, 012", (10, 12))]


def test_r12_blocks_pages_with_a_gap_and_warns_of_an_even_first_page() -> None:
    gap = with_item(an_item("06", "Strategy", Kind.PAPER, pages="20 \u2013 58"))
    assert [(each.severity, each.where) for each in found(gap, "R12")] == [
        (Severity.BLOCK, "06"),
        (Severity.WARN, "06"),
    ]
    one_sided = replace(gap, board=replace(BOARD, duplex=False))
    assert [each.severity for each in found(one_sided, "R12")] == [Severity.BLOCK]


def test_r29_blocks_an_agenda_without_the_minutes_of_the_last_meeting() -> None:
    without = replace(CASE, items=tuple(item for item in AGENDA if item.number != "04"))
    assert found(without, "R29")[0].message == (
        "The minutes of 5 July 2022 are not approved and not on this agenda."
    )


def test_r29_wants_every_unapproved_set_and_knows_them_by_their_dates() -> None:
    march = replace(JULY, id=5, date=date(2022, 3, 10))
    two = replace(CASE, unapproved=(march, JULY))
    assert len(found(two, "R29")) == 1
    named = an_item("04", "Minutes of the Meeting Held on 10 March 2022", role=ItemRole.LAST_MINUTES)
    assert [each.message[:30] for each in found(with_item(named, two), "R29")] == [
        "The minutes of 5 July 2022 are"
    ]


@pytest.mark.parametrize(
    ("item", "rule", "where"),
    [
        (an_item("06", "Strategy", presenters=()), "presenter", "06"),
        (an_item("06", "Strategy", length=0), "length", "06"),
        (an_item("01", "Apologies", start="13:45"), "start", ""),
    ],
)
def test_an_incomplete_agenda_says_where(item: AgendaItem, rule: str, where: str) -> None:
    assert [each.where for each in found(with_item(item), rule)] == [where]


def test_items_that_share_a_number_are_named() -> None:
    twice = replace(CASE, items=(*AGENDA, an_item("08", "Again")))
    assert found(twice, "number")[0].where == "08, 08"


def test_an_empty_agenda_is_said_once() -> None:
    assert [each.rule for each in check_meeting(replace(CASE, items=(), unapproved=())).findings] == [
        "agenda",
        "R23",
    ]


EXEMPT = an_item("016", "Contract award", exempt="3", public_interest="Prices would become known.")


def test_an_exempt_item_with_its_paragraph_and_reason_at_the_end_passes() -> None:
    case = replace(CASE, items=(*AGENDA, EXEMPT))
    assert not [each for each in check_meeting(case).findings if each.rule in {"R13", "R14", "R16"}]


@pytest.mark.parametrize("paragraph", ["yes", "12", "3, 18", "0"])
def test_r13_refuses_what_is_no_english_paragraph(paragraph: str) -> None:
    case = replace(CASE, items=(*AGENDA, replace(EXEMPT, exempt=paragraph)))
    assert found(case, "R13")[0].severity is Severity.BLOCK


def test_r13_wants_a_paragraph_for_an_exempt_appendix_too() -> None:
    appendix = replace(a_report("Prices"), letter="A", exempt=True)
    assert found(with_item(an_item("06", "Strategy", Kind.PAPER, papers=(appendix,))), "R13")[0].where == "06"


def test_r14_wants_the_public_interest_weighed() -> None:
    case = replace(CASE, items=(*AGENDA, replace(EXEMPT, public_interest=" ")))
    assert found(case, "R14")[0].where == "016"


CONFIDENTIAL = replace(EXEMPT, exempt="confidential", public_interest="")


def test_r15_asks_no_paragraph_and_no_weighing_of_what_is_confidential() -> None:
    case = replace(CASE, items=(*AGENDA, CONFIDENTIAL))
    rules = {each.rule for each in check_meeting(case).findings}
    assert not rules & {"R13", "R14", "R16"}
    [told] = found(case, "R15")
    assert (told.severity, told.where) == (Severity.INFORM, "016")
    assert "must be excluded" in told.message


def test_r15_wants_the_minutes_to_say_that_the_public_was_excluded() -> None:
    minuted = replace(CASE, meeting=replace(MEETING, status=Status.DRAFT), items=(*AGENDA, CONFIDENTIAL))
    [told] = found(minuted, "R15")
    assert "no minute says that press and public were excluded" in told.message
    said = Minute(1, 2, CONFIDENTIAL.id, 0, 16, "Contract", narrative="The press and public were excluded.")
    assert not found(replace(minuted, minutes=(said,)), "R15")


def test_r15_is_of_a_confidential_appendix_too_and_speaks_of_nothing_else() -> None:
    appendix = replace(a_report("Prices"), letter="A", exempt=True, paragraphs="confidential")
    case = with_item(an_item("06", "Strategy", Kind.PAPER, papers=(appendix,)))
    assert not [each for each in check_meeting(case).findings if each.rule in {"R13", "R14", "R15"}]


def test_r16_asks_no_resolution_where_the_law_closes_the_meeting() -> None:
    minuted = replace(CASE, meeting=replace(MEETING, status=Status.DRAFT))
    assert found(replace(minuted, items=(*AGENDA, EXEMPT)), "R16")
    assert not found(replace(minuted, items=(*AGENDA, CONFIDENTIAL)), "R16")


def test_r17_finds_a_file_that_is_open_in_one_item_and_exempt_in_another() -> None:
    report = a_report("Prices")
    opened = an_item("06", "Strategy", Kind.PAPER, papers=(report,))
    case = replace(CASE, items=(opened, replace(EXEMPT, papers=(replace(report, id=9),))))
    assert [each.where for each in found(case, "R17")] == ["06"]
    assert not found(replace(CASE, items=(opened, EXEMPT)), "R17")


INCOMPLETE = PaperFinding("incomplete", Severity.WARN, "As a report it lacks a purpose. Ask the author.")
LISTED = PaperFinding("appendices A B", Severity.INFORM, "It lists appendices A and B.")


def reported(*findings: PaperFinding, letters: str = "", **values: object) -> MeetingCase:
    """An item whose report was found so, with appendices of these letters."""
    report = replace(a_report("Strategy"), digest="its own")
    more = tuple(replace(report, id=2 + n, letter=letter, digest=letter) for n, letter in enumerate(letters))
    item = replace(an_item("06", "Strategy", Kind.PAPER, papers=(report, *more)), **values)  # type: ignore[arg-type] # fields of an item
    check = PaperCheck(report.digest, 4, tagged=True, findings=findings)
    return replace(with_item(item), paper_checks={report.digest: check})


def test_r11_says_what_a_report_lacks_and_r33_does_not() -> None:
    case = reported(INCOMPLETE)
    [told] = found(case, "R11")
    assert (told.severity, told.where) == (Severity.WARN, "06")
    assert told.message.endswith("As a report it lacks a purpose. Ask the author.")
    assert not found(case, "R33")
    assert not found(reported(INCOMPLETE, exempt="3", public_interest="Prices."), "R11")


def test_r11_holds_the_appendices_that_came_against_those_listed() -> None:
    assert not found(reported(LISTED, letters="AB"), "R11")
    assert (
        "lists appendices A and B, but appendix A came with it"
        in found(reported(LISTED, letters="A"), "R11")[0].message
    )
    assert "but no appendix came with it" in found(reported(LISTED), "R11")[0].message
    none = replace(LISTED, kind="appendices")
    assert (
        "lists no appendix, but appendices A and B came"
        in found(reported(none, letters="AB"), "R11")[0].message
    )
    assert not found(reported(none), "R11")


def test_r11_is_of_open_reports_and_no_appendix_is_one() -> None:
    case = reported(INCOMPLETE)
    item = next(each for each in case.items if each.number == "06")
    for other in (replace(item.papers[0], letter="A"), replace(item.papers[0], exempt=True, paragraphs="3")):
        assert not found(replace(case, items=(replace(item, papers=(other,)),)), "R11")


def test_r16_warns_of_open_business_after_exempt() -> None:
    case = replace(CASE, items=(EXEMPT, *AGENDA[-2:]))
    assert [each.where for each in found(case, "R16")] == ["010"]


def test_r16_wants_the_exclusion_resolved_before_the_first_exempt_item() -> None:
    minuted = replace(CASE, items=(*AGENDA, EXEMPT), meeting=replace(MEETING, status=Status.DRAFT))
    assert found(minuted, "R16")[0].severity is Severity.BLOCK
    resolved = Resolution(1, 1, 0, "", "that the press and public be excluded from the meeting for item 16")
    minute = Minute(1, 2, 15, 0, 55, "Exclusion", resolutions=(resolved,))
    assert found(replace(minuted, minutes=(minute,)), "R16") == []


def test_r20_names_a_vacant_seat_and_says_where_none_is_marked() -> None:
    assert (
        found(replace(CASE, members=()), "R20")[0].message
        == "The seat “Director of Public Health” is vacant."
    )
    assert found(replace(CASE, seats=()), "R20")[0].severity is Severity.INFORM


def test_r23_warns_when_apologies_leave_too_few() -> None:
    board = replace(BOARD, quorum=QuorumRule(QuorumKind.NUMBER, number=2))
    people = (Attendance(1, 2, "A", ""), Attendance(2, 2, "B", "", presence=Presence.APOLOGIES))
    case = replace(CASE, board=board, attendance=people)
    assert found(case, "R23")[0].message == "Voting members expected in the room: 1; a quorum is 2."
    both = replace(case, attendance=(people[0], replace(people[1], presence=Presence.EXPECTED)))
    assert found(both, "R23") == []


def test_r25_asks_what_somebody_with_an_interest_did() -> None:
    interest = Interest(1, 2, 6, 1, "A Member", InterestTier.PECUNIARY, "Owns the site", "")
    assert found(replace(CASE, interests=(interest,)), "R25")[0].where == "06"
    assert found(replace(CASE, interests=(replace(interest, did="left the room"),)), "R25") == []


def test_a_finding_in_json_has_the_keys_of_the_contract() -> None:
    keys = {"rule", "severity", "sheet", "cell", "where", "message"}
    assert keys <= set(found(CASE, "R8")[0].to_json())


def test_r18_wants_a_summary_of_what_was_minuted_in_private() -> None:
    said = Minute(1, 2, EXEMPT.id, 0, 16, "Contract award", narrative="Acme gets it.")
    minuted = replace(CASE, meeting=replace(MEETING, status=Status.DRAFT), items=(*AGENDA, EXEMPT))
    [told] = found(replace(minuted, minutes=(said,)), "R18")
    assert (told.severity, told.where, told.mend) == (Severity.BLOCK, "016", "Write the summary")
    assert told.message.startswith("Minute 16 is left out of the open minutes")
    summarised = replace(said, public_summary="The Board awarded a contract.")
    assert not found(replace(minuted, minutes=(summarised,)), "R18")
    assert not found(replace(minuted, minutes=(replace(said, narrative=" "),)), "R18")
    locked = replace(minuted, meeting=replace(MEETING, status=Status.APPROVED))
    assert not found(replace(locked, minutes=(said,)), "R18")
    alone = replace(said, item_id=None, exempt=True)
    assert [each.where for each in found(replace(minuted, minutes=(alone,)), "R18")] == [""]
