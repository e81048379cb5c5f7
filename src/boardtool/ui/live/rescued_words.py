"""Words that a rescue file holds and the store does not, shown beside what the store has, to choose from."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from boardtool.data.rescue import Rescued
from boardtool.domain.dates import long_date
from boardtool.domain.minutes import Minute
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.buttons import primary, quiet
from boardtool.ui.widgets.labels import body, heading, section


def missing_words(rescued: Sequence[Rescued], minutes: Sequence[Minute]) -> list[tuple[Rescued, Minute]]:
    """The rescued texts that differ from what the store has of the same minute."""
    by_id = {minute.id: minute for minute in minutes}
    return [
        (each, by_id[each.minute_id])
        for each in rescued
        if each.minute_id in by_id and by_id[each.minute_id].narrative.strip() != each.text.strip()
    ]


class RescuedWords(QDialog):
    """`decided(text)`: the narrative to keep, which is the stored one when that is kept as it is."""

    decided = Signal(str)

    def __init__(self, rescued: Rescued, minute: Minute, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Words that were not saved")
        self.resize(2 * sizes.DIALOG, sizes.DIALOG)
        number = f"{minute.number}. " if minute.number is not None else ""
        grid = QGridLayout()
        grid.setHorizontalSpacing(sizes.S5)
        for place, (words, text) in enumerate(
            (
                ("In the library", minute.narrative),
                (f"Typed until {rescued.at:%H:%M:%S} on {long_date(rescued.at.date())}", rescued.text),
            )
        ):
            grid.addWidget(heading(words), 0, place)
            grid.addWidget(_shown(words, text), 1, place)
        buttons = QHBoxLayout()
        buttons.addStretch()
        both = f"{minute.narrative.rstrip()}\n\n{rescued.text.strip()}"
        buttons.addWidget(quiet("Keep what is in the library", lambda: self._decide(minute.narrative)))
        buttons.addWidget(quiet("Keep both, one after the other", lambda: self._decide(both)))
        buttons.addWidget(primary("Take what was typed", lambda: self._decide(rescued.text)))
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.S5, sizes.S5, sizes.S5, sizes.S5)
        column.setSpacing(sizes.S4)
        column.addWidget(section(f"{number}{minute.heading}"))
        column.addWidget(
            body(
                "The library could not be written when this was typed. Nothing is thrown away before "
                "you choose, and the choice can be undone.",
                tone=Tone.HELP,
                wrap=True,
            )
        )
        column.addLayout(grid, 1)
        column.addLayout(buttons)

    def _decide(self, text: str) -> None:
        self.decided.emit(text)
        self.accept()


def _shown(name: str, text: str) -> QPlainTextEdit:
    box = QPlainTextEdit(text)
    box.setReadOnly(True)
    box.setAccessibleName(name)
    return box
