"""A name that leads somewhere, written out over as many lines as it needs."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import colours_of

_BROKEN = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class WrappedLink(QAbstractButton):
    """A link in a narrow column: Enter, Space or a click follows it."""

    def __init__(self, words: str, do: Callable[[], None]) -> None:
        super().__init__()
        self.setText(words)
        self.setAccessibleName(words)
        self.setFont(fonts.font())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(lambda _checked=False: do())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(width, 1), 10_000)
        return self.fontMetrics().boundingRect(room, _BROKEN, self.text()).height() + 2 * sizes.FOCUS

    def sizeHint(self) -> QSize:
        return QSize(sizes.PANEL // 2, self.heightForWidth(max(self.width(), sizes.PANEL // 2)))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height() + 2 * sizes.FOCUS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        accent = QColor(colours_of(self.palette()).accent)
        font = QFont(self.font())
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(accent)
        painter.drawText(self.rect(), _BROKEN, self.text())
        if self.hasFocus():
            painter.fillRect(0, self.height() - sizes.FOCUS, self.width(), sizes.FOCUS, accent)
