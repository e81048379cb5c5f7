"""Whether the papers are in, and are what the agenda says they are (R1, R7, R8, R10)."""

from collections.abc import Iterator

from boardtool.domain.checks.case import Check, MeetingCase, ahead, numbers
from boardtool.domain.dates import weekday_date
from boardtool.domain.findings import Finding, Severity
from boardtool.domain.item_roles import MADE_HERE
from boardtool.domain.meetings import AgendaItem, Kind
from boardtool.domain.notice import notice
from boardtool.domain.report_shape import is_of_report
from boardtool.domain.titles import alike, report_title


def missing_papers(case: MeetingCase) -> Iterator[Finding]:
    """R1: open reports go out with the agenda; lacking after the last lawful day they block."""
    last = notice(case.meeting.date, case.rules).last_publish_day
    late = case.statutory and case.today > last
    for item in case.items:
        if item.kind is Kind.PAPER and not item.papers and item.role not in MADE_HERE:
            yield Finding(
                "R1",
                Severity.BLOCK if late else Severity.WARN,
                f"{item.subject} has no paper. "
                + (
                    f"The last lawful day was {weekday_date(last)}."
                    if late
                    else f"Publish by {weekday_date(last)}."
                ),
                item.number,
                "Chase",
                item.presenters,
                (item.id,),
            )


def _to_follow_has_come(case: MeetingCase) -> Iterator[Finding]:
    """R8: what is to follow is asked for until it is there, and afterwards how it came."""
    for item in case.items:
        if item.kind is not Kind.TO_FOLLOW:
            continue
        if item.papers:
            yield _of(item, Severity.INFORM, "has its paper now, but is still “To Follow”", "Make it a paper")
        elif case.ahead:
            yield _of(item, Severity.WARN, f"is “To Follow”: no paper yet{_time_left(case)}", "Chase")
        elif case.minuted and not item.outcome:
            yield _of(
                item,
                Severity.WARN,
                "was to follow, and nothing says how it came: in a supplement, tabled, deferred or verbal",
                "Say how it came",
            )


def _time_left(case: MeetingCase) -> str:
    if case.today >= case.meeting.date:
        return ""
    clear = case.rules.between(case.today, case.meeting.date)
    return f", {clear} clear day{'' if clear == 1 else 's'} before the meeting"


def _of(item: AgendaItem, severity: Severity, what: str, mend: str) -> Finding:
    who = item.presenters if mend == "Chase" else ()
    return Finding("R8", severity, f"{item.subject} {what}.", item.number, mend, who, (item.id,))


def _late_items_are_urgent(case: MeetingCase) -> Iterator[Finding]:
    """R7: an item not on the agenda needs the chair's opinion that it is urgent, with the reason minuted."""
    reasons = {minute.item_id for minute in case.minutes if "urgen" in minute.narrative.casefold()}
    for item in case.items:
        if item.kind is Kind.LATE and item.id not in reasons:
            yield Finding(
                "R7",
                Severity.BLOCK if case.minuted else Severity.INFORM,
                f"{item.subject} came late: the minute must say why the chair holds it to be urgent.",
                item.number,
                "Minute the reason",
                items=(item.id,),
            )


def _titles_agree(case: MeetingCase) -> Iterator[Finding]:
    """R10: the agenda and the report call a thing by the same name, small edits aside."""
    differing = [
        item for item in case.items if (title := report_title(item)) and not alike(item.subject, title)
    ]
    if len(differing) == 1:
        message = f"{differing[0].subject}: its report is called “{report_title(differing[0])}”."
    else:
        message = f"The agenda's title differs from the report's in {len(differing)} items."
    if differing:
        ids = tuple(item.id for item in differing)
        yield Finding("R10", Severity.WARN, message, numbers(differing), "Compare titles", items=ids)


def _papers_are_fit(case: MeetingCase) -> Iterator[Finding]:
    """R33, H6: what stands in open papers can be read by everybody, and nothing is hidden in it."""
    for item in case.items:
        for paper in () if item.exempt else item.papers:
            check = case.paper_checks.get(paper.digest)
            for finding in () if check is None or paper.exempt else check.findings:
                if finding.severity is not Severity.INFORM and not is_of_report(finding):
                    rule = "R33" if finding.severity is Severity.WARN else "R17"
                    yield Finding(
                        rule,
                        finding.severity,
                        f"{paper.file_name}: {finding.says}",
                        item.number,
                        "Look at the paper",
                        items=(item.id,),
                    )


def _has_checked_papers(case: MeetingCase) -> bool:
    return case.ahead and any(
        paper.digest in case.paper_checks for item in case.items for paper in item.papers
    )


def _has_late_items(case: MeetingCase) -> bool:
    return any(item.kind is Kind.LATE for item in case.items)


CHECKS = (
    Check("R1", missing_papers, ahead, says="Every paper that is due is in"),
    Check("R8", _to_follow_has_come, says="Nothing is left “To Follow”"),
    Check("R7", _late_items_are_urgent, _has_late_items, says="Late items have the chair's reason minuted"),
    Check(
        "R33", _papers_are_fit, _has_checked_papers, says="Papers can be read by everybody, and hide nothing"
    ),
    Check("R10", _titles_agree, ahead, says="Agenda and reports call things by the same names"),
)
