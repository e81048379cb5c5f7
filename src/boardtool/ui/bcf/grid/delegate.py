"""How a cell of the grid is painted and typed in: the current row tinted, what is wrong marked."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    Qt,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPolygonF
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView, QWidget

from boardtool.domain.findings import Severity
from boardtool.ui.bcf.grid.cell_box import CellBox
from boardtool.ui.bcf.grid.rows import GridRow
from boardtool.ui.tables.column import Entry, Tail, TextEdit
from boardtool.ui.tables.editors import EditingDelegate
from boardtool.ui.tables.row_model import ENTRY
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Colours, colours_of

R = TypeVar("R")
_At = QModelIndex | QPersistentModelIndex

_CORNER = 6
_LEAVING = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab}


class GridDelegate(EditingDelegate):
    """Paints and edits the cells of a `GridView`.

    The view keeps `block`, whether more than one cell is selected, and `found`, which answers the fields of a
    row in which stands what is sought. `words` answers what is offered in a cell, `left` is told how a box is
    left, `everywhere` that its words are for every selected cell, `typed` what stands in it at every key.
    """

    padding = sizes.CELL_PADDING_GRID

    def __init__(
        self,
        view: QTableView,
        *,
        words: Callable[[str, GridRow], Sequence[str]],
        left: Callable[[CellBox, int, int], None],
        everywhere: Callable[[CellBox], None],
        typed: Callable[[str], None],
    ) -> None:
        super().__init__(view)
        self.block = False
        self.found: Callable[[GridRow], frozenset[str]] | None = None
        self._words = words
        self._left = left
        self._everywhere = everywhere
        self._typed = typed

    # Painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _At) -> None:
        super().paint(painter, option, index)
        entry = index.data(ENTRY)
        if isinstance(entry, Entry) and isinstance(entry.what, GridRow):
            found = entry.what.mark(self._column(index).key)
            if found is not None:
                colours = colours_of(option.palette)
                tint = colours.late if found.severity is Severity.BLOCK else colours.due
                _corner(painter, option.rect, tint)
            if self.found is not None and self._column(index).key in self.found(entry.what):
                _underline(painter, option.rect, colours_of(option.palette).accent)

    def _ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: _At,
        entry: Entry[R],
        colours: Colours,
    ) -> None:
        rect = option.rect
        current = self._view.currentIndex()
        ground = colours.surface
        if self.block:
            if option.state & QStyle.StateFlag.State_Selected and index != current:
                ground = colours.select
        elif index.row() == current.row():
            if index != current:
                ground = colours.select
        elif index.row() == self.hovered and not isinstance(entry.what, Tail):
            ground = colours.hover
        painter.fillRect(rect, QColor(ground))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), sizes.LINE), QColor(colours.line))

    def _inside(self, rect: QRect, column: int) -> QRect:
        """The number of a line may stand further left than a page's edge: its right end lines up."""
        inside = super()._inside(rect, column)
        return inside.adjusted(sizes.S2 - sizes.PAGE_EDGE, 0, 0, 0) if column == 0 else inside

    # Typing

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: _At) -> QWidget:
        column, row = self._edited(index)
        assert isinstance(row, GridRow)
        words = self._words(column.key, row)
        box = CellBox(parent, words, left=self._left, everywhere=self._everywhere)
        box.setAccessibleName(f"{column.heading}, {row.line.name}")
        box.textEdited.connect(self._typed)
        return box

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: _At) -> None:
        """Commit when the focus goes elsewhere; Enter and Tab are the view's.

        What was typed stands in the row already, as a preview: only the box knows whether it was changed.
        """
        column, row = self._edited(index)
        if isinstance(editor, CellBox) and editor.isModified() and isinstance(column.edit, TextEdit):
            column.edit.commit(row, editor.taken())

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Leave Enter and Tab to the box, which knows its own ways."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _LEAVING:
            return False
        return super().eventFilter(editor, event)


def _underline(painter: QPainter, rect: QRect, colour: str) -> None:
    """A bar under the cell's words, which a filled cell's tint and a check's corner leave free."""
    top = rect.bottom() - sizes.LINE - sizes.FOCUS
    painter.fillRect(rect.left() + sizes.S1, top, rect.width() - 2 * sizes.S1, sizes.FOCUS, QColor(colour))


def _corner(painter: QPainter, rect: QRect, tint: str) -> None:
    left, top = rect.left(), rect.top()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tint))
    painter.drawPolygon(
        QPolygonF([QPointF(left, top), QPointF(left + _CORNER, top), QPointF(left, top + _CORNER)])
    )
    painter.restore()
