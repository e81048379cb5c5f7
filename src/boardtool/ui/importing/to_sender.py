"""What goes back to the sender of a file: the file opened in its own program, its rejected rows copied."""

from PySide6.QtGui import QGuiApplication

from boardtool.ui.importing.looking import Looked
from boardtool.ui.importing.side import copied
from boardtool.ui.messages import Messages
from boardtool.ui.saving import show_file


def open_in_its_program(looked: Looked) -> None:
    show_file(looked.request.file)


def copy_rejected(looked: Looked, messages: Messages) -> None:
    """Put every rejected row on the clipboard, one a line, under the name of the file."""
    rejected = looked.report.rejected
    words = copied([(row.cell or f"Row {row.row}", row.value, row.reason) for row in rejected])
    QGuiApplication.clipboard().setText(f"{looked.report.file}\n{words}")
    messages.say("Copied. Paste it into an e-mail to the sender.")
