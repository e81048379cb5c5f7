"""The place beside the preview: the corner of the sheet a line came from, why, and what can be done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QRadioButton, QWidget

from boardtool.domain.imports import Mend, RowPreview
from boardtool.services.exchange.request import Take
from boardtool.ui.importing.corner import SheetCorner
from boardtool.ui.importing.kinds import ImportKind
from boardtool.ui.importing.lines import NOTHING, Group, Line, in_words
from boardtool.ui.importing.putting_right import PutRight
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.theme.fonts import Size
from boardtool.ui.widgets import labels
from boardtool.ui.widgets.buttons import link
from boardtool.ui.widgets.labels import Icon, Words
from boardtool.ui.widgets.layouts import clear
from boardtool.ui.widgets.panel import RightPanel

if TYPE_CHECKING:
    from boardtool.data.excel.shown import Shown

_LABEL = 96


@dataclass(frozen=True, slots=True)
class Doing:
    """What the panel offers to do; `copy_rejected` puts every rejected row on the clipboard."""

    open_file: Callable[[], None]
    read_again: Callable[[], None]
    copy_rejected: Callable[[], None]
    put_right: Callable[[Mend], None]
    as_in_file: Callable[[Mend], None]


class SidePanel(RightPanel):
    """Shows one line of the preview, with everything its row holds; `mends` are the cells put right."""

    def __init__(
        self, kind: ImportKind, mends: Sequence[Mend], doing: Doing, decide: Callable[[Line, Take], None]
    ) -> None:
        super().__init__("The row that is selected")
        self._kind = kind
        self._mends = mends
        self._do = doing
        self._decide = decide
        self._right: PutRight | None = None

    def type_in(self) -> None:
        """Go to the field in which a cell of the line is put right."""
        if self._right is not None:
            self._right.fields[0].setFocus()

    def treat_as_empty(self) -> None:
        """Treat the cell that the line is about as empty."""
        if self._right is not None:
            self._right.treat_as_empty(self._right.first_cell)

    def show_line(
        self,
        line: Line | None,
        row: RowPreview | None,
        shown: "Shown | None",
        *,
        rejected: int,
    ) -> None:
        """Show a line, the row it belongs to where that can be taken, and how many are rejected in all."""
        clear(self.column)
        self._right = None
        if line is None:
            self.column.addWidget(
                Words("Select a row to see where it comes from.", tone=Tone.HELP, wrap=True)
            )
            self.column.addStretch()
            return
        self.column.addWidget(Words(_title(self._kind, line), size=Size.READ, weight=fonts.BOLD, wrap=True))
        self.column.addWidget(Words(_where(self._kind, line), size=Size.CAPTION, tone=Tone.HELP, wrap=True))
        self._corner(line, shown)
        if line.group is Group.CONFLICT and row is not None:
            self._conflict(line, row)
        elif row is not None:
            self._fields(line, row, shown)
        else:
            self._why(line)
        if line.cells or line.group is Group.REJECTED:
            self._heading("What you can do")
        if line.cells:
            self._put_right(line)
        if line.group is Group.REJECTED:
            self._mend(rejected)
        self.column.addStretch()

    def _put_right(self, line: Line) -> None:
        self._right = PutRight(
            line, self._mends, put_right=self._do.put_right, as_in_file=self._do.as_in_file
        )
        self.column.addWidget(self._right)

    def _corner(self, line: Line, shown: "Shown | None") -> None:
        if shown is None or not line.row:
            return
        tone = {Group.REJECTED: Tone.LATE, Group.CONFLICT: Tone.DUE}.get(line.group, Tone.ACCENT)
        corner = shown.corner(line.row, line.cell, sheet=line.sheet)
        if corner is not None:
            self.column.addSpacing(sizes.S2)
            self.column.addWidget(SheetCorner(corner, tone, cell=line.cell))

    def _why(self, line: Line) -> None:
        self._heading("Why" if line.group is Group.REJECTED else "What it says")
        words = line.how.removeprefix(f"{line.cell}: ") if line.how else line.subject
        self.column.addWidget(Words(_sentence(words), tone=Tone.HELP, wrap=True))

    def _heading(self, words: str) -> None:
        self.column.addSpacing(sizes.S3)
        self.column.addWidget(labels.heading(words))

    def _fields(self, line: Line, row: RowPreview, shown: "Shown | None") -> None:
        """All that the row holds; what it changes is set in bold, with what was there under it."""
        self._heading("What the row holds")
        values = row.values or {name: new for name, (_old, new) in row.changes.items()}
        grid = _grid()
        for name in (*self._kind.fields, *(each for each in values if each not in self._kind.fields)):
            if name not in values or (values[name] in ("", None, []) and name not in row.changes):
                continue
            ref = shown.ref(row.row, name) if shown is not None else ""
            label = Words(self._kind.words_for(name), tone=Tone.HELP, wrap=True)
            label.setToolTip(f"Cell {ref}" if ref else "")
            changed = name in row.changes and line.group is Group.CHANGED
            self._pair(grid, label, in_words(values[name]), bold=changed)
            if changed:
                before = Words(
                    f"was: {in_words(row.changes[name][0])}", size=Size.CAPTION, tone=Tone.HELP, wrap=True
                )
                grid.addWidget(before, grid.rowCount(), 1)
        self._add_grid(grid)
        if line.how:
            self._heading("How it was read")
            self.column.addWidget(Words(_sentence(line.how), tone=Tone.HELP, wrap=True))

    def _pair(self, grid: QGridLayout, label: Words, value: str, *, bold: bool = False) -> None:
        row = grid.rowCount()
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(label, row, 0, top)
        grid.addWidget(Words(value, weight=fonts.BOLD if bold else fonts.REGULAR, wrap=True), row, 1, top)

    def _add_grid(self, grid: QGridLayout) -> None:
        holder = QWidget()
        holder.setLayout(grid)
        self.column.addWidget(holder)

    def _conflict(self, line: Line, row: RowPreview) -> None:
        """The field as it was sent, as it is here and as it came back, and whose words are kept."""
        for name, three in row.conflicts.items():
            self._heading(self._kind.words_for(name))
            grid = _grid()
            sides = (("As it was sent", three.sent), ("Here", three.ours), ("In the file", three.theirs))
            for words, value in sides:
                if words != "As it was sent" or value is not None:
                    self._pair(grid, Words(words, tone=Tone.HELP, wrap=True), in_words(value))
            self._add_grid(grid)
        self._heading("Whose words are kept")
        both = QButtonGroup(self)
        for words, winner in (
            ("&Theirs, from the file", Take.THEIRS),
            ("&Ours, as they are here", Take.OURS),
        ):
            button = QRadioButton(words)
            button.setChecked(line.winner is winner)
            button.clicked.connect(lambda _on=False, winner=winner: self._decide(line, winner))
            both.addButton(button)
            self.column.addWidget(button)

    def _mend(self, rejected: int) -> None:
        rows = "this row" if rejected == 1 else f"the {rejected} rejected rows"
        for icon, words, do in (
            ("square-pen", "Put it right in the file", self._do.open_file),
            ("refresh-cw", "Read the file again", self._do.read_again),
            ("copy", f"Copy {rows} for the sender", self._do.copy_rejected),
        ):
            holder = QWidget()
            line = QHBoxLayout(holder)
            line.setContentsMargins(0, sizes.S1, 0, sizes.S1)
            line.setSpacing(sizes.S2)
            line.addWidget(Icon(icon, Tone.HELP))
            line.addWidget(link(words, do))
            line.addStretch()
            self.column.addWidget(holder)


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(sizes.S2)
    grid.setVerticalSpacing(sizes.S1)
    grid.setColumnMinimumWidth(0, fonts.scaled(_LABEL))
    grid.setColumnStretch(1, 1)
    return grid


def _title(kind: ImportKind, line: Line) -> str:
    row = f"{kind.place} {line.row}" if line.row else line.subject
    return {
        Group.NEW: f"{row} is new",
        Group.CHANGED: f"{row} changes something",
        Group.CONFLICT: f"{row} was changed here too",
        Group.REJECTED: f"{row} was not taken",
        Group.SAME: f"{row} is as it is here",
        Group.NOTE: f"{row} is no data" if line.row else "About the file",
    }[line.group]


def _where(kind: ImportKind, line: Line) -> str:
    if kind.name == "minutes" or not line.sheet:
        return line.sheet or "The whole file"
    cell = f", cell {line.cell}" if line.cell else ""
    return f"Sheet “{line.sheet}”{cell}"


def _sentence(words: str) -> str:
    if not words or words == NOTHING:
        return NOTHING
    return f"{words[0].upper()}{words[1:]}{'' if words.endswith(('.', '?')) else '.'}"


def copied(rejected: Sequence[tuple[str, str, str]]) -> str:
    """Rejected rows (cell, value, reason) as text for an e-mail, one a line."""
    return "\n".join(f"{cell}: “{value}” – {reason}" for cell, value, reason in rejected)
