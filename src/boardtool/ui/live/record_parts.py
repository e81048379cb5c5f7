"""What the two lists under the narrative share: a heading with its key, and rows between hairlines."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone, colours_of
from boardtool.ui.theme.fonts import BOLD, Size
from boardtool.ui.widgets.labels import KeyCap, Words


class RecordHeading(QWidget):
    """RESOLVED or ACTIONS, what follows it, and at the right the key that adds a row; a strong line below."""

    def __init__(self, words: str, key: str, what: str) -> None:
        super().__init__()
        self.setAccessibleName(words)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 1)
        self.row.setSpacing(sizes.S1)
        self.row.addWidget(Words(words, weight=BOLD))
        self.row.addStretch()
        self.row.addWidget(KeyCap(key))
        self.row.addWidget(Words(what, size=Size.CAPTION, tone=Tone.HELP))
        self.setFixedHeight(fonts.scaled(sizes.ROW_SENTENCE))

    def put_after_words(self, *widgets: QWidget) -> None:
        for place, widget in enumerate(widgets, start=1):
            self.row.insertWidget(place, widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        strong = QColor(colours_of(self.palette()).line_strong)
        painter.fillRect(0, self.height() - 1, self.width(), 1, strong)


class RecordRow(QWidget):
    """A row as high as its words, a hairline below it."""

    def __init__(self) -> None:
        super().__init__()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 1)
        self.row.setSpacing(sizes.S2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(colours_of(self.palette()).line))
