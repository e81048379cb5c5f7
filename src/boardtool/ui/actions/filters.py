"""The chips over the log: which board, status, owner and day are shown, and words to find."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from boardtool.domain.action_filter import ActionFilter, DueWanted, StatusWanted
from boardtool.domain.boards import Board
from boardtool.ui.widgets.chips import ChipBar, MenuChip
from boardtool.ui.widgets.fields import SearchField

_ANY = ""
_FIND_WIDTH = 200


class ActionFilters(QObject):
    """Holds what is wanted of the log; `changed` is emitted when that changes."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.board = MenuChip("", [(_ANY, "All boards")])
        self.status = MenuChip("Status", [(each, each) for each in StatusWanted])
        self.owner = MenuChip("Owner", [(_ANY, "anybody")], rest="Owner")
        self.due = MenuChip("Due", [(each, each) for each in DueWanted], rest="Due")
        self.find = SearchField("Find in the log")
        self.find.setMinimumWidth(_FIND_WIDTH)
        self.bar = ChipBar(self.board, self.status, self.owner, self.due, self.find)
        for chip in (self.board, self.status, self.owner, self.due):
            chip.chosen.connect(lambda _value: self.changed.emit())
        self.find.searched.connect(lambda _text: self.changed.emit())

    def know(self, boards: Sequence[Board], owners: Sequence[str]) -> None:
        """Offer the boards and owners that the log holds."""
        self.board.set_choices([(_ANY, "All boards"), *((str(each.id), each.name) for each in boards)])
        self.owner.set_choices([(_ANY, "anybody"), *((name, name) for name in owners)])

    @property
    def wanted(self) -> ActionFilter:
        return ActionFilter(
            board_id=int(self.board.value or 0),
            status=StatusWanted(self.status.value),
            owner=self.owner.value,
            due=DueWanted(self.due.value),
            words=self.find.text(),
        )

    def rest(self) -> None:
        """Show everything that the log shows when nothing is narrowed, of the board that is chosen."""
        self.find.clear()
        self.status.choose(StatusWanted.OPEN_AND_RECENT)
        self.owner.choose(_ANY)
        self.due.choose(DueWanted.ANY)
        self.changed.emit()

    def show_all(self) -> None:
        """Leave out nothing of the board that is chosen."""
        self.rest()
        self.status.choose(StatusWanted.ALL)

    def describe(self) -> str:
        """What narrows the log, in words: "Owner: Director of Place"."""
        wanted = self.wanted
        said = [
            f"Status: {wanted.status}" if wanted.status is not StatusWanted.OPEN_AND_RECENT else "",
            f"Owner: {wanted.owner}" if wanted.owner else "",
            f"Due: {wanted.due}" if wanted.due is not DueWanted.ANY else "",
            f"“{wanted.words}”" if wanted.words.strip() else "",
        ]
        return ", ".join(part for part in said if part)
