"""The dialog that notes who signed a plan or a return, under what authority, where it was ratified (R34)."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from boardtool.domain.bcf.plans import SignOff
from boardtool.domain.dates import long_date, read_date
from boardtool.domain.errors import CannotDoError
from boardtool.domain.meetings import Meeting
from boardtool.services.bcf import plans
from boardtool.ui.context import Context
from boardtool.ui.widgets.fields import DateField
from boardtool.ui.widgets.form_dialog import FormDialog


class SignDialog(FormDialog):
    """Notes a new sign-off, or changes one that is given."""

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        *,
        plan_id: int,
        meetings: Sequence[Meeting],
        return_id: int | None = None,
        known: SignOff | None = None,
    ) -> None:
        super().__init__(parent, "Sign-off", words="Note sign-off", take=self._take)
        self._context = context
        self._plan_id = plan_id
        self._return_id = return_id
        self._known = known
        self.role = QComboBox()
        self.role.setEditable(True)
        self.role.addItems(list(plans.ROLES))
        self.name = QLineEdit()
        self.authority = QLineEdit()
        self.authority.setPlaceholderText("Delegated by the Board on 15 March 2022")
        self.day = DateField(name="Signed on", read=self._read_day)
        self.meeting = QComboBox()
        self.meeting.addItem("not yet", None)
        for meeting in sorted(meetings, key=lambda each: each.date, reverse=True):
            self.meeting.addItem(long_date(meeting.date), meeting.id)
        self.note = QLineEdit()
        self.form.add("role", "&Role", self.role)
        self.form.add("name", "&Name", self.name)
        self.form.add("authority", "&Authority", self.authority, help_text="Under which the person signs")
        self.form.add("day", "&Signed on", self.day)
        self.form.add("meeting", "Rati&fied at", self.meeting, help_text="The meeting of the Board")
        self.form.add("note", "N&ote", self.note)
        if known is not None:
            self._show(known)
        else:
            self.day.set_value(context.clock.today())

    def _show(self, known: SignOff) -> None:
        self.role.setCurrentText(known.role)
        self.name.setText(known.name)
        self.authority.setText(known.authority)
        self.day.set_value(known.signed_on)
        self.meeting.setCurrentIndex(max(self.meeting.findData(known.meeting_id), 0))
        self.note.setText(known.note)

    def _read_day(self, words: str) -> date:
        return read_date(words, year=self._context.clock.today().year)

    def _take(self) -> None:
        try:
            day = self.day.value()
        except CannotDoError as error:
            self.form.wrong("day", str(error))
            return
        if not self.role.currentText().strip():
            self.form.wrong("role", "Say in which role the person signs.")
            return
        self._context.steps.run(
            lambda: self._write(day),
            then=lambda _none: self.accept(),
            refused=lambda sentence: self.form.wrong("role", sentence),
        )

    def _write(self, day: date | None) -> None:
        store = self._context.store
        facts = {
            "role": self.role.currentText(),
            "name": self.name.text(),
            "authority": self.authority.text(),
            "note": self.note.text(),
        }
        meeting_id: int | None = self.meeting.currentData()
        if self._known is not None:
            plans.change_sign_off(
                store, sign_off_id=self._known.id, **facts, signed_on=day, meeting_id=meeting_id
            )
            return
        plans.sign(
            store,
            plan_id=self._plan_id,
            return_id=self._return_id,
            **facts,
            signed_on=day,
            meeting_id=meeting_id,
        )
