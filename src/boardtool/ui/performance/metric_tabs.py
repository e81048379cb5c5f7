"""The charts of a metric, one a tab, each made at its first visit."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from boardtool.ui.context import Context
from boardtool.ui.only_read import let_be_read
from boardtool.ui.performance.areas_view import AreasView
from boardtool.ui.performance.figures_view import FiguresView
from boardtool.ui.performance.funnel_view import FunnelView
from boardtool.ui.performance.metric_view import MetricView
from boardtool.ui.performance.year_view import YearView
from boardtool.ui.widgets.tabs import Tab, Tabs

CHART, YEAR, AREAS, FUNNEL = "chart", "year", "areas", "funnel"
_TABS = (Tab(CHART, "Over time"), Tab(YEAR, "Year and plan"), Tab(AREAS, "Areas"), Tab(FUNNEL, "Funnel"))
_MAKERS: dict[str, Callable[[Context], MetricView]] = {
    CHART: FiguresView,
    YEAR: YearView,
    AREAS: AreasView,
    FUNNEL: FunnelView,
}


class MetricTabs(QWidget):
    """Tabs over the view that is chosen.

    `chosen` says that it is another; `row_chosen(row)` and `new_wanted` come from the figures over time.
    """

    chosen = Signal()
    row_chosen = Signal(object)
    new_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._views: dict[str, MetricView] = {}
        self.tabs = Tabs(_TABS, name="Charts of this metric")
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        self.tabs.chosen.connect(lambda _name: self._turn())

    @property
    def current(self) -> str:
        return self.tabs.current or CHART

    def choose(self, name: str) -> None:
        self.tabs.choose(name or self.current)

    @property
    def view(self) -> MetricView:
        """The view that is chosen."""
        if self.current not in self._views:
            made = self._views[self.current] = _MAKERS[self.current](self._context)
            self._stack.addWidget(made)
            if isinstance(made, FiguresView):
                made.row_chosen.connect(self.row_chosen)
                made.new_wanted.connect(self.new_wanted)
            if self._context.read_only:
                let_be_read(made, self._context.commands)
        return self._views[self.current]

    @property
    def over_time(self) -> FiguresView:
        """The figures over time, chosen if they were not."""
        self.choose(CHART)
        view = self.view
        assert isinstance(view, FiguresView)
        return view

    def panes(self) -> Sequence[QWidget]:
        return self.view.panes()

    def least_height(self) -> int:
        """How high it must be for its chart to be read, in pixels."""
        return self.tabs.sizeHint().height() + self.view.least_height()

    def _turn(self) -> None:
        self._stack.setCurrentWidget(self.view)
        self.chosen.emit()
