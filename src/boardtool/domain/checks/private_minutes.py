"""What the open minutes say of what was done in private (R18)."""

from collections.abc import Iterator, Sequence

from boardtool.domain.checks.case import Check, MeetingCase
from boardtool.domain.findings import Finding, Severity
from boardtool.domain.meetings import AgendaItem, Status
from boardtool.domain.minutes import Minute

SUMMARISE = "Write the summary"


def _exempt_minutes_are_summarised(case: MeetingCase) -> Iterator[Finding]:
    """R18: without the exempt passages what is left is still a fair and coherent record (s.100C(2))."""
    numbers = {item.id: item.number for item in case.items}
    for minute in unsummarised(case.minutes, case.items):
        yield Finding(
            "R18",
            Severity.BLOCK,
            f"{named(minute)} is left out of the open minutes: write for the public what was done, without "
            "what is exempt.",
            numbers.get(minute.item_id or 0, ""),
            SUMMARISE,
            items=() if minute.item_id is None else (minute.item_id,),
        )


def unsummarised(minutes: Sequence[Minute], items: Sequence[AgendaItem]) -> list[Minute]:
    """The exempt minutes that say something, and of which the open minutes say nothing (R18)."""
    return [
        minute
        for minute in private_minutes(minutes, items)
        if (minute.narrative.strip() or minute.resolutions) and not minute.public_summary
    ]


def private_minutes(minutes: Sequence[Minute], items: Sequence[AgendaItem]) -> list[Minute]:
    """The minutes that are kept from the public: exempt themselves, or of an exempt item."""
    closed = {item.id for item in items if item.exempt}
    return [minute for minute in minutes if minute.exempt or minute.item_id in closed]


def named(minute: Minute) -> str:
    return f"Minute {minute.number}" if minute.number else minute.heading


def _minuted_exempt_business(case: MeetingCase) -> bool:
    """Once approved they are locked: those approved before boardtool asked are let be."""
    return case.meeting.status is not Status.APPROVED and bool(private_minutes(case.minutes, case.items))


CHECKS = (
    Check(
        "R18",
        _exempt_minutes_are_summarised,
        _minuted_exempt_business,
        says="The open minutes say what was done in private",
    ),
)
