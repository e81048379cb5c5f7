"""Findings one below the other, as a panel shows them: where, what is wrong, and the verb that mends it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardtool.domain.findings import Finding
from boardtool.ui.meetings.finding_look import finding_look, writes
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone, colours_of
from boardtool.ui.widgets.buttons import link
from boardtool.ui.widgets.labels import Icon, Words, heading
from boardtool.ui.widgets.layouts import clear


class FindingsList(QWidget):
    """`mended(finding)` is called when a finding's verb is pressed."""

    def __init__(self, mended: Callable[[Finding], None]) -> None:
        super().__init__()
        self.setAccessibleName("Findings")
        self._mended = mended
        self.shown: tuple[Finding, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        if tuple(findings) == self.shown:
            return
        self.shown = tuple(findings)
        clear(self._column)
        for finding in findings:
            self._column.addWidget(_FindingBlock(finding, partial(self._mended, finding)))


class _FindingBlock(QWidget):
    def __init__(self, finding: Finding, mended: Callable[[], None]) -> None:
        super().__init__()
        title = _where(finding)
        self.setAccessibleName(f"{title}: {finding.message}")
        words = QVBoxLayout()
        words.setSpacing(sizes.S1 // 2)
        words.addWidget(heading(title))
        words.addWidget(Words(finding.message, tone=Tone.HELP, wrap=True))
        if finding.mend:
            words.addSpacing(sizes.S1)
            verb = link(finding.mend, mended, writes=writes(finding))
            verb.setAccessibleName(f"{finding.mend}: {title}")
            words.addWidget(verb, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, sizes.S2, 0, sizes.S2)
        row.setSpacing(sizes.S2)
        row.addWidget(Icon(*finding_look(finding)), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour = QColor(colours_of(self.palette()).line)
        QPainter(self).fillRect(0, self.height() - 1, self.width(), sizes.LINE, colour)


def _where(finding: Finding) -> str:
    if not finding.where:
        return "The meeting"
    return f"Item {finding.where}" if len(finding.items) <= 1 else f"Items {finding.where}"
