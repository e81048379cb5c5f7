"""The dialog that writes what the open minutes say in place of an exempt minute (s.100C(2), R18)."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from boardtool.domain.checks.private_minutes import named
from boardtool.domain.minutes import Minute
from boardtool.ui.context import Context
from boardtool.ui.widgets.fields import paragraph_field
from boardtool.ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from boardtool.data.store import Store

_LINES = 5


class SummaryDialog(FormDialog):
    """Asks for a few sentences; empty, the open minutes say nothing of the item."""

    def __init__(self, context: Context, parent: QWidget, minute: Minute) -> None:
        super().__init__(parent, f"{named(minute)}: for the public", words="Keep", take=self._take)
        self._context = context
        self._minute_id = minute.id
        self.summary = paragraph_field("For the public", lines=_LINES)
        self.summary.setPlainText(minute.public_summary)
        self.form.add(
            "summary",
            "&For the public",
            self.summary,
            help_text="What was done, so that the open minutes are a fair record; nothing that is exempt",
        )

    def _take(self) -> None:
        store, minute_id, text = self._context.store, self._minute_id, self.summary.toPlainText()
        self._context.steps.run(
            lambda: _summarise(store, minute_id, text),
            then=lambda _nothing: self.accept(),
            refused=lambda sentence: self.form.wrong("summary", sentence),
        )


def _summarise(store: "Store", minute_id: int, text: str) -> None:
    from boardtool.services import minutes

    minutes.summarise(store, minute_id=minute_id, text=text)
