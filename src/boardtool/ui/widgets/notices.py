"""What a page says in place: the strip above it, and the sentence where the first row would be."""

from collections.abc import Callable

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardtool.ui.messages import Link
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone, colours_of
from boardtool.ui.theme.fonts import BOLD, Size
from boardtool.ui.widgets.buttons import bare, link
from boardtool.ui.widgets.labels import Icon, OneLine, Words, body


class Strip(QWidget):
    """A line under a page's header: icon, bold fact, cause, links that repair; hidden while it is silent."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = Icon("triangle-alert", Tone.LATE)
        self._fact = Words(weight=BOLD, tone=Tone.LATE)
        self._cause = OneLine()
        self._links: list[QWidget] = []
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(sizes.PAGE_EDGE, 0, sizes.S4, 0)
        row.setSpacing(sizes.S2)
        row.addWidget(self._icon)
        row.addWidget(self._fact)
        row.addWidget(self._cause, 1)
        self._links_row = QHBoxLayout()
        self._links_row.setSpacing(sizes.S4)
        row.addLayout(self._links_row)
        self._close = bare("x", "Close this message", self.clear)
        row.addWidget(self._close)
        self.setMinimumHeight(fonts.scaled(sizes.TOTALS))
        self.hide()

    def say(
        self,
        fact: str,
        cause: str = "",
        *,
        icon: str = "triangle-alert",
        tone: Tone = Tone.LATE,
        links: tuple[Link, ...] = (),
        closable: bool = True,
    ) -> None:
        self._icon.show_icon(icon, tone)
        self._fact.setText(fact)
        self._fact.set_tone(tone)
        self._cause.setText(cause)
        self._take_links_away()
        for each in links:
            button = link(each.words, each.do)
            self._links_row.addWidget(button)
            self._links.append(button)
        self._close.setVisible(closable)
        self.setAccessibleName(f"{fact} {cause}".strip())
        self.show()

    def clear(self) -> None:
        self._take_links_away()
        self.hide()

    def _take_links_away(self) -> None:
        for button in self._links:
            button.setParent(None)
            button.deleteLater()
        self._links.clear()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.surface))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(colours.line))


class EmptyState(QWidget):
    """One sentence where the first row would be, then one link; no picture."""

    def __init__(
        self, sentence: str, words: str = "", do: Callable[[], None] | None = None, *, writes: bool = False
    ) -> None:
        super().__init__()
        self.setAccessibleName(sentence)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.PAGE_EDGE, sizes.S4, sizes.PAGE_EDGE, sizes.S4)
        self._row = QHBoxLayout()
        self._row.setSpacing(sizes.S1)
        self._sentence = body(sentence, tone=Tone.HELP)
        self._row.addWidget(self._sentence)
        self._link = link(words, do, writes=writes)
        if not words:  # shown before it has a parent it would be a window of its own for a moment
            self._link.hide()
        self._row.addWidget(self._link)
        self._row.addStretch()
        column.addLayout(self._row)
        column.addStretch()

    def say(self, sentence: str) -> None:
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)


class FieldError(Words):
    """The sentence under a field that cannot be taken; it takes no room while there is none."""

    def __init__(self) -> None:
        super().__init__(size=Size.CAPTION, tone=Tone.LATE, wrap=True)
        self.hide()

    def say(self, sentence: str) -> None:
        self.setText(sentence)
        self.setVisible(bool(sentence))
