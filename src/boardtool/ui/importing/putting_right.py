"""Putting a cell right beside the preview: the figure is typed, or the cell treated as empty."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardtool.domain.imports import Mend
from boardtool.ui.importing.lines import Group, Line
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.buttons import link
from boardtool.ui.widgets.fields import HintedField
from boardtool.ui.widgets.labels import Icon, Words

FIGURES = frozenset(
    {
        "value",
        "target",
        "numerator",
        "denominator",
        "lower",
        "upper",
        "amount",
        "expenditure",
        "spend",
        "outputs",
    }
)
_MOST_CELLS = 3
_FIELD = 112


class PutRight(QWidget):
    """The cells of a line with what can be done to each; the file itself stays as it is."""

    def __init__(
        self,
        line: Line,
        mends: Sequence[Mend],
        *,
        put_right: Callable[[Mend], None],
        as_in_file: Callable[[Mend], None],
    ) -> None:
        super().__init__()
        self._line = line
        self._put_right = put_right
        self._as_in_file = as_in_file
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(sizes.S1)
        self.fields: list[HintedField] = []
        mended = {mend.cell: mend for mend in mends if mend.sheet == line.sheet}
        for cell in line.cells[:_MOST_CELLS]:
            self._offer(cell, mended.get(cell))

    @property
    def first_cell(self) -> str:
        return self._line.cells[0]

    def treat_as_empty(self, cell: str) -> None:
        self._put_right(Mend(self._line.sheet, cell, ""))

    def _offer(self, cell: str, mend: Mend | None) -> None:
        words = _words(self._line)
        many = len(self._line.cells) > 1
        field = HintedField("", name=f"{words}, cell {cell}")
        field.setFixedWidth(fonts.scaled(_FIELD))
        field.taken.connect(lambda text: self._put_right(Mend(self._line.sheet, cell, text.strip())))
        self.fields.append(field)
        self._row("square-pen", Words(f"{words} ({cell})" if many else words, wrap=True), field)
        if mend is None or mend.text:
            self._row("eraser", link("Treat as empty", lambda: self.treat_as_empty(cell)))
        if mend is not None:
            back = link("Take it as it is in the file", lambda: self._as_in_file(mend))
            self._row("undo-2", back)

    def _row(self, icon: str, words: QWidget, field: QWidget | None = None) -> None:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, sizes.S1, 0, sizes.S1)
        row.setSpacing(sizes.S2)
        row.addWidget(Icon(icon, Tone.HELP))
        row.addWidget(words, 1 if field is not None else 0)
        if field is not None:
            row.addWidget(field)
        else:
            row.addStretch()
        self._column.addWidget(holder)


def _words(line: Line) -> str:
    is_figure = line.field in FIGURES or (line.group is not Group.REJECTED and not line.field)
    return "Type the figure here" if is_figure else "Type what is meant"
