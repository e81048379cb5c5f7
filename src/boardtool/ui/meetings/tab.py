"""What every tab of a meeting's workspace is: it is shown facts, and names its panes and its keys."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardtool.ui.context import Context
from boardtool.ui.meetings.facts import MeetingFacts
from boardtool.ui.page import KeyHint
from boardtool.ui.widgets.beside import BesidePanel
from boardtool.ui.widgets.panel import RightPanel


class WorkspaceTab(QWidget):
    """The base of the tabs; `facts` is what was shown last."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.facts: MeetingFacts | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    # What a tab overrides

    def fill(self, facts: MeetingFacts) -> None:
        """Show these facts; called again whenever something changed."""

    def choose(self, identity: int) -> None:
        """Select the thing of this id, where the tab has it."""

    def panes(self) -> Sequence[QWidget]:
        return ()

    def key_hints(self) -> Sequence[KeyHint]:
        return ()

    # What a tab calls

    def show_facts(self, facts: MeetingFacts) -> None:
        self.facts = facts
        self.fill(facts)

    def set_body(self, body: QWidget, panel: RightPanel | None = None) -> BesidePanel | None:
        if panel is None:
            self._column.addWidget(body, 1)
            return None
        beside = BesidePanel(body, panel)
        self._column.addWidget(beside, 1)
        return beside
