"""How charts are set on paper: one width, light colours, a head, axes, labels at the right end, a foot."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from boardtool.data.charts.drawing import Place, element, line, text
from boardtool.domain.performance.axis import apart, tick_label, tick_places, ticks
from boardtool.domain.performance.metrics import Area, Metric
from boardtool.domain.performance.numbers import suffix
from boardtool.domain.performance.periods import Period
from boardtool.domain.performance.sentences import meaning
from boardtool.domain.performance.xmr import Kind

WIDTH, HEIGHT = 960.0, 506.0
LEFT, RIGHT, TOP, BOTTOM = 64.0, 136.0, 108.0, 118.0
INK, QUIET, HAIR, GRID, LINE, BAND = "#1E1B22", "#55515C", "#CFCBD4", "#EFEDF1", "#55515C", "#F3F1F5"
LIMIT, WHITE = "#8C8792", "#FFFFFF"
ACCENT, BETTER, WORSE, NEUTRAL = "#653A78", "#1F5FA8", "#B0450A", "#490092"
DOTTED, DASHED = "2 3", "6 4"
_MOST_LABELS, LABEL_GAP = 14, 17.0
_LETTER = 0.54
"""How wide a letter is on average, of its size."""
_MARK = 4.0
_FOOT_LINE, _FOOT_SIZE = 14.0, 10.0
HEAD = TOP - 18
"""Where a figure begins that has no head."""
FOOT = 12.0
"""From the last line of the foot to the edge."""


@dataclass(frozen=True, slots=True)
class Plane:
    """Where values and points lie: `left` to `right` and `top` to `bottom` in the drawing's own units."""

    low: float
    high: float
    count: int
    top: float = TOP
    bottom: float = HEIGHT - BOTTOM
    left: float = LEFT
    right: float = WIDTH - RIGHT

    def x(self, number: float) -> float:
        return self.left + (self.right - self.left) * (number + 0.5) / max(self.count, 1)

    def y(self, value: float) -> float:
        inside = min(max(value, self.low), self.high)
        return self.bottom - (self.bottom - self.top) * (inside - self.low) / (self.high - self.low)

    def places(self, values: Sequence[float | None]) -> list[Place | None]:
        """Where each value stands, None where it is missing."""
        return [
            None if value is None else (self.x(number), self.y(value)) for number, value in enumerate(values)
        ]


@dataclass(frozen=True, slots=True)
class EndLabel:
    """Words at the right end of a line, at its value."""

    value: float
    words: str
    colour: str = QUIET
    weight: int = 400


def width_of(words: str, size: float) -> float:
    """About how wide words are: what sets them is not known here."""
    return len(words) * size * _LETTER


def lines_of(words: str, width: float, size: float, most: int) -> list[str]:
    """The words in at most so many lines of a width; what does not fit ends in "…"."""
    longest = max(int(width / (size * _LETTER)), 1)
    lines: list[str] = []
    left = words.split()
    while left:
        taken = [left.pop(0)]
        last = len(lines) == most - 1
        while left and (last or len(" ".join([*taken, left[0]])) <= longest):
            taken.append(left.pop(0))
        said = " ".join(taken)
        lines.append(said if len(said) <= longest else f"{said[: longest - 1].rstrip()}…")
    return lines


def round_value(value: float) -> str:
    """A round value of an axis, with no more places than it has: "2.5", "1,100,000"."""
    return f"{value:,.6f}".rstrip("0").rstrip(".").replace("-", "\u2212")


def background(height: float = HEIGHT) -> str:
    return element("rect", width=WIDTH, height=height, fill=WHITE)


def head(metric: Metric, area: Area | None, sentence: str) -> Iterator[str]:
    """The metric, its area, unit and which way is good; beneath them what the chart says."""
    yield text(metric.title, (LEFT, 28), size=18, colour=INK, weight=600)
    facts = ["" if area is None else area.name, metric.unit, meaning(metric.direction).lower()]
    yield text(" · ".join(fact for fact in facts if fact), (LEFT, 46), size=12, colour=QUIET)
    for place, said in enumerate(lines_of(sentence, WIDTH - LEFT - 24, 13, 2)):
        yield text(said, (LEFT, 68 + 17 * place), size=13, colour=INK, weight=600)


