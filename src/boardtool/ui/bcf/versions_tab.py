"""The Versions tab: what was sealed, what has changed since line by line, who signed, and what comes next."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardtool.domain.bcf.comparing import Fate, compared
from boardtool.domain.bcf.plans import PlanState, SignOff, Version
from boardtool.domain.bcf.sealing import opened
from boardtool.domain.findings import Severity
from boardtool.services.bcf import plans, versions
from boardtool.services.bcf.versions import NextYear
from boardtool.ui.bcf.open_plan import OpenPlan
from boardtool.ui.bcf.sign_offs import SignOffs
from boardtool.ui.bcf.signing import SignDialog
from boardtool.ui.bcf.tab import Going, PlanTab
from boardtool.ui.bcf.versions_columns import ComparedRow, change_columns, version_columns
from boardtool.ui.context import Context
from boardtool.ui.meetings.agenda.kept_text import KeptText
from boardtool.ui.meetings.either import Either
from boardtool.ui.page import KeyHint
from boardtool.ui.places import Place
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.tables.view import TableView
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.widgets import labels
from boardtool.ui.widgets.buttons import small
from boardtool.ui.widgets.labels import SectionHeading
from boardtool.ui.widgets.layouts import in_tab_order
from boardtool.ui.widgets.notices import EmptyState
from boardtool.ui.widgets.panel import RightPanel

_ROWS = 6


class VersionsTab(PlanTab):
    """Versions above, the comparison of the chosen one with the plan as it is now beneath."""

    def __init__(self, context: Context, plan: OpenPlan, going: Going) -> None:
        super().__init__(context, plan, going)
        self.table: TableView[Version] = TableView(
            RowModel(version_columns(), key=lambda one: one.id),
            name="bcf versions",
            accessible="Versions",
            row=sizes.ROW,
            preferences=context.preferences,
        )
        self.changes: TableView[ComparedRow] = TableView(
            RowModel(change_columns(), key=lambda row: row.id),
            name="bcf comparison",
            accessible="What changed since the version",
            row=sizes.ROW_DENSE,
            preferences=context.preferences,
        )
        self.panel = RightPanel("Sign-offs")
        self.sign_offs = SignOffs(self._change_sign_off, self._remove_sign_off)
        self.note = small("Note a sign-off\u2026", self._sign, icon="plus")
        self.submit = small("Submit", self._submit, icon="lock", writes=True)
        self.open_again = small("Open again", self._open_again, icon="pencil", writes=True)
        self.approve = small("Approve", self._approve, icon="circle-check", writes=True)
        self.next_year = small("Copy into next year", self._copy, icon="copy", writes=True)
        self._steps = (self.submit, self.approve, self.open_again, self.next_year)
        self.narrative = KeptText("Narrative plan: where it is, and which boards share it", lines=4)
        self.narrative.setPlaceholderText("Where it is, and which boards share it")
        self.narrative.typed.connect(self._write_narrative)
        self._lay_out()
        self.table.current_changed.connect(self._compare)
        self.changes.opened.connect(self._open_line)
        offer = context.commands.add
        offer(self, "Submit plan", self._submit, writes=True)
        offer(self, "Approve plan", self._approve, writes=True)
        offer(self, "Open plan again", self._open_again, writes=True)
        offer(self, "Copy plan into next year", self._copy, writes=True)
        offer(self, "Note a sign-off\u2026", self._sign, keys="Ctrl+N", writes=True)

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
        column.addStretch(0)
        panel = self.panel.column
        panel.addWidget(labels.section("Sign-offs"))
        panel.addWidget(self.sign_offs)
        panel.addSpacing(sizes.S2)
        panel.addWidget(self.note)
        panel.addSpacing(sizes.S5)
        panel.addWidget(labels.section("The plan"))
        for button in self._steps:
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
        in_tab_order([*self.sign_offs.links, self.note, *self._steps, self.narrative])
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
            self.going.tell("Copied.", f"Without a successor, and kept as they are: {shown}.")
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
