"""About boardtool: which versions are at work, where its log is, and under which licences it all stands."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from boardtool.data.versions import versions
from boardtool.ui.context import Context
from boardtool.ui.settings.section import Section
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.labels import Words, body

_NAME, _VERSION = 180, 96
_PAIR = 2


class AboutSection(Section):
    """Says what is at work; nothing here can be changed."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "About boardtool")
        found = versions()
        self.add_heading(f"boardtool {found.boardtool}", "One program for the business manager of a board.")
        self._facts = _grid()
        for name, value in (
            ("Python", found.python),
            ("SQLite", found.sqlite),
            ("Licence", "MIT"),
            ("Network", "None is used. Nothing leaves this laptop by itself."),
        ):
            self._row(self._facts, name, value)
        self._add(self._facts)
        self.add_heading(
            "What it stands on", "Each library under its own licence; their texts ship with boardtool."
        )
        parts = _grid()
        for part in found.parts:
            self._row(parts, part.name, part.version, part.licence)
        self._row(parts, "Inter", "", "SIL Open Font Licence 1.1")
        self._row(parts, "Lucide", "", "ISC, some icons MIT")
        self._add(parts)

    def _row(self, grid: QGridLayout, *words: str) -> None:
        row = grid.rowCount()
        for place, each in enumerate(words):
            label = Words(each, wrap=True) if place else body(each, tone=Tone.HELP)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            spans = 2 if len(words) == _PAIR and place else 1
            grid.addWidget(label, row, place, 1, spans, Qt.AlignmentFlag.AlignTop)

    def _add(self, grid: QGridLayout) -> None:
        holder = QWidget()
        holder.setLayout(grid)
        self.column.addWidget(holder)


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(sizes.S4)
    grid.setVerticalSpacing(sizes.S1)
    grid.setColumnMinimumWidth(0, fonts.scaled(_NAME))
    grid.setColumnMinimumWidth(1, fonts.scaled(_VERSION))
    grid.setColumnStretch(2, 1)
    return grid
