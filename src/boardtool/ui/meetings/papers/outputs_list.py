"""The outputs of a meeting as the panel lists them: a link, and a sentence that says what it makes."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardtool.ui.meetings.facts import MeetingFacts
from boardtool.ui.meetings.papers.outputs import Output
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.theme.fonts import Size
from boardtool.ui.widgets.buttons import link
from boardtool.ui.widgets.labels import Words, section


class OutputsList(QWidget):
    """`made(output)` is called when one is wanted; what cannot be made now is not listed."""

    def __init__(self, outputs: Sequence[Output], made: Callable[[Output], None]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(section("Goes out as well"))
        column.addSpacing(sizes.S1)
        self._lines: list[tuple[Output, QWidget]] = []
        for output in outputs:
            line = _line(output, partial(made, output))
            self._lines.append((output, line))
            column.addWidget(line)

    def show_facts(self, facts: MeetingFacts) -> None:
        for output, line in self._lines:
            line.setVisible(output.offered(facts))
        self.setVisible(any(output.offered(facts) for output, _ in self._lines))


def _line(output: Output, made: Callable[[], None]) -> QWidget:
    line = QWidget()
    column = QVBoxLayout(line)
    column.setContentsMargins(0, 0, 0, sizes.S2)
    column.setSpacing(0)
    maker = link(output.words, made)
    maker.setAccessibleDescription(output.about)
    column.addWidget(maker, 0, Qt.AlignmentFlag.AlignLeft)
    column.addWidget(Words(output.about, size=Size.CAPTION, tone=Tone.HELP, wrap=True))
    return line
