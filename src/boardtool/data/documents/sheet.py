"""A document on its way to paper: a title, a footer and blocks in order, the same for PDF and Word."""

from dataclasses import dataclass
from datetime import date

from boardtool.domain.markdown import Block, Run


@dataclass(frozen=True, slots=True)
class Masthead:
    """The head of the first page: council, the title of the document, what it is, and a mark ("Draft")."""

    council: str
    title: str
    kind: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels and values, one below the other ("Date", "Tuesday 6 September 2022")."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class NewPage:
    """What comes after begins a page."""


@dataclass(frozen=True, slots=True)
class Title:
    """A heading of level 2 or 3; it never ends a page."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs and lists; headings in it begin at `top`."""

    blocks: tuple[Block, ...]
    top: int = 3


@dataclass(frozen=True, slots=True)
class Lead:
    """A line that stays with what comes after it ("RESOLVED that the Board:")."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """A small drawing as SVG, so many millimetres wide; without `alt` the words beside it say the same."""

    svg: str
    width: int
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, and a smaller remark below it.

    `link` is where a PDF's reader is led; `sign` stands before the text.
    """

    text: str
    note: str = ""
    link: str = ""
    sign: Sign | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `width` is in millimetres, 0 for the one that takes what is left."""

    heading: str
    width: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose heading is repeated on each page."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as SVG; `alt` says what it shows. `width` is in millimetres, 0 as wide as the text."""

    svg: str
    alt: str
    width: int = 0


SheetBlock = Masthead | Facts | NewPage | Title | Prose | Lead | Table | Picture


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document: what its properties say (title; author, the council; day) and its blocks.

    `footer` stands at the left of each page's foot, "Page x of y" at the right; "" leaves the foot bare, for
    what a pack numbers.
    """

    title: str
    author: str
    dated: date
    footer: str
    blocks: tuple[SheetBlock, ...]
    landscape: bool = False
