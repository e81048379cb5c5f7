"""What every tab of a plan is: it shows the plan that is open, and names its panes and its keys."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardtool.ui.bcf.open_plan import OpenPlan
from boardtool.ui.context import Context
from boardtool.ui.page import KeyHint
from boardtool.ui.places import Place
from boardtool.ui.theme import sizes
from boardtool.ui.widgets.beside import BesidePanel
from boardtool.ui.widgets.panel import RightPanel


@dataclass(frozen=True, slots=True)
class Going:
    """What a tab asks of the page that holds it.

    `go` leads to a place in the same plan, `show_cell` to a cell of its schemes, `show_plan` to another plan;
    `say` puts over the tab why something was not taken, `tell` a fact and its cause; `import_plan` and
    `import_return` read a workbook, `export_return` fills one ("2022-23 End of Year"),
    `paper_of_return` makes a paper of it for the board that ratifies it.
    """

    go: Callable[[Place], None]
    show_cell: Callable[[int, str], None]
    show_plan: Callable[[int], None]
    say: Callable[[str], None]
    tell: Callable[[str, str], None]
    import_plan: Callable[[], None]
    import_return: Callable[[], None]
    export_return: Callable[[str], None]
    paper_of_return: Callable[[str], None]


class PlanTab(QWidget):
    """The base of the tabs."""

    def __init__(self, context: Context, plan: OpenPlan, going: Going) -> None:
        super().__init__()
        self.context = context
        self.plan = plan
        self.going = going
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    # What a tab overrides

    def fill(self) -> None:
        """Show the plan as it is now; called whenever something of it changed while the tab is shown."""

    def choose(self, place: Place) -> None:
        """Select what a place names, where the tab has it."""

    def panes(self) -> Sequence[QWidget]:
        return ()

    def key_hints(self) -> Sequence[KeyHint]:
        return ()

    # What a tab calls

    def set_bar(self, bar: QWidget) -> None:
        self._column.addWidget(bar)

    def set_chips(self, bar: QWidget) -> None:
        """Put chips over the tab, with the room above them that a page's title has elsewhere."""
        spaced = QWidget()
        column = QVBoxLayout(spaced)
        column.setContentsMargins(0, sizes.S3, 0, 0)
        column.addWidget(bar)
        self.set_bar(spaced)

    def set_body(self, body: QWidget, panel: RightPanel | None = None) -> BesidePanel | None:
        if panel is None:
            self._column.addWidget(body, 1)
            return None
        beside = BesidePanel(body, panel)
        self._column.addWidget(beside, 1)
        return beside
