"""What stands under the late actions on Today: the metrics that miss their target."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardtool.ui.charts.lettering import Anchor, width_of, write
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import colours_of
from boardtool.ui.theme.fonts import BOLD, Size
from boardtool.ui.widgets.buttons import link
from boardtool.ui.widgets.labels import section
from boardtool.ui.widgets.layouts import clear

if TYPE_CHECKING:
    from boardtool.domain.performance.scorecard import ScorecardRow

MOST = 5
_ROW = 30


class OffPlan(QWidget):
    """Lists metrics off plan, hidden while there are none; `open_metric(row)` and `open_all()` lead on."""

    def __init__(
        self, *, open_metric: "Callable[[ScorecardRow], None]", open_all: Callable[[], None]
    ) -> None:
        super().__init__()
        self.setAccessibleName("Off plan")
        self._open = open_metric
        self.rows: list[OffPlanRow] = []
        heading = QHBoxLayout()
        heading.addWidget(section("Off plan"))
        heading.addStretch()
        heading.addWidget(link("Scorecard", open_all))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, sizes.S5, 0, 0)
        column.setSpacing(sizes.S1)
        column.addLayout(heading)
        column.addLayout(self._rows)
        self.hide()

    def show_rows(self, missed: "tuple[ScorecardRow, ...]") -> None:
        clear(self._rows)
        self.rows = [OffPlanRow(row, partial(self._open, row)) for row in missed[:MOST]]
        for row in self.rows:
            self._rows.addWidget(row)
        self.setVisible(bool(missed))


class OffPlanRow(QWidget):
    """One metric: its name, its latest figure, and what it should be. Enter or a click opens it."""

    def __init__(self, row: "ScorecardRow", do: Callable[[], None]) -> None:
        super().__init__()
        self._row, self._do = row, do
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(fonts.scaled(_ROW))
        said = f"{row.name}, {row.latest_shown} of {row.target_shown}, {row.period_shown}. {row.says}"
        self.setAccessibleName(said)
        self.setToolTip(said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._do()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self._do()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        middle = self.height() / 2
        unit = self._row.record.metric.unit
        latest = _short(self._row.latest_shown, unit)
        target = f"of {_short(self._row.target_shown, unit)}"
        right = QPointF(self.width() - 1, middle)
        write(painter, target, right, colours.text_2, anchor=Anchor.RIGHT, size=Size.BODY)
        gap = max(width_of(target, size=Size.BODY), fonts.scaled(_ROW * 2)) + sizes.S3
        place = QPointF(self.width() - gap, middle)
        wide = write(painter, latest, place, colours.text, anchor=Anchor.RIGHT, size=Size.BODY, weight=BOLD)
        room = self.width() - gap - wide - sizes.S3
        write(painter, self._row.name, QPointF(0, middle), colours.text, size=Size.BODY, room=room)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), sizes.FOCUS))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))


def _short(shown: str, unit: str) -> str:
    """A figure without a long unit: its name says what it is."""
    return shown if unit == "%" else shown.removesuffix(f" {unit}")
