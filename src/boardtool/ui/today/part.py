"""A section of Today: its heading, its rows of sentences, and a link to what was left out."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardtool.ui.messages import Link
from boardtool.ui.theme import sizes
from boardtool.ui.widgets.buttons import IconButton, link
from boardtool.ui.widgets.labels import SectionHeading
from boardtool.ui.widgets.sentence_row import Sentence, SentenceRows


class Part(QWidget):
    """A section of the page: its heading, and rows of sentences."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._heading = SectionHeading(title)
        self.rows = SentenceRows(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addWidget(self.rows)
        self._more: IconButton | None = None
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(sizes.PAGE_EDGE, sizes.S1, sizes.PAGE_EDGE, 0)
        column.addLayout(self._foot)

    def offer(self, words: str, do: Callable[[], None]) -> None:
        """A link under the rows; without words none."""
        if self._more is None:
            self._more = link(words, do)
            self._foot.addWidget(self._more)
            self._foot.addStretch()
        self._more.setText(words)
        self._more.setVisible(bool(words))

    def set_heading(self, title: str, fact: str) -> None:
        self._heading.set_text(title, fact)

    def show_rows(
        self, rows: Sequence[tuple[Sentence, *tuple[Link | None, ...]]], *, always: bool = False
    ) -> None:
        """Show rows; a section without any is left out, unless its heading alone says something."""
        self.rows.set_sentences(rows)
        self.rows.setVisible(bool(rows))
        self.setVisible(always or bool(rows))
