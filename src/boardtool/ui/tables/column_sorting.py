"""Sorting a table by its headings: a column up, then down, then the rows as they were given."""

from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QTableView

from boardtool.ui.tables.row_model import RowModel

R = TypeVar("R")
_RISING = Qt.SortOrder.AscendingOrder


class ColumnSorting(QObject, Generic[R]):
    """Takes a click on a heading, and Ctrl+Shift+O for the column of the current cell.

    `key` names the column sorted by at first. `turned` is emitted when the rows stand in another order.
    """

    turned = Signal()

    def __init__(
        self, table: QTableView, rows: RowModel[R], *, key: str = "", order: Qt.SortOrder = _RISING
    ) -> None:
        super().__init__(table)
        self._table = table
        self._rows = rows
        self._header = table.horizontalHeader()
        self._header.setSortIndicatorShown(True)
        self._header.setSortIndicatorClearable(True)
        self._header.setSortIndicator(-1, _RISING)
        self._header.sortIndicatorChanged.connect(self._sort)
        action = QAction("Sort by this column", table)
        action.setShortcut("Ctrl+Shift+O")
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(self.turn)
        table.addAction(action)
        self.sort_by(key, order)

    def sort_by(self, key: str, order: Qt.SortOrder) -> None:
        """Sort by the column of a key; without such a column the rows stay as they were given."""
        place = next((at for at, column in enumerate(self._rows.columns) if column.key == key), -1)
        self._header.setSortIndicator(place, order)

    def stop(self) -> None:
        """Put the rows back as they were given."""
        self._header.setSortIndicator(-1, _RISING)

    def turn(self) -> None:
        """Sort by the column of the current cell: up at first, then down, then no longer."""
        place = self._table.currentIndex().column()
        if place < 0:
            return
        if self._header.sortIndicatorSection() != place:
            self._header.setSortIndicator(place, _RISING)
        elif self._header.sortIndicatorOrder() is _RISING:
            self._header.setSortIndicator(place, Qt.SortOrder.DescendingOrder)
        else:
            self.stop()

    def share_with(self, header: QHeaderView) -> None:
        """Let the headings of a view that lies over the table show the order too, and take clicks for it."""
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(self._header.sortIndicatorSection(), self._header.sortIndicatorOrder())
        self._header.sortIndicatorChanged.connect(header.setSortIndicator)
        header.sortIndicatorChanged.connect(self._header.setSortIndicator)

    def _sort(self, place: int, order: Qt.SortOrder) -> None:
        self._rows.sort(place, order)
        self.turned.emit()
