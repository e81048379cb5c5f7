"""The plan that is open: as the library holds it, with what is typed over it, and its checks at once."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from boardtool.domain.bcf.block import typed, with_values
from boardtool.domain.bcf.cells import FIELDS, CellKind, shown
from boardtool.domain.bcf.checks import LiveChecks, Mend, PlanCase, PlanFinding, Recent
from boardtool.domain.bcf.plans import Line
from boardtool.domain.errors import CannotDoError
from boardtool.domain.findings import Checked, Severity
from boardtool.services.bcf import schemes
from boardtool.ui.bcf.facts import BcfFacts, LinesNow, lines_now
from boardtool.ui.context import Context

Marks = Mapping[int, Mapping[str, PlanFinding]]

SEALED = "This plan is sealed. Open it again as a draft to change it."


class Typed(NamedTuple):
    """The newest cell that was typed: what stood there, and what stands there now."""

    line_id: int
    field: str
    before: str
    after: str


class OpenPlan(QObject):
    """Holds one plan; `changed` says that its lines, money or findings are others now.

    A cell that is typed stands in `case` at once, with every check made anew, and is written behind it.
    `refused(sentence)` is emitted where the library did not take something.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._checks = LiveChecks()
        self._held: PlanCase | None = None
        self._shown: PlanCase | None = None
        self._numbers = count(1)
        self._being_written = 0
        self._stale: frozenset[int] = frozenset()
        self.checked = Checked((), 0)
        self.marks: Marks = {}
        self.newest: Typed | None = None
        self.facts = BcfFacts((), ())

    # What is shown

    @property
    def case(self) -> PlanCase | None:
        """The plan with what is being typed."""
        return self._shown

    @property
    def lines(self) -> tuple[Line, ...]:
        return () if self._shown is None else self._shown.whole.lines

    @property
    def is_sealed(self) -> bool:
        held = self._held
        return self._context.read_only or (held is not None and held.whole.plan.state.is_sealed)

    @property
    def findings(self) -> tuple[PlanFinding, ...]:
        return tuple(found for found in self.checked.findings if isinstance(found, PlanFinding))

    def line(self, line_id: int) -> Line | None:
        return next((line for line in self.lines if line.id == line_id), None)

    def load(self, found: BcfFacts) -> None:
        """Show a plan as the library holds it."""
        self.facts = found
        case = found.case
        if case is None or self._held is None or case.whole.plan.id != self._held.whole.plan.id:
            self._checks = LiveChecks()
            self.newest = None
        self._stale = frozenset()
        self._become(case)

    # Typing

    def preview(self, line_id: int, field: str, text: str) -> None:
        """Show what the plan would be with a text in a cell that is still being typed."""
        held = self._held
        line = None if held is None else next((each for each in held.whole.lines if each.id == line_id), None)
        if held is not None and line is not None:
            self.newest = Typed(line_id, field, shown(field, line), text)
            self._show(_with_cell(held, line_id, field, text, at=self._now()))

    def stop_preview(self) -> None:
        if self._shown is not self._held:
            self.newest = None
            self._show(self._held)

    def type_over(self, line_id: int, field: str, text: str) -> None:
        """Take what was typed into a cell: it stands at once, and is written while one goes on."""
        held = self._held
        line = None if held is None else next((each for each in held.whole.lines if each.id == line_id), None)
        if held is None or line is None:
            return
        if self.is_sealed:
            self._shown = held
            self.refused.emit(SEALED)
            return
        case = _with_cell(held, line_id, field, text, at=self._now())
        after = next(each for each in case.whole.lines if each.id == line_id)
        if after == line:
            self.stop_preview()
            return
        self.newest = Typed(line_id, field, shown(field, line), shown(field, after))
        if case == self._shown:  # every key of it was checked already
            self._held = self._shown
        else:
            self._become(case)
        self._write(line_id, field, text)

    def _now(self) -> str:
        return f"{self._context.clock.now():%H:%M}"

    def take(self, mend: Mend) -> None:
        """Put a finding right as its mend says."""
        if mend.part == "lines":
            self.type_over(mend.row_id, mend.field, mend.text)
            return
        store = self._context.store
        self._context.steps.run(lambda: schemes.take_mend(store, mend=mend), refused=self.refused.emit)

    def _write(self, line_id: int, field: str, text: str) -> None:
        store = self._context.store

        def write() -> str:
            try:
                schemes.change_cell(store, line_id=line_id, field=field, text=text)
            except CannotDoError as error:
                return str(error)
            return ""

        self._being_written += 1
        self._context.steps.send(f"scheme cell {next(self._numbers)}", write, then=self._written)

    def _written(self, sentence: str) -> None:
        self._being_written -= 1
        if sentence:
            self.refused.emit(sentence)
        self._ask_again()

    # What changed in the library

    def lines_changed(self, ids: frozenset[int]) -> None:
        """Ask for lines that changed; the answer waits until nothing typed is on its way to the library."""
        self._stale |= ids
        self._ask_again()

    def _ask_again(self) -> None:
        held, asked = self._held, self._stale
        if held is None or not asked or self._being_written:
            return
        plan_id, known = held.whole.plan.id, frozenset(line.id for line in held.whole.lines)
        self._context.asking.ask(
            (self, "lines"), lambda reading: lines_now(reading, plan_id, asked, known), self._take_lines
        )

    def _take_lines(self, now: LinesNow) -> None:
        held = self._held
        if held is None or self._being_written:
            return
        self._stale -= now.asked
        kept = {line.id: line for line in held.whole.lines if line.id not in now.asked}
        lines = tuple(sorted([*kept.values(), *now.lines.values()], key=lambda line: line.position))
        if lines != held.whole.lines or now.recent != held.recent:
            self._become(replace(held, whole=replace(held.whole, lines=lines), recent=now.recent))

    # Becoming

    def _become(self, case: PlanCase | None) -> None:
        self._held = case
        self._show(case)

    def _show(self, case: PlanCase | None) -> None:
        self._shown = case
        self.checked = Checked((), 0) if case is None else self._checks.check(case)
        self.marks = _marks(self.findings)
        self.changed.emit()


def _with_cell(case: PlanCase, line_id: int, field: str, text: str, *, at: str = "") -> PlanCase:
    """The case with a text typed into one cell; an amount's change is the newest."""
    lines = case.whole.lines
    place = next((at for at, line in enumerate(lines) if line.id == line_id), None)
    if place is None:
        return case
    before = lines[place]
    after = with_values(before, typed(case.lists, before, {field: text}))
    recent = case.recent
    if FIELDS[field].kind is CellKind.MONEY and after != before:
        recent = (Recent(line_id, field, getattr(before, field), at), *recent)
    whole = replace(case.whole, lines=(*lines[:place], after, *lines[place + 1 :]))
    return replace(case, whole=whole, recent=recent)


def _marks(findings: Sequence[PlanFinding]) -> Marks:
    """By line and field what is wrong with that cell; the gravest where there are several."""
    marks: dict[int, dict[str, PlanFinding]] = {}
    for found in findings:
        if found.severity is not Severity.INFORM and is_of_one_cell(found):
            marks.setdefault(found.items[0], {}).setdefault(found.field, found)
    return marks


def is_of_one_cell(found: PlanFinding) -> bool:
    """Whether a finding means one cell: that of its only line, or of the change that caused it."""
    if not found.items or found.field not in FIELDS:
        return False
    caused = any(mend.part == "lines" and mend.row_id == found.items[0] for mend in found.mends)
    return len(found.items) == 1 or caused
