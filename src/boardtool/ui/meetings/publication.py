"""The dialog that keeps when an agenda was published (R5): the council publishes, the person says when."""

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from boardtool.domain.dates import clock, read_date
from boardtool.domain.errors import CannotDoError
from boardtool.domain.meetings import Meeting
from boardtool.domain.times import read_clock
from boardtool.ui.context import Context
from boardtool.ui.widgets.fields import DateField
from boardtool.ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from boardtool.data.store import Store


class PublicationDialog(FormDialog):
    """Asks for day and time; they start at now."""

    def __init__(self, context: Context, parent: QWidget, meeting: Meeting) -> None:
        super().__init__(parent, "Record publication", words="Record publication", take=self._take)
        self._context = context
        self._meeting = meeting
        self.day = DateField(name="Published on", read=self._read)
        self.time = QLineEdit()
        self.form.add("day", "Published &on", self.day)
        self.form.add(
            "time", "&At", self.time, help_text="boardtool keeps the time; the council's own system publishes"
        )
        at = meeting.published_at or context.clock.now()
        self.day.set_value(at.date())
        self.time.setText(clock(f"{at:%H:%M}"))

    def _read(self, typed: str) -> date:
        return read_date(typed, year=self._meeting.date.year)

    def _take(self) -> None:
        try:
            day = self.day.value()
        except CannotDoError as error:
            self.form.wrong("day", str(error))
            return
        if day is None:
            self.form.wrong("day", "Say on which day the agenda was published.")
            return
        try:
            at = datetime.combine(day, time.fromisoformat(read_clock(self.time.text())))
        except CannotDoError as error:
            self.form.wrong("time", str(error))
            return
        self._context.steps.run(
            lambda: _record(self._context.store, self._meeting.id, at),
            then=lambda _nothing: self.accept(),
            refused=lambda sentence: self.form.wrong("day", sentence),
        )


def _record(store: "Store", meeting_id: int, at: datetime) -> None:
    from boardtool.services import meetings

    meetings.record_published(store, meeting_id=meeting_id, at=at)
