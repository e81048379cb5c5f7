"""All checks of a meeting, run together."""

from boardtool.domain.checks import (
    agenda,
    beforehand,
    exempt,
    membership,
    notice,
    pack,
    papers,
    private_minutes,
    reports,
)
from boardtool.domain.checks.case import MeetingCase
from boardtool.domain.findings import Checked, Finding, Held, gravest_first

CHECKS = (
    *notice.CHECKS,
    *papers.CHECKS,
    *reports.CHECKS,
    *beforehand.CHECKS,
    *agenda.CHECKS,
    *exempt.CHECKS,
    *private_minutes.CHECKS,
    *membership.CHECKS,
    *pack.CHECKS,
)


def check_meeting(case: MeetingCase) -> Checked:
    """What a meeting still lacks, by rule, and which of the checks that apply hold."""
    found: list[Finding] = []
    held: list[Held] = []
    for check in CHECKS:
        if check.applies(case):
            findings = list(check.find(case))
            found += findings
            if not findings:
                held.append(Held(check.rule, check.says))
    return Checked(gravest_first(found), len(held), tuple(held))
