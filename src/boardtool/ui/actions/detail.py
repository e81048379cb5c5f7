"""One action beside the log: its facts, its dated progress, and who changed what."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from boardtool.data import history
from boardtool.data.history import PastStep
from boardtool.domain.actions import Action, ActionStatus
from boardtool.domain.dates import long_date, short_weekday_date, weekday_date
from boardtool.domain.lateness import Standing
from boardtool.services import actions
from boardtool.ui.actions.progress_list import ProgressList
from boardtool.ui.actions.row import LOOK, ActionRow
from boardtool.ui.context import Context
from boardtool.ui.places import Place
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.theme.fonts import BOLD, Size
from boardtool.ui.widgets import labels
from boardtool.ui.widgets.buttons import bare, link
from boardtool.ui.widgets.fields import HintedField
from boardtool.ui.widgets.layouts import clear


class ActionDetail(QWidget):
    """Shows one action; progress typed here is on the action at once.

    Signals: `wanted(step)` asks the page for the action so many lines further (-1, 1); `closed` asks for
    the panel to be closed.
    """

    wanted = Signal(int)
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._row: ActionRow | None = None
        self._number = labels.body(tone=Tone.HELP)
        self._subject = labels.Words(size=Size.READ, weight=BOLD, wrap=True)
        self._facts = QGridLayout()
        self.field = HintedField("What has happened since…", name="Progress")
        self.field.taken.connect(self._add_progress)
        self._progress = ProgressList()
        self._history = QWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._number, 1)
        top.addWidget(bare("chevron-up", "Previous action", lambda: self.wanted.emit(-1)))
        top.addWidget(bare("chevron-down", "Next action", lambda: self.wanted.emit(1)))
        top.addWidget(bare("x", "Close the panel", self.closed.emit, keys="Esc"))
        self._facts.setHorizontalSpacing(sizes.S3)
        self._facts.setVerticalSpacing(sizes.S1)
        self._facts.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.S1)
        column.addLayout(top)
        column.addWidget(self._subject)
        column.addSpacing(sizes.S2)
        column.addLayout(self._facts)
        column.addSpacing(sizes.S3)
        column.addWidget(labels.heading("Progress"))
        column.addWidget(self.field)
        column.addSpacing(sizes.S2)
        column.addWidget(self._progress)
        column.addWidget(self._history)
        self._history.hide()
        column.addStretch(1)

    def show_row(self, row: ActionRow) -> None:
        if self._row is None or self._row.action.id != row.action.id:
            self.field.clear()
            self._history.hide()
        self._row = row
        self._number.setText(row.action.number)
        self._subject.setText(row.action.text)
        self._show_facts(row)
        self._progress.show_notes(row.action.notes, self._context.clock.today())

    def _show_facts(self, row: ActionRow) -> None:
        clear(self._facts)
        action = row.action
        facts: list[tuple[str, QWidget]] = [
            ("Status", self._status(row)),
            ("Allocated to", labels.body("\n".join(action.owners) or "Nobody yet", wrap=True)),
        ]
        if row.standing is Standing.DONE:
            done = action.completed_on
            facts.append(("Completed", labels.body("day not known" if done is None else weekday_date(done))))
        else:
            due = "No day set" if action.due is None else weekday_date(action.due)
            facts.append(("Due", labels.body(due)))
        facts.append(("Board", labels.body(action.board_name, wrap=True)))
        facts.append(("Raised at", self._raised_at(action)))
        for place, (name, value) in enumerate(facts):
            caption = labels.body(name, tone=Tone.HELP)
            caption.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
            self._facts.addWidget(caption, place, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(value, place, 1)

    def _status(self, row: ActionRow) -> QWidget:
        icon, tone = LOOK[row.standing]
        status, when = row.action.status.capitalize(), _when(row)
        # "In progress, 21 days late" is wider than the panel: the days then stand beneath.
        beneath = when if row.action.status is ActionStatus.IN_PROGRESS else ""
        words = ", ".join(part for part in (status, when) if part and part != beneath)
        line = QHBoxLayout()
        line.setSpacing(sizes.S1)
        line.addWidget(labels.Pill(words, icon, tone))
        line.addWidget(bare("chevron-down", "Change status", self.choose_status, keys="S", writes=True))
        line.addStretch(1)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        if beneath:
            column.addWidget(labels.body(beneath[0].upper() + beneath[1:], tone=tone))
        return holder

    def choose_status(self) -> None:
        """Offer the statuses in a menu, the present one ticked."""
        row = self._row
        if row is None:
            return
        menu = QMenu(self)
        for status in ActionStatus:
            entry = menu.addAction(status.capitalize())
            entry.setCheckable(True)
            entry.setChecked(status is row.action.status)
            entry.triggered.connect(lambda _checked=False, status=status: self._set_status(status))
        menu.popup(self.mapToGlobal(self._facts.geometry().topLeft()))

    def _set_status(self, status: ActionStatus) -> None:
        row = self._row
        if row is not None:
            store, today = self._context.store, self._context.clock.today()
            self._context.steps.run(
                lambda: actions.set_status(store, action_ids=[row.action.id], status=status, today=today)
            )

    def _raised_at(self, action: Action) -> QWidget:
        if not action.meeting_ref:
            return labels.body(
                "Between meetings" if action.raised_on is None else long_date(action.raised_on)
            )
        words = long_date(action.raised_on) if action.raised_on else action.meeting_ref
        if action.minute is not None:
            words = f"{words}, minute {action.minute}"
        return link(words, lambda: self._context.navigate(Place("meetings", action.meeting_ref, "minutes")))

    def _add_progress(self, text: str) -> None:
        row = self._row
        if row is None:
            return
        store, today = self._context.store, self._context.clock.today()
        self._context.steps.run(
            lambda: actions.add_progress(store, action_ids=[row.action.id], text=text, today=today),
            then=lambda _none: self.field.clear(),
        )

    def complete(self) -> None:
        """Complete the action; words that stand in the progress box are its last ones."""
        row = self._row
        if row is None or row.action.status.is_done:
            return
        store, today, text = self._context.store, self._context.clock.today(), self.field.text()
        self._context.steps.run(
            lambda: actions.complete(store, action_ids=[row.action.id], today=today, text=text),
            then=lambda _none: self.field.clear(),
        )

    def toggle_history(self) -> None:
        """Show or hide who changed the action, and how."""
        if self._history.isVisible():
            self._history.hide()
        elif self._row is not None:
            action_id = self._row.action.id
            self._context.asking.ask(
                (self, "history"),
                lambda reading: history.steps_of_action(reading, action_id),
                self._show_history,
            )

    def _show_history(self, steps: Sequence[PastStep]) -> None:
        old = self._history.layout()
        if old is not None:
            clear(old)
        grid = old if isinstance(old, QGridLayout) else QGridLayout(self._history)
        grid.setContentsMargins(0, sizes.S3, 0, 0)
        grid.setVerticalSpacing(sizes.S1)
        grid.addWidget(labels.heading("Who changed what"), 0, 0, 1, 2)
        for place, step in enumerate(steps, start=1):
            when = step.at.astimezone()
            grid.addWidget(
                labels.body(step.label + (" (undone)" if step.undone else ""), wrap=True), place, 0
            )
            grid.addWidget(
                labels.caption(f"{short_weekday_date(when.date())}, {when:%H:%M} · {step.who}"), place, 1
            )
        self._history.show()


def _when(row: ActionRow) -> str:
    """“13 days late”, “due in 6 days”; "" for what is done."""
    late = row.lateness.words
    if row.standing is Standing.DONE or not late:
        return ""
    return f"due {late}" if late.startswith("in ") else late
