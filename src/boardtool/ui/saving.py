"""Making a document from the window: where to, in which form, then a line that opens it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from boardtool.domain.file_names import file_name
from boardtool.services.publishing import export_document
from boardtool.ui.context import Context
from boardtool.ui.messages import Link

_FORMS = {
    ".docx": "Word document (*.docx)",
    ".pdf": "PDF, accessible (*.pdf)",
    ".xlsx": "Excel workbook (*.xlsx)",
    ".html": "Web page, accessible (*.html)",
    ".ics": "Calendar entry (*.ics)",
    ".png": "Picture (*.png)",
    ".svg": "Drawing (*.svg)",
    ".csv": "Comma-separated figures (*.csv)",
}
_LAST_FOLDER = "documents/folder"


def save_document(
    page: QWidget, context: Context, kind: str, what: str, *, name: str, endings: tuple[str, ...]
) -> None:
    """Ask where to, then make the document in the background; the status bar offers to open it.

    `kind` and `what` are those of `export_document`; the first of `endings` is the form proposed.
    """
    choose_target(
        page,
        context,
        name=name,
        endings=endings,
        then=lambda path: make_document(context, kind, what, path),
    )


def choose_target(
    page: QWidget,
    context: Context,
    *,
    name: str,
    endings: tuple[str, ...],
    then: Callable[[Path], None],
) -> None:
    """Ask where a document called `name` goes; `then` is told the path, unless the person changes their mind.

    The first of `endings` is the form proposed; the folder is the one that the last document went to.
    """
    dialog = QFileDialog(page, f"Make {name}", documents_folder(context))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([_FORMS[ending] for ending in endings])
    dialog.setDefaultSuffix(endings[0].removeprefix("."))
    dialog.filterSelected.connect(lambda form: dialog.setDefaultSuffix(_ending_of(form)))
    dialog.selectFile(file_name(f"{name}{endings[0]}"))
    dialog.fileSelected.connect(lambda chosen: _chosen(context, Path(chosen), then))
    dialog.open()


def choose_folder(page: QWidget, context: Context, *, name: str, then: Callable[[Path], None]) -> None:
    """Ask within which folder a new one called `name` is to be made; `then` is told its path."""
    dialog = QFileDialog(page, f"Where to make the folder “{name}”", documents_folder(context))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda chosen: _chosen(context, Path(chosen) / name, then))
    dialog.open()


def documents_folder(context: Context) -> str:
    """The folder that the last document went to, at first that of the person's documents."""
    return context.preferences.choice(_LAST_FOLDER) or QStandardPaths.writableLocation(
        QStandardPaths.StandardLocation.DocumentsLocation
    )


def _chosen(context: Context, path: Path, then: Callable[[Path], None]) -> None:
    context.preferences.remember_choice(_LAST_FOLDER, str(path.parent))
    then(path)


def make_document(context: Context, kind: str, what: str, path: Path) -> None:
    """Make a document at a path, in the background."""
    today = context.clock.today()

    def write(path: Path) -> None:
        with context.store.reading() as reading:
            export_document(reading, kind=kind, what=what, path=path, today=today)

    write_in_background(context, path, write)


def write_in_background(context: Context, path: Path, write: Callable[[Path], None]) -> None:
    """Have a file written off the window's thread; the status bar offers to open it then."""

    def make(_progress: object) -> Path:
        write(path)
        return path

    context.jobs.run(
        f"Making {path.name}", make, then=lambda made: _say(context, made), refused=context.messages.strip
    )


def _say(context: Context, made: Path) -> None:
    def show() -> None:
        show_file(made)

    context.messages.say(f"{made.name} is in {made.parent}", Link("Open", show))


def show_file(path: Path) -> bool:
    """Hand a file or a folder to the program that this machine has for it; whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _ending_of(form: str) -> str:
    return next(ending.removeprefix(".") for ending, words in _FORMS.items() if words == form)
