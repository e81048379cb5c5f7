"""The agenda's table, on whose rows files can be dropped to become papers."""

from boardtool.ui.context import Context
from boardtool.ui.meetings.agenda.columns import AgendaRow
from boardtool.ui.meetings.files_table import FilesTable
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.theme import sizes


class AgendaTable(FilesTable[AgendaRow]):
    """The items of one agenda in roomy rows; they move by dragging and by Alt+Up and Alt+Down."""

    def __init__(self, model: RowModel[AgendaRow], context: Context) -> None:
        super().__init__(
            model, name="agenda", accessible="Agenda", row=sizes.ROW_ROOMY, preferences=context.preferences
        )
