"""Bars of money on one scale, each labelled where it stands: name, amount, its part, its status."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from boardtool.ui import icons
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Colours, Tone, colours_of
from boardtool.ui.theme.fonts import MEDIUM, REGULAR, Size

_BAR = 8
_GAP = 3


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """One row: `bar` is its length as a fraction of the room, None without one; `over` what stands beyond it.

    `status` is said at the right end of the second line, with its icon and tone.
    """

    name: str
    amount: str
    said: str
    bar: float | None = None
    over: float = 0.0
    status: str = ""
    icon: str = ""
    tone: Tone = Tone.DONE

    @property
    def aloud(self) -> str:
        return ", ".join(part for part in (self.name, self.amount, self.said, self.status) if part)


class MoneyBars(QWidget):
    """Paints rows of money one below the other, with a hairline beneath each."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._rows: tuple[MoneyRow, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_rows(self, rows: Sequence[MoneyRow]) -> None:
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        self.setAccessibleName(f"{self._name}: " + "; ".join(row.aloud for row in rows))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(sizes.PANEL_MONEY, sum(map(_height, self._rows)))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = colours_of(self.palette())
        top = 0
        for row in self._rows:
            height = _height(row)
            self._paint(painter, QRectF(0, top, self.width(), height), row, colours)
            top += height

    def _paint(self, painter: QPainter, rect: QRectF, row: MoneyRow, colours: Colours) -> None:
        body, caption = fonts.line_height(Size.BODY), fonts.line_height(Size.CAPTION)
        top = rect.top() + sizes.S1
        first = QRectF(rect.left(), top, rect.width(), body)
        amount = fonts.font(Size.BODY, MEDIUM)
        if row.amount:
            taken = _right(painter, first, row.amount, amount, colours.text)
        else:
            taken = self._status(painter, first, row, colours)
        _left(painter, first, row.name, fonts.font(), colours.text, room=rect.width() - taken - sizes.S2)
        top += body + _GAP
        if row.bar is not None:
            self._bar(painter, QRectF(rect.left(), top, rect.width(), _BAR), row, colours)
            top += _BAR + _GAP
        second = QRectF(rect.left(), top, rect.width(), caption)
        taken = self._status(painter, second, row, colours) if row.amount else 0
        room = rect.width() - taken - sizes.S1
        _left(painter, second, row.said, fonts.font(Size.CAPTION), colours.text_2, room=room)
        line = QRectF(rect.left(), rect.bottom() - sizes.LINE, rect.width(), sizes.LINE)
        painter.fillRect(line, QColor(colours.line))

    def _status(self, painter: QPainter, rect: QRectF, row: MoneyRow, colours: Colours) -> int:
        """Write the status at the right end of a line; answers the width taken."""
        tone = getattr(colours, row.tone.value)
        weight = MEDIUM if row.tone is Tone.LATE else REGULAR
        taken = _right(painter, rect, row.status, fonts.font(Size.CAPTION, weight), tone)
        if not (row.icon and row.status):
            return taken
        side = sizes.ICON_ROW - 2
        left, top = rect.right() - taken - side - sizes.S1, rect.center().y() - side / 2
        icons.draw(painter, row.icon, QRectF(left, top, side, side), tone)
        return taken + side + sizes.S2

    def _bar(self, painter: QPainter, rect: QRectF, row: MoneyRow, colours: Colours) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        within = max(rect.width() * (row.bar or 0.0), 2.0)
        painter.drawRoundedRect(QRectF(rect.left(), rect.top(), within, rect.height()), 1, 1)
        if row.over > 0:
            beyond = max(rect.width() * row.over, float(sizes.S1))
            left = min(rect.left() + within + 1, rect.right() - beyond)
            painter.setBrush(QColor(colours.late))
            painter.drawRect(QRectF(left, rect.top() - 1, beyond, rect.height() + 2))


def _height(row: MoneyRow) -> int:
    bar = _BAR + _GAP if row.bar is not None else 0
    return fonts.line_height(Size.BODY) + fonts.line_height(Size.CAPTION) + bar + _GAP + sizes.S1 + sizes.S2


def _right(painter: QPainter, rect: QRectF, text: str, font: QFont, colour: str) -> int:
    """Write at the right end; answers the width taken."""
    width = QFontMetrics(font).horizontalAdvance(text)
    _write(painter, rect, rect.right() - width, text, font, colour)
    return width


def _left(painter: QPainter, rect: QRectF, text: str, font: QFont, colour: str, *, room: float) -> None:
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(max(room, 0)))
    _write(painter, rect, rect.left(), shown, font, colour)


def _write(painter: QPainter, rect: QRectF, left: float, text: str, font: QFont, colour: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    baseline = rect.top() + (rect.height() + QFontMetrics(font).capHeight()) / 2
    painter.drawText(QPointF(left, round(baseline)), text)
