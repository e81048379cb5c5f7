"""The dialog that sets a board's quorum, as its terms of reference state it (R23)."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from boardtool.domain.boards import Board, QuorumKind, QuorumRule
from boardtool.ui.context import Context
from boardtool.ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from boardtool.data.store import Store

_KINDS = (
    (QuorumKind.NUMBER, "A number of voting members"),
    (QuorumKind.FRACTION, "A part of the voting membership"),
    (QuorumKind.NOT_SET, "None is stated"),
)
_STARTS_WITH = {QuorumKind.NUMBER: "", QuorumKind.FRACTION: "1/4", QuorumKind.NOT_SET: ""}


class QuorumDialog(FormDialog):
    """Asks how many make a quorum."""

    def __init__(self, context: Context, parent: QWidget, board: Board) -> None:
        super().__init__(parent, f"Quorum of {board.name}", words="Set quorum", take=self._take)
        self._context = context
        self._board = board
        self.kind = QComboBox()
        for kind, words in _KINDS:
            self.kind.addItem(words, kind)
        self.many = QLineEdit()
        self.form.add("kind", "&Rule", self.kind)
        self.form.add("many", "&How many", self.many, help_text="A number such as 6, or a part such as 1/4")
        rule = board.quorum
        if rule.kind is not QuorumKind.NOT_SET:
            self.kind.setCurrentIndex(self.kind.findData(rule.kind))
        if rule.kind is QuorumKind.NUMBER:
            self.many.setText(str(rule.number))
        elif rule.kind is QuorumKind.FRACTION:
            self.many.setText(f"{rule.numerator}/{rule.denominator}")
        self.kind.currentIndexChanged.connect(self._kind_chosen)

    def _kind_chosen(self) -> None:
        kind = QuorumKind(self.kind.currentData())
        self.many.setText(_STARTS_WITH[kind])
        self.many.setEnabled(kind is not QuorumKind.NOT_SET)

    def _take(self) -> None:
        rule = _read(QuorumKind(self.kind.currentData()), self.many.text().strip())
        if rule is None:
            self.form.wrong("many", "Write a number such as 6, or a part such as 1/4.")
            return
        self._context.steps.run(
            lambda: _set(self._context.store, self._board.id, rule),
            then=lambda _nothing: self.accept(),
            refused=lambda sentence: self.form.wrong("many", sentence),
        )


def _read(kind: QuorumKind, typed: str) -> QuorumRule | None:
    if kind is QuorumKind.NOT_SET:
        return QuorumRule()
    if kind is QuorumKind.NUMBER:
        return QuorumRule(kind, number=int(typed)) if typed.isdigit() else None
    above, _, below = typed.partition("/")
    if not (above.strip().isdigit() and below.strip().isdigit()):
        return None
    return QuorumRule(kind, numerator=int(above), denominator=int(below))


def _set(store: "Store", board_id: int, rule: QuorumRule) -> None:
    from boardtool.services import boards

    boards.set_quorum(store, board_id=board_id, rule=rule)
