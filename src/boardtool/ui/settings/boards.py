"""The boards: one at a time, every fact of it changed where it stands, and what stands on every agenda."""

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QMessageBox, QVBoxLayout, QWidget

from boardtool.domain.boards import Board, StandingItem
from boardtool.domain.clearance import ClearanceStage
from boardtool.domain.requests_to_address import SpeakingRules
from boardtool.services import boards
from boardtool.ui.context import Context
from boardtool.ui.meetings.new_board import NewBoardDialog
from boardtool.ui.settings.beforehand import Beforehand
from boardtool.ui.settings.board_facts import LABEL, BoardFacts
from boardtool.ui.settings.section import Section
from boardtool.ui.settings.standing_items import StandingItems
from boardtool.ui.theme import sizes
from boardtool.ui.widgets.buttons import quiet, small
from boardtool.ui.widgets.chips import MenuChip
from boardtool.ui.widgets.labels import section
from boardtool.ui.widgets.notices import EmptyState

if TYPE_CHECKING:
    from boardtool.data.store import Reading

_CHOICE = "settings/board"


@dataclass(frozen=True, slots=True)
class Kept:
    """Every board there is, the one that is shown, and what stands on its agendas."""

    boards: tuple[Board, ...]
    board: Board | None
    items: tuple[StandingItem, ...]
    held: int = 0
    speaking: SpeakingRules = field(default_factory=SpeakingRules)
    chain: tuple[ClearanceStage, ...] = ()


def kept(reading: "Reading", code: str) -> Kept:
    from boardtool.data import boards as question
    from boardtool.data import clearance, meetings, requests_to_address

    every = tuple(question.every(reading))
    board = next((board for board in every if board.code == code), every[0] if every else None)
    if board is None:
        return Kept(every, None, ())
    items = tuple(question.standing_items(reading, board.id))
    return Kept(
        every,
        board,
        items,
        held=len(meetings.every(reading, board_id=board.id)),
        speaking=requests_to_address.rules_of(reading, board.id),
        chain=clearance.chain_of(reading, board.id),
    )


class BoardsSection(Section):
    """Shows one board; a change is in the library as soon as its field is left."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {"board", "standing_item", "meeting", "speaking_rules", "clearance_stage"}
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context, "Boards")
        self._kept = Kept((), None, ())
        self.board = MenuChip("Board", [])
        self.board.chosen.connect(self._choose)
        top = QHBoxLayout()
        top.setSpacing(sizes.S2)
        top.addWidget(self.board)
        top.addStretch()
        self._new = quiet("New board", self.new_board, icon="plus", writes=True)
        top.addWidget(self._new)
        self.column.addLayout(top)
        self._nothing = EmptyState("There is no board yet.", "Make a board", self.new_board, writes=True)
        self._nothing.hide()
        self.column.addWidget(self._nothing)
        self.facts = BoardFacts(context)
        self.beforehand = Beforehand(context, label_width=LABEL)
        self.items = StandingItems(context)
        self._about = QWidget()
        self._fill(QVBoxLayout(self._about))
        self.column.addWidget(self._about)

    def _fill(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.S2)
        column.addWidget(self.facts)
        column.addWidget(self.beforehand)
        column.addSpacing(sizes.S3)
        column.addWidget(section("What stands on every agenda"))
        column.addWidget(self.items)
        row = QHBoxLayout()
        row.setContentsMargins(0, sizes.S4, 0, 0)
        row.addWidget(small("Remove this board…", self.remove, icon="trash-2", writes=True))
        row.addStretch()
        column.addLayout(row)

    def reload(self) -> None:
        code = self.context.preferences.choice(_CHOICE)
        self.context.asking.ask((self, "board"), partial(kept, code=code), self._show)

    def first_field(self) -> QWidget:
        return self.board

    def show_board(self, code: str) -> None:
        self.context.preferences.remember_choice(_CHOICE, code)
        self.reload()

    def _choose(self, code: str) -> None:
        if self._kept.board is not None and code != self._kept.board.code:
            self.show_board(code)

    def _show(self, found: Kept) -> None:
        self._kept = found
        self.board.set_choices([(each.code, each.name) for each in found.boards])
        if found.board is not None:
            self.board.choose(found.board.code)
            self.facts.show_board(found.board)
            self.beforehand.show_board(found.board, found.speaking, found.chain)
            self.items.show_items(found.board.id, found.items)
        self._about.setVisible(found.board is not None)
        self.board.setVisible(bool(found.boards))
        self._nothing.setVisible(found.board is None)

    # Doing

    def new_board(self) -> None:
        NewBoardDialog(self.context, self, self._made).open()

    def _made(self, board_id: int) -> None:
        self.context.asking.ask((self, "code"), partial(_code_of, board_id=board_id), self.show_board)

    def remove(self) -> None:
        board = self._kept.board
        if board is None:
            return
        box = QMessageBox(self)
        box.setWindowTitle("Remove board")
        box.setText(f"Remove {board.name} with everything of it?")
        box.setInformativeText(
            f"{_count(self._kept.held)} with agenda, minutes and actions go with it. Undo brings them back."
        )
        remove = box.addButton("Remove board", QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        store = self.context.store
        remove.clicked.connect(
            lambda: self.context.steps.run(lambda: boards.remove(store, board_id=board.id))
        )
        box.open()

    def picture_no_board(self) -> None:
        self.context.asking.forget((self, "board"))
        self._show(Kept((), None, ()))


def _code_of(reading: "Reading", board_id: int) -> str:
    from boardtool.data import boards as question

    return question.by_id(reading, board_id).code


def _count(meetings: int) -> str:
    return {0: "No meeting", 1: "One meeting"}.get(meetings, f"{meetings} meetings")
