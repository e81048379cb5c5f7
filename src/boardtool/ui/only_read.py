"""A part of the window on a library that can only be read: what would write is grey, and says why."""

from PySide6.QtWidgets import QTableView, QWidget

from boardtool.ui.commands import Commands
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.widgets.buttons import REFUSAL, IconButton


def let_be_read(part: QWidget, commands: Commands) -> None:
    """Grey the buttons that write or bear the words of a refused command, and let no cell be edited.

    A button that writes and is made later greys itself when it is shown.
    """
    part.setProperty(REFUSAL, commands.refusal)
    for button in part.findChildren(IconButton):
        if button.writes or commands.refuses(button.text()):
            button.refuse(commands.refusal)
    for table in part.findChildren(QTableView):
        model = table.model()
        if isinstance(model, RowModel):
            model.read_only = True
