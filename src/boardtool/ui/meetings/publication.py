"""The dialog that keeps when an agenda was published (R5): the council publishes, the person says when."""

from contextlib import suppress
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from boardtool.domain.checks.case import MeetingCase
from boardtool.domain.checks.notice import said_of_publication
from boardtool.domain.checks.publication import HeldUp, held_up
from boardtool.domain.dates import clock, long_date, read_date
from boardtool.domain.errors import CannotDoError
from boardtool.domain.meetings import Meeting
from boardtool.domain.times import read_clock
from boardtool.ui.context import Context
from boardtool.ui.meetings.against import Against
from boardtool.ui.messages import Link
from boardtool.ui.places import Place
from boardtool.ui.theme.colours import Tone
from boardtool.ui.theme.fonts import Size
from boardtool.ui.widgets.fields import DateField
from boardtool.ui.widgets.form_dialog import FormDialog
from boardtool.ui.widgets.labels import Words

if TYPE_CHECKING:
    from boardtool.data.store import Reading, Store


_FIRST = "No reason waives this. Put it right first:"
_REASON = "These block it. Say why it was published all the same:"
_WHY = "Say why it was published although this stands against it."


class PublicationDialog(FormDialog):
    """Asks for day and time, which start at now; lists what stands against them, and asks for a reason."""

    def __init__(self, context: Context, parent: QWidget, meeting: Meeting) -> None:
        super().__init__(parent, "Record publication", words="Record publication", take=self._take)
        self._context = context
        self._meeting = meeting
        self.day = DateField(name="Published on", read=self._read)
        self.time = QLineEdit()
        self.means = Words(size=Size.CAPTION, tone=Tone.HELP, wrap=True)
        self.means.setAccessibleName("What it means for the notice")
        self.stops, self.asks = Against(_FIRST), Against(_REASON)
        self.reason = QLineEdit(meeting.published_because)
        self._case: MeetingCase | None = None
        self._held = HeldUp()
        self._lay_out()
        at = meeting.published_at or context.clock.now()
        self.day.set_value(at.date())
        self.time.setText(clock(f"{at:%H:%M}"))
        self._explain()
        self.day.changed.connect(self._explain)
        self.time.textChanged.connect(lambda _text: self._explain())
        self._ask()

    def _lay_out(self) -> None:
        self.form.add("day", "Published &on", self.day)
        self.form.add(
            "time", "&At", self.time, help_text="boardtool keeps the time; the council's own system publishes"
        )
        self.form.add("means", "", self.means)
        self.form.add("stops", "", self.stops)
        self.form.add("asks", "", self.asks)
        self.form.add(
            "reason", "&Reason", self.reason, help_text="Required; kept with the meeting and in the history"
        )

    def _ask(self) -> None:
        meeting_id, today = self._meeting.id, self._context.clock.today()
        self._context.asking.ask(
            (self, "case"), lambda reading: _case(reading, meeting_id, today), self._know
        )

    def _know(self, case: MeetingCase) -> None:
        self._case = case
        self._explain()

    def _explain(self) -> None:
        """Say, while day and time are chosen, what they mean for the notice and what stands against them."""
        said: tuple[str, ...] = ()
        self._held = HeldUp()
        with suppress(CannotDoError):
            at = self._at()
            if at is not None and self._case is not None:
                said = said_of_publication(self._case, at)
                self._held = held_up(self._case, at)
        listed = {finding.message for finding in self._held.asks}
        self.means.setText("\n".join(sentence for sentence in said if sentence not in listed))
        self.stops.show_findings(self._held.stops)
        self.asks.show_findings(self._held.asks)
        self.form.show_row("means", shown=bool(self.means.text()))
        self.form.show_row("stops", shown=bool(self._held.stops))
        self.form.show_row("asks", shown=bool(self._held.asks))
        self.form.show_row("reason", shown=bool(self._held.asks))
        self.take.setEnabled(not self._held.stops)
        self.take.setToolTip(_FIRST.removesuffix(":") + "." if self._held.stops else "")

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
        reason = self.reason.text().strip()
        if self._held.asks and not reason:
            self.form.wrong("reason", _WHY)
            return
        self._context.steps.run(
            lambda: _record(self._context.store, self._meeting.id, at, reason),
            then=lambda _held: self._recorded(at),
            refused=self._refused,
        )

    def _recorded(self, at: datetime) -> None:
        """What comes next is offered: the council's pack has page numbers of its own."""
        self.accept()
        place = Place("importing", ref=self._meeting.ref, tab="pages")
        self._context.messages.say(
            f"Published on {long_date(at.date())}, {clock(f'{at:%H:%M}')}.",
            Link("Read its page ranges…", lambda: self._context.navigate(place), writes=True),
        )

    def _refused(self, sentence: str) -> None:
        """What was refused is said, and looked at again: somebody may have changed the agenda meanwhile."""
        self.form.wrong("day", sentence)
        self._ask()


def _case(reading: "Reading", meeting_id: int, today: date) -> MeetingCase:
    from boardtool.data import cases

    return cases.of_meeting(reading, meeting_id, today=today)


def _record(store: "Store", meeting_id: int, at: datetime, reason: str) -> HeldUp:
    from boardtool.services import meetings

    return meetings.record_published(store, meeting_id=meeting_id, at=at, despite=reason)
