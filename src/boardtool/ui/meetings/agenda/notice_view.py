"""The notice of a meeting, explained: whether it holds, by when to publish, and each day on the way."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardtool.domain.dates import WEEKDAYS
from boardtool.domain.findings import Severity
from boardtool.domain.notice import Notice
from boardtool.domain.notice_words import holidays_sentence, notice_sentence
from boardtool.ui.meetings.facts import MeetingFacts
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.theme.fonts import Size
from boardtool.ui.widgets.day_strip import Day, DayKind, DayStrip
from boardtool.ui.widgets.labels import Icon, Words, section

_NOTICE = "R1"


class NoticeView(QWidget):
    """Shows the notice of a meeting that owes one."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = Icon("circle-check", Tone.DONE)
        self._title = section()
        self._sentence = Words(tone=Tone.HELP, wrap=True)
        self._strip = DayStrip()
        self._holidays = Words(size=Size.CAPTION, tone=Tone.HELP, wrap=True)
        first = QHBoxLayout()
        first.setSpacing(sizes.S2)
        first.addWidget(self._icon)
        first.addWidget(self._title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, sizes.S3, 0, 0)
        column.setSpacing(sizes.S1)
        column.addLayout(first)
        column.addWidget(self._sentence)
        column.addSpacing(sizes.S1)
        column.addWidget(self._strip)
        column.addWidget(self._holidays)

    def show_facts(self, facts: MeetingFacts) -> None:
        broken = any(
            finding.rule == _NOTICE and finding.severity is Severity.BLOCK and not finding.items
            for finding in facts.checked.findings
        )
        self._icon.show_icon(*(("octagon-x", Tone.LATE) if broken else ("circle-check", Tone.DONE)))
        self._title.setText("Notice is too short" if broken else "Notice holds")
        self._sentence.setText(notice_sentence(facts.notice, today=facts.today))
        self._strip.set_days(strip_days(facts.notice))
        self._holidays.setText(holidays_sentence(facts.notice))
        self._holidays.setVisible(bool(self._holidays.text()))


def strip_days(notice: Notice) -> list[Day]:
    """The days of a notice as the strip paints them, those that count numbered."""
    days: list[Day] = []
    number = 0
    for place, day in enumerate(notice.days):
        if place == 0:
            days.append(Day(day.date, DayKind.NOTICE))
        elif day.date == notice.meeting:
            days.append(Day(day.date, DayKind.MEETING))
        elif day.counts:
            number += 1
            days.append(Day(day.date, DayKind.COUNTED, number))
        else:
            kind = DayKind.WEEKEND if day.why in WEEKDAYS else DayKind.HOLIDAY
            days.append(Day(day.date, kind))
    return days
