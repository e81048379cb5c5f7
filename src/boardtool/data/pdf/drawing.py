"""What a page draws, in order: texts, filled boxes and pictures with where they lie and in which colour.

Enough of the page's language is followed to tell hidden text from shown: the state of colour and place, text
modes, and forms within forms. What is not understood counts as shown.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name, Object, Stream

from boardtool.data.pdf.boxes import Box

Matrix = tuple[float, float, float, float, float, float]

UNIT: Matrix = (1, 0, 0, 1, 0, 0)
INVISIBLE = 3
DEEPEST = 6
MOST_OPERATORS = 200_000
_COLOURS = ("g", "rg", "k", "sc", "scn")


def _of_red_green_blue(red: float, green: float, blue: float) -> float:
    return 0.3 * red + 0.59 * green + 0.11 * blue


def _of_inks(cyan: float, magenta: float, yellow: float, black: float) -> float:
    return (1 - black) * (1 - _of_red_green_blue(cyan, magenta, yellow))


_LIGHT: dict[int, Callable[..., float]] = {1: lambda grey: grey, 3: _of_red_green_blue, 4: _of_inks}
_SHOWS = frozenset({"Tj", "TJ", "'", '"'})
_FILLS = frozenset({"f", "F", "f*", "B", "B*", "b", "b*"})
_ENDS = frozenset({"n", "S", "s"})


@dataclass(frozen=True, slots=True)
class Shown:
    """A piece of text at a point; `light` is the brightness of its colour, 0 black to 1 white."""

    at: tuple[float, float]
    light: float
    mode: int
    letters: int


@dataclass(frozen=True, slots=True)
class Filled:
    """A box that was filled; a picture has no colour, so its `light` is None."""

    box: Box
    light: float | None


@dataclass(slots=True)
class Drawn:
    """Everything a page draws, in order."""

    things: list[Shown | Filled] = field(default_factory=list)
    shaded: bool = False


@dataclass(slots=True)
class _State:
    place: Matrix = UNIT
    light: float = 0.0
    mode: int = 0
    leading: float = 0.0


def drawn_on(page: pikepdf.Page) -> Drawn:
    drawn = Drawn()
    _Follower(page.obj.get(Name.Resources, Dictionary()), _State(), drawn, 0).follow(page.obj)
    return drawn


class _Follower:
    """Follows the operators of one stream; what is drawn is noted where it lands on the page."""

    def __init__(self, resources: Object, state: _State, drawn: Drawn, depth: int) -> None:
        self._resources = resources
        self._state = state
        self._drawn = drawn
        self._depth = depth
        self._stack: list[_State] = []
        self._line = UNIT
        self._boxes: list[Box] = []
        self._known: dict[str, Callable[[str, Sequence[Any]], None]] = {
            "q": self._save,
            "Q": self._restore,
            "cm": self._move,
            "BT": self._begin_text,
            "Tm": self._place_text,
            "TL": self._set_leading,
            "Tr": self._set_mode,
            "sh": self._shade,
            "re": self._outline,
            "Do": self._draw,
            **dict.fromkeys(("Td", "TD", "T*"), self._next_line),
            **dict.fromkeys(_COLOURS, self._colour),
            **dict.fromkeys(_SHOWS, self._show),
            **dict.fromkeys(_FILLS, self._fill),
            **dict.fromkeys(_ENDS, self._end),
        }

    def follow(self, source: Object) -> None:
        for count, instruction in enumerate(pikepdf.parse_content_stream(source)):
            if count > MOST_OPERATORS:
                return
            act = self._known.get(str(instruction.operator))
            if act is not None and isinstance(instruction, pikepdf.ContentStreamInstruction):
                with suppress(TypeError, ValueError, IndexError, KeyError):  # a wrong operator draws nothing
                    act(str(instruction.operator), list(instruction.operands))

    def _save(self, _operator: str, _operands: Sequence[Any]) -> None:
        self._stack.append(replace(self._state))

    def _restore(self, _operator: str, _operands: Sequence[Any]) -> None:
        if self._stack:
            self._state = self._stack.pop()

    def _move(self, _operator: str, operands: Sequence[Any]) -> None:
        self._state.place = times(_matrix(operands), self._state.place)

    def _begin_text(self, _operator: str, _operands: Sequence[Any]) -> None:
        self._line = UNIT

    def _place_text(self, _operator: str, operands: Sequence[Any]) -> None:
        self._line = _matrix(operands)

    def _next_line(self, operator: str, operands: Sequence[Any]) -> None:
        if operator == "TD":
            self._state.leading = -float(operands[1])
        across, up = (0.0, -self._state.leading) if operator == "T*" else map(float, operands)
        self._line = times((1, 0, 0, 1, across, up), self._line)

    def _set_leading(self, _operator: str, operands: Sequence[Any]) -> None:
        self._state.leading = float(operands[0])

    def _set_mode(self, _operator: str, operands: Sequence[Any]) -> None:
        self._state.mode = int(operands[0])

    def _shade(self, _operator: str, _operands: Sequence[Any]) -> None:
        self._drawn.shaded = True

    def _colour(self, _operator: str, operands: Sequence[Any]) -> None:
        if operands and isinstance(operands[-1], Name):  # a pattern, whose colour is its own affair
            self._drawn.shaded = True
            return
        light = _LIGHT.get(len(operands))
        if light is not None:
            self._state.light = light(*map(float, operands))

    def _show(self, _operator: str, operands: Sequence[Any]) -> None:
        at = times(self._line, self._state.place)[4:]
        self._drawn.things.append(Shown(at, self._state.light, self._state.mode, _letters(operands)))

    def _outline(self, _operator: str, operands: Sequence[Any]) -> None:
        self._boxes.append(_box(operands, self._state.place))

    def _fill(self, _operator: str, _operands: Sequence[Any]) -> None:
        self._drawn.things += [Filled(box, self._state.light) for box in self._boxes]
        self._boxes = []

    def _end(self, _operator: str, _operands: Sequence[Any]) -> None:
        self._boxes = []

    def _draw(self, _operator: str, operands: Sequence[Any]) -> None:
        held = self._resources.get(Name.XObject, Dictionary()).get(str(operands[0]))
        if not isinstance(held, Stream):
            return
        if held.get(Name.Subtype) == Name.Image:
            self._drawn.things.append(Filled(_box((0, 0, 1, 1), self._state.place), None))
        elif self._depth < DEEPEST:
            inner = replace(self._state)
            if Name.Matrix in held:
                inner.place = times(_matrix(list(held.Matrix)), inner.place)
            resources = held.get(Name.Resources, self._resources)
            _Follower(resources, inner, self._drawn, self._depth + 1).follow(held)


def times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return (
        a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u,
    )  # fmt: skip


def _matrix(numbers: Sequence[Any]) -> Matrix:
    a, b, c, d, e, f = (float(number) for number in numbers)
    return a, b, c, d, e, f


def _box(numbers: Sequence[Any], place: Matrix) -> Box:
    x, y, width, height = (float(number) for number in numbers)
    corners = [
        times((1, 0, 0, 1, x + right * width, y + up * height), place)[4:]
        for right in (0, 1)
        for up in (0, 1)
    ]
    across, along = zip(*corners, strict=True)
    return min(across), min(along), max(across), max(along)


def _letters(operands: Sequence[Any]) -> int:
    total = 0
    for operand in operands:
        pieces = operand if isinstance(operand, pikepdf.Array) else [operand]
        total += sum(len(bytes(piece)) for piece in pieces if isinstance(piece, pikepdf.String))
    return total
