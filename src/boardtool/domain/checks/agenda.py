"""Whether an agenda is complete and adds up: presenters, times, numbers, pages (R9, R12, R29)."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from boardtool.domain.boards import ItemRole
from boardtool.domain.checks.case import Check, MeetingCase, ahead, numbers
from boardtool.domain.dates import clock, long_date, mentioned_date
from boardtool.domain.findings import Finding, Severity
from boardtool.domain.meetings import AgendaItem, Kind, Meeting, Purpose

_PAGES = re.compile(r"(?P<first>\d+)\s*[-\u2013\u2014]\s*(?P<last>\d+)")
_DECIDES = re.compile(
    r"\b(?:approv|agree|adopt|ratif|endors|delegat|appoint|authoris|sign off|sign up)\w*", re.IGNORECASE
)


def _has_items(case: MeetingCase) -> Iterator[Finding]:
    if not case.items:
        yield Finding("agenda", Severity.WARN, "The agenda is empty.", mend="Add items")


def _items_have_presenters(case: MeetingCase) -> Iterator[Finding]:
    lacking = [item for item in case.items if not item.presenters and item.role is not ItemRole.CLOSE]
    if lacking:
        yield _of(lacking, "presenter", Severity.WARN, "Nobody is named to present", "Name a presenter")


def _items_have_lengths(case: MeetingCase) -> Iterator[Finding]:
    lacking = [item for item in case.items[:-1] if not item.length and item.role is not ItemRole.CLOSE]
    if lacking:
        yield _of(lacking, "length", Severity.INFORM, "No time is set aside", "Set the minutes")


def _numbers_are_unlike(case: MeetingCase) -> Iterator[Finding]:
    count = Counter(item.number for item in case.items)
    twice = [item for item in case.items if count[item.number] > 1]
    if twice:
        yield _of(twice, "number", Severity.WARN, "Items share a number", "Renumber")


def _starts_when_the_meeting_does(case: MeetingCase) -> Iterator[Finding]:
    first = case.items[0].start if case.items else None
    if first is not None and first != case.meeting.start:
        yield Finding(
            "start",
            Severity.WARN,
            f"The meeting starts at {clock(case.meeting.start)}, its agenda at {clock(first)}.",
            mend="Set the start",
        )


def _decisions_have_a_paper(case: MeetingCase) -> Iterator[Finding]:
    """R9: a decision on a verbal update leaves nothing to read."""
    lacking = [item for item in case.items if item.kind is Kind.VERBAL and _asks_to_decide(item)]
    if lacking:
        yield _of(
            lacking, "R9", Severity.WARN, "A decision is asked for on a verbal update", "Ask for a paper"
        )


def _asks_to_decide(item: AgendaItem) -> bool:
    return item.purpose is Purpose.DECISION or _DECIDES.search(item.recommendations) is not None


def _pages_add_up(case: MeetingCase) -> Iterator[Finding]:
    """R12: page ranges follow each other without a gap; printed on both sides, each begins on an odd page."""
    ranges = [
        (item, int(found["first"]), int(found["last"]))
        for item in case.items
        if (found := _PAGES.fullmatch(item.pages.strip()))
    ]
    apart = [
        item
        for (_, first, last), (item, next_first, _) in pairwise(ranges)
        if next_first != last + 1 or last < first
    ]
    if apart:
        yield _of(
            apart, "R12", Severity.BLOCK, "Pages do not follow on from the item before", "Make the pack again"
        )
    even = [item for item, first, _ in ranges if first % 2 == 0]
    if case.board.duplex and even:
        yield _of(
            even,
            "R12",
            Severity.WARN,
            "Begins on an even page, though printed on both sides",
            "Make the pack again",
        )


def _last_minutes_are_on_the_agenda(case: MeetingCase) -> Iterator[Finding]:
    """R29: minutes not approved yet come to the next meeting."""
    for held in case.unapproved:
        if not any(_brings_minutes(item, held, newest=case.unapproved[-1]) for item in case.items):
            yield Finding(
                "R29",
                Severity.BLOCK,
                f"The minutes of {long_date(held.date)} are not approved and not on this agenda.",
                mend="Add the item",
            )


def _brings_minutes(item: AgendaItem, held: Meeting, *, newest: Meeting) -> bool:
    if "minutes" not in item.subject.casefold():
        return False
    named = mentioned_date(item.subject)
    return named == held.date or (named is None and item.role is ItemRole.LAST_MINUTES and held == newest)


def _of(items: Sequence[AgendaItem], rule: str, severity: Severity, message: str, mend: str) -> Finding:
    subjects = f"{message}: {items[0].subject}." if len(items) == 1 else f"{message}: {len(items)} items."
    return Finding(rule, severity, subjects, numbers(items), mend, items=tuple(item.id for item in items))


def _unapproved_and_ahead(case: MeetingCase) -> bool:
    return case.ahead and case.statutory


CHECKS = (
    Check("agenda", _has_items, ahead, says="The agenda has items"),
    Check("presenter", _items_have_presenters, ahead, says="Somebody is named to present every item"),
    Check("length", _items_have_lengths, ahead, says="Time is set aside for every item"),
    Check("number", _numbers_are_unlike, says="No two items share a number"),
    Check("start", _starts_when_the_meeting_does, ahead, says="The agenda starts when the meeting does"),
    Check("R9", _decisions_have_a_paper, ahead, says="Every decision has a paper behind it"),
    Check("R12", _pages_add_up, ahead, says="Page ranges follow on from each other"),
    Check(
        "R29",
        _last_minutes_are_on_the_agenda,
        _unapproved_and_ahead,
        says="Minutes not approved yet are on the agenda",
    ),
)
