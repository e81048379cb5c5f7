"""What the page shows without a preview: choose a file, reading it, a question, or why it is refused."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from boardtool.domain.imports import Choose
from boardtool.ui.importing.kinds import ImportKind
from boardtool.ui.jobs import Report
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone, colours_of
from boardtool.ui.theme.fonts import Size
from boardtool.ui.widgets import labels
from boardtool.ui.widgets.buttons import IconButton, primary, quiet
from boardtool.ui.widgets.labels import Icon, Words
from boardtool.ui.widgets.layouts import clear
from boardtool.ui.widgets.notices import EmptyState

_MOST_ROOM = 720


class State(QWidget):
    """A column of words and buttons, at the upper left where the first row would be."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(sizes.PAGE_EDGE, sizes.S4, sizes.PAGE_EDGE, sizes.S4)
        inside = QWidget()
        inside.setMaximumWidth(fonts.scaled(_MOST_ROOM))
        inside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(sizes.S3)
        outer.addWidget(inside, 1)
        outer.addStretch()

    def fill(self, *parts: QWidget) -> None:
        clear(self.column)
        for part in parts:
            self.column.addWidget(part)
        self.column.addStretch()


def buttons(*each: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(sizes.S3)
    for button in each:
        row.addWidget(button)
    row.addStretch()
    return holder


def first_state(state: State, kind: ImportKind, target: QWidget, choose: Callable[[], None]) -> IconButton:
    """Nothing is chosen yet: what the file goes to, what is looked for in it, and the button; which it is."""
    button = primary("Choose a file…", choose, icon="folder-open")
    state.fill(
        target,
        Words(kind.asked, wrap=True),
        buttons(button),
        Words(f"It looks for: {_lowered(kind.sought)}.", size=Size.CAPTION, tone=Tone.HELP, wrap=True),
        Words(
            "The file is only read. You see row by row what it would change, and nothing is taken before.",
            size=Size.CAPTION,
            tone=Tone.HELP,
            wrap=True,
        ),
    )
    return button


def _lowered(words: str) -> str:
    return f"{words[0].lower()}{words[1:]}"


class ReadingState(State):
    """A file is being read: how far it has come, and Cancel."""

    def __init__(self, cancel: Callable[[], None]) -> None:
        super().__init__("Reading the file")
        self._words = Words(wrap=True)
        self._bar = _Bar()
        self.cancel = quiet("Cancel", cancel, icon="x")
        self.fill(self._words, self._bar, buttons(self.cancel))

    def show_report(self, report: Report) -> None:
        self._words.setText(report.words)
        self._bar.show_part(report.done, report.total)


class _Bar(QWidget):
    """How much is done, as a bar; nothing of it while the amount is not known."""

    def __init__(self) -> None:
        super().__init__()
        self._done, self._total = 0, 0
        self.setFixedHeight(sizes.S1)

    def show_part(self, done: int, total: int) -> None:
        self._done, self._total = done, total
        self.setAccessibleName(f"{done} of {total} read" if total else "Reading")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.line))
        if self._total:
            done = round(self.width() * min(self._done / self._total, 1))
            painter.fillRect(0, 0, done, self.height(), QColor(colours.accent))


def question_state(
    state: State,
    kind: ImportKind,
    question: Choose,
    answer: Callable[[str], None],
    *,
    back: Callable[[], None] | None = None,
) -> Sequence[IconButton]:
    """Something must be said before the file can be read: one button for each answer; which they are.

    `back` leads to what was shown before, where that was something.
    """
    if question.what == "sheet":
        asked = "Which sheet is meant?"
        why = "More than one sheet holds such a table, or the one that does is hidden."
    else:
        asked = f"Which column holds the {_lowered(kind.words_for(question.field))}?"
        why = (
            "The headings of the file do not say. Your answer is remembered for files laid out like this one."
        )
    made = [quiet(option.replace("&", "&&"), partial(answer, option)) for option in question.options]
    rows = [buttons(each) for each in made]
    if back is not None:
        rows.append(buttons(quiet("Back", back)))
    state.fill(labels.section(asked), Words(why, tone=Tone.HELP, wrap=True), *rows)
    return made


def refused_state(
    state: State, sentence: str, choose: Callable[[], None], again: Callable[[], None]
) -> IconButton:
    """The file is refused as a whole: why, in one sentence, and another try; the button of that."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(sizes.S2)
    row.addWidget(Icon("octagon-x", Tone.LATE), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Words(sentence, wrap=True), 1)
    line.setAccessibleName(sentence)
    button = quiet("Choose another file…", choose, icon="folder-open")
    state.fill(line, buttons(button, quiet("Read it again", again, icon="refresh-cw")))
    return button


def nothing_state(state: State, kind: ImportKind, rows: int, back: Callable[[], None]) -> IconButton:
    """The file says only what is here already."""
    what = "The row is" if rows == 1 else f"All {rows} rows are"
    words = f"{what} as they are in boardtool." if rows != 1 else f"{what} as it is in boardtool."
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(sizes.S2)
    row.addWidget(Icon("circle-check", Tone.DONE), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Words(f"There is nothing to take. {words}", wrap=True), 1)
    button = primary("Go back", back)
    state.fill(line, buttons(button))
    state.setAccessibleName(f"{kind.title}: nothing to take")
    return button


def no_board_state(state: State, make: Callable[[], None]) -> None:
    """There is nothing yet that a file could go to."""
    state.fill(EmptyState("There is no board yet that this could go to.", "Make a board", make, writes=True))
