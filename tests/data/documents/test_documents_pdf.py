from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import page
import pikepdf
import pypdfium2
import pytest

from boardtool.data.documents.writing import document_bytes
from boardtool.domain.errors import CannotDoError

if TYPE_CHECKING:
    from boardtool.domain.documents import AgendaPaper, MinutesPaper

# A stream that happens to end in a carriage return is taken for one of a wrong length.
FALSE_ALARMS = {"PDFA2A-STREAM-LENGTH-001"}


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(sheet.get_textpage().get_text_range() for sheet in document)
    finally:
        document.close()


@pytest.mark.parametrize("name", ["agenda", "minutes", "action_log", "action_notes", "resolutions"])
def test_every_document_is_accessible_and_lasting(name: str, request: pytest.FixtureRequest) -> None:
    pdf = document_bytes(request.getfixturevalue(name), ".pdf")
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        report = page.validate_pdf_bytes(pdf, profile=profile)
        assert report.rules.total > 50
        assert {failure.rule_id for failure in report.failures} <= FALSE_ALARMS


def test_the_properties_name_the_council_and_no_person(agenda: AgendaPaper) -> None:
    with pikepdf.open(BytesIO(document_bytes(agenda, ".pdf"))) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Agenda: Health and Wellbeing Board, 6 September 2022"
        assert str(pdf.docinfo["/Author"]) == "Anytown Council"
        assert set(pdf.docinfo.keys()) <= {
            "/Title",
            "/Author",
            "/Creator",
            "/Producer",
            "/CreationDate",
            "/ModDate",
        }
        assert str(pdf.Root.Lang) == "en-GB"


def test_our_font_is_in_the_file(agenda: AgendaPaper) -> None:
    with pikepdf.open(BytesIO(document_bytes(agenda, ".pdf"))) as pdf:
        fonts = {str(font.BaseFont) for font in pdf.pages[0].Resources.Font.values()}
    assert fonts
    assert all("+Inter" in font for font in fonts)


def test_the_same_paper_gives_the_same_bytes(minutes: MinutesPaper) -> None:
    assert document_bytes(minutes, ".pdf") == document_bytes(minutes, ".pdf")


def test_headings_of_a_table_are_repeated_and_pages_counted(agenda: AgendaPaper) -> None:
    text = text_of(document_bytes(agenda, ".pdf"))
    assert text.count("Presenting officer") > 1
    assert "Page 1 of 4" in text


def test_text_that_looks_like_commands_is_text(minutes: MinutesPaper) -> None:
    text = text_of(document_bytes(minutes, ".pdf"))
    assert '#read("x") $a$ <b> = it stays text' in text
    assert "=HYPERLINK(1)" in text


def test_resolutions_keep_their_labels(minutes: MinutesPaper) -> None:
    text = text_of(document_bytes(minutes, ".pdf"))
    assert "RESOLVED that the Board:" in text
    assert "a)\r\nnotes it; and" in text or "a) notes it; and" in text
    assert "RESOLVED that: the Board noted it." in text


def test_a_character_that_no_font_has_is_refused_in_words(agenda: AgendaPaper) -> None:
    with pytest.raises(CannotDoError, match="its font cannot show: 漢"):
        document_bytes(replace(agenda, notices="漢"), ".pdf")
