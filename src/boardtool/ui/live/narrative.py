"""The box one minutes in: paragraphs, lists and bold by the keyboard, kept as Markdown."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QSizePolicy, QTextEdit

from boardtool.domain.markdown import Block, ListStyle, Paragraph, parse, plain_text, to_markdown
from boardtool.domain.text import clean_text
from boardtool.ui.live.narrative_document import (
    blocks_of,
    insert_blocks,
    insert_runs,
    is_bold,
    list_format,
    list_of,
    paragraph_format,
    weight,
)
from boardtool.ui.live.narrative_lists import at_start_of_item, nest, open_list
from boardtool.ui.live.narrative_marks import paint_margin
from boardtool.ui.theme import fonts, sizes

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_OWN = "application/x-boardtool-narrative"
LONGEST_PASTE = 200_000
"""Characters; more than any minute holds, and few enough to lay out at once."""


class Narrative(QTextEdit):
    """Shows the narrative of one minute, its number in the margin.

    It takes no keys until it was given a minute: words typed before would be no minute's, and lost.
    `typed` is emitted for every change by the person, `left` when the focus goes elsewhere.
    """

    typed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._number = ""
        self._loading = False
        self.setReadOnly(True)
        self.setAccessibleName("Narrative")
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setCursorWidth(sizes.FOCUS)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(fonts.scaled(sizes.NARRATIVE))
        self._empty()
        self.document().contentsChanged.connect(self._tell)

    # What it holds

    @property
    def markdown(self) -> str:
        return to_markdown(blocks_of(self.document()))

    def show_narrative(self, markdown: str, number: str, *, read_only: bool) -> None:
        """Show what the store holds; where that is shown already, nothing moves, not even the caret."""
        self._number = number
        self.setReadOnly(read_only)
        self.viewport().update()
        if to_markdown(parse(markdown)) == self.markdown:
            return
        before, caret = self.toPlainText(), self.textCursor().position()
        self._load(markdown)
        cursor = self.textCursor()
        cursor.setPosition(min(_moved(before, self.toPlainText(), caret), len(self.toPlainText())))
        self.setTextCursor(cursor)

    def start_afresh(self, markdown: str, number: str, *, read_only: bool) -> None:
        """Show another minute, the caret at its end, with nothing of the old one to undo."""
        self._number = number
        self.setReadOnly(read_only)
        self._load(markdown)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def _load(self, markdown: str) -> None:
        self._loading = True
        try:
            self._empty()
            insert_blocks(QTextCursor(self.document()), parse(markdown))
            # An empty document that was emptied once more is not laid out again by itself.
            self.document().markContentsDirty(0, self.document().characterCount())
            self.document().clearUndoRedoStacks()
            self.document().setModified(False)
        finally:
            self._loading = False

    def _empty(self) -> None:
        document = self.document()
        document.clear()
        document.setDefaultFont(fonts.font(fonts.Size.READ))
        document.setIndentWidth(fonts.scaled(sizes.LIST_INDENT))
        document.setDocumentMargin(0)
        frame = document.rootFrame()
        form = frame.frameFormat()
        form.setLeftMargin(fonts.scaled(sizes.GUTTER))
        form.setRightMargin(sizes.S5)
        form.setTopMargin(sizes.S4)
        form.setBottomMargin(sizes.S4)
        frame.setFrameFormat(form)
        cursor = QTextCursor(document)
        cursor.setBlockFormat(paragraph_format())
        cursor.setBlockCharFormat(weight(bold=False))
        document.setModified(False)

    def _tell(self) -> None:
        if not self._loading:
            self.typed.emit()

    # What is put in by command

    def insert_words(self, words: str) -> None:
        """Put words in at the caret, a space before them where they would touch others."""
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        if before and not before[-1].isspace() and not words[:1].isspace():
            words = f" {words}"
        cursor.insertText(words, weight(bold=False))
        self.setTextCursor(cursor)

    def insert_markdown(self, markdown: str) -> None:
        """Put in a phrase: one paragraph goes into the line, several become paragraphs and lists.

        A phrase that ends with "- " leaves the caret in a new bullet.
        """
        opens_list = markdown.endswith("- ")
        blocks = parse(markdown.removesuffix("- "))
        cursor = self.textCursor()
        if not opens_list and "\n" not in markdown:
            self.insert_words(markdown)
            return
        cursor.beginEditBlock()
        insert_blocks(cursor, blocks)
        if opens_list:
            cursor.insertBlock(paragraph_format(), weight(bold=False))
            cursor.createList(list_format(ListStyle.BULLETS, depth=1))
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def toggle_bold(self) -> None:
        bold = not is_bold(self.textCursor().charFormat())
        self.mergeCurrentCharFormat(weight(bold=bold))

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the words plainly, and for this box their lists and bold as well."""
        part = QTextDocument()
        QTextCursor(part).insertFragment(self.textCursor().selection())
        blocks = blocks_of(part)
        copied = QMimeData()
        copied.setText(plain_text(blocks))
        copied.setData(_OWN, to_markdown(blocks).encode())
        return copied

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take pasted words alone, a paragraph for every line, its "- " and "1." read as lists."""
        if source.hasFormat(_OWN):
            self._paste(parse(bytes(source.data(_OWN).data()).decode()))
            return
        pasted = clean_text(source.text()[:LONGEST_PASTE])
        lines = [line.strip() for line in pasted.split("\n") if line.strip()]
        if len(lines) <= 1:
            self.textCursor().insertText(pasted.strip("\n"), weight(bold=False))
        else:
            self._paste(parse("\n\n".join(lines)))

    def _paste(self, blocks: Sequence[Block]) -> None:
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        match blocks:
            case [Paragraph(runs)]:
                insert_runs(cursor, runs)
            case _:
                insert_blocks(cursor, blocks)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    # Keys

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        """Tab nests within a list and goes on elsewhere."""
        if list_of(self.textCursor().block()) is not None and not self.isReadOnly():
            return False
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isReadOnly() or not self._handled(event):
            super().keyPressEvent(event)

    def _handled(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers()
        plain = modifiers in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        shift = modifiers == Qt.KeyboardModifier.ShiftModifier
        if key == Qt.Key.Key_B and modifiers == Qt.KeyboardModifier.ControlModifier:
            return self._done(self.toggle_bold)
        if key in _ENTER and (plain or shift):
            return self._done(self._end_paragraph)
        cursor = self.textCursor()
        if key == Qt.Key.Key_Space and plain:
            return self._caret_after(cursor, done=open_list(cursor))
        inward = key == Qt.Key.Key_Tab and plain
        outward = key == Qt.Key.Key_Backtab or (key == Qt.Key.Key_Backspace and at_start_of_item(cursor))
        if not (inward or outward):
            return False
        return self._caret_after(cursor, done=nest(cursor, by=1 if inward else -1))

    def _caret_after(self, cursor: QTextCursor, *, done: bool) -> bool:
        if done:
            self.setTextCursor(cursor)
        return done

    @staticmethod
    def _done(do: Callable[[], None]) -> bool:
        do()
        return True

    def _end_paragraph(self) -> None:
        """Begin a paragraph or item; in an empty item, go out of its list."""
        cursor = self.textCursor()
        if list_of(cursor.block()) is not None and not cursor.block().text():
            self._caret_after(cursor, done=nest(cursor, by=-1))
            return
        if cursor.block().blockFormat().headingLevel():
            cursor.insertBlock(paragraph_format(), weight(bold=False))
        else:
            cursor.insertBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    # Looks

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.ensureCursorVisible()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_margin(self, self._number)


def _moved(before: str, after: str, caret: int) -> int:
    """Where a caret belongs when a text was changed elsewhere than at it."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    if caret <= start:
        return caret
    return max(start, caret + len(after) - len(before))
