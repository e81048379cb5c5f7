"""Sign-offs one below the other: role, who, when, under what authority, where it was ratified."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardtool.domain.bcf.plans import SignOff
from boardtool.domain.dates import long_date
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone, colours_of
from boardtool.ui.theme.fonts import BOLD
from boardtool.ui.widgets.buttons import IconButton, link
from boardtool.ui.widgets.labels import Icon, Words
from boardtool.ui.widgets.layouts import clear


class SignOffs(QWidget):
    """`change(sign_off)` and `remove(sign_off)` are called by their links."""

    def __init__(self, change: Callable[[SignOff], None], remove: Callable[[SignOff], None]) -> None:
        super().__init__()
        self._change = change
        self._remove = remove
        self._shown: tuple[SignOff, ...] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setAccessibleName("Sign-offs")

    @property
    def links(self) -> list[IconButton]:
        """The links of all sign-offs, from top to bottom."""
        return [button for row in self.findChildren(_SignOff) for button in row.findChildren(IconButton)]

    def show_sign_offs(self, found: Sequence[SignOff]) -> None:
        if tuple(found) == self._shown:
            return
        self._shown = tuple(found)
        clear(self._column)
        for one in found:
            self._column.addWidget(_SignOff(one, partial(self._change, one), partial(self._remove, one)))
        if not found:
            self._column.addWidget(Words("Nobody has signed yet.", tone=Tone.HELP))


class _SignOff(QWidget):
    def __init__(self, one: SignOff, change: Callable[[], None], remove: Callable[[], None]) -> None:
        super().__init__()
        signed = one.signed_on is not None
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(one.role, weight=BOLD, wrap=True))
        when = f"signed {long_date(one.signed_on)}" if one.signed_on is not None else "not signed yet"
        words.addWidget(Words(", ".join(part for part in (one.name, when) if part), wrap=True))
        ratified = f"Ratified at {one.meeting_ref}" if one.meeting_ref else "Not ratified by a meeting yet"
        for text in (one.authority, ratified, one.note):
            if text:
                words.addWidget(Words(text, tone=Tone.HELP, wrap=True))
        links = QHBoxLayout()
        links.setSpacing(sizes.S4)
        for verb, do in (("Change", change), ("Remove", remove)):
            button = link(verb, do, writes=True)
            button.setAccessibleName(f"{verb} the sign-off of the {one.role}")
            links.addWidget(button)
        links.addStretch()
        words.addLayout(links)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, sizes.S2, 0, sizes.S1)
        row.setSpacing(sizes.S2)
        icon = Icon("circle-check", Tone.DONE) if signed else Icon("circle-dashed", Tone.DUE)
        holder = QVBoxLayout()
        holder.addWidget(icon)
        holder.addStretch()
        row.addLayout(holder)
        row.addLayout(words, 1)
        self.setAccessibleName(f"{one.role}, {one.name}, {when}, {ratified}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour = QColor(colours_of(self.palette()).line)
        QPainter(self).fillRect(0, self.height() - sizes.LINE, self.width(), sizes.LINE, colour)
