"""The sentence where the first row would be, with more than one way to begin in it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardtool.ui.messages import Link
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.buttons import link
from boardtool.ui.widgets.labels import Words


class NothingYet(QWidget):
    """Words and links in one line, in the order given; the first link takes the focus."""

    def __init__(self, *parts: str | Link) -> None:
        super().__init__()
        row = QHBoxLayout()
        row.setSpacing(sizes.S1)
        for part in parts:
            if isinstance(part, Link):
                button = link(part.words, part.do)
                row.addWidget(button)
                if self.focusProxy() is None:
                    self.setFocusProxy(button)
            else:
                row.addWidget(Words(part, tone=Tone.HELP))
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.PAGE_EDGE, sizes.S4, sizes.PAGE_EDGE, sizes.S4)
        column.addLayout(row)
        column.addStretch()
        said = (part.words if isinstance(part, Link) else part for part in parts)
        self.setAccessibleName(" ".join(said))
