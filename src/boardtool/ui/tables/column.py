"""What a column of a table declares: its heading, its cell, how it sorts and what an edit calls."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto
from typing import Generic, TypeVar

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from boardtool.ui.theme.colours import Colours, Tone

R = TypeVar("R")

SortKey = str | int | float | date | tuple[object, ...] | None


class Look(Enum):
    """How the text of a column stands in a row."""

    TEXT = auto()
    SUBJECT = auto()  # the thing itself, in medium weight
    HELP = auto()  # officers, units: the second grey
    FAINT = auto()  # counts, computed numbers: the third grey
    STRONG = auto()  # latest values


class Align(Enum):
    LEFT = auto()
    RIGHT = auto()
    CENTRE = auto()


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell shows, beyond plain text.

    `icon` stands before the text and `after` behind it (names of icons); `tone` colours icon and text;
    `icon_tone` colours the icon alone; `detail` is a second line; `count` is a small grey number after the
    trailing icon (paperclip 4); `key` is drawn behind as a cap; `pill` draws the text on a tinted ground;
    `spoken` is read aloud instead.
    """

    text: str = ""
    icon: str = ""
    tone: Tone | None = None
    icon_tone: Tone | None = None
    detail: str = ""
    after: str = ""
    after_tone: Tone = Tone.FAINT
    count: str = ""
    key: str = ""
    pill: bool = False
    bold: bool = False
    checked: bool | None = None
    spoken: str = ""

    @property
    def aloud(self) -> str:
        words = self.spoken or ", ".join(part for part in (self.text, self.detail, self.count) if part)
        if self.checked is None:
            return words
        return f"{words} {'ticked' if self.checked else 'not ticked'}".strip()


@dataclass(frozen=True, slots=True)
class TextEdit(Generic[R]):
    """A cell edited as text: `value` is what the box starts with, `commit` is told the new words.

    `read` raises CannotDoError for words that cannot be taken; then the box stays open. `names` completes
    names that stand apart by semicolons.
    """

    value: Callable[[R], str]
    commit: Callable[[R, str], None]
    read: Callable[[str], object] | None = None
    names: Callable[[], Sequence[str]] | None = None


@dataclass(frozen=True, slots=True)
class ChoiceEdit(Generic[R]):
    """A cell chosen from a list of (value, words) pairs; `free` lets other words be typed."""

    value: Callable[[R], str]
    choices: Callable[[R], Sequence[tuple[str, str]]]
    commit: Callable[[R, str], None]
    free: bool = False


@dataclass(frozen=True, slots=True)
class DateEdit(Generic[R]):
    """A cell that holds a date or nothing; `read` turns what was typed into one or raises CannotDoError."""

    value: Callable[[R], date | None]
    commit: Callable[[R, date | None], None]
    read: Callable[[str], date | None]


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """A column over rows of type R.

    `key` names it where widths are remembered; `width` is in pixels; one column has `stretch` and takes what
    is left. `sort` gives a native value; without it the text sorts. `tick` is called when Space or a click
    turns a cell whose `Cell.checked` is set. `draw` paints the cell itself (sparkline) inside a rectangle.
    In a table narrower than `gives_way` (pixels at ordinary text size) the column is hidden.
    """

    key: str
    heading: str
    value: Callable[[R], str | Cell]
    width: int = 120
    stretch: bool = False
    align: Align = Align.LEFT
    look: Look = Look.TEXT
    sort: Callable[[R], SortKey] | None = None
    edit: TextEdit[R] | ChoiceEdit[R] | DateEdit[R] | None = None
    tick: Callable[[R, bool], None] | None = None
    draw: Callable[[QPainter, QRect, R, Colours], None] | None = None
    tooltip: Callable[[R], str] | None = None
    gives_way: int = 0

    def cell(self, row: R) -> Cell:
        value = self.value(row)
        return value if isinstance(value, Cell) else Cell(value)


@dataclass(frozen=True, slots=True)
class Heading:
    """A row that names the group beneath it and spans the table; `count` is printed in grey behind."""

    title: str
    count: str = ""
    icon: str = ""
    icon_tone: Tone = Tone.FAINT


@dataclass(frozen=True, slots=True)
class Tail:
    """A last row that is no row of the data: "New item…", or totals; cells by the key of their column."""

    id: str
    cells: Mapping[str, Cell] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry(Generic[R]):
    """One line of the model: a row, a heading or a tail, with the id that stays its own."""

    id: Hashable
    what: R | Heading | Tail
