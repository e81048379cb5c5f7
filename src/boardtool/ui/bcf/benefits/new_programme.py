"""The dialog that makes a programme, whose benefits and costs then stand in a table of its own."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from boardtool.services.bcf import benefits
from boardtool.ui.context import Context
from boardtool.ui.widgets.form_dialog import FormDialog


class NewProgrammeDialog(FormDialog):
    """Asks for the name of a programme of a board; `made(programme_id)` is called once it is there."""

    def __init__(
        self, context: Context, parent: QWidget, *, board_id: int, made: Callable[[int], None]
    ) -> None:
        super().__init__(parent, "New programme", words="Make programme", take=self._take)
        self._context = context
        self._board_id = board_id
        self._made = made
        self.name = QLineEdit()
        self.name.setPlaceholderText("iCAN")
        self.printed_in = QLineEdit()
        self.printed_in.setPlaceholderText("iCAN report, September 2022, page 130")
        self.form.add("name", "&Name", self.name)
        self.form.add(
            "printed_in",
            "&Printed in",
            self.printed_in,
            help_text="The paper whose totals the table is held against, where there is one",
        )

    def _take(self) -> None:
        store, board_id = self._context.store, self._board_id
        name, printed_in = self.name.text(), self.printed_in.text()
        self._context.steps.run(
            lambda: benefits.make_programme(store, board_id=board_id, name=name, printed_in=printed_in),
            then=self._done,
            refused=lambda sentence: self.form.wrong("name", sentence),
        )

    def _done(self, programme_id: int) -> None:
        self.accept()
        self._made(programme_id)
