"""The matrix of variation by assurance drawn as SVG: every metric named in its cell, and what that asks."""

from collections.abc import Iterable, Iterator, Sequence

from boardtool.data.charts import paper, signs
from boardtool.data.charts.drawing import element, line, picture, text
from boardtool.data.charts.paper import HAIR, INK, QUIET, WIDTH, lines_of
from boardtool.domain.performance.matrix import JUDGED, UNJUDGED, Cell, matrix
from boardtool.domain.performance.scorecard import CHANGES, WILL_MEET, Change, ScorecardRow

_EDGE, _TOP, _HEAD, _SIDE = 24.0, 64.0, 40.0, 150.0
_NAME_LINE, _ASK_LINE, _AIR = 16.0, 13.0, 12.0
_EMPTY = "#F7F6F8"


def matrix_svg(rows: Sequence[ScorecardRow], title: str) -> str:
    """The drawing; its description says what stands in each cell."""
    return _drawn(rows, title, (text(title, (_EDGE, 36), size=18, colour=INK, weight=600),), top=0)


def matrix_figure(rows: Sequence[ScorecardRow], title: str) -> str:
    """The same without its title, for a paper that says that itself."""
    return _drawn(rows, title, (), top=_TOP - 8)


def _drawn(rows: Sequence[ScorecardRow], title: str, head: Iterable[str], *, top: float) -> str:
    table = _table(rows)
    height = _TOP + _HEAD + sum(_height(cells) for _, cells in table) + _EDGE
    return picture(
        (paper.background(height), *head, *_body(table)),
        width=WIDTH,
        height=height,
        title=title,
        description=matrix_alternative(rows),
        top=top,
    )


def matrix_alternative(rows: Sequence[ScorecardRow]) -> str:
    """The cells in words, for those who cannot see them."""
    said = []
    for change, cells in _table(rows):
        for head, (asks, names) in zip(
            [*(WILL_MEET[each] for each in JUDGED), UNJUDGED], cells, strict=False
        ):
            if names:
                told = f"{CHANGES[change]}, {head.lower()}: {', '.join(names)}."
                said.append(f"{told} {asks}".strip())
    return " ".join(said) or "Nothing stands on the scorecard yet."


Inside = tuple[str, tuple[str, ...]]


def _table(rows: Sequence[ScorecardRow]) -> list[tuple[Change, list[Inside]]]:
    """The lines of the matrix, each cell with what it asks and the names in it; the last column unjudged."""
    return [(change, [(cell.asks, _names(cell)) for cell in cells]) for change, cells in matrix(rows).lines]


def _names(cell: Cell) -> tuple[str, ...]:
    return tuple(row.name for row in cell.rows)


def _wide(count: int) -> float:
    return (WIDTH - 2 * _EDGE - _SIDE) / count


def _lines(inside: Inside, width: float) -> tuple[list[str], list[str]]:
    """The lines of the names and of what the cell asks."""
    asks, names = inside
    room = width - 2 * _AIR
    return [each for name in names for each in lines_of(name, room, 12, 2)], lines_of(asks, room, 10, 2)


def _height(cells: Sequence[Inside]) -> float:
    width = _wide(len(cells))
    tall = [
        len(names) * _NAME_LINE + len(asks) * _ASK_LINE
        for names, asks in (_lines(inside, width) for inside in cells)
    ]
    return max([*tall, 40.0]) + 2 * _AIR


def _body(table: list[tuple[Change, list[Inside]]]) -> Iterator[str]:
    count = len(table[0][1])
    width = _wide(count)
    for column in range(count):
        left = _EDGE + _SIDE + column * width
        if column < len(JUDGED):
            will = JUDGED[column]
            yield from signs.assurance(will, left + _AIR + signs.RADIUS, _TOP + 16)
            yield text(WILL_MEET[will], (left + _AIR + 30, _TOP + 20), size=13, colour=INK, weight=600)
        else:
            yield text(UNJUDGED, (left + _AIR, _TOP + 20), size=13, colour=INK, weight=600)
    top = _TOP + _HEAD
    for change, cells in table:
        tall = _height(cells)
        yield line((_EDGE, top), (WIDTH - _EDGE, top), colour=HAIR)
        way = -1 if change is Change.WORSENING else 1
        yield from signs.variation(change, way, _EDGE + signs.RADIUS, top + _AIR + 8)
        yield text(CHANGES[change], (_EDGE + 30, top + _AIR + 12), size=13, colour=INK, weight=600)
        for column, inside in enumerate(cells):
            yield from _cell(inside, _EDGE + _SIDE + column * width, top, width, tall)
        top += tall
    yield line((_EDGE, top), (WIDTH - _EDGE, top), colour=HAIR)


def _cell(inside: Inside, left: float, top: float, width: float, tall: float) -> Iterator[str]:
    names, asks = _lines(inside, width)
    if not names:
        yield element("rect", x=left + 1, y=top + 1, width=width - 1, height=tall - 1, fill=_EMPTY)
    y = top + _AIR + 12
    for words in names:
        yield text(words, (left + _AIR, y), colour=INK, weight=600)
        y += _NAME_LINE
    for words in asks:
        yield text(words, (left + _AIR, y), size=10, colour=INK if names else QUIET)
        y += _ASK_LINE
    yield line((left, top), (left, top + tall), colour=HAIR)
