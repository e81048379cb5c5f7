"""The dialog that approves minutes: on which day the board did."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from boardtool.domain.dates import read_date
from boardtool.domain.errors import CannotDoError
from boardtool.domain.meetings import Meeting
from boardtool.ui.context import Context
from boardtool.ui.widgets.fields import DateField
from boardtool.ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from boardtool.data.store import Store


class ApprovalDialog(FormDialog):
    """Asks for the day; approved minutes are locked and sealed (R29)."""

    def __init__(self, context: Context, parent: QWidget, meeting: Meeting) -> None:
        super().__init__(parent, "Approve minutes", words="Approve and lock", take=self._take)
        self._context = context
        self._meeting = meeting
        today = context.clock.today()
        self.day = DateField(name="Approved on", read=lambda typed: read_date(typed, year=today.year))
        self.day.set_value(today)
        self.form.add(
            "day",
            "Approved &on",
            self.day,
            help_text="From then on nothing of this record can change; a correction is minuted next time",
        )

    def _take(self) -> None:
        try:
            day = self.day.value()
        except CannotDoError as error:
            self.form.wrong("day", str(error))
            return
        if day is None:
            self.form.wrong("day", "Say on which day the board approved the minutes.")
            return
        self._context.steps.run(
            lambda: _approve(self._context.store, self._meeting.id, day),
            then=lambda _digest: self.accept(),
            refused=lambda sentence: self.form.wrong("day", sentence),
        )


def _approve(store: "Store", meeting_id: int, on: date) -> str:
    from boardtool.services import minutes

    return minutes.approve(store, meeting_id=meeting_id, on=on)
