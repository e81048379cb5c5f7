"""What stands in the way of a pack: what stops it, what is hidden, who cannot read it, what lacks."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardtool.domain.checks.prospect import Prospect
from boardtool.domain.findings import Finding
from boardtool.ui.meetings.findings_list import FindingsList
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.labels import SectionHeading, Words
from boardtool.ui.widgets.said import Said

_UNREADABLE = (
    "They cannot go into the pack as they are. Ask for them again, or make it without them: a page then says "
    "that they are to follow."
)
_HIDDEN = (
    "Any reader can copy what is hidden. Ask for clean papers; or say why the pack goes out all the same."
)
_INACCESSIBLE = (
    "A screen reader finds no structure in them. The pack can be made, but does not claim to be accessible."
)
_LACKING = "These do not stop the pack. They bind on the day it is published."


class Obstacles(QWidget):
    """One part for each sort of obstacle; `mended(finding)` is called when a verb is pressed."""

    def __init__(self, mended: Callable[[Finding], None]) -> None:
        super().__init__()
        self.clear = Said("", "circle-check", Tone.DONE, words_tone=Tone.TEXT)
        self.stops = _Part("Stops the pack", "", mended)
        self.unreadable = _Part("Cannot go in", _UNREADABLE, mended)
        self.hidden = _Part("Hidden in open papers", _HIDDEN, mended)
        self.inaccessible = _Part("Not accessible", _INACCESSIBLE, mended)
        self.lacking = _Part("Before it is published", _LACKING, mended)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.S3)
        parts = (self.stops, self.unreadable, self.hidden, self.inaccessible, self.lacking)
        for part in (self.clear, *parts):
            column.addWidget(part)
        column.addStretch()

    def show_prospect(self, found: Prospect) -> None:
        papers = f"{found.papers} paper{' goes' if found.papers == 1 else 's go'} in"
        self.clear.say(f"Nothing stops the pack: {papers}.")
        self.clear.setVisible(not found.stops and not found.unreadable and not found.hidden)
        self.stops.show_findings(found.stops)
        self.unreadable.show_findings(found.unreadable)
        self.hidden.show_findings(found.hidden)
        self.inaccessible.show_findings(found.inaccessible)
        self.lacking.show_findings(found.lacking)


class _Part(QWidget):
    def __init__(self, title: str, sentence: str, mended: Callable[[Finding], None]) -> None:
        super().__init__()
        self._title = title
        self._heading = SectionHeading(title, edge=0)
        self.findings = FindingsList(mended)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heading)
        if sentence:
            column.addWidget(Words(sentence, tone=Tone.HELP, wrap=True))
        column.addWidget(self.findings)
        self.hide()

    def show_findings(self, found: Sequence[Finding]) -> None:
        self._heading.set_text(self._title, str(len(found)))
        self.findings.show_findings(found)
        self.setVisible(bool(found))
