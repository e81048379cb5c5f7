"""A section of Today: its heading, its rows of sentences, and a link to what was left out."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout

from boardtool.ui.messages import Link
from boardtool.ui.theme import sizes
from boardtool.ui.widgets.buttons import IconButton, link
from boardtool.ui.widgets.sentence_part import SentencePart
from boardtool.ui.widgets.sentence_row import Sentence


class Part(SentencePart):
    """A section of the page, with a link under its sentences where there is more."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._more: IconButton | None = None
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(sizes.PAGE_EDGE, sizes.S1, sizes.PAGE_EDGE, 0)
        self.column.addLayout(self._foot)

    def offer(self, words: str, do: Callable[[], None]) -> None:
        """A link under the rows; without words none."""
        if self._more is None:
            self._more = link(words, do)
            self._foot.addWidget(self._more)
            self._foot.addStretch()
        self._more.setText(words)
        self._more.setVisible(bool(words))

    def set_heading(self, title: str, fact: str) -> None:
        self.heading.set_text(title, fact)

    def show_rows(
        self, rows: Sequence[tuple[Sentence, *tuple[Link | None, ...]]], *, always: bool = False
    ) -> None:
        """Show rows; a section without any is left out, unless its heading alone says something."""
        self.rows.set_sentences(rows)
        self.rows.setVisible(bool(rows))
        self.setVisible(always or bool(rows))
