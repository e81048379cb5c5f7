"""What checks found, one section for each gravity and one for what holds, in a column that scrolls."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from boardtool.domain.findings import Severity
from boardtool.ui.messages import Link
from boardtool.ui.theme import sizes
from boardtool.ui.widgets.sentence_part import SentencePart
from boardtool.ui.widgets.sentence_row import Sentence


class CheckParts(QScrollArea):
    """`parts` are the sections by severity, in the order and with the headings given; `held` comes last."""

    def __init__(self, titles: Mapping[Severity, str]) -> None:
        super().__init__()
        self.parts = {severity: CheckPart(words) for severity, words in titles.items()}
        self.held = CheckPart("Holds")
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, sizes.S2, 0, sizes.S5)
        column.setSpacing(sizes.S3)
        for part in (*self.parts.values(), self.held):
            column.addWidget(part)
        column.addStretch()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Checks")
        self.setWidget(inside)


class CheckPart(SentencePart):
    """A heading with a count over its sentences; it is not there while there are none."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._title = title

    def show_rows(self, rows: Sequence[tuple[Sentence, Link | None]], count: int) -> None:
        """Show the rows; `count` is how many there are in all."""
        self.heading.set_text(self._title, str(count))
        self.rows.set_sentences(rows)
        self.setVisible(bool(rows))
