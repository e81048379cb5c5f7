"""The exempt minutes beside the minutes: what the public reads of each, if anything (R18)."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardtool.domain.checks.private_minutes import named
from boardtool.domain.minutes import Minute
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.buttons import IconButton, link
from boardtool.ui.widgets.labels import section
from boardtool.ui.widgets.layouts import clear
from boardtool.ui.widgets.said import Said

WRITE = "Write the summary…"
CHANGE = "Change the summary…"


class Summaries(QWidget):
    """`write(minute)` is called by the link of a minute; without exempt minutes there is nothing to see."""

    def __init__(self, write: Callable[[Minute], None]) -> None:
        super().__init__()
        self._write = write
        self._shown: tuple[tuple[Minute, ...], bool] = ((), False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, sizes.S4, 0, 0)
        self._column.setSpacing(sizes.S1)
        self.setAccessibleName("Exempt minutes, for the public")
        self.hide()

    @property
    def links(self) -> list[IconButton]:
        """The links of all exempt minutes, from top to bottom."""
        return self.findChildren(IconButton)

    def show_minutes(self, private: Sequence[Minute], *, locked: bool) -> None:
        """Show the exempt minutes; where they are `locked` their summaries are only read."""
        if (tuple(private), locked) == self._shown:
            return
        self._shown = (tuple(private), locked)
        clear(self._column)
        if private:
            self._column.addWidget(section("Exempt minutes, for the public"))
        for minute in private:
            self._add(minute, locked=locked)
        self.setVisible(bool(private))

    def _add(self, minute: Minute, *, locked: bool) -> None:
        name = named(minute)
        if minute.public_summary:
            self._column.addWidget(Said(f"{name}: {minute.public_summary}", "circle-check", Tone.DONE))
        else:
            words = f"{name}: the open minutes say nothing of it."
            self._column.addWidget(Said(words, "octagon-x", Tone.LATE, words_tone=Tone.TEXT))
        if not locked:
            words = CHANGE if minute.public_summary else WRITE
            button = link(words, partial(self._write, minute), writes=True)
            button.setAccessibleName(f"{words.removesuffix('…')} of {name.lower()}")
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
