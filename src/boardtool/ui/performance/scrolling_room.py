"""A page that scrolls as a whole where the window is too low for its chart and its table."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget


class ScrollingRoom(QScrollArea):
    """What stands on top takes the height of its words; the body beneath gets the rest, at least `least()`.

    So that in a low window, or with large letters, a chart is still high enough to be read. What gets the
    focus is scrolled into sight.
    """

    def __init__(self, *top: QWidget, body: QWidget, least: Callable[[], int]) -> None:
        super().__init__()
        self._top, self._least = top, least
        self._in_sight: QWidget | None = None
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in top:
            column.addWidget(part)
        column.addWidget(body, 1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._inside)
        self._inside.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._reveal)  # type: ignore[union-attr] # there is one

    def to_top(self) -> None:
        self._in_sight = None
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        width = self.viewport().width()
        tops = sum(_height_of(part, width) for part in self._top if not part.isHidden())
        self._inside.resize(width, max(self.viewport().height(), tops + self._least()))
        if self._in_sight is not None:
            self.ensureWidgetVisible(self._in_sight, 0, 0)

    def _reveal(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Scroll to what has the focus, and keep it in sight while the parts find their heights."""
        self._in_sight = now if now is not None and self._inside.isAncestorOf(now) else None
        if now is not None and self._in_sight is now:
            self.ensureWidgetVisible(now, 0, 0)


def _height_of(part: QWidget, width: int) -> int:
    return part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()
