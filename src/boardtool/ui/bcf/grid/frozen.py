"""The first columns of the grid, which stay in sight while the others scroll sideways."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from boardtool.ui.tables.header import HeaderView
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import colours_of

_At = QModelIndex | QPersistentModelIndex

COLUMNS = 2
"""The scheme's ID and its name."""


class _AsTheGrid(QStyledItemDelegate):
    """Paints as the grid's own delegate does, whose boxes for typing belong to the grid alone."""

    def __init__(self, grid: QTableView) -> None:
        super().__init__(grid)
        self._grid = grid

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _At) -> None:
        self._grid.itemDelegate().paint(painter, option, index)


class FrozenColumns(QTableView):
    """Lies over the left end of a grid once that is scrolled; what is clicked here is chosen there.

    It only shows: a cell of these columns is typed in where the grid itself has it, scrolled back.
    """

    def __init__(self, grid: QTableView) -> None:
        super().__init__(grid)
        self._grid = grid
        self.setModel(grid.model())
        self.setSelectionModel(grid.selectionModel())
        self._painter = _AsTheGrid(grid)
        self.setItemDelegate(self._painter)
        self._look()
        for column in range(COLUMNS, grid.model().columnCount()):
            self.setColumnHidden(column, True)  # noqa: FBT003 - Qt's own signature
        grid.horizontalScrollBar().valueChanged.connect(self.settle)
        grid.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(grid.verticalScrollBar().setValue)
        grid.horizontalHeader().sectionResized.connect(self.settle)
        grid.installEventFilter(self)
        self.hide()

    def _look(self) -> None:
        header = HeaderView(self)
        header.padding = sizes.CELL_PADDING_GRID
        self.setHorizontalHeader(header)
        lines = self.verticalHeader()
        lines.hide()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setMinimumSectionSize(1)
        lines.setDefaultSectionSize(fonts.scaled(sizes.ROW_GRID))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self._grid)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setAccessibleName("Names of the schemes")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def settle(self, *_changed: int) -> None:
        """Lie over the grid's own columns, or be gone where these are in sight anyway."""
        wanted = self._grid.horizontalScrollBar().value() > 0
        self.setVisible(wanted)
        if not wanted:
            return
        for column in range(COLUMNS):
            self.setColumnWidth(column, self._grid.columnWidth(column))
        height = self._grid.horizontalHeader().height() + self._grid.viewport().height()
        self.setGeometry(0, 0, self.width_needed() + sizes.LINE, height)
        self.verticalScrollBar().setValue(self._grid.verticalScrollBar().value())
        self.raise_()

    def width_needed(self) -> int:
        return sum(self._grid.columnWidth(column) for column in range(COLUMNS))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.settle()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        edge = QColor(colours_of(self.palette()).line_strong)
        viewport = self.viewport()
        QPainter(viewport).fillRect(viewport.width() - sizes.LINE, 0, sizes.LINE, viewport.height(), edge)
