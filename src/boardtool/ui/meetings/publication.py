"""The dialog that keeps when an agenda was published (R5): the council publishes, the person says when."""

from contextlib import suppress
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from boardtool.domain.checks.case import MeetingCase
from boardtool.domain.checks.notice import said_of_publication
from boardtool.domain.dates import clock, read_date
from boardtool.domain.errors import CannotDoError
from boardtool.domain.meetings import Meeting
from boardtool.domain.times import read_clock
from boardtool.ui.context import Context
from boardtool.ui.theme.colours import Tone
from boardtool.ui.theme.fonts import Size
from boardtool.ui.widgets.fields import DateField
from boardtool.ui.widgets.form_dialog import FormDialog
from boardtool.ui.widgets.labels import Words

if TYPE_CHECKING:
    from boardtool.data.store import Reading, Store


class PublicationDialog(FormDialog):
    """Asks for day and time; they start at now."""

    def __init__(self, context: Context, parent: QWidget, meeting: Meeting) -> None:
        super().__init__(parent, "Record publication", words="Record publication", take=self._take)
        self._context = context
        self._meeting = meeting
        self.day = DateField(name="Published on", read=self._read)
        self.time = QLineEdit()
        self.means = Words(size=Size.CAPTION, tone=Tone.HELP, wrap=True)
        self.means.setAccessibleName("What it means for the notice")
        self._case: MeetingCase | None = None
        self.form.add("day", "Published &on", self.day)
        self.form.add(
            "time", "&At", self.time, help_text="boardtool keeps the time; the council's own system publishes"
        )
        self.form.add("means", "", self.means)
        at = meeting.published_at or context.clock.now()
        self.day.set_value(at.date())
        self.time.setText(clock(f"{at:%H:%M}"))
        self.means.hide()
        self.day.changed.connect(self._explain)
        self.time.textChanged.connect(lambda _text: self._explain())
        today = context.clock.today()
        context.asking.ask((self, "case"), lambda reading: _case(reading, meeting.id, today), self._know)

    def _know(self, case: MeetingCase) -> None:
        self._case = case
        self._explain()

    def _explain(self) -> None:
        """Say, while day and time are chosen, what they mean for the notice."""
        said: tuple[str, ...] = ()
        with suppress(CannotDoError):
            at = self._at()
            if at is not None and self._case is not None:
                said = said_of_publication(self._case, at)
        self.means.setText("\n".join(said))
        self.means.setVisible(bool(said))

    def _at(self) -> datetime | None:
        """The moment in the fields; None without a day.

        Raises:
            CannotDoError: one of them is none.
        """
        day = self.day.value()
        return None if day is None else datetime.combine(day, self._clock())

    def _clock(self) -> time:
        return time.fromisoformat(read_clock(self.time.text()))

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
            at = datetime.combine(day, self._clock())
        except CannotDoError as error:
            self.form.wrong("time", str(error))
            return
        self._context.steps.run(
            lambda: _record(self._context.store, self._meeting.id, at),
            then=lambda _nothing: self.accept(),
            refused=lambda sentence: self.form.wrong("day", sentence),
        )


def _case(reading: "Reading", meeting_id: int, today: date) -> MeetingCase:
    from boardtool.data import cases

    return cases.of_meeting(reading, meeting_id, today=today)


def _record(store: "Store", meeting_id: int, at: datetime) -> None:
    from boardtool.services import meetings

    meetings.record_published(store, meeting_id=meeting_id, at=at)
