"""The dialogs that change a meeting: another day, or its time, place and video link."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from boardtool.domain.dates import clock, read_date
from boardtool.domain.errors import CannotDoError
from boardtool.domain.meetings import Meeting
from boardtool.ui.context import Context
from boardtool.ui.places import Place
from boardtool.ui.widgets.fields import DateField
from boardtool.ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from boardtool.data.store import Store


class MoveDialog(FormDialog):
    """Asks for another day; the dates that bind follow it."""

    def __init__(self, context: Context, parent: QWidget, meeting: Meeting) -> None:
        super().__init__(parent, "Move to another day", words="Move meeting", take=self._take)
        self._context = context
        self._meeting = meeting
        self.day = DateField(name="New date", read=lambda typed: read_date(typed, year=meeting.date.year))
        self.day.set_value(meeting.date)
        self.form.add("day", "New &date", self.day)

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


def _move(store: "Store", meeting_id: int, day: date) -> None:
    from boardtool.services import meetings

    meetings.move(store, meeting_id=meeting_id, day=day)


def _change(store: "Store", meeting_id: int, facts: dict[str, str]) -> None:
    from boardtool.services import meetings

    meetings.change(store, meeting_id=meeting_id, **facts)
