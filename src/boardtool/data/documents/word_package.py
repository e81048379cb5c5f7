"""An empty Word document of our own: A4, our styles, British English, and no trace of any template."""

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from boardtool.data.documents.sheet import Sheet
from boardtool.data.resources import resource

if TYPE_CHECKING:
    from docx.document import Document

A4_MM = (210, 297)
MARGIN_MM = 22
_FOREIGN = ("thumbnail", "customXml", "stylesWithEffects", "webSettings", "custom-properties")
_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>boardtool</Application></Properties>"
)


def text_width_mm(sheet: Sheet) -> int:
    """How wide a line of text may be."""
    return (A4_MM[1] if sheet.landscape else A4_MM[0]) - 2 * MARGIN_MM


def empty_document(sheet: Sheet) -> "Document":
    """A document with the sheet's page, styles and properties, and nothing on it."""
    import docx

    document = docx.Document()
    _use_our_styles(document)
    _drop_foreign_parts(document)
    _set_page(document, sheet)
    _set_properties(document, sheet)
    return document


def _use_our_styles(document: "Document") -> None:
    from docx.oxml import parse_xml

    for name, theirs in (("styles", document.styles.element), ("settings", document.settings.element)):
        ours = parse_xml(resource(f"docx/{name}.xml").read_bytes())
        for child in list(theirs):
            theirs.remove(child)
        theirs.extend(list(ours))


def _drop_foreign_parts(document: "Document") -> None:
    """python-docx starts from a template of its own, with a thumbnail, notes and names (H4)."""
    package = document.part.package
    for relations in (package.rels, document.part.rels):
        for key in [key for key, found in relations.items() if found.reltype.endswith(_FOREIGN)]:
            del relations[key]
    for part in package.iter_parts():
        if part.partname == "/docProps/app.xml":
            part._blob = _APP  # noqa: SLF001 - the only way to replace a part python-docx has no word for


def _set_page(document: "Document", sheet: Sheet) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    section = document.sections[0]
    short, long = (Mm(side) for side in A4_MM)
    section.orientation = WD_ORIENT.LANDSCAPE if sheet.landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (long, short) if sheet.landscape else (short, long)
    section.left_margin = section.right_margin = Mm(MARGIN_MM)
    section.top_margin, section.bottom_margin = Mm(20), Mm(24)
    section.header_distance, section.footer_distance = Mm(10), Mm(12)


def _set_properties(document: "Document", sheet: Sheet) -> None:
    """Only these are set; python-docx's own name and note must not stay."""
    made = datetime.combine(sheet.dated, time(12), UTC)
    properties = document.core_properties
    properties.title = sheet.title
    properties.author = properties.last_modified_by = sheet.author
    properties.language = "en-GB"
    properties.created = properties.modified = made
    properties.comments = ""
    properties.revision = 1
