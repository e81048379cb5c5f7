"""The dialogs that change a meeting: another day, or its time, place and video link."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from boardtool.domain.boards import Mode
from boardtool.domain.checks.case import MeetingCase
from boardtool.domain.dates import clock, read_date
from boardtool.domain.errors import CannotDoError
from boardtool.domain.meetings import Meeting
from boardtool.domain.notice import timetable
from boardtool.domain.notice_words import moved_dates
from boardtool.ui.context import Context
from boardtool.ui.places import Place
from boardtool.ui.theme.colours import Tone
from boardtool.ui.theme.fonts import Size
from boardtool.ui.widgets.fields import DateField
from boardtool.ui.widgets.form_dialog import FormDialog
from boardtool.ui.widgets.labels import Words

if TYPE_CHECKING:
    from boardtool.data.store import Reading, Store


class MoveDialog(FormDialog):
    """Asks for another day, and says which of the dates that bind move with it."""

    def __init__(self, context: Context, parent: QWidget, meeting: Meeting) -> None:
        super().__init__(parent, "Move to another day", words="Move meeting", take=self._take)
        self._context = context
        self._meeting = meeting
        self._case: MeetingCase | None = None
        self.day = DateField(name="New date", read=lambda typed: read_date(typed, year=meeting.date.year))
        self.day.set_value(meeting.date)
        self.moves = Words(size=Size.CAPTION, tone=Tone.HELP, wrap=True)
        self.form.add("day", "New &date", self.day)
        self.form.add("moves", "", self.moves)
        self.moves.setAccessibleName("What moves with it")
        self.moves.hide()
        self.day.changed.connect(self._explain)
        today = context.clock.today()
        context.asking.ask((self, "case"), lambda reading: _case(reading, meeting.id, today), self._know)

    def _know(self, case: MeetingCase) -> None:
        self._case = case
        self._explain()

    def _explain(self) -> None:
        """Say, while the day is chosen, what moves; a working group gives no notice."""
        try:
            day = self.day.value()
        except CannotDoError:
            day = None
        said: tuple[str, ...] = ()
        if day is not None and self._case is not None and self._case.board.mode is Mode.STATUTORY:
            before, after = (timetable(each, self._case.rules) for each in (self._meeting.date, day))
            said = moved_dates(before, after, today=self._case.today)
        self.moves.setText("\n".join(said))
        self.moves.setVisible(bool(said))

    def _take(self) -> None:
        try:
            day = self.day.value()
        except CannotDoError as error:
            self.form.wrong("day", str(error))
            return
        if day is None:
            self.form.wrong("day", "Say to which day the meeting moves.")
            return
        self._context.steps.run(
            lambda: _move(self._context.store, self._meeting.id, day),
            then=lambda _nothing: self._moved(day),
            refused=lambda sentence: self.form.wrong("day", sentence),
        )

    def _moved(self, day: date) -> None:
        self.accept()
        ref = f"{self._meeting.board_code}/{day.isoformat()}"
        self._context.navigate(Place("meetings", ref=ref))


class DetailsDialog(FormDialog):
    """Asks for the time, the place and the video link of a meeting."""

    def __init__(self, context: Context, parent: QWidget, meeting: Meeting) -> None:
        super().__init__(parent, "Time and place", words="Change meeting", take=self._take)
        self._context = context
        self._meeting = meeting
        self.start = QLineEdit(clock(meeting.start))
        self.place = QLineEdit(meeting.place)
        self.video = QLineEdit(meeting.video_link)
        self.form.add("start", "&Start", self.start)
        self.form.add("place", "&Place", self.place)
        self.form.add("video", "&Video link", self.video)

    def _take(self) -> None:
        facts = {"start": self.start.text(), "place": self.place.text(), "video_link": self.video.text()}
        self._context.steps.run(
            lambda: _change(self._context.store, self._meeting.id, facts),
            then=lambda _nothing: self.accept(),
            refused=lambda sentence: self.form.wrong("start", sentence),
        )


def _case(reading: "Reading", meeting_id: int, today: date) -> MeetingCase:
    from boardtool.data import cases

    return cases.of_meeting(reading, meeting_id, today=today)


def _move(store: "Store", meeting_id: int, day: date) -> None:
    from boardtool.services import meetings

    meetings.move(store, meeting_id=meeting_id, day=day)


def _change(store: "Store", meeting_id: int, facts: dict[str, str]) -> None:
    from boardtool.services import meetings

    meetings.change(store, meeting_id=meeting_id, **facts)
