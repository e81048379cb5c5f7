"""The first page of all: no library is open yet, so make one, open one, or look at the sample board."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.buttons import link, primary, quiet
from boardtool.ui.widgets.labels import Words, body, figure
from boardtool.ui.widgets.layouts import clear
from boardtool.ui.widgets.notices import FieldError

_WIDTH = 520
_WHAT = (
    "boardtool keeps agendas, minutes, actions and papers of your boards in one folder on this laptop: "
    "a library. It needs no network, saves as you type, and everything can be undone."
)


class Welcome(QWidget):
    """Three ways to begin; `made(folder)`, `chosen(folder)` and `sample_wanted()` say which was taken.

    `help_wanted()` asks for the guide, which can be read before there is any library.
    """

    made = Signal(Path)
    chosen = Signal(Path)
    sample_wanted = Signal()
    help_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        inside = QWidget()
        inside.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(inside)
        column.setSpacing(sizes.S3)
        column.addWidget(figure("Welcome to boardtool"))
        column.addWidget(Words(_WHAT, tone=Tone.HELP, wrap=True))
        column.addSpacing(sizes.S3)
        buttons = QHBoxLayout()
        buttons.setSpacing(sizes.S3)
        self._make = primary("Make a library", self._ask_where_to_make, icon="folder-plus")
        buttons.addWidget(self._make)
        buttons.addWidget(quiet("Open a library", self._ask_which_to_open, icon="folder-open"))
        buttons.addStretch()
        column.addLayout(buttons)
        sample = QHBoxLayout()
        sample.setSpacing(sizes.S1)
        sample.addWidget(body("Or look around first:", tone=Tone.HELP))
        sample.addWidget(link("Open the sample board", self.sample_wanted.emit))
        sample.addSpacing(sizes.S2)
        sample.addWidget(link("Read the guide", self.help_wanted.emit))
        sample.addStretch()
        QShortcut(QKeySequence("F1"), self, self.help_wanted.emit)
        column.addLayout(sample)
        self._trouble = FieldError()
        column.addWidget(self._trouble)
        self._ways_out = QVBoxLayout()
        column.addLayout(self._ways_out)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2 * sizes.S7, 2 * sizes.S7, sizes.S7, sizes.S7)
        outer.addWidget(inside)
        outer.addStretch()
        self.setFocusProxy(self._make)

    def say(self, sentence: str) -> None:
        """Why the last attempt came to nothing."""
        self._trouble.say(sentence)
        self.setAccessibleDescription(sentence)
        clear(self._ways_out)

    def offer(self, words: str, do: Callable[[], None]) -> None:
        """A way out of the trouble that was said."""
        self._ways_out.addWidget(quiet(words, do, icon="history"), 0, Qt.AlignmentFlag.AlignLeft)

    def focus(self) -> None:
        self._make.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_where_to_make(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, "Choose an empty folder for the new library")
        if folder:
            self.made.emit(Path(folder))

    def _ask_which_to_open(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, "Choose the folder of a library")
        if folder:
            self.chosen.emit(Path(folder))
