"""The minute that a resolution stands in, to be read beside the list."""

from collections.abc import Callable

from PySide6.QtWidgets import QSizePolicy

from boardtool.domain.dates import short_weekday_date
from boardtool.ui.decisions.question import Standing
from boardtool.ui.meetings.minutes.reading import MinutesReading
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets import labels
from boardtool.ui.widgets.buttons import small
from boardtool.ui.widgets.panel import RightPanel


class MinutePanel(RightPanel):
    """Shows one minute whole: narrative, every resolution, the actions; nothing in it can be changed here."""

    def __init__(self, open_meeting: Callable[[], None]) -> None:
        super().__init__("Minute", width=sizes.PANEL_READING)
        self._where = labels.caption()
        self._where.setContentsMargins(sizes.PAGE_EDGE, sizes.S2, 0, 0)
        self.reading = MinutesReading()
        self.reading.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.column.setContentsMargins(0, sizes.S2, 0, 0)
        self.column.addWidget(self._where)
        self.column.addWidget(self.reading, 1)
        self._open = small("Open the minutes", open_meeting, icon="file-text")
        self.set_foot(self._open)

    def show_minute(self, found: Standing) -> None:
        day = found.meeting.date
        self._where.setText(f"{found.meeting.board_code}, {short_weekday_date(day)} {day.year}")
        self._where.set_tone(Tone.HELP)
        self.reading.show_minutes((found.minute,), [found.minute.number] if found.exempt else [])
        self._open.setEnabled(True)

    def show_nothing(self) -> None:
        self._where.setText("")
        self.reading.show_minutes((), [])
        self._open.setEnabled(False)
