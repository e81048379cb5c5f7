"""Looking at a document before it goes out: its pages as pictures, one below the other."""

import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from boardtool.domain.meetings import Paper
from boardtool.ui.context import Context
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone, colours_of
from boardtool.ui.widgets.buttons import primary, quiet
from boardtool.ui.widgets.labels import Words, section

if TYPE_CHECKING:
    from boardtool.data.documents.preview import PageImage
    from boardtool.data.store import Store

PAGE_WIDTH = 620
_HEIGHT = 760


def preview_document(
    page: QWidget, context: Context, kind: str, what: str, *, title: str, make: Callable[[], None]
) -> None:
    """Make a document as PDF aside, in the background, and show its pages; `make` makes it in earnest."""
    today = context.clock.today()
    density = page.devicePixelRatioF()

    def show(images: "Sequence[PageImage]") -> None:
        fact = f"{_counted(len(images))}, as for the public"
        PreviewDialog(page, title, images, density=density, fact=fact, make=make).open()

    context.jobs.run(
        f"Making {title}",
        lambda _progress: pages_of(context.store, kind, what, today=today, width=round(PAGE_WIDTH * density)),
        then=show,
    )


def preview_paper(page: QWidget, context: Context, paper: Paper) -> None:
    """Show the pages of a paper, one of Word as the PDF that a pack makes of it."""
    density, folder = page.devicePixelRatioF(), context.store.folder
    width = round(PAGE_WIDTH * density)

    def pages() -> "Sequence[PageImage]":
        from boardtool.data import papers
        from boardtool.data.documents.preview import page_images
        from boardtool.data.pdf.from_word import as_pdf

        kept = papers.path_of(folder, paper.digest, Path(paper.file_name).suffix)
        return page_images(as_pdf(kept, name=paper.file_name), width=width)

    def show(images: "Sequence[PageImage]") -> None:
        fact = _counted(len(images))
        if paper.pages is not None and paper.pages > len(images):
            fact = f"The first {len(images)} of {_counted(paper.pages)}"
        PreviewDialog(page, paper.title or paper.file_name, images, density=density, fact=fact).open()

    context.jobs.run(f"Looking at {paper.file_name}", lambda _progress: pages(), then=show)


def _counted(pages: int) -> str:
    return f"{pages} page{'' if pages == 1 else 's'}"


def pages_of(store: "Store", kind: str, what: str, *, today: date, width: int) -> "Sequence[PageImage]":
    """The pages of a document of `export_document`'s kinds, each `width` pixels wide."""
    from boardtool.data.documents.preview import page_images
    from boardtool.services.publishing import export_document

    with tempfile.TemporaryDirectory(prefix="boardtool-preview-") as room:
        path = Path(room) / "preview.pdf"
        with store.reading() as reading:
            export_document(reading, kind=kind, what=what, path=path, today=today)
        return page_images(path, width=width)


class PreviewDialog(QDialog):
    """Shows pages; arrows and Page Down walk through them, Esc closes."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        images: "Sequence[PageImage]",
        *,
        density: float,
        fact: str = "",
        make: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._make = make
        ground = _Ground()
        pages = QVBoxLayout(ground)
        pages.setContentsMargins(sizes.S5, sizes.S5, sizes.S5, sizes.S5)
        pages.setSpacing(sizes.S5)
        for number, image in enumerate(images, start=1):
            pages.addWidget(_page(image, f"Page {number} of {len(images)}", density))
        pages.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName(f"{title}, {len(images)} pages")
        area.setWidget(ground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head(title, fact or _counted(len(images))))
        column.addWidget(area, 1)
        room = parent.window().size()
        self.resize(PAGE_WIDTH + 2 * sizes.S7, min(_HEIGHT, room.height()))
        area.setFocus()

    def _head(self, title: str, fact: str) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(section(title))
        words.addWidget(Words(fact, tone=Tone.HELP))
        head = QHBoxLayout()
        head.setContentsMargins(sizes.S5, sizes.S4, sizes.S5, sizes.S3)
        head.setSpacing(sizes.S3)
        head.addLayout(words, 1)
        head.addWidget(quiet("Close", self.reject))
        if self._make is not None:
            head.addWidget(primary("Make it…", self._make_it))
        return head

    def _make_it(self) -> None:
        self.accept()
        if self._make is not None:
            self._make()


class _Ground(QWidget):
    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(colours_of(self.palette()).window))


def _page(image: "PageImage", name: str, density: float) -> QLabel:
    picture = QImage(image.pixels, image.width, image.height, QImage.Format.Format_RGB32)
    pixmap = QPixmap.fromImage(picture)
    pixmap.setDevicePixelRatio(density)
    label = QLabel()
    label.setPixmap(pixmap)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    label.setAccessibleName(name)
    return label
