"""Papers as files on this machine: chosen to be attached, and opened to be read."""

import tempfile
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from boardtool.domain.meetings import Paper
from boardtool.ui import saving
from boardtool.ui.context import Context

_WHAT = "Papers (*.pdf *.docx *.doc *.pptx *.xlsx *.odt);;All files (*)"


def choose_papers(parent: QWidget) -> list[Path]:
    """The files that the person picks, none where they change their mind."""
    names, _ = QFileDialog.getOpenFileNames(parent, "Attach papers", "", _WHAT)
    return [Path(name) for name in names]


def open_paper(context: Context, paper: Paper) -> None:
    """Open a copy of a paper in the program that this machine has for it."""
    folder = context.store.folder

    def copied() -> Path:
        from boardtool.data import papers

        to = Path(tempfile.gettempdir()) / "boardtool-papers"
        return papers.copy_out(folder, paper.digest, paper.file_name, to=to)

    context.jobs.run(
        f"Opening {paper.file_name}",
        lambda _progress: copied(),
        then=lambda path: show_file(context, path),
    )


def show_file(context: Context, path: Path) -> None:
    """Hand a file to the program that this machine has for its kind."""
    if not saving.show_file(path):
        context.messages.say(f"No program here opens {path.name}. It lies in {path.parent}.")