def foot(words: str, height: float = HEIGHT) -> Iterator[str]:
    """By which settings a chart was drawn, in the lines that it needs, from the lower edge upwards."""
    lines = lines_of(words, WIDTH - LEFT - 24, _FOOT_SIZE, 3)
    for place, said in enumerate(lines):
        y = height - FOOT - (len(lines) - 1 - place) * _FOOT_LINE
        yield text(said, (LEFT, y), size=_FOOT_SIZE, colour=QUIET)


def value_axis(plane: Plane, unit: str, *, about: int = 6) -> Iterator[str]:
    """Round values at the left, a hair line at each; only a sign stands behind them as a unit."""
    shown = unit if unit == "%" else ""
    for value in ticks(plane.low, plane.high, about=about):
        if plane.low <= value <= plane.high:
            y = plane.y(value)
            yield line((plane.left, y), (plane.right, y), colour=GRID)
            label = f"{round_value(value)}{suffix(shown)}"
            yield text(label, (plane.left - 10, y + 4), colour=QUIET, anchor="end")


def time_axis(plane: Plane, periods: Sequence[Period], *, most: int = _MOST_LABELS) -> Iterator[str]:
    """The base line, and the periods under it."""
    yield line((plane.left, plane.bottom), (plane.right, plane.bottom), colour=HAIR)
    for number in tick_places(periods, most=most):
        short, year = tick_label(periods[number])
        yield text(short, (plane.x(number), plane.bottom + 18), colour=QUIET, anchor="middle")
        if year:
            at = (plane.x(number), plane.bottom + 34)
            yield text(year, at, colour=INK, anchor="middle", weight=600)


def end_labels(plane: Plane, labels: Sequence[EndLabel]) -> Iterator[str]:
    """Labels where lines end, moved apart where they would cover each other."""
    places = apart([plane.y(label.value) for label in labels], gap=LABEL_GAP)
    for label, y in zip(labels, places, strict=True):
        at = (plane.right + 8, y + 4)
        yield text(label.words, at, colour=label.colour, weight=label.weight)


def mark(kind: Kind, x: float, y: float, way: int = 0) -> str:
    """Common cause a ring, better a square, worse a diamond, neither a triangle: never by colour alone."""
    match kind:
        case Kind.COMMON_CAUSE:
            return ring(x, y)
        case Kind.IMPROVEMENT:
            return element("rect", x=x - _MARK, y=y - _MARK, width=2 * _MARK, height=2 * _MARK, fill=BETTER)
        case Kind.CONCERN:
            return polygon([(x, y - 5.6), (x + 5.6, y), (x, y + 5.6), (x - 5.6, y)], WORSE)
        case _:
            return triangle(x, y, up=way >= 0, colour=NEUTRAL)


def ring(x: float, y: float, *, colour: str = LINE, fill: str = WHITE) -> str:
    return element("circle", cx=x, cy=y, r=_MARK - 0.5, fill=fill, stroke=colour, stroke_width=1.4)


def triangle(x: float, y: float, *, up: bool, colour: str, fill: str | None = None) -> str:
    tip = -5.0 if up else 5.0
    corners = [(x, y + tip), (x + 5, y - tip * 0.7), (x - 5, y - tip * 0.7)]
    return polygon(corners, colour if fill is None else fill, stroke=colour)


def polygon(points: Sequence[tuple[float, float]], colour: str, *, stroke: str = "") -> str:
    edge = {"stroke": stroke, "stroke_width": "1.2"} if stroke else {}
    joined = " ".join(f"{x:.2f},{y:.2f}" for x, y in points)
    return element("polygon", points=joined, fill=colour, **edge)


_LEGEND = {
    Kind.IMPROVEMENT: "special cause, better",
    Kind.CONCERN: "special cause, worse",
    Kind.NEUTRAL: "special cause",
    Kind.COMMON_CAUSE: "common cause",
}


def legend(kinds: Sequence[Kind], y: float) -> Iterator[str]:
    """Each mark with its word, from the left."""
    x = LEFT + 5
    for kind in kinds:
        yield mark(kind, x, y - 4, 1)
        yield text(_LEGEND[kind], (x + 12, y), size=11, colour=QUIET)
        x += 12 + width_of(_LEGEND[kind], 11) + 24
