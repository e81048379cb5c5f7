"""Several chosen actions beside the log: one change for all of them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from boardtool.domain.actions import ActionStatus
from boardtool.services import actions
from boardtool.ui.actions.row import ActionRow
from boardtool.ui.context import Context
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets import labels
from boardtool.ui.widgets.fields import Form, HintedField
from boardtool.ui.widgets.names_field import NamesField

_LEAVE = "leave as it is"


class ManyActions(QWidget):
    """Changes several actions in one step: owners, day, status, progress; one undo takes it back."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._ids: list[int] = []
        self._title = labels.section()
        self._numbers = labels.body(tone=Tone.HELP, wrap=True)
        self._form = Form(label_width=84)
        self.owners = NamesField([])
        self.owners.setPlaceholderText(_LEAVE)
        self.owners.returnPressed.connect(self._allocate)
        self.due = QLineEdit()
        self.due.setPlaceholderText(_LEAVE)
        self.due.returnPressed.connect(self._set_due)
        self.status = QComboBox()
        self.status.addItem(_LEAVE, None)
        for status in ActionStatus:
            self.status.addItem(status.capitalize(), status)
        self.status.activated.connect(self._set_status)
        self.progress = HintedField("What has happened since…", name="Progress of all")
        self.progress.taken.connect(self._add_progress)
        self._lay_out()

    def _lay_out(self) -> None:
        self._form.add("owners", "&Allocate to", self.owners, help_text="Names apart by ; then Enter")
        self._form.add("due", "&Due", self.due, help_text="A day, “next board”, or “none”")
        self._form.add("status", "&Status", self.status)
        self._form.add("progress", "&Progress", self.progress)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.S1)
        column.addWidget(self._title)
        column.addWidget(self._numbers)
        column.addSpacing(sizes.S3)
        column.addWidget(self._form)
        column.addStretch(1)

    def show_rows(self, rows: Sequence[ActionRow], owners: Sequence[str]) -> None:
        self._ids = [row.action.id for row in rows]
        self._title.setText(f"{len(rows)} actions")
        self._numbers.setText(", ".join(row.action.number for row in rows))
        self.owners.know(owners)
        self.status.setCurrentIndex(0)

    def _allocate(self) -> None:
        names, store, ids = self.owners.text().split(";"), self._context.store, self._ids
        self._context.steps.run(
            lambda: actions.allocate(store, action_ids=ids, owners=names),
            then=lambda _none: self.owners.clear(),
        )

    def _set_due(self) -> None:
        words, store, ids = self.due.text().strip(), self._context.store, self._ids
        due = None if words.casefold() == "none" else words
        self._context.steps.run(
            lambda: actions.set_due(store, action_ids=ids, due=due),
            then=lambda _none: self._due_taken(),
            refused=lambda sentence: self._form.wrong("due", sentence),
        )

    def _due_taken(self) -> None:
        self._form.right()
        self.due.clear()

    def _set_status(self) -> None:
        status = self.status.currentData()
        if status is None:
            return
        store, ids, today = self._context.store, self._ids, self._context.clock.today()
        self._context.steps.run(
            lambda: actions.set_status(store, action_ids=ids, status=ActionStatus(status), today=today)
        )

    def _add_progress(self, text: str) -> None:
        store, ids, today = self._context.store, self._ids, self._context.clock.today()
        self._context.steps.run(
            lambda: actions.add_progress(store, action_ids=ids, text=text, today=today),
            then=lambda _none: self.progress.clear(),
        )

    def complete(self) -> None:
        store, ids, today = self._context.store, self._ids, self._context.clock.today()
        self._context.steps.run(lambda: actions.complete(store, action_ids=ids, today=today))

    def remove(self) -> None:
        store, ids = self._context.store, self._ids
        self._context.steps.run(lambda: actions.remove(store, action_ids=ids))
