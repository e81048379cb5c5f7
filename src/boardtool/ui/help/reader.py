"""A page of the guide set to be read on the screen: Markdown in the type of the window, pictures to fit."""

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QImage,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QTextBrowser

from boardtool.data.guide import GuidePage
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import colours_of
from boardtool.ui.theme.fonts import BOLD, Size

_WIDEST = 720
_SIZES = {1: Size.TITLE, 2: Size.READ}
_IMAGE = 2  # QTextDocument.ResourceType.ImageResource, which arrives as a bare number


class GuideReader(QTextBrowser):
    """Shows one page; a link to another page of the guide emits `anchorClicked`."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Guide")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setProperty("look", "page")
        self.document().setDocumentMargin(sizes.PAGE_EDGE)
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self._page: GuidePage | None = None

    def show_page(self, page: GuidePage) -> None:
        self._page = page
        self._set()
        self.verticalScrollBar().setValue(0)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture that lies beside the page, no wider than its text; nothing else is ever loaded."""
        if self._page is None or kind != _IMAGE:
            return None
        image = QImage(str(self._page.folder / QUrl(name).path()))
        room = self._room() - 2 * sizes.PAGE_EDGE
        if image.isNull() or image.width() <= room:
            return image
        density = self.devicePixelRatioF()
        fitting = image.scaledToWidth(round(room * density), Qt.TransformationMode.SmoothTransformation)
        fitting.setDevicePixelRatio(density)
        return fitting

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_page"):
            self._set()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines stay as short as can be read, and no longer than the window allows."""
        super().resizeEvent(event)
        if self.lineWrapColumnOrWidth() != self._room():
            self._set()

    def _room(self) -> int:
        return min(self.viewport().width(), fonts.scaled(_WIDEST))

    def _set(self) -> None:
        if self._page is None:
            return
        at = self.verticalScrollBar().value()
        self.setLineWrapColumnOrWidth(self._room())
        self.document().setDefaultFont(fonts.font(Size.READ))
        self.document().setMarkdown(f"# {self._page.title}\n\n{self._page.text}")
        block = self.document().begin()
        while block.isValid():
            _set_block(block)
            block = block.next()
        self._rule_tables()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(at)

    def _rule_tables(self) -> None:
        line = QColor(colours_of(self.palette()).line)
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                look = frame.format().toTableFormat()
                look.setBorder(1)
                look.setBorderCollapse(True)
                look.setBorderBrush(line)
                look.setCellPadding(sizes.S1)
                frame.setFormat(look)


def _set_block(block: QTextBlock) -> None:
    """Give a block the type of the window: headings in theirs, lines apart as one reads them."""
    cursor = QTextCursor(block)
    level = block.blockFormat().headingLevel()
    size = _SIZES.get(level, Size.READ)
    in_table = cursor.currentTable() is not None
    form = QTextBlockFormat()
    form.setTopMargin(sizes.S5 if level > 1 else 0)
    form.setBottomMargin(0 if in_table or block.textList() is not None else sizes.S3)
    form.setLineHeight(_leading(size), QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value)
    form.setNonBreakableLines(False)
    cursor.mergeBlockFormat(form)
    if level:
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        letters = QTextCharFormat()
        letters.setFont(fonts.font(size, BOLD))
        cursor.setCharFormat(letters)  # set, not merged: Markdown's own adjustment of the size is to go


def _leading(size: Size) -> float:
    """What a line of a size has above its letters' own height."""
    return max(fonts.line_height(size) - QFontMetricsF(fonts.font(size)).height(), 0)
