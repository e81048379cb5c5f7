"""Whether reports on an agenda have the parts that a report has, and the appendices that they list (R11)."""

from collections.abc import Iterator

from boardtool.domain.checks.case import Check, MeetingCase
from boardtool.domain.checks.exempt import NAMES_A_PAPER
from boardtool.domain.findings import Finding, Severity
from boardtool.domain.meetings import AgendaItem, Kind, Paper
from boardtool.domain.paper_check import PaperFinding
from boardtool.domain.report_shape import appendices_named, is_of_report, listed_appendices


def _reports_are_complete(case: MeetingCase) -> Iterator[Finding]:
    for item, report, findings in _reports(case):
        for finding in findings:
            letters = listed_appendices(finding)
            if letters is None:
                yield _of(item, f"{report.file_name}: {finding.says}")
            elif differs := _other_appendices(item, letters):
                yield _of(item, f"{report.file_name} {differs}")


def _reports(case: MeetingCase) -> Iterator[tuple[AgendaItem, Paper, list[PaperFinding]]]:
    """The open reports of which something was found as reports, each with its item."""
    for item in case.items:
        for paper in () if item.exempt or item.kind is Kind.NONE else item.papers:
            check = case.paper_checks.get(paper.digest)
            if paper.letter or paper.exempt or check is None:
                continue
            if findings := [each for each in check.findings if is_of_report(each)]:
                yield item, paper, findings


def _other_appendices(item: AgendaItem, letters: tuple[str, ...]) -> str:
    """How the appendices that came differ from those listed, to be read after the name; "" if they agree."""
    there = [paper.letter for paper in item.papers if paper.letter]
    if set(letters) == set(there):
        return ""
    return f"lists {appendices_named(letters)}, but {appendices_named(there)} came with it."


def _of(item: AgendaItem, message: str) -> Finding:
    return Finding("R11", Severity.WARN, message, item.number, NAMES_A_PAPER, items=(item.id,))


def _has_reports(case: MeetingCase) -> bool:
    return case.ahead and any(True for _ in _reports(case))


CHECKS = (
    Check("R11", _reports_are_complete, _has_reports, says="Reports have their parts and their appendices"),
)
