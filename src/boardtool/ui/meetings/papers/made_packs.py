"""Every pack that was made of a meeting, the newest first, with its digest, each to be opened again."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardtool.domain.pack.made import MadePack, PackKind
from boardtool.ui.meetings.papers.pack_words import KIND_WORDS, pages_words, short_digest, when
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.buttons import link
from boardtool.ui.widgets.labels import Icon, Words, caption, section
from boardtool.ui.widgets.layouts import clear

_ICONS = {PackKind.PUBLIC: "book-open", PackKind.SUPPLEMENT: "file-plus", PackKind.PRIVATE: "lock"}


class MadePacks(QWidget):
    """A short line for each pack; hidden while there is none."""

    def __init__(self, open_pack: Callable[[MadePack], None]) -> None:
        super().__init__()
        self._open = open_pack
        self._shown: tuple[MadePack, ...] | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(sizes.S2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.S2)
        column.addWidget(section("Packs made"))
        column.addLayout(self._rows)
        self.hide()

    @property
    def lines(self) -> list[QWidget]:
        """What stands in it, from the top."""
        items = (self._rows.itemAt(place) for place in range(self._rows.count()))
        return [widget for item in items if item is not None and (widget := item.widget()) is not None]

    def show_packs(self, made: Sequence[MadePack]) -> None:
        if tuple(made) == self._shown:
            return
        self._shown = tuple(made)
        clear(self._rows)
        for each in made:
            self._rows.addWidget(_Line(each, partial(self._open, each)))
        self.setVisible(bool(made))


class _Line(QWidget):
    def __init__(self, made: MadePack, opened: Callable[[], None]) -> None:
        super().__init__()
        name = KIND_WORDS[made.kind]
        facts = f"{when(made.made_at, year=False)} · {pages_words(made)}"
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(name))
        words.addWidget(caption(facts))
        digest = caption(short_digest(made), tone=Tone.FAINT)
        digest.setToolTip(made.digest)
        digest.setAccessibleName(f"Digest, SHA-256 {made.digest}")
        words.addWidget(digest)
        opener = link("Open", opened)
        opener.setAccessibleName(f"Open {name} of {when(made.made_at)}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.S2)
        row.addWidget(Icon(_ICONS[made.kind], Tone.FAINT, size=sizes.ICON_ROW), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(opener, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(f"{name}, {facts}")
