"""A document as Word: the blocks of a sheet in real styles, headings, lists and tables."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

from boardtool.data.documents.pictures import add_picture
from boardtool.data.documents.sheet import (
    Facts,
    Lead,
    Masthead,
    NewPage,
    Picture,
    Prose,
    Sheet,
    SheetBlock,
    Table,
    Title,
)
from boardtool.data.documents.word_lists import DEPTHS, Numbering
from boardtool.data.documents.word_package import empty_document, text_width_mm
from boardtool.data.documents.word_tables import add_table
from boardtool.domain.markdown import Block, Heading, List, ListStyle, Paragraph, Run

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as WordParagraph

_LAST_LEVEL = 3


def word_bytes(sheet: Sheet) -> bytes:
    """Set a document."""
    document = empty_document(sheet)
    numbering = Numbering(document)
    for block in sheet.blocks:
        _add(document, numbering, block, text_width_mm(sheet))
    _add_footer(document, sheet)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _add(document: "Document", numbering: Numbering, block: SheetBlock, width_mm: int) -> None:
    match block:
        case Masthead():
            _add_masthead(document, block)
        case Facts(rows):
            _add_facts(document, rows)
        case NewPage():
            document.add_page_break()  # type: ignore[no-untyped-call]  # python-docx has no types here
        case Title(level, text):
            document.add_heading(text, level)
        case Prose(blocks, top):
            _add_prose(document, numbering, blocks, top)
        case Lead(runs):
            _add_runs(document.add_paragraph(style="Lead"), runs)
        case Table():
            add_table(document, block, width_mm)
        case Picture(svg, alt, wide):
            add_picture(document, svg, alt, wide or width_mm)


def _add_masthead(document: "Document", masthead: Masthead) -> None:
    if masthead.council:
        document.add_paragraph(masthead.council, style="Council")
    document.add_heading(masthead.title, 1)
    document.add_paragraph(masthead.kind, style="Subtitle")
    if masthead.mark:
        document.add_paragraph(masthead.mark, style="Mark")


def _add_facts(document: "Document", rows: Sequence[tuple[str, str]]) -> None:
    for index, (label, value) in enumerate(rows, start=1):
        paragraph = document.add_paragraph(style="Fact")
        paragraph.add_run(label, style="Quiet")
        paragraph.add_run(f"\t{value}")
        paragraph.paragraph_format.keep_with_next = index < len(rows)


def _add_prose(document: "Document", numbering: Numbering, blocks: Sequence[Block], top: int) -> None:
    for block, following in pairwise((*blocks, None)):
        match block:
            case Heading(_, runs):
                _add_runs(document.add_heading(level=min(top, _LAST_LEVEL)), runs)
            case Paragraph(runs):
                paragraph = _add_runs(document.add_paragraph(), runs)
                paragraph.paragraph_format.keep_with_next = isinstance(following, List) or None
            case List():
                _add_list(document, numbering, block, 0)


def _add_list(document: "Document", numbering: Numbering, block: List, depth: int) -> None:
    number = numbering.begin(block.style, depth, block.start)
    style = "List Bullet" if block.style is ListStyle.BULLETS else "List Number"
    for item in block.items:
        paragraph = _add_runs(document.add_paragraph(style=style), item.runs)
        numbering.mark(paragraph, number, depth)
        for inner in item.inner:
            _add_list(document, numbering, inner, min(depth + 1, DEPTHS - 1))


def _add_runs(paragraph: "WordParagraph", runs: Iterable[Run]) -> "WordParagraph":
    for run in runs:
        paragraph.add_run(run.text, style="Strong" if run.bold else None)
    return paragraph


def _add_footer(document: "Document", sheet: Sheet) -> None:
    """The footer's text at the left and "Page x of y" at the right, counted by Word."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Mm

    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.style = "Footer"
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(text_width_mm(sheet)), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"{sheet.footer}\tPage ")
    _add_field(paragraph, "PAGE")
    paragraph.add_run(" of ")
    _add_field(paragraph, "NUMPAGES")


def _add_field(paragraph: "WordParagraph", code: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    shown = paragraph.add_run("1")
    field.append(shown._r)  # noqa: SLF001 - a field wraps its run, which python-docx does not offer
    paragraph._p.append(field)  # noqa: SLF001 - the same
