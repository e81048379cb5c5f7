"""A row of tabs with counts, the current one underlined in the accent."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStyle, QStyleOptionTab, QTabBar, QWidget

from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import colours_of
from boardtool.ui.theme.fonts import BOLD, MEDIUM, Size

_GAP = 6


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab by its name ("agenda"), its words ("Agenda") and what is counted behind them ("15")."""

    name: str
    words: str
    count: str = ""


class Tabs(QWidget):
    """A row of tabs over a hairline, in line with the page's title; `chosen(name)` says which one it is."""

    chosen = Signal(str)

    def __init__(self, tabs: Sequence[Tab], *, name: str = "Tabs") -> None:
        super().__init__()
        self._bar = _Bar(tabs)
        self._bar.setAccessibleName(name)
        self._bar.chosen.connect(self.chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.PAGE_EDGE, 0, sizes.PAGE_EDGE, 0)
        row.addWidget(self._bar)
        self.setFocusProxy(self._bar)

    def set_tabs(self, tabs: Sequence[Tab]) -> None:
        """Replace the tabs, or only their counts when the names are the same."""
        self._bar.set_tabs(tabs)

    def choose(self, name: str) -> None:
        self._bar.choose(name)

    @property
    def current(self) -> str:
        return self._bar.current

    def paintEvent(self, _event: QPaintEvent) -> None:
        line = QColor(colours_of(self.palette()).line)
        QPainter(self).fillRect(0, self.height() - sizes.LINE, self.width(), sizes.LINE, line)


class _Bar(QTabBar):
    """The tabs themselves; Left and Right walk them."""

    chosen = Signal(str)

    def __init__(self, tabs: Sequence[Tab], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs: list[Tab] = []
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_tabs(tabs)
        self.currentChanged.connect(self._tell)

    def set_tabs(self, tabs: Sequence[Tab]) -> None:
        if [tab.name for tab in tabs] != [tab.name for tab in self._tabs]:
            blocked = self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            while self.count():
                self.removeTab(0)
            for tab in tabs:
                self.addTab(tab.words)
            self.blockSignals(blocked)
        self._tabs = list(tabs)
        for place, tab in enumerate(tabs):
            self.setTabText(place, f"{tab.words} {tab.count}".strip().replace("&", "&&"))
        self.update()

    def choose(self, name: str) -> None:
        for place, tab in enumerate(self._tabs):
            if tab.name == name:
                self.setCurrentIndex(place)

    @property
    def current(self) -> str:
        return self._tabs[self.currentIndex()].name if self._tabs else ""

    def _tell(self, place: int) -> None:
        if 0 <= place < len(self._tabs):
            self.chosen.emit(self._tabs[place].name)

    def tabSizeHint(self, index: int) -> QSize:
        return QSize(self._width(index) + sizes.S5, fonts.scaled(sizes.TABS))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), fonts.scaled(sizes.TABS) + 1)

    def _width(self, index: int) -> int:
        if index >= len(self._tabs):
            return 0
        tab = self._tabs[index]
        words = QFontMetrics(fonts.font(Size.BODY, BOLD)).horizontalAdvance(tab.words)
        count = QFontMetrics(fonts.font(Size.CAPTION)).horizontalAdvance(tab.count)
        return words + (_GAP + count if tab.count else 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place in range(self.count()):
            self._paint_tab(painter, place)

    def _paint_tab(self, painter: QPainter, place: int) -> None:
        colours = colours_of(self.palette())
        option = QStyleOptionTab()
        self.initStyleOption(option, place)
        current = place == self.currentIndex()
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        rect = self.tabRect(place)
        tab = self._tabs[place]
        font = fonts.font(Size.BODY, BOLD if current else MEDIUM)
        painter.setFont(font)
        painter.setPen(QColor(colours.text if current or hovered else colours.text_2))
        baseline = rect.top() + (rect.height() + QFontMetrics(font).capHeight()) / 2
        painter.drawText(QPointF(rect.left(), round(baseline)), tab.words)
        if tab.count:
            at = rect.left() + QFontMetrics(font).horizontalAdvance(tab.words) + _GAP
            painter.setFont(fonts.font(Size.CAPTION))
            painter.setPen(QColor(colours.text_2))
            painter.drawText(QPointF(at, round(baseline)), tab.count)
        width = self._width(place)
        if current:
            bar = QRect(rect.left(), self.height() - sizes.FOCUS, width, sizes.FOCUS)
            painter.fillRect(bar, QColor(colours.accent))
        if current and self.hasFocus():
            pen = painter.pen()
            pen.setColor(QColor(colours.accent))
            pen.setWidth(sizes.FOCUS)
            painter.setPen(pen)
            painter.drawRoundedRect(
                QRect(rect.left() - 6, rect.top() + 4, width + 12, rect.height() - 10),
                sizes.R_PILL,
                sizes.R_PILL,
            )
