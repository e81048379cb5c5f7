"""A small dialog that asks for a few facts: a form, Cancel, and one button that takes them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from boardtool.ui.theme import fonts, sizes
from boardtool.ui.widgets.buttons import primary, quiet
from boardtool.ui.widgets.fields import Form
from boardtool.ui.widgets.labels import section

_WIDTH = 520
_LEAST = 96
_BY_TAB = Qt.FocusPolicy.TabFocus


class FormDialog(QDialog):
    """Asks; `take` is called on Enter or the button, and the dialog stays until it is told `accept()`.

    So what was typed stays when a use case refuses it: `form.wrong(name, sentence)` says why in place.
    """

    first: QWidget | None = None
    """The field to begin with, where that is not the first of the form."""

    def __init__(self, parent: QWidget, title: str, *, words: str, take: Callable[[], None]) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(fonts.scaled(_WIDTH))
        self.form = Form()
        self.take = primary(words, take)
        self.take.setDefault(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(sizes.S3)
        buttons.addStretch()
        buttons.addWidget(quiet("Cancel", self.reject))
        buttons.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.S5, sizes.S5, sizes.S5, sizes.S4)
        column.setSpacing(sizes.S3)
        column.addWidget(section(title))
        column.addWidget(_FormRoom(self.form))
        column.addSpacing(sizes.S2)
        column.addLayout(buttons)

    def event(self, event: QEvent) -> bool:
        """Grow when a sentence under a field needs more lines, as far as the screen has room."""
        if event.type() is not QEvent.Type.LayoutRequest:
            return super().event(event)
        handled = super().event(event)
        layout = self.layout()
        needed = layout.totalHeightForWidth(self.width()) if layout is not None else 0
        needed = min(needed, self.screen().availableGeometry().height() - 2 * sizes.TOP_BAR)
        if needed > self.height():
            self.resize(self.width(), needed)
        return handled

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fields = (each for each in self.form.findChildren(QWidget) if each.focusPolicy() & _BY_TAB)
        field = self.first or next(fields, None)
        if field is not None:
            field.setFocus(Qt.FocusReason.TabFocusReason)


class _FormRoom(QScrollArea):
    """As high as the form in it; on a screen that is too low for that the form scrolls above its buttons."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self._form = form
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(form)
        form.installEventFilter(self)
        form.marked.connect(self._show_marked)

    def _show_marked(self, field: QWidget) -> None:
        """Bring what is wrong into sight, with the sentence under it, once that has its place."""
        QTimer.singleShot(0, field, lambda: self.ensureWidgetVisible(field, 0, fonts.scaled(_LEAST)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._offer_bar()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._offer_bar()
        super().resizeEvent(event)

    def _offer_bar(self) -> None:
        """Have a bar only where it is needed: one that was there for a moment narrows the form, and stays."""
        fits = self.heightForWidth(self.width()) <= self.height()
        bar = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(bar.ScrollBarAlwaysOff if fits else bar.ScrollBarAsNeeded)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        wraps = self._form.hasHeightForWidth()
        return self._form.heightForWidth(width) if wraps else self._form.sizeHint().height()

    def sizeHint(self) -> QSize:
        hint = self._form.sizeHint()
        return QSize(hint.width(), self.heightForWidth(max(self.width(), hint.width())))

    def minimumSizeHint(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()  # else it lies over the fields
        return QSize(self._form.minimumSizeHint().width() + bar, fonts.scaled(_LEAST))
