"""What a pack prints on its pages: "Page 27", "Agenda item 6", marks of what is private, blank pages.

The font is embedded once; each page gets a few bytes of its own, marked as no part of its content (artifact),
so that a screen reader passes over them.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from boardtool.data.pack.trees import whole_number
from boardtool.data.pdf.boxes import A4, Box, box_of, inherited
from boardtool.data.resources import resource

CHARACTERS = (
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 "
    ".,:;-()/'&\N{RIGHT SINGLE QUOTATION MARK}\N{EN DASH}"
)
BLANK = "This page is intentionally left blank"
FONT = Name("/BoardtoolStamp")
SHADE = Name("/BoardtoolShade")  # by it grey darkens what is light beneath and covers nothing
_PAIR = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
_RANGE = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
_QUARTER = 90
_MARGIN = 34.0
_SHORTEST = 10.0  # points; a line on a page as narrow as that is there to be found, not to be read


class Place(Enum):
    """Where on a page a line is printed, as the page is seen."""

    FOOT = "foot"
    HEAD = "head"
    HEAD_LEFT = "head left"
    MIDDLE = "middle"
    ACROSS = "across"


@dataclass(frozen=True, slots=True)
class Line:
    """A line to print; `size` in points, `grey` from 0 (black) to 1 (white)."""

    text: str
    place: Place
    size: float = 10.0
    grey: float = 0.0


class Stamp:
    """The font of the stamp in a pack, and how its characters are written."""

    def __init__(self, pack: Pdf) -> None:
        with pikepdf.open(BytesIO(_font_page())) as source:
            [font] = [value for _, value in source.pages[0].Resources.Font.items()]
            self._codes = _codes(font)
            self._widths = _widths(font)
            self.font = pack.copy_foreign(font)
        self.shade = pack.make_indirect(Dictionary(Type=Name.ExtGState, BM=Name.Multiply))

    def on(self, page: Object, lines: Sequence[Line]) -> bytes:
        """The drawing that prints lines on a page, upright as the page is seen, whatever its size."""
        box = box_of(page)
        seen, turned = _as_seen(box, page)
        drawn = b"".join(self._line(line, seen) for line in lines)
        return b"/Artifact <</Type /Pagination>> BDC q " + _matrix(turned, seen, box) + drawn + b"Q EMC"

    def shading(self, page: Object, line: Line) -> bytes:
        """The drawing that prints a line over a page, also one that is a picture, so that both are read."""
        within = b" BDC q %s gs " % str(SHADE).encode()
        return self.on(page, [line]).replace(b" BDC q ", within, 1)

    def _line(self, line: Line, box: tuple[float, float]) -> bytes:
        width, _ = box
        codes = [self._codes[character] for character in line.text if character in self._codes]
        long = sum(self._widths.get(code, 600.0) for code in codes) * line.size / 1000
        size = line.size * min(1.0, max(width - 40, _SHORTEST) / long) if long else line.size
        long = long * size / line.size
        written = b"".join(b"%04x" % code for code in codes)
        return b"BT %.2f g %s %.2f Tf %s Tm <%s> Tj ET " % (
            line.grey, str(FONT).encode(), size, _text_matrix(line.place, box, long), written,
        )  # fmt: skip


def _as_seen(box: Box, page: Object) -> tuple[tuple[float, float], int]:
    """Width and height of a page as it is seen (points), and how far it is turned (degrees)."""
    left, bottom, right, top = box
    turned = (whole_number(inherited(page, Name.Rotate)) or 0) % 360
    wide, high = right - left, top - bottom
    return ((high, wide) if turned % 180 == _QUARTER else (wide, high)), turned


def blank_page(pack: Pdf) -> Object:
    """A page to print on, with nothing on it."""
    return pack.make_indirect(
        Dictionary(Type=Name.Page, MediaBox=Array(A4), Resources=Dictionary(), Tabs=Name.S)
    )


def _text_matrix(place: Place, box: tuple[float, float], long: float) -> bytes:
    """Where a line that is so long begins, and which way it runs."""
    width, height = box
    if place is Place.ACROSS:
        slant = math.atan2(height, width)
        cosine, sine = math.cos(slant), math.sin(slant)
        left, bottom = (width - long * cosine) / 2, (height - long * sine) / 2
        return b"%.4f %.4f %.4f %.4f %.2f %.2f" % (cosine, sine, -sine, cosine, left, bottom)
    left, bottom = {
        Place.FOOT: (width - _MARGIN - long, 20.0),
        Place.HEAD: (width - _MARGIN - long, height - 26),
        Place.HEAD_LEFT: (_MARGIN, height - 26),
        Place.MIDDLE: ((width - long) / 2, height / 2),
    }[place]
    return b"1 0 0 1 %.2f %.2f" % (left, bottom)


def _matrix(turned: int, seen: tuple[float, float], box: Box) -> bytes:
    """From the page as it is seen to its own space."""
    left, bottom, _, _ = box
    wide, high = seen
    a, b, c, d, e, f = {
        0: (1, 0, 0, 1, left, bottom),
        90: (0, 1, -1, 0, left + high, bottom),
        180: (-1, 0, 0, -1, left + wide, bottom + high),
        270: (0, -1, 1, 0, left, bottom + wide),
    }.get(turned, (1, 0, 0, 1, left, bottom))
    return b"%d %d %d %d %.3f %.3f cm " % (a, b, c, d, e, f)


def _font_page() -> bytes:
    import typst

    pdf = typst.compile(
        str(resource("typst/stamp.typ")),
        root=str(resource("typst")),
        font_paths=[str(resource("fonts"))],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"characters": CHARACTERS},
        pdf_standards=["a-2a"],
        timestamp=0,
    )
    assert isinstance(pdf, bytes)
    return pdf


def _codes(font: Object) -> dict[str, int]:
    """Character → code, as the font itself tells readers that copy text."""
    table = font.ToUnicode.read_bytes()
    found: dict[str, int] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, told in _PAIR.findall(block):
            found.setdefault(bytes.fromhex(told.decode()).decode("utf-16-be"), int(code, 16))
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, told in _RANGE.findall(block):
            start = int(told, 16)
            for place in range(int(last, 16) - int(first, 16) + 1):
                found.setdefault(chr(start + place), int(first, 16) + place)
    return found


def _widths(font: Object) -> dict[int, float]:
    """Code → width in thousandths of the size."""
    table = list(font.DescendantFonts[0].get(Name.W, ()))
    found: dict[int, float] = {}
    while table:
        first, following = int(table[0]), table[1]
        if isinstance(following, Array):
            found |= {first + place: float(width) for place, width in enumerate(following)}
            table = table[2:]
        else:
            found |= {code: float(table[2]) for code in range(first, int(following) + 1)}
            table = table[3:]
    return found
