"""How a picture of money is drawn: bars on one scale, labelled where they end; on screen and in files."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Colours, Tone
from boardtool.ui.theme.fonts import BOLD, MEDIUM, REGULAR, Size

_LABELS = 288
_INDENT = sizes.S4
_ROWS = (30, 24, 22)
_BARS = (14, 8, 5)
_GAP_BEFORE_GROUP = sizes.S2
_TICK = 2


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: `length` as a fraction of the longest, `said` at its end; `mark` is a line to compare it with.

    `level` 0 is the thing itself, 1 and 2 are what it is made of. A bar without a length is only its words.
    """

    label: str
    length: float
    said: str
    level: int = 0
    mark: float | None = None
    tone: Tone | None = None

    @property
    def aloud(self) -> str:
        return f"{self.label}: {self.said}"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture: what it is called, what it is of, and its bars.

    A part of a larger picture has the bars of all parts as `among`, so that all stand on one scale.
    """

    title: str
    subtitle: str
    bars: tuple[Bar, ...]
    note: str = ""
    among: tuple[Bar, ...] = ()

    @property
    def aloud(self) -> str:
        return f"{self.title}. {self.subtitle}. " + "; ".join(bar.aloud for bar in self.bars)


def height_of(drawing: Drawing) -> int:
    """How high a drawing is, whatever its width."""
    rows = sum(_height(bar, at) for at, bar in enumerate(drawing.bars))
    note = fonts.line_height(Size.CAPTION) + sizes.S2 if drawing.note else 0
    return _top() + rows + note + sizes.S5


def draw(painter: QPainter, drawing: Drawing, width: int, colours: Colours) -> None:
    """Draw onto a ground that is already there, from the upper left corner."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    left = sizes.PAGE_EDGE
    title = fonts.font(Size.READ, BOLD)
    _write(painter, left, sizes.S4, fonts.line_height(Size.READ), drawing.title, title, colours.text)
    under = sizes.S4 + fonts.line_height(Size.READ)
    _write(
        painter,
        left,
        under,
        fonts.line_height(Size.BODY),
        drawing.subtitle,
        fonts.font(),
        colours.text_2,
    )
    top = _top()
    scale = width - 2 * sizes.PAGE_EDGE - _labels(width) - _room_for_words(drawing.among or drawing.bars)
    for at, bar in enumerate(drawing.bars):
        height = _height(bar, at)
        _draw_bar(painter, bar, top + (height - _row(bar)), max(scale, sizes.S7), width, colours)
        top += height
    if drawing.note:
        caption = fonts.font(Size.CAPTION)
        _write(
            painter,
            left,
            top + sizes.S2,
            fonts.line_height(Size.CAPTION),
            drawing.note,
            caption,
            colours.text_2,
        )


def _draw_bar(painter: QPainter, bar: Bar, top: int, scale: int, width: int, colours: Colours) -> None:
    height = _row(bar)
    font = fonts.font(Size.BODY if bar.level == 0 else Size.CAPTION, MEDIUM if bar.level == 0 else REGULAR)
    ink = colours.text if bar.level < len(_ROWS) - 1 else colours.text_2
    left = sizes.PAGE_EDGE + bar.level * _INDENT
    room = _labels(width) - bar.level * _INDENT - sizes.S3
    label = QFontMetrics(font).elidedText(bar.label, Qt.TextElideMode.ElideRight, room)
    _write(painter, left, top, height, label, font, ink)
    start = sizes.PAGE_EDGE + _labels(width)
    thick = _BARS[bar.level]
    shape = QRectF(start, top + (height - thick) / 2, max(scale * bar.length, 1.0), thick)
    if bar.length > 0:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(_fill(bar, colours)))
        painter.drawRoundedRect(shape, 1, 1)
    end = shape.right() if bar.length > 0 else float(start)
    if bar.mark is not None:
        at = start + scale * bar.mark
        painter.fillRect(QRectF(at - _TICK / 2, top + 2, _TICK, height - 4), QColor(colours.text))
        end = max(end, at)
    said = getattr(colours, bar.tone.value) if bar.tone is not None else ink
    _write(painter, end + sizes.S2, top, height, bar.said, font, said)


def _fill(bar: Bar, colours: Colours) -> str:
    return (colours.accent, colours.ctl_border, colours.line_strong)[bar.level]


def _top() -> int:
    return sizes.S4 + fonts.line_height(Size.READ) + fonts.line_height(Size.BODY) + sizes.S3


def _row(bar: Bar) -> int:
    return fonts.scaled(_ROWS[bar.level])


def _height(bar: Bar, place: int) -> int:
    return _row(bar) + (_GAP_BEFORE_GROUP if place and bar.level == 0 else 0)


def _labels(width: int) -> int:
    return min(fonts.scaled(_LABELS), width * 2 // 5)


def _room_for_words(bars: Sequence[Bar]) -> int:
    """What must stay free behind the longest bar, for the words at its end."""
    metrics = QFontMetrics(fonts.font(Size.BODY, MEDIUM))
    return max((metrics.horizontalAdvance(bar.said) for bar in bars), default=0) + 2 * sizes.S2


def _write(
    painter: QPainter, left: float, top: float, height: float, text: str, font: QFont, colour: str
) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    baseline = top + (height + QFontMetrics(font).capHeight()) / 2
    painter.drawText(QPointF(left, round(baseline)), text)
