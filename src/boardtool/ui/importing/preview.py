"""The preview of one file: chips, table, panel and foot; it knows which rows are ticked and who wins."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardtool.services.exchange.choosing import RowName, name_of
from boardtool.services.exchange.request import Take
from boardtool.ui.importing.kinds import ImportKind
from boardtool.ui.importing.lines import Group, Line, lines_of, rows_in, with_few_same
from boardtool.ui.importing.looking import Looked
from boardtool.ui.importing.side import Doing, SidePanel
from boardtool.ui.importing.table import ICONS, PreviewTable, columns_of, heading
from boardtool.ui.preferences import Preferences
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone, colours_of
from boardtool.ui.widgets.beside import BesidePanel
from boardtool.ui.widgets.buttons import primary, quiet
from boardtool.ui.widgets.chips import ChipBar, SwitchChips
from boardtool.ui.widgets.labels import KeyCap, body

_CHIP_WORDS = {
    Group.NEW: "New",
    Group.CHANGED: "Changed",
    Group.CONFLICT: "Conflict",
    Group.REJECTED: "Rejected",
    Group.SAME: "Same",
    Group.NOTE: "To know",
}
_ALL = "all"


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person chose in a preview, to be kept when the same file is shown again."""

    left: frozenset[RowName | None]
    winners: Mapping[RowName, Take]
    current: tuple[str, int] | None


def _is_left(line: Line) -> bool:
    return line.name is not None and not line.taken and line.group in {Group.NEW, Group.CHANGED}


