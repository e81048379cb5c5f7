"""Today in a library that has no meeting: what to do first, each as a link."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardtool.ui.messages import Link
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.theme.fonts import BOLD, Size
from boardtool.ui.widgets.buttons import link
from boardtool.ui.widgets.labels import Words
from boardtool.ui.widgets.layouts import clear


class NothingYet(QWidget):
    """A sentence, and the ways to begin."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Words(size=Size.FIGURE, weight=BOLD, wrap=True)
        self._sentence = Words(tone=Tone.HELP, wrap=True)
        self._links = QVBoxLayout()
        self._links.setSpacing(sizes.S2)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.PAGE_EDGE, sizes.S2, sizes.PAGE_EDGE, sizes.S5)
        column.setSpacing(sizes.S2)
        column.addWidget(self._title)
        column.addWidget(self._sentence)
        column.addSpacing(sizes.S2)
        column.addLayout(self._links)

    def say(self, title: str, sentence: str, links: Sequence[tuple[Link, str]]) -> None:
        """Show a title, a sentence, and links each with words that say what it brings."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self.setAccessibleName(f"{title}. {sentence}")
        clear(self._links)
        for each, help_text in links:
            row = QWidget()
            inside = QVBoxLayout(row)
            inside.setContentsMargins(0, 0, 0, sizes.S1)
            inside.setSpacing(0)
            button = link(each.words, each.do)
            button.setAccessibleDescription(help_text)
            inside.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            inside.addWidget(Words(help_text, tone=Tone.HELP, wrap=True))
            self._links.addWidget(row)
