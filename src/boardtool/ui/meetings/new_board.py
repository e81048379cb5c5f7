"""The dialog that makes a board: its name, its code, and how strict it is."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from boardtool.domain.boards import Mode
from boardtool.ui.context import Context
from boardtool.ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from boardtool.data.store import Store

_KINDS = (
    (Mode.STATUTORY, "A board that meets in public, with notice and minutes"),
    (Mode.WORKING_GROUP, "A working group, with action notes"),
)


class NewBoardDialog(FormDialog):
    """Asks for a board; `made(board_id)` is called once it is in the library."""

    def __init__(self, context: Context, parent: QWidget, made: Callable[[int], None]) -> None:
        super().__init__(parent, "New board", words="Make board", take=self._take)
        self._context = context
        self._made = made
        self.name = QLineEdit()
        self.code = QLineEdit()
        self.council = QLineEdit()
        self.mode = QComboBox()
        for kind, words in _KINDS:
            self.mode.addItem(words, kind)
        self.form.add("name", "&Name", self.name, help_text="As the agenda prints it")
        self.form.add("code", "C&ode", self.code, help_text="A few capitals, such as NNHWB")
        self.form.add("council", "Co&uncil", self.council)
        self.form.add("mode", "&Kind", self.mode)

    def _take(self) -> None:
        facts = (self.code.text(), self.name.text(), self.council.text(), Mode(self.mode.currentData()))
        self._context.steps.run(
            lambda: _make(self._context.store, *facts), then=self._done, refused=self._refused
        )

    def _done(self, board_id: int) -> None:
        self.accept()
        self._made(board_id)

    def _refused(self, sentence: str) -> None:
        self.form.wrong("name" if "name" in sentence else "code", sentence)


def _make(store: "Store", code: str, name: str, council: str, mode: Mode) -> int:
    from boardtool.services import boards

    return boards.make(store, code=code, name=name, council=council, mode=mode)
