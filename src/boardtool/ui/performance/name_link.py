"""A name that leads somewhere, shortened where there is little room."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QSizePolicy

from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.buttons import IconButton

_LAST_LETTER = 2
"""Room for what a last letter leans over; without it the words would be shortened where all of them fit."""


class NameLink(IconButton):
    """A link whose words end in an ellipsis instead of widening what holds it; the tooltip has them all."""

    def __init__(self, words: str, do: Callable[[], None], *, spoken: str = "") -> None:
        super().__init__(words, look="link", tone=Tone.ACCENT)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setToolTip(spoken or words)
        self.setAccessibleName(spoken or words)
        self.clicked.connect(lambda _checked=False: do())

    def minimumSizeHint(self) -> QSize:
        return QSize(fonts.scaled(sizes.CONTROL), self.sizeHint().height())

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(self.font()).horizontalAdvance(self.text()) + _LAST_LETTER
        return QSize(wide, super().sizeHint().height())

    def parts(self) -> list[tuple[str, QFont, Tone]]:
        shown = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        return [(shown, self.font(), Tone.ACCENT)]
