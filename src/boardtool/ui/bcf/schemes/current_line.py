"""The line that is current in the grid, shown beside it: its findings, its history, what it serves."""

from collections.abc import Callable

from boardtool.domain.performance.metrics import LinkKind
from boardtool.ui.bcf.grid.view import GridView
from boardtool.ui.bcf.open_plan import OpenPlan
from boardtool.ui.bcf.schemes.line_history import history_of
from boardtool.ui.bcf.schemes.panel import SchemesPanel
from boardtool.ui.context import Context
from boardtool.ui.performance.linked_metrics import linked_to


class CurrentLine:
    """Fills the panel while that shows a line; what is typed as its comment goes into the plan."""

    def __init__(
        self, context: Context, plan: OpenPlan, panel: SchemesPanel, *, grid: Callable[[], GridView]
    ) -> None:
        self._context = context
        self._plan = plan
        self._panel = panel
        self._grid = grid
        panel.faces.chosen.connect(lambda _face: self.show())
        panel.line.commented.connect(self._comment)

    def show(self) -> None:
        case, row = self._plan.case, self._grid().current_row()
        if case is None or row is None or not self._panel.shows_line:
            return
        line = self._plan.line(row.line.id)
        if line is None:
            return
        found = [each for each in self._plan.findings if line.id in each.items and len(each.items) == 1]
        self._panel.line.show_line(case.lists, line, found, sealed=self._plan.is_sealed)
        ask = self._context.asking.ask
        ask((self, "history"), lambda reading: history_of(reading, line.id), self._panel.line.show_history)
        ask(
            (self, "serves"),
            lambda reading: linked_to(reading, LinkKind.SCHEME, [line.id]),
            self._panel.line.serves.show_metrics,
        )

    def _comment(self, line_id: int, text: str) -> None:
        self._plan.type_over(line_id, "comment", text)
