"""The round icons of a scorecard drawn as SVG: variation and assurance, told by letter, shape and word."""

from collections.abc import Iterator
from math import asin, cos

from boardtool.data.charts.drawing import element, line, polyline, text
from boardtool.data.charts.paper import ACCENT, BETTER, INK, LINE, QUIET, WHITE, WORSE
from boardtool.domain.performance.scorecard import Change, WillMeet

RADIUS = 11.0
_WAVE = ((-0.58, 0.14), (-0.3, -0.26), (-0.02, 0.2), (0.24, -0.3), (0.56, 0.1))
_RISING = ((-0.5, 0.42), (-0.16, 0.46), (0.12, 0.2), (0.4, -0.06), (0.5, -0.42))
_CHANGES = {
    Change.IMPROVING: BETTER,
    Change.WORSENING: WORSE,
    Change.CHANGED: INK,
    Change.NOISE: LINE,
    Change.TOO_FEW: QUIET,
}
_TARGETS = {
    WillMeet.YES: ("P", BETTER, 0.56),
    WillMeet.SOMETIMES: ("?", LINE, 0.34),
    WillMeet.NO: ("F", WORSE, 0.56),
}


def variation(change: Change, way: int, x: float, y: float) -> Iterator[str]:
    """A wave for noise, H or L with rising or falling dots for a change, three dots for too few figures."""
    colour = _CHANGES[change]
    yield _disc(x, y, colour, strong=change not in {Change.NOISE, Change.TOO_FEW})
    if change is Change.NOISE:
        yield polyline([(x + dx * RADIUS, y + dy * RADIUS) for dx, dy in _WAVE], colour=colour)
    elif change is Change.TOO_FEW:
        yield from _dots(x, y, ((-0.4, 0.0), (0.0, 0.0), (0.4, 0.0)), colour)
    else:
        turn = 1 if way > 0 else -1
        yield from _dots(x, y, tuple((dx, turn * dy) for dx, dy in _RISING), colour)
        at = (x - 0.3 * RADIUS, y + (0.08 if way > 0 else 0.6) * RADIUS)
        yield text("H" if way > 0 else "L", at, size=9, colour=colour, anchor="middle", weight=700)


def assurance(will: WillMeet, x: float, y: float) -> Iterator[str]:
    """P passes, F fails, ? hits or misses; the dots stand for the target."""
    if will not in _TARGETS:
        return
    letter, colour, deep = _TARGETS[will]
    yield _disc(x, y, colour, strong=will is not WillMeet.SOMETIMES)
    half = RADIUS * cos(asin(deep)) - 1
    at = y + deep * RADIUS
    yield line((x - half, at), (x + half, at), colour=colour if colour != LINE else ACCENT, dash="1 2")
    yield text(letter, (x, y + 0.2 * RADIUS), size=9, colour=colour, anchor="middle", weight=700)


def _disc(x: float, y: float, colour: str, *, strong: bool) -> str:
    width = 2.0 if strong else 1.4
    return element("circle", cx=x, cy=y, r=RADIUS, fill=WHITE, stroke=colour, stroke_width=width)


def _dots(x: float, y: float, shape: tuple[tuple[float, float], ...], colour: str) -> Iterator[str]:
    for dx, dy in shape:
        yield element("circle", cx=x + dx * RADIUS, cy=y + dy * RADIUS, r=1.5, fill=colour)
