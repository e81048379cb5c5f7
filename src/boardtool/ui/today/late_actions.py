"""What stands at the right of Today: the actions that are late, the longest first."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone, colours_of
from boardtool.ui.theme.fonts import MEDIUM, Size
from boardtool.ui.widgets.buttons import link
from boardtool.ui.widgets.labels import Words, body, section
from boardtool.ui.widgets.layouts import clear
from boardtool.ui.widgets.panel import RightPanel

if TYPE_CHECKING:
    from boardtool.data.today import LateAction, Today
    from boardtool.domain.actions import Action

MOST = 8
WIDTH = 336


class LateActions(RightPanel):
    """Lists late actions; `open_action(action)` and `open_log()` lead on."""

    def __init__(self, *, open_action: "Callable[[Action], None]", open_log: Callable[[], None]) -> None:
        super().__init__("Late actions", width=WIDTH)
        self._open_action = open_action
        self._all = link("", open_log)
        self._more = link("", open_log)
        heading = QHBoxLayout()
        heading.addWidget(section("Late actions"))
        heading.addStretch()
        heading.addWidget(self._all)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._none = body("", tone=Tone.HELP, wrap=True)
        self.column.addLayout(heading)
        self.column.addWidget(self._none)
        self.column.addLayout(self._rows)
        self.column.addWidget(self._more)
        self.column.addStretch()
        self._shown: tuple[LateAction, ...] | None = None
        self.rows: list[LateRow] = []

    def add_beneath(self, block: QWidget) -> None:
        """Put a block under the list."""
        self.column.insertWidget(self.column.count() - 1, block)

    def show_late(self, today: "Today") -> None:
        self._all.setText(f"All {today.open_count} open")
        self._all.setVisible(bool(today.open_count))
        self._none.setText("No action is late." if today.open_count else "No action is open.")
        self._none.setVisible(not today.late)
        more = len(today.late) - MOST
        self._more.setText(f"{more} more")
        self._more.setVisible(more > 0)
        if today.late == self._shown:
            return
        self._shown = today.late
        clear(self._rows)
        self.rows = [LateRow(late, self._open_action) for late in today.late[:MOST]]
        for row in self.rows:
            self._rows.addWidget(row)


class LateRow(QWidget):
    """One late action: number and days, what, who. Enter or a click opens it."""

    def __init__(self, late: "LateAction", open_action: "Callable[[Action], None]") -> None:
        super().__init__()
        action = late.action
        self._open = partial(open_action, action)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        owners = "; ".join(action.owners) or "Nobody named"
        self.setAccessibleName(f"{action.number}, {late.lateness.words}: {action.text}, {owners}")
        first = QHBoxLayout()
        first.addWidget(Words(action.number, tone=Tone.HELP))
        first.addStretch()
        first.addWidget(Words(late.lateness.words, tone=Tone.LATE, weight=MEDIUM))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, sizes.S2, 0, sizes.S2 + 1)
        column.setSpacing(0)
        column.addLayout(first)
        column.addWidget(Words(action.text, wrap=True))
        column.addWidget(Words(owners, size=Size.CAPTION, tone=Tone.HELP, wrap=True))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._open()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self._open()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), sizes.LINE, QColor(colours.line))
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), sizes.FOCUS))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
