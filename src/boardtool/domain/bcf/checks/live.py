"""All checks of a plan at once; while a grid is typed in, only lines that changed are looked at again."""

from dataclasses import replace
from typing import NamedTuple

from boardtool.domain.bcf.checks import across, lines, rest
from boardtool.domain.bcf.checks.case import RULES, PlanCase, PlanFinding, numbers_of
from boardtool.domain.bcf.plans import Line
from boardtool.domain.findings import Checked, Finding, Held, gravest_first

_OF_THE_PLAN = (
    across.sources_balance,
    across.minimums_are_met,
    across.ids_and_names,
    across.duplicates,
    across.section_75,
    across.printed_totals,
    rest.income,
    rest.conditions,
    rest.metrics,
    rest.sign_offs,
)


class _Known(NamedTuple):
    """What was found within a line as it stood at its place."""

    line: Line
    number: int
    found: tuple[PlanFinding, ...]


class LiveChecks:
    """The checks of one plan while it is being edited.

    Promises the findings of `check`, at the price of the lines that changed: what was found within a line is
    kept for as long as that very line stands at its place.
    """

    def __init__(self) -> None:
        self._known: dict[int, _Known] = {}

    def check(self, case: PlanCase) -> Checked:
        numbered = replace(case, numbers=numbers_of(case.whole.lines))
        found: list[PlanFinding] = []
        known: dict[int, _Known] = {}
        for number, line in enumerate(case.whole.lines, 1):
            before = self._known.get(line.id)
            if before is not None and before.number == number and _same(before.line, line):
                known[line.id] = before
            else:
                known[line.id] = _Known(line, number, tuple(lines.of_line(numbered, line)))
            found += known[line.id].found
        self._known = known
        for look in _OF_THE_PLAN:
            found += look(numbered)
        return _checked(case, found)


def _same(one: Line, other: Line) -> bool:
    return one is other or one == other


def check(case: PlanCase) -> Checked:
    """Everything that is missing or wrong in a plan, the gravest first, and the rules that hold."""
    return LiveChecks().check(case)


def _checked(case: PlanCase, found: list[PlanFinding]) -> Checked:
    broken = {finding.rule for finding in found}
    held = tuple(
        Held(rule, says) for rule, says in RULES.items() if rule not in broken and _asked(case, rule)
    )
    findings: list[Finding] = list(found)
    return Checked(gravest_first(findings), len(held), held)


def _asked(case: PlanCase, rule: str) -> bool:
    """Whether a rule has anything to say of this year and this plan."""
    rules, whole = case.lists.rules, case.whole
    asked = {
        "V2": rules.out_of_hospital,
        "V4": rules.commissioner,
        "V5": rules.sub_types,
        "V12": bool(whole.metrics),
        "V13": rules.outputs,
        "PR": bool(whole.conditions),
        "R34": whole.plan.state.is_sealed,
        "printed": any(tag.printed_total is not None for tag in whole.tags),
    }
    return asked.get(rule, True)
