"""The chips over the scorecard: which board, framework, change and assurance, and the words looked for."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from boardtool.domain.performance.scorecard import Change, ScorecardRow, WillMeet
from boardtool.domain.text import folded
from boardtool.ui.performance.question import ScorecardFacts
from boardtool.ui.theme import fonts
from boardtool.ui.widgets.chips import ChipBar, MenuChip, SwitchChips
from boardtool.ui.widgets.fields import SearchField

LIST, SMALL, MATRIX, THREAD = "list", "small", "matrix", "thread"
_FIND = 148
_SHOWN: dict[Change | WillMeet, str] = {
    Change.WORSENING: "getting worse",
    Change.IMPROVING: "getting better",
    Change.NOISE: "no change",
    WillMeet.NO: "will miss the target",
    WillMeet.SOMETIMES: "hit or miss",
    WillMeet.YES: "will meet the target",
}


class ScorecardFilters(QObject):
    """Holds the chips; `changed` says that other rows are wanted, `board_chosen` and `view_chosen` which."""

    changed = Signal()
    board_chosen = Signal(str)
    view_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.board = MenuChip("", [("", "No board")])
        self.framework = MenuChip("", [("", "All frameworks")])
        self.show = MenuChip("Show", [("", "everything"), *((each.name, _SHOWN[each]) for each in _SHOWN)])
        self.find = SearchField("Find a metric")
        self.find.setMinimumWidth(fonts.scaled(_FIND))
        self.view = SwitchChips("How the metrics are shown")
        for value, words in ((LIST, "List"), (SMALL, "Charts"), (MATRIX, "Matrix"), (THREAD, "Threads")):
            self.view.add(value, words)
        self.bar = ChipBar(self.board, self.framework, self.show, self.find)
        self.bar.add_at_end(self.view)
        self.board.chosen.connect(self.board_chosen)
        self.view.chosen.connect(self.view_chosen)
        for chip in (self.framework, self.show):
            chip.chosen.connect(lambda _value: self.changed.emit())
        self._wanted, self._frameworks = "", frozenset[str]()
        self.find.searched.connect(lambda _text: self.changed.emit())

    def know(self, facts: ScorecardFacts) -> None:
        self.board.set_choices([(board.code, board.code) for board in facts.boards] or [("", "No board")])
        if facts.board is not None:
            blocked = self.board.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            self.board.choose(facts.board.code)
            self.board.blockSignals(blocked)
        names = dict.fromkeys(name for row in facts.rows for name in row.headings)
        self._frameworks = frozenset(names)
        self.framework.set_choices([("", "All frameworks"), *((name, name) for name in names)])
        self.want(self._wanted)

    def want(self, framework: str) -> None:
        """Show the metrics of a framework; where it is not known yet, as soon as it is."""
        if framework in self._frameworks:
            self.framework.choose(framework)
            framework = ""
        self._wanted = framework

    def wanted(self, rows: Sequence[ScorecardRow]) -> list[ScorecardRow]:
        """The rows that pass every chip."""
        words = folded(self.find.text()).split()
        return [
            row
            for row in rows
            if (not self.framework.value or self.framework.value in row.headings)
            and self.show.value in {"", row.change.name, row.will_meet.name}
            and all(word in _searched(row) for word in words)
        ]

    @property
    def narrows(self) -> bool:
        return bool(self.framework.value or self.show.value or self.find.text().strip())

    def describe(self) -> str:
        """What is filtered by, for the sentence that nothing matches."""
        parts = [self.framework.value]
        if self.show.value:
            parts.append(next(words for each, words in _SHOWN.items() if each.name == self.show.value))
        if self.find.text().strip():
            parts.append(f"\u201c{self.find.text().strip()}\u201d")
        return ", ".join(part for part in parts if part)

    def rest(self) -> None:
        """Show everything again."""
        for chip in (self.framework, self.show):
            chip.choose("")
        self.find.clear()
        self.changed.emit()


def _searched(row: ScorecardRow) -> str:
    metric = row.record.metric
    return folded(" ".join((metric.name, metric.short, metric.owner, row.record.area.name, *row.headings)))
