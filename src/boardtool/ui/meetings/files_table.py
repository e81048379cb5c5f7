"""A table on whose rows files can be dropped, such as papers on the item that they belong to."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from boardtool.ui.preferences import Preferences
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.tables.view import TableView
from boardtool.ui.theme import sizes

R = TypeVar("R")


class FilesTable(TableView[R]):
    """`files_dropped(row, paths)` says which files came onto which row; on a heading, onto its first row."""

    files_dropped = Signal(object, object)

    def __init__(
        self,
        model: RowModel[R],
        *,
        name: str,
        accessible: str,
        row: int = sizes.ROW,
        preferences: Preferences | None = None,
    ) -> None:
        super().__init__(model, name=name, accessible=accessible, row=row, preferences=preferences)
        self.let_rows_move()
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event.mimeData()):
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Files light the row that they would go to."""
        if not _files(event.mimeData()):
            super().dragMoveEvent(event)
            return
        index = self._under(event.position().toPoint())
        if self.rows.row_at(index) is None:
            event.ignore()
            return
        self.setCurrentIndex(index)
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = _files(event.mimeData())
        if not files:
            super().dropEvent(event)
            return
        row = self.rows.row_at(self._under(event.position().toPoint()))
        if row is not None:
            event.acceptProposedAction()
            self.files_dropped.emit(row, files)

    def _under(self, point: QPoint) -> QModelIndex:
        """The row at a point, or beneath the heading there."""
        index = self.indexAt(point)
        below = index.siblingAtRow(index.row() + 1)
        return below if index.row() in self.rows.spanning() and below.isValid() else index


def _files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
