"""The place at the right, for the thing selected or for what is wrong; it covers nothing."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import colours_of

_SHARE_KEPT = 2.5
"""How much higher than what stands still a panel must be."""


class RightPanel(QWidget):
    """A sunken column of fixed width with a scrolling middle and, if wanted, a foot that stays.

    `column` is the layout to fill. `closed` is emitted when the person closes it, and `handle` is what stands
    for the panel while it is folded away.
    """

    closed = Signal()

    def __init__(self, name: str, *, width: int = sizes.PANEL) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFixedWidth(fonts.scaled(width))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.setSpacing(0)
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(sizes.S4 + 2, sizes.S4, sizes.S4 + 2, sizes.S4)
        self.column.setSpacing(sizes.S1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        outer.addWidget(area, 1)
        self._outer = outer
        self._kept: _Foot | None = None
        self.handle: QWidget | None = None

    def keep_in_view(self, part: QWidget) -> QWidget:
        """Let a part stand still at the bottom while what is above it scrolls; what it stands on, to hide.

        Where the panel is too low for that, the part comes last in the column and scrolls with it.
        """
        kept = self._kept = _Foot()
        QVBoxLayout(kept).addWidget(part)
        self._put_last(kept, self._outer)
        return kept

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self._kept is not None:
            self._settle(self._kept)
        return super().event(event)

    def _settle(self, kept: "_Foot") -> None:
        wraps = kept.hasHeightForWidth()
        tall = kept.heightForWidth(self.width()) if wraps else kept.sizeHint().height()
        column = self.column if self.height() < _SHARE_KEPT * tall else self._outer
        if column.indexOf(kept) < 0:
            self._put_last(kept, column)

    def _put_last(self, kept: "_Foot", column: QVBoxLayout) -> None:
        for other in (self.column, self._outer):
            other.removeWidget(kept)
        column.insertWidget(1 if column is self._outer else column.count(), kept)
        edge = sizes.S4 + 2 if column is self._outer else 0
        layout = kept.layout()
        if layout is not None:
            layout.setContentsMargins(edge, 0, edge, sizes.S4)

    def set_foot(self, *buttons: QWidget) -> None:
        """Put buttons at the bottom, under a hairline."""
        foot = _Foot()
        row = QHBoxLayout(foot)
        row.setContentsMargins(sizes.S4, sizes.S3, sizes.S4, sizes.S3)
        row.setSpacing(sizes.S2)
        row.addStretch()
        for button in buttons:
            row.addWidget(button)
        row.addStretch()
        self._outer.addWidget(foot)

    def close_panel(self) -> None:
        self.hide()
        self.closed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.sunken))
        painter.fillRect(0, 0, 1, self.height(), QColor(colours.line))


class _Foot(QWidget):
    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, QColor(colours_of(self.palette()).line))
