"""The dialog that splits a line in two lines of one scheme."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from boardtool.domain.bcf.plans import Line
from boardtool.domain.bcf.pool import pounds_whole
from boardtool.domain.errors import CannotDoError
from boardtool.domain.money import read_pence
from boardtool.services.bcf import schemes
from boardtool.ui.context import Context
from boardtool.ui.widgets.form_dialog import FormDialog


class SplitDialog(FormDialog):
    """Asks how much goes to the new line; `made(line_id)` is called once it is there."""

    def __init__(self, context: Context, parent: QWidget, line: Line, *, made: Callable[[int], None]) -> None:
        super().__init__(parent, "Split line", words="Split line", take=self._take)
        self._context = context
        self._line = line
        self._made = made
        self.amount = QLineEdit()
        self.form.add(
            "amount",
            "&Amount",
            self.amount,
            help_text=f"Of {pounds_whole(line.amount())} in {line.name or 'this line'}, for the new line",
        )

    def _take(self) -> None:
        try:
            amount = read_pence(self.amount.text())
        except CannotDoError as error:
            self.form.wrong("amount", str(error))
            return
        store, line_id = self._context.store, self._line.id
        self._context.steps.run(
            lambda: schemes.split_line(store, line_id=line_id, amount=amount),
            then=self._done,
            refused=lambda sentence: self.form.wrong("amount", sentence),
        )

    def _done(self, line_id: int) -> None:
        self.accept()
        self._made(line_id)
