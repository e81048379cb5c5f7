"""Small multiples drawn as SVG: every metric of a scorecard in a tile of its own, all on one drawing."""

from collections.abc import Iterable, Iterator, Sequence

from boardtool.data.charts import paper, signs
from boardtool.data.charts.drawing import element, picture, text
from boardtool.data.charts.paper import (
    HAIR,
    INK,
    QUIET,
    WIDTH,
    Plane,
    lines_of,
)
from boardtool.data.charts.sparks import spark
from boardtool.domain.performance.scorecard import ScorecardRow, WillMeet, row_sentence
from boardtool.domain.performance.settings import footer

_COLUMNS, _GAP, _EDGE, _TOP, _BENEATH = 3, 16.0, 24.0, 64.0, 48.0
_TILE = (WIDTH - 2 * _EDGE - (_COLUMNS - 1) * _GAP) / _COLUMNS
_HEIGHT, _AIR = 148.0, 12.0
_UNJUDGED = {WillMeet.NO_TARGET, WillMeet.TOO_FEW}


def small_svg(rows: Sequence[ScorecardRow], title: str) -> str:
    """The drawing; its description says each metric's sentence."""
    return _drawn(rows, title, (text(title, (_EDGE, 36), size=18, colour=INK, weight=600),), top=0)


def small_figure(rows: Sequence[ScorecardRow], title: str) -> str:
    """The same without its title, for a paper that says that itself."""
    return _drawn(rows, title, (), top=_TOP - 8)


def _drawn(rows: Sequence[ScorecardRow], title: str, head: Iterable[str], *, top: float) -> str:
    lines = -(-len(rows) // _COLUMNS)
    height = _TOP + lines * (_HEIGHT + _GAP) + _BENEATH
    return picture(
        (paper.background(height), *head, *_body(rows, height)),
        width=WIDTH,
        height=height,
        title=title,
        description=small_alternative(rows),
        top=top,
    )


def small_alternative(rows: Sequence[ScorecardRow]) -> str:
    """The tiles in words, for those who cannot see them."""
    return " ".join(row_sentence(row) for row in rows) or "Nothing stands on the scorecard yet."


def _body(rows: Sequence[ScorecardRow], height: float) -> Iterator[str]:
    for number, row in enumerate(rows):
        down, across = divmod(number, _COLUMNS)
        yield from _tile(row, _EDGE + across * (_TILE + _GAP), _TOP + down * (_HEIGHT + _GAP))
    told = f"Change is told from noise by XmR charts. {footer()}"
    for place, words in enumerate(lines_of(told, WIDTH - 2 * _EDGE, 10, 2)):
        yield text(words, (_EDGE, height - 26 + 14 * place), size=10, colour=QUIET)


def _tile(row: ScorecardRow, left: float, top: float) -> Iterator[str]:
    """Name and latest figure, period and target, the spark line, the two signs with their words."""
    inner, right = left + _AIR, left + _TILE - _AIR
    yield element("rect", x=left, y=top, width=_TILE, height=_HEIGHT, fill="none", stroke=HAIR, rx=6)
    yield text(row.latest_shown, (right, top + 24), size=13, colour=INK, anchor="end", weight=600)
    room = right - inner - paper.width_of(row.latest_shown, 13) - 8
    yield text("".join(lines_of(row.name, room, 12, 1)), (inner, top + 24), colour=INK, weight=600)
    against = f"target {row.target_shown}" if row.target is not None else "no target"
    said = " · ".join(part for part in (row.record.area.name, row.period_shown, against) if part)
    yield text("".join(lines_of(said, right - inner, 10, 1)), (inner, top + 40), size=10, colour=QUIET)
    yield from spark(row, Plane(0, 1, 1, top=top + 52, bottom=top + _HEIGHT - 40, left=inner, right=right))
    y = top + _HEIGHT - 20
    yield from signs.variation(row.change, row.way, inner + signs.RADIUS, y)
    yield text(row.change_shown, (inner + 28, y + 4), size=11, colour=INK)
    if row.will_meet not in _UNJUDGED:
        middle = (left + left + _TILE) / 2 + 8
        yield from signs.assurance(row.will_meet, middle + signs.RADIUS, y)
        yield text(row.will_meet_shown, (middle + 28, y + 4), size=11, colour=INK)
