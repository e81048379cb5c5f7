"""What the panel beside a metric is made of: parts with a heading, and facts that can be taken away."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardtool.ui.performance.wrapped_link import WrappedLink
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.theme.fonts import Size
from boardtool.ui.widgets.buttons import bare, link
from boardtool.ui.widgets.labels import Words, heading
from boardtool.ui.widgets.layouts import clear


class PanelPart(QWidget):
    """A heading, lines, and one link beneath that adds another."""

    def __init__(self, title: str, words: str = "", do: Callable[[], None] | None = None) -> None:
        super().__init__()
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, sizes.S3, 0, 0)
        column.setSpacing(sizes.S1)
        column.addWidget(heading(title))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(sizes.S2)
        column.addLayout(self._lines)
        if words:
            column.addWidget(link(words, do))

    def fill(self, lines: Sequence[QWidget]) -> None:
        clear(self._lines)
        for line in lines:
            self._lines.addWidget(line)


class FactLine(QWidget):
    """A fact, what stands behind it, and a cross that takes it away."""

    def __init__(
        self,
        fact: str,
        behind: str,
        remove: Callable[[], None] | None = None,
        *,
        open_it: Callable[[], None] | None = None,
    ) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.S1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(WrappedLink(fact, open_it) if open_it is not None else Words(fact, wrap=True))
        if behind:
            words.addWidget(Words(behind, size=Size.CAPTION, tone=Tone.HELP, wrap=True))
        row.addLayout(words, 1)
        if remove is not None:
            row.addWidget(bare("x", f"Remove: {fact}", remove))
