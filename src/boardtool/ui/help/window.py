"""F1: the guide page by page, and the keys that work now; it stays open beside the work."""

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QWidget

from boardtool.data.guide import pages
from boardtool.ui.help.reader import GuideReader
from boardtool.ui.theme import fonts, sizes

_SIZE = (1040, 760)
KEYS = "Keys"


class HelpWindow(QDialog):
    """A list of pages at the left, the chosen one beside it; Esc closes."""

    def __init__(self, parent: QWidget, keys: QWidget | None = None) -> None:
        """`keys` is a table of the keys that work now; before a library is open there are none."""
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("Help")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._pages = pages()
        self.list = QListWidget()
        self.list.setAccessibleName("Pages of the guide")
        self.list.setProperty("look", "sunken")
        self.list.setFixedWidth(fonts.scaled(sizes.RAIL) + sizes.S5)
        self.reader = GuideReader()
        self._shown = QStackedWidget()
        self._shown.addWidget(self.reader)
        self._keys = keys
        for words in (*(page.title for page in self._pages), *((KEYS,) if keys is not None else ())):
            item = QListWidgetItem(words, self.list)
            item.setSizeHint(QSize(0, fonts.scaled(sizes.ROW)))
        if keys is not None:
            self._shown.addWidget(keys)
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.S3, sizes.S4, 0, 0)
        row.setSpacing(sizes.S3)
        row.addWidget(self.list)
        row.addWidget(self._shown, 1)
        self.list.currentRowChanged.connect(self._show_page)
        self.reader.anchorClicked.connect(self._follow)
        QShortcut(QKeySequence("F6"), self, self._walk)
        self.list.setCurrentRow(0)

    def open_keys(self) -> None:
        """Show the keys instead of the guide."""
        if self._keys is not None:
            self.list.setCurrentRow(self.list.count() - 1)
            self._keys.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_page(self, row: int) -> None:
        if 0 <= row < len(self._pages):
            self.reader.show_page(self._pages[row])
            self._shown.setCurrentWidget(self.reader)
        elif self._keys is not None:
            self._shown.setCurrentWidget(self._keys)

    def _follow(self, link: QUrl) -> None:
        """Go to another page of the guide; what lies outside it is not opened."""
        name = link.path().removesuffix(".md")
        for row, page in enumerate(self._pages):
            if page.name == name:
                self.list.setCurrentRow(row)

    def _walk(self) -> None:
        other = self._shown.currentWidget() if self.list.hasFocus() else self.list
        if other is not None:
            other.setFocus(Qt.FocusReason.ShortcutFocusReason)
