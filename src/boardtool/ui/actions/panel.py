"""The place at the right of the log: one action, or what is done to several at once."""

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget

from boardtool.ui.actions.detail import ActionDetail
from boardtool.ui.actions.many import ManyActions
from boardtool.ui.actions.row import ActionRow
from boardtool.ui.context import Context
from boardtool.ui.theme import sizes
from boardtool.ui.widgets.buttons import small
from boardtool.ui.widgets.fields import HintedField
from boardtool.ui.widgets.panel import RightPanel


class ActionPanel(RightPanel):
    """Shows what is chosen in the log."""

    def __init__(self, context: Context) -> None:
        super().__init__("Action", width=sizes.PANEL)
        self.one = ActionDetail(context)
        self.several = ManyActions(context)
        self._shown = QStackedWidget()
        self._shown.addWidget(self.one)
        self._shown.addWidget(self.several)
        self.column.addWidget(self._shown)
        self._complete = small("Complete", self.complete, icon="check", writes=True)
        self._history = small("History", self.one.toggle_history, icon="history")
        self._remove = small("Remove", self.several.remove, icon="trash-2", writes=True)
        self.set_foot(self._complete, self._history, self._remove)
        self.one.closed.connect(self.close_panel)

    def show_rows(self, rows: Sequence[ActionRow], owners: Sequence[str]) -> None:
        many = len(rows) > 1
        if many:
            self.several.show_rows(rows, owners)
        else:
            self.one.show_row(rows[0])
        self._shown.setCurrentWidget(self.several if many else self.one)
        self._complete.setEnabled(any(not row.action.status.is_done for row in rows))
        self._history.setVisible(not many)
        self._remove.setVisible(many)

    @property
    def progress(self) -> HintedField:
        """The box that takes what has happened."""
        return self.several.progress if self._shown.currentWidget() is self.several else self.one.field

    def complete(self) -> None:
        if self._shown.currentWidget() is self.several:
            self.several.complete()
        else:
            self.one.complete()
