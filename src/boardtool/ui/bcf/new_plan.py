"""The dialog that makes an empty plan of a board for a year."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from boardtool.domain.bcf.years import YEARS
from boardtool.domain.boards import Board
from boardtool.services.bcf import plans
from boardtool.ui.context import Context
from boardtool.ui.widgets.form_dialog import FormDialog


class NewPlanDialog(FormDialog):
    """Asks for board and year; `made(plan_id)` is called once the plan is there."""

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        boards: Sequence[Board],
        *,
        board_id: int | None,
        made: Callable[[int], None],
    ) -> None:
        super().__init__(parent, "New plan", words="Make plan", take=self._take)
        self._context = context
        self._made = made
        self.board = QComboBox()
        for board in boards:
            self.board.addItem(board.name, board.id)
        self.board.setCurrentIndex(max(self.board.findData(board_id), 0))
        self.year = QComboBox()
        for year in YEARS:
            self.year.addItem(year)
        self.form.add("board", "&Board", self.board)
        self.form.add(
            "year", "&Year", self.year, help_text="Its lists, labels and rules are those of the year"
        )

    def _take(self) -> None:
        store, board_id, year = self._context.store, self.board.currentData(), self.year.currentText()
        self._context.steps.run(
            lambda: plans.make(store, board_id=board_id, year=year),
            then=self._done,
            refused=lambda sentence: self.form.wrong("year", sentence),
        )

    def _done(self, plan_id: int) -> None:
        self.accept()
        self._made(plan_id)
