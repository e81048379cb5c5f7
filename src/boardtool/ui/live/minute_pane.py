"""The middle: what is being minuted, its narrative, what is resolved, what is to be done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from boardtool.ui.live.action_lines import ActionLines
from boardtool.ui.live.item_title import ItemTitle
from boardtool.ui.live.narrative import Narrative
from boardtool.ui.live.resolutions import Resolutions
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.labels import Words

BEFORE = (
    "Once the meeting is opened you type here what is said. Every item then has its number, everybody who is "
    "expected is listed at the right, and the clock of the first item runs."
)


class MinutePane(QScrollArea):
    """Lays the parts under each other; what has the focus is kept in sight."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("The minute")
        self.title = ItemTitle()
        self.narrative = Narrative()
        self.resolutions = Resolutions()
        self.action_lines = ActionLines()
        self.before = _before_opening()
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
        column.addWidget(self.before)
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

    def be_opened(self, *, opened: bool) -> None:
        """Show what one minutes with, or what will be there once the meeting is opened."""
        for part in (self.narrative, self.resolutions, self.action_lines):
            part.setVisible(opened)
        self.before.setVisible(not opened)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        inside = self.widget()
        if now is not None and inside is not None and inside.isAncestorOf(now):
            self.ensureWidgetVisible(now, sizes.S2, sizes.S4)


def _before_opening() -> QWidget:
    before = QWidget()
    column = QVBoxLayout(before)
    column.setContentsMargins(0, sizes.S4, 0, 0)
    column.setSpacing(sizes.S3)
    column.addWidget(Words(BEFORE, size=fonts.Size.READ, tone=Tone.HELP, wrap=True))
    column.addStretch()
    return before
