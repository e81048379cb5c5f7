"""The Checks tab: every finding with its rule and what mends it, the gravest first, then what holds."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from boardtool.domain.findings import Finding, Held, Severity
from boardtool.ui.context import Context
from boardtool.ui.meetings.facts import MeetingFacts
from boardtool.ui.meetings.finding_look import finding_look, writes
from boardtool.ui.meetings.mending import mend
from boardtool.ui.meetings.tab import WorkspaceTab
from boardtool.ui.messages import Link
from boardtool.ui.page import KeyHint
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.check_parts import CheckParts
from boardtool.ui.widgets.sentence_row import Sentence

_TITLES = {
    Severity.BLOCK: "Blocks",
    Severity.WARN: "Needs a look",
    Severity.INFORM: "For information",
}


class ChecksTab(WorkspaceTab):
    """One section for each severity that has findings, and one for the checks that hold."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.checks = CheckParts(_TITLES)
        self.set_body(self.checks)

    def fill(self, facts: MeetingFacts) -> None:
        for severity, part in self.checks.parts.items():
            found = [finding for finding in facts.checked.findings if finding.severity is severity]
            part.show_rows(
                [
                    (_sentence(each), Link(each.mend, partial(self._mend, each), writes(each)))
                    for each in found
                ],
                len(found),
            )
        held = facts.checked.held
        self.checks.held.show_rows([(_holds(each), None) for each in held], len(held))

    def panes(self) -> Sequence[QWidget]:
        return (self.checks,)

    def key_hints(self) -> Sequence[KeyHint]:
        return (KeyHint(("Tab",), "next verb"), KeyHint(("Enter",), "do it"))

    def _mend(self, finding: Finding) -> None:
        if self.facts is not None:
            mend(
                self.context,
                finding,
                meeting=self.facts.meeting,
                board=self.facts.board,
                parent=self.window(),
            )


def _sentence(finding: Finding) -> Sentence:
    icon, tone = finding_look(finding)
    who = "; ".join(finding.who)
    return Sentence(
        text=finding.message,
        lead=finding.where or "–",
        who=f"{_rule(finding.rule)} · {who}" if who else _rule(finding.rule),
        verb=finding.mend,
        icon=icon,
        icon_tone=tone,
    )


def _holds(held: Held) -> Sentence:
    return Sentence(text=f"{held.says}.", who=_rule(held.rule), icon="circle-check", icon_tone=Tone.DONE)


def _rule(rule: str) -> str:
    """“Rule R8” where law or standing orders speak of it, else nothing more than good practice."""
    return f"Rule {rule}" if rule[:1] == "R" and rule[1:].isdigit() else "Good practice"
