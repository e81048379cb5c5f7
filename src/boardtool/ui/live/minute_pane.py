"""The middle: what is being minuted, its narrative, what is resolved, what is to be done."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from boardtool.ui.live.action_lines import ActionLines
from boardtool.ui.live.item_title import ItemTitle
from boardtool.ui.live.narrative import Narrative
from boardtool.ui.live.resolutions import Resolutions
from boardtool.ui.theme import sizes


class MinutePane(QScrollArea):
    """Lays the parts under each other; what has the focus is kept in sight."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("The minute")
        self.title = ItemTitle()
        self.narrative = Narrative()
        self.resolutions = Resolutions()
        self.action_lines = ActionLines()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(sizes.LIVE_MIDDLE)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(sizes.PAGE_EDGE, sizes.S4, sizes.PAGE_EDGE, sizes.S4)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addSpacing(sizes.S3)
        column.addWidget(self.narrative, 1)
        column.addSpacing(sizes.S4)
        column.addWidget(self.resolutions)
        column.addSpacing(sizes.S3)
        column.addWidget(self.action_lines)
        self.setWidget(inside)
        self.setFocusProxy(self.narrative)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.widget().isAncestorOf(now):
            self.ensureWidgetVisible(now, sizes.S2, sizes.S4)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A row that grows while one types in it stays in sight."""
        if watched is self.widget() and event.type() is QEvent.Type.LayoutRequest:
            self._follow(None, QApplication.focusWidget())
        return super().eventFilter(watched, event)
