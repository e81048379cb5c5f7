"""A line of a panel or a dialog: an icon and a sentence beside it, which wraps."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.labels import Icon, Words


class Said(QWidget):
    """Shows a sentence after its icon; the words are what a screen reader meets."""

    def __init__(self, sentence: str, icon: str, tone: Tone, *, words_tone: Tone = Tone.HELP) -> None:
        super().__init__()
        self.words = Words(sentence, tone=words_tone, wrap=True)
        mark = Icon(icon, tone, size=sizes.ICON_ROW)
        beside = QVBoxLayout()
        beside.addSpacing(max((fonts.line_height(fonts.Size.BODY) - sizes.ICON_ROW) // 2, 0))
        beside.addWidget(mark)
        beside.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.S2)
        row.addLayout(beside)
        row.addWidget(self.words, 1)
        self.setAccessibleName(sentence)

    def say(self, sentence: str) -> None:
        self.words.setText(sentence)
        self.setAccessibleName(sentence)
