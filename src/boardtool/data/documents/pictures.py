"""Drawings in documents: an SVG made into pixels for Word, with its words for those who cannot see it."""

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from boardtool.data.documents.sheet import Sign
from boardtool.data.resources import resource

if TYPE_CHECKING:
    from docx.document import Document
    from docx.shape import InlineShape
    from docx.text.paragraph import Paragraph

_DOTS_AN_INCH = 220
_DECORATION = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative val="1" '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"/></a:ext></a:extLst>'
)


def png_of(svg: str, *, dots_an_inch: int = _DOTS_AN_INCH) -> bytes:
    """A drawing as pixels, set in our own fonts on white."""
    import typst

    made = typst.compile(
        str(resource("typst/picture.typ")),
        font_paths=[str(resource("fonts"))],
        ignore_system_fonts=True,
        format="png",
        ppi=dots_an_inch,
        sys_inputs={"svg": svg},
    )
    if not isinstance(made, bytes):
        raise TypeError(type(made).__name__)
    return made


def add_picture(document: "Document", svg: str, alt: str, width_mm: int) -> None:
    """Add a drawing to a Word document, as wide as the text."""
    _say(_add(document.add_paragraph(), png_of(svg), width_mm), alt)


def add_sign(paragraph: "Paragraph", sign: Sign) -> None:
    """Add a small drawing to a line of words; one that says nothing of its own is marked as decoration."""
    from docx.oxml.parser import parse_xml

    shape = _add(paragraph, _sign_png(sign.svg), sign.width)
    _say(shape, sign.alt)
    if not sign.alt:
        shape._inline.docPr.append(parse_xml(_DECORATION))  # noqa: SLF001 - python-docx has no word for it


@lru_cache(maxsize=64)
def _sign_png(svg: str) -> bytes:
    """The few signs that stand in many rows are drawn once."""
    return png_of(svg)


def _add(paragraph: "Paragraph", png: bytes, width_mm: int) -> "InlineShape":
    from docx.shared import Mm

    shape = paragraph.add_run().add_picture(BytesIO(png), width=Mm(width_mm))
    for side in ("distT", "distB", "distL", "distR"):
        shape._inline.set(side, "0")  # noqa: SLF001 - without a word of it, some programs leave a gap
    return shape


def _say(shape: "InlineShape", alt: str) -> None:
    properties = shape._inline.docPr  # noqa: SLF001 - python-docx has no word for alternative text
    properties.set("descr", alt)
    properties.set("title", "")
