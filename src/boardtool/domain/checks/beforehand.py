"""What must be settled before a meeting: who may address it, and reports from desk to desk (R4, R11)."""

from collections.abc import Iterator

from boardtool.domain.checks.case import Check, MeetingCase
from boardtool.domain.dates import clock, weekday_date
from boardtool.domain.findings import Finding, Severity
from boardtool.domain.requests_to_address import minutes_allotted, undecided

DECIDE = "Decide"
SEE_CLEARANCE = "See clearance"


def _requests_are_decided(case: MeetingCase) -> Iterator[Finding]:
    """Whoever asked to speak is told before the meeting whether they may."""
    closes = case.requests_close
    for request in undecided(case.requests):
        item = next((each for each in case.items if each.id == request.item_id), None)
        ended = f"{clock(f'{closes:%H:%M}')} on {weekday_date(closes.date())}"
        late = f" It came late: requests closed at {ended}." if request.is_late(closes) else ""
        yield Finding(
            "requests",
            Severity.WARN,
            f"{request.named} asks to address the meeting, and nobody decided yet.{late}",
            "" if item is None else item.number,
            DECIDE,
            items=() if item is None else (item.id,),
        )


def _speakers_fit_the_time(case: MeetingCase) -> Iterator[Finding]:
    allotted = minutes_allotted(case.requests)
    if allotted > case.speaking.minutes_in_all:
        yield Finding(
            "requests",
            Severity.WARN,
            f"{allotted} minutes are allotted to speakers; the board's rules give "
            f"{case.speaking.minutes_in_all} in all.",
            mend=DECIDE,
        )


def _reports_pass_their_desks(case: MeetingCase) -> Iterator[Finding]:
    """A report that is late at a desk is named once, at the first desk that it did not pass."""
    for item in case.items:
        waiting = next((each for each in case.reached(item) if each.late), None)
        if waiting is not None:
            who = f" ({waiting.stage.who})" if waiting.stage.who else ""
            days = f"{waiting.late} day{'' if waiting.late == 1 else 's'}"
            yield Finding(
                "R11",
                Severity.WARN,
                f"{item.subject} was to be cleared by {waiting.stage.name}{who} on "
                f"{weekday_date(waiting.due)}: {days} late.",
                item.number,
                SEE_CLEARANCE,
                (waiting.stage.who,) if waiting.stage.who else item.presenters,
                (item.id,),
            )


def _has_requests(case: MeetingCase) -> bool:
    return case.ahead and bool(case.requests)


def _follows_clearance(case: MeetingCase) -> bool:
    return case.clearance_binds


CHECKS = (
    Check("requests", _requests_are_decided, _has_requests, says="Every request to speak is decided"),
    Check("requests", _speakers_fit_the_time, _has_requests, says="The speakers fit into their time"),
    Check("R11", _reports_pass_their_desks, _follows_clearance, says="Reports are cleared by the days set"),
)
