"""What a return lacks, one below the other beside its tables; each leads to the row that is meant."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardtool.domain.bcf.returns_checks import ReturnFinding
from boardtool.domain.text import begun
from boardtool.ui.bcf.finding_words import LOOK
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets import labels
from boardtool.ui.widgets.buttons import IconButton, link
from boardtool.ui.widgets.labels import Icon, Words
from boardtool.ui.widgets.layouts import clear

_MOST = 12
"""Findings that are listed; with more the return is mended from the top, or from the marks in its tables."""


class Lacking(QWidget):
    """`go(found)` is called by the link of a finding; where nothing is lacking there is nothing to see."""

    def __init__(self, go: Callable[[ReturnFinding], None]) -> None:
        super().__init__()
        self._go = go
        self._shown: tuple[ReturnFinding, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, sizes.S3, 0, 0)
        self._column.setSpacing(sizes.S2)
        self.setAccessibleName("What the return lacks")
        self.hide()

    @property
    def links(self) -> list[IconButton]:
        """The links of all findings, from top to bottom."""
        return self.findChildren(IconButton)

    def show_findings(self, found: Sequence[ReturnFinding], *, period: str) -> None:
        """List the findings of the return of a period ("2022-23 End of Year")."""
        if tuple(found) == self._shown:
            return
        self._shown = tuple(found)
        clear(self._column)
        if found:
            self._column.addWidget(labels.section(f"Needs a look ({len(found)})"))
        for each in found[:_MOST]:
            words = begun(each.message.removeprefix(period).lstrip(",: "))
            self._column.addWidget(_Row(each, words, partial(self._go, each)))
        if len(found) > _MOST:
            more = f"and {len(found) - _MOST} more, marked in the tables"
            self._column.addWidget(Words(more, tone=Tone.HELP, wrap=True))
        self.setVisible(bool(found))


class _Row(QWidget):
    def __init__(self, found: ReturnFinding, words: str, go: Callable[[], None]) -> None:
        super().__init__()
        icon, tone = LOOK[found.severity]
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(Words(words, wrap=True))
        if found.items or found.part is not None:
            button = link("Go to it", go)
            button.setAccessibleName(f"Go to it: {words}")
            said.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        holder = QVBoxLayout()
        holder.addWidget(Icon(icon, tone))
        holder.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.S2)
        row.addLayout(holder)
        row.addLayout(said, 1)
        self.setAccessibleName(words)