class Preview(QWidget):
    """Shows what taking a file would do; `take_wanted` and `nothing_wanted` are the two ways out."""

    take_wanted = Signal()
    nothing_wanted = Signal()

    def __init__(
        self,
        kind: ImportKind,
        looked: Looked,
        *,
        preferences: Preferences,
        doing: Doing,
    ) -> None:
        super().__init__()
        self._kind = kind
        self._looked = looked
        self._lines = lines_of(kind, looked.report, looked.shown)
        self._rows = {name_of(row): row for row in looked.report.rows}
        self._model: RowModel[Line] = RowModel(
            columns_of(kind), key=lambda line: line.place, group=lambda line: heading(line, self._counts)
        )
        self._counts: dict[Group, str] = {}
        self.table = PreviewTable(self._model, kind, preferences)
        self.panel = SidePanel(kind, looked.request.mends, doing, self.decide)
        self.chips = self._chips()
        self.foot = _Foot(self.nothing_wanted.emit, self.take_wanted.emit)
        self._lay_out()
        self.table.turned.connect(self._turn)
        self.table.current_changed.connect(self._show_current)
        self.chips.chosen.connect(lambda _value: self._fill())
        self._fill()
        self._select_first()

    def _chips(self) -> SwitchChips:
        chips = SwitchChips("Which rows are shown")
        rows = [line for line in self._lines if line.first and line.group is not Group.NOTE]
        chips.add(_ALL, "All", str(len(rows)))
        for group, words in _CHIP_WORDS.items():
            count = rows_in(self._lines, group)
            if count:
                icon, tone = ICONS[group]
                chips.add(group.name, words, str(count), icon=icon, tone=tone)
        return chips

    def _lay_out(self) -> None:
        bar = ChipBar(self.chips)
        bar.set_fact(self._kind.matched)
        middle = QWidget()
        beside_foot = QVBoxLayout(middle)
        beside_foot.setContentsMargins(0, 0, 0, 0)
        beside_foot.setSpacing(0)
        beside_foot.addWidget(self.table, 1)
        beside_foot.addWidget(self.foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        self._beside = BesidePanel(middle, self.panel)
        column.addWidget(self._beside, 1)

    # What is chosen

    @property
    def taken(self) -> list[RowName]:
        """The rows that are ticked, in the order of the file."""
        ticked = {line.name for line in self._lines if line.taken}
        return [name for name in self._rows if name in ticked]

    @property
    def winners(self) -> dict[RowName, Take]:
        """Whose words are kept, for the rows in conflict that were decided."""
        return {
            line.name: line.winner
            for line in self._lines
            if line.name is not None and line.winner is not None
        }

    def choices(self) -> "Choices":
        """Which rows were left, whose words are kept, and which row is the current one."""
        current = self.table.current_row()
        left = frozenset(line.name for line in self._lines if _is_left(line))
        return Choices(left, self.winners, (current.sheet, current.row) if current is not None else None)

    def restore(self, choices: "Choices") -> None:
        """Choose as before, where the rows are still there."""
        self._become(choices.left, taken=False, winner=None)
        for name, winner in choices.winners.items():
            self._become({name}, taken=True, winner=winner)
        again = (line for line in self._shown() if (line.sheet, line.row) == choices.current)
        if (line := next(again, None)) is not None:
            self.table.choose(line.place)

    def has(self, group: Group) -> bool:
        return rows_in(self._lines, group) > 0

    def decide(self, line: Line, winner: Take) -> None:
        """Say whose words a row in conflict keeps; with that it can be taken."""
        self._become({line.name}, taken=True, winner=winner)

    def decide_current(self, winner: Take) -> None:
        lines = [line for line in self.table.chosen_rows() if line.group is Group.CONFLICT]
        self._become({line.name for line in lines}, taken=True, winner=winner)
        self._show_current(self.table.current_row())

    def type_in(self) -> None:
        """Go to the field in which the cell of the current line is put right, in a narrow window too."""
        self._beside.unfold()
        self.panel.type_in()

    def go_to_next(self, group: Group) -> None:
        """Go to the next line of a group, from the last on to the first."""
        current = self.table.current_row()
        lines = [line for line in self._shown() if line.group is group and line.first]
        after = [line for line in lines if current is not None and line.place > current.place]
        if lines:
            self.table.choose((after or lines)[0].place)

    def _turn(self, lines: list[Line]) -> None:
        """Take what was left or leave what was taken; a mixed choice is taken."""
        wanted = not all(line.taken for line in lines)
        conflicts = {line.name for line in lines if line.group is Group.CONFLICT}
        self._become({line.name for line in lines} - conflicts, taken=wanted, winner=None)
        if conflicts:
            self._become(conflicts, taken=wanted, winner=Take.THEIRS if wanted else None)
            self._show_current(self.table.current_row())

    def _become(self, names: "Collection[RowName | None]", *, taken: bool, winner: Take | None) -> None:
        self._lines = [
            replace(line, taken=taken, winner=winner)
            if line.name is not None and line.name in names
            else line
            for line in self._lines
        ]
        self._fill()

    # What is shown

    def _shown(self) -> list[Line]:
        if self.chips.value == _ALL:
            return with_few_same(self._lines)
        return [line for line in self._lines if line.group.name == self.chips.value]

    def _fill(self) -> None:
        shown = self._shown()
        self._counts = {group: self._count(group, shown) for group in Group}
        self._model.set_rows(shown)
        self.foot.show_count(len(self.taken), undecided=self._undecided())

    def _count(self, group: Group, shown: list[Line]) -> str:
        every, here = rows_in(self._lines, group), rows_in(shown, group)
        return str(every) if here == every else f"{every} · {here} shown"

    def _undecided(self) -> int:
        return sum(
            line.group is Group.CONFLICT and line.first and line.winner is None for line in self._lines
        )

    def _select_first(self) -> None:
        """Begin with what needs a look: a conflict, else a rejected row, else the first."""
        order = (Group.CONFLICT, Group.REJECTED)
        first = next((line for group in order for line in self._lines if line.group is group), None)
        first = first or next(iter(self._lines), None)
        if first is not None:
            self.table.choose(first.place)
            self.table.scrollToTop()

    def _show_current(self, line: Line | None) -> None:
        now = next((each for each in self._lines if line is not None and each.place == line.place), None)
        row = self._rows.get(now.name) if now is not None and now.name else None
        self.panel.show_line(now, row, self._looked.shown, rejected=rows_in(self._lines, Group.REJECTED))


class _Foot(QWidget):
    """What taking means, and the two buttons; the primary one says how many rows it takes.

    `may_take` is False in a library that can only be read.
    """

    def __init__(self, nothing: Callable[[], None], take: Callable[[], None]) -> None:
        super().__init__()
        self.may_take = True
        self._note = body(tone=Tone.HELP)
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.PAGE_EDGE, sizes.S3, sizes.PAGE_EDGE, sizes.S3)
        row.setSpacing(sizes.S1)
        for part in (body("Taking these is one step:", tone=Tone.HELP), KeyCap("Ctrl Z")):
            row.addWidget(part)
        row.addWidget(body("gives all of it back.", tone=Tone.HELP))
        row.addWidget(self._note)
        row.addStretch()
        self.take = primary("Take", take)
        row.addWidget(quiet("Take nothing", nothing))
        row.addSpacing(sizes.S1)
        row.addWidget(self.take)
        self.setMinimumHeight(fonts.scaled(sizes.CONTROL) + 2 * sizes.S3)

    def show_count(self, rows: int, *, undecided: int) -> None:
        self.take.setText(f"Take the {rows} good rows" if rows != 1 else "Take the one good row")
        self.take.setEnabled(rows > 0 and self.may_take)
        self.take.setToolTip("" if rows else "No row is ticked.")
        words = (
            "1 conflict stays as it is here" if undecided == 1 else f"{undecided} conflicts stay as they are"
        )
        self._note.setText(f" {words}." if undecided else "")
        self.take.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.surface))
        painter.fillRect(0, 0, self.width(), sizes.LINE, QColor(colours.line_strong))
