"""How far the minutes are: draft, circulated, approved and sealed, with what comes next as a button."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardtool.domain.checks.private_minutes import private_minutes
from boardtool.domain.dates import clock, long_date
from boardtool.domain.meetings import Meeting, Status
from boardtool.domain.minutes import Minute
from boardtool.domain.sealing import digest
from boardtool.ui.meetings.facts import MeetingFacts
from boardtool.ui.meetings.minutes.summaries import Summaries
from boardtool.ui.performance.linked_metrics import LinkedMetrics
from boardtool.ui.places import Place
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.buttons import link, small
from boardtool.ui.widgets.labels import Icon, Words, heading, section
from boardtool.ui.widgets.panel import RightPanel

_SHOWN = 16
"""Figures of a digest that are enough to compare it by eye."""


class MinutesPanel(RightPanel):
    """Three stages and the documents; what each button does is handed in."""

    def __init__(
        self,
        *,
        circulate: Callable[[], None],
        approve: Callable[[], None],
        open_live: Callable[[], None],
        word: Callable[[], None],
        pdf: Callable[[], None],
        resolutions: Callable[[], None],
        pack: Callable[[], None],
        summarise: Callable[[Minute], None],
        go: Callable[[Place], None],
    ) -> None:
        super().__init__("State of the minutes")
        self.draft = _Stage("Draft")
        self.circulated = _Stage("Circulated")
        self.approved = _Stage("Approved")
        self.circulate = small("Record circulation", circulate, icon="mail", writes=True)
        self.approve = small("Approve and lock…", approve, icon="lock", writes=True)
        self.live = small("Open live minutes", open_live, icon="play")
        self.word = small("Word…", word, icon="file-text")
        self.pdf = small("PDF…", pdf, icon="file-text")
        self.resolutions = link("Resolutions alone…", resolutions)
        self.pack = link("Minutes pack…", pack)
        self.pack.setAccessibleDescription("Minutes, resolutions and the action log in one document")
        self.column.addWidget(section("State"))
        self.column.addSpacing(sizes.S1)
        for stage, button in (
            (self.draft, self.live),
            (self.circulated, self.circulate),
            (self.approved, self.approve),
        ):
            stage.put(button)
            self.column.addWidget(stage)
        self.summaries = Summaries(summarise)
        self.column.addWidget(self.summaries)
        self.column.addSpacing(sizes.S4)
        self.column.addWidget(section("Documents"))
        row = QHBoxLayout()
        row.setSpacing(sizes.S2)
        row.addWidget(self.word)
        row.addWidget(self.pdf)
        row.addStretch()
        self.column.addLayout(row)
        self.column.addWidget(self.resolutions, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.pack, 0, Qt.AlignmentFlag.AlignLeft)
        self.metrics = LinkedMetrics("Metrics discussed", go)
        self.column.addWidget(self.metrics)
        self.column.addStretch()

    def show_facts(self, facts: MeetingFacts) -> None:
        meeting = facts.meeting
        written = bool(facts.minutes)
        self.draft.say(_draft_words(facts), done=written)
        self.circulated.say(_circulated_words(meeting), done=meeting.circulated_on is not None)
        self.approved.say(_approved_words(facts), done=facts.locked)
        self.summaries.show_minutes(private_minutes(facts.minutes, facts.items), locked=facts.locked)
        called_off = meeting.status in {Status.CANCELLED, Status.RESCHEDULED}
        self.live.setVisible(not facts.locked)
        self.live.setEnabled(not called_off)
        self.circulate.setVisible(written and not facts.locked and meeting.circulated_on is None)
        self.approve.setVisible(meeting.status is Status.CIRCULATED)
        for button in (self.word, self.pdf):
            button.setEnabled(written)
        self.resolutions.setVisible(any(minute.resolutions for minute in facts.minutes))
        self.pack.setVisible(written)


class _Stage(QWidget):
    """One stage: a mark, its name, and what is to be said of it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._icon = Icon("circle", Tone.FAINT)
        self._words = Words(tone=Tone.HELP, wrap=True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inside = QVBoxLayout()
        inside.setSpacing(sizes.S1 // 2)
        inside.addWidget(heading(name))
        inside.addWidget(self._words)
        self._inside = inside
        row = QHBoxLayout(self)
        row.setContentsMargins(0, sizes.S1, 0, sizes.S2)
        row.setSpacing(sizes.S2)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(inside, 1)

    def put(self, button: QWidget) -> None:
        self._inside.addSpacing(sizes.S1)
        self._inside.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def say(self, words: str, *, done: bool) -> None:
        self._icon.show_icon(*(("circle-check", Tone.DONE) if done else ("circle", Tone.FAINT)))
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self.setAccessibleName(f"{self._name}{', done' if done else ''}. {words}")


def _draft_words(facts: MeetingFacts) -> str:
    numbers = [minute.number for minute in facts.minutes if minute.number is not None]
    if not facts.minutes:
        return "Nothing is minuted yet."
    count = len(facts.minutes)
    said = f"{count} minute{'' if count == 1 else 's'}"
    if numbers:
        said = (
            f"{said}, {numbers[0]} to {numbers[-1]}" if len(numbers) > 1 else f"{said}, number {numbers[0]}"
        )
    closed = facts.meeting.closed_at
    return f"{said}. Closed at {clock(f'{closed:%H:%M}')}." if closed is not None else f"{said}."


def _circulated_words(meeting: Meeting) -> str:
    if meeting.circulated_on is None:
        return "Once it is sent, the minute numbers are fixed."
    return f"Sent on {long_date(meeting.circulated_on)}. The numbers are fixed."


def _approved_words(facts: MeetingFacts) -> str:
    meeting = facts.meeting
    if meeting.approved_on is None:
        return "The board approves them at a later meeting; then they are locked."
    if not meeting.digest:
        return f"By the board on {long_date(meeting.approved_on)}. Locked."
    holds = digest(meeting, facts.attendance, facts.minutes) == meeting.digest
    seal = "The seal holds" if holds else "The seal is broken: words were changed outside boardtool"
    return f"By the board on {long_date(meeting.approved_on)}. Locked. {seal}: {meeting.digest[:_SHOWN]}…"
