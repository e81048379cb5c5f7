"""A part of the window on a library that can only be read: what would write is grey, and says why."""

from PySide6.QtWidgets import QPushButton, QTableView, QWidget

from boardtool.ui.commands import Commands
from boardtool.ui.tables.row_model import RowModel


def let_be_read(part: QWidget, commands: Commands) -> None:
    """Grey the buttons that bear the words of a refused command, and let no cell be edited."""
    for button in part.findChildren(QPushButton):
        if commands.refuses(button.text()):
            button.setEnabled(False)
            button.setToolTip(commands.refusal)
    for table in part.findChildren(QTableView):
        model = table.model()
        if isinstance(model, RowModel):
            model.read_only = True
