"""A chart over its table: the ringed point and the selected row are one selection."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from boardtool.ui.charts.chart import Chart
from boardtool.ui.preferences import Preferences
from boardtool.ui.tables.view import TableView
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.theme.fonts import Size
from boardtool.ui.widgets.labels import Words

R = TypeVar("R")

_ROWS = 4


class ChartAndTable(QSplitter, Generic[R]):
    """Keeps both in step; `number_of` is the point of a row, `id_of` the row of a point.

    `holder` is what the chart stands in, where it is taller than its room. Where the line between them
    stands is remembered on this machine.
    """

    def __init__(
        self,
        chart: Chart,
        table: TableView[R],
        *,
        number_of: Callable[[R], int],
        id_of: Callable[[int], Hashable],
        holder: QWidget | None = None,
        preferences: Preferences | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._preferences, self._remembered = preferences, f"performance/{table.accessibleName()}"
        self.chart, self.table = chart, table
        self._number_of, self._id_of = number_of, id_of
        self._footer = _Footer()
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(holder or chart, 1)
        self._footer.hide()
        foot = QVBoxLayout()
        foot.setContentsMargins(sizes.PAGE_EDGE, 0, sizes.PAGE_EDGE, sizes.S2)
        foot.setSpacing(0)
        self._tools = QHBoxLayout()
        self._tools.setSpacing(sizes.S4)
        foot.addWidget(self._footer)
        foot.addLayout(self._tools)
        column.addLayout(foot)
        self.addWidget(upper)
        self.addWidget(table)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.setStretchFactor(0, 3)
        self.setStretchFactor(1, 2)
        self.splitterMoved.connect(lambda _at, _handle: self._remember())
        if preferences is not None and not (kept := preferences.layout(self._remembered)).isEmpty():
            self.restoreState(kept)
        chart.pointed.connect(self._chart_points)
        table.current_changed.connect(self._row_chosen)

    def least_height(self) -> int:
        """How high it must be for the chart to be read and for a few rows to be seen, in pixels."""
        foot = self._footer.height() + sizes.S2 if self._footer.isVisible() else 0
        foot += self._tools.sizeHint().height()
        rows = fonts.scaled(sizes.TABLE_HEADER + _ROWS * sizes.ROW_DENSE)
        return self.chart.least_height + rows + foot

    def _remember(self) -> None:
        if self._preferences is not None:
            self._preferences.remember_layout(self._remembered, self.saveState())

    def add_tools(self, *tools: QWidget) -> None:
        """Put what changes the chart beneath it, from the left."""
        for tool in tools:
            self._tools.addWidget(tool)
        self._tools.addStretch()

    def set_footer(self, words: str) -> None:
        self._footer.setText(words)
        self._footer.setVisible(bool(words))

    def _chart_points(self, number: int) -> None:
        self.table.choose(self._id_of(number))

    def _row_chosen(self, row: R | None) -> None:
        if row is not None:
            self.chart.choose(self._number_of(row))


class _Footer(Words):
    """By which settings a chart was judged; it takes the lines that it needs."""

    def __init__(self) -> None:
        super().__init__(size=Size.CAPTION, tone=Tone.FAINT, wrap=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(self.heightForWidth(event.size().width()))
