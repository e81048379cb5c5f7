"""What stands against something in a dialog: a sentence, and under it each finding with its rule."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardtool.domain.checks.publication import told
from boardtool.domain.findings import Finding
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.labels import Words
from boardtool.ui.widgets.layouts import clear
from boardtool.ui.widgets.said import Said


class Against(QWidget):
    """`sentence` says what is to be done about the findings; a screen reader meets it with all of them."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self._sentence = sentence
        self._shown: tuple[Finding, ...] = ()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(sizes.S1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.S1)
        column.addWidget(Words(sentence, wrap=True))
        column.addLayout(self._lines)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        if tuple(findings) == self._shown:
            return
        self._shown = tuple(findings)
        clear(self._lines)
        for finding in findings:
            self._lines.addWidget(Said(told(finding), "octagon-x", Tone.LATE, words_tone=Tone.TEXT))
        self.setAccessibleName(" ".join((self._sentence, *map(told, findings))))
