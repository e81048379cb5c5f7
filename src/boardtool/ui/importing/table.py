"""The table of the preview: its columns, its groups, and Space or a click that takes or leaves a row."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from boardtool.ui.importing.kinds import ImportKind
from boardtool.ui.importing.lines import Group, Line
from boardtool.ui.preferences import Preferences
from boardtool.ui.tables.column import Align, Cell, Column, Heading, Look
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.tables.view import TableView
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone

ICONS = {
    Group.NEW: ("plus", Tone.DONE),
    Group.CHANGED: ("pencil", Tone.ACCENT),
    Group.CONFLICT: ("equal-not", Tone.DUE),
    Group.REJECTED: ("circle-x", Tone.LATE),
    Group.SAME: ("equal", Tone.FAINT),
    Group.NOTE: ("info", Tone.FAINT),
}


def columns_of(kind: ImportKind) -> tuple[Column[Line], ...]:
    key = (Column("key", kind.key, _key, width=kind.key_width, look=Look.HELP),) if kind.key else ()
    return (
        Column("row", kind.row, partial(_row, kind), width=96, align=Align.RIGHT, look=Look.HELP),
        *key,
        Column("subject", kind.subject_heading, _subject, stretch=True, tooltip=lambda line: line.subject),
        Column(
            "what", "What", lambda line: _quiet(line, line.what), width=112, look=Look.HELP, gives_way=560
        ),
        Column(
            "ours",
            "In boardtool",
            lambda line: _quiet(line, line.ours),
            width=112,
            gives_way=700,
            look=Look.HELP,
            tooltip=lambda line: line.ours,
        ),
        Column(
            "theirs", "In the file", _theirs, width=152 if kind.key else 248, tooltip=lambda line: line.theirs
        ),
        Column(
            "how",
            "How it was read, or why not",
            _how,
            width=200,
            tooltip=lambda line: line.how,
            gives_way=640,
        ),
    )


def _row(kind: ImportKind, line: Line) -> Cell:
    number = str(line.row) if line.row and line.first else ""
    if line.name is None or not line.first or line.group is Group.SAME:
        return Cell(number)
    what = f"{kind.place} {number}" if number else line.subject
    return Cell(number, checked=line.taken, spoken=f"{what}, {'taken' if line.taken else 'left'}")


def _key(line: Line) -> Cell:
    return Cell(line.key if line.first else "", tone=_grey(line))


def _subject(line: Line) -> Cell:
    return Cell(line.subject if line.first else "", spoken=line.subject, tone=_grey(line))


def _grey(line: Line) -> Tone | None:
    return Tone.HELP if line.group in {Group.SAME, Group.NOTE} else None


def _quiet(line: Line, words: str) -> Cell:
    return Cell(words, tone=Tone.FAINT if line.group is Group.SAME else None)


def _theirs(line: Line) -> Cell:
    if line.group in {Group.SAME, Group.NOTE}:
        return Cell(line.theirs, tone=Tone.HELP)
    return Cell(line.theirs, bold=True, tone=Tone.LATE if line.group is Group.REJECTED else None)


def _how(line: Line) -> Cell:
    if line.group is Group.REJECTED:
        return Cell(line.how, tone=Tone.LATE)
    if line.group is Group.CONFLICT and not line.how:
        return _verdict(line)
    return Cell(line.how, tone=Tone.HELP)


def _verdict(line: Line) -> Cell:
    """Whose words a row in conflict will have."""
    if line.winner is None:
        return Cell("Choose: ours or theirs", icon="circle-dashed", tone=Tone.DUE)
    words = {"theirs": "Theirs are taken", "ours": "Ours are kept"}[line.winner.value]
    return Cell(words, icon="circle-check", icon_tone=Tone.DONE, tone=Tone.HELP)


class PreviewTable(TableView[Line]):
    """A table of lines; `turned(lines)` says which rows are to be taken or left."""

    turned = Signal(object)

    def __init__(self, model: RowModel[Line], kind: ImportKind, preferences: Preferences) -> None:
        super().__init__(
            model,
            name=f"importing/{kind.name}",
            accessible=f"{kind.title}: what the file would change",
            row=sizes.ROW_DENSE,
            preferences=preferences,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space takes or leaves the chosen rows, whichever cell is the current one."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._turn(self.chosen_rows())
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == 0 and event.button() is Qt.MouseButton.LeftButton:
            line = self.rows.row_at(index)
            self._turn([line] if line is not None else [])

    def _turn(self, lines: list[Line]) -> None:
        takable = [line for line in lines if line.name is not None and line.group is not Group.SAME]
        if takable:
            self.turned.emit(takable)


def heading(line: Line, counts: dict[Group, str]) -> Heading:
    icon, tone = ICONS[line.group]
    return Heading(line.group.value, counts.get(line.group, ""), icon=icon, icon_tone=tone)
