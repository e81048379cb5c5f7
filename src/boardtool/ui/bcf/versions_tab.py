"""The Versions tab: what was sealed, what has changed since line by line, who signed, and what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardtool.domain.bcf.cells import FIELDS, CellKind
from boardtool.domain.bcf.comparing import ComparedLine, Fate, compared
from boardtool.domain.bcf.plans import Line, PlanState, SignOff, Version
from boardtool.domain.bcf.pool import figure
from boardtool.domain.bcf.sealing import opened
from boardtool.domain.dates import long_date
from boardtool.domain.errors import CannotDoError
from boardtool.domain.findings import Severity
from boardtool.domain.money import read_pence
from boardtool.services.bcf import plans, versions
from boardtool.services.bcf.versions import NextYear
from boardtool.ui.bcf.open_plan import OpenPlan
from boardtool.ui.bcf.sign_offs import SignOffs
from boardtool.ui.bcf.signing import SignDialog
from boardtool.ui.bcf.tab import Going, PlanTab
from boardtool.ui.context import Context
from boardtool.ui.meetings.agenda.kept_text import KeptText
from boardtool.ui.meetings.either import Either
from boardtool.ui.page import KeyHint
from boardtool.ui.places import Place
from boardtool.ui.tables.column import Align, Cell, Column, Look
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.tables.view import TableView
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets import labels
from boardtool.ui.widgets.buttons import small
from boardtool.ui.widgets.labels import SectionHeading
from boardtool.ui.widgets.notices import EmptyState
from boardtool.ui.widgets.panel import RightPanel

_FATES = {
    Fate.ADDED: ("plus", Tone.DONE, "new"),
    Fate.REMOVED: ("minus", Tone.LATE, "taken out"),
    Fate.CHANGED: ("pencil", Tone.DUE, "changed"),
    Fate.SAME: ("equal", Tone.FAINT, "the same"),
}
_ROWS = 6


@dataclass(frozen=True, slots=True)
class ComparedRow:
    id: int
    line: ComparedLine


class VersionsTab(PlanTab):
    """Versions above, the comparison of the chosen one with the plan as it is now beneath."""

    def __init__(self, context: Context, plan: OpenPlan, going: Going) -> None:
        super().__init__(context, plan, going)
        self.table: TableView[Version] = TableView(
            RowModel(_version_columns(), key=lambda one: one.id),
            name="bcf versions",
            accessible="Versions",
            row=sizes.ROW,
            preferences=context.preferences,
        )
        self.changes: TableView[ComparedRow] = TableView(
            RowModel(_change_columns(), key=lambda row: row.id),
            name="bcf comparison",
            accessible="What changed since the version",
            row=sizes.ROW_DENSE,
            preferences=context.preferences,
        )
        self.panel = RightPanel("Sign-offs")
        self.sign_offs = SignOffs(self._change_sign_off, self._remove_sign_off)
        self.submit = small("Submit", self._submit, icon="lock")
        self.open_again = small("Open again", self._open_again, icon="pencil")
        self.approve = small("Approve", self._approve, icon="circle-check")
        self.next_year = small("Copy into next year", self._copy, icon="copy")
        self.narrative = KeptText("Narrative plan: where it is, and which boards share it", lines=4)
        self.narrative.setPlaceholderText("Where it is, and which boards share it")
        self.narrative.typed.connect(self._write_narrative)
        self._lay_out()
        self.table.current_changed.connect(self._compare)
        self.changes.opened.connect(self._open_line)
        offer = context.commands.add
        offer(self, "Submit plan", self._submit)
        offer(self, "Approve plan", self._approve)
        offer(self, "Open plan again", self._open_again)
        offer(self, "Copy plan into next year", self._copy)
        offer(self, "Note a sign-off\u2026", self._sign, keys="Ctrl+N")

    def _lay_out(self) -> None:
        self.empty = EmptyState("Nothing is sealed yet. Submitting the plan seals its first version.")
        self.same = EmptyState("Nothing has changed since this version.")
        self._versions = Either(self.table, self.empty)
        self._compared = Either(self.changes, self.same)
        self._changed_heading = SectionHeading("What changed since")
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, sizes.S2, 0, 0)
        column.setSpacing(0)
        column.addWidget(SectionHeading("Versions"))
        column.addWidget(self._versions)
        column.addWidget(self._changed_heading)
        column.addWidget(self._compared, 1)
        panel = self.panel.column
        panel.addWidget(labels.section("Sign-offs"))
        panel.addWidget(self.sign_offs)
        panel.addSpacing(sizes.S2)
        panel.addWidget(small("Note a sign-off\u2026", self._sign, icon="plus"))
        panel.addSpacing(sizes.S5)
        panel.addWidget(labels.section("The plan"))
        for button in (self.submit, self.approve, self.open_again, self.next_year):
            panel.addWidget(button)
        panel.addSpacing(sizes.S5)
        panel.addWidget(labels.section("Narrative plan"))
        panel.addWidget(self.narrative)
        panel.addStretch(1)
        self.set_body(middle, self.panel)

    def panes(self) -> Sequence[QWidget]:
        return (self._versions.shown, self._compared.shown, self.panel)

    def key_hints(self) -> Sequence[KeyHint]:
        return (KeyHint(("Enter",), "go to line"), KeyHint(("Ctrl N",), "note a sign-off"))

    # Showing

    def fill(self) -> None:
        case = self.plan.case
        if case is None:
            return
        found = self.plan.facts.versions
        self.table.rows.set_rows(found)
        rows = min(max(len(found), 1), _ROWS)
        self._versions.setFixedHeight(fonts.scaled(sizes.TABLE_HEADER) + rows * fonts.scaled(sizes.ROW))
        self._versions.setCurrentWidget(self.table if found else self.empty)
        if found and self.table.current_row() is None:
            self.table.choose(found[0].id)
        self._compare(self.table.current_row())
        self.sign_offs.show_sign_offs([one for one in case.whole.sign_offs if one.return_id is None])
        self.narrative.set_kept(case.whole.plan.narrative)
        self.narrative.setReadOnly(self.plan.is_sealed)
        state = case.whole.plan.state
        self.submit.setEnabled(state is PlanState.DRAFT and bool(case.whole.lines))
        self.open_again.setEnabled(state.is_sealed)
        self.approve.setEnabled(state in {PlanState.SUBMITTED, PlanState.RESUBMITTED})

    def _compare(self, version: object) -> None:
        case = self.plan.case
        shown = isinstance(version, Version) and case is not None
        self._changed_heading.setVisible(shown)
        self._compared.setVisible(shown)
        if not isinstance(version, Version) or case is None:
            return
        before = opened(version.content, case.whole)
        rows = [
            ComparedRow(held.id, line)
            for line in compared(before.lines, case.whole.lines)
            if line.fate is not Fate.SAME and (held := line.after or line.before) is not None
        ]
        self.changes.rows.set_rows(rows)
        self._compared.setCurrentWidget(self.changes if rows else self.same)
        whole = "" if versions.is_whole(version) else ", and its seal is broken"
        count = f"{len(rows)} line{'' if len(rows) == 1 else 's'}{whole}"
        self._changed_heading.set_text(f"What changed since version {version.number}", count)

    def _open_line(self, row: ComparedRow) -> None:
        if row.line.after is not None:
            self.going.show_cell(row.id, next(iter(row.line.changes), "name"))

    # Doing

    def _plan_id(self) -> int | None:
        case = self.plan.case
        return None if case is None else case.whole.plan.id

    def _write_narrative(self, text: str) -> None:
        plan_id, store = self._plan_id(), self.context.store
        if plan_id is not None:
            self.context.steps.send(
                f"narrative {plan_id}", lambda: plans.set_narrative(store, plan_id=plan_id, text=text)
            )

    def _submit(self) -> None:
        plan_id, store, now = self._plan_id(), self.context.store, self.context.clock.now()
        if plan_id is None:
            return
        grave = sum(found.severity is Severity.BLOCK for found in self.plan.findings)

        def done(_version: int) -> None:
            fails = f" {grave} of its checks fail." if grave else ""
            self.context.messages.say(f"Submitted: the plan is sealed.{fails}")

        self.context.steps.run(
            lambda: versions.submit(store, plan_id=plan_id, now=now), then=done, refused=self.going.say
        )

    def _open_again(self) -> None:
        plan_id, store = self._plan_id(), self.context.store
        if plan_id is not None:
            self.context.steps.run(
                lambda: versions.open_again(store, plan_id=plan_id), refused=self.going.say
            )

    def _approve(self) -> None:
        plan_id, store, today = self._plan_id(), self.context.store, self.context.clock.today()
        if plan_id is not None:
            self.context.steps.run(
                lambda: versions.approve(store, plan_id=plan_id, on=today), refused=self.going.say
            )

    def _copy(self) -> None:
        plan_id, store = self._plan_id(), self.context.store
        if plan_id is None:
            return
        self.context.steps.run(
            lambda: versions.copy_into_next_year(store, plan_id=plan_id),
            then=self._copied,
            refused=self.going.say,
        )

    def _copied(self, made: NextYear) -> None:
        self.going.show_plan(made.plan_id)
        lacking = [one for one in made.to_look_at if not one.became]
        words = dict.fromkeys(one.word for one in lacking)
        if words:
            shown = ", ".join(words)
            self.going.say(f"No successor in the next year: {shown}. These lines keep their words.")
        else:
            self.context.messages.say("Copied: every word has its successor.")
        self.going.go(Place("bcf", tab="checks" if lacking else "schemes"))

    def _sign(self) -> None:
        plan_id = self._plan_id()
        if plan_id is not None:
            self._dialog(plan_id, None)

    def _change_sign_off(self, one: SignOff) -> None:
        plan_id = self._plan_id()
        if plan_id is not None:
            self._dialog(plan_id, one)

    def _dialog(self, plan_id: int, known: SignOff | None) -> None:
        SignDialog(
            self.context,
            self,
            plan_id=plan_id,
            meetings=self.plan.facts.meetings,
            known=known,
        ).open()

    def _remove_sign_off(self, one: SignOff) -> None:
        store = self.context.store
        self.context.steps.run(
            lambda: plans.remove_sign_off(store, sign_off_id=one.id), refused=self.going.say
        )


def _version_columns() -> tuple[Column[Version], ...]:
    return (
        Column("number", "Version", lambda one: str(one.number), width=88, look=Look.HELP),
        Column("state", "State", lambda one: str(one.state).capitalize(), stretch=True, look=Look.SUBJECT),
        Column("at", "Sealed", lambda one: f"{long_date(one.sealed_at.date())}", width=164),
        Column("who", "By", lambda one: one.who, width=164, look=Look.HELP),
        Column("note", "Note", lambda one: one.note, width=164, look=Look.HELP),
        Column(
            "approved",
            "Approved",
            lambda one: long_date(one.approved_on) if one.approved_on is not None else "\u2013",
            width=164,
            look=Look.HELP,
        ),
    )


def _change_columns() -> tuple[Column[ComparedRow], ...]:
    return (
        Column("fate", "What", _fate, width=136),
        Column("id", "ID", lambda row: _line(row).scheme_id, width=56, align=Align.RIGHT, look=Look.HELP),
        Column("name", "Scheme", lambda row: _line(row).name, width=216, look=Look.SUBJECT),
        Column("changes", "From what to what", _changes, stretch=True, look=Look.HELP, tooltip=_changes),
        Column("more", "More, \u00a3", _more, width=128, align=Align.RIGHT),
    )


def _line(row: ComparedRow) -> Line:
    line = row.line.after or row.line.before
    assert line is not None
    return line


def _fate(row: ComparedRow) -> Cell:
    icon, tone, words = _FATES[row.line.fate]
    return Cell(words.capitalize(), icon=icon, icon_tone=tone)


def _changes(row: ComparedRow) -> str:
    return "; ".join(
        f"{FIELDS[name].heading} {_said(name, before)} \u2192 {_said(name, after)}"
        for name, (before, after) in row.line.changes.items()
    )


def _said(name: str, text: str) -> str:
    """An amount as the grid shows it; what is no amount, and every word, as it stands."""
    if not text or FIELDS[name].kind is not CellKind.MONEY:
        return text or "empty"
    try:
        return figure(read_pence(text))
    except CannotDoError:
        return text


def _more(row: ComparedRow) -> str:
    more = row.line.more
    return "" if not more else f"{'+' if more > 0 else ''}{figure(more)}"
