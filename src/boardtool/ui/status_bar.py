"""The line at the foot: whether all is saved, where the library lies, what happened, and the page's keys."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from boardtool.ui.jobs import Report
from boardtool.ui.messages import Link
from boardtool.ui.page import KeyHint
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone, colours_of
from boardtool.ui.widgets.buttons import IconButton, link
from boardtool.ui.widgets.labels import Icon, KeyCap, OneLine, Words, caption
from boardtool.ui.widgets.layouts import clear

SAID_FOR = 6000
"""Milliseconds that a passing message stays."""


GO_ANYWHERE = KeyHint(("Ctrl K",), "go anywhere")
"""What the bar says while the page has nothing to say."""


class StatusBar(QWidget):
    """Facts at the left, a passing message or a running job in the middle, key hints at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Status")
        self.setFixedHeight(fonts.scaled(sizes.STATUS_BAR))
        self._alarmed = False
        self._last_saved = ""
        self._icon = Icon("check", Tone.HELP, size=sizes.ICON_ROW)
        self._saved = caption(tone=Tone.TEXT)
        self._facts = caption()
        self._said = OneLine(size=fonts.Size.CAPTION)
        for words in (self._saved, self._facts, self._said):
            words.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._link: IconButton | None = None
        self._cancel = link("Cancel")
        self._cancel.hide()
        self._hints = QHBoxLayout()
        self._hints.setContentsMargins(0, 0, 0, 0)
        self._hints.setSpacing(sizes.S2)
        self._hints_holder = QWidget()
        self._hints_holder.setLayout(self._hints)
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.S4, 0, sizes.S4, 0)
        row.setSpacing(sizes.S4)
        saved = QHBoxLayout()
        saved.setSpacing(6)
        saved.addWidget(self._icon)
        saved.addWidget(self._saved)
        self._middle = QHBoxLayout()
        self._middle.setSpacing(sizes.S3)
        self._middle.addWidget(self._said)
        self._middle.addWidget(self._cancel)
        self._middle.addStretch(1)
        row.addLayout(saved)
        row.addWidget(self._facts)
        row.addLayout(self._middle, 1)
        row.addWidget(self._hints_holder)
        self._forget = QTimer(self, interval=SAID_FOR, singleShot=True)
        self._forget.timeout.connect(self.hush)
        self._icon.hide()

    # Saved or not

    def saved(self, at: datetime) -> None:
        self._settle(f"Saved {at:%H:%M:%S}", "check", Tone.TEXT)

    def opened(self) -> None:
        """Nothing was written yet in this session: everything is as the library holds it."""
        self._settle("Saved", "check", Tone.TEXT)

    def saving(self) -> None:
        self._saved.setMinimumWidth(self._saved.width())
        self._saved.setText("Saving…")

    def settled(self) -> None:
        """A late answer came and changed nothing: say again what was said before."""
        if not self._alarmed:
            self._saved.setText(self._last_saved)

    def not_saved(self, sentence: str) -> None:
        words = self._last_saved.removeprefix("Saved").strip()
        since = f" since {words}" if words else ""
        kept = "Your words are kept in memory; when this is put right it goes on by itself."
        self._alarmed = True
        self._icon.show_icon("triangle-alert", Tone.LATE)
        self._icon.show()
        self._say_saved(f"Not saved{since}: {sentence} {kept}", Tone.LATE)

    def read_only(self) -> None:
        self._settle("Read only", "lock", Tone.TEXT)

    def _settle(self, words: str, icon: str, tone: Tone) -> None:
        self._alarmed = False
        self._last_saved = words
        self._icon.show_icon(icon, Tone.HELP)
        self._icon.show()
        self._say_saved(words, tone)

    def _say_saved(self, words: str, tone: Tone) -> None:
        self._saved.setMinimumWidth(0)
        self._saved.set_tone(tone)
        self._saved.setText(words)
        self._saved.setAccessibleName(words)
        self._saved.setToolTip(words if self._alarmed else "")
        self._facts.setVisible(not self._alarmed)
        self._hints_holder.setVisible(not self._alarmed)
        self.update()

    @property
    def saved_words(self) -> str:
        """What is said of the saving now."""
        return self._saved.text()

    def set_facts(self, *facts: str) -> None:
        """What else is true: "This laptop only", "Backup 08:55 today"."""
        self._facts.setText("     ".join(facts))

    # What happened

    def say(self, text: str, link_to: Link | None) -> None:
        self.hush()
        self._said.setText(text)
        self._said.setAccessibleName(text)
        if link_to is not None:
            self._link = link(link_to.words, link_to.do)
            self._link.setFont(fonts.font(fonts.Size.CAPTION))
            self._middle.insertWidget(1, self._link)
        self._forget.start()

    def hush(self) -> None:
        self._forget.stop()
        self._said.setText("")
        if self._link is not None:
            self._link.setParent(None)
            self._link.deleteLater()
            self._link = None

    # Long work

    def report(self, report: Report) -> None:
        self.hush()
        self._said.setText(report.words)
        self._cancel.show()

    def job_over(self) -> None:
        self._cancel.hide()
        self._said.setText("")

    @property
    def cancel(self) -> IconButton:
        return self._cancel

    # Keys

    def set_hints(self, hints: Sequence[KeyHint]) -> None:
        clear(self._hints)
        for place, hint in enumerate(hints or (GO_ANYWHERE,)):
            if place:
                self._hints.addSpacing(sizes.S1)
            for key in hint.keys:
                self._hints.addWidget(KeyCap(key), 0, Qt.AlignmentFlag.AlignVCenter)
            self._hints.addWidget(Words(hint.words, size=fonts.Size.CAPTION, tone=Tone.HELP))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        ground = colours.late_bg if self._alarmed else colours.window
        painter.fillRect(self.rect(), QColor(ground))
        painter.fillRect(0, 0, self.width(), 1, QColor(colours.line))
