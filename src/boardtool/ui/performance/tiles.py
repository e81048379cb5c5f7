"""Small multiples: a tile for each metric, all on one page, walked by the arrow keys."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from boardtool.domain.performance.numbers import shown_in_column
from boardtool.domain.performance.scorecard import Change, ScorecardRow, WillMeet, row_sentence
from boardtool.ui.charts.lettering import Anchor, write
from boardtool.ui.charts.marks import assurance_tone, draw_assurance, draw_variation, variation_tone
from boardtool.ui.charts.spark import draw_spark
from boardtool.ui.charts.words import period_short
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone, colours_of
from boardtool.ui.theme.fonts import BOLD, MEDIUM, Size

_WIDTH, _HEIGHT = 264, 156
_CHART = 64
_ICON = 22


class Tiles(QWidget):
    """Lays tiles out in as many columns as there is room for."""

    def __init__(self, open_row: Callable[[ScorecardRow], None]) -> None:
        super().__init__()
        self._open = open_row
        self.tiles: list[Tile] = []
        self.setAccessibleName("Small charts")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_rows(self, rows: Sequence[ScorecardRow]) -> None:
        while len(self.tiles) > len(rows):
            gone = self.tiles.pop()
            gone.hide()
            gone.deleteLater()
        while len(self.tiles) < len(rows):
            self.tiles.append(Tile(self, self._open))
        for tile, row in zip(self.tiles, rows, strict=True):
            tile.show_row(row)
        if self.tiles:
            self.setFocusProxy(self.tiles[0])
        self._place()
        self.updateGeometry()

    def columns(self, width: int) -> int:
        return max(1, (width + sizes.S4) // (fonts.scaled(_WIDTH) + sizes.S4))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = -(-len(self.tiles) // self.columns(width))
        return lines * (fonts.scaled(_HEIGHT) + sizes.S4)

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.heightForWidth(max(self.width(), 1)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        columns = self.columns(self.width())
        width = (self.width() - (columns - 1) * sizes.S4) // columns
        height = fonts.scaled(_HEIGHT)
        for number, tile in enumerate(self.tiles):
            line, column = divmod(number, columns)
            place = QRect(column * (width + sizes.S4), line * (height + sizes.S4), width, height)
            tile.setGeometry(place)
            tile.show()

    def walk(self, tile: "Tile", key: Qt.Key) -> bool:
        """Go to a neighbour of a tile by an arrow key."""
        columns = self.columns(self.width())
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -columns,
            Qt.Key.Key_Down: columns,
        }
        if key not in steps:
            return False
        number = self.tiles.index(tile) + steps[key]
        if 0 <= number < len(self.tiles):
            self.tiles[number].setFocus(Qt.FocusReason.TabFocusReason)
        return True


class Tile(QWidget):
    """One metric: its name and latest figure, its spark line, its two signs."""

    def __init__(self, parent: Tiles, open_row: Callable[[ScorecardRow], None]) -> None:
        super().__init__(parent)
        self._tiles = parent
        self._open = open_row
        self.row: ScorecardRow | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_row(self, row: ScorecardRow) -> None:
        self.row = row
        self.setAccessibleName(row_sentence(row))
        self.setToolTip(row_sentence(row))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._open_row()
        elif not self._tiles.walk(self, Qt.Key(event.key())):
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self._open_row()

    def _open_row(self) -> None:
        if self.row is not None:
            self._open(self.row)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        row = self.row
        if row is None:
            return
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        focused = self.hasFocus()
        painter.setPen(QPen(QColor(colours.accent if focused else colours.line), 1 + focused))
        painter.setBrush(QColor(colours.hover if self.underMouse() else colours.surface))
        painter.drawRoundedRect(
            edge.adjusted(focused, focused, -focused, -focused), sizes.R_CONTROL, sizes.R_CONTROL
        )
        inside = self.rect().adjusted(sizes.S3, sizes.S2, -sizes.S3, -sizes.S2)
        line = fonts.line_height(Size.BODY)
        top = QPointF(inside.left(), inside.top() + line / 2)
        wide = write(
            painter,
            _latest(row),
            QPointF(inside.right(), top.y()),
            colours.text,
            anchor=Anchor.RIGHT,
            size=Size.BODY,
            weight=BOLD,
        )
        room = inside.width() - wide - sizes.S2
        write(painter, row.name, top, colours.text, size=Size.BODY, weight=MEDIUM, room=room)
        second = QPointF(inside.left(), top.y() + line - 2)
        unit = row.record.metric.unit
        against = "no target" if row.target is None else f"target {shown_in_column(row.target, unit)}"
        when = "" if row.latest is None else period_short(row.latest.period)
        about = (when, against, "" if unit == "%" else unit)
        words = " \u00b7 ".join(part for part in about if part)
        write(painter, words, second, colours.text_2, room=inside.width())
        chart = QRect(inside.left(), inside.top() + 2 * line, inside.width(), fonts.scaled(_CHART))
        draw_spark(painter, chart, row, colours)
        side = fonts.scaled(_ICON)
        foot = QRectF(inside.left(), inside.bottom() - side, side, side)
        draw_variation(painter, foot, row.change, row.way, colours)
        tone = Tone.HELP if row.change in {Change.NOISE, Change.TOO_FEW} else variation_tone(row.change)
        half = inside.width() / 2
        said = QPointF(foot.right() + sizes.S2, foot.center().y())
        room = half - side - sizes.S2
        write(painter, row.change_shown, said, getattr(colours, tone.value), room=room)
        if row.will_meet in {WillMeet.NO_TARGET, WillMeet.TOO_FEW}:
            return
        right = foot.translated(half, 0)
        draw_assurance(painter, right, row.will_meet, colours)
        plain = row.will_meet is WillMeet.SOMETIMES
        tone = Tone.HELP if plain else assurance_tone(row.will_meet)
        said = QPointF(right.right() + sizes.S2, right.center().y())
        write(painter, row.will_meet_shown, said, getattr(colours, tone.value), room=room)


def _latest(row: ScorecardRow) -> str:
    """The latest figure without a long unit, which stands beneath; or why there is none."""
    if row.latest is None or row.latest.value is None:
        return row.latest_shown
    return shown_in_column(row.latest.value, row.record.metric.unit)
