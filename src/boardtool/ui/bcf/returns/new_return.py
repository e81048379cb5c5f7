"""The dialog that makes a return on the plan, with the plan's own figures in it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QComboBox, QWidget

from boardtool.domain.bcf.plans import Plan
from boardtool.domain.dates import read_date
from boardtool.domain.errors import CannotDoError
from boardtool.services.bcf import returns
from boardtool.ui.context import Context
from boardtool.ui.widgets.fields import DateField
from boardtool.ui.widgets.form_dialog import FormDialog

_ALWAYS = ("Quarter 1", "Quarter 2", "Quarter 3", "End of Year")


class NewReturnDialog(FormDialog):
    """Asks for year, return and deadline; `made(return_id)` is called once it is there."""

    def __init__(self, context: Context, parent: QWidget, plan: Plan, *, made: Callable[[int], None]) -> None:
        super().__init__(parent, "New return", words="Make return", take=self._take)
        self._context = context
        self._plan = plan
        self._made = made
        self.year = QComboBox()
        self.year.addItems(list(plan.periods))
        self.year.currentTextChanged.connect(self._offer_names)
        self.name = QComboBox()
        self.name.setEditable(True)
        self.due = DateField(name="Due", read=self._read_day)
        self.form.add("year", "&Year", self.year)
        self.form.add(
            "name", "&Return", self.name, help_text="Those that were asked for in the year come first"
        )
        self.form.add("due", "&Due", self.due, help_text="The national deadline, where it is known")
        self._offer_names(self.year.currentText())

    def _offer_names(self, year: str) -> None:
        self.name.clear()
        self.name.addItems(list(dict.fromkeys([*returns.names_for(year), *_ALWAYS])))

    def _read_day(self, words: str) -> date:
        return read_date(words, year=self._context.clock.today().year)

    def _take(self) -> None:
        try:
            due = self.due.value()
        except CannotDoError as error:
            self.form.wrong("due", str(error))
            return
        store, plan_id = self._context.store, self._plan.id
        year, name = self.year.currentText(), self.name.currentText()
        self._context.steps.run(
            lambda: returns.make(store, plan_id=plan_id, year=year, name=name, due=due),
            then=self._done,
            refused=lambda sentence: self.form.wrong("name", sentence),
        )

    def _done(self, return_id: int) -> None:
        self.accept()
        self._made(return_id)
