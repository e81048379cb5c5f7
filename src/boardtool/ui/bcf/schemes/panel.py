"""The place at the right of the grid: the money of the plan, or the line that is current."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from boardtool.domain.bcf.checks import Mend
from boardtool.ui.bcf.schemes.line_panel import LinePanel
from boardtool.ui.bcf.schemes.money_panel import MoneyPanel
from boardtool.ui.places import Place
from boardtool.ui.theme import sizes
from boardtool.ui.widgets.chips import SwitchChips
from boardtool.ui.widgets.panel import RightPanel

MONEY, LINE = "money", "line"


class SchemesPanel(RightPanel):
    """Two faces, turned by the chips at its top."""

    def __init__(
        self,
        *,
        take: Callable[[Mend], None],
        type_minimum: Callable[[], None],
        go: Callable[[Place], None],
    ) -> None:
        super().__init__("Money and line", width=sizes.PANEL_MONEY)
        self.faces = SwitchChips("What is shown beside the schemes")
        self.faces.add(MONEY, "Money")
        self.faces.add(LINE, "Line")
        self.money = MoneyPanel(type_minimum)
        self.line = LinePanel(take, go)
        self._shown = QStackedWidget()
        self._shown.addWidget(self.money)
        self._shown.addWidget(self.line)
        self.faces.chosen.connect(self._turn)
        self.column.addWidget(self.faces, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addSpacing(sizes.S1)
        self.column.addWidget(self._shown, 1)

    @property
    def shows_line(self) -> bool:
        return self.faces.value == LINE

    def _turn(self, face: str) -> None:
        self._shown.setCurrentWidget(self.line if face == LINE else self.money)
