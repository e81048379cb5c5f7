"""Making a document from the window: where to, in which form, then a line that opens it."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from boardtool.services.publishing import export_document
from boardtool.ui.context import Context
from boardtool.ui.messages import Link

_FORMS = {
    ".docx": "Word document (*.docx)",
    ".pdf": "PDF, accessible (*.pdf)",
    ".xlsx": "Excel workbook (*.xlsx)",
}
_LAST_FOLDER = "documents/folder"


def save_document(
    page: QWidget, context: Context, kind: str, what: str, *, name: str, endings: tuple[str, ...]
) -> None:
    """Ask where to, then make the document in the background; the status bar offers to open it.

    `kind` and `what` are those of `export_document`; the first of `endings` is the form proposed.
    """
    folder = context.preferences.choice(_LAST_FOLDER) or QStandardPaths.writableLocation(
        QStandardPaths.StandardLocation.DocumentsLocation
    )
    dialog = QFileDialog(page, f"Make {name}", folder)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([_FORMS[ending] for ending in endings])
    dialog.setDefaultSuffix(endings[0].removeprefix("."))
    dialog.filterSelected.connect(lambda form: dialog.setDefaultSuffix(_ending_of(form)))
    dialog.selectFile(f"{name}{endings[0]}")
    dialog.fileSelected.connect(lambda chosen: make_document(context, kind, what, Path(chosen)))
    dialog.open()


def make_document(context: Context, kind: str, what: str, path: Path) -> None:
    """Make a document at a path, in the background."""
    context.preferences.remember_choice(_LAST_FOLDER, str(path.parent))
    today = context.clock.today()

    def make(_progress: object) -> Path:
        with context.store.reading() as reading:
            export_document(reading, kind=kind, what=what, path=path, today=today)
        return path

    context.jobs.run(f"Making {path.name}", make, then=lambda made: _say(context, made))


def _say(context: Context, made: Path) -> None:
    def show() -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(made)))

    context.messages.say(f"{made.name} is in {made.parent}", Link("Open", show))


def _ending_of(form: str) -> str:
    return next(ending.removeprefix(".") for ending, words in _FORMS.items() if words == form)
