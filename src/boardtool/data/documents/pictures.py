"""Drawings in documents: an SVG made into pixels for Word, with its words for those who cannot see it."""

from io import BytesIO
from typing import TYPE_CHECKING

from boardtool.data.resources import resource

if TYPE_CHECKING:
    from docx.document import Document

_DOTS_AN_INCH = 220


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
    from docx.shared import Mm

    paragraph = document.add_paragraph()
    shape = paragraph.add_run().add_picture(BytesIO(png_of(svg)), width=Mm(width_mm))
    properties = shape._inline.docPr  # noqa: SLF001 - python-docx has no word for alternative text
    properties.set("descr", alt)
    properties.set("title", "")
