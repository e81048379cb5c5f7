"""Small drawings in the cells of a table: with words of their own, or passed over by a screen reader."""

from datetime import date
from io import BytesIO

import docx
import page
import pikepdf

from boardtool.data.documents.pdf import pdf_bytes
from boardtool.data.documents.sheet import Cell, Column, Masthead, Sheet, Sign, Table
from boardtool.data.documents.word import word_bytes

RING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">'
    '<circle cx="12" cy="12" r="10" fill="none" stroke="#333333"/></svg>'
)
SHEET = Sheet(
    title="Scorecard",
    author="North Council",
    dated=date(2022, 9, 6),
    footer="Scorecard",
    blocks=(
        Masthead("North Council", "North Board", "Scorecard"),
        Table(
            (Column("Change", 60), Column("Trend")),
            (
                (
                    Cell("No change", sign=Sign(RING, 6)),
                    Cell("", sign=Sign(RING, 40, "The last 3 figures: 1, 2, 3")),
                ),
            ),
        ),
    ),
)


def test_a_pdf_says_what_a_sign_says_and_is_silent_where_words_say_it() -> None:
    made = pdf_bytes(SHEET)
    report = page.validate_pdf_bytes(made, profile=page.ValidationProfile.PDF_UA_1)
    assert not report.failures
    with pikepdf.open(BytesIO(made)) as pdf:
        said = [
            str(each["/Alt"])
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and "/Alt" in each
        ]
    assert said == ["The last 3 figures: 1, 2, 3"]


def test_word_has_the_words_of_one_sign_and_marks_the_other_as_decoration() -> None:
    [table] = docx.Document(BytesIO(word_bytes(SHEET))).tables
    plain, told = (cell._tc.xpath(".//wp:docPr")[0] for cell in table.rows[1].cells)
    assert told.get("descr") == "The last 3 figures: 1, 2, 3"
    assert plain.get("descr") == ""
    assert "decorative" in plain[0].xpath("string(name(.//*[@val='1']))")
    assert [cell.text.strip() for cell in table.rows[1].cells] == ["No change", ""]
