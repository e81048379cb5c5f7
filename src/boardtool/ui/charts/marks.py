"""The signs of a judged figure, told apart by shape and by colour: points, and the icons of a scorecard."""

from math import asin, cos

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from boardtool.domain.performance.scorecard import Change, WillMeet
from boardtool.domain.performance.xmr import Kind
from boardtool.ui.charts.lettering import Anchor, write
from boardtool.ui.theme.colours import Colours, Tone
from boardtool.ui.theme.fonts import BOLD, Size

RADIUS = 4.0
"""Half the width of a point's mark."""
_DIAMOND, _SQUARE, _TRIANGLE = 1.35, 0.95, 1.2
_EDGE = 1.5
_DOT = 1.5

TONES = {
    Kind.COMMON_CAUSE: Tone.HELP,
    Kind.IMPROVEMENT: Tone.BETTER,
    Kind.CONCERN: Tone.WORSE,
    Kind.NEUTRAL: Tone.TEXT,
}


def draw_mark(
    painter: QPainter, at: QPointF, kind: Kind, colours: Colours, *, way: int = 0, radius: float = RADIUS
) -> None:
    """A point: a ring for common cause, a square for better, a diamond for worse, else a triangle."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = QColor(getattr(colours, TONES[kind].value))
    if kind is Kind.COMMON_CAUSE:
        painter.setPen(QPen(colour, _EDGE))
        painter.setBrush(QColor(colours.surface))
        painter.drawEllipse(at, radius - 0.5, radius - 0.5)
        return
    painter.setPen(QPen(QColor(colours.surface), 1))
    painter.setBrush(colour)
    if kind is Kind.IMPROVEMENT:
        side = radius * _SQUARE + 0.5
        painter.drawRect(QRectF(at.x() - side, at.y() - side, 2 * side, 2 * side))
    else:
        painter.drawPolygon(_pointed(at, kind, way, radius))


def _pointed(at: QPointF, kind: Kind, way: int, radius: float) -> QPolygonF:
    x, y = at.x(), at.y()
    if kind is Kind.CONCERN:
        out = radius * _DIAMOND
        corners = [(x, y - out), (x + out, y), (x, y + out), (x - out, y)]
    else:
        out = radius * _TRIANGLE
        tip = -out if way >= 0 else out
        corners = [(x, y + tip), (x + out, y - tip * 0.8), (x - out, y - tip * 0.8)]
    return QPolygonF([QPointF(*corner) for corner in corners])


# ---- the round icons of a scorecard, after those of Making Data Count

_VARIATION = {
    Change.IMPROVING: Tone.BETTER,
    Change.WORSENING: Tone.WORSE,
    Change.CHANGED: Tone.TEXT,
    Change.NOISE: Tone.COMMON,
    Change.TOO_FEW: Tone.FAINT,
}
_ASSURANCE = {
    WillMeet.YES: ("P", Tone.BETTER),
    WillMeet.SOMETIMES: ("?", Tone.COMMON),
    WillMeet.NO: ("F", Tone.WORSE),
}
_WAVE = ((-0.58, 0.14), (-0.3, -0.26), (-0.02, 0.2), (0.24, -0.3), (0.56, 0.1))
_RISING = ((-0.5, 0.42), (-0.16, 0.46), (0.12, 0.2), (0.4, -0.06), (0.5, -0.42))


def variation_tone(change: Change) -> Tone:
    return _VARIATION[change]


def assurance_tone(will_meet: WillMeet) -> Tone:
    return _ASSURANCE.get(will_meet, ("", Tone.FAINT))[1]


def draw_variation(painter: QPainter, square: QRectF, change: Change, way: int, colours: Colours) -> None:
    """The icon of variation: a wave for noise; H or L with rising or falling dots for a change."""
    tone = _VARIATION[change]
    colour = QColor(getattr(colours, tone.value))
    middle, radius = _disc(
        painter, square, colour, colours, strong=change not in {Change.NOISE, Change.TOO_FEW}
    )
    if change is Change.TOO_FEW:
        _dots(painter, middle, radius, ((-0.4, 0.0), (0.0, 0.0), (0.4, 0.0)), colour)
    elif change is Change.NOISE:
        painter.setPen(QPen(colour, _EDGE))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(_placed(middle, radius, _WAVE))
    else:
        dots = _RISING if way > 0 else tuple((x, -y) for x, y in _RISING)
        _dots(painter, middle, radius, dots, colour)
        letter = QPointF(middle.x() - 0.3 * radius, middle.y() + (-0.24 if way > 0 else 0.26) * radius)
        write(
            painter,
            "H" if way > 0 else "L",
            letter,
            colour.name(),
            anchor=Anchor.MIDDLE,
            size=Size.CAP,
            weight=BOLD,
        )


def draw_assurance(painter: QPainter, square: QRectF, will_meet: WillMeet, colours: Colours) -> None:
    """The icon of assurance: P passes, F fails, ? hits or misses; the dashes stand for the target."""
    if will_meet not in _ASSURANCE:
        return
    letter, tone = _ASSURANCE[will_meet]
    colour = QColor(getattr(colours, tone.value))
    middle, radius = _disc(painter, square, colour, colours, strong=will_meet is not WillMeet.SOMETIMES)
    heights = {"P": 0.56, "?": 0.34, "F": 0.56}
    line = QPen(colour, 1, Qt.PenStyle.DotLine)
    painter.setPen(line)
    y = middle.y() + heights[letter] * radius
    half = radius * cos(asin(heights[letter])) - 1
    painter.drawLine(QPointF(middle.x() - half, y), QPointF(middle.x() + half, y))
    place = QPointF(middle.x(), middle.y() - 0.12 * radius)
    write(painter, letter, place, colour.name(), anchor=Anchor.MIDDLE, size=Size.CAP, weight=BOLD)


def _disc(
    painter: QPainter, square: QRectF, colour: QColor, colours: Colours, *, strong: bool
) -> tuple[QPointF, float]:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = square.width() / 2 - 1
    painter.setPen(QPen(colour, 2.0 if strong else _EDGE))
    painter.setBrush(QColor(colours.surface))
    painter.drawEllipse(square.center(), radius, radius)
    return square.center(), radius


def _placed(middle: QPointF, radius: float, shape: tuple[tuple[float, float], ...]) -> QPolygonF:
    return QPolygonF([QPointF(middle.x() + x * radius, middle.y() + y * radius) for x, y in shape])


def _dots(
    painter: QPainter,
    middle: QPointF,
    radius: float,
    shape: tuple[tuple[float, float], ...],
    colour: QColor,
) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for x, y in shape:
        painter.drawEllipse(QPointF(middle.x() + x * radius, middle.y() + y * radius), _DOT, _DOT)
