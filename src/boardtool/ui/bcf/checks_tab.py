"""The Checks tab: every finding of the plan with its rule, its cell, and what mends it; then what holds."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from boardtool.domain.bcf.cells import FIELDS
from boardtool.domain.bcf.checks import PlanFinding
from boardtool.domain.bcf.checks.case import RULES
from boardtool.domain.findings import Held, Severity
from boardtool.domain.text import begun
from boardtool.ui.bcf.finding_words import LOOK
from boardtool.ui.bcf.open_plan import OpenPlan
from boardtool.ui.bcf.tab import Going, PlanTab
from boardtool.ui.context import Context
from boardtool.ui.messages import Link
from boardtool.ui.page import KeyHint
from boardtool.ui.places import Place
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.check_parts import CheckParts
from boardtool.ui.widgets.sentence_row import Sentence

_TITLES = {
    Severity.BLOCK: "Must be put right",
    Severity.WARN: "Needs a look",
    Severity.INFORM: "For information",
}
_GO = "Go to it"
_MOST = 200
"""Findings of one severity that are listed; a plan with more is mended from the top."""


class ChecksTab(PlanTab):
    """One section for each severity that has findings, and one for the rules that hold."""

    def __init__(self, context: Context, plan: OpenPlan, going: Going) -> None:
        super().__init__(context, plan, going)
        self.checks = CheckParts(_TITLES)
        self.set_body(self.checks)

    def fill(self) -> None:
        for severity, part in self.checks.parts.items():
            found = [each for each in self.plan.findings if each.severity is severity]
            part.show_rows(
                [(_sentence(each, self.plan), self._verb(each)) for each in found[:_MOST]], len(found)
            )
        held = self.plan.checked.held
        self.checks.held.show_rows([(_holds(each), None) for each in held], len(held))

    def panes(self) -> Sequence[QWidget]:
        return (self.checks,)

    def key_hints(self) -> Sequence[KeyHint]:
        return (KeyHint(("Tab",), "next verb"), KeyHint(("Enter",), "do it"))

    def _verb(self, found: PlanFinding) -> Link:
        if found.mends:
            return Link(found.mends[0].says, partial(self.plan.take, found.mends[0]), writes=True)
        return Link(_GO, partial(self._go, found))

    def _go(self, found: PlanFinding) -> None:
        if found.items:
            self.going.show_cell(found.items[0], found.field)
            return
        tab = {"PR": "conditions", "V12": "metrics", "V1": "income", "V2": "income", "V3": "income"}
        self.going.go(Place("bcf", tab=tab.get(found.rule, "schemes")))


def _sentence(found: PlanFinding, plan: OpenPlan) -> Sentence:
    icon, tone = LOOK[found.severity]
    cell = f"{found.sheet}, {found.cell}" if found.cell else ""
    line = plan.line(found.items[0]) if len(found.items) == 1 else None
    lead, who = found.where, [rule_words(found.rule), cell]
    if line is not None:
        lead = f"{found.where.partition(',')[0]}, {FIELDS[found.field].heading}"
        who.insert(0, line.name)
    return Sentence(
        text=found.message,
        lead=begun(lead) if lead.strip() else "\u2013",
        who=" \u00b7 ".join(part for part in who if part),
        verb=found.mends[0].says if found.mends else _GO,
        icon=icon,
        icon_tone=tone,
    )


def _holds(held: Held) -> Sentence:
    return Sentence(text=f"{held.says}.", who=_name(held.rule), icon="circle-check", icon_tone=Tone.DONE)


def rule_words(rule: str) -> str:
    """“Rule V1: each source balances”."""
    says = RULES.get(rule, "")
    return f"{_name(rule)}: {says[0].lower()}{says[1:]}" if says and _name(rule) else _name(rule) or says


def _name(rule: str) -> str:
    return f"Rule {rule}" if rule[:1] == "V" and rule[1:].isdigit() else ""
