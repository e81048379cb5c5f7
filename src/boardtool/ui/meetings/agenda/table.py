"""The agenda's table, on whose rows files can be dropped to become papers."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from boardtool.ui.context import Context
from boardtool.ui.meetings.agenda.columns import AgendaRow
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.tables.view import TableView
from boardtool.ui.theme import sizes


class AgendaTable(TableView[AgendaRow]):
    """`files_dropped(row, paths)` says which files came onto which item."""

    files_dropped = Signal(object, object)

    def __init__(self, model: RowModel[AgendaRow], context: Context) -> None:
        super().__init__(
            model, name="agenda", accessible="Agenda", row=sizes.ROW_ROOMY, preferences=context.preferences
        )
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
        index = self.indexAt(event.position().toPoint())
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
        row = self.rows.row_at(self.indexAt(event.position().toPoint()))
        if row is not None:
            event.acceptProposedAction()
            self.files_dropped.emit(row, files)


def _files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
