"""The dialog that raises an action between meetings."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from boardtool.domain.actions import Action
from boardtool.domain.boards import Board
from boardtool.services import actions
from boardtool.ui.context import Context
from boardtool.ui.widgets.form_dialog import FormDialog
from boardtool.ui.widgets.names_field import NamesField


class NewActionDialog(FormDialog):
    """Asks for board, words, owners and day; `made(action)` is called once it is in the log."""

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        boards: Sequence[Board],
        owners: Sequence[str],
        *,
        board_id: int,
        made: Callable[[Action], None],
    ) -> None:
        super().__init__(parent, "New action", words="Record action", take=self._take)
        self._context = context
        self._made = made
        self.board = QComboBox()
        for board in boards:
            self.board.addItem(board.name, board.id)
        self.board.setCurrentIndex(max(self.board.findData(board_id), 0))
        self.text = QLineEdit()
        self.owners = NamesField(owners)
        self.due = QLineEdit()
        self.due.setPlaceholderText("16 Sep, or next board")
        self.form.add("board", "&Board", self.board)
        self.form.add("text", "Action &point", self.text, help_text="What is to be done")
        self.form.add("owners", "&Allocated to", self.owners, help_text="Several names stand apart by ;")
        self.form.add("due", "&Due", self.due)
        self.text.setFocus()

    def _take(self) -> None:
        store, today = self._context.store, self._context.clock.today()
        board_id, text = self.board.currentData(), self.text.text()
        owners, due = self.owners.text().split(";"), self.due.text()
        self._context.steps.run(
            lambda: actions.raise_between_meetings(
                store, board_id=board_id, text=text, owners=owners, today=today, due=due
            ),
            then=self._done,
            refused=self._refused,
        )

    def _done(self, action: Action) -> None:
        self.accept()
        self._made(action)

    def _refused(self, sentence: str) -> None:
        self.form.wrong("due" if self.text.text().strip() else "text", sentence)
