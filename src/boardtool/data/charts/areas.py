"""Areas side by side, drawn as SVG: a bar each, a whisker for how sure it is, the benchmark as a line."""

from collections.abc import Iterable, Iterator

from boardtool.data.charts import paper
from boardtool.data.charts.drawing import element, line, picture, text
from boardtool.data.charts.paper import ACCENT, DASHED, HAIR, HEAD, INK, LEFT, QUIET, TOP, WIDTH
from boardtool.domain.performance.among_areas import WHISKERS, AmongAreas, ComparedArea
from boardtool.domain.performance.axis import ticks
from boardtool.domain.performance.benchmark import COMPARED, MARKS
from boardtool.domain.performance.metrics import value_shown
from boardtool.domain.performance.numbers import shown, suffix

_ROW, _BAR, _CAP = 24.0, 13.0, 4.0
_BENEATH = 74.0
_VALUES, _WORDS = 84.0, 118.0
_LONGEST_NAME = 280.0


def areas_svg(among: AmongAreas) -> str:
    """The drawing; its description says the same in words."""
    return _drawn(among, paper.head(among.metric, None, among.sentence), top=0)


def areas_figure(among: AmongAreas) -> str:
    """The same without its head, for a paper that says that itself."""
    return _drawn(among, (), top=HEAD)


def _drawn(among: AmongAreas, head: Iterable[str], *, top: float) -> str:
    height = TOP + 16 + len(among.rows) * _ROW + _BENEATH
    return picture(
        (paper.background(height), *head, *_body(among, height)),
        width=WIDTH,
        height=height,
        title=f"{among.metric.name} by area",
        description=areas_alternative(among),
        top=top,
    )


def areas_alternative(among: AmongAreas) -> str:
    """The bars in words, for those who cannot see them."""
    said = [f"{among.metric.name} by area.", among.sentence]
    known = [row.figure for row in among.rows if row.figure.observation.value is not None]
    if known:
        ends = [f"{each.area.name} {value_shown(among.metric, each.observation)}" for each in known]
        said.append(f"From {ends[0]} down to {ends[-1]}.")
    return " ".join(said)


class _Scale:
    """Where values stand from left to right."""

    def __init__(self, among: AmongAreas, left: float, right: float) -> None:
        held = [row.figure.observation.value for row in among.rows]
        held += [row.interval.lower for row in among.rows if row.interval is not None]
        held += [row.interval.upper for row in among.rows if row.interval is not None]
        known = [0.0, *(value for value in held if value is not None)]
        low, high = min(known), max(known)
        top = min(high * 1.04, 100.0) if among.metric.unit == "%" and high <= 100 else high * 1.04  # noqa: PLR2004 - per cent
        self.ticks = ticks(low, top)
        self.left, self.right = left, right

    def x(self, value: float) -> float:
        low, high = self.ticks[0], self.ticks[-1]
        return self.left + (self.right - self.left) * (value - low) / (high - low)


def _body(among: AmongAreas, height: float) -> Iterator[str]:
    names = max((paper.width_of(row.figure.area.name, 12) for row in among.rows), default=0.0)
    left = LEFT + min(names, _LONGEST_NAME) + 12
    scale = _Scale(among, left, WIDTH - _VALUES - _WORDS)
    top, bottom = TOP + 16, TOP + 16 + len(among.rows) * _ROW
    unit = "%" if among.metric.unit == "%" else ""
    for value in scale.ticks:
        x = scale.x(value)
        yield line((x, top), (x, bottom), colour=paper.GRID)
        words = f"{paper.round_value(value)}{suffix(unit)}"
        yield text(words, (x, bottom + 18), colour=QUIET, anchor="middle")
    for number, row in enumerate(among.rows):
        yield from _row(among, row, top + (number + 0.5) * _ROW, scale)
    yield line((left, top), (left, bottom), colour=HAIR)
    benchmark = among.benchmark
    if benchmark is not None and benchmark.observation.value is not None:
        x = scale.x(benchmark.observation.value)
        yield line((x, top), (x, bottom), colour=ACCENT, width=1.4, dash=DASHED)
        words = f"{benchmark.area.name} {shown(benchmark.observation.value, unit)}"
        yield text(words, (x, top - 6), colour=ACCENT, anchor="middle", weight=600)
    yield from paper.foot(WHISKERS, height)


def _row(among: AmongAreas, row: ComparedArea, y: float, scale: _Scale) -> Iterator[str]:
    own = row.figure.area.id == among.own.id
    name = "".join(paper.lines_of(row.figure.area.name, _LONGEST_NAME, 12, 1))
    yield text(name, (LEFT, y + 4), colour=INK, weight=600 if own else 400)
    seen = row.figure.observation
    at = WIDTH - _VALUES - _WORDS + 12
    yield text(value_shown(among.metric, seen), (at, y + 4), colour=INK, weight=600 if own else 400)
    if seen.value is None:
        return
    start, end = sorted((scale.x(0.0), scale.x(seen.value)))
    colour = ACCENT if own else HAIR
    yield element("rect", x=start, y=y - _BAR / 2, width=max(end - start, 1.0), height=_BAR, fill=colour)
    if row.interval is not None:
        low, high = scale.x(row.interval.lower), scale.x(row.interval.upper)
        yield line((low, y), (high, y), colour=INK, width=1.2)
        for edge in (low, high):
            yield line((edge, y - _CAP), (edge, y + _CAP), colour=INK, width=1.2)
    if row.comparison in MARKS and row.figure != among.benchmark:
        kind, way = MARKS[row.comparison]
        yield paper.mark(kind, WIDTH - _WORDS + 18, y, way)
        yield text(COMPARED[row.comparison], (WIDTH - _WORDS + 30, y + 4), colour=QUIET)
