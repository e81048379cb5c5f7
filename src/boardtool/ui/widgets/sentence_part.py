"""A section of a page: its heading over rows of sentences."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardtool.ui.widgets.labels import SectionHeading
from boardtool.ui.widgets.sentence_row import SentenceRows


class SentencePart(QWidget):
    """Stacks the two; `column` takes what comes under them."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.heading = SectionHeading(title)
        self.rows = SentenceRows(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.rows)
